// Several processes over one PostgreSQL: every row is posted once, whoever does it, and whoever dies over it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daily } from '../../src/delivery/daily.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { createKeeping } from '../../src/delivery/keeping.ts';
import type { Rates } from '../../src/delivery/rate.ts';
import type { Broadcaster, Standing } from '../../src/port.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { postgres, type TestDatabase } from '../store/engines.ts';
import { DAY, MINUTE, MORNING, place, schedule } from '../store/sample.ts';
import { createLines, createStage, createVoice, type Stage, unlimited } from './stage.ts';

const CHANNELS = 200;
const NOW = MORNING + 10 * MINUTE;

let database: TestDatabase;
let stores: Store[];
let stage: Stage;

beforeEach(async () => {
  database = await postgres.lend();
  stores = [await openStore(database.url)];
  // Late enough that what is spread over some minutes is due.
  stage = createStage(storeOf(0), NOW);
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await database?.drop();
});

function storeOf(process: number): Store {
  const store = stores[process];
  if (store === undefined) throw new Error('no store');
  return store;
}

/** A process with a store of its own; the platforms are everybody's. */
async function worker(process: number, more: NonNullable<Parameters<Stage['another']>[1]> = {}): Promise<Delivery> {
  while (stores.length <= process) stores.push(await openStore(database.url));
  return stage.another(`worker-${process}`, { store: storeOf(process), ...more });
}

async function channels(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1)
    await storeOf(0).schedules.set(
      schedule(place(number % 2 === 0 ? 'slack' : 'discord'), { skips: [], digest: false }),
    );
}

/** In how many channels something stands, and in how many more than once. */
function stands(): { readonly channels: number; readonly twice: number } {
  const all = [...stage.slack.said, ...stage.discord.said].map(({ place: at }) => at.channel);
  return { channels: new Set(all).size, twice: all.length - new Set(all).size };
}

describe.each([2, 4, 8])('%i processes', (count) => {
  it('post to every channel once, though all of them plan and post at the same moment', async () => {
    await channels(CHANNELS);
    const workers = await Promise.all(Array.from({ length: count }, (_, number) => worker(number)));
    await Promise.all(workers.map((one) => one.tick()));
    expect(stands()).toEqual({ channels: CHANNELS, twice: 0 });
    expect([...stage.slack.attempts, ...stage.discord.attempts]).toHaveLength(CHANNELS);
  });

  it('have a part of Slack’s workspaces each, and together all of them', async () => {
    await channels(CHANNELS);
    const parted = (): Rates => ({ ...unlimited(), parted: true });
    const posted: string[][] = [];
    const workers = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const voice = createVoice('slack');
        const mine: string[] = [];
        posted.push(mine);
        const broadcaster: Broadcaster = {
          ...voice,
          post: async (...what) => {
            mine.push(what[0].team);
            return await voice.post(...what);
          },
        };
        const standing = (): Standing => ({ index, of: count });
        return await worker(index, { broadcasters: [broadcaster], rates: parted, standing });
      }),
    );
    await Promise.all(workers.map((one) => one.tick()));
    // What others have planned meanwhile.
    await Promise.all(workers.map((one) => one.tick()));
    expect(posted.flat()).toHaveLength(CHANNELS / 2);
    expect(new Set(posted.flat()).size).toBe(CHANNELS / 2);
    for (const mine of posted) expect(mine.length).toBeGreaterThan(0);
  });
});

it('what a process held when it was killed is taken up by the others once its lease ran out, and posted once', async () => {
  await channels(60);
  let claimed = 0;
  let claimedAll = () => {};
  const half = new Promise<void>((resolve) => {
    claimedAll = resolve;
  });
  const dying = await worker(1, {
    onStep: async (step) => {
      if (step !== 'sending') return;
      claimed += 1;
      if (claimed === 20) claimedAll();
      if (claimed > 10) await new Promise(() => {});
    },
  });
  dying.tick().catch(() => undefined);
  await half;
  const others = await Promise.all([worker(0), worker(2)]);
  await Promise.all(others.map((one) => one.tick()));
  expect(stands().twice).toBe(0);
  expect(stands().channels).toBeLessThan(60);
  stage.at(NOW + 2 * MINUTE);
  for (let pass = 0; pass < 3; pass += 1) await Promise.all(others.map((one) => one.tick()));
  expect(stands()).toEqual({ channels: 60, twice: 0 });
});

it('a process that stands by takes nothing, and one that takes over posts it', async () => {
  await channels(10);
  let standing: Standing | null = null;
  const one = await worker(1, { standing: (platform) => (platform === 'discord' ? standing : { index: 0, of: 1 }) });
  await one.tick();
  expect([stage.slack.said.length, stage.discord.attempts.length]).toEqual([5, 0]);
  standing = { index: 0, of: 1 };
  await one.tick();
  expect(stage.discord.said).toHaveLength(5);
});

describe('once a day', () => {
  it('is once for all processes, at the same moment and later that day', async () => {
    await worker(2);
    let done = 0;
    const work = async () => {
      done += 1;
    };
    await Promise.all(stores.map(({ leases }) => daily(leases, 'sweep', work)));
    for (const { leases } of stores) await daily(leases, 'sweep', work);
    expect(done).toBe(1);
    await daily(storeOf(0).leases, 'dust', work);
    expect(done).toBe(2);
  });

  it('is done by another where one fails', async () => {
    await worker(1);
    const fails = daily(storeOf(0).leases, 'sweep', () => Promise.reject(new Error('no')));
    await expect(fails).rejects.toThrow('no');
    let done = 0;
    await daily(storeOf(1).leases, 'sweep', async () => {
      done += 1;
    });
    expect(done).toBe(1);
  });

  it('one process deletes what is old; each looks after its own part of Discord', async () => {
    await worker(2);
    const at = place();
    await storeOf(0).schedules.set(schedule(at));
    await storeOf(0).schedules.set(schedule(place('discord')));
    await storeOf(0).upkeep.remove('slack', at.team, MORNING);
    const asked: string[] = [];
    const platforms = (['slack', 'discord'] as const).map(
      (name): Broadcaster => ({
        ...createVoice(name),
        whereabouts: async () => {
          asked.push(name);
          return [];
        },
      }),
    );
    const keep = async (store: Store) =>
      await createKeeping({
        store,
        platforms,
        log: createLines(),
        purgeDays: 30,
        now: () => MORNING + 31 * DAY,
      }).keep();
    await Promise.all(stores.map(keep));
    expect(asked.sort()).toEqual(['discord', 'discord', 'discord', 'slack']);
    expect(await storeOf(1).schedules.get(at)).toBeNull();
  });
});
