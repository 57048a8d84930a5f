// What becomes of a post that fails, on both engines.
import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../src/port.ts';
import { newId } from '../../src/store/id.ts';
import type { Place, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from '../store/engines.ts';
import { DAY, MINUTE, MORNING, TODAY } from '../store/sample.ts';
import { channelIn, createStage, quizOn, type Stage } from './stage.ts';

describe.each(engines)('posts that fail on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });
  const channel = (platform: Place['platform'], changes?: Partial<Schedule>) => channelIn(store, platform, changes);
  const leave = (at: Place) => store.schedules.disable(at, 'the test is over', null);
  const quizOf = (at: Place, date?: string) => quizOn(store, at, date);
  const voiceOf = (stage: Stage, at: Place) => stage[at.platform];

  const again: readonly [FailureKind, number | undefined, number, number][] = [
    ['busy', 7_000, MORNING + 7_000, MORNING + 7_500],
    ['unsent', undefined, MORNING + 1_000, MORNING + 16_000],
  ];
  describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
    it.each(again)('%s: tried again after a while, posted once', async (failure, retryAfter, early, then) => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      const voice = voiceOf(stage, at);
      voice.fail({ failure, ...(retryAfter !== undefined && { retryAfter }) });
      await stage.pass();
      expect(await quizOf(at)).toMatchObject({ status: 'pending', error: `it was ${failure}` });
      await stage.pass(early - 1);
      expect(voice.attempts).toHaveLength(1);
      await stage.pass(then);
      expect(await quizOf(at)).toMatchObject({ status: 'sent', attempts: 2, postedAt: then });
      expect(voice.said).toHaveLength(1);
      expect(new Set(voice.attempts).size).toBe(1);
      await leave(at);
    });

    it('a post that does not get out until the grace is over is let go', async () => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      voiceOf(stage, at).fail(...Array.from({ length: 100 }, () => ({ failure: 'unsent' }) as const));
      for (let minutes = 0; minutes <= 190; minutes += 5) await stage.pass(MORNING + minutes * MINUTE);
      expect(await quizOf(at)).toMatchObject({ status: 'skipped', error: 'too late' });
      expect(voiceOf(stage, at).said).toHaveLength(0);
      await leave(at);
    });

    it('refused: given up, and the schedule goes on', async () => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      voiceOf(stage, at).fail({ failure: 'refused' });
      await stage.pass();
      expect(await quizOf(at)).toMatchObject({ status: 'dead', error: 'it was refused' });
      expect(stage.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
      await stage.pass(MORNING + DAY);
      expect(voiceOf(stage, at).said).toHaveLength(1);
      await leave(at);
    });

    it('gone: the schedule is off at once, nothing more is posted, and whoever set it is told once', async () => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      voiceOf(stage, at).fail({ failure: 'gone' });
      await stage.pass();
      expect(await quizOf(at)).toMatchObject({ status: 'dead' });
      expect(await store.schedules.get(at)).toMatchObject({ enabled: false, nextRunAt: null, disabledReason: 'gone' });
      const [reveal] = await store.deliveries.list(at, { from: TODAY, to: TODAY }, ['reveal']);
      expect(reveal).toMatchObject({ status: 'skipped' });
      for (const days of [1, 2]) await stage.pass(MORNING + days * DAY);
      expect(voiceOf(stage, at).attempts).toHaveLength(1);
      const setter = { platform, user: 'U7' };
      expect(await store.schedules.takeNotices(setter, at.team)).toStrictEqual([{ place: at, reason: 'gone' }]);
      expect(await store.schedules.takeNotices(setter, at.team)).toStrictEqual([]);
    });

    it('repairable: off after three failed dates, and a success in between forgets them', async () => {
      const at = await channel(platform, { days: [1, 2, 3, 4, 5, 6, 7] });
      const stage = createStage(store, MORNING);
      const no = { failure: 'repairable' } as const;
      const outcomes = [no, no, null, no, no, no];
      for (const [day, outcome] of outcomes.entries()) {
        voiceOf(stage, at).fail(outcome);
        expect((await store.schedules.get(at))?.enabled, `before day ${day}`).toBe(true);
        await stage.pass(MORNING + day * DAY);
      }
      expect(await store.schedules.get(at)).toMatchObject({
        enabled: false,
        disabledReason: 'repairable',
        noticeFor: 'U7',
      });
      expect(await quizOf(at)).toMatchObject({ status: 'skipped' });
    });

    it('repairable twice on one date is one strike', async () => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      for (let times = 0; times < 5; times += 1) {
        const id = newId(MORNING);
        await store.deliveries.insert({ id, place: at, kind: 'quiz', date: TODAY, slot: id, notBefore: MORNING });
        voiceOf(stage, at).fail({ failure: 'repairable' }, { failure: 'repairable' });
        await stage.pass();
      }
      expect(await store.schedules.get(at)).toMatchObject({ enabled: true });
      await leave(at);
    });

    it('something that no platform may throw counts as unclear', async () => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      voiceOf(stage, at).onAttempt = () => {
        throw new TypeError('a bug');
      };
      await stage.pass();
      expect(await quizOf(at)).toMatchObject({ status: 'unknown', error: 'TypeError: a bug' });
      await leave(at);
    });
  });
});
