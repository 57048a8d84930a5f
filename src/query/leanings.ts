// How strongly each word speaks for each code, learned from the catalog's own lines once the process runs.
//
// Nearness alone counts a shared "email" as much as a shared "already". A softmax regression learns which words
// decide. It is trained in the process, from a fixed order, so a new row needs no further step and every run agrees.
import { CHAT, type Corpus, type KnownText, type Lines, owners } from './cases.ts';
import { isWordFeature } from './features.ts';

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
export interface Lessons {
  /** By row of the catalog: its class, or -1. */
  readonly classes: Int32Array;
  /** By place in the corpus: its number here, or -1 where it is not learned from. */
  readonly numbers: Int32Array;
  /** The weight of feature `f` for class `c` is at `f * bias.length + c`, in units of `units[f]`. */
  readonly weights: Int8Array;
  readonly units: Float32Array;
  readonly bias: Float32Array;
}

/** Lessons while they are learned: weights as they are. */
type Learning = Omit<Lessons, 'weights' | 'units'> & { readonly weights: Float32Array };

/** A text in learned features, scaled to length 1. */
interface Scaled {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

function scale(places: Int32Array, numbers: Int32Array, { values }: Corpus): Scaled {
  const features = new Int32Array(places.length);
  const scaled = new Float32Array(places.length);
  let [count, squares] = [0, 0];
  for (const place of places) {
    const number = numbers[place] as number;
    if (number < 0) continue;
    const value = values[place] as number;
    features[count] = number;
    scaled[count] = value;
    squares += value * value;
    count += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < count; i += 1) scaled[i] = (scaled[i] as number) / length;
  return { features: features.subarray(0, count), values: scaled.subarray(0, count) };
}

/** @param units what the weights of a feature count in; 1 unless given */
function weigh(
  { features, values }: Scaled,
  { weights, bias }: Pick<Lessons | Learning, 'weights' | 'bias'>,
  into: Float32Array,
  units?: Float32Array,
): void {
  const classes = bias.length;
  into.set(bias);
  for (let i = 0; i < features.length; i += 1) {
    const start = (features[i] as number) * classes;
    const value = (values[i] as number) * (units?.[features[i] as number] ?? 1);
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
function numberThose(passes: readonly boolean[]): { readonly numbers: Int32Array; readonly count: number } {
  let count = 0;
  const number = () => {
    count += 1;
    return count - 1;
  };
  const numbers = Int32Array.from(passes, (one) => (one ? number() : -1));
  return { numbers, count };
}

/** Learns what the lines teach; yields where others may have their turn. */
export function* learn({ corpus, linesWith, weights: importance, ...all }: Lines): Generator<void, Lessons> {
  const { places, ownerOf } = corpus;
  const features = numberThose(
    [...places.features].map((feature, place) => isWordFeature(feature) && (linesWith[place] ?? 0) >= LEAST_LINES),
  );
  const classes = numberThose(
    owners.map(({ situations }) => situations.reduce((sum, { said }) => sum + said().length, 0) >= LEAST_CASES),
  );
  const learning: Learning = {
    classes: classes.numbers,
    numbers: features.numbers,
    weights: new Float32Array(features.count * classes.count),
    bias: new Float32Array(classes.count),
  };
  const classOf = (line: number) => classes.numbers[ownerOf[line] ?? CHAT] ?? -1;
  const taught = [...ownerOf.keys()].filter((line) => classOf(line) >= 0);
  const shares = new Float32Array(classes.count);
  const order = shuffled(taught.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = FIRST_STEP / (1 + pass * STEP_DECAY);
    for (const [at, id] of order.entries()) {
      if (at % AT_ONCE === 0) yield;
      const line = taught[id] as number;
      const vector = scale(all.places.subarray(all.starts[line], all.starts[line + 1]), features.numbers, corpus);
      weigh(vector, learning, shares);
      softmax(shares);
      correct(learning, vector, shares, classOf(line), step * (importance[line] as number));
    }
  }
  return yield* shrink(learning);
}

/** Eight bits tell a weight from its neighbours well enough, and take a quarter of the room. */
const MOST_UNITS = 127;
/** Features shrunk before others have their turn. */
const SHRUNK_AT_ONCE = 5_000;

function* shrink({ weights, bias, ...rest }: Learning): Generator<void, Lessons> {
  const small = new Int8Array(weights.length);
  const units = new Float32Array(weights.length / bias.length);
  for (let feature = 0; feature < units.length; feature += 1) {
    if (feature % SHRUNK_AT_ONCE === 0) yield;
    const [from, to] = [feature * bias.length, (feature + 1) * bias.length];
    let most = 0;
    for (let at = from; at < to; at += 1) most = Math.max(most, Math.abs(weights[at] as number));
    const unit = most / MOST_UNITS || 1;
    units[feature] = unit;
    for (let at = from; at < to; at += 1) small[at] = Math.round((weights[at] as number) / unit);
  }
  return { ...rest, bias, weights: small, units };
}

/** One step of gradient descent: towards the right class, away from those that were taken for it. */
function correct(
  { weights, bias }: Learning,
  { features, values }: Scaled,
  shares: Float32Array,
  right: number,
  step: number,
): void {
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

export function findLeanings({ places }: KnownText, lessons: Lessons, corpus: Corpus): Leanings {
  const { classes, numbers, bias, units } = lessons;
  const scores = new Float32Array(bias.length);
  weigh(scale(places, numbers, corpus), lessons, scores, units);
  const middle = scores.toSorted()[scores.length >> 1] ?? 0;
  const rows = Float32Array.from(classes, (c) => (c < 0 ? middle : (scores[c] as number)));
  softmax(scores);
  return { rows, sureness: Math.max(...scores) };
}
