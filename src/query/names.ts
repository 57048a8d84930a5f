// Names of codes: official, former and colloquial ones, constants of programming languages, and their misspellings.
import Fuse from 'fuse.js';
import { constants, formerConstants, refOf, registered, vendorStatuses } from '../catalog/index.ts';
import type { CodeRef, Match } from './reading.ts';
import { clean, words } from './words.ts';

export interface NamedCode extends CodeRef {
  readonly why: Match;
  /** The name as the catalog writes it. */
  readonly name: string;
  /** 0 is an exact match, 1 is nothing in common (fuse.js's scale). */
  readonly distance: number;
}

/** fuse.js distance up to which a misspelled name is taken at its word; above it, only "did you mean". */
export const SURE = 0.3;
/** How much better than the next code it must be. */
export const LEAD = 0.05;
/** Longer texts are sentences, not misspelled names. */
export const NAME_WORDS = 5;

const camelHumps = /(\p{Ll}|\d)(\p{Lu})/gu;
const acronymEnd = /(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** The key under which a name is looked up: lower-case letters and digits only, so that "I'm a teapot" is `imateapot`. */
export function nameKey(name: string): string {
  return words(clean(name)).join('');
}

const nameTable: ReadonlyMap<string, NamedCode> = (() => {
  const table = new Map<string, NamedCode>();
  const add = (key: string, named: NamedCode) => {
    if (key !== '' && !table.has(key)) table.set(key, named);
  };
  // The registry's names and aliases before any vendor's: "request url too long" is 414 before it is IIS's 404.14.
  for (const statuses of [registered, vendorStatuses]) {
    for (const status of statuses)
      add(nameKey(status.name), { ...refOf(status), why: 'name', name: status.name, distance: 0 });
    for (const status of statuses)
      for (const alias of status.aliases)
        add(nameKey(alias), { ...refOf(status), why: 'alias', name: alias, distance: 0 });
  }
  return table;
})();

const constantPrefix = /^(?:https?)?(?:status)?(?:codes?)?(?:sc|https?|status)?(?=.{2})/;

const qualifier = /[.:]+|->/;

function constantKey(constant: string): string {
  const last = constant.split(qualifier).at(-1) ?? constant;
  const key = nameKey(last.replace(acronymEnd, ' ').replace(camelHumps, '$1 $2'));
  return key.replace(constantPrefix, '');
}

/** Constants by their last part without decoration: `HttpStatus.SC_NOT_FOUND` and `:not_found` are both `notfound`. */
const constantTable: ReadonlyMap<string, number> = (() => {
  const table = new Map<string, number>();
  for (const [code, row] of constants)
    for (const constant of row)
      if (constant !== null && !table.has(constantKey(constant))) table.set(constantKey(constant), code);
  for (const [constant, code] of formerConstants)
    if (!table.has(constantKey(constant))) table.set(constantKey(constant), code);
  return table;
})();

/** Frameworks name exceptions after codes: `NotFoundException`, `UnprocessableEntityHttpException`, `ConflictError`. */
const exceptionEnd = /(?<=.{3})(?:http)?(?:exception|error)$/;

function codeOfKey(key: string): number | undefined {
  return constantTable.get(key) ?? nameTable.get(key)?.code;
}

const looksLikeConstant = /^(?:[\w$]+(?:\.|::|->|\\))*:?[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/;
const decorated = /[_.:]|->|^(?:Status|SC|HTTP)[A-Z_]|\p{Ll}\p{Lu}/u;
const numberInside = /(?:^|_)([1-5]\d\d)(?:_|$)/;

/** A constant of some language back to its code: `StatusNotFound`, `HTTP_418_IM_A_TEAPOT`, `:unprocessable_entity`. */
export function findConstant(text: string): NamedCode | null {
  const trimmed = text.trim();
  if (!looksLikeConstant.test(trimmed) || !decorated.test(trimmed)) return null;
  const key = constantKey(trimmed);
  const code = codeOfKey(key) ?? codeOfKey(key.replace(exceptionEnd, ''));
  if (code !== undefined) return { code, why: 'constant', name: trimmed, distance: 0 };
  const inside = numberInside.exec(trimmed)?.[1];
  return inside === undefined ? null : { code: Number(inside), why: 'constant', name: trimmed, distance: 0 };
}

/** A name or alias spelled exactly, whatever its case, spaces and punctuation. */
export function findName(text: string): NamedCode | null {
  return nameTable.get(nameKey(text)) ?? null;
}

/** The longest name or alias of at least two words that stands inside a text. */
export function findNameInside(cleaned: string): (NamedCode & { readonly words: number; readonly at: number }) | null {
  const all = words(cleaned);
  for (let size = Math.min(7, all.length); size >= 2; size -= 1) {
    for (let at = 0; at + size <= all.length; at += 1) {
      const named = nameTable.get(all.slice(at, at + size).join(''));
      if (named !== undefined) return { ...named, words: size, at };
    }
  }
  return null;
}

/** "(404)" in a name is no letter to compare, and digits never tell a misspelled name. */
const numbersAside = /\([^)]{0,20}\d[^)]{0,20}\)/g;
const digits = /\d+/g;
/** Shorter texts resemble everything. */
const LEAST_LETTERS = 3;

const searchable = [...nameTable.values()].map((named) => ({
  ...named,
  text: clean(named.name.replace(numbersAside, '')),
}));
type Searchable = (typeof searchable)[number];

/** Pairs of letters of a text, spaces left out, so that a typo spoils two of them at most. */
export function letterPairs(text: string): ReadonlySet<string> {
  const letters = words(text).join('');
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

const namesWithPair: ReadonlyMap<string, readonly Searchable[]> = (() => {
  const table = new Map<string, Searchable[]>();
  for (const named of searchable)
    for (const pair of letterPairs(named.text)) {
      const list = table.get(pair);
      if (list === undefined) table.set(pair, [named]);
      else list.push(named);
    }
  return table;
})();

/** How many names fuse.js compares: its cost is per name, and a name that shares few letter pairs is none of them. */
const SHORT_LIST = 40;

function shortList(pattern: string): readonly Searchable[] {
  const shared = new Map<Searchable, number>();
  for (const pair of letterPairs(pattern))
    for (const named of namesWithPair.get(pair) ?? []) shared.set(named, (shared.get(named) ?? 0) + 1);
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHORT_LIST)
    .map(([named]) => named);
}

/** fuse.js compares at most 32 characters (its bit field's width). */
const FUSE_PATTERN_LIMIT = 32;

/** Names that resemble a short text, best first, one per code. Meant for up to five words: a sentence is no misspelled name. */
export function findSimilarNames(text: string, limit = 4): readonly NamedCode[] {
  const pattern = clean(text).replace(digits, ' ').trim().slice(0, FUSE_PATTERN_LIMIT);
  if (words(pattern).join('').length < LEAST_LETTERS) return [];
  // Threshold .4 forgives about two typos in five letters; what it finds is ranked and judged by the caller.
  const fuse = new Fuse(shortList(pattern), {
    keys: ['text'],
    includeScore: true,
    threshold: 0.4,
    ignoreLocation: true,
  });
  const best = new Map<number, NamedCode>();
  for (const { item, score = 1 } of fuse.search(pattern)) {
    // fuse.js forgives missing text; a name much longer or shorter than what was typed is a weaker match.
    const gap = Math.abs(item.text.length - pattern.length) / Math.max(item.text.length, pattern.length);
    const distance = Math.min(1, score + gap * 0.25);
    const known = best.get(item.code);
    if (known === undefined || distance < known.distance) {
      const { text: _, ...named } = item;
      best.set(item.code, { ...named, why: 'typo', distance });
    }
  }
  return [...best.values()].sort((a, b) => a.distance - b.distance).slice(0, limit);
}
