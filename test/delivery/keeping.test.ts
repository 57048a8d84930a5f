// What is deleted without anybody asking, and when.
import { describe, expect, it, onTestFinished } from 'vitest';
import { createKeeping } from '../../src/delivery/keeping.ts';
import type { Broadcaster } from '../../src/port.ts';
import { openStore } from '../../src/store/open.ts';
import { DAY, MORNING, place, quiz, schedule } from '../store/sample.ts';
import { createLines, createVoice } from './stage.ts';

async function open(purgeDays: number, platforms: readonly Broadcaster[] = []) {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const log = createLines();
  const run = async (now: number) => {
    const keeping = createKeeping({ store, platforms, log, purgeDays, now: () => now });
    keeping.start();
    await keeping.stop();
  };
  return { store, log, run };
}

it.each([0, 30])('purges a removed workspace after %i days and no earlier', async (purgeDays) => {
  const { store, run } = await open(purgeDays);
  const at = place();
  await store.schedules.set(schedule(at));
  await store.upkeep.remove('slack', at.team, MORNING);
  await run(MORNING + purgeDays * DAY);
  expect(await store.schedules.get(at)).not.toBeNull();
  await run(MORNING + purgeDays * DAY + 1);
  expect(await store.schedules.get(at)).toBeNull();
});

it('leaves a number of each answer after 400 days, without its person', async () => {
  const { store, run } = await open(30);
  const one = quiz(place());
  const person = { platform: 'slack', user: 'ann' } as const;
  await store.deliveries.insert(one);
  await store.answers.record({ delivery: one.id, person, choice: 1, correct: true, at: MORNING });
  await store.deliveries.close(one.id, MORNING + DAY);
  await run(MORNING + 400 * DAY);
  expect(await store.answers.ofPerson(person)).toHaveLength(1);
  await run(MORNING + 400 * DAY + 1);
  expect(await store.answers.ofPerson(person)).toEqual([]);
  expect(await store.answers.tally(one.id)).toMatchObject([{ choice: 1, count: 1 }]);
});

it('is a line in the log where it fails, and nothing more', async () => {
  const { store, log, run } = await open(30);
  await store.close();
  await run(MORNING);
  expect(log.lines).toMatchObject([{ level: 'error', message: 'keeping: could not delete' }]);
});

describe('a platform that knows where Teapot is', () => {
  /** It has heard of nothing while Teapot was away. */
  async function away(there: ReadonlyMap<string, boolean>) {
    const whereabouts: Broadcaster['whereabouts'] = async (teams) =>
      teams.flatMap((team) => {
        const member = there.get(team);
        return member === undefined ? [] : [{ platform: 'slack' as const, team, member }];
      });
    return await open(30, [{ ...createVoice('slack'), whereabouts }]);
  }

  it('stops what was removed meanwhile at once, and deletes it after its days; what is in doubt stays', async () => {
    const there = new Map([
      ['gone', false],
      ['here', true],
    ]);
    const { store, run } = await away(there);
    const places = ['gone', 'here', 'unclear'].map((team) => place('slack', team));
    for (const at of places) await store.schedules.set(schedule(at));
    await run(MORNING);
    const states = async () =>
      await Promise.all(places.map(async (at) => (await store.schedules.get(at))?.disabledReason ?? null));
    expect(await states()).toEqual(['removed', null, null]);
    await run(MORNING + 20 * DAY);
    await run(MORNING + 31 * DAY);
    expect(await Promise.all(places.map(async (at) => (await store.schedules.get(at)) !== null))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('keeps what came back meanwhile', async () => {
    const there = new Map([['gone', false]]);
    const { store, run } = await away(there);
    const at = place('slack', 'gone');
    await store.schedules.set(schedule(at));
    await run(MORNING);
    there.set('gone', true);
    await run(MORNING + DAY);
    await run(MORNING + 60 * DAY);
    expect(await store.schedules.get(at)).toMatchObject({ enabled: false });
  });
});
