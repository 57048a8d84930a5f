import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { drawPost } from '../../../src/platforms/discord/post.ts';
import { checkMessage, isEmptyMessage } from '../../../src/playground/discord/limits.ts';
import { answer } from './answers.ts';
import { plainAnswer } from './setting.ts';

const question: Answer = {
  ...plainAnswer,
  title: 'Two people register the same address',
  subtitle: 'Question 12 · common codes',
  blocks: [
    { kind: 'text', text: ['Which code fits ', { code: 'POST /users' }, '?'] },
    { kind: 'code', source: 'POST /users HTTP/1.1', language: 'http' },
    { kind: 'bars', title: 'So far', bars: [{ label: '409 Conflict', value: 8 }] },
  ],
  choices: ['409 Conflict', '400 Bad Request'].map((label, at) => ({ label, line: `quiz answer d1 ${at}` })),
};
const lines = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, line: `${at}` }));
const rowsOf = (said: Answer) => drawPost(said).components.map(({ components }) => components.length);

describe('any answer', () => {
  it('becomes a post that Discord takes', () => {
    fc.assert(
      fc.property(answer, (said) => {
        expect(checkMessage(drawPost(said))).toEqual([]);
        expect(isEmptyMessage(drawPost(said))).toBe(false);
        expect(drawPost(said).content).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a post', () => {
  it('says title, subtitle and body, and shows no previews', () => {
    expect(drawPost(question)).toMatchObject({
      content: `**Two people register the same address**
-# Question 12 · common codes

Which code fits \`POST /users\`?
\`\`\`http
POST /users HTTP/1.1
\`\`\`
**So far**
\`\`\`
409 Conflict ████████████ 8
\`\`\``,
      flags: 4,
    });
  });

  it.each<[number, number, number[]]>([
    [0, 0, []],
    [5, 0, [5]],
    [7, 0, [5, 2]],
    [25, 0, [5, 5, 5, 5, 5]],
    [30, 0, [5, 5, 5, 5, 5]],
    [30, 7, [5, 5, 5, 5, 5]],
    [2, 1, [2, 1]],
  ])('of %i choices and %i links has rows of %j', (choices, links, rows) => {
    const sources = lines(links).map(({ label }) => ({ label, href: 'https://a.example/' }));
    expect(rowsOf({ ...question, choices: lines(choices), links: sources })).toEqual(rows);
  });

  it('with nothing to say is a sign of life', () => {
    expect(drawPost({ ...plainAnswer, title: ' ' }).content).toBe('…');
  });

  it('that does not fit says so at its end', () => {
    const blocks = lines(60).map(({ label }) => ({ kind: 'text' as const, text: [`${label} ${'word '.repeat(50)}`] }));
    const { content } = drawPost({ ...question, blocks });
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content.endsWith('\n-# … shortened')).toBe(true);
  });
});
