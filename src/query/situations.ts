// From a described case to the codes that fit it: how much a question has in common with the cases in the catalog.
import { registered, vendorStatuses } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import type { CodeRef } from './reading.ts';
import { clean, type Term, terms } from './words.ts';

export interface Fit extends CodeRef {
  readonly score: number;
  /** The case that fits best: completes "when …". */
  readonly when: string;
  readonly rival?: number;
}

type Features = ReadonlyMap<string, number>;

/**
 * A text as weighted features: every concept, whether it was negated, and pairs of neighbouring concepts. Pairs tell
 * "token missing" from "missing page"; they weigh less, since they are rarer and therefore count more anyway.
 */
function featuresOf(said: readonly Term[]): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number) => features.set(feature, Math.max(weight, features.get(feature) ?? 0));
  said.forEach((term, index) => {
    add(term.concept, 1);
    if (term.negated) add(`not ${term.concept}`, 0.7);
    for (const next of said.slice(index + 1, index + 3))
      if (next.concept !== term.concept) add([term.concept, next.concept].sort().join('+'), 0.5);
  });
  return features;
}

interface Phrase {
  readonly status: Status;
  readonly when: string;
  readonly rival?: number;
  readonly length: number;
}

interface Posting {
  readonly phrase: number;
  readonly weight: number;
}

interface Index {
  readonly phrases: readonly Phrase[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** Per feature: how strongly it speaks for each code, over all that is written about the code. */
  readonly leanings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly rarity: (feature: string) => number;
}

function keyOf({ code, ...status }: Status): string {
  return 'sub' in status && status.sub !== undefined ? `${code}.${status.sub}` : String(code);
}

function build(statuses: readonly Status[]): Index {
  const texts = statuses.flatMap((status) => [
    ...status.situations.flatMap(({ when, said, rival }) =>
      [when, ...said].map((text) => ({ status, when, text, ...(rival === undefined ? {} : { rival }) })),
    ),
  ]);
  const featured = texts.map((entry) => ({ ...entry, features: featuresOf(terms(clean(entry.text))) }));

  // In how many codes a feature occurs: one that occurs in few says much (inverse document frequency over codes).
  const codesWith = new Map<string, Set<string>>();
  for (const { status, features } of featured)
    for (const feature of features.keys()) {
      const seen = codesWith.get(feature) ?? new Set();
      codesWith.set(feature, seen.add(keyOf(status)));
    }
  const total = new Set(statuses.map(keyOf)).size;
  const rarity = (feature: string) => {
    const seen = codesWith.get(feature)?.size;
    return seen === undefined ? 0 : Math.log(1 + (total - seen + 0.5) / (seen + 0.5));
  };

  const phrases: Phrase[] = [];
  const postings = new Map<string, Posting[]>();
  const counts = new Map<string, Map<string, number>>();
  featured.forEach(({ status, when, rival, features }, phrase) => {
    let squares = 0;
    for (const [feature, weight] of features) {
      const value = weight * rarity(feature);
      squares += value * value;
      const list = postings.get(feature) ?? [];
      list.push({ phrase, weight: value });
      postings.set(feature, list);
      const perCode = counts.get(feature) ?? new Map<string, number>();
      perCode.set(keyOf(status), (perCode.get(keyOf(status)) ?? 0) + weight);
      counts.set(feature, perCode);
    }
    phrases.push({ status, when, ...(rival === undefined ? {} : { rival }), length: Math.sqrt(squares) });
  });

  const leanings = new Map<string, Map<string, number>>();
  for (const [feature, perCode] of counts) {
    const sum = [...perCode.values()].reduce((a, b) => a + b, 0);
    leanings.set(feature, new Map([...perCode].map(([code, count]) => [code, count / (sum + 2)])));
  }
  return { phrases, postings, leanings, rarity };
}

const index = build([...registered, ...vendorStatuses]);

/** How much the whole of a code's phrases counts beside its best phrase. */
const LEANING_WEIGHT = 0.5;
/** How many of a code's best phrases are averaged: one alone is luck. */
const BEST_PHRASES = 3;

/** Cosine similarity ignores what is missing in very short texts; this keeps one shared word from being a perfect fit. */
const SHORT_TEXT = 2.5;

/**
 * The codes whose cases have most in common with a question, best first. `score` is between 0 (nothing in common) and
 * about 1 (the very words of the catalog).
 */
export function findSituations(cleaned: string, correct?: (word: string) => string): readonly Fit[] {
  const features = featuresOf(terms(cleaned, correct));
  const similar = new Map<number, number>();
  const leaning = new Map<string, number>();
  let squares = 0;
  for (const [feature, weight] of features) {
    const value = weight * index.rarity(feature);
    // A word nobody used in any case still makes the question longer, so it fits each case less.
    squares += value === 0 && !feature.includes('+') && !feature.startsWith('not ') ? 2 : value * value;
    if (value === 0) continue;
    for (const posting of index.postings.get(feature) ?? [])
      similar.set(posting.phrase, (similar.get(posting.phrase) ?? 0) + value * posting.weight);
    for (const [code, share] of index.leanings.get(feature) ?? [])
      leaning.set(code, (leaning.get(code) ?? 0) + value * share);
  }
  const length = Math.sqrt(squares) || 1;

  const perCode = new Map<string, { phrase: Phrase; scores: number[]; best: number }>();
  for (const [id, dot] of similar) {
    const phrase = index.phrases[id];
    if (phrase === undefined) continue;
    const score = dot / ((length + SHORT_TEXT) * (phrase.length + SHORT_TEXT / 2) || 1);
    const key = keyOf(phrase.status);
    const known = perCode.get(key);
    if (known === undefined) perCode.set(key, { phrase, scores: [score], best: score });
    else {
      known.scores.push(score);
      if (score > known.best) {
        known.best = score;
        known.phrase = phrase;
      }
    }
  }

  const fits: Fit[] = [];
  for (const [key, { phrase, scores, best }] of perCode) {
    scores.sort((a, b) => b - a);
    const top = scores.slice(0, BEST_PHRASES);
    const average = top.reduce((sum, score) => sum + score, 0) / BEST_PHRASES;
    const { status, when, rival } = phrase;
    const score = 0.6 * best + 0.4 * average + (LEANING_WEIGHT * (leaning.get(key) ?? 0)) / length / 4;
    fits.push({
      code: status.code,
      ...('sub' in status && status.sub !== undefined ? { sub: status.sub } : {}),
      score,
      when,
      ...(rival === undefined ? {} : { rival }),
    });
  }
  return fits.sort((a, b) => b.score - a.score);
}
