// What is looked up with every question is read once, and never out of date in the process that wrote it.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { createRecall } from '../../src/store/recall.ts';
import type { Store } from '../../src/store/store.ts';
import { listenForWrites } from '../../src/store/written.ts';
import { engines, openForSuite } from './engines.ts';
import { MORNING, place } from './sample.ts';

/** A query that counts how often it was asked, and finds so many. */
function counting() {
  let times = 0;
  return {
    times: () => times,
    query: async (..._asked: readonly unknown[]) => {
      times += 1;
      return times;
    },
  };
}

describe('a recall', () => {
  it('asks once for each set of values', async () => {
    const { query, times } = counting();
    const found = createRecall(Number.POSITIVE_INFINITY).of(['rule'], query);
    expect([await found('T1', [404]), await found('T1', [404]), await found('T1', [422])]).toEqual([1, 1, 2]);
    expect(times()).toBe(2);
  });

  it.each<[string, string | null, number]>([
    ['a table that it reads', 'rule', 2],
    ['another table that it reads', 'code', 2],
    ['a table that it does not read', 'answer', 1],
    ['any table', null, 2],
  ])('asks again once somebody has written to %s', async (_, table, times) => {
    const recall = createRecall(Number.POSITIVE_INFINITY);
    const found = recall.of(['rule', 'code'], counting().query);
    await found('T1');
    recall.wrote(table);
    expect(await found('T1')).toBe(times);
  });

  it('does not keep what was being looked up while somebody wrote', async () => {
    const recall = createRecall(Number.POSITIVE_INFINITY);
    let answer = (_: string) => {};
    const found = recall.of(['rule'], (_team: string) => new Promise<string>((resolve) => (answer = resolve)));
    const first = found('T1');
    recall.wrote('rule');
    answer('before');
    expect(await first).toBe('before');
    const second = found('T1');
    answer('after');
    expect(await second).toBe('after');
  });

  it('does not keep a failure', async () => {
    let works = false;
    const found = createRecall(Number.POSITIVE_INFINITY).of(['rule'], async (_team: string) => {
      if (!works) throw new Error('away');
      return 'there';
    });
    await expect(found('T1')).rejects.toThrow('away');
    works = true;
    expect(await found('T1')).toBe('there');
  });

  it('asks again after a while where others write too', async () => {
    let now = 5;
    const found = createRecall(1_000, () => now).of(['rule'], counting().query);
    expect(await found('T1')).toBe(1);
    now += 999;
    expect(await found('T1')).toBe(1);
    now += 1;
    expect(await found('T1')).toBe(2);
  });

  it('keeps ten thousand, and lets go what it looked up first', async () => {
    const { query, times } = counting();
    const found = createRecall(Number.POSITIVE_INFINITY).of(['rule'], query);
    for (let team = 0; team <= 10_000; team += 1) await found(team);
    await found(10_000);
    expect(times()).toBe(10_001);
    await found(0);
    expect(times()).toBe(10_002);
  });
});

describe('a write is told from its words', () => {
  it.each<[string, readonly (string | null)[]]>([
    ['insert into "rule" ("team") values (?)', ['rule']],
    ['update "rule" set "text" = ?', ['rule']],
    ['  DELETE FROM "rule" where "team" = ?', ['rule']],
    ['select * from "rule" where "text" = \'delete from "rule"\'', []],
    ['pragma wal_checkpoint', []],
    ['begin immediate', []],
    ['insert or ignore into "rule" values (1)', [null]],
    ['with gone as (delete from "rule" returning team) select * from gone', [null]],
    ['alter table "rule" add column "link" text', [null]],
    ['truncate "rule"', [null]],
  ])('%s', (sql, tables) => {
    const told: (string | null)[] = [];
    listenForWrites((table) => told.push(table))(sql, false);
    expect(told).toEqual(tables);
  });

  it('once, and only once the transaction is over in which it happens', () => {
    const told: (string | null)[] = [];
    const heard = listenForWrites((table) => told.push(table));
    heard('begin', true);
    heard('insert into "rule" values (1)', true);
    heard('update "rule" set team = 2', true);
    heard('select 1', true);
    expect(told).toEqual([]);
    heard('commit', false);
    heard('select 1', false);
    expect(told).toEqual(['rule']);
  });
});

describe.each(engines)('what is remembered on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  it('is what was written last, by itself or in a transaction', async () => {
    const at = place();
    const passive = async () => (await store.channels.get(at))?.passive;
    expect(await passive()).toBeUndefined();
    await store.channels.set(at, { passive: true }, 'U1', MORNING);
    expect(await passive()).toBe(true);
    await store.upkeep.remove(at.platform, at.team, MORNING);
    expect(await passive()).toBe(false);
    await store.upkeep.purge(MORNING + 1);
    expect(await passive()).toBeUndefined();
  });
});

describe.each(engines.filter(({ engine }) => engine === 'postgres'))('what another process writes', ({ create }) => {
  let [store, address]: [Store | null, string] = [null, ''];
  openForSuite(create, (opened, url) => {
    [store, address] = [opened, url];
  });

  it('is seen within a second, and looked for no sooner', async () => {
    const other = await openStore(address);
    try {
      const at = place();
      expect(await store?.channels.get(at)).toBeNull();
      await other.channels.set(at, { passive: true }, 'U1', MORNING);
      expect(await store?.channels.get(at)).toBeNull();
      await pause(1_000);
      expect(await store?.channels.get(at)).toMatchObject({ passive: true });
    } finally {
      await other.close();
    }
  });
});
