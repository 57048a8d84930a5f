// Which side of a code a line asks for, and what it says of the request that was answered with it.
import { clients } from '../../catalog/clients/index.ts';
import { testTools } from '../data/test-tools.ts';
import { anyOf } from '../data/vocabulary.ts';
import type { Question } from '../question.ts';
import type { Facet, Reading, TestTool } from '../reading.ts';
import { AGAIN, readRequest } from '../request.ts';

/** The part of a reading of one code that depends on the side asked for. */
export type Side = Pick<Extract<Reading, { kind: 'status' }>, 'facet' | 'request' | 'client' | 'tool'>;

const facets: readonly (readonly [Facet, RegExp])[] = [
  ['use', /\bwhen (?:not |do (?:i|we|you) |should (?:i|we|you) |would (?:i|we|you) )?(?:to )?use\b/],
  ['retry', new RegExp(`\\b${AGAIN}\\b`)],
  ['testers', /\b(?:testers?|test(?:ing)?|provoke|assert|verify|check(?:list)?)\b/],
  ['example', /\b(?:examples?|sample|raw|exchange|look like)\b/],
  [
    'constants',
    /\b(?:in code|constants?|enum|in (?:go|golang|python|java|spring|c#|csharp|rust|rails|ruby|php|symfony|node|kotlin|ktor|elixir))\b/,
  ],
];

/** Longer lines tell a story in which a tool is only where it happened. */
const TOOL_WORDS = 10;
const writes =
  /\b(?:tests?|testing|testers?|assert\w*|mock(?:s|ed|ing)?|stub(?:s|bed|bing)?|fake|simulate|snippets?|expect\w*|pytest|msw|wiremock)\b/;
const tools: readonly (readonly [TestTool, RegExp])[] = testTools.map(([tool, words]) => [
  tool,
  new RegExp(`\\b${anyOf(words)}(?![\\w-])`),
]);
const allTools = /\b(?:tests?|testers?|mock|assert) (?:.{1,24} )?tools?\b/;
const allClients = /\b(?:clients|libraries|sdks)\b/;

const letters = /[.*+?^${}()|[\]\\]/g;
const clientByName: ReadonlyMap<string, string> = new Map(
  clients.flatMap(({ name, aliases }) => [name.toLowerCase(), ...aliases].map((one) => [one, name] as const)),
);
/** The longest first: "axios-retry" is not "axios". */
const clientNames = [...clientByName.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace(letters, '\\$&'))
  .join('|');
/** "does axios-retry …", "with urllib3", "OkHttp retries", "retry 503 got": whoever repeats, not whoever sent the code. */
const repeater = new RegExp(
  `(?:^|\\b(?:does|do|will|would|with|using|use|by|client) (?:the |an? )?)(?<asked>${clientNames})(?![\\w-])|(?<![\\w.-])(?<named>${clientNames})(?: (?:sdks?|clients?|also|ever|automatically|by default|to))* ${AGAIN}\\b|^(?:please )?retry (?:[\\w:, -]{1,60} )?(?<!\\b(?:from|after|behind|of) )(?<last>${clientNames})$`,
);

/** "404 for testers", "example of 204", "409 in code", "may I retry a POST after 504", "mock 401 with msw". */
export function sideOf(question: Pick<Question, 'raw' | 'cleaned' | 'words'>): Side {
  const { cleaned } = question;
  const tool = toolIn(question);
  const facet =
    tool === undefined ? (facets.find(([, pattern]) => pattern.test(cleaned))?.[0] ?? 'overview') : 'testers';
  if (facet !== 'retry' && facet !== 'testers') return { facet };
  const { method, ...rest } = readRequest(question);
  const request = { ...(method === undefined ? {} : { method }), ...(facet === 'retry' ? rest : {}) };
  const client = facet === 'retry' ? clientIn(cleaned) : undefined;
  return {
    facet,
    ...(Object.keys(request).length === 0 ? {} : { request }),
    ...(client === undefined ? {} : { client }),
    ...(tool === undefined ? {} : { tool }),
  };
}

function toolIn({ cleaned, words }: Pick<Question, 'cleaned' | 'words'>): TestTool | 'all' | undefined {
  if (words.length > TOOL_WORDS || !(writes.test(cleaned) || describes.test(cleaned))) return undefined;
  return tools.find(([, pattern]) => pattern.test(cleaned))?.[0] ?? (allTools.test(cleaned) ? 'all' : undefined);
}

/** "openapi response for 422" needs no word of testing. */
const describes = /\b(?:open ?api|swagger)\b/;

function clientIn(cleaned: string): string | undefined {
  const { asked, named, last } = repeater.exec(cleaned)?.groups ?? {};
  return clientByName.get(asked ?? named ?? last ?? '') ?? (allClients.test(cleaned) ? 'all' : undefined);
}
