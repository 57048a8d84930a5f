// From a described case to the codes that fit it: which cases of the catalog are told in words most like these.
import { isRegistered, registered, vendorStatuses } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import { type Features, featuresOf } from './features.ts';
import type { CodeRef } from './reading.ts';

export interface Fit extends CodeRef {
  /** 0 is nothing in common; 1 would be the very words of several lines of the catalog. */
  readonly score: number;
  /** The case that fits best: completes "when …". */
  readonly when: string;
  /** A code that experts also defend for that case. */
  readonly rival?: number;
}

interface Line {
  /** Index into `owners`. */
  readonly owner: number;
  readonly when: string;
  readonly rival?: number;
  readonly weight: number;
}

interface Told extends Omit<Line, 'owner'> {
  readonly text: string;
}

/** What the rest of a row says counts too, less than what people say. */
const DESCRIPTION = 0.7;
/** A code is judged by its most similar lines, not by one lucky hit: their shares, best first. */
const LINE_SHARES = [0.4, 0.2, 0.15, 0.1, 0.08, 0.07];

/** Every line that tells when a code is right. A vendor's name is part of each, so that naming the vendor helps. */
function linesOf(status: Status): readonly Told[] {
  const owner = isRegistered(status) ? '' : `${status.owner} `;
  const cases = status.situations.flatMap(({ when, said, rival }) => {
    const about = { when, ...(rival === undefined ? {} : { rival }) };
    return [{ ...about, text: owner + when, weight: 1 }, ...said.map((text) => ({ ...about, text: owner + text, weight: 1 }))];
  });
  const when = status.situations[0]?.when ?? status.meaning;
  const described =
    isRegistered(status)
      ? [...status.use, ...status.provoke, ...status.headers.map(({ name, why }) => `${name}: ${why}`)]
      : status.causes.map((cause) => owner + cause);
  const names = [status.name, ...status.aliases].map((name) => owner + name);
  return [...cases, ...[status.meaning, ...described, ...names].map((text) => ({ text, when, weight: DESCRIPTION }))];
}

const owners: readonly Status[] = [...registered, ...vendorStatuses];

/** The lines of all codes as vectors of length 1, turned around: feature → the lines that have it. */
interface Index {
  readonly lines: readonly Line[];
  readonly features: ReadonlyMap<string, { readonly rarity: number; readonly lines: Uint16Array; readonly weights: Float32Array }>;
}

function buildIndex(): Index {
  const lines: Line[] = [];
  const vectors: Features[] = [];
  owners.forEach((status, owner) => {
    for (const { text, ...line } of linesOf(status)) {
      lines.push({ ...line, owner });
      vectors.push(featuresOf(text));
    }
  });
  const places = new Map<string, number[]>();
  vectors.forEach((vector, line) => {
    for (const feature of vector.keys()) {
      const known = places.get(feature);
      if (known === undefined) places.set(feature, [line]);
      else known.push(line);
    }
  });
  // Inverse document frequency: a word that few lines have says much about them.
  const rarity = (feature: string) => Math.log(1 + lines.length / (places.get(feature)?.length ?? lines.length));
  const lengths = vectors.map((vector) => {
    let squares = 0;
    for (const [feature, weight] of vector) squares += (weight * rarity(feature)) ** 2;
    return Math.sqrt(squares);
  });
  const features = new Map(
    [...places].map(([feature, at]) => {
      const weights = at.map((line) => ((vectors[line]?.get(feature) ?? 0) * rarity(feature) * (lines[line]?.weight ?? 1)) / (lengths[line] || 1));
      return [feature, { rarity: rarity(feature), lines: Uint16Array.from(at), weights: Float32Array.from(weights) }] as const;
    }),
  );
  return { lines, features };
}

let built: Index | undefined;

/** Built at the first sentence: whoever only asks for numbers does not wait for it. */
function index(): Index {
  built ??= buildIndex();
  return built;
}

/** Makes the first question as quick as the others; a server calls it once at start. */
export function prepareSituations(): void {
  index();
}

/** The codes whose cases are told most like this text, best first. */
export function findSituations(text: string): readonly Fit[] {
  const { lines, features } = index();
  const similarity = new Float32Array(lines.length);
  let squares = 0;
  for (const [feature, weight] of featuresOf(text)) {
    const known = features.get(feature);
    if (known === undefined) continue;
    const value = weight * known.rarity;
    squares += value * value;
    for (let i = 0; i < known.lines.length; i += 1) {
      const line = known.lines[i] ?? 0;
      similarity[line] = (similarity[line] ?? 0) + value * (known.weights[i] ?? 0);
    }
  }
  const length = Math.sqrt(squares) || 1;

  const best = new Map<number, { line: Line; similarities: number[] }>();
  lines.forEach((line, at) => {
    const similar = (similarity[at] ?? 0) / length;
    if (similar === 0) return;
    const known = best.get(line.owner);
    if (known === undefined) best.set(line.owner, { line, similarities: [similar] });
    else {
      if (similar > Math.max(...known.similarities)) known.line = line;
      keepBest(known.similarities, similar);
    }
  });

  return [...best]
    .map(([owner, { line, similarities }]): Fit => {
      const status = owners[owner] as Status;
      return {
        code: status.code,
        ...('sub' in status && status.sub !== undefined ? { sub: status.sub } : {}),
        score: similarities.reduce((sum, similar, place) => sum + similar * (LINE_SHARES[place] ?? 0), 0),
        when: line.when,
        ...(line.rival === undefined ? {} : { rival: line.rival }),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** Inserts into a short list kept in descending order, at most as long as LINE_SHARES. */
function keepBest(sorted: number[], value: number): void {
  let place = sorted.length;
  while (place > 0 && (sorted[place - 1] ?? 0) < value) place -= 1;
  if (place >= LINE_SHARES.length) return;
  sorted.splice(place, 0, value);
  if (sorted.length > LINE_SHARES.length) sorted.pop();
}
