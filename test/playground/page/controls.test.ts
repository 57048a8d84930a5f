// The clock, the faults and the bot's life: a daily rhythm in a minute, and what becomes of it when things go wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deed, Message, Outcome, Side } from '../../../src/playground/page/protocol.ts';
import { startPlayground } from '../../../src/playground.ts';
import type { Listener } from './listener.ts';
import { buttonsOf, openStage, type Stage, saying } from './stage.ts';

const DAY = 24 * 60 * 60_000;
const sides: readonly Side[] = ['slack', 'discord'];
const isQuestion = saying('Question of the day');
const isSolution = saying('The answer: ');
const isSet = (one: unknown) => JSON.stringify(one).includes('The quiz is set');

let stage: Stage;
let news: Listener;

beforeAll(async () => {
  stage = await openStage();
  news = await stage.listen();
}, 30_000);
afterAll(() => stage.stop());

const jump = (to: 'quiz' | 'reveal') => stage.do({ do: 'jump', to });
const bot = (what: 'restart' | 'kill' | 'start') => stage.do({ do: 'bot', what });
const clock = async () => (await stage.snapshot()).now;
const said = (words: string): Outcome => ({ ok: true, said: expect.stringContaining(words) });

/** Everything that stands in a room and matches. */
async function standing(side: Side, matches: (message: Message) => boolean): Promise<readonly Message[]> {
  const { messages } = await stage.snapshot();
  return messages.filter((message) => message.side === side && message.by === stage.room(side).bot && matches(message));
}

/** The button with the first option of an open question. */
function firstOption({ payload }: Message): string {
  const option = buttonsOf(payload).find(({ label }) => label.startsWith('A'));
  return option?.id ?? expect.unreachable('no options');
}

function answer(question: Message, who: string): Deed {
  const { side, id: message } = question;
  return { do: 'press', side, as: stage.member(side, who).id, message, button: firstOption(question) };
}

/** What somebody alone is told next. */
function told(side: Side, who: string, words: string): Promise<Message> {
  const { id } = stage.member(side, who);
  return news.message((message) => message.only === id && saying(words)(message));
}

async function ask(side: Side): Promise<Outcome> {
  const where = { side, as: stage.member(side, 'Linus').id, channel: stage.channel(side, 'general') };
  if (side === 'slack') return stage.do({ do: 'command', ...where, name: 'http', text: '418', options: {} });
  return stage.do({ do: 'command', ...where, name: 'status', text: '', options: { query: '418' } });
}

describe('the clock', () => {
  it('has nothing to reveal before the first question', async () => {
    expect(await jump('reveal')).toEqual({ ok: false, said: expect.stringContaining('Jump to the next quiz first') });
  });

  it('jumps to the next quiz, which is posted once on both sides', async () => {
    const before = await clock();
    expect(await jump('quiz')).toEqual(said('09:30'));
    expect(await clock()).toBeGreaterThan(before);
    expect(await clock()).toBeLessThan(before + DAY + 60_000);
    const { now } = await news.next('clock');
    for (const side of sides) {
      const [question, ...others] = await standing(side, isQuestion);
      expect(others).toEqual([]);
      expect(question?.channel).toBe(stage.channel(side, 'quiz'));
      expect(Math.abs((question?.at ?? 0) - now)).toBeLessThan(30_000);
    }
  });

  it('jumps to the solution, once somebody has answered', async () => {
    for (const side of sides) {
      const [question] = await standing(side, isQuestion);
      expect(await stage.do(answer(question ?? expect.unreachable(), 'Grace'))).toEqual({ ok: true });
      await told(side, 'Grace', 'Locked in');
    }
    expect(await jump('reveal')).toEqual(said('15:30'));
    for (const side of sides) {
      const [question] = await standing(side, isQuestion);
      const [solution, ...others] = await standing(side, isSolution);
      expect(others).toEqual([]);
      expect(solution?.under).toBe(question?.id);
      await news.message(({ id, edited }) => id === question?.id && edited);
    }
  });

  it('jumps over a whole day, with everything that was due on the way', async () => {
    const before = await clock();
    expect(await jump('quiz')).toEqual(said('09:30'));
    for (const side of sides) expect(await standing(side, isQuestion)).toHaveLength(2);
    for (const side of sides) {
      const [, question] = await standing(side, isQuestion);
      await stage.do(answer(question ?? expect.unreachable(), 'Linus'));
      await told(side, 'Linus', 'Locked in');
    }
    expect(await jump('quiz')).toEqual(said('09:30'));
    expect(await clock()).toBeGreaterThan(before + DAY);
    for (const side of sides) {
      expect(await standing(side, isQuestion)).toHaveLength(3);
      const [, solution] = await standing(side, isSolution);
      // It came when it was due, not when somebody looked.
      expect(new Date(solution?.at ?? 0).getUTCHours()).not.toBe(new Date(await clock()).getUTCHours());
    }
  });

  it('says so where nobody had answered', async () => {
    expect(await jump('reveal')).toEqual(said('Nobody had answered'));
    for (const side of sides) expect(await standing(side, isSolution)).toHaveLength(2);
  });

  it('jumps once for a double click', async () => {
    const before = await clock();
    const [first, second] = await Promise.all([jump('quiz'), jump('quiz')]);
    expect(first).toEqual(said('09:30'));
    expect(second).toEqual(first);
    expect(await clock()).toBeLessThan(before + DAY);
    for (const side of sides) expect(await standing(side, isQuestion)).toHaveLength(4);
  });
});

describe('the bot', () => {
  it('can be killed: then each platform says so in its own words, and there is nothing to jump to; started again it knows open questions, first answers, scores', async () => {
    expect(await bot('kill')).toEqual(said('killed'));
    expect(await news.next('bot')).toEqual({ kind: 'bot', state: 'stopped' });
    expect(await ask('slack')).toEqual({ ok: false, said: '/http failed with the error “dispatch_failed”' });
    // Discord waits for three seconds before it says so.
    const unanswered = ask('discord');
    expect(await jump('quiz')).toEqual({ ok: false, said: expect.stringContaining('not running') });
    expect(await bot('kill')).toEqual({ ok: false, said: expect.stringContaining('not running') });
    expect((await stage.snapshot()).bot).toBe('stopped');

    expect(await Promise.all([bot('start'), bot('start')])).toEqual([{ ok: true }, { ok: true }]);
    expect(await news.next('bot')).toMatchObject({ state: 'starting' });
    expect(await news.next('bot')).toMatchObject({ state: 'running' });
    for (const side of sides) {
      const question = (await standing(side, isQuestion)).at(-1) ?? expect.unreachable();
      await stage.do(answer(question, 'Grace'));
      await told(side, 'Grace', 'Locked in');
      await stage.do(answer(question, 'Grace'));
      await told(side, 'Grace', 'You have answered already');
    }
    const where = { as: stage.member('slack', 'Grace').id, channel: stage.channel('slack', 'quiz') };
    await stage.do({ do: 'command', side: 'slack', ...where, name: 'http', text: 'quiz scores', options: {} });
    await told('slack', 'Grace', 'right in 2 answers');
    expect(await unanswered).toEqual({ ok: false, said: 'The application did not respond' });
  });

  it('keeps what is due over a restart, and posts nothing twice', async () => {
    expect(await bot('restart')).toEqual({ ok: true });
    expect(await jump('reveal')).toEqual(said('15:30'));
    for (const side of sides) {
      expect(await standing(side, isSolution)).toHaveLength(3);
      expect(await standing(side, isQuestion)).toHaveLength(4);
    }
    expect(stage.warnings).toEqual([]);
  });

  it('killed in the middle of a jump, posts what was still to come after its start, and nothing twice', async () => {
    const fresh = await stage.listen();
    const jumping = jump('quiz');
    await fresh.message(isQuestion);
    await bot('kill');
    expect(await jumping).toEqual({ ok: false, said: expect.stringContaining('not running') });
    expect(await bot('start')).toEqual({ ok: true });
    // Whatever was still to come comes within a moment.
    await expect.poll(async () => (await standing('discord', isQuestion)).length, { timeout: 10_000 }).toBe(5);
    await jump('reveal');
    expect(await standing('discord', isQuestion)).toHaveLength(5);
    // Killed as its request arrived, nobody knows whether Slack took it: then it is not asked again.
    expect([4, 5]).toContain((await standing('slack', isQuestion)).length);
  });
});

describe('a bot that was killed before it had set up its quizzes', () => {
  it('sets them up at its next start', async () => {
    const quiet = () => undefined;
    const log = { info: quiet, warn: quiet, error: quiet };
    const { act, ready, town, stop } = await startPlayground({ port: 0, commands: ['/http'], log });
    expect(await act({ do: 'bot', what: 'kill' })).toEqual(said('killed'));
    await ready;
    expect([...town.slack.history(), ...town.discord.posts].filter(isSet)).toEqual([]);
    expect(await act({ do: 'bot', what: 'start' })).toEqual({ ok: true });
    await expect.poll(() => town.slack.history().filter(isSet), { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(() => town.discord.posts.filter(isSet), { timeout: 10_000 }).toHaveLength(1);
    await stop();
  });
});

describe('a fault', () => {
  const mention = (side: Side, text: string): Deed => ({
    do: 'write',
    side,
    as: stage.member(side, 'Linus').id,
    channel: stage.channel(side, 'general'),
    thread: null,
    text: `@Teapot ${text}`,
  });

  it.each<[Deed, Side, string, string]>([
    [{ do: 'fault', fault: 'slack-429' }, 'slack', '429 Too Many Requests', '421'],
    [{ do: 'fault', fault: 'discord-500' }, 'discord', '500 Internal Server Error', '422'],
    [{ do: 'fault', fault: 'drop-slack' }, 'slack', 'was cut', '423'],
    [{ do: 'fault', fault: 'drop-discord' }, 'discord', 'was cut', '424'],
  ])('%o is said, and got over', async (fault, side, words, code) => {
    expect(await stage.do(fault)).toEqual(said(words));
    const { slack } = stage.playground.town;
    // Slack delivers at once and after a minute; nobody wants to wait for that here.
    await expect.poll(slack.connections).toBe(1);
    await stage.do(mention(side, code));
    const asked = await news.message((message) => message.side === side && saying(`> ${code}`)(message));
    const answered = await news.message(({ under }) => under === asked.id);
    expect(JSON.stringify(answered.payload)).toContain(code);
  });
});
