// Half a line, while somebody is still typing it: the codes it may become.
import { confusedWith, refOf, registered, vendorStatuses, written } from '../catalog/index.ts';
import { findName, findSimilarNames } from './names.ts';
import type { CodeRef } from './reading.ts';
import { clean } from './words.ts';

/** fuse.js distance up to which a misspelled start is offered; looser than a reading, since nothing is answered yet. */
const SIMILAR = 0.4;
/** Longer texts are questions, not the start of a name. */
const NAME_LENGTH = 40;
/** Twice the depth at which nothing matches. */
const NO_MATCH = 6;
/** Most results; a list that is longer is not read (and Discord takes no more). */
const MOST = 25;

interface Entry {
  readonly ref: CodeRef;
  /** "404", "404.13". */
  readonly number: string;
  /** The official name, cleaned, with the number before it and without. */
  readonly names: readonly string[];
  readonly aliases: readonly string[];
}

/** The order among equals: common, registered, vendors', substatuses. */
const entries: readonly Entry[] = (() => {
  const ofRegistry = registered.toSorted((a, b) => Number(b.common) - Number(a.common) || a.code - b.code);
  const ofVendors = vendorStatuses.toSorted((a, b) => Number(a.sub !== undefined) - Number(b.sub !== undefined));
  return [...ofRegistry, ...ofVendors].map((status): Entry => {
    const ref = refOf(status);
    const number = written(ref.code, ref.sub);
    return {
      ref,
      number,
      names: [`${number} ${status.name}`, status.name].map(clean),
      aliases: status.aliases.map(clean),
    };
  });
})();

const common: readonly CodeRef[] = registered.filter((status) => status.common).map(({ code }) => ({ code }));
const digits = /^\d{1,3}(?:\.\d{0,3})?$/;

/**
 * The codes that a half-typed line may become, best first, at most 25, each once. Nothing typed: the common codes.
 * Digits: the codes that begin with them. Letters: names that begin with them, then names with a word that does, then
 * names that contain them, aliases after official names, and only then misspellings.
 */
export function complete(typed: string): readonly CodeRef[] {
  const cleaned = clean(typed.slice(0, NAME_LENGTH + 1));
  if (cleaned === '') return common.slice(0, MOST);
  if (cleaned.length > NAME_LENGTH) return [];
  const found = digits.test(cleaned) ? byNumber(cleaned) : byName(cleaned);
  return found.length > 0 ? found : misspelled(cleaned);
}

/** Substatuses wait until the whole code is there: "4" would be drowned in them. */
function byNumber(typed: string): readonly CodeRef[] {
  const whole = typed.length >= 3;
  return once(entries.filter(({ number, ref }) => number.startsWith(typed) && (whole || ref.sub === undefined)));
}

function byName(typed: string): readonly CodeRef[] {
  const ranked: Entry[][] = Array.from({ length: NO_MATCH }, () => []);
  for (const entry of entries) ranked[rankOf(entry, typed)]?.push(entry);
  return once(ranked.flat());
}

/** A name that begins with it, then an alias that does, then words inside names and aliases, then pieces of words. */
function rankOf({ names, aliases }: Entry, typed: string): number {
  const inNames = Math.min(...names.map((name) => depthOf(name, typed)));
  const inAliases = Math.min(...aliases.map((alias) => depthOf(alias, typed)));
  return Math.min(inNames * 2, inAliases * 2 + 1, NO_MATCH);
}

/** 0: begins with it; 1: a word in it does; 2: it is somewhere inside; 3: it is not there. */
function depthOf(text: string, typed: string): number {
  const at = text.indexOf(typed);
  if (at <= 0) return at === 0 ? 0 : 3;
  return text.includes(` ${typed}`) || text.includes(`-${typed}`) ? 1 : 2;
}

function misspelled(typed: string): readonly CodeRef[] {
  return findSimilarNames(typed)
    .filter(({ distance }) => distance <= SIMILAR)
    .map(({ code, sub }) => (sub === undefined ? { code } : { code, sub }));
}

function once(found: readonly Entry[]): readonly CodeRef[] {
  const byNumber = new Map(found.map(({ number, ref }) => [number, ref]));
  return [...byNumber.values()].slice(0, MOST);
}

const halfComparison = /^(.{2,40}?) (?:v|vs|vs\.|versus|or|and|compare(?:d to)?|not)(?: (.{0,40}))?$/;

/**
 * "401 v" and "unauthorized vs for": the pairs it may become, first with the codes that are easily confused with the one
 * already there. Empty for anything that is no half comparison.
 */
export function completeComparison(typed: string): readonly (readonly [number, number])[] {
  const match = halfComparison.exec(clean(typed.slice(0, NAME_LENGTH * 2 + 10)));
  if (match === null) return [];
  const [, left = '', right = ''] = match;
  const first = findName(left)?.code ?? entries.find(({ number }) => number === left)?.ref.code;
  if (first === undefined) return [];
  const neighbours = confusedWith(first);
  const wanted = right === '' ? [] : complete(right).map(({ code }) => code);
  const others = right === '' ? neighbours : [...neighbours.filter((code) => wanted.includes(code)), ...wanted];
  return [...new Set(others)]
    .filter((code) => code !== first)
    .slice(0, MOST)
    .map((code) => [first, code]);
}
