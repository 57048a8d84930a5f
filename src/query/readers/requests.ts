// Lines that ask what to do with a code: may I send the request again, how do I test it or make it come.
import { classOf, meaningsOf } from '../../catalog/index.ts';
import { type CodeMention, findCodes } from '../codes.ts';
import { anyOf } from '../data/vocabulary.ts';
import { type Question, strangeWords } from '../question.ts';
import type { Reading } from '../reading.ts';
import { AGAIN, withoutRetryAfter } from '../request.ts';
import { type Side, sideOf } from './facet.ts';

/** Longer lines tell a story. */
const MOST_WORDS = 30;
/** Words of another kind that a question may have beside what is asked: "a payment", "from the gateway". */
const OTHER_WORDS = 3;

const retryCommand = /^(?:please )?retry\b/;
const testCommand = /^(?:please )?(?:tests?|assert|mock|stub|fake|simulate)\b/;
const asksToRepeat = new RegExp(
  `(?:\\b(?:can|may|should|shall|could|must) (?:i|we|you|one|it|my|our|the|an?|this|that)\\b|\\b(?:safe|ok|okay|fine|allowed|need|have|worth|ever) (?:to\\b|(?=\\w+ing\\b))|^(?:and |so |but |hey |hi )?(?:can|may|should|does|do|will|would|is|are)\\b).{0,60}\\b${AGAIN}\\b`,
);
const afterTest = /\b(?:tests?|assert|mock|stub|fake|simulate) (?:an? |the )?(?:https? )?(?:status |code )*$/;
const asksForCode = /\b(?:which|what) (?:http )?(?:status |response |error )?codes?\b/;

/** What such a line is made of beside codes, methods and names of clients and tools. */
const plain = new RegExp(
  `^${anyOf([
    AGAIN,
    'tests?|asserts?|assertions?|mock|stub|fake|simulate|tools?|clients|libraries|sdks|stubs?|snippet',
    'idempoten(?:cy|t)|keys?|after|before|again|safe|safely|default|automatically|same|times|wait|allowed|blindly',
    'get|head|post|put|patch|delete|options|trace|connect',
  ])}$`,
);
const nameOfTool =
  /^(?:curl|pytest|requests|httpx|playwright|supertest|vitest|jest|k6|postman|newman|assured|msw|wiremock|nginx|express|openapi|swagger)$/;

/** "retry 504 POST Retry-After: 120", "can I retry a POST after 504?", "test 429 POST msw". */
export function readRequested(question: Question): Reading | null {
  const { cleaned, words } = question;
  if (words.length > MOST_WORDS || asksForCode.test(cleaned)) return null;
  const command = retryCommand.test(cleaned) || testCommand.test(cleaned);
  const side = sideOf(question);
  if (!command && side.tool === undefined && !asksToRepeat.test(cleaned)) return null;
  const text = withoutRetryAfter(cleaned);
  // "test 429" is no number of a test here: nothing else stands in such a line, or a tool.
  const tests = testCommand.test(cleaned) || side.tool !== undefined;
  const mentions = findCodes(text).filter(
    ({ otherwise, at }) => !otherwise || (tests && afterTest.test(text.slice(0, at))),
  );
  const others = strangeWords(withoutMentions(text, mentions)).filter((word) => !plain.test(word));
  const [only, ...more] = [...new Map(mentions.map((mention) => [mention.code, mention])).values()];
  if (more.length > 0) return null;
  if (only === undefined) return lacking(question, side, others);
  const enough = testCommand.test(cleaned) ? 0 : OTHER_WORDS;
  const strange = others.filter(
    (word) => side.client === undefined && !(side.tool !== undefined && nameOfTool.test(word)),
  );
  if (strange.length > enough) return null;
  const { code, sub } = only;
  if (meaningsOf(code).length > 0)
    return { kind: 'status', code, ...(sub === undefined ? {} : { sub }), why: 'code', ...asked(side, cleaned) };
  return command && classOf(code) !== null ? { kind: 'unassigned', code, class: classOf(code) } : null;
}

/** A command says by its first word what it asks for: "test 503 retries" is no question about retrying. */
function asked(side: Side, cleaned: string): Side {
  if (!testCommand.test(cleaned) || side.facet === 'testers') return side;
  const { request, tool } = side;
  return {
    facet: 'testers',
    ...(request?.method === undefined ? {} : { request: { method: request.method } }),
    ...(tool === undefined ? {} : { tool }),
  };
}

function withoutMentions(text: string, mentions: readonly CodeMention[]): string {
  return mentions.reduceRight((rest, { at, end }) => `${rest.slice(0, at)} ${rest.slice(end)}`, text);
}

const method = '(?:get|head|post|put|patch|delete|options)(?: requests?)?';
const bareRetry = new RegExp(
  `^(?:please )?(?:(?:can|may|should|could) (?:i|we|you) )?retry(?: it| that| this)?(?: (?:an? )?${method})?[\\s?!.]*$`,
);

/** "retry", "retry POST", "mock msw": whoever asks that can be told what is missing. */
function lacking({ cleaned }: Question, { request, tool }: Side, others: readonly string[]): Reading | null {
  if (bareRetry.test(cleaned)) return { kind: 'none', lacksCode: 'retry' };
  const means = testCommand.test(cleaned) && (request?.method !== undefined || tool !== undefined);
  return means && others.every((word) => nameOfTool.test(word)) ? { kind: 'none', lacksCode: 'testers' } : null;
}
