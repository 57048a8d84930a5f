// Slack's markup, read into rich text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMrkdwn } from '../../../../src/playground/page/client/slack/mrkdwn.ts';
import type { Leaf, Part } from '../../../../src/playground/page/client/slack/rich.ts';

function text(words: string, style?: Leaf['style']): Leaf {
  return { type: 'text', text: words, ...(style && { style }) };
}
const bold = (words: string) => text(words, { bold: true });
const italic = (words: string) => text(words, { italic: true });
const strike = (words: string) => text(words, { strike: true });
const code = (words: string) => text(words, { code: true });

function leavesOf(source: string): readonly Leaf[] {
  const parts = readMrkdwn(source);
  expect(parts.map(({ type }) => type)).toEqual(['rich_text_section']);
  return parts.flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []));
}

function wordsOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => (part.type === 'rich_text_list' ? [] : part.elements))
    .map((leaf) => ('text' in leaf ? leaf.text : leaf.type === 'emoji' ? `:${leaf.name}:` : ''))
    .join('');
}

describe('mrkdwn', () => {
  it.each<[string, string, readonly Leaf[]]>([
    ['plain words', 'nothing here', [text('nothing here')]],
    ['bold', 'a *b* c', [text('a '), bold('b'), text(' c')]],
    ['italic', '_b_', [italic('b')]],
    ['struck words', '~b~', [strike('b')]],
    ['code', 'a `b c` d', [text('a '), code('b c'), text(' d')]],
    ['nested styles', '*_b_*', [text('b', { bold: true, italic: true })]],
    ['styles one in the other', '*a _b_ c*', [bold('a '), text('b', { bold: true, italic: true }), bold(' c')]],
    ['code in bold', '*a `b`*', [bold('a '), text('b', { bold: true, code: true })]],
    ['no style in code', '`*b* :wave: <@U1>`', [code('*b* :wave: <@U1>')]],
    ['no style inside a word', 'proxy_pass_header 2*3*4', [text('proxy_pass_header 2*3*4')]],
    ['no style around spaces', '* a * _ b _', [text('* a * _ b _')]],
    ['no style over lines', '*a\nb*', [text('*a\nb*')]],
    ['no style that is doubled', '**a** __b__', [text('**a** __b__')]],
    ['a style that is closed once', '*a* b*', [bold('a'), text(' b*')]],
    ['the same style twice', '*a* *b*', [bold('a'), text(' '), bold('b')]],
    ['a style that is never closed', '*a b', [text('*a b')]],
    ['no code that touches a letter', 'a`b`c', [text('a`b`c')]],
    ['a letter outside the alphabet', 'ß*b* ✓*c*', [text('ß*b* ✓'), bold('c')]],
    ['a style between signs', '(*b*), "_c_"', [text('('), bold('b'), text('), "'), italic('c'), text('"')]],
    ['escapes', '&lt;b&gt; &amp;amp; &quot;', [text('<b> &amp; &quot;')]],
    ['several lines', 'a\n\nb', [text('a\n\nb')]],
    ['a fence that nothing closes', 'a ```b', [text('a ```b')]],
  ])('reads %s', (_, source, leaves) => {
    expect(leavesOf(source)).toEqual(leaves);
  });

  it.each<[string, string, Leaf]>([
    [
      'a link with words',
      '<https://a.example/?a=1&amp;b=2|the &lt;page&gt;>',
      { type: 'link', url: 'https://a.example/?a=1&b=2', text: 'the <page>' },
    ],
    ['a link without', '<http://a.example>', { type: 'link', url: 'http://a.example' }],
    ['a link with no words', '<http://a.example|>', { type: 'link', url: 'http://a.example' }],
    ['a person', '<@U1ADA>', { type: 'user', user_id: 'U1ADA' }],
    ['a person with a name', '<@U1ADA|ada>', { type: 'user', user_id: 'U1ADA' }],
    ['a channel', '<#C1|general>', { type: 'channel', channel_id: 'C1', text: 'general' }],
    ['everybody', '<!channel>', { type: 'broadcast', range: 'channel' }],
    ['everybody here, with words', '<!here|@here>', { type: 'broadcast', range: 'here' }],
    ['a group', '<!subteam^S1|@ops>', { type: 'usergroup', usergroup_id: 'S1', text: '@ops' }],
    [
      'a date',
      '<!date^1790000000^{date} at {time}|some day>',
      { type: 'date', timestamp: 1790000000, format: '{date} at {time}', fallback: 'some day' },
    ],
    [
      'a date with a link',
      '<!date^1^{date}^https://a.example|d>',
      { type: 'date', timestamp: 1, format: '{date}', url: 'https://a.example', fallback: 'd' },
    ],
    ['an emoji', ':+1:', { type: 'emoji', name: '+1' }],
    ['an emoji with a skin', ':wave::skin-tone-4:', { type: 'emoji', name: 'wave::skin-tone-4' }],
    ['an address', 'https://a.example/b_c_d*e', { type: 'link', url: 'https://a.example/b_c_d*e' }],
  ])('reads %s', (_, source, leaf) => {
    expect(leavesOf(source)).toEqual([leaf]);
  });

  it.each([
    ['javascript:alert(1)|here', 'here'],
    ['javascript:alert(1)', '<javascript:alert(1)>'],
    ['data:text/html,x', '<data:text/html,x>'],
    ['mailto:ada@a.example|Ada', 'Ada'],
    ['!date^never^{date}|a day', 'a day'],
    ['!unknown', '<!unknown>'],
    ['script', '<script>'],
  ])('makes no link of <%s>', (token, words) => {
    expect(leavesOf(`<${token}>`)).toEqual([text(words)]);
  });

  it('ends an address before the sentence does', () => {
    expect(leavesOf('(see https://a.example/b, or https://c.example).')).toEqual([
      text('(see '),
      { type: 'link', url: 'https://a.example/b' },
      text(', or '),
      { type: 'link', url: 'https://c.example' },
      text(').'),
    ]);
  });

  it('links no address that was sent verbatim', () => {
    expect(readMrkdwn('https://a.example', { verbatim: true })).toEqual([
      { type: 'rich_text_section', elements: [text('https://a.example')] },
    ]);
  });

  it('styles links and mentions', () => {
    expect(leavesOf('*<https://a.example|a>* _<@U1>_')).toEqual([
      { type: 'link', url: 'https://a.example', text: 'a', style: { bold: true } },
      text(' '),
      { type: 'user', user_id: 'U1', style: { italic: true } },
    ]);
  });

  it.each<[string, string, readonly [Part['type'], string][]]>([
    ['a quote', '> a', [['rich_text_quote', 'a']]],
    ['a quote that was escaped', '&gt; a\n&gt;b', [['rich_text_quote', 'a\nb']]],
    [
      'a quote between lines',
      'a\n> b\nc',
      [
        ['rich_text_section', 'a'],
        ['rich_text_quote', 'b'],
        ['rich_text_section', 'c'],
      ],
    ],
    ['a quote to the end', '>>> a\nb\n> c', [['rich_text_quote', 'a\nb\n> c']]],
    ['no quote inside a line', 'a > b', [['rich_text_section', 'a > b']]],
    [
      'code of several lines',
      'a\n```\nb *c*\n\nd\n```\ne',
      [
        ['rich_text_section', 'a'],
        ['rich_text_preformatted', 'b *c*\n\nd'],
        ['rich_text_section', 'e'],
      ],
    ],
    [
      'code in the middle of a line',
      'a ```b``` c',
      [
        ['rich_text_section', 'a '],
        ['rich_text_preformatted', 'b'],
        ['rich_text_section', ' c'],
      ],
    ],
  ])('reads %s', (_, source, parts) => {
    expect(readMrkdwn(source).map((part) => [part.type, wordsOf([part])])).toEqual(parts);
  });

  it('loses no word, whatever it is', () => {
    const words = fc.stringMatching(/^[a-z0-9 ,.*_~`>\n-]*$/);
    const letters = /[a-z0-9]/g;
    fc.assert(
      fc.property(words, (source) => {
        expect(wordsOf(readMrkdwn(source)).match(letters)).toEqual(source.match(letters));
      }),
    );
  });

  it('reads anything', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      '<',
      '>',
      '&gt;',
      '|',
      ':',
      '!date^',
      '@U1',
      'https://',
      'a',
      ' ',
      '\n',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readMrkdwn(pieces.join(''));
      }),
    );
  });

  // Twice the longest message. Where time grows with the square, these take minutes.
  it.each([
    '*a ',
    '_',
    '`',
    '`a',
    '```',
    '<',
    '<!date^',
    ':a',
    '>',
    '&gt;',
    '&',
    '> a\nb\n',
    'https://a',
    '*_~a',
    '(',
    '\n',
    'a`b`',
  ])('takes no longer for more of %j than their number', (piece) => {
    const source = piece.repeat(80_000 / piece.length);
    expect(readMrkdwn(source).length).toBeGreaterThan(0);
    readMrkdwn(`${source} end`);
  });
});
