// What a sentence has that can be compared with another sentence: its concepts, words, neighbours and letters.
import { clean, concept, isNegation, isStopWord, stem, words } from './words.ts';

/** Feature → weight. The first sign of a feature says its kind, so that kinds never collide. */
export type Features = ReadonlyMap<string, number>;

// How much each kind counts beside the others, found on the questions used for tuning (npm run eval).
const CONCEPT = 1;
/** A concept inside the reach of "not", "without", "never". */
const NEGATED = 0.7;
/** Two concepts near each other, in either order: "token" and "missing". */
const NEAR = 0.5;
/** The word itself, so that a synonym counts a little less than the very word. */
const WORD = 0.7;
/** Two words in a row, stop words included: "logged in", "should not". */
const IN_A_ROW = 0.3;
/** Groups of letters inside longer words: they forgive typos, endings and compounds. */
const LETTERS = 0.3;

/** How many words a negation reaches. */
const REACH = 3;
/** How many concepts apart two still count as near. */
const NEARBY = 2;
const GRAM = 4;
/** Shorter words have too few letters to be told apart by them. */
const GRAM_WORD = 5;

interface Term {
  readonly concept: string;
  readonly negated: boolean;
}

function terms(all: readonly string[]): readonly Term[] {
  const found: Term[] = [];
  let reach = 0;
  for (const word of all) {
    if (isNegation(word)) reach = REACH + 1;
    else if (!isStopWord(word)) found.push({ concept: concept(word), negated: reach > 0 });
    reach -= 1;
  }
  return found;
}

/** The features of a text. Cost grows linearly with its length. */
export function featuresOf(text: string): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number) => {
    if (weight > (features.get(feature) ?? 0)) features.set(feature, weight);
  };
  const all = words(clean(text));
  const said = terms(all);
  said.forEach((term, place) => {
    add(`c${term.concept}`, CONCEPT);
    if (term.negated) add(`n${term.concept}`, NEGATED);
    for (const other of said.slice(place + 1, place + 1 + NEARBY)) {
      const [a, b] = term.concept < other.concept ? [term.concept, other.concept] : [other.concept, term.concept];
      if (a !== b) add(`p${a} ${b}`, NEAR);
    }
  });
  let before: string | undefined;
  for (const word of all) {
    const stemmed = stem(word);
    if (before !== undefined) add(`r${before} ${stemmed}`, IN_A_ROW);
    before = stemmed;
    if (isStopWord(word)) continue;
    add(`w${stemmed}`, WORD);
    if (word.length < GRAM_WORD) continue;
    const padded = `<${word}>`;
    for (let at = 0; at + GRAM <= padded.length; at += 1) add(`g${padded.slice(at, at + GRAM)}`, LETTERS);
  }
  return features;
}

/** Whether a feature is a word as somebody wrote it. */
export function isSingleWord(feature: string): boolean {
  return feature.startsWith('w');
}

/** Whether a feature is a word or two in a row, as people wrote them: what can be learned from quickly. */
export function isWordFeature(feature: string): boolean {
  return isSingleWord(feature) || feature.startsWith('r');
}
