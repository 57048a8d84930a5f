// Numbers in what people type: which of them are status codes, and which are rooms, prices and pull requests.
import { meaningsOf } from '../catalog/index.ts';
import type { CodeRef } from './reading.ts';

export interface CodeMention extends CodeRef {
  readonly at: number;
  readonly end: number;
  /** The words around it say that it is no status code: "room 302", "429 euros", "PR #404". */
  readonly otherwise: boolean;
}

/** 404, 4O4 (letter O), 404.13, npm's E404; at least one digit beside the leading one, so that "1oo" is a word. */
const candidate = /(?<![\w.,#$€£+-]|\d:|(?<!https?)\/)e?([1-9](?:\d[\doO]|[oO]\d)|[1-5][oO]{2}|000)(?:\.(\d{1,3}))?(?![\w€$£%°]|[.,:]\d|[-/]\d|[ -]\d\.\d)/g;
/** 404/410 and 404-410 are two codes when nothing else hangs on them. */
const joined = /(?<![\w./#-])([1-5]\d{2}(?:[/\-,][1-5]\d{2}){1,3})(?![\w./-]*\d)/g;

const countedThings =
  /^[ -]?(?:words?|k|ms|s|sec|secs|seconds?|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?|people|persons?|users?|customers|guests|employees|students|attendees|euros?|eur|dollars?|usd|bucks|pounds?|gbp|yen|cents?|bytes?|kb|mb|gb|tb|kbps|mbps|km|kms|miles?|meters?|metres?|feet|ft|cm|mm|kg|grams?|g|lbs?|degrees?|fahrenheit|celsius|px|rows|items|lines?|files?|tests?|commits?|calories|times|points?|rpm|rps|qps|tps|pages|chapters|pieces|copies|steps|stars|likes|followers|subscribers|watts?|volts?|horsepower|hp|seats|rooms|cars|tickets?|am|pm|st|nd|rd|th|%|percent|st\.|street|avenue|main)\b/;
const numberedThings =
  /(?:\b(?:rooms?|smtp(?: error)?(?: code)?|ftp|sip|pr|prs|pull request|merge request|mr|issues?|tickets?|bugs?|jira|line|lines|ports?|pages?|chapters?|flights?|buses|bus|route|highway|hwy|interstate|exit|gate|floor|apartment|apt|version|ver|level|step|day|week|area|studio|building|block|pid|build|order|invoice|lot|unit|seat|row|suite|platform|train|tram|psalm|model|section|article|bmw|peugeot|boeing|airbus|nokia|fahrenheit|no|nr|number|top|about|around|nearly|almost|over|under|roughly|approximately|paid|costs?|spent|weighs?|year|ad|age|aged|track|episode|season|volume|vol|conference|hall|locker|bin|team|squad|group|unit|extension|ext|dial|call|apollo|windows|iso|rfc|cve|test|case|kb|sprint|locker|table|hotel)\.?[ :#]{0,2}|#|§ ?|\$ ?|€ ?|£ ?)$/;

/** Every number that could be a status code, in the order of the text. */
export function findCodes(cleaned: string): readonly CodeMention[] {
  const found = new Map<number, CodeMention>();
  for (const match of cleaned.matchAll(joined)) {
    const [run] = match;
    for (const part of run.matchAll(/\d{3}/g)) {
      const at = match.index + part.index;
      found.set(at, { code: Number(part[0]), at, end: at + 3, otherwise: false });
    }
  }
  for (const match of cleaned.matchAll(candidate)) {
    const [all, digits = '', sub] = match;
    const at = match.index + (all.startsWith('e') ? 1 : 0);
    if (found.has(at)) continue;
    const code = Number(digits.replace(/o/gi, '0'));
    const end = match.index + all.length;
    const substatus = sub === undefined ? undefined : Number(sub);
    const known = substatus !== undefined && meaningsOf(code, substatus).length > 0;
    found.set(at, {
      code,
      ...(known ? { sub: substatus } : {}),
      at,
      end,
      otherwise:
        (sub !== undefined && !known && meaningsOf(code).every(({ owner }) => owner !== 'IIS') && !/^\d{3}\.\d{1,3}$/.test(cleaned)) ||
        countedThings.test(cleaned.slice(end, end + 16)) ||
        numberedThings.test(cleaned.slice(Math.max(0, at - 24), at)),
    });
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}
