// Posts of which nobody knows whether they stand, leases that run out, and several processes, on both engines.
import { describe, expect, it } from 'vitest';
import { historyOf, keptUntil } from '../../src/delivery/history.ts';
import { keyOf } from '../../src/delivery/key.ts';
import type { FailureKind } from '../../src/port.ts';
import type { Place, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from '../store/engines.ts';
import { HOUR, MINUTE, MORNING, TODAY } from '../store/sample.ts';
import { channelIn, createStage, quizOn } from './stage.ts';

/** Other tests may keep the machine busy. */
const PATIENT = { timeout: 15_000 };
const KEY = /^[0-9a-z]{20}$/;

describe.each(engines)('posts in doubt on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });
  const channel = (platform: Place['platform'], changes?: Partial<Schedule>) => channelIn(store, platform, changes);
  const leave = (at: Place) => store.schedules.disable(at, 'the test is over', null);
  const quizOf = (at: Place, date?: string) => quizOn(store, at, date);

  it('unknown on Slack: never sent again, and the first click heals it', async () => {
    const at = await channel('slack');
    const stage = createStage(store, MORNING);
    stage.slack.fail({ failure: 'unknown', posted: true });
    await stage.pass();
    expect(await quizOf(at)).toMatchObject({ status: 'unknown' });
    for (const minutes of [1, 5, 60, 300]) await stage.pass(MORNING + minutes * MINUTE);
    expect(stage.slack.attempts).toHaveLength(1);
    const { id } = await quizOf(at);
    await store.deliveries.healFromClick(id, 'm1', MORNING + 5 * HOUR);
    const person = { platform: 'slack', user: 'U1' } as const;
    await store.answers.record({ delivery: id, person, choice: 0, correct: false, at: MORNING + 5 * HOUR });
    await stage.pass(MORNING + 6 * HOUR);
    expect(stage.slack.said.map(({ replyTo }) => replyTo)).toStrictEqual([null, { message: 'm1' }]);
    await leave(at);
  });

  it.each([
    ['had been posted', true],
    ['had not been posted', false],
  ])('unknown on Discord: sent again under the same key, once in the channel where it %s', async (_, posted) => {
    const at = await channel('discord');
    const stage = createStage(store, MORNING);
    stage.discord.fail({ failure: 'unknown', posted });
    await stage.pass();
    expect(await quizOf(at)).toMatchObject({ status: 'unknown' });
    await stage.pass(MORNING + 10_000);
    expect(await quizOf(at)).toMatchObject({ status: 'sent', message: 'm1' });
    expect(stage.discord.said).toHaveLength(1);
    expect(stage.discord.attempts).toStrictEqual([stage.discord.attempts[0], stage.discord.attempts[0]]);
    expect(stage.discord.attempts[0]).toBe(keyOf((await quizOf(at)).id));
    expect(stage.discord.attempts[0]).toMatch(KEY);
    await leave(at);
  });

  it('unknown on Discord for two minutes: never sent again after them', async () => {
    const at = await channel('discord');
    const stage = createStage(store, MORNING);
    stage.discord.fail({ failure: 'unknown', posted: true });
    await stage.pass();
    await stage.pass(MORNING + 2 * MINUTE + 1);
    expect(await quizOf(at)).toMatchObject({ status: 'unknown' });
    await stage.pass(MORNING + HOUR);
    expect(stage.discord.attempts).toHaveLength(1);
    await leave(at);
  });

  const unclear: readonly FailureKind[] = ['busy', 'unsent', 'refused', 'repairable', 'gone', 'unknown'];
  it.each(unclear)('unknown on Discord, then %s: it is not said to be surely not posted', async (failure) => {
    const at = await channel('discord');
    const stage = createStage(store, MORNING);
    stage.discord.fail({ failure: 'unknown', posted: true }, { failure });
    await stage.pass();
    await stage.pass(MORNING + 10_000);
    expect(stage.discord.attempts).toHaveLength(2);
    expect(await quizOf(at)).toMatchObject({ status: 'unknown' });
    await leave(at);
  });

  it.each(['slack', 'discord'] as const)(
    'a process that vanished on %s: what it had only taken is sent, what it had begun is sent only where that is safe',
    async (platform) => {
      const [taken, begun] = [await channel(platform), await channel(platform)];
      const stage = createStage(store, MORNING);
      const gone = stage.another('gone', {
        onStep: (step, id) =>
          (step === 'sending' && id === first) || step === 'marked' ? new Promise(() => {}) : undefined,
      });
      await stage.another('planner', { broadcasters: [] }).tick();
      const first = (await quizOf(taken)).id;
      gone.tick().catch(() => {});
      await expect.poll(async () => (await quizOf(begun)).content, PATIENT).not.toBeNull();
      // A killed process takes no more rows; this one only stands still, so it is told to.
      void gone.stop();
      // Its lease runs out: only then are its rows somebody else's.
      await stage.pass(MORNING + 59_000);
      expect(stage[platform].attempts).toHaveLength(0);
      await stage.pass(MORNING + 61_000);
      await stage.pass();
      expect(await quizOf(taken)).toMatchObject({ status: 'sent' });
      expect(await quizOf(begun)).toMatchObject({ status: platform === 'discord' ? 'sent' : 'unknown' });
      for (const at of [taken, begun]) await leave(at);
    },
  );

  it.each(['slack', 'discord'] as const)(
    'a process that vanished on %s while a post waited to be tried again: it is sent, because no request was under way',
    async (platform) => {
      const at = await channel(platform);
      const stage = createStage(store, MORNING);
      stage[platform].fail({ failure: 'busy', retryAfter: 1000 });
      await stage.pass();
      let waits = false;
      const gone = stage.another('gone', {
        onStep: async (step) => {
          if (step !== 'sending') return;
          waits = true;
          await new Promise(() => {});
        },
      });
      stage.at(MORNING + MINUTE);
      gone.tick().catch(() => {});
      await expect.poll(() => waits, PATIENT).toBe(true);
      void gone.stop();
      await stage.pass(MORNING + 3 * MINUTE);
      await stage.pass();
      expect(stage[platform].said).toHaveLength(1);
      expect(await quizOf(at)).toMatchObject({ status: 'sent' });
      await leave(at);
    },
  );

  it('a request that broke off before its last byte on Slack has surely not posted: it is tried again', async () => {
    const at = await channel('slack');
    const stage = createStage(store, MORNING);
    stage.slack.fail({ failure: 'unknown', early: true });
    await stage.pass();
    expect(await quizOf(at)).toMatchObject({ status: 'pending', firstTriedAt: null });
    await stage.pass(MORNING + 10 * MINUTE);
    expect(await quizOf(at)).toMatchObject({ status: 'sent' });
    await leave(at);
  });

  it('a question of which nobody knows whether it came breaks no streak, unless somebody answered it', async () => {
    const at = await channel('slack');
    const stage = createStage(store, MORNING);
    stage.slack.fail({ failure: 'unknown' });
    await stage.pass();
    const { id } = await quizOf(at);
    await stage.pass(MORNING + 6 * HOUR);
    const state = async () => (await historyOf(store, at, keptUntil(TODAY))).quizzes.map((quiz) => quiz.state);
    expect(await quizOf(at)).toMatchObject({ status: 'unknown', closedAt: MORNING + 6 * HOUR });
    expect(await state()).toEqual(['skipped']);
    expect(await store.deliveries.revealOf(id)).toMatchObject({ status: 'skipped', error: 'nobody saw the question' });
    await store.deliveries.healFromClick(id, 'm1', MORNING);
    expect(await state()).toEqual(['closed']);
    await leave(at);
  });

  it('a row that became somebody else’s before its last byte is left to them', async () => {
    const at = await channel('slack');
    const stage = createStage(store, MORNING, {
      onStep: async (step) => {
        if (step === 'sending') await store.deliveries.expireLeases(MORNING + 2 * MINUTE);
      },
    });
    await stage.pass();
    expect(stage.slack.said).toEqual([]);
    expect(await quizOf(at)).toMatchObject({ status: 'unknown', firstTriedAt: null });
    await leave(at);
  });

  it('a post that outlives its lease is known to stand all the same', async () => {
    const at = await channel('slack');
    const stage = createStage(store, MORNING);
    stage.slack.onAttempt = async () => {
      stage.at(MORNING + 2 * MINUTE);
      await store.deliveries.expireLeases(stage.now());
    };
    await stage.pass();
    expect(await quizOf(at)).toMatchObject({ status: 'sent', message: 'm1' });
    await leave(at);
  });

  it('two processes at once post everything once', async () => {
    const places = await Promise.all(Array.from({ length: 30 }, () => channel('discord')));
    const stage = createStage(store, MORNING);
    const others = [stage.another('a'), stage.another('b'), stage.another('c')];
    const passes = await Promise.all(others.map((one) => one.tick()));
    expect(passes.reduce((sum, { posted }) => sum + posted, 0)).toBe(30);
    expect(new Set(stage.discord.said.map(({ place: { channel: id } }) => id)).size).toBe(30);
    expect(stage.discord.said).toHaveLength(30);
    for (const at of places) await leave(at);
  });

  it('stopping finishes what is under way and gives back what had not begun', async () => {
    const places = await Promise.all(Array.from({ length: 40 }, () => channel('discord')));
    const stage = createStage(store, MORNING);
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    stage.discord.onAttempt = () => gate;
    stage.delivery.start();
    await expect.poll(() => stage.discord.attempts.length, PATIENT).toBe(24);
    const stopped = stage.delivery.stop();
    open();
    await stopped;
    const statuses = (await Promise.all(places.map((at) => quizOf(at)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'sent')).toHaveLength(24);
    expect(statuses.filter((status) => status === 'pending')).toHaveLength(16);
    expect(stage.discord.said).toHaveLength(24);
    await stage.another('next').tick();
    expect(stage.discord.said).toHaveLength(40);
    for (const at of places) await leave(at);
  });
});
