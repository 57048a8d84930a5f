// "Read this exchange": the catalog's worked examples with the code hidden.
import { isRegistered, titled, written } from '../../catalog/index.ts';
import type { RegisteredStatus } from '../../catalog/status.ts';
import type { Item } from '../item.ts';
import { askable, codeLures, givesAway, levelOf } from './codes.ts';

/** What stands in the place of the code. */
export const HIDDEN = '???';
/** Exchanges that would read the same with another code: what decides is in the author's mind. */
const unclear: ReadonlySet<number> = new Set([205, 301, 302, 303, 307, 308]);
const STATUS_LINE = /^(HTTP\/\S+) \d{3}[^\n]*/;

export function exchangeItems(): readonly Item[] {
  return askable
    .filter(isRegistered)
    .filter(({ code }) => !unclear.has(code))
    .flatMap((status) => itemOf(status));
}

function itemOf(status: RegisteredStatus): readonly Item[] {
  const {
    code,
    name,
    example,
    meaning,
    sources: [source],
  } = status;
  const response = example.response.replace(STATUS_LINE, `$1 ${HIDDEN}`).replaceAll(numberOf(code), HIDDEN);
  const exchange = `${example.request.trim()}\n\n${response.trim()}`;
  if (source === undefined || givesAway(exchange, name) || !STATUS_LINE.test(example.response)) return [];
  return [
    {
      id: `exchange:${code}`,
      kind: 'exchange',
      level: levelOf([code]),
      codes: [code],
      prompt: 'Read this exchange: which code is hidden?',
      exchange,
      answer: titled(code),
      alsoAcceptable: [],
      lures: codeLures(code),
      explanation: meaning,
      source,
      difficulty: 2,
    },
  ];
}

function numberOf(code: number): RegExp {
  return new RegExp(`\\b${written(code)}\\b`, 'g');
}
