// Numbers in what people type: which of them are status codes, and which are rooms, prices and pull requests.
import { meaningsOf } from '../catalog/index.ts';
import { anyOf, countedThings, numberedThings } from './data/vocabulary.ts';
import { findOtherCodes } from './other-codes/find.ts';
import type { CodeRef } from './reading.ts';

export interface CodeMention extends CodeRef {
  readonly at: number;
  readonly end: number;
  /** The words around it say that it is no status code: "room 302", "429 euros", "PR #404". */
  readonly otherwise: boolean;
  /** "we see 502s": nobody counts rooms or euros like that. */
  readonly plural: boolean;
}

/** 404, 4O4 (letter O), 404.13, 404s, npm's E404; at least one digit beside the leading one, so that "1oo" is a word. */
const candidate =
  /(?<![\w.,#$€£+-]|\d:|\.[a-z]{1,5}:|(?<!https?)\/)e?([1-9](?:\d[\doO]|[oO]\d)|[1-5][oO]{2}|000)(?:\.(\d{1,3})|('?s))?(?![\wµ€$£%°]|[.,:]\d|[-/]\d|[ -]\d\.\d|-continue)/g;
/** 404/410 and 404-410 are two codes when nothing else hangs on them. */
const joined = /(?<![\w./#-])([1-5]\d{2}(?:[/\-,][1-5]\d{2}){1,3})(?![\w./-]*\d)/g;
const threeDigits = /\d{3}/g;
const letterO = /o/gi;
const onlyNumber = /^\d{3}\.\d{1,3}$/;

const counted = new RegExp(`^[ -]?${anyOf(countedThings)}\\b`);
const numbered = new RegExp(`(?:\\b${anyOf(numberedThings)}\\.?[ :#]{0,2}|#|§ ?|\\$ ?|€ ?|£ ?)$`);
/** "after 500s" are seconds, "we see 500s" are errors. */
const duration =
  /\b(?:after|for|in|within|every|takes?|took|than|last(?:s|ed)?|timeout(?: of)?|wait(?:s|ed)?|up to|least|most|about)[ :=]*$/;
/** The longest of those words with a space and a sign. */
const CONTEXT = 24;

/** What stands right before a substatus, also before one that nobody lists: "iis 401.6", "what is 404.99". */
const asksForSubstatus = /\b(?:iis|https?|status|substatus|code|error|retry|test|reply|what(?:'?s| is))[ :#]{1,2}$/;
/** The longest of these words with their signs. */
const BEFORE_SUBSTATUS = 12;

/** Whether digits after a dot are a substatus of IIS rather than a fraction: "it costs 404.50". */
function isSubstatus(code: number, sub: number, at: number, cleaned: string): boolean {
  if (meaningsOf(code, sub).length > 0 || onlyNumber.test(cleaned)) return true;
  return asksForSubstatus.test(cleaned.slice(Math.max(0, at - BEFORE_SUBSTATUS), at));
}

/** Every number that could be a status code, in the order of the text. */
export function findCodes(cleaned: string): readonly CodeMention[] {
  const found = new Map<number, CodeMention>();
  const elsewhere = new Set(findOtherCodes(cleaned).map(({ at }) => at));
  for (const run of cleaned.matchAll(joined))
    for (const part of run[0].matchAll(threeDigits)) {
      const at = run.index + part.index;
      found.set(at, { code: Number(part[0]), at, end: at + 3, otherwise: false, plural: false });
    }
  for (const match of cleaned.matchAll(candidate)) {
    const [all, digits = '', fraction, plural] = match;
    const at = match.index;
    if (found.has(at)) continue;
    const code = Number(digits.replace(letterO, '0'));
    const end = at + all.length;
    const sub = fraction === undefined ? undefined : Number(fraction);
    const asked = sub !== undefined && isSubstatus(code, sub, at, cleaned);
    const otherwise =
      elsewhere.has(at) ||
      (cleaned[at - 1] === '(' && cleaned.startsWith(': ', end)) ||
      (sub !== undefined && !asked) ||
      (plural !== undefined && duration.test(cleaned.slice(Math.max(0, at - CONTEXT), at))) ||
      counted.test(cleaned.slice(end, end + CONTEXT)) ||
      numbered.test(cleaned.slice(Math.max(0, at - CONTEXT), at));
    found.set(at, { code, ...(asked ? { sub } : {}), at, end, otherwise, plural: plural !== undefined });
  }
  return withoutPhones(
    [...found.values()].sort((a, b) => a.at - b.at),
    cleaned,
  );
}

const digitsBefore = /\d{4} $/;
const digitsAfter = /^ \d{4}/;

/** Groups of digits beside a longer one are a telephone number: "0401 500 302". */
function withoutPhones(mentions: readonly CodeMention[], cleaned: string): readonly CodeMention[] {
  const phone = mentions.map(
    ({ at, end }) =>
      digitsBefore.test(cleaned.slice(Math.max(0, at - 8), at)) || digitsAfter.test(cleaned.slice(end, end + 8)),
  );
  const touches = (i: number) => mentions[i]?.end !== undefined && mentions[i + 1]?.at === (mentions[i]?.end ?? 0) + 1;
  return mentions.map((mention, i) => {
    const part = phone[i] || (phone[i - 1] && touches(i - 1)) || (phone[i + 1] && touches(i));
    return part ? { ...mention, otherwise: true } : mention;
  });
}
