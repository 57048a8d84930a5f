// Which lines of the catalog and of chat are most like a text: cosine similarity over an inverted index.
import { CHAT, type Corpus, type KnownText, type Lines, lengthOf, linesWith, worthOf } from './cases.ts';

/** A code is judged by its most similar lines, not by one lucky hit: their shares, best first. */
const LINE_SHARES = [0.4, 0.2, 0.15, 0.1, 0.08, 0.07];

/** Lines less alike than this share a letter group or two, and would only cost time. */
const LEAST_SIMILAR = 0.05;
/** What more than this share of all lines has tells nothing apart. */
const COMMON = 0.06;

export interface Nearest {
  /** 0 is nothing in common; 1 would be the very words of several lines. */
  readonly similarity: number;
  /** Of the most similar line: index into `casesTold()`. */
  readonly case: number;
}

/** Lines turned around before others have their turn: some milliseconds. */
const AT_ONCE = 1000;

/** The lines turned around. The feature at place `p` stands in `lines[i]` for `corpus.starts[p] <= i < corpus.starts[p + 1]`. */
export interface Index {
  readonly lines: Uint16Array;
  /** By line: what makes its length its weight. */
  readonly scales: Float32Array;
  /** By line: room for the text at hand, so that no question leaves a hundred kilobytes behind. */
  readonly products: Float32Array;
}

/** Yields where others may have their turn. @throws RangeError where there are more lines than its numbers can name */
export function* turnAround({ corpus, weights, ...all }: Lines): Generator<void, Index> {
  if (weights.length > 2 ** 16) throw new RangeError('the index has room for 65536 lines');
  const next = corpus.starts.slice();
  const lines = new Uint16Array(all.places.length);
  const scales = new Float32Array(weights.length);
  for (const [line, weight] of weights.entries()) {
    if (line % AT_ONCE === 0) yield;
    const places = all.places.subarray(all.starts[line], all.starts[line + 1]);
    scales[line] = weight / lengthOf(places, corpus);
    for (const place of places) {
      const slot = next[place] as number;
      next[place] = slot + 1;
      lines[slot] = line;
    }
  }
  return { lines, scales, products: new Float32Array(weights.length) };
}

/** For each row of the catalog (`owners`), and for CHAT, how like its most similar lines a text is; absent where nothing is shared. */
export function findNearest(
  text: KnownText,
  { lines, scales, products }: Index,
  corpus: Corpus,
): readonly (Nearest | undefined)[] {
  products.fill(0);
  for (const place of text.places) {
    if (linesWith(place, corpus) > scales.length * COMMON) continue;
    const value = worthOf(place, corpus) ** 2;
    const end = corpus.starts[place + 1] as number;
    for (let slot = corpus.starts[place] as number; slot < end; slot += 1) {
      const line = lines[slot] as number;
      products[line] = (products[line] as number) + value;
    }
  }
  const length = lengthOf(text.places, corpus);

  const best = Array.from({ length: CHAT + 1 }, (): { line: number; readonly top: number[] } => ({
    line: -1,
    top: [],
  }));
  for (let line = 0; line < products.length; line += 1) {
    const similarity = ((products[line] as number) * (scales[line] as number)) / length;
    if (similarity < LEAST_SIMILAR) continue;
    const known = best[corpus.ownerOf[line] as number];
    if (known === undefined) continue;
    if (similarity > (known.top[0] ?? 0)) known.line = line;
    keepBest(known.top, similarity);
  }
  return best.map(({ line, top }) => {
    if (line < 0) return undefined;
    const similarity = top.reduce((sum, one, place) => sum + one * (LINE_SHARES[place] ?? 0), 0);
    return { case: corpus.caseOf[line] as number, similarity };
  });
}

/** Inserts into a short list kept in descending order, at most as long as LINE_SHARES. */
function keepBest(sorted: number[], value: number): void {
  let place = sorted.length;
  while (place > 0 && (sorted[place - 1] as number) < value) place -= 1;
  if (place >= LINE_SHARES.length) return;
  sorted.splice(place, 0, value);
  if (sorted.length > LINE_SHARES.length) sorted.pop();
}
