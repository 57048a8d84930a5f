// The people an answer names.
import { expect, it } from 'vitest';
import type { Answer, Block } from '../../src/answer/answer.ts';
import { namesPeople, withoutNames } from '../../src/answer/people.ts';

const answer = (block: Block): Answer => ({
  title: 'Scores',
  tone: 'neutral',
  blocks: [
    { kind: 'heading', text: 'The board' },
    block,
    { kind: 'bars', title: 'Answers', bars: [{ label: 'A', value: 1 }] },
  ],
  choices: [],
  links: [],
  audience: 'room',
  about: { kind: 'quiz', codes: [], class: null },
});
const ann = { user: 'U1' };

const places: readonly [string, (who: string | typeof ann) => Block][] = [
  ['a text', (who) => ({ kind: 'text', text: ['Streaks: ', who, ' 5'] })],
  ['a list', (who) => ({ kind: 'list', items: [['1. ', who]] })],
  ['a table', (who) => ({ kind: 'table', head: ['Who'], rows: [[[who]]] })],
  ['facts', (who) => ({ kind: 'facts', facts: [{ label: 'Set by', value: [who] }] })],
];
it.each(places)('are found in %s, and left out of it', (_, block) => {
  expect(namesPeople(answer(block(ann)))).toBe(true);
  expect(namesPeople(answer(block('nobody')))).toBe(false);
  expect(withoutNames(answer(block(ann)))).toEqual(answer(block('somebody')));
});
