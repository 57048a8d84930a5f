// From a described case to the codes that fit it: by the lines most like it, and by the words that decide.
import { isRegistered, refOf } from '../catalog/index.ts';
import { shortName } from '../catalog/selection.ts';
import { type Case, CHAT, type Corpus, casesTold, know, owners, readLines } from './cases.ts';
import { findLeanings, type Lessons, learn } from './leanings.ts';
import { findNearest, type Index, turnAround } from './nearest.ts';
import type { CodeRef } from './reading.ts';
import { stepwise } from './stepwise.ts';

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

/** What a text is held against: arrays of numbers only, so that it can be kept in a file. */
export interface Experience {
  readonly corpus: Corpus;
  readonly index: Index;
  readonly lessons: Lessons;
}

/** Gathers it from the catalog's lines: a second or two of work. Yields where others may have their turn. */
export function* gatherExperience(): Generator<void, Experience> {
  // The lines themselves are needed no more afterwards.
  const lines = yield* readLines();
  const index = yield* turnAround(lines);
  const lessons = yield* learn(lines);
  return { corpus: lines.corpus, index, lessons };
}

/** Gathered at the first sentence at the latest: whoever only asks for numbers does not wait for it. */
const gathered = stepwise(gatherExperience);
let given: Experience | null = null;
let isComing = false;
let cases: readonly Case[] = [];

/** Somebody will call `prepareSituations`: until that is done, a sentence is `NotYetExperienced` and makes nobody wait. */
export function expectExperience(): void {
  isComing = true;
}

/** From now on texts are held against what was gathered before; null: against what is gathered here. */
export function useExperience(experience: Experience | null): void {
  given = experience;
  isComing = false;
}

/** A sentence that came before what it is to be held against. */
export class NotYetExperienced extends Error {
  override readonly name = 'NotYetExperienced';
}

function experienced(): Experience {
  if (given === null && isComing && !gathered.isMade()) throw new NotYetExperienced();
  const experience = given ?? gathered.get();
  if (cases.length === 0) cases = casesTold();
  return experience;
}

/**
 * Makes the first question as quick as the others, where nobody else gathers for it.
 * @param pause is awaited every few milliseconds, so that others have their turn; left out, all is done before it returns
 */
export async function prepareSituations(pause?: () => Promise<unknown>): Promise<void> {
  while (given === null && gathered.step()) if (pause !== undefined) await pause();
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

/** @throws NotYetExperienced where what it takes is expected and not there yet */
export function findSituations(text: string): Likeness {
  const { corpus, index, lessons } = experienced();
  const known = know(text, corpus);
  const leanings = findLeanings(known, lessons, corpus);
  const nearest = findNearest(known, index, corpus);
  const said = text.toLowerCase();
  const fits = owners.flatMap((status, owner): Fit[] => {
    const near = nearest[owner];
    if (near === undefined) return [];
    const { similarity } = near;
    const { when = '', rival } = cases[near.case] ?? {};
    const fit = {
      ...refOf(status),
      similarity,
      score:
        similarity +
        LEANING * (leanings.rows[owner] ?? 0) -
        (said.includes(vendorNames[owner] ?? '') ? 0 : UNNAMED_VENDOR),
      when,
      ...(rival === undefined ? {} : { rival }),
    };
    return [fit];
  });
  return {
    fits: fits.sort((a, b) => b.score - a.score),
    chat: nearest[CHAT]?.similarity ?? 0,
    sureness: leanings.sureness,
    strange: known.strange,
  };
}
