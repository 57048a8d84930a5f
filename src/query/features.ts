// What a sentence has that can be compared with another sentence: its concepts, words, neighbours and letters.
import { clean, concept, isNegation, isStopWord, stem, words } from './words.ts';

/**
 * A feature as one number: 29 bits of hash over what it is, and its kind in the three bits below, so that kinds never
 * collide. Of the corpus' quarter of a million features some twenty meet another one of their kind; as texts they took
 * ten times the memory, and five times the time.
 */
export type Feature = number;

const CONCEPT = 0;
/** A concept inside the reach of "not", "without", "never". */
const NEGATED = 1;
/** Two concepts near each other, in either order: "token" and "missing". */
const NEAR = 2;
/** The word itself, so that a synonym counts a little less than the very word. */
const WORD = 3;
/** Two words in a row, stop words included: "logged in", "should not". */
const IN_A_ROW = 4;
/** Groups of letters inside longer words: they forgive typos, endings and compounds. */
const LETTERS = 5;
const KIND_BITS = 7;

/** How much each kind counts beside the others, found on the questions used for tuning (npm run eval). */
const WEIGHTS: readonly number[] = [1, 0.7, 0.5, 0.7, 0.3, 0.3];

/** How many words a negation reaches. */
const REACH = 3;
/** How many concepts apart two still count as near. */
const NEARBY = 2;
const GRAM = 4;
/** Shorter words have too few letters to be told apart by them. */
const GRAM_WORD = 5;

interface Term {
  /** Its concept's hash. */
  readonly concept: number;
  readonly negated: boolean;
}

function terms(all: readonly string[]): readonly Term[] {
  const found: Term[] = [];
  let reach = 0;
  for (const word of all) {
    if (isNegation(word)) reach = REACH + 1;
    else if (!isStopWord(word)) found.push({ concept: hash(concept(word)), negated: reach > 0 });
    reach -= 1;
  }
  return found;
}

/** The features of a text. Cost grows linearly with its length. */
export function featuresOf(text: string): ReadonlySet<Feature> {
  const features = new Set<Feature>();
  const all = words(clean(text));
  const said = terms(all);
  said.forEach((term, place) => {
    features.add(feature(CONCEPT, term.concept));
    if (term.negated) features.add(feature(NEGATED, term.concept));
    for (const other of said.slice(place + 1, place + 1 + NEARBY)) {
      const [low, high] = [Math.min(term.concept, other.concept), Math.max(term.concept, other.concept)];
      if (low !== high) features.add(feature(NEAR, both(low, high)));
    }
  });
  let before: number | undefined;
  for (const word of all) {
    const stemmed = hash(stem(word));
    if (before !== undefined) features.add(feature(IN_A_ROW, both(before, stemmed)));
    before = stemmed;
    if (isStopWord(word)) continue;
    features.add(feature(WORD, stemmed));
    if (word.length < GRAM_WORD) continue;
    const padded = `<${word}>`;
    for (let at = 0; at + GRAM <= padded.length; at += 1) features.add(feature(LETTERS, hash(padded, at, at + GRAM)));
  }
  return features;
}

/** How much a feature counts in a text that has it. */
export function weightOf(of: Feature): number {
  return WEIGHTS[of & KIND_BITS] as number;
}

/** Whether a feature is a word as somebody wrote it. */
export function isSingleWord(of: Feature): boolean {
  return (of & KIND_BITS) === WORD;
}

/** Whether a feature is a word or two in a row, as people wrote them: what can be learned from quickly. */
export function isWordFeature(of: Feature): boolean {
  return isSingleWord(of) || (of & KIND_BITS) === IN_A_ROW;
}

/** FNV-1a, 32 bits: www.isthe.com/chongo/tech/comp/fnv. */
function hash(text: string, from = 0, to = text.length): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** Two in this order. */
function both(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ second;
}

/** Spreads every bit over all of them, as MurmurHash3 ends: else the kind would take the place of bits that differ. */
function feature(kind: number, of: number): Feature {
  let value = Math.imul(of ^ (of >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  value ^= value >>> 16;
  return (value & ~KIND_BITS) | kind;
}
