// What every question kind needs of a code: its title, how far up it stands, what it is taken for, and what would lead there.
import { confusedWith, meaningsOf, neighbours, registered, registeredStatus, titled } from '../../catalog/index.ts';
import type { Status } from '../../catalog/status.ts';
import type { Level, Option } from '../item.ts';

/** How many lures an item carries: two are shown at a time, and it should not be the same two for ever. */
const LURES = 4;

const levels: readonly Level[] = ['common', 'registered', 'vendors'];

/** Whether questions of one level may be asked where another one is set. */
export function within(level: Level, set: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(set);
}

/** The lowest level that covers all of these codes. */
export function levelOf(codes: readonly number[]): Level {
  const statuses = codes.map(registeredStatus);
  if (statuses.some((status) => status === undefined)) return 'vendors';
  return statuses.every((status) => status?.common) ? 'common' : 'registered';
}

/**
 * The codes that are taken for this one, likeliest first, at most four: its neighbours in the catalog, then theirs. Those
 * of its own level come first, and codes of a higher level only where there are not two others.
 */
export function nearby(code: number): readonly number[] {
  const direct = confusedWith(code);
  const around = [...new Set([...direct, ...direct.flatMap(confusedWith)])].filter((other) => other !== code);
  const fitting = around.filter((other) => within(levelOf([other]), levelOf([code])));
  const others = levelOf([code]) === 'common' && fitting.length < 2 ? around : fitting;
  return others.slice(0, LURES);
}

/** Statuses that can be asked about: their number means them first of all, and two codes can be taken for it. */
export const askable: readonly Status[] = [
  ...registered,
  ...new Set(neighbours.flatMap(({ codes }) => codes.filter((code) => registeredStatus(code) === undefined))),
]
  .flatMap((one) => (typeof one === 'number' ? meaningsOf(one).slice(0, 1) : one))
  .filter(({ code }) => nearby(code).length >= 2);

/** Words of a clause that only make sense after its deciding question. */
const leansOnQuestion = /\b(?:so|none|neither|either|both|one|that answer)\b(?! that)/;

/** One sentence: what would have to be so for another code to be the right one. */
export function whyNot(lure: number, code: number): string {
  const both = neighbours.filter(({ codes }) => codes.includes(lure) && codes.includes(code));
  const nearest = both.toSorted((a, b) => a.codes.length - b.codes.length)[0];
  const clause = nearest?.answers.find((answer) => answer.code === lure)?.if;
  if (nearest !== undefined && clause !== undefined)
    return leansOnQuestion.test(clause)
      ? `${nearest.question} If ${clause}, it is ${titled(lure)}.`
      : `${titled(lure)} would be right if ${clause}.`;
  const meaning = meaningsOf(lure)[0]?.meaning;
  return meaning === undefined
    ? `${titled(lure)} is no code at all.`
    : `${titled(lure)} says something else: “${meaning}”`;
}

/** The codes taken for this one as wrong options. */
export function codeLures(code: number): readonly Option[] {
  return nearby(code).map((lure) => ({ text: titled(lure), why: whyNot(lure, code) }));
}

/** Words that stand in many names and give none of them away. */
const commonWords: ReadonlySet<string> = new Set(
  'a an and error failed for has http im in into is no not of only or out request required server the to too was will with'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}]+/gu;
/** Letters by which two forms of a word are told to be the same: create, created. */
const STEM = 5;

/** Whether a text says so much of a code's name that it gives the code away. */
export function givesAway(text: string, name: string): boolean {
  const said = wordsOf(text);
  const telling = wordsOf(name).filter((word) => !commonWords.has(word));
  return telling.length > 0 && telling.every((word) => said.some((other) => sameStem(word, other)));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll(/['’]/g, '').match(WORD) ?? [];
}

function sameStem(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, STEM);
  return a === b || (length >= 3 && a.slice(0, length) === b.slice(0, length) && Math.abs(a.length - b.length) <= STEM);
}
