// A channel's day, from the schedule to the closed question, on both engines.
import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/answer/answer.ts';
import { askedOf } from '../../src/delivery/history.ts';
import { bestOf } from '../../src/quiz/asked.ts';
import { nextPosting } from '../../src/quiz/calendar.ts';
import { newId } from '../../src/store/id.ts';
import type { Place, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from '../store/engines.ts';
import { DAY, HOUR, MINUTE, MORNING, place, schedule, TODAY } from '../store/sample.ts';
import { createStage, quizOn, type Stage } from './stage.ts';

describe.each(engines)('a day of the quiz on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  async function set(at: Place, changes: Partial<Schedule> = {}): Promise<Schedule> {
    const wanted = schedule(at, { skips: [], digest: false, ...changes });
    await store.schedules.set(wanted);
    return wanted;
  }

  const quizOf = (at: Place, date?: string) => quizOn(store, at, date);

  async function answer(quiz: string, at: Place, user: string, choice: number, correct: boolean, when: number) {
    await store.answers.record({ delivery: quiz, person: { platform: at.platform, user }, choice, correct, at: when });
  }

  const inPlace = (stage: Stage, at: Place) =>
    stage[at.platform].said.filter((one) => one.place.channel === at.channel);

  it.each(['slack', 'discord'] as const)('asks, reveals under the question and closes it on %s', async (platform) => {
    const at = place(platform);
    await set(at);
    const stage = createStage(store, MORNING - 1);
    expect(await stage.pass()).toMatchObject({ planned: 3, posted: 0 });
    expect(await stage.pass(MORNING)).toMatchObject({ posted: 1 });
    const [question] = inPlace(stage, at);
    const quiz = await quizOf(at);
    expect(quiz).toMatchObject({ status: 'sent', message: question?.message, postedAt: MORNING });
    expect(question?.answer.choices.map(({ line }) => line)).toStrictEqual(
      (askedOf(quiz)?.options ?? []).map((_, index) => `quiz answer ${quiz.id} ${index}`),
    );
    const asked = askedOf(quiz);
    if (asked === null) throw new Error('nothing was asked');
    await answer(quiz.id, at, 'U1', bestOf(asked), true, MORNING + MINUTE);
    await answer(
      quiz.id,
      at,
      'U2',
      asked.whys.findIndex((why) => why !== ''),
      false,
      MORNING + HOUR,
    );
    await stage.pass(MORNING + 6 * HOUR - 1);
    expect(inPlace(stage, at)).toHaveLength(1);
    await stage.pass(MORNING + 6 * HOUR);
    const [, reveal] = inPlace(stage, at);
    expect(reveal?.replyTo).toStrictEqual({ message: question?.message });
    expect(reveal?.answer.title).toContain(asked.options[bestOf(asked)]);
    expect(reveal?.answer.blocks).toContainEqual(expect.objectContaining({ kind: 'bars', title: '1 of 2 right' }));
    const [edit] = stage[platform].edits.filter((one) => one.place.channel === at.channel);
    expect(edit?.answer.choices.some(({ line }) => line.startsWith('quiz answer'))).toBe(false);
    expect((await quizOf(at)).closedAt).toBe(MORNING + 6 * HOUR);
    const { cards } = await store.memory.of(at, 0);
    expect(cards).toStrictEqual([expect.objectContaining({ item: asked.itemId, askedAt: MORNING })]);
    await stage.pass(MORNING + 7 * HOUR);
    expect(inPlace(stage, at)).toHaveLength(2);
  });

  it('asks each day another question, and not in the weekend', async () => {
    const at = place('discord');
    await set(at);
    const stage = createStage(store, MORNING);
    for (let day = 0; day < 7; day += 1) await stage.pass(MORNING + day * DAY);
    const rows = await store.deliveries.list(at, { from: TODAY, to: '2026-12-01' }, ['quiz']);
    expect(rows.map(({ date }) => date)).toStrictEqual([TODAY, '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01']);
    expect(new Set(rows.map(({ content }) => content?.item)).size).toBe(5);
    expect(inPlace(stage, at)).toHaveLength(5);
  });

  it('reveals nothing where nobody answered, closes the buttons, and offers a pause after ten such questions', async () => {
    const at = place('discord');
    await set(at, { days: [1, 2, 3, 4, 5, 6, 7] });
    const stage = createStage(store, MORNING);
    for (let day = 0; day < 12; day += 1) {
      await stage.pass(MORNING + day * DAY);
      await stage.pass(MORNING + day * DAY + 6 * HOUR);
    }
    const said = inPlace(stage, at);
    expect(said).toHaveLength(12);
    expect(stage.discord.edits.filter(({ place }) => place.channel === at.channel)).toHaveLength(12);
    const offers = said.map(({ answer: { choices } }) => choices.some(({ line }) => line === 'quiz off'));
    expect(offers).toStrictEqual(said.map((_, index) => index === 10));
  });

  const late: readonly [string, Partial<Schedule>, number, string][] = [
    ['two hours late', {}, MORNING + 2 * HOUR, 'sent'],
    ['more than three hours late', {}, MORNING + 3 * HOUR + MINUTE, 'skipped'],
    ['after eight in the evening', { time: '18:30', nextRunAt: MORNING + 9 * HOUR }, MORNING + 11 * HOUR, 'skipped'],
    ['on the next day', { time: '23:00', nextRunAt: MORNING + 13.5 * HOUR }, MORNING + 15 * HOUR, 'skipped'],
  ];
  it.each(late)('was away, and is back %s', async (_, changes, back, status) => {
    const at = place();
    await set(at, changes);
    const stage = createStage(store, back);
    await stage.pass();
    expect(await quizOf(at)).toMatchObject({ status });
    expect(inPlace(stage, at)).toHaveLength(status === 'sent' ? 1 : 0);
  });

  it('never catches up twice: after days away only the last question is worth sending', async () => {
    const at = place();
    await set(at);
    const stage = createStage(store, MORNING + 2 * DAY + HOUR);
    await stage.pass();
    const rows = await store.deliveries.list(at, { from: TODAY, to: '2026-11-27' }, ['quiz']);
    expect(rows.map(({ status }) => status)).toStrictEqual(['skipped', 'skipped', 'sent']);
    expect((await store.schedules.get(at))?.nextRunAt).toBe(MORNING + 5 * DAY);
  });

  it('a time moved on the same day is still one question that day', async () => {
    const at = place();
    const wanted = await set(at);
    const stage = createStage(store, MORNING);
    await stage.pass();
    const moved = { ...wanted, time: '17:00' };
    await set(at, { time: '17:00', nextRunAt: nextPosting(moved, MORNING + MINUTE)?.at ?? null });
    await stage.pass(MORNING + 7.5 * HOUR);
    await stage.pass(MORNING + 8 * HOUR);
    const questions = inPlace(stage, at).filter(({ replyTo }) => replyTo === null);
    expect(questions).toHaveLength(1);
    await stage.pass(MORNING + DAY + 7.5 * HOUR);
    expect(inPlace(stage, at)).toHaveLength(2);
  });

  const clocks: readonly [string, string, string, string][] = [
    ['does not exist', '02:30', '2027-03-28', '2027-03-28T01:30:00Z'],
    ['comes twice', '02:30', '2027-10-31', '2027-10-31T00:30:00Z'],
  ];
  it.each(clocks)('asks once where the local time %s', async (_, time, date, moment) => {
    const at = place('discord');
    const due = Date.parse(moment);
    await set(at, { time, days: [1, 2, 3, 4, 5, 6, 7], nextRunAt: due });
    const stage = createStage(store, due - HOUR);
    for (let half = 0; half < 10; half += 1) await stage.pass(due - HOUR + (half * HOUR) / 2);
    const rows = await store.deliveries.list(at, { from: date, to: date }, ['quiz']);
    expect(rows).toMatchObject([{ status: 'sent', postedAt: due }]);
    expect(inPlace(stage, at)).toHaveLength(1);
  });

  it('a question that was called off before its time is not asked, and its reveal stays away', async () => {
    const at = place();
    const wanted = await set(at);
    const stage = createStage(store, MORNING);
    // Planned by another process that could not send it yet.
    await stage.another('planner', { broadcasters: [] }).tick();
    await store.schedules.set({ ...wanted, enabled: false });
    await stage.pass(MORNING + MINUTE);
    await stage.pass(MORNING + 7 * HOUR);
    expect(inPlace(stage, at)).toHaveLength(0);
    expect(await quizOf(at)).toMatchObject({ status: 'skipped' });
  });

  it('goes on the next day after a pause', async () => {
    const at = place();
    const wanted = await set(at, { enabled: false, nextRunAt: null });
    const stage = createStage(store, MORNING);
    await stage.pass();
    expect(inPlace(stage, at)).toHaveLength(0);
    await store.schedules.set({ ...wanted, enabled: true, nextRunAt: nextPosting(wanted, MORNING + HOUR)?.at ?? null });
    await stage.pass(MORNING + DAY);
    expect(inPlace(stage, at)).toHaveLength(1);
  });

  it('asks in between when somebody wants it now, without a schedule', async () => {
    const at = place('discord');
    const id = newId(MORNING);
    await store.deliveries.insert({ id, place: at, kind: 'quiz', date: TODAY, slot: id, notBefore: MORNING });
    const stage = createStage(store, MORNING);
    await stage.pass();
    const [said] = inPlace(stage, at);
    expect(said?.answer.title).toBe('A question for in between');
  });

  it('tells the week on Friday and the month at its end, where there was anything', async () => {
    const at = place('slack');
    await set(at, { digest: true });
    const stage = createStage(store, MORNING);
    for (const day of [0, 1, 2, 5]) {
      const morning = MORNING + day * DAY;
      await stage.pass(morning);
      const date = new Date(morning).toISOString().slice(0, 10);
      const quiz = await quizOf(at, date);
      const asked = askedOf(quiz);
      if (asked === null) throw new Error('nothing was asked');
      for (const user of ['U1', 'U2', 'U3']) {
        const right = user !== 'U3';
        const choice = right ? bestOf(asked) : asked.whys.findIndex((why) => why !== '');
        await answer(quiz.id, at, user, choice, right, morning + MINUTE);
      }
      await stage.pass(morning + 6 * HOUR);
      if (day === 2) await stage.pass(Date.parse('2026-11-27T15:00:00Z'));
    }
    await stage.pass(Date.parse('2026-12-01T08:59:00Z'));
    const titles = inPlace(stage, at).map(({ answer: { title } }) => title);
    expect(titles.filter((title) => title === 'This week’s questions')).toHaveLength(1);
    expect(titles.some((title) => title === 'November 2026 is over')).toBe(false);
    await stage.pass(Date.parse('2026-12-01T09:00:00Z'));
    const season = inPlace(stage, at).find(({ answer: { title } }) => title === 'November 2026 is over');
    const list = season?.answer.blocks.find((block) => block.kind === 'list');
    expect(list?.kind === 'list' ? list.items.map(flatten) : []).toStrictEqual(['1. @U1 50', '1. @U2 50', '3. @U3 18']);
    // Slack would notify whom it names: the names come with an edit.
    await stage.pass();
    expect(stage.slack.edits.filter(({ answer }) => answer === season?.answer)).toHaveLength(1);
    const digest = inPlace(stage, at).find(({ answer: { title } }) => title === 'This week’s questions');
    expect(stage.slack.edits.some(({ answer }) => answer === digest?.answer)).toBe(false);
    const facts = digest?.answer.blocks.find((block) => block.kind === 'facts');
    expect(facts?.kind === 'facts' ? facts.facts.map(({ label, value }) => `${label}: ${flatten(value)}`) : []).toEqual(
      expect.arrayContaining(['Right: 67 % of 9 answers were right']),
    );
  });
});
