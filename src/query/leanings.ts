// How strongly each word speaks for each code, learned from the catalog's own lines when the first sentence comes.
//
// Nearness alone counts a shared "email" as much as a shared "already". A softmax regression learns which words
// decide. It is trained in the process, from a fixed order, so a new row needs no further step and every run agrees.
import { type CaseLine, corpus, owners, type Vector } from './cases.ts';
import { isWordFeature } from './features.ts';
import { stepwise } from './stepwise.ts';

/** A word in a single line is not learned from, only met again by nearness. */
const LEAST_LINES = 2;
/** Rows with fewer cases than this are left to nearness: IIS has a hundred, each with a line or two. */
const LEAST_CASES = 8;
const PASSES = 2;
const FIRST_STEP = 2;
const STEP_DECAY = 0.3;
/** The common inclination of a code, apart from words, moves slowly: it is mostly how many lines were written. */
const BIAS_STEP = 0.05;
/** Lines learned from before others have their turn: some milliseconds. */
const AT_ONCE = 300;
/** Corrections smaller than this do not pay for their time. */
const LEAST_CORRECTION = 3e-3;

/** What was learned. Classes are the rows of the catalog with enough cases, numbered from 0. */
interface Learned {
  /** By row of the catalog: its class, or -1. */
  readonly classes: Int32Array;
  /** By feature of the corpus: its number here, or -1 where it is not learned from. */
  readonly numbers: Int32Array;
  /** The weight of feature `f` for class `c` is at `f * bias.length + c`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The learned features of a text, scaled to length 1. */
function scaled({ features, weights }: Vector, numbers: Int32Array): Vector {
  const { rarity } = corpus.get();
  const kept: number[] = [];
  const values: number[] = [];
  let squares = 0;
  features.forEach((feature, i) => {
    const number = numbers[feature] as number;
    if (number < 0) return;
    const value = (weights[i] as number) * (rarity[feature] as number);
    kept.push(number);
    values.push(value);
    squares += value * value;
  });
  const length = Math.sqrt(squares) || 1;
  return { features: Int32Array.from(kept), weights: Float32Array.from(values, (value) => value / length) };
}

function weigh({ features, weights: values }: Vector, { weights, bias }: Learned, into: Float32Array): void {
  const classes = bias.length;
  into.set(bias);
  for (let i = 0; i < features.length; i += 1) {
    const start = (features[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c += 1) into[c] = (into[c] as number) + (weights[start + c] as number) * value;
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

/** Numbers what passes from 0 on, and what does not with -1. */
function numberThose(
  length: number,
  passes: (at: number) => boolean,
): { readonly numbers: Int32Array; readonly count: number } {
  const numbers = new Int32Array(length).fill(-1);
  let count = 0;
  for (let at = 0; at < length; at += 1)
    if (passes(at)) {
      numbers[at] = count;
      count += 1;
    }
  return { numbers, count };
}

function* learn(): Generator<void, Learned> {
  const { lines, places, linesWith } = corpus.get();
  const words = new Set([...places].filter(([feature]) => isWordFeature(feature)).map(([, place]) => place));
  const features = numberThose(places.size, (place) => words.has(place) && (linesWith[place] ?? 0) >= LEAST_LINES);
  const cases = owners.map(({ situations }) => situations.reduce((sum, { said }) => sum + said.length, 0));
  const classes = numberThose(owners.length, (row) => (cases[row] ?? 0) >= LEAST_CASES);
  const learned: Learned = {
    classes: classes.numbers,
    numbers: features.numbers,
    weights: new Float32Array(features.count * classes.count),
    bias: new Float32Array(classes.count),
  };
  const taught = lines.filter(({ owner }) => (classes.numbers[owner] ?? -1) >= 0);
  const vectors: Vector[] = [];
  const shares = new Float32Array(classes.count);
  const order = shuffled(taught.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = FIRST_STEP / (1 + pass * STEP_DECAY);
    for (const [at, id] of order.entries()) {
      if (at % AT_ONCE === 0) yield;
      const line = taught[id] as CaseLine;
      vectors[id] ??= scaled(line, features.numbers);
      const vector = vectors[id];
      weigh(vector, learned, shares);
      softmax(shares);
      correct(learned, vector, shares, classes.numbers[line.owner] ?? -1, step * line.weight);
    }
  }
  return learned;
}

/** One step of gradient descent: towards the right class, away from those that were taken for it. */
function correct({ weights, bias }: Learned, vector: Vector, shares: Float32Array, right: number, step: number): void {
  const { features, weights: values } = vector;
  const classes = bias.length;
  for (let c = 0; c < classes; c += 1) {
    const error = (shares[c] as number) - (c === right ? 1 : 0);
    if (Math.abs(error) < LEAST_CORRECTION) continue;
    bias[c] = (bias[c] as number) - step * BIAS_STEP * error;
    for (let i = 0; i < features.length; i += 1) {
      const place = (features[i] as number) * classes + c;
      weights[place] = (weights[place] as number) - step * error * (values[i] as number);
    }
  }
}

/** What the catalog's lines teach. */
export const lessons = stepwise(learn);

/** What the words of a text speak for. */
export interface Leanings {
  /**
   * For each row of the catalog (`owners`), how much; comparable within one text only. Rows that were not learned lean as
   * much as the middle of the others.
   */
  readonly rows: Float32Array;
  /** How sure they are of one row: its share among all, 0 to 1. */
  readonly sureness: number;
}

export function findLeanings(text: Vector): Leanings {
  const learned = lessons.get();
  const { classes, numbers, bias } = learned;
  const scores = new Float32Array(bias.length);
  weigh(scaled(text, numbers), learned, scores);
  const middle = scores.toSorted()[scores.length >> 1] ?? 0;
  const rows = Float32Array.from(classes, (c) => (c < 0 ? middle : (scores[c] as number)));
  softmax(scores);
  return { rows, sureness: Math.max(...scores) };
}
