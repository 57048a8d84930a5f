// Standard Markdown, read into Slack's blocks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownLeaves, readMarkdown } from '../../../../src/playground/page/client/slack/markdown.ts';
import type { Leaf } from '../../../../src/playground/page/client/slack/rich.ts';

function text(words: string, style?: Leaf['style']): Leaf {
  return { type: 'text', text: words, ...(style && { style }) };
}

describe('Markdown', () => {
  it.each<[string, readonly Leaf[]]>([
    ['a **b** c', [text('a '), text('b', { bold: true }), text(' c')]],
    [
      '__b__ _c_ *d*',
      [text('b', { bold: true }), text(' '), text('c', { italic: true }), text(' '), text('d', { italic: true })],
    ],
    ['***b***', [text('b', { bold: true, italic: true })]],
    ['~~b~~', [text('b', { strike: true })]],
    ['`*b*`', [text('*b*', { code: true })]],
    ['\\*b\\*', [text('*b*')]],
    ['proxy_pass_header', [text('proxy_pass_header')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['[a](https://a.example)', [{ type: 'link', url: 'https://a.example', text: 'a' }]],
    ['![a cat](https://a.example/cat.png)', [{ type: 'link', url: 'https://a.example/cat.png', text: 'a cat' }]],
    ['<https://a.example>', [{ type: 'link', url: 'https://a.example' }]],
    ['https://a.example.', [{ type: 'link', url: 'https://a.example' }, text('.')]],
    ['**not closed', [text('**not closed')]],
  ])('reads %j in a line', (source, leaves) => {
    expect(markdownLeaves(source)).toEqual(leaves);
  });

  const section = (words: string) => ({ type: 'rich_text_section', elements: [text(words)] });
  const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
  const list = (style: string, indent: number, offset: number, ...items: readonly string[]) => ({
    type: 'rich_text_list',
    style,
    indent,
    offset,
    elements: items.map(section),
  });
  it.each<[string, string, readonly object[]]>([
    ['headings', '# A *b* #', [{ type: 'header', text: { type: 'plain_text', text: 'A b', emoji: false } }]],
    ['paragraphs', 'a\nb\n\nc', [rich(section('a\nb'), section('c'))]],
    ['rules', 'a\n\n---', [rich(section('a')), { type: 'divider' }]],
    [
      'lists',
      '- a\n- b\n  - c\n3. d\n4. e',
      [rich(list('bullet', 0, 0, 'a', 'b'), list('bullet', 1, 0, 'c'), list('ordered', 0, 2, 'd', 'e'))],
    ],
    ['tasks', '- [x] a\n- [ ] b', [rich(list('bullet', 0, 0, '☑ a', '☐ b'))]],
    ['quotes', '> a\n> b', [rich({ type: 'rich_text_quote', elements: [text('a\nb')] })]],
    [
      'code',
      '```js\na\n\nb\n```\nc',
      [rich({ type: 'rich_text_preformatted', elements: [text('a\n\nb')] }, section('c'))],
    ],
    ['code that nothing closes', '~~~\na', [rich({ type: 'rich_text_preformatted', elements: [text('a')] })]],
    [
      'tables',
      '| a | b |\n| --- | :-: |\n| 1 | 2 |',
      [
        {
          type: 'table',
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ].map((row) => row.map((cell) => rich(section(cell)))),
        },
      ],
    ],
    ['no table without its line', '| a |\n| b |', [rich(section('| a |\n| b |'))]],
  ])('reads %s', (_, source, blocks) => {
    expect(readMarkdown(source)).toEqual(blocks);
  });

  it('reads anything', () => {
    const piece = fc.constantFrom(
      '#',
      ' ',
      '- ',
      '1. ',
      '> ',
      '|',
      '---',
      '```',
      '\n',
      '**',
      '_',
      '[',
      '](',
      ')',
      '\\',
      'a',
      '<https://a>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readMarkdown(pieces.join(''));
      }),
    );
  });

  // Twice the longest message. Where time grows with the square, these take minutes.
  it.each([
    '*',
    '**a',
    '_a',
    '[',
    '[a](',
    '<https://a',
    '`a',
    '# ',
    '> a\nb\n',
    '- a\n',
    '- a\n1. b\n',
    '|',
    '|a|\n',
    '```\n',
    '~~~\n```\n',
    '* ',
    ' #',
    '  ',
  ])('takes no longer for more of %j than their number', (piece) => {
    const source = piece.repeat(80_000 / piece.length);
    readMarkdown(source);
    readMarkdown(`${source} end`);
  });
});
