// Which lines are for the quiz, and who gets what where.
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { createBot } from '../../src/bot.ts';
import { quizCommand } from '../../src/commands/quiz/parts.ts';
import { readTyped } from '../../src/platforms/terminal/typed.ts';
import type { Asker } from '../../src/port.ts';
import { by as terminal } from './ask.ts';
import { openRoom } from './quiz-room.ts';

const inChannel: Asker = { ...terminal, platform: 'slack', team: 'T1', channel: 'C1' };
const onDiscord: Asker = { ...terminal, platform: 'discord', team: 'G1', channel: 'D1' };

const titleOf = async (by: Asker, said: { line: string } | { text: string }): Promise<string> => {
  const bot = createBot();
  const ask = 'line' in said ? ({ kind: 'line', by, ...said } as const) : ({ kind: 'mention', by, ...said } as const);
  return (await bot.ask(ask))?.title ?? 'nothing';
};

const HELP = 'A question a day about HTTP status codes';
const NEEDS_CHANNEL = 'The quiz needs a channel on Slack or Discord';

describe('a line', () => {
  it.each([
    ['quiz', HELP],
    ['  QUIZ   Help ', HELP],
    ['quiz practice', 'Practice'],
    ['quiz dance', 'The quiz does not know that word'],
    ['quiz scores', NEEDS_CHANNEL],
    ['quiz schedule 09:30 Berlin', NEEDS_CHANNEL],
    ['quiz forget-me yes', NEEDS_CHANNEL],
    ['quiz answer 01JDF8Q4T5W6X7Y8Z9ABCDEFGH 0', NEEDS_CHANNEL],
    ['404', '404 Not Found'],
    ['401 vs 403', '401 Unauthorized vs 403 Forbidden'],
    ['which code for a quiz that is over, gone for good', 'Most likely 410 Gone'],
  ])('“%s” is answered by what it is for, also where nothing is remembered', async (line, title) => {
    expect(await titleOf(terminal, { line })).toBe(title);
    if (title !== NEEDS_CHANNEL) expect(await titleOf(inChannel, { line })).toBe(title);
  });

  it('can practise for ever without any memory', async () => {
    const bot = createBot();
    const ask = (line: string) => bot.ask({ kind: 'line', by: terminal, line });
    for (let round = 0; round < 5; round += 1) {
      const [first] = (await ask('quiz practice'))?.choices ?? [];
      const told = await ask(first?.line ?? '');
      expect(told?.title).toMatch(/^(?:Right|Not this time): A · /);
      expect(told?.choices[0]?.line).toBe('quiz practice');
    }
  });
});

describe('the terminal', () => {
  it.each([
    ['/quiz practice', 'quiz practice'],
    ['/quiz', 'quiz'],
    ['quiz me', 'quiz me'],
    ['/status 404', '404'],
  ])('reads %j as the line %j', (typed, line) => {
    expect(readTyped([typed], [], createBot().commands)).toMatchObject({ ask: { kind: 'line', line } });
  });
});

describe('a mention', () => {
  it.each([
    ['quiz', HELP],
    ['quiz practice', 'Practice'],
    ['quiz help', HELP],
  ])('“%s” speaks to the quiz', async (text, title) => {
    expect(await titleOf(inChannel, { text })).toBe(title);
  });

  it.each(['quiz time was fun yesterday', 'the quiz now', 'quizzes', 'a quiz: scores please'])(
    '“%s” does not',
    async (text) => {
      expect(await titleOf(inChannel, { text })).toBe('I did not see a status code question there.');
    },
  );

  it('on a Discord server is sent to the command, because everybody there reads the reply', async () => {
    expect(await titleOf(onDiscord, { text: 'quiz export-me' })).toBe('Use the command for that');
    const alone = { ...onDiscord, team: null };
    expect(await titleOf(alone, { text: 'quiz practice' })).toBe('Practice');
  });

  it('on a Discord server changes nothing', async () => {
    const room = await openRoom({ platform: 'discord', team: 'G1', channel: 'D1' });
    const by = room.person('ann').by;
    await room.bot.ask({ kind: 'mention', by, text: 'quiz schedule 09:30 Berlin' });
    expect(await room.store.schedules.get(room.place)).toBeNull();
  });
});

describe('a message to explain', () => {
  it('is never for the quiz', async () => {
    const answer = await createBot().ask({ kind: 'explain', by: inChannel, text: 'quiz practice' });
    expect(answer?.about.kind).toBe('none');
  });
});

describe('in a direct message', () => {
  it.each([
    ['quiz me', 'About you'],
    ['quiz hide-me', 'You are hidden'],
    ['quiz export-me', 'What I know about you'],
    ['quiz forget-me', 'Shall I forget you?'],
    ['quiz practice', 'Practice'],
    ['quiz scores', NEEDS_CHANNEL],
    ['quiz now', NEEDS_CHANNEL],
    ['quiz schedule 09:30 Berlin', NEEDS_CHANNEL],
  ])('“%s” is answered as far as it is about oneself', async (line, title) => {
    const room = await openRoom();
    expect((await room.person('ann', { team: null }).ask(line)).title).toBe(title);
  });
});

describe('the command', () => {
  it('offers only parts that there are, and everything but answers', async () => {
    const room = await openRoom();
    for (const { name } of quizCommand.parts ?? [])
      expect(await room.person('ann').read(`quiz ${name}`), name).not.toContain('does not know');
  });

  it('keeps the limits of Discord', () => {
    const { parts = [] } = quizCommand;
    expect(parts.length).toBeLessThanOrEqual(25);
    for (const { name, description, fields } of parts) {
      expect(name).toMatch(/^[a-z-]{1,32}$/);
      for (const text of [description, ...fields.map((field) => field.description)])
        expect(text.length).toBeLessThanOrEqual(100);
    }
  });

  it('completes time zones, and codes everywhere else', () => {
    const bot = createBot();
    expect(bot.suggest('berl', 'zone')[0]).toEqual({ label: 'Europe/Berlin', line: 'Europe/Berlin' });
    expect(bot.suggest('', 'zone')).toHaveLength(25);
    expect(bot.suggest('404')[0]?.line).toBe('404');
    expect(bot.suggest('404', 'status')[0]?.line).toBe('404');
  });

  it('is named in the help for everything', async () => {
    expect(
      toPlain((await createBot().ask({ kind: 'line', by: terminal, line: 'help' })) ?? expect.unreachable()),
    ).toContain('quiz – a question a day');
  });
});
