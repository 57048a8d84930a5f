// Half a line about a code of somebody else's: "grpc 1", "ws 10", "ECONN", "envoy u".
import { type Family, families } from '../../catalog/other-codes/index.ts';
import { familyNames } from '../data/other-codes.ts';
import type { OtherRef } from '../reading.ts';
import { clean } from '../words.ts';

export interface OtherCompletions {
  /** The families whose name was typed, and nothing after it: their lists. */
  readonly lists: readonly Family[];
  /** Best first. */
  readonly refs: readonly OtherRef[];
}

/** Longer texts are questions. */
const LENGTH = 60;
/** Fewer letters begin too much. */
const LEAST_LETTERS = 3;
const MOST = 25;
const netPrefix = /^net::/;

/** "tls alert" before "tls". */
const prefixes: readonly (readonly [name: string, family: Family])[] = families
  .flatMap((family) => {
    const names = familyNames.find(([id]) => id === family.id)?.[1] ?? [];
    return [family.prefix, ...names].filter((name) => name !== '').map((name) => [name, family] as const);
  })
  // Node and Chrome begin other questions, and their errors have names that stand alone.
  .filter(([, { prefix }]) => prefix !== '')
  .sort(([a], [b]) => b.length - a.length);

/** What a half-typed line may become, at most 25. Keys that begin with it, then names with a word that does. */
export function completeOthers(typed: string): OtherCompletions {
  const cleaned = clean(typed.slice(0, LENGTH + 1));
  if (cleaned.length > LENGTH) return { lists: [], refs: [] };
  const named = prefixes.find(([name]) => cleaned === name || cleaned.startsWith(`${name} `));
  if (named !== undefined) {
    const [name, family] = named;
    const rest = cleaned.slice(name.length).trim();
    return { lists: rest === '' ? [family] : [], refs: rowsFor(family, rest).slice(0, MOST) };
  }
  const begun = cleaned.replace(netPrefix, '');
  if (begun.length < LEAST_LETTERS) return { lists: [], refs: flagsFor(typed.trim()) };
  const alone = families.filter(({ prefix, id }) => prefix === '' || id === 'slack');
  return { lists: [], refs: alone.flatMap((family) => keysWith(family, begun)).slice(0, MOST) };
}

function rowsFor(family: Family, rest: string): readonly OtherRef[] {
  const begun = keysWith(family, rest);
  const byName = family.rows
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => ` ${spaced(one)}`.includes(` ${spaced(rest)}`)))
    .map(({ keys: [key] }) => ({ family: family.id, key }));
  return [...begun, ...byName].filter((ref, at, all) => all.findIndex(({ key }) => key === ref.key) === at);
}

function keysWith({ id, rows }: Family, begun: string): readonly OtherRef[] {
  return rows
    .filter(({ keys: [key] }) => key.toLowerCase().startsWith(begun))
    .map(({ keys: [key] }) => ({ family: id, key }));
}

/** A flag of two letters is one only in capitals. */
function flagsFor(typed: string): readonly OtherRef[] {
  return families.flatMap(({ id, rows }) =>
    id === 'envoy'
      ? rows.filter(({ keys: [key] }) => key === typed).map(({ keys: [key] }) => ({ family: id, key }))
      : [],
  );
}

function spaced(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
