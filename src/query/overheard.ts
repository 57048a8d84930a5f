// Whether a message that nobody wrote to Teapot plainly speaks of an HTTP failure. A reaction to lunch is worse than none
// to a failure, so silence is right in doubt.
import { meaningsOf } from '../catalog/index.ts';
import { type CodeMention, findCodes } from './codes.ts';
import {
  answered,
  answers,
  between,
  clientErrors,
  equals,
  harmless,
  meets,
  things,
  troubles,
} from './data/overheard.ts';
import { anyOf, technicalWords } from './data/vocabulary.ts';
import { nameKey } from './names.ts';
import { looksPasted } from './paste/evidence.ts';
import { readPaste } from './paste/read-paste.ts';
import { clean, words } from './words.ts';

/** Characters that are read; a message on Slack has more only where it is a file. */
const LONGEST = 20_000;
/** Characters of a line that is read as a sentence. */
const LINE = 400;
/** Lines that are read so: who writes more has pasted something. */
const LINES = 12;
/** Points from which a line plainly speaks of a failure. */
const PLAIN = 3;

const number = /(?<!\d)[45](?:\d\d|xx)(?!\d)/i;
const errorName =
  /\b(?:E[A-Z]{4,14}|net::ERR_|curl: \(|dial (?:tcp|udp)|HTTPS?ConnectionPool|Failed to establish|upstream)|Exception:|timeout of \d/;

/** A first look that costs nothing: whether there is anything in it that could be a code or an error. */
export function mightFail(text: string): boolean {
  return number.test(text) || errorName.test(text);
}

/** Whether a message plainly speaks of an HTTP failure: copied from a program that met one, or in somebody’s own words. */
export function speaksOfFailure(text: string): boolean {
  const read = text.slice(0, LONGEST);
  if (clientErrors.some((error) => error.test(read)) || showsFailure(read)) return true;
  return read.split('\n').slice(0, LINES).some(tellsOfFailure);
}

/** No error of anybody’s: a teapot is a joke. */
const JOKE = 418;

function isFailure(code: number): boolean {
  return code >= 400 && code <= 599 && code !== JOKE && meaningsOf(code).length > 0;
}

const json = /^\s*\{\s*"/;

/** Nobody means to answer so; other codes are what an API says by design. */
function isBroken(code: number): boolean {
  return code === 500 || code === 502 || code === 504 || code >= 520;
}

/** What a program wrote: a log, a response, an error message. */
function showsFailure(text: string): boolean {
  if (!json.test(text) && !looksPasted(text, () => true)) return false;
  const reading = readPaste(text);
  return reading?.kind === 'paste' && reading.findings.some(({ code }) => isFailure(code));
}

/** Stands for a code in a line, from which it is taken first. */
const MARK = '§';
const classes = /(?<![\w.])[45]xx(?!\w)/g;
const word = (list: readonly string[]) => `(?:${anyOf(list)})`;
const gap = `(?:[ "'(:,-]{1,3}${word(between)}){0,5}[ "'(:,-]{1,4}`;

const met = new RegExp(`\\b${word([...meets, ...answered])}${gap}${MARK}`);
const habit = new RegExp(`\\b${word(answers)}${gap}${MARK}`);
const called = new RegExp(
  `\\b(?:https?|status|\\w{0,20}errors?|response|code)(?: code)?[ :]{1,2}["']?${MARK}|${MARK}s?["']? (?:errors?|responses?|status|rate)\\b`,
);
const equal = new RegExp(`\\b${word(equals)} ["']?${MARK}`);
const many = new RegExp(`${MARK}s`);
const first = new RegExp(`(?:^|[?!.:,] )["']?${MARK}s? (?:from|on|in|at|for)\\b`);
const request = /(?<![\w/])\/[a-z][\w/.-]*|https?:\/\/|\b(?:get|post|put|patch|delete) (?:\/|request|on )/;
const calls = new Set(['status', 'codes?', 'errors?', 'err']);
const thing = new RegExp(`\\b${word([...things, ...technicalWords.filter((one) => !calls.has(one))])}\\b`);
const trouble = new RegExp(`\\b${word(troubles)}\\b`);
const guarded = new RegExp(
  `(?<![\\w-])${word(harmless)}(?![\\w-])|:[a-z_]*(?:joy|laugh|smile|rofl|tada)[a-z_]*:|[😂🤣😅😄🎉]`,
  'u',
);
/** What is said of a case, and not of what happened: "when 5xx exceed", "if it returns 404". */
const supposes = /\b(?:if|when|whenever|unless|in case|once|until)\b/;
/** "the 404 page" is a page, and no failure. */
const ofPage = new RegExp(
  `${MARK} (?:errors? )?(?:pages?|template|screen|illustration|case|cases|handler|sticker|mug)\\b`,
);
/** "503 applications" are counted; "503 keeps coming" is not. */
const countedAfter = new RegExp(
  `${MARK} (?!(?:errors|responses|status|statuses|is|was|as|this|keeps|happens|comes|appears|shows|pops|means|always|sometimes|has|does|across|codes)\\b)[a-z]{2,}s\\b`,
);
/** What one does with a code by design: "we use 4xx for mistakes", "can we cache 404s?" */
const designed = new RegExp(`\\b(?:use|uses|cache|caches|mock|prefer|reserve|own) (?:an? |the |only )?${MARK}`);
/** What is to be done: "return 410 from /v1", "use 4xx". */
const ordered = new RegExp(
  `(?:^|[:,] |(?<!started )\\bto |\\bplease |\\bnow )(?:return|returns|send|answer|respond with|use|add an?|catch the) ${MARK}|\\bon (?:an? )?${MARK}(?!s)|\\b(?:not|doesnt|dont) \\w{2,12} ${MARK}`,
);
const apostrophes = /(?<=\w)'(?=\w)/g;

/** One line in somebody’s own words. */
function tellsOfFailure(line: string): boolean {
  const { said, named, broken } = marked(line);
  if (
    !said.includes(MARK) ||
    guarded.test(said) ||
    countedAfter.test(said) ||
    supposes.test(said.slice(0, said.lastIndexOf(MARK))) ||
    ofPage.test(said) ||
    ordered.test(said) ||
    designed.test(said)
  )
    return false;
  const points =
    2 * Number(met.test(said)) +
    2 * Number(called.test(said)) +
    2 * Number(many.test(said)) +
    2 * Number(named) +
    2 * Number(request.test(said)) +
    Number(first.test(said)) +
    Number(habit.test(said)) +
    Number(equal.test(said)) +
    Number(broken && !equal.test(said)) +
    Number(thing.test(said)) +
    Number(trouble.test(said));
  const isSomewhere = thing.test(said) || trouble.test(said) || request.test(said);
  return points >= PLAIN && (isSomewhere || (many.test(said) && (met.test(said) || habit.test(said))));
}

/** A line with its failures marked, and their names taken out: whether any stood there. */
function marked(line: string): { readonly said: string; readonly named: boolean; readonly broken: boolean } {
  const cleaned = clean(line.slice(0, LINE)).replace(apostrophes, '').replaceAll(MARK, ' ');
  // "(413 Request Entity Too Large)" counts no requests.
  const isMeant = ({ code, otherwise, at, end }: CodeMention) =>
    !otherwise || (quote.test(cleaned[at - 1] ?? '') && nameAfter(cleaned.slice(end), code) > 0);
  const failures = findCodes(cleaned).filter((mention) => isFailure(mention.code) && isMeant(mention));
  let said = '';
  let named = false;
  let broken = false;
  let from = 0;
  for (const { at, end, code, plural } of failures) {
    if (at < from) continue;
    said += `${cleaned.slice(from, at)}${MARK}${plural ? 's' : ''}`;
    const length = nameAfter(cleaned.slice(end), code);
    named ||= length > 0;
    broken ||= isBroken(code);
    from = end + length;
  }
  said += cleaned.slice(from);
  return { said: said.replace(classes, `${MARK}s`), named, broken };
}

const quote = /[("'[]/;
const afterCode = /^["')\]:,-]{0,3} ?["'(-]{0,2} ?/;

/** Characters that are looked at for a name. */
const NAME = 80;
const nextWord = /[\w'-]+[ _-]?/g;

/** Characters of the code’s own name right behind it; 0 where something else follows. */
function nameAfter(rest: string, code: number): number {
  const lead = afterCode.exec(rest)?.[0].length ?? 0;
  const following = [...rest.slice(lead, lead + NAME).matchAll(nextWord)].map(([word]) => word);
  for (const name of meaningsOf(code).flatMap((one) => [one.name, ...one.aliases])) {
    const found = following.slice(0, words(clean(name)).length).join('');
    if (found !== '' && nameKey(found) === nameKey(name)) return lead + found.length;
  }
  return 0;
}
