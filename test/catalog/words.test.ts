// The words of the rows: names that lead to one code, and sentences short enough to be read.
import { describe, expect, it } from 'vitest';
import { isRegistered, registered, vendorStatuses, written } from '../../src/catalog/index.ts';
import type { RegisteredStatus, Status } from '../../src/catalog/status.ts';

const statuses: readonly Status[] = [...registered, ...vendorStatuses];

const MEANING = 160;
const ITEM = 140;

const label = ({ owner, code, ...rest }: Status) => `${owner} ${written(code, 'sub' in rest ? rest.sub : undefined)}`;
const sentenceEnd = /[.?!][”"]?$/;
const twoSentences = /[.?!]\s+[A-ZÀ-Ý]/;
const paddingOrDouble = /^\s|\s$|\s{2}|\n/;

/** The lists people read, under the name of their field. */
function listsOf(status: Status): ReadonlyMap<string, readonly string[]> {
  const both: [string, readonly string[]][] = [['received', status.received]];
  if (!isRegistered(status)) return new Map([...both, ['causes', status.causes]]);
  return new Map([
    ...both,
    ['use', status.use],
    ['avoid', status.avoid.map(({ text }) => text)],
    ['provoke', status.provoke],
    ['check', status.check],
  ]);
}

/** Single sentences beside the lists. */
function notesOf(status: Status): readonly string[] {
  if (!isRegistered(status)) return [];
  return [...status.headers.map(({ why }) => why), status.body.note, status.cache.note, status.retry.after];
}

/** What is wrong with the aliases of rows that share one name space; empty when all is well. */
function aliasProblems(rows: readonly Status[]): readonly string[] {
  const problems: string[] = [];
  const officialOf = new Map(rows.map((row) => [row.name.toLowerCase(), row]));
  const seen = new Map<string, Status>();
  for (const row of rows) {
    for (const alias of row.aliases) {
      if (alias !== alias.toLowerCase() || paddingOrDouble.test(alias))
        problems.push(`${label(row)} spelling: ${alias}`);
      if (officialOf.has(alias)) problems.push(`${label(row)} official name: ${alias}`);
      const other = seen.get(alias);
      if (other) problems.push(`${label(row)} shared with ${label(other)}: ${alias}`);
      seen.set(alias, row);
    }
  }
  return problems;
}

/** What is wrong with the sentences of a row; empty when all is well. */
function sentenceProblems(status: Status): readonly string[] {
  const problems: string[] = [];
  const complain = (what: string, text: string) => problems.push(`${label(status)} ${what}: ${text}`);
  if (status.meaning.length > MEANING) complain('long meaning', status.meaning);
  for (const text of [status.meaning, ...notesOf(status), ...[...listsOf(status).values()].flat()]) {
    if (text.length > (text === status.meaning ? MEANING : ITEM)) complain('long', text);
    if (paddingOrDouble.test(text)) complain('spaces', text);
    if (!sentenceEnd.test(text)) complain('no full stop', text);
  }
  for (const [field, items] of listsOf(status)) {
    if (new Set(items).size !== items.length) complain('said twice', field);
    if (isRegistered(status) && (items.length < 2 || items.length > 5)) complain('2 to 5 items', field);
    if (items.length === 0) complain('empty', field);
  }
  return problems;
}

/** The first row with something changed, to show that a check bites. */
function broken(change: Partial<RegisteredStatus>): RegisteredStatus {
  const [row] = registered;
  if (row === undefined) throw new Error('The registry is empty');
  return { ...row, ...change };
}

describe('names', () => {
  it('have aliases that belong to one registered code only', () => {
    expect(aliasProblems(registered)).toEqual([]);
  });

  const owners = Map.groupBy(vendorStatuses, ({ owner }) => owner);
  it.each([...owners])('of %s have aliases that belong to one code only', (_, rows) => {
    expect(aliasProblems(rows)).toEqual([]);
  });

  it('of vendors do not take over the official name of another code', () => {
    const official = new Map(registered.map(({ name, code }) => [name.toLowerCase(), code]));
    const taken = vendorStatuses.flatMap((row) =>
      row.aliases
        .filter((alias) => (official.get(alias) ?? row.code) !== row.code)
        .map((alias) => `${label(row)} ${alias}`),
    );
    expect(taken).toEqual([]);
  });

  it.each([
    ['a shared alias', [broken({ aliases: ['twice'] }), broken({ code: 199, aliases: ['twice'] })], 'shared with'],
    ['a capital letter', [broken({ aliases: ['Keep Going'] })], 'spelling'],
    ['the name of another code', [...registered, broken({ aliases: ['not found'] })], 'official name'],
  ])('are refused with %s', (_, rows, problem) => {
    expect(aliasProblems(rows).join('\n')).toContain(problem);
  });
});

describe('sentences', () => {
  it.each(statuses.map((status) => [label(status), status] as const))('of %s are short and whole', (_, status) => {
    expect(sentenceProblems(status)).toEqual([]);
  });

  it('of a registered meaning are a single one', () => {
    expect(registered.filter(({ meaning }) => twoSentences.test(meaning)).map(({ code }) => code)).toEqual([]);
  });

  it.each([
    ['a long meaning', broken({ meaning: `${'so '.repeat(60)}long.` }), 'long meaning'],
    ['a long item', broken({ use: [`${'so '.repeat(60)}long.`, 'Short.'] }), 'long'],
    ['a trailing space', broken({ check: ['One. ', 'Two.'] }), 'spaces'],
    ['no full stop', broken({ provoke: ['One', 'Two.'] }), 'no full stop'],
    ['an item twice', broken({ received: ['One.', 'One.'] }), 'said twice'],
    ['too few items', broken({ use: ['One.'] }), '2 to 5 items'],
    ['a long note', broken({ retry: { rule: 'any', after: `${'so '.repeat(60)}long.` } }), 'long'],
  ])('are refused with %s', (_, row, problem) => {
    expect(sentenceProblems(row).join('\n')).toContain(problem);
  });
});
