// From a schedule to the rows of the outbox: the pure plan, its spread, and the passes over a store.
import { describe, expect, it } from 'vitest';
import { createMaterialise, jitterOf, plan, spreadOf } from '../../src/delivery/materialise.ts';
import type { NewDelivery, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from '../store/engines.ts';
import { DAY, HOUR, MINUTE, MORNING, place, schedule } from '../store/sample.ts';
import { createLines } from './stage.ts';

const at = place();

function planned(changes: Partial<Schedule> = {}, now = MORNING, spread = 0) {
  const { deliveries, nextRunAt } = plan(schedule(at, { skips: [], ...changes }), now, spread);
  const of = (kind: NewDelivery['kind']) => deliveries.filter((row) => row.kind === kind);
  return { quizzes: of('quiz'), reveals: of('reveal'), digests: of('digest'), seasons: of('season'), nextRunAt };
}

describe('the plan of a schedule', () => {
  it('has a quiz, its reveal, the week’s digest and the month’s summary', () => {
    const { quizzes, reveals, digests, seasons, nextRunAt } = planned();
    expect(quizzes).toMatchObject([{ date: '2026-11-25', slot: '2026-11-25', notBefore: MORNING }]);
    expect(reveals).toMatchObject([{ slot: '2026-11-25', notBefore: MORNING + 6 * HOUR, parent: quizzes[0]?.id }]);
    expect(digests).toMatchObject([{ slot: '2026-11-27', notBefore: Date.parse('2026-11-27T15:00:00Z') }]);
    expect(seasons).toMatchObject([
      { slot: '2026-11', date: '2026-11-30', notBefore: Date.parse('2026-12-01T09:00:00Z') },
    ]);
    expect(nextRunAt).toBe(MORNING + DAY);
  });

  const cases: readonly [
    string,
    Partial<Schedule>,
    number,
    { reveal?: number; quizzes?: string[]; digests?: number },
  ][] = [
    ['without a digest where none is wanted', { digest: false }, MORNING, { digests: 0 }],
    [
      'with the reveal at a local time',
      { reveal: { at: '16:00' } },
      MORNING,
      { reveal: Date.parse('2026-11-25T15:00:00Z') },
    ],
    ['with a later reveal where the quiz is late', {}, MORNING + HOUR, { reveal: MORNING + 7 * HOUR }],
    ['of nothing on skipped dates', { skips: [{ from: '2026-11-25', to: '2026-11-26' }] }, MORNING, { quizzes: [] }],
    [
      'of a note for every missed date',
      {},
      MORNING + 2 * DAY + 5 * HOUR,
      { quizzes: ['skipped', 'skipped', 'skipped'] },
    ],
  ];
  it.each(cases)('%s', (_, changes, now, { reveal, quizzes, digests }) => {
    const made = planned(changes, now);
    if (reveal !== undefined) expect(made.reveals[0]?.notBefore).toBe(reveal);
    if (quizzes !== undefined) expect(made.quizzes.map(({ status }) => status)).toStrictEqual(quizzes);
    if (digests !== undefined) expect(made.digests).toHaveLength(digests);
  });

  it('moves quiz and reveal by the same part of the spread, the same every day, and never early', () => {
    const jitter = jitterOf(at, 100_000);
    for (const day of [0, 1, 2]) {
      const due = MORNING + day * DAY;
      const { quizzes, reveals } = planned({ nextRunAt: due }, due, 100_000);
      expect(quizzes[0]?.notBefore).toBe(due + jitter);
      expect(reveals[0]?.notBefore).toBe(due + 6 * HOUR + jitter);
    }
    expect(jitter).toBeGreaterThanOrEqual(0);
  });

  it('ends where nothing is to come', () => {
    const { quizzes, nextRunAt } = planned({ skips: [{ from: '2026-11-26', to: '2099-01-01' }] });
    expect(quizzes).toHaveLength(1);
    expect(nextRunAt).toBeNull();
  });
});

describe('the spread of a crowd', () => {
  it.each([
    [0, 0],
    [49, 0],
    [100, 2_000],
    [10_000, 200_000],
    [1_000_000, 300_000],
  ])('of %d is %d ms', (due, spread) => expect(spreadOf(due)).toBe(spread));

  it('fills it evenly', () => {
    const seconds = Array.from({ length: 10_000 }, () => Math.floor(jitterOf(place(), 200_000) / 20_000));
    const counts = Array.from({ length: 10 }, (_, part) => seconds.filter((one) => one === part).length);
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });
});

describe.each(engines)('passes on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  function setUp(start: number) {
    let time = start;
    const log = createLines();
    const { pass, recompute } = createMaterialise({ store, log, now: () => time, onStep: () => {} });
    return {
      log,
      recompute,
      pass: (moment: number) => {
        time = moment;
        return pass();
      },
    };
  }

  it('plan a crowd of one moment over a spread, each once', async () => {
    const places = Array.from({ length: 150 }, () => place('discord'));
    for (const one of places) await store.schedules.set(schedule(one, { skips: [], digest: false }));
    const { pass } = setUp(MORNING);
    expect(await pass(MORNING - MINUTE)).toBe(0);
    // A little early, so that nothing is left to write when the posts begin.
    expect(await pass(MORNING - MINUTE / 2)).toBe(150 * 3);
    expect(await pass(MORNING)).toBe(0);
    const rows = await Promise.all(
      places.map((one) => store.deliveries.list(one, { from: '2026-11-25', to: '2026-11-25' }, ['quiz'])),
    );
    const late = rows.flat().map(({ notBefore }) => notBefore - MORNING);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeGreaterThan(1_000);
    expect(Math.max(...late)).toBeLessThan(3_000);
    expect(late).toStrictEqual(places.map((one) => jitterOf(one, 3_000)));
  });

  it('go on where one schedule cannot be read, and say so', async () => {
    const [broken, whole] = [place(), place()];
    await store.schedules.set(schedule(broken, { zone: 'Mars/Olympus', nextRunAt: MORNING + 2 * DAY }));
    await store.schedules.set(schedule(whole, { skips: [], nextRunAt: MORNING + 2 * DAY }));
    const { pass, log } = setUp(MORNING);
    await pass(MORNING + 2 * DAY);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'delivery: a schedule cannot be planned' }]);
    const day = { from: '2026-11-27', to: '2026-11-27' };
    expect(await store.deliveries.list(whole, day, ['quiz'])).toHaveLength(1);
    expect((await store.schedules.get(broken))?.nextRunAt).toBe(MORNING + 3 * DAY);
    await store.schedules.disable(broken, '', null);
  });

  it('compute all times to come again, and move only what is wrong', async () => {
    const [wrong, right] = [place(), place()];
    await store.schedules.set(schedule(wrong, { skips: [], nextRunAt: MORNING + 30 * DAY + HOUR }));
    await store.schedules.set(schedule(right, { skips: [], nextRunAt: MORNING + 5 * DAY }));
    const { recompute, pass } = setUp(MORNING + 3 * DAY);
    await pass(MORNING + 3 * DAY);
    expect(await recompute()).toBe(1);
    expect((await store.schedules.get(wrong))?.nextRunAt).toBe(MORNING + 5 * DAY);
  });
});
