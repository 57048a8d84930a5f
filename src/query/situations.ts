// From a described case to the codes that fit it: by the lines most like it, and by the words that decide.
import { isRegistered, refOf } from '../catalog/index.ts';
import { shortName } from '../catalog/selection.ts';
import { CHAT, corpus, owners, vectorOf } from './cases.ts';
import { findLeanings, lessons } from './leanings.ts';
import { findNearest, index } from './nearest.ts';
import type { CodeRef } from './reading.ts';

export interface Fit extends CodeRef {
  /** How like the code's own cases the text is: 0 nothing in common, 1 the very words. */
  readonly similarity: number;
  /** What fits are ordered by; comparable within one text only. */
  readonly score: number;
  /** The case that fits best: completes "when …". */
  readonly when: string;
  /** A code that experts also defend for that case. */
  readonly rival?: number;
}

/** What one unit of leaning counts beside nearness, found on the questions used for tuning (npm run eval). */
const LEANING = 0.07;

/** Held against a vendor's code where nothing in the text names the vendor: the registered one is meant more often. */
const UNNAMED_VENDOR = 0.04;

/** By row: how people name its vendor; empty for the registry. */
const vendorNames = owners.map((status) => (isRegistered(status) ? '' : shortName(status.owner)));

/**
 * Makes the first question as quick as the others; a server calls it once at start.
 * @param pause is awaited every few milliseconds, so that others have their turn; left out, all is done before it returns
 */
export async function prepareSituations(pause?: () => Promise<unknown>): Promise<void> {
  for (const part of [corpus, index, lessons]) while (part.step()) if (pause !== undefined) await pause();
}

/** What a described case is like. */
export interface Likeness {
  /** The codes whose cases are told most like it, best first. */
  readonly fits: readonly Fit[];
  /** How like chat it is, on the scale of `Fit.similarity`. */
  readonly chat: number;
  /** How sure its words are of one code: 0 to 1. */
  readonly sureness: number;
  /** How many of its words neither a case nor a line of chat has. */
  readonly strange: number;
}

export function findSituations(text: string): Likeness {
  const vector = vectorOf(text);
  const leanings = findLeanings(vector);
  const nearest = findNearest(vector);
  const said = text.toLowerCase();
  const fits = owners.flatMap((status, owner): Fit[] => {
    const near = nearest[owner];
    if (near === undefined) return [];
    const { similarity, line } = near;
    const fit = {
      ...refOf(status),
      similarity,
      score:
        similarity +
        LEANING * (leanings.rows[owner] ?? 0) -
        (said.includes(vendorNames[owner] ?? '') ? 0 : UNNAMED_VENDOR),
      when: line.when,
      ...(line.rival === undefined ? {} : { rival: line.rival }),
    };
    return [fit];
  });
  return {
    fits: fits.sort((a, b) => b.score - a.score),
    chat: nearest[CHAT]?.similarity ?? 0,
    sureness: leanings.sureness,
    strange: vector.strange,
  };
}
