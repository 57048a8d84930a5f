// Lines that hold codes beside each other, by number or by name: "difference between unauthorized and forbidden".
import { meaningsOf, registeredStatus } from '../../catalog/index.ts';
import { standsFor } from '../data/vocabulary.ts';
import { findConstant, findName, findNameInside, findSimilarNames, LEAD, NAME_WORDS, SURE } from '../names.ts';
import { type Question, toQuestion } from '../question.ts';
import type { Reading } from '../reading.ts';
import { findSituations } from '../situations.ts';
import { countContentWords } from '../words.ts';
import { isConcept } from './concepts.ts';

/** As many as fit beside each other; what is left out is said. */
const BESIDE = 4;
/** More parts than this are a text, not a comparison. */
const PARTS = 8;
const SHORTEST_MISSPELLING = 4;
/** Alike enough for one side of a comparison; see findSituations for the scale. A single word is a little like many. */
const LIKE_A_CASE = { sentence: 0.25, word: 0.4 };

/** Two codes or more, beside each other. */
export function compare(codes: readonly number[]): Reading {
  const leftOut = codes.slice(BESIDE);
  return { kind: 'compare', codes: codes.slice(0, BESIDE), ...(leftOut.length === 0 ? {} : { leftOut }) };
}

const comparing =
  /\b(?:vs|versus|difference|differences|differ|differs|different|compare|compared|comparison|distinguish|confuse[ds]?)\b/;
const explicitSeparators = /\b(?:vs\.?|versus|and|or|from|than|with|to|over|instead of|rather than|compared)\b|[/,&|;]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const onlyDigits = /^\W*\d+\W*$/;
const alternatives = /\b(?:vs\.?|versus|or)\b|\//;

/** One side of a comparison. */
interface Side {
  /** Usually one; none where it says something else. */
  readonly codes: readonly number[];
  /** It has no name of a code, but is told like a case. */
  readonly guessed: boolean;
}

const nothing: Side = { codes: [], guessed: false };

function resolve(part: string, explicit: boolean): Side {
  const { core, cleaned, codes } = toQuestion(part);
  const numbers = codes.filter(({ otherwise, code }) => !otherwise && meaningsOf(code).length > 0);
  if (numbers.length > 0) return { codes: numbers.map(({ code }) => code), guessed: false };
  const named =
    findName(core) ?? findName(cleaned) ?? findConstant(part.trim()) ?? (explicit ? null : findNameInside(cleaned));
  if (named) return { codes: [named.code], guessed: false };
  if (!explicit || isConcept(core)) return nothing;
  const meant = standsFor.get(core);
  return meant === undefined ? guess(core, cleaned) : { codes: [meant], guessed: false };
}

/** A misspelled or partial name; where it could be several, or only a vendor's, and where there is none, its case decides. */
function guess(core: string, cleaned: string): Side {
  const short = core.length >= SHORTEST_MISSPELLING && core.split(' ').length <= NAME_WORDS;
  const [best, next] = short ? findSimilarNames(core).filter(({ distance }) => distance < SURE) : [];
  const clear = next === undefined || next.distance - (best?.distance ?? 0) >= LEAD;
  if (best !== undefined && clear && registeredStatus(best.code)) return { codes: [best.code], guessed: false };
  const inside = best === undefined ? findNameInside(cleaned) : null;
  if (inside) return { codes: [inside.code], guessed: false };
  const like = likeCase(core);
  if (like !== undefined) return { codes: [like], guessed: true };
  return best === undefined ? nothing : { codes: [best.code], guessed: false };
}

/** "Not logged in" has no name, but a case. */
function likeCase(core: string): number | undefined {
  const { fits, chat } = findSituations(core);
  const [best] = fits;
  const enough = Math.max(chat, core.includes(' ') ? LIKE_A_CASE.sentence : LIKE_A_CASE.word);
  return best !== undefined && best.similarity > enough ? best.code : undefined;
}

/** Guesses need a line of the trade that holds two things beside each other; "a different address" is part of a case. */
const holdsBeside = /\b(?:vs|versus|differences?|compared?|comparison)\b/;

/** "difference between unauthorized and forbidden", "404 vs gone", "bad gateway or gateway timeout". */
export function readComparison({ cleaned, technical, asksWhich }: Question): Reading | null {
  if (findName(cleaned)) return null;
  const explicit = comparing.test(cleaned);
  const parts = cleaned.split(explicit ? explicitSeparators : alternatives).filter((part) => letterOrDigit.test(part));
  if (parts.length < 2 || parts.length > PARTS || parts.every((part) => onlyDigits.test(part))) return null;
  const mayGuess = technical && !asksWhich && holdsBeside.test(cleaned);
  const sides = parts
    .map((part) => resolve(part, explicit))
    .map((side) => (side.guessed && !mayGuess ? nothing : side));
  const codes = [...new Set(sides.flatMap((side) => side.codes))];
  if (codes.length < 2) return null;
  const open = parts.some((part, i) => sides[i]?.codes.length === 0 && countContentWords(part) > 0);
  const certain = explicit && sides.every(({ guessed }) => !guessed);
  return certain || !open ? compare(codes) : null;
}
