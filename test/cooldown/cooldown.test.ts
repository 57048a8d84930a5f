// Who is never held back, who is, and what they read.
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { createBot } from '../../src/bot.ts';
import { createCooldown } from '../../src/cooldown/cooldown.ts';
import type { Ask, Asker, Log } from '../../src/port.ts';

const ANSWER = `quiz answer ${'0'.repeat(26)} 1`;

function person(user: string, changes: Partial<Asker> = {}): Asker {
  return { platform: 'slack', team: 'T1', channel: 'C1', user, manages: async () => false, ...changes };
}

const typed = (line: string, by: Asker): Ask => ({ kind: 'line', by, line });
const said = (text: string, by: Asker): Ask => ({ kind: 'mention', by, text });

/** A bot on a clock of its own. */
function start() {
  let now = 0;
  const told: { fields: object; message: string }[] = [];
  const unexpected = (fields: object, message: string) => expect.unreachable(`${message} ${JSON.stringify(fields)}`);
  const log: Log = {
    info: (fields, message) => told.push({ fields, message }),
    warn: unexpected,
    error: unexpected,
  };
  const bot = createBot({ log, cooldown: createCooldown(() => now) });
  /** Asks every `pause` milliseconds; how many were held back. */
  const askOften = async (count: number, pause: number, ask: (index: number) => Ask) => {
    let held = 0;
    for (let index = 0; index < count; index += 1) {
      const answer = await bot.ask(ask(index));
      if (answer === null || answer.title === 'One moment, please') held += 1;
      now += pause;
    }
    return held;
  };
  return {
    bot,
    told,
    askOften,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('nobody is held back who', () => {
  it.each([
    ['clicks through questions without reading them, five times a second for fifteen seconds', 75, 200, 'choose yes'],
    ['practises for an hour, a question every second', 3_600, 1_000, 'quiz practice'],
    ['talks to it, a message every two seconds for ten minutes', 300, 2_000, '@'],
    ['looks up one code after the other, twice a second for a minute', 120, 500, '404'],
  ])('%s', async (_, count, pause, line) => {
    const { askOften } = start();
    const ask = line === '@' ? said('404', person('ada')) : typed(line, person('ada'));
    expect(await askOften(count, pause, () => ask)).toBe(0);
  });

  it('is one of a thousand who answer at once, and press a button more', async () => {
    const { askOften } = start();
    expect(await askOften(1_000, 0, (index) => typed(ANSWER, person(`U${index}`)))).toBe(0);
    expect(await askOften(3_000, 0, (index) => typed('404', person(`U${index % 1_000}`)))).toBe(0);
  });

  it('answers a quiz, whatever they did before', async () => {
    const { askOften } = start();
    expect(await askOften(500, 1, () => typed('404', person('ada')))).toBeGreaterThan(400);
    expect(await askOften(20, 0, () => typed(ANSWER, person('ada')))).toBe(0);
  });

  it('sits at a terminal, where a file may be asked line by line', async () => {
    const { askOften } = start();
    const by = person('me', { platform: 'terminal', team: null, channel: null });
    expect(await askOften(1_000, 0, () => typed('404', by))).toBe(0);
  });

  it('is in a channel with somebody who asks too fast', async () => {
    const { askOften } = start();
    await askOften(3_000, 1, (index) => (index % 2 === 0 ? typed : said)('404', person('mallory')));
    expect(await askOften(20, 100, () => typed('404', person('ada')))).toBe(0);
    expect(await askOften(10, 1_000, () => said('404', person('ada')))).toBe(0);
  });
});

describe('a script', () => {
  it.each(['404', ANSWER, 'quiz practice', 'rule show 404', 'nonsense '.repeat(60)])(
    'that asks a hundred times a second is held back: %s',
    async (line) => {
      const { askOften } = start();
      expect(await askOften(1_000, 10, () => typed(line, person('mallory')))).toBeGreaterThan(900);
    },
  );

  it('is held back wherever it asks', async () => {
    const { askOften } = start();
    const everywhere = (index: number) => typed('404', person('mallory', { channel: `C${index}`, team: `T${index}` }));
    expect(await askOften(1_000, 10, everywhere)).toBeGreaterThan(900);
  });

  it('under many names is held back for its channel', async () => {
    const { askOften } = start();
    expect(await askOften(8_000, 0, (index) => typed('404', person(`U${index}`)))).toBe(3_000);
  });

  it('is told once, and then hears nothing', async () => {
    const { bot, wait, told } = start();
    const answers: (string | null)[] = [];
    for (let index = 0; index < 300; index += 1) {
      answers.push((await bot.ask(said('404', person('mallory'))))?.title ?? null);
      wait(10);
    }
    expect(answers.filter((title) => title === 'One moment, please')).toHaveLength(1);
    expect(answers.filter((title) => title === null).length).toBeGreaterThan(200);
    expect(told).toEqual([
      {
        message: 'somebody asks too fast',
        fields: { platform: 'slack', team: 'T1', channel: 'C1', user: 'mallory', by: 'person' },
      },
    ]);
  });

  it('gets completions as fast as somebody types, and no faster', () => {
    const { bot, wait } = start();
    const complete = (pause: number) => {
      wait(pause);
      return bot.suggest('40', 'status', person('mallory', { platform: 'discord' })).length;
    };
    expect(Array.from({ length: 300 }, () => complete(100))).not.toContain(0);
    expect(Array.from({ length: 1_000 }, () => complete(1)).filter((many) => many === 0).length).toBeGreaterThan(800);
    expect(bot.suggest('40', 'status').length).toBeGreaterThan(0);
  });
});

describe('messages that everybody reads', () => {
  it('are answered once a second in a channel, whoever writes them, and anywhere else', async () => {
    const { bot, askOften } = start();
    const held = await askOften(100, 100, (index) => said('404', person(`U${index}`)));
    expect(100 - held).toBeLessThanOrEqual(30 + 10);
    expect((await bot.ask(said('404', person('ada', { channel: 'C2' }))))?.title).toBe('404 Not Found');
    // Of private answers there can be more.
    expect((await bot.ask(typed('404', person('ada'))))?.title).toBe('404 Not Found');
  });
});

describe('whoever is held back', () => {
  async function held(ask: Ask) {
    const { bot, askOften } = start();
    await askOften(60, 0, () => typed('404', ask.by));
    return await bot.ask(ask);
  }

  it('reads so in a few words that only they see, with a button for what they asked', async () => {
    const answer = await held(typed('choose yes no', person('ada')));
    expect(answer).toMatchObject({
      audience: 'asker',
      // A form that it came from stays open.
      about: { kind: 'error' },
      choices: [{ label: 'Try again', line: 'choose yes no' }],
    });
    expect(answer && toPlain(answer)).toBe(
      'One moment, please\n\nYou ask faster than I can answer. Wait a few seconds, then ask again.',
    );
  });

  it.each<[string, Ask]>([
    ['a line that no button can carry', typed('x'.repeat(101), person('ada'))],
    ['a line of nothing', typed(' ', person('ada'))],
    ['a message', { kind: 'explain', by: person('ada'), text: '404' }],
  ])('gets no button for %s', async (_, ask) => {
    expect(await held(ask)).toMatchObject({ title: 'One moment, please', choices: [] });
  });

  it('costs nothing: neither the engine nor the store is asked', async () => {
    const { bot, askOften } = start();
    await askOften(60, 0, () => typed('404', person('ada')));
    const ask: Ask = { kind: 'explain', by: person('ada'), text: '' };
    const untouched = Object.defineProperty({ ...ask }, 'text', { get: () => expect.unreachable('was read') });
    expect((await bot.ask(untouched))?.title).toBe('One moment, please');
  });

  it('is answered again after a few seconds', async () => {
    const { bot, askOften, wait } = start();
    await askOften(70, 0, () => typed('404', person('ada')));
    wait(3_000);
    expect((await bot.ask(typed('404', person('ada'))))?.title).toBe('404 Not Found');
  });
});
