import { describe, expect, it } from 'vitest';
import type { Answer, Block } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';

function answer(blocks: readonly Block[], more: Partial<Answer> = {}): Answer {
  return {
    title: 'Title',
    tone: 'neutral',
    blocks,
    choices: [{ label: 'Button', line: 'line' }],
    links: [],
    audience: 'room',
    about: { kind: 'help', codes: [], class: null },
    ...more,
  };
}

const narrow = {
  kind: 'table' as const,
  head: ['', 'A'],
  rows: [
    [['Row'], [{ code: 'x' }]],
    [['Longer'], ['y']],
  ],
};
const wide = {
  kind: 'table' as const,
  head: ['', '401', '403'],
  rows: [[['Meaning'], ['m'.repeat(50)], ['n'.repeat(50)]]],
};

const chart = {
  kind: 'bars' as const,
  title: 'Chart',
  bars: [
    { label: 'A', value: 50 },
    { label: 'B', value: 25 },
  ],
};

describe('an answer as plain text', () => {
  it.each<[string, readonly Block[], string]>([
    [
      'text without its marking',
      [
        {
          kind: 'text',
          text: ['a ', { strong: 'b' }, ' ', { code: 'c' }, ' ', { link: 'd', href: 'https://x.example' }],
        },
      ],
      'a b c d',
    ],
    [
      'a heading above its list',
      [
        { kind: 'heading', text: 'Head' },
        { kind: 'list', items: [['one'], ['two']] },
      ],
      'Head\n- one\n- two',
    ],
    [
      'a heading with nothing below',
      [
        { kind: 'text', text: ['a'] },
        { kind: 'heading', text: 'Head' },
      ],
      'a\n\nHead',
    ],
    ['facts', [{ kind: 'facts', facts: [{ label: 'Body', value: ['never'] }] }], 'Body: never'],
    ['a narrow table in columns', [narrow], '        A\nRow     x\nLonger  y'],
    ['a wide table by its rows', [wide], `Meaning\n  401: ${'m'.repeat(50)}\n  403: ${'n'.repeat(50)}`],
    ['bars as long as the largest value asks', [chart], 'Chart\nA ████████████ 50\nB ██████░░░░░░ 25'],
    ['bars as parts of a whole', [{ ...chart, whole: 100 }], 'Chart\nA ██████░░░░░░ 50\nB ███░░░░░░░░░ 25'],
    ['code, indented', [{ kind: 'code', source: 'GET /\n\nx' }], '    GET /\n\n    x'],
    ['no escape sequences of a pasted log', [{ kind: 'code', source: '\u001b[31mred\u0007' }], '    [31mred'],
  ])('has %s', (_, blocks, expected) => {
    expect(toPlain(answer(blocks))).toBe(`Title\n\n${expected}`);
  });

  it('begins with title and subtitle and ends with the links, without the buttons', () => {
    const plain = toPlain(
      answer([{ kind: 'text', text: ['said'] }], {
        subtitle: 'Sub',
        links: [{ label: 'RFC', href: 'https://rfc.example' }],
      }),
    );
    expect(plain).toBe('Title\nSub\n\nsaid\n\nRFC: https://rfc.example');
  });
});
