// How strongly each word speaks for each code, learned from the catalog's own lines once the process runs.
//
// Nearness alone counts a shared "email" as much as a shared "already". A softmax regression learns which words
// decide. It is trained in the process, from a fixed order, so a new row needs no further step and every run agrees.
import { CHAT, type Corpus, type KnownText, type Lines, linesWith, owners, worthOf } from './cases.ts';
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
  /** By row of the catalog: its class, or NONE. */
  readonly classes: Uint16Array;
  /** By place in the corpus: its number here, or NONE where it is not learned from. */
  readonly numbers: Uint16Array;
  readonly bias: Float32Array;
  /**
   * Most features speak for few classes. Feature `f` has the weight `weights[i]`, in units of `units[f]`, for the class
   * `weighed[i]`, where `starts[f] <= i < starts[f + 1]`.
   */
  readonly starts: Uint32Array;
  readonly weighed: Uint8Array;
  readonly weights: Int8Array;
  readonly units: Float32Array;
}

const NONE = 2 ** 16 - 1;

/** Lessons while they are learned: the weight of feature `f` for class `c` is at `f * bias.length + c`. */
type Learning = Pick<Lessons, 'classes' | 'numbers' | 'bias'> & { readonly weights: Float32Array };

/** A text in learned features, scaled to length 1. */
interface Scaled {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** @param worth of a place in the corpus */
function scale(places: Int32Array, numbers: Uint16Array, worth: (place: number) => number): Scaled {
  const features = new Int32Array(places.length);
  const values = new Float32Array(places.length);
  let [count, squares] = [0, 0];
  for (const place of places) {
    const number = numbers[place] as number;
    if (number === NONE) continue;
    const value = worth(place);
    features[count] = number;
    values[count] = value;
    squares += value * value;
    count += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < count; i += 1) values[i] = (values[i] as number) / length;
  return { features: features.subarray(0, count), values: values.subarray(0, count) };
}

/** How much a text speaks for each class, by what has been learned so far. */
function weigh({ features, values }: Scaled, { weights, bias }: Learning, into: Float32Array): void {
  const classes = bias.length;
  into.set(bias);
  for (let i = 0; i < features.length; i += 1) {
    const start = (features[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c += 1) into[c] = (into[c] as number) + (weights[start + c] as number) * value;
  }
}

/** The same, by what was learned in the end. */
function recall({ features, values }: Scaled, lessons: Lessons): Float32Array {
  const { starts, weighed, weights, units } = lessons;
  const scores = lessons.bias.slice();
  for (let i = 0; i < features.length; i += 1) {
    const feature = features[i] as number;
    const value = (values[i] as number) * (units[feature] as number);
    const end = starts[feature + 1] as number;
    for (let at = starts[feature] as number; at < end; at += 1) {
      const c = weighed[at] as number;
      scores[c] = (scores[c] as number) + (weights[at] as number) * value;
    }
  }
  return scores;
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

/**
 * Numbers what passes from 0 on, and what does not with NONE.
 * @throws RangeError where there are more than a number can be
 */
function numberThose(passes: readonly boolean[]): { readonly numbers: Uint16Array; readonly count: number } {
  let count = 0;
  const number = () => {
    count += 1;
    return count - 1;
  };
  const numbers = Uint16Array.from(passes, (one) => (one ? number() : NONE));
  if (count > NONE) throw new RangeError(`only ${NONE} can be numbered`);
  return { numbers, count };
}

/** Learns what the lines teach; yields where others may have their turn. */
export function* learn({ corpus, weights: importance, ...all }: Lines): Generator<void, Lessons> {
  const features = numberThose(
    [...corpus.features].map((feature, place) => isWordFeature(feature) && linesWith(place, corpus) >= LEAST_LINES),
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
  const classOf = (line: number) => classes.numbers[corpus.ownerOf[line] ?? CHAT] ?? NONE;
  const taught = [...corpus.ownerOf.keys()].filter((line) => classOf(line) !== NONE);
  const shares = new Float32Array(classes.count);
  const worths = Float32Array.from(corpus.features, (_, place) => worthOf(place, corpus));
  const worth = (place: number) => worths[place] as number;
  const order = shuffled(taught.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = FIRST_STEP / (1 + pass * STEP_DECAY);
    for (const [at, id] of order.entries()) {
      if (at % AT_ONCE === 0) yield;
      const line = taught[id] as number;
      const vector = scale(all.places.subarray(all.starts[line], all.starts[line + 1]), features.numbers, worth);
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

/** @throws RangeError where there are more classes than eight bits can name */
function* shrink({ weights, bias, ...rest }: Learning): Generator<void, Lessons> {
  if (bias.length > 2 ** 8) throw new RangeError('the lessons have room for 256 classes');
  const units = new Float32Array(weights.length / bias.length);
  const starts = new Uint32Array(units.length + 1);
  const [weighed, small] = [new Uint8Array(weights.length), new Int8Array(weights.length)];
  let end = 0;
  for (let feature = 0; feature < units.length; feature += 1) {
    if (feature % SHRUNK_AT_ONCE === 0) yield;
    const from = feature * bias.length;
    let most = 0;
    for (let c = 0; c < bias.length; c += 1) most = Math.max(most, Math.abs(weights[from + c] as number));
    const unit = most / MOST_UNITS || 1;
    units[feature] = unit;
    for (let c = 0; c < bias.length; c += 1) {
      const count = Math.round((weights[from + c] as number) / unit);
      if (count === 0) continue;
      weighed[end] = c;
      small[end] = count;
      end += 1;
    }
    starts[feature + 1] = end;
  }
  return { ...rest, bias, starts, weighed: weighed.slice(0, end), weights: small.slice(0, end), units };
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
  const { classes, numbers } = lessons;
  const scores = recall(
    scale(places, numbers, (place) => worthOf(place, corpus)),
    lessons,
  );
  const middle = scores.toSorted()[scores.length >> 1] ?? 0;
  const rows = Float32Array.from(classes, (c) => (c === NONE ? middle : (scores[c] as number)));
  softmax(scores);
  return { rows, sureness: Math.max(...scores) };
}
