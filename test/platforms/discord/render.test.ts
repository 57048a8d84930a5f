import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Block } from '../../../src/answer/answer.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { look } from '../../../src/playground/discord/discord.ts';
import { checkMessage, FLAG, isEmptyMessage } from '../../../src/playground/discord/limits.ts';
import { answer } from './answers.ts';
import { plainAnswer } from './setting.ts';

const bodyOf = (said: Answer) => ({ flags: FLAG.componentsV2, components: [render(said)] });
const sightOf = (said: Answer) =>
  look({ id: '1', channel: '1', place: 'server', seenBy: null, repliesTo: null, edits: 0, body: bodyOf(said) });
const contentOf = (blocks: readonly Block[]) => {
  const parts = render({ ...plainAnswer, title: '', choices: [], blocks }).components;
  return parts.map((part) => ('content' in part ? part.content : '')).join('\n');
};

describe('any answer', () => {
  it('becomes a message that Discord takes', () => {
    fc.assert(
      fc.property(answer, (said) => {
        expect(checkMessage(bodyOf(said))).toEqual([]);
        expect(isEmptyMessage(bodyOf(said))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('becomes a message even where there is nothing to say', () => {
    expect(checkMessage(bodyOf({ ...plainAnswer, title: ' ', choices: [] }))).toEqual([]);
  });

  it('has at most one primary button', () => {
    const choices = ['a', 'b', 'c'].map((line) => ({ label: line, line, style: 'primary' as const }));
    const json = JSON.stringify(render({ ...plainAnswer, choices }));
    expect(json.split('"style":1')).toHaveLength(2);
  });
});

describe('what does not fit', () => {
  it('is left out at the end, with a line that says so', () => {
    const blocks = Array.from(
      { length: 60 },
      (_, at): Block => ({ kind: 'text', text: [`${at} ${'word '.repeat(50)}`] }),
    );
    const { text: shown } = sightOf({ ...plainAnswer, blocks });
    expect(shown).toContain('0 word');
    expect(shown).not.toContain('59 word');
    expect(shown).toContain('… shortened');
  });

  it('is cut at a word in a title', () => {
    const { text: shown } = sightOf({ ...plainAnswer, title: 'word '.repeat(100), choices: [] });
    expect(shown.endsWith('word…')).toBe(true);
  });

  it('drops a button whose line would have to be cut, and the eleventh', () => {
    const choices = ['x'.repeat(101), 'a', 'a', ...'bcdefghijkl'].map((line) => ({ label: line, line }));
    expect(sightOf({ ...plainAnswer, choices }).buttons.map(({ line }) => line)).toEqual([...'abcdefghij']);
  });
});

describe('blocks', () => {
  it('show a chart in a code block, under its title', () => {
    const bars = [
      { label: '409 Conflict', value: 8 },
      { label: '400\n```', value: 2 },
    ];
    expect(contentOf([{ kind: 'bars', title: 'Who said what', bars }])).toBe(
      '**Who said what**\n```\n409 Conflict ████████████ 8\n400 `\u200b`\u200b`      ███░░░░░░░░░ 2\n```',
    );
    expect(contentOf([{ kind: 'bars', title: '', bars: bars.slice(0, 1) }])).toBe(
      '```\n409 Conflict ████████████ 8\n```',
    );
    expect(contentOf([{ kind: 'bars', title: '', bars: bars.slice(0, 1), whole: 16 }])).toBe(
      '```\n409 Conflict ██████░░░░░░ 8\n```',
    );
    expect(contentOf([{ kind: 'bars', title: 'Nobody', bars: [] }])).toBe('…');
  });

  it('show people and moments in a table, where a code block could not', () => {
    const user = '1234567890123456789';
    const table: Block = {
      kind: 'table',
      head: ['', 'Points', 'Last'],
      rows: [[[{ user }], ['120'], [{ time: Date.UTC(2026, 10, 25, 9, 30) }]]],
    };
    expect(contentOf([table])).toBe(`<@${user}> Points: 120 · Last: <t:1795599000:F>`);
  });

  it('cannot be left by code that contains a fence', () => {
    const blocks: Block[] = [{ kind: 'code', source: 'a\n```\n# not a heading\n````', language: 'http```\n' }];
    const shown = contentOf(blocks);
    expect(shown.startsWith('```http\n')).toBe(true);
    expect(shown.slice(3, -3)).not.toContain('```');
  });

  it('shows a table of short cells in columns', () => {
    const table: Block = {
      kind: 'table',
      head: ['', '401', '403'],
      rows: [
        [['Log in'], ['helps'], ['no help']],
        [['Retry'], ['yes'], ['no']],
      ],
    };
    expect(contentOf([table])).toBe('```\n        401    403\nLog in  helps  no help\nRetry   yes    no\n```');
  });

  it('shows a table of long cells attribute by attribute', () => {
    const long = 'The server does not know who you are and asks you to log in';
    const table: Block = {
      kind: 'table',
      head: ['', '401', '403'],
      rows: [
        [['Why'], [long], ['Known, but not allowed']],
        [['Retry'], ['yes, with `a`'], ['no']],
      ],
    };
    expect(contentOf([table])).toBe(
      `**Why**\n- 401: ${long}\n- 403: Known, but not allowed\n**Retry** 401: yes, with \\\`a\\\` · 403: no`,
    );
  });

  it('are set as headings, lists, facts and paragraphs', () => {
    const blocks: Block[] = [
      { kind: 'text', text: ['One.'] },
      {
        kind: 'text',
        text: [
          'Two ',
          { strong: 'strong' },
          ' ',
          { code: 'code' },
          ' ',
          { link: 'RFC', href: 'https://a.example/' },
          '.',
        ],
      },
      { kind: 'heading', text: 'What to do' },
      { kind: 'list', items: [['Check.'], ['Wait.']] },
      { kind: 'facts', facts: [{ label: 'Body', value: ['expected'] }] },
    ];
    expect(contentOf(blocks)).toBe(
      'One.\n\nTwo **strong** `code` [RFC](<https://a.example/>).\n### What to do\n- Check.\n- Wait.\n**Body** expected',
    );
  });
});
