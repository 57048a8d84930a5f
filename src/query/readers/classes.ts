// Lines that ask for a class or a list: "4xx", "40x", "client errors", "list all redirect codes".
import { classes, classOf } from '../../catalog/index.ts';
import type { StatusClass } from '../../catalog/status.ts';
import { anyOf, classWords } from '../data/vocabulary.ts';
import type { Question } from '../question.ts';
import type { Reading } from '../reading.ts';
import { countContentWords } from '../words.ts';

const pattern = /(?<![\w.])([1-5])(?:(\d)[x*]|(?:xx|\*\*|nn)(?:'?s)?|[x*](?![\w*]))(?!\w)/g;
const hundreds = /(?<![\w.#:/])([1-5])00(?:'?s(?!\w)|[- ](?:level|range|series|class|family|block)\b)/;
const numbered = /\b(?:class|family|series|group|category|(?:start|begin)(?:s|ing|ning)? with(?: an?)?) ([1-5])(?!\w)/;
const bareHundreds = /^\W*(?:the )?[1-5]00'?s\W*$/;
const asksForList =
  /\b(?:list|all|show|which|what(?:'?s| are| is)?|every|class|classes|family|families|range|series|group|category|codes|kinds?|types?)\b/;
/** A case of its own: "4xx or 5xx when the database is down". */
const condition = /\b(?:when|if|for|in case|after|because)\b/;
/** "Should the client get a 4xx?" wants the one for its case. */
const oneOfThem = /\b(?:an?|some|which|what)(?: \w+){0,2} [1-5](?:xx|\*\*|nn)\b/;
/** Enough words beside the class for one. */
const CASE_WORDS = 3;

const names: readonly (readonly [string, StatusClass])[] = classes
  .flatMap((info) => [info.name.toLowerCase(), ...info.aliases].map((name) => [name, info.class] as const))
  .sort(([a], [b]) => b.length - a.length);
const listFrame = new RegExp(`\\b${anyOf(classWords)}\\b|[^\\p{L}\\p{N}]`, 'gu');

const statusCodes =
  /\b(?:(?:status|http|response|all|common|main|important|basic) ?codes?|statuses|classes|codes every(?:body|one)? .{0,20}know)\b/;
const errorCodes = /\berrors?(?: ?codes?)\b/;
const comparing = /\b(?:vs|versus|difference|between|differ\w*|compared?|or|from|to|with|how|it)\b/g;
const ofAll = /\b(?:errors?|main|important|basic|tester|should|know|everybody|everyone)\b/g;
const circumstance = /\b(?:when|if|should|my|our|i|we)\b/;
const letter = /\w/;
const asksForSeveral =
  /\b(?:which|what|list|show|all|every|give)\b.{0,30}\b(?:codes|statuses|ones|responses|errors|failures|problems)\b/;
/** What is asked of the class, in words rather than by its name: "which codes say that it worked". */
const subjects: readonly (readonly [RegExp, StatusClass])[] = [
  [
    /\b(?:server|servers|backend)\b.*\b(?:fail\w*|fault\w*|problems?|broken?|wrong|crash\w*|blame|errors?)\b|\b(?:fail\w*|fault|errors?|problems?|blame).*\b(?:server|backend)\b/,
    5,
  ],
  [
    /\b(?:client|caller|requester)\b.*\b(?:fault|mistakes?|wrong|errors?|problems?|blame|fail\w*)\b|\b(?:fault|mistakes?|errors?|blame|problems?).*\b(?:client|caller|requester)\b/,
    4,
  ],
  [/\bredirect\w*\b|\bgo(?:es)? (?:elsewhere|somewhere else)\b/, 3],
  [/\b(?:success\w*|succeed\w*|worked|works|went well|good news|positive|everything (?:is )?(?:ok|fine))\b/, 2],
  [/\b(?:informational|interim|provisional|information only)\b/, 1],
];
/** Longer questions describe a case. */
const LIST_WORDS = 10;

/** The class of a first digit; null where there is none. */
function asClass(digit = '0'): StatusClass | null {
  return classOf(Number(digit) * 100);
}

/** What is left of a line when the words of asking for a list are taken away. */
function withoutList(cleaned: string): string {
  return cleaned.replace(listFrame, '');
}

/** "4xx", "40x", "the 500 range", "class 3", "4xx vs 5xx"; in a longer line too, where it asks for no code: "can we retry every 5xx". */
function readPattern({ cleaned, asksWhich }: Question): Reading | null {
  const [first, second] = cleaned.matchAll(pattern);
  const found =
    first ??
    numbered.exec(cleaned) ??
    (asksForList.test(cleaned) || bareHundreds.test(cleaned) ? hundreds.exec(cleaned) : null);
  const digit = asClass(found?.[1]);
  const rest = cleaned.replace(pattern, ' ').replace(hundreds, ' ').replace(numbered, ' ');
  if (digit === null) return null;
  const told = asksWhich || condition.test(rest) || oneOfThem.test(cleaned);
  if (told && countContentWords(rest) > CASE_WORDS) return null;
  const beside = asClass(second?.[1]);
  const tens = found?.[2] === undefined ? null : Number(found[2]);
  return { kind: 'class', class: digit, tens, ...(beside === null || beside === digit ? {} : { beside }) };
}

/** "client errors", "list all redirect codes", "difference between client errors and server errors". */
function readName(cleaned: string): Reading | null {
  let rest = cleaned;
  const found: { readonly at: number; readonly digit: StatusClass }[] = [];
  for (const [name, digit] of names) {
    const at = rest.indexOf(name);
    if (at === -1 || letter.test(rest[at - 1] ?? '') || found.some((other) => other.digit === digit)) continue;
    rest = rest.slice(0, at) + ' '.repeat(name.length) + rest.slice(at + name.length);
    found.push({ at, digit });
  }
  const [first, second] = found.sort((a, b) => a.at - b.at).map(({ digit }) => digit);
  if (first === undefined || withoutList(rest.replace(comparing, ' ')) !== '') return null;
  return { kind: 'class', class: first, tens: null, ...(second === undefined ? {} : { beside: second }) };
}

/** "which codes say that it worked". */
function readSubject(cleaned: string): Reading | null {
  if (!asksForSeveral.test(cleaned) || cleaned.split(' ').length > LIST_WORDS || circumstance.test(cleaned))
    return null;
  const subject = subjects.find(([about]) => about.test(cleaned));
  return subject === undefined ? null : { kind: 'class', class: subject[1], tens: null };
}

/** "list all status codes", "what are http status codes?", "error codes". */
function readAll(cleaned: string): Reading | null {
  if (withoutList(cleaned.replace(ofAll, ' ')) !== '') return null;
  if (errorCodes.test(cleaned)) return { kind: 'class', class: 4, tens: null, beside: 5 };
  return statusCodes.test(cleaned) ? { kind: 'class', class: null, tens: null } : null;
}

export function readClass(question: Question): Reading | null {
  const { cleaned, codes } = question;
  const byPattern = readPattern(question);
  if (byPattern || codes.length > 0) return byPattern;
  return readName(cleaned) ?? readAll(cleaned) ?? readSubject(cleaned);
}
