// Lines that name codes by their names: exactly, inside a question, compared, misspelled or as a constant.
import { findConstant, findName, findNameInside, findSimilarNames, type NamedCode } from '../names.ts';
import type { Question } from '../question.ts';
import type { Candidate, Reading } from '../reading.ts';
import { toQuestion } from '../question.ts';
import { terms } from '../words.ts';
import { facetOf } from './facet.ts';

/** fuse.js distance up to which a misspelled name is taken at its word; above it, only "did you mean". */
const SURE = 0.3;
/** How much better than the next code it must be. */
const LEAD = 0.05;
const MAYBE = 0.45;
/** Longer texts are sentences, not misspelled names. */
const NAME_WORDS = 5;
const NAME_LENGTH = 40;

function status(named: NamedCode, cleaned: string): Reading {
  return { kind: 'status', code: named.code, ...(named.sub === undefined ? {} : { sub: named.sub }), facet: facetOf(cleaned), why: named.why };
}

const token = /[A-Za-z_:$\\][\w$.:\\]*(?:->\w+)?/g;

/** `StatusNotFound`, "what is HttpStatusCode.TooManyRequests". */
export function readConstant({ raw, cleaned, words }: Question): Reading | null {
  if (words.length > 12) return null;
  for (const [part] of raw.matchAll(token)) {
    const constant = findConstant(part);
    if (constant) return status(constant, cleaned);
  }
  return null;
}

/** The whole line, or what is left without its frame, is a name: "teapot", "what does unprocessable entity mean?". */
export function readName({ cleaned, core }: Question): Reading | null {
  const named = findName(cleaned) ?? findName(core);
  return named ? status(named, cleaned) : null;
}

const comparing = /\b(?:vs|versus|difference|differences|differ|differs|different|compare|compared|comparison|distinguish|confuse[ds]?)\b/;
const separators = /\b(?:vs\.?|versus|and|or|from|than|with|to|over|instead of|rather than|compared)\b|[/,&|;]/;

function resolve(part: string): number | null {
  const { core, cleaned, codes } = toQuestion(part);
  if (codes[0] !== undefined) return codes[0].code;
  const named = findName(core) ?? findName(cleaned) ?? findConstant(part.trim());
  if (named) return named.code;
  if (core.length < 4 || core.split(' ').length > NAME_WORDS) return null;
  const [best] = findSimilarNames(core, 1);
  return best !== undefined && best.distance < SURE ? best.code : null;
}

/** "difference between unauthorized and forbidden", "404 vs gone", "bad gateway or gateway timeout". */
export function readComparison({ cleaned }: Question): Reading | null {
  const parts = cleaned.split(separators).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || parts.length > 8) return null;
  const explicit = comparing.test(cleaned) || /\bvs\b/.test(cleaned);
  const resolved = parts.map(resolve);
  const codes = [...new Set(resolved.filter((code) => code !== null))];
  const unresolved = parts.filter((part, i) => resolved[i] === null && terms(part).length > 0).length;
  if (codes.length < 2 || codes.length > 4) return null;
  return explicit || unresolved === 0 ? { kind: 'compare', codes } : null;
}

const meets = /\b(?:get|gets|getting|got|see|seeing|error|errors|mean|means|meaning|explain|why|throws?|fix|what is|what'?s|what does|cause[sd]?|retry|retryable|cacheable|logs?)\b/;

/** A name of several words inside a longer question: "why do I keep getting bad gateway from the shop?". */
export function readNameInside({ cleaned, asksWhich }: Question): Reading | null {
  if (asksWhich || !meets.test(cleaned)) return null;
  const named = findNameInside(cleaned);
  return named ? status(named, cleaned) : null;
}

function candidates(similar: readonly NamedCode[]): readonly Candidate[] {
  return similar
    .filter(({ distance }) => distance <= MAYBE)
    .slice(0, 3)
    .map(({ code, sub, why, name, distance }) => ({ code, ...(sub === undefined ? {} : { sub }), why, score: 1 - distance, reason: name }));
}

/** A misspelled or partial name: "bad gatway", "gateway tim". */
export function readMisspelled({ core, cleaned }: Question): Reading | null {
  if (core === '' || core.length > NAME_LENGTH || core.split(' ').length > NAME_WORDS) return null;
  const similar = findSimilarNames(core);
  const [best, next] = similar;
  if (best === undefined || best.distance > MAYBE) return null;
  const lead = (next?.distance ?? 1) - best.distance;
  if (best.distance <= SURE && (lead >= LEAD || best.distance < 0.05)) return status(best, cleaned);
  return { kind: 'suggest', candidates: candidates(similar) };
}
