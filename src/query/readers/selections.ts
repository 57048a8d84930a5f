// Lines that ask for all codes with a fact in common: "nginx codes", "which codes are cacheable by default".
import { headerNames, type Selection, select, shortName, vendors, WEBDAV } from '../../catalog/selection.ts';
import { listWords } from '../data/vocabulary.ts';
import { isFrame, type Question } from '../question.ts';
import type { Reading } from '../reading.ts';
import { words } from '../words.ts';

/** A fact in the words of a question, and what it asks of a code. */
type Fact = readonly [says: RegExp, wanted: (...said: readonly string[]) => Selection];

/** Vendors by their names, by the first word of these, and by what else people call them. */
const ownersByName: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...vendors.map((owner) => [shortName(owner), [owner]] as const),
  ...vendors.map((owner) => [owner.toLowerCase(), [owner]] as const),
  ['amazon', ['AWS ELB']],
  ['elb', ['AWS ELB']],
  ['alb', ['AWS ELB']],
  ['arcgis', ['Esri']],
  ['microsoft', ['Microsoft', 'IIS', 'Exchange ActiveSync', 'Azure Application Gateway']],
]);
/** "WWW-Authenticate" by "www authenticate". */
const headersByName: ReadonlyMap<string, string> = new Map(
  headerNames.map((name) => [words(name.toLowerCase()).join(' '), name]),
);
const anyHeader = anyOfNames(headersByName).replaceAll(' ', '[ -]');

/** Longer names first, so that "if none match" is not read as "if". */
function anyOfNames(names: ReadonlyMap<string, unknown>): string {
  return [...names.keys()].toSorted((a, b) => b.length - a.length).join('|');
}

const body = '(?:an? |any |the )?(?:response |message )?(?:body|bodies|content|payload)';
const never = "(?:never|not|no|cannot|can't|don't|mustn't|shouldn't)";

/** What can be said of codes; a denial stands before what it denies. */
const facts: readonly Fact[] = [
  [
    new RegExp(
      `\\b(?:(?:have|has|with|carry|allow)s? no ${body}|without ${body}|${never} (?:have|carry|contain|allow) ${body}|bodyless)\\b`,
    ),
    () => ({ body: 'never' }),
  ],
  [
    new RegExp(`\\b(?:${never} (?:be |ever )?(?:cached|cacheable|stored)|(?:un|non)-?cacheable)\\b`),
    () => ({ cache: 'never' }),
  ],
  [/\b(?:heuristically )?(?:cacheable|cached|stored)(?: by default| heuristically)?\b/, () => ({ cache: 'default' })],
  [
    new RegExp(
      `\\b(?:(?:need|require|have|has|with|send|use|carry|include)s? (?:an? |the )?)?(${anyHeader}) (?:headers?|fields?)\\b|\\b(?:need|require|have|has|with|send|use|carry|include)s? (?:an? |the )?(${anyHeader})\\b`,
    ),
    (first, second) => ({ header: headersByName.get(words(first || second || '').join(' ')) ?? '' }),
  ],
  [
    new RegExp(
      `\\b(?:${never} (?:be |safe to |worth )?|pointless to |non-?)(?:retry(?:ing|able)?|retried|retriable)\\b`,
    ),
    () => ({ retry: ['changed', 'pointless'] }),
  ],
  [/\b(?:safe to )?(?:retry(?:ing|able)?|retried|retriable)\b/, () => ({ retry: ['any', 'idempotent'] })],
  [/\brfc ?(\d{3,5})\b/, (number) => ({ rfcs: [Number(number)] })],
  [/\bweb ?dav\b/, () => ({ rfcs: WEBDAV })],
  [/\b(?:deprecated|obsoleted?|unused|reserved|retired|outdated)\b/, () => ({ deprecated: true })],
  [
    /\b(?:vendors?(?:'?s)?(?:[ -]specific)?|unofficial|non-?standard|proprietary|unregistered|not registered)\b/,
    () => ({ owners: vendors }),
  ],
  [
    new RegExp(`\\b(${anyOfNames(ownersByName)})(?:'?s)?(?: load balancers?)?\\b`),
    (name = '') => ({ owners: ownersByName.get(name) ?? [] }),
  ],
];

/** What narrows such a list. Alone, each of them is known to `readClass`. */
const narrowing: readonly Fact[] = [
  [/\b(?:1xx|informational)\b/, () => ({ class: 1 })],
  [/\b(?:2xx|success(?:es|ful)?)\b/, () => ({ class: 2 })],
  [/\b(?:3xx|redirect(?:s|ions?)?)\b/, () => ({ class: 3 })],
  [/\b(?:4xx|client(?:[ -]side)? errors?)\b/, () => ({ class: 4 })],
  [/\b(?:5xx|server(?:[ -]side)? errors?)\b/, () => ({ class: 5 })],
  [
    /\b(?:common(?:ly used)?|most (?:used|common|important)|important|popular|every tester (?:should|must) know)\b/,
    () => ({ common: true }),
  ],
];

const several =
  /\b(?:codes|statuses|responses|ones|errors|redirects|substatus(?:es)?)\b|^(?:which|what) (?:are|have|need|require|must|may|can|should|do)\b|\brfc\b/;
/** "Which code has no body?" wants the one for a case. */
const one = /\b(?:which|what|the|an?) (?:\w+ )?(?:code|status|response)\b(?! codes?\b)/;
const around = new Set(listWords);

/** Takes what is said of the codes out of a line, fact by fact. */
function takeOut(line: string, those: readonly Fact[]): { readonly rest: string; readonly wanted: Selection } {
  return those.reduce(
    (taken, [says, wanted]) => {
      const match = says.exec(taken.rest);
      if (match === null) return taken;
      const [, ...said] = match;
      return { rest: taken.rest.replace(says, ' '), wanted: { ...taken.wanted, ...wanted(...said) } };
    },
    { rest: line, wanted: {} as Selection },
  );
}

export function readSelection({ cleaned }: Question): Reading | null {
  if (!several.test(cleaned) || one.test(cleaned)) return null;
  const asked = takeOut(cleaned, facts);
  const narrowed = takeOut(asked.rest, narrowing);
  const only = { ...asked.wanted, ...narrowed.wanted };
  const narrows = only.class !== undefined && only.common === true;
  if (Object.keys(asked.wanted).length === 0 && !narrows) return null;
  if (words(narrowed.rest).some((word) => !around.has(word) && !isFrame(word))) return null;
  return select(only).length === 0 ? null : { kind: 'class', class: only.class ?? null, tens: null, only };
}
