// Lines that name codes by number.
import { classOf, meaningsOf, registeredStatus } from '../../catalog/index.ts';
import type { CodeMention } from '../codes.ts';
import { findName, findSimilarNames } from '../names.ts';
import { findEvidence } from '../paste/evidence.ts';
import { type Question, toQuestion } from '../question.ts';
import type { CodeRef, Reading } from '../reading.ts';
import { findSituations } from '../situations.ts';
import { countContentWords } from '../words.ts';
import { compare } from './comparisons.ts';
import { readDoubt } from './doubts.ts';
import { sideOf } from './facet.ts';

const filler =
  /\b(?:vs|versus|or|and|with|http|https|status|code|codes|error|errors|err|response|the|an?|please|compare|explain|between|difference|what|whats|about|is|are|meaning|means?|again|for|testers?|example|in)\b|[^\p{L}\p{N}]/gu;
/** What stands right before a number that is asked about. */
const asksAboutNumber =
  /(?:\b(?:what(?:'?s| is| are| does| do| was| about| causes?)?|wats?|causes? (?:of|for)|explain|define|describe|meaning of|tell me about|why|when (?:to use|do i use|should i use)|how (?:do i|to|can i) (?:fix|handle|solve|test|debug|resolve)|got|get|gets|getting|seeing|returns?|returned|returning|sends?|sent|sending|saw|gave|gives|(?:answer(?:s|ed)?|respond(?:s|ed)?|repl(?:ies|ied)|fail(?:s|ed)?)(?: with)?|throws?|is there|heard of|who (?:uses|sends|returns)|idea what|compare|status|code|error|http|difference between|(?:example|sample|body|headers?|constants?|rfc) (?:of|for|with)|does (?:google|seo|a browser|a cache|axios|fetch|curl)(?: \w+){0,2})(?: (?:an?|the|http|status|code|error|exactly|is|of|my|these|those|all|does|do|on))*)[ :('"#]*$/;
/** What stands right after one. */
const askedAfterNumber =
  /^['")]*(?:'?s)?[ ,:?]*(?:means?|vs|versus|explained|meaning|errors?|response|status|code|retryable|retriable|cacheable|cached|idempotent|safe to|instead|not found|redirect\w*|for testers|again|exists?|stands? for|is (?:what|it|that|for)|(?:an? )?(?:real|valid|official|standard|known|registered)|in (?:code|go|java|python|rust|php|ruby|node)|example)\b/;
const contrast =
  /\b(?:instead of|rather than|other than|but not|and not|besides|isn'?t|not|except|like|unlike|similar to|same as)(?: an?| the| just| http| code| status| return(?:ing)?| send(?:ing)?)*[ ('"]*$/;
/** "is 432 a real status code?": short, and it says itself that the number is one. */
const speaksOfCodes = /\b(?:https?|status|codes?|response)\b/;
const FEW_WORDS = 3;
/** Where numbers of codes are looked up. */
const speaksOfRegistry = /\b(?:specifications?|specs?|registry|iana|rfcs?|mdn)\b/;
/** Numbers below this are as often cars, spartans and prices. */
const FAILURES = 400;
/** fuse.js distance up to which a name is that name. */
const ALIKE = 0.3;
/** Enough for every phrase of `asksAboutNumber`. */
const BEFORE = 48;
/** A code in a longer description that asks "which code?" is part of the story, not the question. */
const STORY_WORDS = 4;

/** A substatus that nobody lists leaves its code. */
function isKnown({ code }: CodeRef): boolean {
  return meaningsOf(code).length > 0;
}

/** What is left of the line names the code again, or its owner: "409 conflict explained", "494 nginx". */
function names(text: string, { code }: CodeRef): boolean {
  if (meaningsOf(code).some(({ owner }) => text.includes(owner.toLowerCase()))) return true;
  const { core } = toQuestion(text);
  const named = findName(core) ?? findSimilarNames(core, 1).find(({ distance }) => distance < ALIKE);
  return named?.code === code;
}

const between = /^[\s,/&]*(?:or|and|n|v|vs\.?|versus|compared to|over|from)?\s*$/;

function sideBySide(cleaned: string, mentions: readonly CodeMention[]): boolean {
  return mentions.some((mention, i) => {
    const next = mentions[i + 1];
    return (
      next !== undefined && (isKnown(mention) || isKnown(next)) && between.test(cleaned.slice(mention.end, next.at))
    );
  });
}

/** How the numbers of a question stand in it. */
interface Mentioned {
  readonly mentions: readonly [CodeMention, ...CodeMention[]];
  /** The text without them. */
  readonly without: string;
  /** Those that the question is about, rather than those it only tells of. */
  readonly about: readonly CodeMention[];
}

function before(cleaned: string, { at }: CodeMention): string {
  return cleaned.slice(Math.max(0, at - BEFORE), at);
}

function findMentioned({ cleaned, codes }: Question): Mentioned | null {
  const [first, ...rest] = codes.filter(({ otherwise }) => !otherwise);
  if (first === undefined) return null;
  const mentions = [first, ...rest] as const;
  return {
    mentions,
    without: mentions.reduceRight((text, { at, end }) => `${text.slice(0, at)} ${text.slice(end)}`, cleaned),
    about: mentions.filter(
      (mention) => asksAboutNumber.test(before(cleaned, mention)) || askedAfterNumber.test(cleaned.slice(mention.end)),
    ),
  };
}

/** A code in a remark that is told more like a case than like chat: "does 204 have a body", "the dreaded 504". */
function standsAlone({ mentions, without }: Mentioned): boolean {
  const known = mentions.filter(isKnown);
  if (known.some(({ code, plural }) => plural && code >= FAILURES)) return true;
  if (known.length === 0) return false;
  const { fits, chat } = findSituations(without);
  return (fits[0]?.similarity ?? 0) > chat;
}

/** Whether these numbers are status codes, judging by the words around them. */
function areCodes({ cleaned, technical }: Question, mentioned: Mentioned): boolean {
  const { mentions, without, about } = mentioned;
  if (about.length > 0 || isOnlyCodes(mentioned)) return true;
  if (speaksOfRegistry.test(without)) return true;
  if (speaksOfCodes.test(without) && countContentWords(without) <= FEW_WORDS) return true;
  if (sideBySide(cleaned, mentions) || names(without, mentions[0])) return true;
  if (findEvidence(cleaned).length > 0) return true;
  // Among technical words a registered number is a code; other numbers there are as often errno, sizes or ids.
  if (technical && mentions.some(({ code }) => registeredStatus(code) !== undefined)) return true;
  return standsAlone(mentioned);
}

/** Nothing but codes and the words between them. */
function isOnlyCodes({ without }: Mentioned): boolean {
  return without.replace(filler, '') === '';
}

/**
 * The codes that are held beside each other. Alone or beside a known one, also those that nobody owns are part of the
 * question; in a story they are counts or ids.
 */
function compared({ cleaned }: Question, mentioned: Mentioned): readonly CodeMention[] {
  const { mentions } = mentioned;
  if (isOnlyCodes(mentioned)) return mentions;
  if (!sideBySide(cleaned, mentions)) return mentions.filter(isKnown);
  return mentions.filter((mention) => classOf(mention.code) !== null || isKnown(mention));
}

/** "404", "why do I get a 502?", "401 vs 403", "is 404 right for an empty list?". */
export function readCodes(question: Question): Reading | null {
  const mentioned = findMentioned(question);
  if (mentioned === null || !areCodes(question, mentioned)) return null;
  const { mentions, without, about } = mentioned;
  const { cleaned, asksWhich } = question;

  const known = mentions.filter(isKnown);
  const codes = [...new Set(compared(question, mentioned).map(({ code }) => code))];
  if (codes.length > 1 && (known.length > 0 || codes.every((code) => classOf(code) !== null))) return compare(codes);

  const only = known[0] ?? mentions.find(({ code }) => classOf(code) !== null) ?? mentions[0];
  if (!isKnown(only)) return { kind: 'unassigned', code: only.code, class: classOf(only.code) };

  const story = countContentWords(without);
  if (story > 1 && contrast.test(before(cleaned, only))) return null;
  const doubt = readDoubt(question, { code: only, before: before(cleaned, only), without, story });
  if (doubt) return doubt;
  if (asksWhich && about.length === 0 && story >= STORY_WORDS) return null;
  const { code, sub } = only;
  return { kind: 'status', code, ...(sub === undefined ? {} : { sub }), why: 'code', ...sideOf(question) };
}

const anyNumber =
  /^(?:what(?:'?s| is| about)? )?(?:the )?(?:http )?(?:status |response |error )*(?:code )?(\d{1,5})[?!.\s]*$/;

/** A number that no HTTP status code can be: "status 42", "http 700", "1000". */
export function readOutOfRange({ cleaned }: Question): Reading | null {
  const digits = anyNumber.exec(cleaned)?.[1];
  if (digits === undefined) return null;
  const code = Number(digits);
  if (code === 0) return { kind: 'status', code, facet: 'overview', why: 'code' };
  return classOf(code) === null && meaningsOf(code).length === 0 ? { kind: 'unassigned', code, class: null } : null;
}
