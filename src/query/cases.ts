// Every line of the catalog that tells when a code is right, and lines of chat, as features: what questions are compared with.
import { isRegistered, registered, vendorStatuses } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import { smalltalk } from './data/smalltalk.ts';
import { featuresOf, isSingleWord } from './features.ts';
import { stepwise } from './stepwise.ts';

/** A text as numbers: places in the corpus' list of features, and how much each counts in this text. */
export interface Vector {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

export interface CaseLine extends Vector {
  /** Index into `owners`, or CHAT. */
  readonly owner: number;
  /** The case it belongs to: completes "when …". */
  readonly when: string;
  /** A code that experts also defend for that case. */
  readonly rival?: number;
  /** 1 for what people say, less for what the rest of the row says. */
  readonly weight: number;
}

/** All lines, and what they are made of. */
export interface Corpus {
  readonly lines: readonly CaseLine[];
  /** Feature → its place. */
  readonly places: ReadonlyMap<string, number>;
  /** By place: inverse document frequency. A word that few lines have says much about them. */
  readonly rarity: Float32Array;
  /** By place: how many lines have it. */
  readonly linesWith: Uint32Array;
}

/** Every row of the catalog: one per code and owner. */
export const owners: readonly Status[] = [...registered, ...vendorStatuses];

/** The owner of what people say when they speak of something else. */
export const CHAT = owners.length;

const DESCRIPTION = 0.7;

interface Told extends Omit<CaseLine, 'owner' | keyof Vector> {
  readonly text: string;
}

/** A vendor's name is part of each of its lines, so that naming the vendor helps. */
function tell(status: Status): readonly Told[] {
  const owner = isRegistered(status) ? '' : `${status.owner} `;
  const cases = status.situations.flatMap(({ when, said, rival }) => {
    const about = { when, weight: 1, ...(rival === undefined ? {} : { rival }) };
    return [when, ...said].map((text) => ({ ...about, text: owner + text }));
  });
  const described = isRegistered(status)
    ? [...status.use, ...status.provoke, ...status.headers.map(({ name, why }) => `${name}: ${why}`)]
    : status.causes;
  const when = status.situations[0]?.when ?? status.meaning;
  const rest = [status.meaning, ...described, status.name, ...status.aliases];
  return [...cases, ...rest.map((text) => ({ text: owner + text, when, weight: DESCRIPTION }))];
}

const chat: readonly Told[] = smalltalk.map((text) => ({ text, when: '', weight: 1 }));

/** Lines read before others have their turn: some milliseconds. */
const AT_ONCE = 150;

function* build(): Generator<void, Corpus> {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const lines: CaseLine[] = [];
  for (const [owner, told] of [...owners.map(tell), chat].entries())
    for (const { text, ...line } of told) {
      if (lines.length % AT_ONCE === 0) yield;
      const found = featuresOf(text);
      const features = new Int32Array(found.size);
      let at = 0;
      for (const feature of found.keys()) {
        const place = places.get(feature) ?? places.size;
        if (place === places.size) places.set(feature, place);
        counts[place] = (counts[place] ?? 0) + 1;
        features[at] = place;
        at += 1;
      }
      lines.push({ ...line, owner, features, weights: Float32Array.from(found.values()) });
    }
  const linesWith = Uint32Array.from(counts);
  return { lines, places, linesWith, rarity: Float32Array.from(counts, (count) => Math.log(1 + lines.length / count)) };
}

/** Made at the first sentence at the latest: whoever only asks for numbers does not wait for it. */
export const corpus = stepwise(build);

/** A text in the corpus' features. */
export interface KnownText extends Vector {
  /** How many of its words no line has. */
  readonly strange: number;
}

export function vectorOf(text: string): KnownText {
  const { places } = corpus.get();
  const known: (readonly [place: number, weight: number])[] = [];
  let strange = 0;
  for (const [feature, weight] of featuresOf(text)) {
    const place = places.get(feature);
    if (place !== undefined) known.push([place, weight]);
    else if (isSingleWord(feature)) strange += 1;
  }
  return {
    features: Int32Array.from(known, ([place]) => place),
    weights: Float32Array.from(known, ([, weight]) => weight),
    strange,
  };
}
