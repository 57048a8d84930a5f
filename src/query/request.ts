// What a line says of the request that was answered with a code: its method, an idempotency key, and Retry-After.
import { methods } from '../catalog/methods.ts';
import { anyOf } from './data/vocabulary.ts';
import { readHttpDate } from './http-date.ts';

/** How long a server asks to wait; `unreadable` is neither a number of seconds nor a date of HTTP. */
export type RetryAfter = { readonly seconds: number } | { readonly date: number } | 'unreadable';

export interface RequestFacts {
  /** In capitals, as in the catalog of methods. */
  readonly method?: string;
  /** It carries an idempotency key. */
  readonly key?: true;
  readonly retryAfter?: RetryAfter;
}

const names = methods.map(({ name }) => name);
const inCapitals = new RegExp(`\\b(?:${names.join('|')})\\b`);
/** Words that are also everyday words count only where a method is expected. */
const lowerCase =
  /\b(post|put|patch|delete|propfind)\b|(?:\b(?:an?|the|my|our|this|that|each|every) |\d{3} )(get|head|options|trace|connect)\b(?! (?:an?|the|it|this|that)\b)/;
const withKey = /\b(?:x-)?idempoten(?:cy|t)[ -]?keys?\b/;
const withoutKey = /\b(?:no|without|lacks?|missing)(?: an?| any| the)? (?:x-)?idempoten(?:cy|t)[ -]?keys?\b/;

/** The field with its sign: "retry after 504" speaks of a code, "Retry-After: 504" of seconds. */
const fieldName = /\bretry-after\b(?:[ "']*[:=])?[ "']*|\bretry after[ "']*[:=][ "']*/;
const seconds = /^(\d{1,10})(?!\d|[.,:-]\d)(?: ?(?:s|secs?|seconds?)\b)?/;
const saysSomething = /^[^\s"']/;
const signed = /[:=][ "']*$/;

/** @param cleaned the line in lower case, with single spaces; `raw`: the same as it was typed */
export function readRequest({ raw, cleaned }: { readonly raw: string; readonly cleaned: string }): RequestFacts {
  const method = methodIn(raw, cleaned);
  const retryAfter = findRetryAfter(cleaned)?.value;
  return {
    ...(method === undefined ? {} : { method }),
    ...(withKey.test(cleaned) && !withoutKey.test(cleaned) ? { key: true as const } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** The line without the value of Retry-After, whose numbers are no codes. */
export function withoutRetryAfter(cleaned: string): string {
  const found = findRetryAfter(cleaned);
  return found === null ? cleaned : `${cleaned.slice(0, found.at)} ${cleaned.slice(found.end)}`;
}

function methodIn(raw: string, cleaned: string): string | undefined {
  const found = inCapitals.exec(raw)?.[0];
  if (found !== undefined) return found;
  const [, everywhere, expected] = lowerCase.exec(cleaned) ?? [];
  return (everywhere ?? expected)?.toUpperCase();
}

interface Found {
  readonly value: RetryAfter;
  readonly at: number;
  readonly end: number;
}

function findRetryAfter(cleaned: string): Found | null {
  const field = fieldName.exec(cleaned);
  if (field === null) return null;
  const start = field.index + field[0].length;
  const value = cleaned.slice(start);
  const digits = seconds.exec(value);
  if (digits !== null) return found({ seconds: Number(digits[1]) }, field.index, start + digits[0].length);
  const date = readHttpDate(value);
  if (date !== null) return found({ date: date.time }, field.index, start + date.length);
  // "a 503 with Retry-After" has no value; "Retry-After: soon" has one that nobody can read.
  if (!signed.test(field[0]) || !saysSomething.test(value)) return null;
  return found('unreadable', field.index, cleaned.length);
}

function found(value: RetryAfter, at: number, end: number): Found {
  return { value, at, end };
}

/** What people call sending the same request again, as the source of a regular expression. */
export const AGAIN = anyOf([
  'retr(?:y|ies|ied|ying|yable|iable)',
  're-?(?:send|sent|sending|submit|submitted)',
  'repeat(?:s|ed|ing|able)?',
  '(?:try|send|do|call)(?:_it|_that|_this|_the_same_request)?_again',
]);
