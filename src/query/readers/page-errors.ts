// Lines about a vendor's error page: "cloudflare 1020", "error code: 1016", "1020 access denied".
import { otherCode } from '../../catalog/other-codes/index.ts';
import { findOtherCodes } from '../other-codes/find.ts';
import { findPageNumbers, PAGES } from '../other-codes/page-errors.ts';
import { isFrame, type Question, strangeWords } from '../question.ts';
import type { Reading } from '../reading.ts';
import { isStopWord, stem, words } from '../words.ts';

/** Longer lines tell a story in which such a number is a count or an id. */
const STORY = 14;
const namesCloudflare = /\bcloud ?flare(?:'?s)?\b/;
const numbers = /\b1\d{3}\b/g;

/** Words of a page's name that the line says as well: "1020 access denied". */
function names(rest: string, number: number): boolean {
  const name = new Set(words((otherCode('cloudflare', String(number))?.name ?? '').toLowerCase()).map(stem));
  return words(rest).some((word) => !isStopWord(word) && !isFrame(word) && name.has(stem(word)));
}

export function readPageError({ cleaned, words: all }: Question): Reading | null {
  if (all.length > STORY) return null;
  const elsewhere = findOtherCodes(cleaned);
  const found = findPageNumbers(cleaned).filter(({ at }) => elsewhere.every((other) => other.at !== at));
  const [first] = found;
  if (first === undefined) return null;
  const ofCloudflare = namesCloudflare.test(cleaned);
  const rest = cleaned.replace(numbers, ' ').replace(namesCloudflare, ' ');
  // Without the vendor's name every word must fit: "error 1001" of a game is no page of Cloudflare.
  const alone = strangeWords(rest).length === 0;
  const meant = found.filter(({ number, asError }) => ofCloudflare || names(rest, number) || (asError && alone));
  const keys = [...new Set(meant.map(({ number }) => String(number)))];
  const refs = keys
    .filter((key) => otherCode('cloudflare', key) !== undefined)
    .map((key) => ({ family: 'cloudflare' as const, key }));
  if (refs.length > 0) return { kind: 'other', refs: refs.slice(0, PAGES) };
  const unknown = ofCloudflare && (first.asError || alone);
  return unknown ? { kind: 'unassigned', code: first.number, class: null } : null;
}
