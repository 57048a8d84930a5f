// Who has what, among processes with databases of one PostgreSQL; and what is claimed once. Nobody's clock counts but its.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Lease, Leases } from '../../src/store/leasing.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type TestDatabase } from './engines.ts';

const [sqlite, postgres] = engines;
const LONG = 60_000;
const HOUR = 60 * LONG;

let database: TestDatabase;
let stores: Store[];

beforeAll(async () => {
  if (postgres === undefined) throw new Error('no PostgreSQL');
  database = await postgres.create();
  stores = [];
  for (let count = 0; count < 4; count += 1) stores.push(await openStore(database.url));
});
afterAll(async () => {
  for (const store of stores ?? []) await store.close();
  await database?.drop();
});

/** As the nth process sees them. */
function leasesOf(process: number): Leases {
  const leases = stores[process]?.leases;
  if (!leases) throw new Error('no leases');
  return leases;
}

function take(process: number, name: string, ms = LONG): Promise<Lease | null> {
  return leasesOf(process).acquire([name], { owner: `p${process}`, ms });
}

/** Nobody else uses it. */
const newName = () => `thing ${randomUUID()}`;

async function taken(process: number, name: string, ms = LONG): Promise<Lease> {
  const lease = await take(process, name, ms);
  if (lease === null) throw new Error(`${name} is not free`);
  return lease;
}

describe('a lease', () => {
  it('is one process’s, of however many that ask at the same time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const name = newName();
      const got = await Promise.all([0, 1, 2, 3].map((process) => take(process, name)));
      expect(got.filter((lease) => lease !== null)).toHaveLength(1);
    }
  });

  it('is free for others once its time has run out, and not before', async () => {
    const name = newName();
    await taken(0, name, 400);
    expect(await take(1, name)).toBeNull();
    await pause(500);
    expect(await take(1, name)).toMatchObject({ name, owner: 'p1' });
  });

  it('lasts longer when it is renewed', async () => {
    const name = newName();
    const lease = await taken(0, name, 400);
    for (let time = 0; time < 3; time += 1) {
      await pause(200);
      expect(await leasesOf(0).renew(lease, 400)).toBe(true);
    }
    expect(await take(1, name)).toBeNull();
  });

  it('that ran out is not renewed, though nobody else has taken it', async () => {
    const lease = await taken(0, newName(), 50);
    await pause(100);
    expect(await leasesOf(0).renew(lease, LONG)).toBe(false);
  });

  it('that somebody else has had meanwhile is neither renewed nor released by its first owner', async () => {
    const name = newName();
    const first = await taken(0, name, 50);
    await pause(100);
    const second = await taken(1, name);
    await leasesOf(0).release(first);
    expect(await leasesOf(0).renew(first, LONG)).toBe(false);
    expect(await leasesOf(1).renew(second, LONG)).toBe(true);
    expect(second.fence).toBeGreaterThan(first.fence);
  });

  it('that one had, lost and took again is another one', async () => {
    const name = newName();
    const first = await taken(0, name);
    const again = await taken(0, name);
    expect(again.fence).toBe(first.fence + 1);
    expect(await leasesOf(0).renew(first, LONG)).toBe(false);
  });

  it('is free at once when it is released', async () => {
    const name = newName();
    await leasesOf(0).release(await taken(0, name));
    expect(await take(1, name)).not.toBeNull();
  });

  it('does not care what time a process thinks it is', async () => {
    const name = newName();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(Date.now() - 3_600_000);
      await taken(0, name);
      vi.setSystemTime(Date.now() + 7_200_000);
      expect(await take(1, name)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is the first that is free of several', async () => {
    const names = [newName(), newName(), newName()];
    const got = await Promise.all(
      [0, 1, 2, 3].map((process) => leasesOf(process).acquire(names, { owner: `p${process}`, ms: LONG })),
    );
    expect(got.flatMap((lease) => lease?.name ?? []).sort()).toStrictEqual([...names].sort());
    expect(got.filter((lease) => lease === null)).toHaveLength(1);
  });

  it('of a family waits until nobody has one of another kind', async () => {
    const prefix = `${newName()} `;
    const two = [`${prefix}0 of 2`, `${prefix}1 of 2`];
    const four = [0, 1, 2, 3].map((id) => `${prefix}${id} of 4`);
    const ask = (process: number, siblings: readonly string[], name = siblings[0] ?? '') =>
      leasesOf(process).acquire([name], { owner: `p${process}`, ms: LONG, family: { prefix, siblings } });
    const old = await ask(0, two);
    expect(await ask(1, two, two[1])).not.toBeNull();
    expect(await ask(2, four, four[3])).toBeNull();
    if (old === null) throw new Error('not taken');
    await leasesOf(0).release(old);
    expect(await ask(2, four, four[3])).toBeNull();
    await leasesOf(1).release({ ...old, name: two[1] ?? '', owner: 'p1' });
    expect(await ask(2, four, four[3])).not.toBeNull();
    expect(await ask(0, two)).toBeNull();
  });

  it('under another is had only while that one is', async () => {
    const above = await taken(0, newName(), 300);
    const ask = (under: Lease) => leasesOf(0).acquire([newName()], { owner: 'p0', ms: LONG, under });
    expect(await ask(above)).not.toBeNull();
    expect(await ask({ ...above, fence: above.fence + 1 })).toBeNull();
    await pause(400);
    expect(await ask(above)).toBeNull();
  });

  it('is listed while somebody has it', async () => {
    const prefix = `${newName()} `;
    await taken(1, `${prefix}b`);
    const gone = await taken(0, `${prefix}a`);
    await taken(0, `${prefix}_c`, 50);
    expect(await leasesOf(2).live(prefix)).toStrictEqual([`${prefix}_c`, `${prefix}a`, `${prefix}b`]);
    await leasesOf(0).release(gone);
    await pause(100);
    expect(await leasesOf(2).live(prefix)).toStrictEqual([`${prefix}b`]);
  });

  it('is forgotten a day after it ran out, and not before', async () => {
    const [old, young] = [newName(), newName()];
    await taken(0, old);
    await leasesOf(0).release(await taken(0, young, 1));
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('update lease set until = until - 90000000 where name = $1', [old]);
    await client.query('update lease set until = $2 where name = $1', [young, Date.now() - 3_600_000]);
    await leasesOf(0).forget();
    const { rows } = await client.query('select name from lease where name in ($1, $2)', [old, young]);
    await client.end();
    expect(rows).toStrictEqual([{ name: young }]);
  });

  it('does not wait for the connections that answers use', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const busy = stores[3];
    // Everything that the store has for answers is held up by somebody else's lock.
    await client.query('begin; lock table claim in access exclusive mode');
    const held = Array.from({ length: 12 }, () => busy?.claims?.release([newName()]));
    const lease = await taken(3, newName());
    expect(await leasesOf(3).renew(lease, LONG)).toBe(true);
    await client.query('commit');
    await Promise.all(held);
    await client.end();
  });
});

describe('a claim', () => {
  const claimsOf = (process: number) => {
    const claims = stores[process]?.claims;
    if (!claims) throw new Error('no claims');
    return claims;
  };

  it('is the first process’s, of however many at the same time', async () => {
    const names = Array.from({ length: 300 }, newName);
    const got = await Promise.all(
      names.map((name) => Promise.all([0, 1, 2, 3].map((process) => claimsOf(process).claim([name])))),
    );
    for (const one of got) expect(one.filter(Boolean)).toHaveLength(1);
  });

  it('of many names in any order never makes two processes wait for each other', async () => {
    for (let round = 0; round < 25; round += 1) {
      const names = Array.from({ length: 2_000 }, newName);
      const orders = [names, [...names].reverse(), [...names].sort(), [...names].sort().reverse()];
      const got = await Promise.all(orders.map((order, process) => claimsOf(process).claim(order)));
      expect(got.filter(Boolean)).toHaveLength(1);
    }
  });

  it('of two names is made only where both are free', async () => {
    const [event, message, other] = [newName(), newName(), newName()];
    expect(await claimsOf(0).claim([event, message])).toBe(true);
    expect(await claimsOf(1).claim([other, message])).toBe(false);
    expect(await claimsOf(1).claim([event])).toBe(false);
  });

  it('that was given back is free again', async () => {
    const name = newName();
    await claimsOf(0).claim([name]);
    await claimsOf(0).release([name]);
    expect(await claimsOf(1).claim([name])).toBe(true);
  });

  it.each([-2 * HOUR, 2 * HOUR])(
    'is forgotten after its time, also where a process’s clock is %i ms wrong',
    async (wrong) => {
      const [name, other] = [newName(), newName()];
      const now = Date.now();
      vi.spyOn(Date, 'now').mockImplementation(() => now + wrong);
      await claimsOf(0).claim([name]);
      await claimsOf(0).forget(HOUR);
      vi.restoreAllMocks();
      await claimsOf(1).claim([other]);
      await claimsOf(1).forget(HOUR);
      for (const one of [name, other]) expect(await claimsOf(2).claim([one])).toBe(false);
      expect(await claimsOf(0).forget(0)).toBeGreaterThan(0);
      for (const one of [name, other]) expect(await claimsOf(2).claim([one])).toBe(true);
    },
  );
});

it('SQLite, which is one process’s, has neither', async () => {
  if (sqlite === undefined) throw new Error('no SQLite');
  const alone = await sqlite.create();
  const store = await openStore(alone.url);
  expect([store.leases, store.claims]).toStrictEqual([null, null]);
  await store.close();
  await alone.drop();
});
