// Lines that name codes by number.
import { classOf, meaningsOf } from '../../catalog/index.ts';
import type { CodeMention } from '../codes.ts';
import { findName, findSimilarNames } from '../names.ts';
import type { Question } from '../question.ts';
import type { CodeRef, Reading } from '../reading.ts';
import { findSituations } from '../situations.ts';
import { countContentWords } from '../words.ts';
import { facetOf } from './facet.ts';

const filler =
  /\b(?:vs|versus|or|and|with|http|https|status|code|codes|error|errors|err|response|the|an?|please|compare|explain|between|difference|what|whats|about|is|are|meaning|means?|again|for|testers?|example|in)\b|[^\p{L}\p{N}]/gu;
/** What stands right before a number that is asked about. */
const asksAboutNumber =
  /(?:\b(?:what(?:'?s| is| are| does| do| was| about| causes?)?|wats?|causes? (?:of|for)|explain|define|describe|meaning of|tell me about|why|when (?:to use|do i use|should i use)|how (?:do i|to|can i) (?:fix|handle|solve|test|debug|resolve)|got|get|gets|getting|seeing|returns?|returned|returning|throws?|compare|status|code|error|http|difference between|does (?:google|seo|a browser|a cache|axios|fetch|curl)(?: \w+){0,2})(?: (?:an?|the|http|status|code|error|exactly|is|of|my|these|those|all|does|do|on))*)[ :('"#]*$/;
/** What stands right after one. */
const askedAfterNumber =
  /^['")]*(?:'?s)?[ ,:?]*(?:means?|vs|versus|explained|meaning|errors?|response|status|code|retryable|retriable|cacheable|cached|idempotent|safe to|instead|not found|for testers|again|in (?:code|go|java|python|rust|php|ruby|node)|example)\b/;
const contrast =
  /\b(?:instead of|rather than|other than|but not|and not|besides|isn'?t|not|except|like|unlike|similar to|same as)(?: an?| the| just| http| code| status| return(?:ing)?| send(?:ing)?)*[ ('"]*$/;
const judges =
  /\b(?:should|is|are|would|can|could|do|does|may|ok|okay|correct|right|appropriate|valid|wrong|bad|fine|better|make sense)\b/;
const circumstance = /\b(?:when|if|for|in case|after|because|while|since|on|where)\b/;

/** Similar enough to a case to speak of it; see findSituations for the scale. */
const CLEAR_CASE = 0.25;
/** A code in a longer description that asks "which code?" is part of the story, not the question. */
const STORY_WORDS = 4;

function isKnown({ code, sub }: CodeRef): boolean {
  return meaningsOf(code, sub).length > 0;
}

function names(text: string, { code }: CodeRef): boolean {
  const named = findName(text) ?? findSimilarNames(text, 1).find(({ distance }) => distance < 0.3);
  return named?.code === code;
}

const between = /^[\s,/&]*(?:or|and|vs\.?|versus|compared to|over|from)?\s*$/;

function sideBySide(cleaned: string, mentions: readonly CodeMention[]): boolean {
  return mentions.some((mention, i) => {
    const next = mentions[i + 1];
    return next !== undefined && isKnown(mention) && isKnown(next) && between.test(cleaned.slice(mention.end, next.at));
  });
}

/** "404", "why do I get a 502?", "401 vs 403", "is 404 right for an empty list?". */
export function readCodes(question: Question): Reading | null {
  const { cleaned, technical, asksWhich } = question;
  const mentions = question.codes.filter(({ otherwise }) => !otherwise);
  const first = mentions[0];
  if (first === undefined) return null;

  const without = mentions.reduceRight((text, { at, end }) => `${text.slice(0, at)} ${text.slice(end)}`, cleaned);
  const bare = without.replace(filler, '') === '';
  const before = (mention: CodeMention) => cleaned.slice(Math.max(0, mention.at - 48), mention.at);
  const about = mentions.filter(
    (mention) => asksAboutNumber.test(before(mention)) || askedAfterNumber.test(cleaned.slice(mention.end)),
  );
  if (!bare && !technical && about.length === 0 && !sideBySide(cleaned, mentions) && !names(without, first)) return null;

  const distinct = mentions.filter(({ code, sub }, i) => mentions.findIndex((m) => m.code === code && m.sub === sub) === i);
  const known = distinct.filter(isKnown);
  if (known.length > 1) return { kind: 'compare', codes: [...new Set(known.map(({ code }) => code))].slice(0, 4) };

  const only = known[0] ?? distinct.find(({ code }) => classOf(code) !== null) ?? first;
  if (!isKnown(only)) return { kind: 'unassigned', code: only.code, class: classOf(only.code) };

  if (countContentWords(without) > 1 && contrast.test(before(only))) return null;
  if (asksWhich && about.length === 0 && countContentWords(without) >= STORY_WORDS) {
    if (!judges.test(cleaned) || !circumstance.test(without)) return null;
    const best = findSituations(without).find(({ code }) => code !== only.code);
    if (best !== undefined && best.similarity > CLEAR_CASE)
      return {
        kind: 'situation',
        contested: true,
        candidates: [
          { code: best.code, why: 'situation', score: best.similarity, reason: best.when },
          { code: only.code, why: 'code', score: best.similarity, reason: 'you asked about it' },
        ],
      };
  }
  return {
    kind: 'status',
    code: only.code,
    ...(only.sub === undefined ? {} : { sub: only.sub }),
    facet: facetOf(cleaned),
    why: 'code',
  };
}

const anyNumber = /^(?:what(?:'?s| is| about)? )?(?:the )?(?:http )?(?:status |response |error )*(?:code )?(\d{1,5})\W*$/;

/** A number that no HTTP status code can be: "status 42", "http 700", "1000". */
export function readOutOfRange({ cleaned }: Question): Reading | null {
  const digits = anyNumber.exec(cleaned)?.[1];
  if (digits === undefined) return null;
  return { kind: 'unassigned', code: Number(digits), class: null };
}
