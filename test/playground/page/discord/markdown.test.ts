// Markdown as Discord's app reads it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/playground/page/client/discord/markdown.ts';
import type { Piece } from '../../../../src/playground/page/client/discord/piece.ts';

/** Written briefly: marks by their first letters, so that a test says what it sees on one line. */
function brief(pieces: readonly Piece[]): string {
  return pieces.map(briefly).join('');
}

function briefly(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return `code(${piece.source})`;
    case 'fence':
      return `fence(${piece.language ?? ''}|${piece.source})`;
    case 'link':
      return `link(${brief(piece.of)} → ${piece.href})`;
    case 'member':
    case 'role':
    case 'channel':
      return `${piece.kind}(${piece.id})`;
    case 'command':
    case 'broadcast':
    case 'guide':
    case 'emoji':
      return `${piece.kind}(${piece.name})`;
    case 'moment':
      return `moment(${piece.seconds} ${piece.style})`;
    case 'heading':
      return `h${piece.level}(${brief(piece.of)})`;
    case 'list':
      return `${piece.start === null ? 'ul' : `ol${piece.start}`}(${piece.items.map(brief).join(' | ')})`;
    case 'paragraph':
      return `p(${brief(piece.of)})`;
    default:
      return `${piece.kind}(${brief(piece.of)})`;
  }
}

const read = (source: string) => brief(readMarkdown(source));
/** Of one paragraph, what stands in it. */
const words = (source: string) => {
  const [paragraph, ...more] = readMarkdown(source);
  expect(more).toEqual([]);
  return paragraph?.kind === 'paragraph' ? brief(paragraph.of) : expect.unreachable(read(source));
};

describe('words', () => {
  it.each([
    ['**bold**', 'strong(bold)'],
    ['*it* and _it_', 'emphasis(it) and emphasis(it)'],
    ['__under__', 'underline(under)'],
    ['~~gone~~ ||secret||', 'strike(gone) spoiler(secret)'],
    ['***both***', 'strong(emphasis(both))'],
    ['__**_all_**__', 'underline(strong(emphasis(all)))'],
    ['**a *b* c**', 'strong(a emphasis(b) c)'],
    ['*a **b** c*', 'emphasis(a strong(b) c)'],
    ['**over\ntwo lines**', 'strong(over\ntwo lines)'],
    ['||**bold** secret||', 'spoiler(strong(bold) secret)'],
  ])('%j are marked', (source, expected) => expect(words(source)).toBe(expected));

  it.each([
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['****', '****'],
    ['a_b', 'a_b'],
    ['snake_case_name', 'snake_case_name'],
    ['~~~', '~~~'],
    ['||', '||'],
    ['5 > 4 # no', '5 > 4 # no'],
    ['', ''],
  ])('%j stay as they are', (source, expected) => expect(brief(readMarkdown(source))).toContain(expected));

  it.each([
    ['\\*plain\\*', '*plain*'],
    ['\\`plain\\`', '`plain`'],
    ['\\# not a heading', '# not a heading'],
    ['\\- not an item', '- not an item'],
    ['1\\. not an item', '1. not an item'],
    ['\\> not a quote', '> not a quote'],
    ['**a\\**b**', 'strong(a**b)'],
    ['\\\\', '\\'],
    ['a\\b \\1', 'a\\b \\1'],
    ['\\<@11>', '<@11>'],
    ['\\[a](https://a.example)', '[a](link(https://a.example → https://a.example))'],
    ['https\\://a.example', 'https://a.example'],
    ['¯\\\\_(ツ)\\_/¯', '¯\\_(ツ)_/¯'],
  ])('%j are escaped', (source, expected) => expect(words(source)).toBe(expected));

  it.each([
    ['`a*b*c`', 'code(a*b*c)'],
    ['``a`b``', 'code(a`b)'],
    ['`\\`', 'code(\\)'],
    ['``a`', 'code(`a)'],
    ['`a', '`a'],
    ['`a``b`', 'code(a``b)'],
  ])('%j are code', (source, expected) => expect(words(source)).toBe(expected));
});

describe('links', () => {
  it.each([
    ['[a *b*](https://a.example)', 'link(a emphasis(b) → https://a.example)'],
    ['[a](<https://a.example/x>)', 'link(a → https://a.example/x)'],
    ['[a](https://a.example "title")', 'link(a → https://a.example)'],
    ['[a](https://a.example/b_(c))', 'link(a → https://a.example/b_(c))'],
    ['[see [1]](https://a.example)', 'link(see [1] → https://a.example)'],
    ['[[a](https://a.example)', '[link(a → https://a.example)'],
    ['<https://a.example>', 'link(https://a.example → https://a.example)'],
    ['(see https://a.example/b).', '(see link(https://a.example/b → https://a.example/b)).'],
    ['https://a.example/b_(c)', 'link(https://a.example/b_(c) → https://a.example/b_(c))'],
    ['https://a.example, and', 'link(https://a.example → https://a.example), and'],
    ['**https://a.example/**', 'strong(link(https://a.example/ → https://a.example/))'],
    ['http://a.example', 'link(http://a.example → http://a.example)'],
  ])('%j lead somewhere', (source, expected) => expect(words(source)).toBe(expected));

  it.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](<javascript:alert(1)>)',
    '[a](//a.example)',
    '[a](discord://x)',
    'javascript:alert(1)',
    '<javascript:alert(1)>',
    '[ ](https:)',
    '[a] (b)',
    '[a](https://)',
    '[](b)',
  ])('%j lead nowhere', (source) => expect(words(source)).toBe(source));

  it('are none where the words are an address themselves: another one could hide under them', () => {
    const shown = 'https://good.example](https://bad.example)';
    expect(words(`[${shown}`)).toBe(`[link(${shown} → ${shown})`);
  });

  it('are nothing but http and https, whatever is typed', () => {
    const part = fc.constantFrom('[', ']', '(', ')', '<', '>', 'https://', 'javascript:', 'a', '"', ' ', '\\', '\n');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const hrefs = [...JSON.stringify(readMarkdown(parts.join(''))).matchAll(/"href":"([^:]*):/g)];
        expect(hrefs.filter(([, scheme]) => scheme !== 'https' && scheme !== 'http')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('mentions', () => {
  it.each([
    ['<@11> <@!11>', 'member(11) member(11)'],
    ['<@&5> <#21>', 'role(5) channel(21)'],
    ['</quiz schedule:7>', 'command(quiz schedule)'],
    ['<:tea:123> <a:tea:123>', 'emoji(tea) emoji(tea)'],
    ['<id:customize>', 'guide(customize)'],
    ['@everyone and @here', 'broadcast(everyone) and broadcast(here)'],
    ['<t:1764169800> <t:-1:R>', 'moment(1764169800 f) moment(-1 R)'],
    ['**<@11>**', 'strong(member(11))'],
  ])('%j are read', (source, expected) => expect(words(source)).toBe(expected));

  it.each(['<@>', '<@a>', '<t:x>', '<t:99999999999999:F>', '<t:1:Q>', '</a>', '@everyoneelse', '<@11', '`<@11>`'])(
    '%j are none',
    (source) => expect(words(source)).toBe(source.startsWith('`') ? 'code(<@11>)' : source),
  );
});

describe('lines', () => {
  it.each([
    ['# a\n## b\n### c\n#### d', 'h1(a)h2(b)h3(c)p(#### d)'],
    ['#no', 'p(#no)'],
    ['# a #', 'h1(a)'],
    ['## **a** b\ntext', 'h2(strong(a) b)p(text)'],
    ['text\n# a', 'p(text)h1(a)'],
    ['-# small\ntext', 'small(small)p(text)'],
    ['a\n\nb', 'p(a\n\nb)'],
    ['# a\n\nb', 'h1(a)p(\nb)'],
    ['**a**\n# b', 'p(strong(a))h1(b)'],
  ])('%j are headings and small print', (source, expected) => expect(read(source)).toBe(expected));

  it.each([
    ['> a\n> b\nc', 'quote(p(a\nb))p(c)'],
    ['>>> a\nb\n# c', 'quote(p(a\nb)h1(c))'],
    ['>a', 'p(>a)'],
    ['> # a\n> - b', 'quote(h1(a)ul(p(b)))'],
    ['> > a', 'quote(p(> a))'],
    ['> ```\n> a\n> ```', 'quote(fence(|a))'],
  ])('%j are quotes', (source, expected) => expect(read(source)).toBe(expected));

  it.each([
    ['- a\n- b', 'ul(p(a) | p(b))'],
    ['* a\n* b\ntext', 'ul(p(a) | p(b))p(text)'],
    ['- a\n  - b\n    - c\n- d', 'ul(p(a)ul(p(b)ul(p(c))) | p(d))'],
    ['- a\n - b', 'ul(p(a)ul(p(b)))'],
    ['3. a\n3. b', 'ol3(p(a) | p(b))'],
    ['1. a\n   - b\n2. c', 'ol1(p(a)ul(p(b)) | p(c))'],
    ['- a\n1. b', 'ul(p(a))ol1(p(b))'],
    ['- a\n  more\n- b', 'ul(p(a\nmore) | p(b))'],
    ['- a\n\n- b', 'ul(p(a))ul(p(b))'],
    ['- # a', 'ul(h1(a))'],
    ['-a', 'p(-a)'],
    ['- ', 'p(- )'],
    ['text\n- a', 'p(text)ul(p(a))'],
    ['- **a** b', 'ul(p(strong(a) b))'],
  ])('%j are lists', (source, expected) => expect(read(source)).toBe(expected));

  it.each([
    ['```http\nGET / HTTP/1.1\n```', 'fence(http|GET / HTTP/1.1)'],
    ['```\na\n```', 'fence(|a)'],
    ['```a```', 'fence(|a)'],
    ['```js\n```', 'fence(|js)'],
    ['```c++\n\n a\n\nb\n\n```\nafter', 'fence(c++| a\n\nb)p(after)'],
    ['before ```a``` after', 'p(before )fence(|a)p( after)'],
    ['```\n**a** \\* # <@1>\n```', 'fence(|**a** \\* # <@1>)'],
    ['```\nopen', 'p(```\nopen)'],
    ['``````', 'p(``````)'],
    ['**a ```b``` c**', 'p(strong(a fence(|b) c))'],
  ])('%j are code blocks', (source, expected) => expect(read(source)).toBe(expected));
});

describe('whatever is typed', () => {
  const part = fc.constantFrom(
    ...['**', '*', '__', '_', '~~', '||', '`', '```', '\\', '\n', ' ', '- ', '1. ', '> ', '>>> ', '# ', '-# '],
    ...['[', '](', ')', '<', '>', 'https://a.b', '<@1>', '<t:1:R>', '@everyone', 'a', 'é', '🫖', '\ud83e'],
  );
  const typed = fc.oneof(
    fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('no letter is lost and none is added', () => {
    const letters = (text: string) => text.replace(/[^a-z]/g, '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ' ', '\n', '*', '**', '_', '~~', '||', '`', '- ', '> ', '# ')),
        (parts) => {
          const source = parts.join('');
          const texts = [...JSON.stringify(readMarkdown(source)).matchAll(/"(?:text|source)":"([^"]*)"/g)];
          expect(texts.map(([, text = '']) => letters(text.replaceAll('\\n', ''))).join('')).toBe(letters(source));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read to the end', () => {
    fc.assert(
      fc.property(typed, (source) => {
        expect(read(`${source}\n\nEND`)).toContain('END');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '**',
    '*',
    '_',
    '__a',
    '*a',
    '_a_a',
    '~~a',
    '||',
    '`',
    '`a``b',
    '```',
    '\\',
    '\\*',
    '[',
    '[a](',
    '[a](https://',
    '](',
    '<',
    '<t:1',
    '</a',
    '<@',
    'https://',
    '(https://a.b',
    'h',
    '> ',
    '>>> ',
    '- ',
    '- a\n',
    '  - a\n',
    '1. ',
    '# ',
    '-# ',
    '\n',
    '\n\n',
    ' ',
    '\n ',
    '- a\n ',
    '[[a](https://b)',
    '[a](https://b(',
    '[a](https://b "',
    '***a',
    '**a*',
    '__a_',
    '**_~~||',
    '||a**',
    '🫖*',
    '```\n',
    '```a\n',
    '``',
    '> - ',
    '> ```\n',
    '-',
    '1',
    '@',
    '\\`',
    '[https://a](',
    '](https://a',
  ])('%j over and over is read in linear time', (unit) => {
    const source = `${unit.repeat(20_000 / unit.length)} END)**__~~||\``;
    expect(effortFor(source) / source.length).toBeLessThan(50);
  });

  it('nests no deeper than somebody would read, and then shows what was typed', () => {
    const source = `${'- '.repeat(1000)}end`;
    expect(read(source)).toContain('- - end');
    expect(JSON.stringify(readMarkdown(source)).split('"list"').length).toBeLessThan(15);
  });
});

/** How many characters all regular expressions together have passed over. */
function effortFor(source: string): number {
  let characters = 0;
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    const from = this.lastIndex;
    const found = exec.call(this, text);
    if (found !== null) characters += found.index + found[0].length - from;
    // A sticky one gives up at once, another one looks through all the rest.
    else characters += this.sticky ? 1 : text.length - from;
    return found;
  };
  try {
    readMarkdown(source);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return characters;
}
