// Which lines of the catalog and of chat are most like a text: cosine similarity over an inverted index.
import { type CaseLine, CHAT, corpus, type Vector } from './cases.ts';
import { stepwise } from './stepwise.ts';

/** A code is judged by its most similar lines, not by one lucky hit: their shares, best first. */
const LINE_SHARES = [0.4, 0.2, 0.15, 0.1, 0.08, 0.07];

/** Lines less alike than this share a letter group or two, and would only cost time. */
const LEAST_SIMILAR = 0.05;
/** What more than this share of all lines has tells nothing apart. */
const COMMON = 0.06;

export interface Nearest {
  /** 0 is nothing in common; 1 would be the very words of several lines. */
  readonly similarity: number;
  readonly line: CaseLine;
}

/** Lines turned around before others have their turn: some milliseconds. */
const AT_ONCE = 1000;

/** The lines turned around. Feature `f` stands in `lines[i]` with `values[i]` for `starts[f] <= i < starts[f + 1]`. */
interface Index {
  readonly starts: Uint32Array;
  readonly lines: Uint16Array;
  readonly values: Float32Array;
  /** By line: room for the text at hand, so that no question leaves a hundred kilobytes behind. */
  readonly products: Float32Array;
}

function lengthOf({ features, weights }: Vector, rarity: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < features.length; i += 1)
    squares += ((weights[i] as number) * (rarity[features[i] as number] as number)) ** 2;
  return Math.sqrt(squares) || 1;
}

function* build(): Generator<void, Index> {
  const { lines, linesWith, rarity } = corpus.get();
  const starts = new Uint32Array(linesWith.length + 1);
  linesWith.forEach((count, feature) => {
    starts[feature + 1] = (starts[feature] as number) + count;
  });
  const next = starts.slice();
  const turned = {
    starts,
    lines: new Uint16Array(starts.at(-1) ?? 0),
    values: new Float32Array(starts.at(-1) ?? 0),
    products: new Float32Array(lines.length),
  };
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === 0) yield;
    const scale = line.weight / lengthOf(line, rarity);
    line.features.forEach((feature, i) => {
      const slot = next[feature] as number;
      next[feature] = slot + 1;
      turned.lines[slot] = at;
      turned.values[slot] = (line.weights[i] as number) * (rarity[feature] as number) * scale;
    });
  }
  return turned;
}

/** The index of all lines. */
export const index = stepwise(build);

/** For each row of the catalog (`owners`), and for CHAT, how like its most similar lines a text is; absent where nothing is shared. */
export function findNearest(text: Vector): readonly (Nearest | undefined)[] {
  const { starts, lines: postings, values, products } = index.get();
  const { lines, rarity } = corpus.get();
  products.fill(0);
  text.features.forEach((feature, i) => {
    const value = (text.weights[i] as number) * (rarity[feature] as number);
    const end = starts[feature + 1] as number;
    if (end - (starts[feature] as number) > lines.length * COMMON) return;
    for (let slot = starts[feature] as number; slot < end; slot += 1) {
      const line = postings[slot] as number;
      products[line] = (products[line] as number) + value * (values[slot] as number);
    }
  });
  const length = lengthOf(text, rarity);

  const best = Array.from({ length: CHAT + 1 }, (): { line?: CaseLine; readonly top: number[] } => ({ top: [] }));
  for (let at = 0; at < products.length; at += 1) {
    const similarity = (products[at] as number) / length;
    if (similarity < LEAST_SIMILAR) continue;
    const line = lines[at] as CaseLine;
    const known = best[line.owner];
    if (known === undefined) continue;
    if (similarity > (known.top[0] ?? 0)) known.line = line;
    keepBest(known.top, similarity);
  }
  return best.map(({ line, top }) =>
    line === undefined
      ? undefined
      : { line, similarity: top.reduce((sum, similarity, place) => sum + similarity * (LINE_SHARES[place] ?? 0), 0) },
  );
}

/** Inserts into a short list kept in descending order, at most as long as LINE_SHARES. */
function keepBest(sorted: number[], value: number): void {
  let place = sorted.length;
  while (place > 0 && (sorted[place - 1] as number) < value) place -= 1;
  if (place >= LINE_SHARES.length) return;
  sorted.splice(place, 0, value);
  if (sorted.length > LINE_SHARES.length) sorted.pop();
}
