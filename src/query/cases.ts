// Every line of the catalog that tells when a code is right, and lines of chat, as features: what questions are compared with.
import { isRegistered, registered, vendorStatuses } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import { smalltalk } from './data/smalltalk.ts';
import { featuresOf, isSingleWord, weightOf } from './features.ts';
import { placeOf, placesFor } from './places.ts';

/** What a line of the catalog tells beside its words. */
export interface Case {
  /** Completes "when …". */
  readonly when: string;
  /** A code that experts also defend for it. */
  readonly rival?: number;
}

/**
 * All lines, and what they are made of. Lines are counted from 0, and so are their features: a number is a place. Arrays of
 * numbers only, so that a process can hand it on.
 */
export interface Corpus {
  /** By line: index into `owners`, or CHAT. */
  readonly ownerOf: Uint16Array;
  /** By line: index into `casesTold()`. */
  readonly caseOf: Uint16Array;
  /** By place: its feature, in ascending order. */
  readonly features: Int32Array;
  /** By place: how many lines have it or one before it, and at the end how many features all lines have together. */
  readonly starts: Uint32Array;
}

/** What only the makers of the index and of the lessons need: by far the most of it. */
export interface Lines {
  readonly corpus: Corpus;
  /** By line: 1 for what people say, less for what the rest of the row says. */
  readonly weights: Float32Array;
  /** Line `l` has the features at `places[i]` for `starts[l] <= i < starts[l + 1]`. */
  readonly starts: Uint32Array;
  readonly places: Int32Array;
}

/** Every row of the catalog: one per code and owner. */
export const owners: readonly Status[] = [...registered, ...vendorStatuses];

/** The owner of what people say when they speak of something else. */
export const CHAT = owners.length;

const DESCRIPTION = 0.7;

/** A case with the lines that tell it. */
interface Told extends Case {
  readonly owner: number;
  readonly lines: () => readonly string[];
  readonly weight: number;
}

/** A vendor's name is part of each of its lines, so that naming the vendor helps. */
function tell(status: Status, owner: number): readonly Told[] {
  const name = isRegistered(status) ? '' : `${status.owner} `;
  const cases = status.situations.map(({ when, said, rival }) => {
    const lines = () => [when, ...said()].map((line) => name + line);
    return { when, ...(rival === undefined ? {} : { rival }), owner, lines, weight: 1 };
  });
  const described = isRegistered(status)
    ? [...status.use, ...status.provoke, ...status.headers.map(({ name, why }) => `${name}: ${why}`)]
    : status.causes;
  const lines = () => [status.meaning, ...described, status.name, ...status.aliases].map((line) => name + line);
  const when = status.situations[0]?.when ?? status.meaning;
  return [...cases, { when, owner, lines, weight: DESCRIPTION }];
}

function tellAll(): readonly Told[] {
  return [...owners.flatMap(tell), { when: '', owner: CHAT, lines: smalltalk, weight: 1 }];
}

/** Every case that lines tell of, in the order of the lines. */
export function casesTold(): readonly Case[] {
  return tellAll().map(({ when, rival }) => ({ when, ...(rival === undefined ? {} : { rival }) }));
}

/** Lines read before others have their turn: some milliseconds. */
const AT_ONCE = 300;
/** Features looked up before others have their turn. */
const PLACED_AT_ONCE = 30_000;

/** Reads all lines; yields where others may have their turn. */
export function* readLines(): Generator<void, Lines> {
  const [ownerOf, caseOf, weights, starts]: [number[], number[], number[], number[]] = [[], [], [], [0]];
  let said = new Int32Array(1 << 16);
  let end = 0;
  for (const [at, { owner, lines, weight }] of tellAll().entries())
    for (const line of lines()) {
      if (ownerOf.length % AT_ONCE === 0) yield;
      const found = featuresOf(line);
      if (end + found.size > said.length) said = doubled(said);
      for (const feature of found) {
        said[end] = feature;
        end += 1;
      }
      ownerOf.push(owner);
      caseOf.push(at);
      weights.push(weight);
      starts.push(end);
    }
  const features = placesFor(said.subarray(0, end));
  const places = new Int32Array(end);
  for (let at = 0; at < end; at += 1) {
    if (at % PLACED_AT_ONCE === 0) yield;
    places[at] = placeOf(said[at] as number, features);
  }
  const corpus = {
    ownerOf: Uint16Array.from(ownerOf),
    caseOf: Uint16Array.from(caseOf),
    features,
    starts: startsOf(places, features.length),
  };
  return { corpus, weights: Float32Array.from(weights), starts: Uint32Array.from(starts), places };
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Where each number begins once they are sorted, and where they end. */
function startsOf(numbers: Int32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  return starts;
}

/** How many lines have the feature at a place. */
export function linesWith(place: number, { starts }: Corpus): number {
  return (starts[place + 1] as number) - (starts[place] as number);
}

/** What its kind counts, times its inverse document frequency: what few lines have says much about them. */
export function worthOf(place: number, corpus: Corpus): number {
  const rarity = Math.log(1 + corpus.ownerOf.length / linesWith(place, corpus));
  return Math.fround(weightOf(corpus.features[place] as number) * rarity);
}

/** A text in the corpus' features. */
export interface KnownText {
  readonly places: Int32Array;
  /** How many of its words no line has. */
  readonly strange: number;
}

export function know(text: string, { features }: Corpus): KnownText {
  const known: number[] = [];
  let strange = 0;
  for (const feature of featuresOf(text)) {
    const place = placeOf(feature, features);
    if (place >= 0) known.push(place);
    else if (isSingleWord(feature)) strange += 1;
  }
  return { places: Int32Array.from(known), strange };
}

/** The length of a text or line as a vector; 1 where it has none. */
export function lengthOf(places: Int32Array, corpus: Corpus): number {
  let squares = 0;
  for (const place of places) squares += worthOf(place, corpus) ** 2;
  return Math.sqrt(squares) || 1;
}
