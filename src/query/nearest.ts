// Which lines of the catalog are most like a text: cosine similarity over an inverted index.
import { type CaseLine, caseLines, owners } from './cases.ts';
import type { Features } from './features.ts';

/** A code is judged by its most similar lines, not by one lucky hit: their shares, best first. */
const LINE_SHARES = [0.4, 0.2, 0.15, 0.1, 0.08, 0.07];

export interface Nearest {
  /** 0 is nothing in common; 1 would be the very words of several lines. */
  readonly similarity: number;
  readonly line: CaseLine;
}

interface Postings {
  /** Inverse document frequency: a word that few lines have says much about them. */
  readonly rarity: number;
  readonly lines: Uint16Array;
  readonly weights: Float32Array;
}

function buildIndex(): ReadonlyMap<string, Postings> {
  const lines = caseLines();
  const places = new Map<string, number[]>();
  lines.forEach(({ features }, line) => {
    for (const feature of features.keys()) {
      const known = places.get(feature);
      if (known === undefined) places.set(feature, [line]);
      else known.push(line);
    }
  });
  const rarities = new Map([...places].map(([feature, at]) => [feature, Math.log(1 + lines.length / at.length)]));
  const lengths = lines.map(({ features }) => {
    let squares = 0;
    for (const [feature, weight] of features) squares += (weight * (rarities.get(feature) ?? 0)) ** 2;
    return Math.sqrt(squares) || 1;
  });
  const postings = new Map<string, Postings>();
  for (const [feature, at] of places) {
    const rarity = rarities.get(feature) ?? 0;
    const weights = new Float32Array(at.length);
    at.forEach((line, i) => {
      const { features, weight } = lines[line] as CaseLine;
      weights[i] = ((features.get(feature) ?? 0) * rarity * weight) / (lengths[line] ?? 1);
    });
    postings.set(feature, { rarity, lines: Uint16Array.from(at), weights });
  }
  return postings;
}

let index: ReadonlyMap<string, Postings> | undefined;

/** For each row of the catalog (`owners`), how like its most similar lines a text is; absent where nothing is shared. */
export function findNearest(features: Features): readonly (Nearest | undefined)[] {
  index ??= buildIndex();
  const lines = caseLines();
  const products = new Float32Array(lines.length);
  let squares = 0;
  for (const [feature, weight] of features) {
    const known = index.get(feature);
    if (known === undefined) continue;
    const value = weight * known.rarity;
    squares += value * value;
    for (let i = 0; i < known.lines.length; i += 1) {
      const line = known.lines[i] as number;
      products[line] = (products[line] as number) + value * (known.weights[i] as number);
    }
  }
  const length = Math.sqrt(squares) || 1;

  const best = owners.map((): { line?: CaseLine; readonly top: number[] } => ({ top: [] }));
  lines.forEach((line, at) => {
    const similarity = (products[at] as number) / length;
    const known = best[line.owner];
    if (similarity === 0 || known === undefined) return;
    if (similarity > (known.top[0] ?? 0)) known.line = line;
    keepBest(known.top, similarity);
  });
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
