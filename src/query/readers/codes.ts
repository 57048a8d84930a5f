// Lines that name codes by number.
import { classOf, meaningsOf } from '../../catalog/index.ts';
import type { Question } from '../question.ts';
import type { CodeRef, Reading } from '../reading.ts';
import { findSituations } from '../situations.ts';
import { terms } from '../words.ts';
import { facetOf } from './facet.ts';

const filler = /\b(?:vs|versus|or|and|with|http|https|status|code|codes|error|errors|err|response|the|an?|please|compare|explain|between|difference|what|is|are|about)\b|[^\p{L}\p{N}]/gu;
const asksAboutNumber =
  /\b(?:what(?:'?s| is| are| does| do| was)?|explain|define|describe|meaning of|tell me about|why|when (?:to use|do i use|should i use)|is|are|does|like|return|returns|returned|got|get|gets|getting|seeing|see|throws?|sends?|an?|the|compare|between|use|using|status|code|error|http)(?: (?:an?|the|http|status|code|error|exactly|is|of|my|these|those|all))*[ :('"]*$/;
const afterNumber = /^['")]*(?:'?s)?[ ,?]*(?:mean|means|vs|versus|explained|meaning|error|errors|response|status|code|instead|not found|or \d|and \d|exactly|$)/;
const contrast = /\b(?:instead of|rather than|other than|but not|and not|besides|isn'?t|not|except)(?: an?| the| just| http| code| status)*[ ('"]*$/;
const judges = /\b(?:should|is|are|would|can|could|do|does|may|ok|okay|correct|right|appropriate|valid|wrong|bad|fine|better|make sense)\b/;
const circumstance = /\b(?:when|if|for|in case|after|because|while|since|on|where)\b/;

/** Enough shared words to speak of a case at all; see situations for the scale. */
const CLEAR_CASE = 0.22;

/** Numbers that nobody would mistake: the line has little else, or the words around them ask about a code. */
function trusted({ cleaned, codes, technical }: Question, others: string): boolean {
  if (technical || others === '') return true;
  return codes.some(
    ({ at, end }) => asksAboutNumber.test(cleaned.slice(Math.max(0, at - 40), at)) && afterNumber.test(cleaned.slice(end)),
  );
}

function known({ code, sub }: CodeRef): boolean {
  return meaningsOf(code, sub).length > 0;
}

/** "404", "why do I get a 502?", "401 vs 403", "is 404 right for an empty list?". */
export function readCodes(question: Question): Reading | null {
  const { cleaned } = question;
  const mentions = question.codes.filter(({ otherwise }) => !otherwise);
  const first = mentions[0];
  if (first === undefined) return null;
  const others = mentions.reduceRight((text, { at, end }) => text.slice(0, at) + text.slice(end), cleaned).replace(filler, '');
  if (!trusted(question, others)) return null;

  const distinct = mentions.filter((mention, i) => mentions.findIndex((m) => m.code === mention.code && m.sub === mention.sub) === i);
  const legal = distinct.filter((mention) => known(mention) || classOf(mention.code) !== null);
  const candidates = legal.filter(known);
  if (candidates.length > 1) return { kind: 'compare', codes: candidates.slice(0, 4).map(({ code }) => code) };

  const only = candidates[0] ?? legal[0] ?? first;
  if (!known(only)) return { kind: 'unassigned', code: only.code, class: classOf(only.code) };

  const onlyContrast = contrast.test(cleaned.slice(Math.max(0, only.at - 24), only.at));
  const rest = `${cleaned.slice(0, only.at)} ${cleaned.slice(only.end)}`;
  if (onlyContrast && terms(rest).length > 1) return null;
  if (judges.test(cleaned) && circumstance.test(rest) && question.asksWhich) {
    const [best] = findSituations(rest);
    if (best !== undefined && best.code !== only.code && best.score > CLEAR_CASE)
      return {
        kind: 'situation',
        contested: true,
        candidates: [
          { code: best.code, why: 'situation', score: best.score, reason: best.when },
          { code: only.code, why: 'code', score: best.score, reason: 'you asked about it' },
        ],
      };
  }
  return { kind: 'status', code: only.code, ...(only.sub === undefined ? {} : { sub: only.sub }), facet: facetOf(cleaned), why: 'code' };
}
