// How the catalog's facts are put in words: titles, classes, and the few short words for each rule.
import type { Block, Span, Tone } from '../answer/answer.ts';
import { classInfo, classOf, meaningsOf, refOf, titled, written } from '../catalog/index.ts';
import type { Fault, RegisteredStatus, Source, Status, StatusClass } from '../catalog/status.ts';
import type { CodeRef } from '../query/reading.ts';

/** "404 Not Found"; "404.13 Content Length Too Large". */
export function titleOf(status: Status): string {
  const { code, sub } = refOf(status);
  return `${written(code, sub)} ${status.name}`;
}

/** The title of whatever a number means first of all; the bare number where it means nothing. */
export function titleOfCode({ code, sub }: CodeRef): string {
  return titled(code, sub);
}

/** What is known of a number: an IIS substatus that nobody lists leaves its code. */
export function knownOf({ code, sub }: CodeRef): CodeRef {
  return sub === undefined || meaningsOf(code, sub).length === 0 ? { code } : { code, sub };
}

/** Admits that only the code in front of the dot is known; nothing where the whole number is. */
export function unknownSubstatus(asked: CodeRef): readonly Block[] {
  const known = knownOf(asked);
  if (known.sub === asked.sub) return [];
  const number = written(asked.code, asked.sub);
  return [{ kind: 'text', text: [`${number} is no substatus I know: this is about ${titleOfCode(known)}.`] }];
}

/** "Client error". */
export function className(statusClass: StatusClass): string {
  const { name } = classInfo(statusClass);
  return name.charAt(0) + name.slice(1).toLowerCase();
}

const tones: Readonly<Record<StatusClass, Tone>> = {
  1: 'informational',
  2: 'success',
  3: 'redirection',
  4: 'client',
  5: 'server',
};

/** The colour of the class that all these codes share; neutral where they share none. */
export function toneOf(codes: readonly number[]): Tone {
  const [first, ...others] = new Set(codes.map(classOf));
  return first === undefined || first === null || others.length > 0 ? 'neutral' : tones[first];
}

export const faultWords: Readonly<Record<Fault, string>> = {
  nobody: 'nobody, since this is no failure',
  client: 'the client',
  server: 'the server',
  between: 'on the way: a proxy, balancer or network',
};

export const bodyWords: Readonly<Record<RegisteredStatus['body']['rule'], string>> = {
  never: 'never',
  optional: 'optional',
  expected: 'expected',
};

export const cacheWords: Readonly<Record<RegisteredStatus['cache']['rule'], string>> = {
  default: 'yes, unless told otherwise',
  explicit: 'only if Cache-Control or Expires allow it',
  never: 'never',
};

export const retryWords: Readonly<Record<RegisteredStatus['retry']['rule'], string>> = {
  any: 'yes, with any method',
  idempotent: 'yes, with idempotent methods such as GET or PUT',
  changed: 'only after a change',
  pointless: 'pointless',
};

/** Where a fact can be read, as a piece of a sentence. */
export function cited({ title, href }: Source): Span {
  return { link: title, href };
}

/** "a", "a or b", "a, b or c". */
export function either(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
