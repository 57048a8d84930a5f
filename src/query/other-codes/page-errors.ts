// Numbers of vendors' error pages in a text: "cloudflare 1020", "error code: 1016".
import { otherCode } from '../../catalog/other-codes/index.ts';
import { anyOf, countedThings } from '../data/vocabulary.ts';

/** Four digits that are nothing else by their looks. */
const fourDigits = /(?<![\w.,#$€£+/-])(1\d{3})(?![\w%]|[.,:]\d|-\d)/g;
const counted = new RegExp(`^[ -]?${anyOf(countedThings)}\\b`, 'i');
const callsItError = /\berrors?(?: ?code)?[ :#"'(=]{0,4}$/i;
const errorAfter = /^ errors?\b/i;
/** Enough for "error code: ". */
const BESIDE = 18;

export interface PageMention {
  readonly number: number;
  readonly at: number;
  /** "error" stands right beside it. */
  readonly asError: boolean;
}

/** Every number of four digits that could stand on an error page, also those that no vendor is known to use. */
export function findPageNumbers(text: string): readonly PageMention[] {
  return [...text.matchAll(fourDigits)].flatMap(({ 0: digits, index: at }) => {
    const next = text.slice(at + digits.length, at + digits.length + BESIDE);
    if (counted.test(next)) return [];
    const asError = callsItError.test(text.slice(Math.max(0, at - BESIDE), at)) || errorAfter.test(next);
    return [{ number: Number(digits), at, asError }];
  });
}

const ofCloudflare = /\bcloudflare\b|\bcf-ray\b|\bray id\b/i;
/** All that an API's client gets of the page. */
const wholeBody = /^error code: 1\d{3}\s*$/m;

/** As many as one answer explains. */
export const PAGES = 4;

/** The known errors in a pasted page or log of Cloudflare, each once, in the order they appear, at most PAGES. */
export function pageErrorsIn(text: string): readonly number[] {
  if (!ofCloudflare.test(text) && !wholeBody.test(text)) return [];
  const known = findPageNumbers(text).filter(
    ({ number, asError }) => asError && otherCode('cloudflare', String(number)) !== undefined,
  );
  return [...new Set(known.map(({ number }) => number))].slice(0, PAGES);
}
