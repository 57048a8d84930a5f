// The way out of one platform: everything takes its turn, the more urgent first, and nobody waits for somebody else's limit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Rate, Rates } from '../../src/delivery/rate.ts';
import type { Place } from '../../src/port.ts';
import { newId } from '../../src/store/id.ts';
import { openStore } from '../../src/store/open.ts';
import type { Delivery } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, MINUTE, MORNING, place, schedule, TODAY } from '../store/sample.ts';
import { createStage } from './stage.ts';

/** Limits that are told what to say, and remember what they were asked. */
function createRates(waitFor: (place: Place) => number = () => 0) {
  const [taken, paused] = [[] as string[], [] as string[]];
  const rate: Rate = {
    wait: waitFor,
    take: ({ channel }) => void taken.push(channel),
    pause: ({ channel }) => void paused.push(channel),
  };
  const rates: Rates = { posts: rate, edits: rate, queueOf: ({ team }) => team, abreast: 1, ahead: 100, perTeam: 100 };
  return { taken, paused, rates: () => rates };
}

describe('the way out', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
  });
  afterAll(() => store?.close());
  let used: Place[];
  beforeEach(async () => {
    for (const at of used ?? []) await store.schedules.disable(at, 'the test is over', null);
    used = [];
  });

  async function channel(team = newId()): Promise<Place> {
    const at = place('slack', team);
    used.push(at);
    await store.schedules.set(schedule(at, { skips: [], digest: false }));
    return at;
  }

  async function rowsOf(at: Place, kind: Delivery['kind'] = 'quiz'): Promise<readonly Delivery[]> {
    return store.deliveries.list(at, { from: TODAY, to: '2026-11-30' }, [kind]);
  }

  it('takes a turn for every post, before it leaves, and none for what is let go', async () => {
    const places = await Promise.all(Array.from({ length: 12 }, () => channel()));
    const { taken, rates } = createRates();
    const stage = createStage(store, MORNING, { rates });
    stage.slack.onAttempt = () => expect(taken.length).toBeGreaterThanOrEqual(stage.slack.attempts.length);
    await stage.pass();
    expect(taken.toSorted()).toStrictEqual(places.map(({ channel: id }) => id).sort());
    const late = await channel();
    await stage.another('planner', { broadcasters: [] }).tick();
    await stage.pass(MORNING + 4 * HOUR);
    expect(await rowsOf(late)).toMatchObject([{ status: 'skipped' }]);
    expect(taken).toHaveLength(12);
  });

  it.each([
    ['for long', 200],
    ['for a moment, again and again', 50],
  ])('lets a large workspace that has to wait %s hold up nobody else', async (_, wait) => {
    const [slow, quick] = [newId(), newId()];
    for (let count = 0; count < 44; count += 1) await channel(slow);
    for (let count = 0; count < 5; count += 1) await channel(quick);
    let open = false;
    const { rates } = createRates(({ team }) => (team === slow && !open ? wait : 0));
    const stage = createStage(store, MORNING, { rates });
    const pass = stage.pass();
    const teams = () => stage.slack.said.map(({ place: { team } }) => team);
    await expect.poll(() => teams().length, { timeout: 15_000 }).toBe(5);
    expect(new Set(teams())).toStrictEqual(new Set([quick]));
    open = true;
    await pass;
    expect(teams().filter((team) => team === slow)).toHaveLength(44);
  });

  it('posts a question before a reveal, and a reveal before the rest', async () => {
    const team = newId();
    const [asking, telling] = [await channel(team), await channel(team)];
    await store.schedules.disable(asking, '', null);
    const { rates } = createRates();
    const stage = createStage(store, MORNING, { rates });
    await stage.pass();
    const [quiz] = await rowsOf(telling);
    const person = { platform: 'slack', user: 'U1' } as const;
    await store.answers.record({ delivery: quiz?.id ?? '', person, choice: 0, correct: false, at: MORNING });
    const then = MORNING + 6 * HOUR;
    const now = newId(then);
    await store.deliveries.insert({ id: now, place: asking, kind: 'quiz', date: TODAY, slot: now, notBefore: then });
    await stage.pass(then);
    expect(stage.slack.said.slice(1).map(({ place: { channel: id } }) => id)).toStrictEqual([
      asking.channel,
      telling.channel,
    ]);
  });

  it('gives its limit a rest when the platform is busy', async () => {
    const at = await channel();
    const { paused, rates } = createRates();
    const stage = createStage(store, MORNING, { rates });
    stage.slack.fail({ failure: 'busy', retryAfter: 3_000 });
    await stage.pass();
    expect(paused).toStrictEqual([at.channel]);
  });

  it('gives back what would have to wait for long', async () => {
    const at = await channel();
    const { rates } = createRates(() => 5 * MINUTE);
    const stage = createStage(store, MORNING, { rates });
    await stage.pass();
    expect(stage.slack.attempts).toHaveLength(0);
    expect(await rowsOf(at)).toMatchObject([{ status: 'pending', notBefore: MORNING + 5 * MINUTE }]);
  });
});
