import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Answer, Block, Span, Text } from '../../../src/answer/answer.ts';
import { createBot } from '../../../src/bot.ts';
import { registered, vendorStatuses, written } from '../../../src/catalog/index.ts';
import { toTerminal } from '../../../src/platforms/terminal/render.ts';
import { by } from '../../../src/platforms/terminal/typed.ts';

const card: Answer = {
  title: '404 Not Found',
  subtitle: 'Client error · common',
  tone: 'client',
  blocks: [
    { kind: 'text', text: ['Nothing at ', { code: '/users/9' }, ': ', { strong: 'look again' }, '.'] },
    { kind: 'heading', text: 'Do now' },
    { kind: 'list', items: [['Check the address, letter by letter, from its beginning to its end.'], ['Wait.']] },
    {
      kind: 'facts',
      facts: [
        { label: 'Body', value: ['expected'] },
        { label: 'Cacheable', value: ['yes, by ', { link: 'RFC 9110', href: 'https://example.com/rfc' }] },
      ],
    },
    {
      kind: 'code',
      source: 'GET /users/9 HTTP/1.1\n\n{ "a very long line": "that is copied as it is, and so it is never broken" }',
    },
  ],
  choices: [
    { label: 'For testers', line: '404 for testers' },
    { label: 'Example', line: '404 example' },
    { label: 'Compare with 403', line: '404 vs 403' },
  ],
  links: [
    { label: 'RFC', href: 'https://example.com/1' },
    { label: 'MDN 404', href: 'https://example.com/a-long-address-that-is-copied-as-it-is' },
  ],
  audience: 'room',
  about: { kind: 'status', codes: [404], class: 4 },
};

const table: Block = {
  kind: 'table',
  head: ['', '401', '403'],
  rows: [
    [['Name'], ['Unauthorized'], ['Forbidden']],
    [['Meaning'], ['Credentials are missing, or they are wrong.'], ['They are known, and they may not do this.']],
  ],
};

function drawn(answer: Partial<Answer>, width: number, colour = false): string {
  const empty = { title: 'T', blocks: [], choices: [], links: [] };
  return toTerminal({ ...card, subtitle: '', ...empty, ...answer }, { width, colour });
}

describe('a card in the terminal', () => {
  it('fits a narrow screen, but for code and addresses', () => {
    expect(toTerminal(card, { width: 40, colour: false })).toBe(`404 Not Found
Client error · common

Nothing at /users/9: look again.

Do now
• Check the address, letter by letter,
  from its beginning to its end.
• Wait.

Body       expected
Cacheable  yes, by RFC 9110

  GET /users/9 HTTP/1.1

  { "a very long line": "that is copied as it is, and so it is never broken" }

RFC      https://example.com/1
MDN 404
  https://example.com/a-long-address-that-is-copied-as-it-is

1 For testers   2 Example
3 Compare with 403`);
  });

  it('names lines to type where nothing waits for a number', () => {
    const { choices } = card;
    const text = toTerminal({ ...card, choices }, { width: 80, colour: false, choices: 'lines' });
    expect(text.split('\n').at(-1)).toBe('Ask on:   404 for testers   404 example   404 vs 403');
  });

  it.each([
    ['informational', 34],
    ['success', 32],
    ['redirection', 36],
    ['client', 33],
    ['server', 31],
    ['neutral', 35],
  ] as const)('is coloured by its class: %s', (tone, colour) => {
    expect(drawn({ title: 'Title', tone }, 80, true)).toContain(`\u001b[${colour}m\u001b[1mTitle`);
  });

  it('says the same with and without colour', () => {
    const coloured = toTerminal(card, { width: 60, colour: true });
    expect(coloured).not.toBe(toTerminal(card, { width: 60, colour: false }));
    expect(coloured).toContain('\u001b]8;;https://example.com/rfc\u0007');
    expect(stripVTControlCharacters(coloured)).toBe(toTerminal(card, { width: 60, colour: false }));
  });
});

describe('a table in the terminal', () => {
  it('has aligned columns without boxes while they fit', () => {
    expect(drawn({ blocks: [table] }, 100)).toBe(`T

         401                                          403
Name     Unauthorized                                 Forbidden
Meaning  Credentials are missing, or they are wrong.  They are known, and they may not do this.`);
  });

  it('wraps its cells when they do not', () => {
    expect(drawn({ blocks: [table] }, 60)).toBe(`T

         401                        403

Name     Unauthorized               Forbidden

Meaning  Credentials are missing,   They are known, and they
         or they are wrong.         may not do this.`);
  });

  it('becomes a paragraph for each row on a small screen', () => {
    expect(drawn({ blocks: [table] }, 40)).toBe(`T

Name
  401  Unauthorized
  403  Forbidden

Meaning
  401  Credentials are missing, or they
       are wrong.
  403  They are known, and they may not
       do this.`);
  });

  it('counts columns, not characters', () => {
    const wide: Block = {
      kind: 'table',
      head: ['', 'B'],
      rows: [
        [['漢字'], ['1']],
        [['ab'], ['2']],
      ],
    };
    expect(drawn({ blocks: [wide] }, 40)).toBe('T\n\n      B\n漢字  1\nab    2');
  });
});

/** Anything that a terminal could obey, and pieces that could become it when others are taken away. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u001b[2J',
    '\u001b]0;title\u0007',
    '\u001b\u001b[[31m',
    '\u009b31m',
    '\r',
    '\b\b',
    '\u0007',
    '\t',
    '\u202e',
    'a\r\nb',
    '漢字',
  ),
);
const anyText: fc.Arbitrary<Text> = fc.array(
  fc.oneof<fc.Arbitrary<Span>[]>(
    nasty,
    fc.record({ strong: nasty }),
    fc.record({ code: nasty }),
    fc.record({ link: nasty, href: nasty }),
  ),
  { maxLength: 4 },
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: anyText }),
  fc.record({ kind: fc.constant('heading' as const), text: nasty }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: nasty, value: anyText }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(anyText, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    head: fc.array(nasty, { maxLength: 4 }),
    rows: fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 4 }),
  }),
);
const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    title: nasty,
    subtitle: nasty,
    blocks: fc.array(anyBlock, { maxLength: 5 }),
    choices: fc.array(fc.record({ label: nasty, line: nasty })),
  })
  .map((parts) => ({ ...card, links: [], ...parts }));

const controls = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe('whatever the answer is', () => {
  it('nothing in it reaches the terminal but characters', () => {
    fc.assert(
      fc.property(anyAnswer, fc.integer({ min: 20, max: 120 }), (answer, width) => {
        expect(toTerminal(answer, { width, colour: false })).not.toMatch(controls);
        // With colour, what is left when our own sequences are gone is as clean as without.
        const coloured = stripVTControlCharacters(toTerminal(answer, { width, colour: true }));
        expect(coloured).not.toMatch(controls);
      }),
    );
  });

  it('no line is wider than the screen', () => {
    fc.assert(
      fc.property(anyAnswer, fc.integer({ min: 20, max: 120 }), fc.boolean(), (answer, width, colour) => {
        const widest = Math.max(
          ...toTerminal(answer, { width, colour })
            .split('\n')
            .map((line) => stringWidth(line)),
        );
        expect(widest).toBeLessThanOrEqual(width);
      }),
    );
  });

  it.each([40, 80, 120])('every row of the catalog fits %i columns', async (width) => {
    const bot = createBot();
    const codes = [...registered, ...vendorStatuses].map((status) =>
      written(status.code, 'sub' in status ? status.sub : undefined),
    );
    for (const code of new Set(codes)) {
      const answer = await bot.ask({ kind: 'line', by, line: code });
      if (answer === null) throw new Error(`no answer to ${code}`);
      const text = toTerminal({ ...answer, links: [] }, { width, colour: true });
      const lines = text.split('\n').filter((line) => stringWidth(line) > width);
      expect(lines, `too wide for ${width}: ${code}`).toEqual([]);
    }
  });
});
