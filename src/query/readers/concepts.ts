// Lines about something of HTTP that is no code: "what is an ETag", "difference between PUT and PATCH".
import { headerNames, select, shortName, vendors } from '../../catalog/selection.ts';
import { concepts } from '../data/vocabulary.ts';
import { isFrame, type Question } from '../question.ts';
import type { Reading } from '../reading.ts';
import { isStopWord, words } from '../words.ts';

/** A product is none, either: "cloudflare vs fastly". */
const known = new Set([...concepts, ...vendors.map(shortName)]);
const digit = /\d/;
const asksWhatItIs =
  /^(?:so |and |please )?(?:what(?:'?s| is| are| does| do)|whats|explain|define|describe|how (?:does|do|is|are)|meaning of|differences?|compare|tell me about)\b|\b(?:vs|versus|differences?)\b/;
const howItWorks = /\bworks?\b/;
/** Words of the longest name, as in "If-Unmodified-Since". */
const NAME_WORDS = 3;
/** Codes with a rule for the header that is asked about: more than these nobody looks through. */
const RELATED = 5;

/** "retry after" of Retry-After, longer ones first. */
const headers = headerNames
  .map((name) => ({ name, said: new RegExp(`\\b${words(name.toLowerCase()).join('[ -]')}\\b`) }))
  .toSorted((a, b) => b.name.length - a.name.length);

/** Whether each word that carries meaning names something of HTTP, and there is one. */
export function isConcept(text: string): boolean {
  const said = words(text).filter((word) => known.has(word) || !(isFrame(word) || isStopWord(word)));
  return said.length > 0 && said.every((word) => known.has(word));
}

/** Silence, with the codes that have to do with it: somebody who asks what an ETag is may look for one of them. */
export function readConcept({ cleaned, words: all, asksWhich }: Question): Reading | null {
  const asks = asksWhatItIs.test(cleaned);
  if (asksWhich || digit.test(cleaned) || !(asks || all.length <= NAME_WORDS)) return null;
  const named = headers.find(({ said }) => said.test(cleaned));
  const rest = named === undefined ? cleaned : cleaned.replace(named.said, ' ');
  const onlyNamed = named !== undefined && words(rest).length === 0;
  const bare = onlyNamed || all.every((word) => known.has(word));
  const fits = onlyNamed || isConcept(`${named === undefined ? '' : 'header '}${rest.replace(howItWorks, ' ')}`);
  if (!(asks || bare) || !fits) return null;
  if (named === undefined) return { kind: 'none' };
  const related = select({ header: named.name }).slice(0, RELATED);
  return { kind: 'none', related: related.map(({ code }) => code) };
}
