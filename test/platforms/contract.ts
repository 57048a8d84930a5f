// What every platform must do, driven from outside: a person types, a person sees.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Block } from '../../src/answer/answer.ts';
import type { Ask, Bot } from '../../src/port.ts';

/** What a person sees of one answer. */
export interface Shown {
  /** Everything readable, in order, without markup. */
  readonly text: string;
  /** Only the asker can see it. */
  readonly private: boolean;
  readonly buttons: readonly { readonly label: string; readonly press: () => Promise<Shown> }[];
}

/** A person on one platform. Each method resolves with what this person then sees, or null for silence. */
export interface Person {
  /** Connects the platform to the bot. */
  start(bot: Bot): Promise<void>;
  /** Types a slash command with this text after it (the terminal: one line). */
  command(line: string): Promise<Shown>;
  /** Mentions the bot in a channel; null where nothing was answered within a moment. */
  mention(text: string): Promise<Shown | null>;
  /** Uses "Explain status codes" on somebody's message. */
  explain(text: string): Promise<Shown>;
  /** Leaves and closes everything. */
  stop(): Promise<void>;
}

const card: Answer = {
  title: '404 Not Found',
  subtitle: 'Client error',
  tone: 'client',
  blocks: [
    { kind: 'text', text: ['Nothing at ', { code: '/users/9' }, ': ', { strong: 'look again' }, '.'] },
    { kind: 'heading', text: 'What to do' },
    { kind: 'list', items: [['Check the address.'], ['Check the id.']] },
    { kind: 'facts', facts: [{ label: 'Body', value: ['expected'] }] },
    { kind: 'table', head: ['', '401', '403'], rows: [[['Name'], ['Unauthorized'], ['Forbidden']]] },
    { kind: 'code', source: 'GET /users/9 HTTP/1.1', language: 'http' },
    {
      kind: 'bars',
      title: 'Who said what',
      bars: [
        { label: '409 Conflict', value: 8 },
        { label: '400 Bad Request', value: 2 },
      ],
    },
  ],
  choices: [
    { label: 'For testers', line: '404 for testers' },
    { label: 'Compare with 403', line: '404 vs 403' },
  ],
  links: [{ label: 'RFC 9110 §15.5.5', href: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5' }],
  audience: 'room',
  about: { kind: 'status', codes: [404], class: 4 },
  line: '404',
};

/** Who asks, and half past nine UTC: a platform may show both in its own way. */
function keptBy(user: string): Block {
  return { kind: 'text', text: ['Kept by ', { user }, ' since ', { time: Date.UTC(2026, 10, 25, 9, 30) }, '.'] };
}

const NAMED_AND_DATED = /Kept by \S*@\S+ since .*\d/;
const EIGHT = /409 Conflict\W+8\b/;

const hostile = '<!channel> @everyone <@U1> &amp; *bold* [x](https://evil.example) `tick` <https://evil.example|here>';

/** A bot whose answers show what reached it: the platform under test is the subject, not the engine. */
export function contractBot(asked: Ask[]): Bot {
  return {
    ask: async (ask) => {
      asked.push(ask);
      const said = ask.kind === 'line' ? ask.line : ask.text;
      if (said.includes('quiet')) return null;
      if (said.includes('hostile')) return { ...card, title: hostile, blocks: [{ kind: 'text', text: [hostile] }] };
      if (said.includes('private')) return { ...card, audience: 'asker' };
      return { ...card, title: `heard: ${said}`, blocks: [...card.blocks, keptBy(ask.by.user)] };
    },
    suggest: (typed) => [{ label: `suggested ${typed}`, line: '404' }],
    commands: [{ name: 'status', description: 'Explain a status code', hint: '404', where: 'anywhere' }],
    menu: { name: 'Explain status codes', id: 'explain_status_codes', description: 'Find and explain the codes in it' },
  };
}

/** Joins a platform to the contract. `make` builds a person on a fresh, unconnected platform. */
export function platformContract(name: string, make: () => Promise<Person> | Person): void {
  describe(`${name} keeps the platform contract`, () => {
    const asked: Ask[] = [];
    let person: Person;
    beforeAll(async () => {
      person = await make();
      await person.start(contractBot(asked));
    });
    afterAll(() => person.stop());

    it('hands a command’s text to the bot as a line, with who asked', async () => {
      const shown = await person.command('  401 vs 403 ');
      expect(shown.text).toContain('heard: 401 vs 403');
      expect(asked.at(-1)).toMatchObject({ kind: 'line', line: '401 vs 403' });
      expect(asked.at(-1)?.by.user).not.toBe('');
    });

    it('shows every kind of block, the links and the buttons', async () => {
      const shown = await person.command('everything');
      for (const text of [
        '/users/9',
        'look again',
        'What to do',
        'Check the id.',
        'expected',
        'Forbidden',
        'GET /users/9 HTTP/1.1',
        'Who said what',
      ])
        expect(shown.text).toContain(text);
      expect(shown.text).toMatch(EIGHT);
      expect(shown.text).toMatch(NAMED_AND_DATED);
      expect(shown.text).toContain('RFC 9110 §15.5.5');
      expect(shown.buttons.map(({ label }) => label)).toEqual(
        expect.arrayContaining(['For testers', 'Compare with 403']),
      );
    });

    it('turns a button into the line it carries', async () => {
      const shown = await person.command('press me');
      const button = shown.buttons.find(({ label }) => label === 'Compare with 403');
      const next = await button?.press();
      expect(next?.text).toContain('heard: 404 vs 403');
      expect(asked.at(-1)).toMatchObject({ kind: 'line', line: '404 vs 403' });
    });

    it('answers a mention without its own name in the text', async () => {
      const shown = await person.mention('what is 404?');
      expect(shown?.text).toContain('heard: what is 404?');
      expect(asked.at(-1)).toMatchObject({ kind: 'mention', text: 'what is 404?' });
    });

    it('stays silent when the bot does', async () => {
      expect(await person.mention('quiet please')).toBeNull();
    });

    it('explains somebody’s message to whoever asked only', async () => {
      const shown = await person.explain('GET / 404');
      expect(shown.text).toContain('heard: GET / 404');
      expect(shown.private).toBe(true);
      expect(asked.at(-1)).toMatchObject({ kind: 'explain', text: 'GET / 404' });
    });

    it('shows markup in an answer as plain characters', async () => {
      const shown = await person.command('hostile');
      expect(shown.text).toContain('<!channel> @everyone <@U1> &amp; *bold* [x](https://evil.example) `tick`');
    });

    it('keeps an answer for the asker private', async () => {
      expect((await person.command('private')).private).toBe(true);
    });
  });
}
