// Lines that name codes by their names: exactly, inside a question, misspelled or as a constant.
import {
  findConstant,
  findName,
  findNameInside,
  findSimilarNames,
  LEAD,
  letterPairs,
  NAME_WORDS,
  type NamedCode,
  SURE,
} from '../names.ts';
import type { Question } from '../question.ts';
import type { Candidate, Reading } from '../reading.ts';
import { clean, countContentWords, words as splitWords } from '../words.ts';
import { compare } from './comparisons.ts';
import { sideOf } from './facet.ts';

/** A tie does not matter any more. */
const NEARLY_EXACT = 0.05;
const MAYBE = 0.45;
/** So far ahead of every other code that nothing else can be meant. */
const FAR_AHEAD = 0.3;
const NAME_LENGTH = 40;
/** In longer texts, words with dots and underscores are code or prose, not a question about a constant. */
const CONSTANT_WORDS = 12;

function status(named: NamedCode, question: Question): Reading {
  return {
    kind: 'status',
    code: named.code,
    ...(named.sub === undefined ? {} : { sub: named.sub }),
    why: named.why,
    // "Retry With" is a name, and asks for no retry.
    ...sideOf({ ...question, cleaned: question.cleaned.replace(clean(named.name), ' ') }),
  };
}

const token = /[A-Za-z_:$\\][\w$.:\\]*(?:->\w+)?/g;

/** `StatusNotFound`, "what is HttpStatusCode.TooManyRequests". */
export function readConstant(question: Question): Reading | null {
  const { raw, words } = question;
  if (words.length > CONSTANT_WORDS) return null;
  const found = [...raw.matchAll(token)].map(([part]) => findConstant(part)).filter((constant) => constant !== null);
  const codes = [...new Set(found.map(({ code }) => code))];
  if (codes.length > 1) return compare(codes);
  return found[0] === undefined ? null : status(found[0], question);
}

const saysSo =
  /\b(?:https?|status|codes?|errors?|err|response|means?|meaning|explain\w*|define|definition|what(?:'?s| is| does)|example|constants?|testers?|retr\w+|cacheable|in (?:go|java|python|rust|ruby|rails|php|node|kotlin))\b/;

/** The whole line, or what is left without its frame, is a name: "teapot", "what does unprocessable entity mean?". */
export function readName(question: Question): Reading | null {
  const { cleaned, core } = question;
  const whole = findName(cleaned);
  if (whole) return status(whole, question);
  const named = findName(core);
  // "found it" and "everyone ok?" leave a name, too, but say nothing of codes.
  const everyday = named !== null && !core.includes(' ') && !saysSo.test(cleaned);
  return named === null || everyday ? null : status(named, question);
}

const meets =
  /\b(?:(?:i|we|you|users|clients|customers|keep|to) (?:get|see)|gets|getting|got|sees|seeing|error|errors|mean|means|meaning|explain|why|throws?|fix|what is|what'?s|what does|cause[sd]?|retry|retryable|cacheable|logs?)\b/;

/** So few words beside a name that it is what the line is about: "twitter enhance your calm". */
const BESIDE = 2;

/** A name of several words inside a longer question: "why do I keep getting bad gateway from the shop?". */
export function readNameInside(question: Question): Reading | null {
  const { cleaned, words, asksWhich } = question;
  const named = findNameInside(cleaned);
  if (named === null) return null;
  const beside = [...words.slice(0, named.at), ...words.slice(named.at + named.words)].join(' ');
  const about = meets.test(cleaned) || (named.words > 2 && countContentWords(beside) <= BESIDE);
  return about && !asksWhich ? status(named, question) : null;
}

function candidates(similar: readonly NamedCode[]): readonly Candidate[] {
  return similar
    .filter(({ distance }) => distance <= MAYBE)
    .slice(0, 3)
    .map(({ code, sub, why, name, distance }) => ({
      code,
      ...(sub === undefined ? {} : { sub }),
      why,
      score: 1 - distance,
      reason: name,
    }));
}

const anyDigit = /\d/;

function similarTo({ core }: Question): readonly NamedCode[] {
  if (core === '' || anyDigit.test(core) || core.length > NAME_LENGTH || core.split(' ').length > NAME_WORDS) return [];
  return findSimilarNames(core).filter(({ name }) => covers(name, core));
}

/** How many of its letters a typed word shares with the word it is taken for. */
const SHARED = 0.5;

function resembles(typed: string, meant: string): boolean {
  if (meant.startsWith(typed)) return true;
  const pairs = letterPairs(typed);
  return pairs.intersection(letterPairs(meant)).size / Math.max(1, pairs.size) >= SHARED;
}

/** Whether each typed word is one of the name's, misspelled or begun: "forbidden love" is no misspelled "forbidden". */
function covers(name: string, core: string): boolean {
  const meant = splitWords(clean(name));
  return splitWords(core).every((typed) => typed.length < 3 || meant.some((word) => resembles(typed, word)));
}

/** A misspelled or partial name that can only be one: "bad gatway", "gateway tim". */
export function readMisspelled(question: Question): Reading | null {
  const [best, next] = similarTo(question);
  if (best === undefined) return null;
  const lead = (next?.distance ?? 1) - best.distance;
  const sure = best.distance <= SURE && (lead >= LEAD || best.distance < NEARLY_EXACT);
  const alone = best.distance <= MAYBE && lead >= FAR_AHEAD;
  return sure || alone ? status(best, question) : null;
}

/** A name that could be several, or only resembles one: "did you mean". */
export function readSuggestion(question: Question): Reading | null {
  const found = candidates(similarTo(question));
  return found.length === 0 ? null : { kind: 'suggest', candidates: found };
}
