// The situations: phrases of real people, each of which belongs to one code.
import { describe, expect, it } from 'vitest';
import { registered, vendorStatuses, written } from '../../src/catalog/index.ts';
import type { Situation, Status } from '../../src/catalog/status.ts';

const statuses: readonly Status[] = [...registered, ...vendorStatuses];
const label = ({ owner, code, ...rest }: Status) => `${owner} ${written(code, 'sub' in rest ? rest.sub : undefined)}`;

const WORDS = { least: 2, most: 40 };
const CLAUSE = 160;

const threeDigits = /(?<![\w.,-])[1-5]\d\d(?![\w,-])/;
const spaces = /^\s|\s$|\s{2}|\n/;
const letters = /[^\p{L}\p{N}']+/gu;
const clauseEnd = /[.!?;:]$/;
/** One ordinary word, without which the situation cannot be told: "the file is locked". */
const everydayNames = ['locked'];

const plain = (text: string) => ` ${text.toLowerCase().replace(letters, ' ').trim()} `;

/** What is wrong with the phrases of a row; empty when all is well. */
function phraseProblems(status: Status): readonly string[] {
  const name = everydayNames.includes(status.name.toLowerCase()) ? null : plain(status.name);
  return status.situations.flatMap(({ when, said }) => {
    const problems = said().flatMap((phrase) => {
      const words = phrase.split(' ').length;
      if (phrase !== phrase.toLowerCase()) return [`capital: ${phrase}`];
      if (spaces.test(phrase)) return [`spaces: ${phrase}`];
      if (words < WORDS.least || words > WORDS.most) return [`${words} words: ${phrase}`];
      if (threeDigits.test(phrase)) return [`number: ${phrase}`];
      return name !== null && plain(phrase).includes(name) ? [`own name: ${phrase}`] : [];
    });
    if (clauseEnd.test(when) || spaces.test(when) || when.length > CLAUSE) problems.push(`clause: ${when}`);
    if (said().length === 0) problems.push(`nothing said: ${when}`);
    return problems;
  });
}

/** Phrases that stand in more than one place. */
function shared(rows: readonly Status[]): readonly string[] {
  const phrases = rows.flatMap((row) =>
    row.situations.flatMap(({ said }) => said().map((phrase) => ({ phrase, row }))),
  );
  return [...Map.groupBy(phrases, ({ phrase }) => plain(phrase))]
    .filter(([, places]) => places.length > 1)
    .map(([phrase, places]) => `${phrase.trim()} (${places.map(({ row }) => label(row)).join(', ')})`);
}

function broken(...situations: readonly Situation[]): Status {
  const row = registered.find(({ code }) => code === 404);
  if (row === undefined) throw new Error('No row 404');
  return { ...row, situations };
}

describe('situations', () => {
  it.each(statuses.map((status) => [label(status), status] as const))(
    'of %s are told as people tell them',
    (_, status) => {
      expect(phraseProblems(status)).toEqual([]);
    },
  );

  it('belong to one code each', () => {
    expect(shared(statuses)).toEqual([]);
  });

  it('are at least two for every registered code in use, and many for the common ones', () => {
    const few = registered.filter(
      ({ standing, common, situations }) =>
        (standing !== 'unused' && situations.length < 2) ||
        (common && (situations.length < 5 || situations.flatMap(({ said }) => said()).length < 35)),
    );
    expect(few.map(({ code }) => code)).toEqual([]);
  });

  it('have clauses of their own', () => {
    const clauses = statuses.flatMap((row) => row.situations.map(({ when }) => `${label(row)} ${when}`));
    expect(new Set(clauses).size).toBe(clauses.length);
  });

  it.each([
    ['capital', 'the User is gone'],
    ['spaces', 'the user  is gone'],
    ['1 words', 'nothing'],
    ['41 words', 'so '.repeat(40).concat('long')],
    ['number', 'what is a 404 page'],
    ['own name', 'user was not found'],
  ])('are refused with %s', (problem, phrase) => {
    expect(phraseProblems(broken({ when: 'it is so', said: () => [phrase] })).join()).toContain(problem);
  });

  it.each([
    ['clause', { when: 'It is so.', said: () => ['so it is'] }],
    ['nothing said', { when: 'it is so', said: () => [] }],
  ])('are refused with %s', (problem, situation) => {
    expect(phraseProblems(broken(situation)).join()).toContain(problem);
  });

  it('are refused when a phrase stands twice', () => {
    const twice = broken(
      { when: 'one', said: () => ['the link is dead'] },
      { when: 'two', said: () => ['the link is dead'] },
    );
    expect(shared([twice])).toEqual(['the link is dead (IANA 404, IANA 404)']);
  });
});
