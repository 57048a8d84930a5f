// The deciding questions: each set of codes once, each answer a clause that completes "If …, it is 401".
import { describe, expect, it } from 'vitest';
import {
  confusedWith,
  decidingQuestion,
  meaningsOf,
  neighbours,
  registered,
  vendorStatuses,
} from '../../src/catalog/index.ts';
import { rfc } from '../../src/catalog/sources.ts';
import type { Neighbours, Status } from '../../src/catalog/status.ts';

const statuses: readonly Status[] = [...registered, ...vendorStatuses];
const CLAUSE = 120;
const QUESTION = 100;

const lowerCase = /^[a-z]/;
/** Names that are written with a capital wherever they stand. */
const ownName = /^(?:IIS|LinkedIn|Range|Shopify)\b/;
const stop = /[.!?;:]$/;
const spaces = /^\s|\s$|\s{2}/;

const key = (codes: readonly number[]) => codes.toSorted((a, b) => a - b).join(' ');

/** What is wrong with one entry; empty when all is well. */
function entryProblems({ codes, question, answers }: Neighbours): readonly string[] {
  const problems: string[] = [];
  if (codes.length < 2 || codes.length > 4) problems.push('2 to 4 codes');
  if (new Set(codes).size !== codes.length) problems.push('a code twice');
  if (codes.some((code) => meaningsOf(code).length === 0)) problems.push('an unknown code');
  if (answers.map(({ code }) => code).join() !== codes.join()) problems.push('answers in another order');
  if (!question.endsWith('?') || question.length > QUESTION || lowerCase.test(question)) problems.push('no question');
  for (const { code, owner } of answers)
    if (owner !== undefined && meaningsOf(code).findIndex((status) => status.owner === owner) < 1)
      problems.push('an owner who is none, or comes first anyway');
  for (const { if: clause } of answers) {
    if (!lowerCase.test(clause) && !ownName.test(clause)) problems.push('a capital letter');
    if (stop.test(clause)) problems.push('a full stop');
    if (spaces.test(clause) || clause.length > CLAUSE) problems.push('a long clause');
  }
  if (new Set(answers.map((answer) => answer.if)).size !== answers.length) problems.push('one answer twice');
  return problems;
}

/** Sets of codes that have more than one question. */
function repeated(entries: readonly Neighbours[]): readonly string[] {
  return [...Map.groupBy(entries, ({ codes }) => key(codes))]
    .filter(([, same]) => same.length > 1)
    .map(([codes]) => codes);
}

/** Rivals of a situation without a question that decides between the two. */
function undecided(rows: readonly Status[]): readonly string[] {
  const pairs = rows.flatMap(({ code, situations }) =>
    situations.flatMap(({ rival }) =>
      rival !== undefined && !decidingQuestion([code, rival]) ? [key([code, rival])] : [],
    ),
  );
  return [...new Set(pairs)];
}

const valid: Neighbours = {
  codes: [401, 403],
  question: 'Does the server know who is asking?',
  answers: [
    { code: 401, if: 'it does not' },
    { code: 403, if: 'it does' },
  ],
  source: rfc(9110, '15.5.4'),
};

describe('the deciding questions', () => {
  it.each(neighbours.map((entry) => [entry.codes.join(' or '), entry] as const))('for %s are well put', (_, entry) => {
    expect(entryProblems(entry)).toEqual([]);
  });

  it('are asked once for each set of codes', () => {
    expect(repeated(neighbours)).toEqual([]);
  });

  it('are there wherever experts argue', () => {
    expect(undecided(statuses)).toEqual([]);
  });

  it.each([
    [[401, 403]],
    [[400, 422]],
    [[403, 404]],
    [[409, 422]],
    [[200, 204]],
    [[200, 202]],
    [[201, 204]],
    [[301, 302]],
    [[307, 308]],
    [[404, 410]],
    [[405, 501]],
    [[406, 415]],
    [[429, 503]],
    [[502, 503]],
    [[502, 504]],
    [[503, 504]],
    [[401, 403, 404]],
    [[400, 409, 422]],
    [[502, 503, 504]],
    [[301, 302, 307, 308]],
  ])('decide between %j', (codes) => {
    expect(decidingQuestion(codes)).toBeDefined();
  });

  it('know a neighbour of every common code, and never the code itself', () => {
    const lonely = registered.filter(({ common, code }) => common && confusedWith(code).length === 0);
    expect(lonely.map(({ code }) => code)).toEqual([]);
    expect(registered.filter(({ code }) => confusedWith(code).includes(code))).toEqual([]);
  });

  it('find nothing wrong with a good one', () => {
    expect(entryProblems(valid)).toEqual([]);
  });

  it.each<[string, Partial<Neighbours>]>([
    ['2 to 4 codes', { codes: [401], answers: valid.answers.slice(0, 1) }],
    ['an unknown code', { codes: [401, 478], answers: [...valid.answers.slice(0, 1), { code: 478, if: 'it is odd' }] }],
    ['answers in another order', { codes: [403, 401] }],
    [
      'an owner who is none, or comes first anyway',
      { answers: valid.answers.map((answer) => ({ ...answer, owner: 'Esri' })) },
    ],
    ['no question', { question: 'Who is asking' }],
    ['a capital letter', { answers: valid.answers.map((answer) => ({ ...answer, if: `The ${answer.code}` })) }],
    ['a full stop', { answers: valid.answers.map((answer) => ({ ...answer, if: `${answer.if}.` })) }],
    ['one answer twice', { answers: valid.answers.map((answer) => ({ ...answer, if: 'the same' })) }],
  ])('are refused with %s', (problem, change) => {
    expect(entryProblems({ ...valid, ...change })).toContain(problem);
  });

  it('are refused when two ask about the same codes', () => {
    expect(repeated([valid, { ...valid, codes: [403, 401] }])).toEqual(['401 403']);
  });

  it('are missed when a rival has none', () => {
    const [row] = registered;
    if (row === undefined) throw new Error('The registry is empty');
    expect(undecided([{ ...row, situations: [{ when: 'never', said: () => [], rival: 511 }] }])).toEqual(['100 511']);
  });
});
