// The machine's clock jumps, forward and back, while quizzes are due: no channel is asked twice for a day, and none is
// forgotten once the clock is right.
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/port.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from '../store/engines.ts';
import { DAY, HOUR, MINUTE, MORNING } from '../store/sample.ts';
import { channelIn, createStage, type Stage } from './stage.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const WENT_BACK = 'delivery: the clock went back, times were computed again; see that it is right';

describe.each(engines)('a clock that jumps, on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  const daily = () => channelIn(store, 'discord', { days: EVERY_DAY });
  const questions = ({ discord }: Stage, at: Place) =>
    discord.said.filter(({ place, replyTo }) => place.channel === at.channel && replyTo === null);
  const sent = async (at: Place) => {
    const rows = await store.deliveries.list(at, { from: '2026-01-01', to: '2030-01-01' }, ['quiz']);
    return rows.filter(({ status }) => status === 'sent').map(({ date }) => date);
  };

  it.each([
    // On the day that the wrong clock told, Teapot did ask.
    ['three days', 3 * DAY, ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']],
    ['a year', 365 * DAY, ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2027-11-25']],
  ])('forward by %s and back: each day is asked for once, and the log says it once', async (_, jump, dates) => {
    const at = await daily();
    const stage = createStage(store, MORNING - HOUR);
    await stage.pass();
    await stage.pass(MORNING + jump + MINUTE);
    expect(questions(stage, at)).toHaveLength(1);
    await stage.pass(MORNING - HOUR);
    for (let day = 0; day < 5; day += 1)
      for (const minute of [-1, 0, 1]) await stage.pass(MORNING + day * DAY + minute * MINUTE);
    expect(await sent(at)).toStrictEqual(dates);
    expect(questions(stage, at)).toHaveLength(dates.length);
    expect(stage.log.lines.filter(({ level }) => level !== 'info')).toMatchObject([
      { level: 'warn', message: WENT_BACK, fields: { hours: (jump + HOUR) / HOUR, passedOver: expect.any(Number) } },
    ]);
  });

  it('back by days right after a question asks nothing again, and goes on when its time has come', async () => {
    const at = await daily();
    const stage = createStage(store, MORNING - HOUR);
    await stage.pass(MORNING + MINUTE);
    for (const time of [-4 * DAY, -3 * DAY, 0, MINUTE]) await stage.pass(MORNING + time);
    const days = await sent(at);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain('2026-11-25');
    await stage.pass(MORNING + DAY);
    expect(await sent(at)).toContain('2026-11-26');
    expect(questions(stage, at)).toHaveLength(days.length + 1);
  });

  it('by minutes, as clocks do that are being set, is nothing', async () => {
    const at = await daily();
    const stage = createStage(store, MORNING - HOUR);
    for (const minute of [1, -10, 5, -20, 0, 20]) await stage.pass(MORNING + minute * MINUTE);
    expect(questions(stage, at)).toHaveLength(1);
    expect(stage.log.lines).toEqual([]);
  });

  it('is made up for by whoever starts once it is right', async () => {
    const at = await daily();
    const wrong = createStage(store, MORNING + 30 * DAY);
    await wrong.pass();
    const stage = createStage(store, MORNING - HOUR);
    const starting = stage.another('process-2');
    starting.start();
    await expect.poll(async () => (await store.schedules.get(at))?.nextRunAt).toBe(MORNING);
    await starting.stop();
    await stage.pass(MORNING);
    expect(await sent(at)).toContain('2026-11-25');
  });
});
