// How strongly each word speaks for each code, learned from the catalog's own lines when the first sentence comes.
//
// Nearness alone counts a shared "email" as much as a shared "already". A softmax regression learns which words
// decide. It is trained in the process, from a fixed order, so a new row needs no further step and every run agrees.
import { caseLines, owners } from './cases.ts';
import type { Features } from './features.ts';

/** Words and pairs in a row; what else features hold is left to nearness, at a fifth of the time. */
const KINDS = new Set(['w', 'r']);
/** A word in a single line is not learned from, only met again by nearness. */
const LEAST_LINES = 2;
const PASSES = 3;
const FIRST_STEP = 2;
const STEP_DECAY = 0.3;
/** The common inclination of a code, apart from words, moves slowly: it is mostly how many lines were written. */
const BIAS_STEP = 0.05;
/** Corrections smaller than this do not pay for their time. */
const LEAST_CORRECTION = 3e-3;

interface Learned {
  readonly places: ReadonlyMap<string, { readonly at: number; readonly rarity: number }>;
  /** Row by row: the weight of feature `at` for row `k` is at `at * owners.length + k`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

interface Vector {
  readonly at: Int32Array;
  readonly values: Float32Array;
}

function vectorOf(features: Features, places: Learned['places']): Vector {
  const at: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [feature, weight] of features) {
    const place = places.get(feature);
    if (place === undefined) continue;
    const value = weight * place.rarity;
    at.push(place.at);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return { at: Int32Array.from(at), values: Float32Array.from(values, (value) => value / length) };
}

function weigh({ at, values }: Vector, { weights, bias }: Learned, into: Float32Array): void {
  const rows = bias.length;
  into.set(bias);
  for (let i = 0; i < at.length; i += 1) {
    const start = (at[i] as number) * rows;
    const value = values[i] as number;
    for (let row = 0; row < rows; row += 1)
      into[row] = (into[row] as number) + (weights[start + row] as number) * value;
  }
}

/** Turns weights into shares that sum to 1. */
function softmax(scores: Float32Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const share = Math.exp((scores[row] as number) - highest);
    scores[row] = share;
    sum += share;
  }
  for (let row = 0; row < scores.length; row += 1) scores[row] = (scores[row] as number) / sum;
}

/** A fixed shuffle: order matters to the result, so it must not depend on chance. */
function shuffled(length: number): readonly number[] {
  const order = Array.from({ length }, (_, i) => i);
  let seed = 1;
  for (let i = length - 1; i > 0; i -= 1) {
    // Linear congruential generator with the constants of ANSI C's rand().
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = seed % (i + 1);
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
  return order;
}

function learn(): Learned {
  const lines = caseLines();
  const counts = new Map<string, number>();
  for (const { features } of lines)
    for (const feature of features.keys())
      if (KINDS.has(feature[0] ?? '')) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_LINES);
  const places = new Map(
    kept.map(([feature, count], at) => [feature, { at, rarity: Math.log(1 + lines.length / count) }]),
  );

  const rows = owners.length;
  const learned: Learned = { places, weights: new Float32Array(places.size * rows), bias: new Float32Array(rows) };
  const { weights, bias } = learned;
  const vectors = lines.map(({ features }) => vectorOf(features, places));
  const shares = new Float32Array(rows);
  const order = shuffled(lines.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = FIRST_STEP / (1 + pass * STEP_DECAY);
    for (const id of order) {
      const vector = vectors[id] as Vector;
      const { owner, weight } = lines[id] as (typeof lines)[number];
      weigh(vector, learned, shares);
      softmax(shares);
      for (let row = 0; row < rows; row += 1) {
        const correction = weight * ((shares[row] as number) - (row === owner ? 1 : 0));
        if (Math.abs(correction) < LEAST_CORRECTION) continue;
        bias[row] = (bias[row] as number) - step * BIAS_STEP * correction;
        for (let i = 0; i < vector.at.length; i += 1) {
          const place = (vector.at[i] as number) * rows + row;
          weights[place] = (weights[place] as number) - step * correction * (vector.values[i] as number);
        }
      }
    }
  }
  return learned;
}

let learned: Learned | undefined;

/** For each row of the catalog (`owners`): how much the words of a text speak for it; comparable within one text only. */
export function findLeanings(features: Features): Float32Array {
  learned ??= learn();
  const scores = new Float32Array(owners.length);
  weigh(vectorOf(features, learned.places), learned, scores);
  return scores;
}
