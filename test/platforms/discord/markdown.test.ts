import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/answer/answer.ts';
import { drawLine, drawText, literal, webAddress } from '../../../src/platforms/discord/markdown.ts';
import { readMarkdown, visibleText } from '../../../src/playground/discord/markdown.ts';

/** Characters that mean something to Discord, alone and in the combinations that it looks for. */
const marks = fc.constantFrom(
  ...[
    '\\',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '|',
    '||',
    '`',
    '```',
    '<',
    '>',
    '@',
    '#',
    '# ',
    '-',
    '- ',
    '-# ',
    '> ',
    '>>> ',
    '1.',
    '1. ',
    '.',
    ' ',
    '\n',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[a](https://b.example)',
    '<@1>',
    '<@&1>',
    '<#1>',
    '<t:1:R>',
    '</a:1>',
    '<:a:1>',
    '<id:home>',
    'https://a.example',
    'http:',
    '//x',
    'a',
    'é',
    '🫖',
  ],
);
const typed = fc.array(marks, { maxLength: 12 }).map((parts) => parts.join(''));
const text: fc.Arbitrary<Text> = fc.array(
  fc.oneof(
    typed,
    typed.map((strong) => ({ strong })),
    typed.map((code) => ({ code })),
    typed.map((link) => ({ link, href: 'https://docs.example/a_(b)?c=*d*' })),
    fc.oneof(typed, fc.constant('1234567890123456789')).map((user) => ({ user })),
    fc.oneof(fc.integer(), fc.double()).map((time) => ({ time })),
  ),
  { maxLength: 6 },
);

/** Nobody but the person in the answer is named. */
const PERSON_OR_MOMENT = /^@1234567890123456789$|^[+-]?\d{4,6}-\d\d-\d\d.* UTC$/;
/** Where the links of these texts lead. */
const OURS = /^https:\/\/docs\.example\//;

describe('text that somebody typed', () => {
  it('is shown by Discord with exactly its characters, and as nothing but text', () => {
    fc.assert(
      fc.property(typed, (said) => {
        const lines = readMarkdown(literal(said));
        expect(lines.every(({ kind }) => kind === 'text')).toBe(true);
        expect(lines.flatMap(({ pieces }) => pieces).every(({ kind }) => kind === 'text')).toBe(true);
        expect(visibleText(literal(said))).toBe(said);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays what the answer says it is, whatever stands beside it', () => {
    fc.assert(
      fc.property(text, (spans) => {
        const pieces = readMarkdown(drawLine(spans, 100_000)).flatMap((line) => line.pieces);
        const kinds = new Set(pieces.map(({ kind }) => kind));
        for (const kind of kinds) expect(['text', 'strong', 'code', 'link', 'mention']).toContain(kind);
        for (const { kind, text: shown } of pieces) if (kind === 'mention') expect(shown).toMatch(PERSON_OR_MOMENT);
        for (const { href } of pieces) if (href !== undefined) expect(href).toMatch(OURS);
      }),
      { numRuns: 2000 },
    );
  });

  it('is cut so that the rest still is what it was', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 60 }), (spans, room) => {
        const drawn = drawText(spans, room);
        expect(drawn.length).toBeLessThanOrEqual(room);
        const kinds = readMarkdown(drawn).flatMap((line) => [line.kind, ...line.pieces.map(({ kind }) => kind)]);
        for (const kind of kinds) expect(['text', 'strong', 'code', 'link', 'mention']).toContain(kind);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('marked words', () => {
  it.each([
    [[{ strong: 'Do now: ' }, 'check it'], '**Do now:** check it'],
    [['see', { code: ' 404 ' }, 'there'], 'see `404` there'],
    [['read', { link: ' the page', href: 'https://docs.example/' }], 'read [the page](<https://docs.example/>)'],
  ] satisfies [Text, string][])('of %j keep the space around them outside of their marks', (spans, drawn) => {
    expect(drawLine(spans, 100)).toBe(drawn);
  });
});

describe('links', () => {
  it.each([
    ['https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5', 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5'],
    ['https://en.wikipedia.org/wiki/A_(b)', 'https://en.wikipedia.org/wiki/A_%28b%29'],
    ['javascript:alert(1)', null],
    ['not an address', null],
    [`https://a.example/${'x'.repeat(500)}`, null],
  ])('%s goes to Discord as %s', (href, address) => expect(webAddress(href)).toBe(address));

  it('stay links with square brackets in their text', () => {
    const drawn = drawText([{ link: 'see ] there [', href: 'https://docs.example/' }], 100);
    expect(readMarkdown(drawn)[0]?.pieces).toMatchObject([{ kind: 'link', href: 'https://docs.example/' }]);
  });

  it('are text where their address is none', () => {
    expect(drawText([{ link: 'here', href: 'file:///etc/passwd' }], 100)).toBe('here');
  });
});

describe('people and moments', () => {
  const user = '1234567890123456789';
  it.each<[string, Text, string]>([
    ['a person by id', ['by ', { user }, '.'], `by <@${user}>.`],
    ['two people', [{ user }, { user }], `<@${user}><@${user}>`],
    ['somebody of another platform', [{ user: 'U024BE7LH' }], '@U024BE7LH'],
    ['a forged role', [{ user: '&1234567890123456789' }], '@&1234567890123456789'],
    ['everyone', [{ user: 'everyone' }], '@everyone'],
    ['a moment', [{ time: Date.UTC(2026, 10, 25, 9, 30) }], '<t:1795599000:F>'],
    ['a moment before 1970', [{ time: -1500 }], '<t:-2:F>'],
    ['no moment at all', ['at ', { time: Number.NaN }], 'at'],
  ])('show: %s', (_, spans, drawn) => expect(drawLine(spans, 100)).toBe(drawn));
});
