// Codes of somebody else's in a pasted text, beside the status codes: Envoy's flags, curl's exit codes, socket errors.
import { type FamilyId, families, familyOf, otherCode } from '../../catalog/other-codes/index.ts';
import type { OtherRef } from '../reading.ts';
import { inPlaceLower } from '../words.ts';
import { namedIn } from './names.ts';
import { pageErrorsIn } from './page-errors.ts';

export interface Neighbour extends OtherRef {
  /** Offset in the text, in UTF-16 code units. */
  readonly at: number;
  /** What stands there: "UF", "curl: (28)". */
  readonly said: string;
}

/** A shape in which a family writes its codes. All quantifiers are bounded, so a scan is linear. */
interface Shape {
  readonly family: FamilyId;
  /** Global; the group `code` is a key or a name, or several with commas between. */
  readonly pattern: RegExp;
  /** What the line must also have. */
  readonly near?: RegExp;
}

const webSocket = /web ?socket|\bwss?\b|gateway|shard|\bsocket\.?io\b|close ?event|onclose/i;

/** The names of a family as one pattern: "handshake_failure" and "handshake failure". */
function namesOf(family: FamilyId): string {
  return familyOf(family)
    .rows.map(({ name }) => name.replaceAll('_', '[_ ]'))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

const shapes: readonly Shape[] = [
  { family: 'curl', pattern: /\bcurl: \((?<code>\d{1,3})\)/g },
  { family: 'curl', pattern: /\b(?:curl|CURL)[^\n]{0,40}\bexit(?:ed)?[ \w]{0,16}\b(?<code>\d{1,3})\b/g },
  {
    family: 'grpc',
    pattern: /\bgrpc[-_ ]?status(?:[-_ ]?code)?["']?[ \t]{0,2}[:=][ \t]{0,2}["']?(?<code>\d{1,2}|[A-Za-z_]{2,24})\b/gi,
  },
  // Go: "rpc error: code = Unavailable desc = …"; Python: "StatusCode.UNAVAILABLE"; Java: "StatusRuntimeException: UNAVAILABLE".
  { family: 'grpc', pattern: /\bcode ?= ?(?<code>[A-Z][A-Za-z]{1,24}) desc ?=/g },
  { family: 'grpc', pattern: /\bStatus(?:Code\.|(?:Runtime)?Exception: )(?<code>[A-Z_]{2,24})\b/g },
  // Node: "Error: 14 UNAVAILABLE: No connection established".
  { family: 'grpc', pattern: /\b\d{1,2} (?<code>[A-Z]{2,12}(?:_[A-Z]{2,12})?): /g },
  { family: 'envoy', pattern: /"[ \t](?:0|[1-5]\d\d)[ \t](?<code>[A-Z]{2,5}(?:,[A-Z]{2,5}){0,4})[ \t]/g },
  {
    family: 'envoy',
    pattern:
      /\bresponse_?flags?(?:_long)?["']?[ \t]{0,2}[:=][ \t]{0,2}["']?(?<code>[A-Za-z]{2,40}(?:,[A-Za-z]{2,40}){0,4})/gi,
  },
  {
    family: 'websocket',
    pattern:
      /\b(?:code|status|clos(?:e|ed|ing)|with|event|:)[ \t=:("']{1,4}(?<code>1(?:00\d|01[0-5])|300[038]|40(?:0\d|1[0-4]))\b/gi,
    near: webSocket,
  },
  { family: 'tls', pattern: /\balert (?:number|code|description)[ :(]{1,3}(?<code>\d{1,3})\b/gi },
  {
    family: 'tls',
    pattern: new RegExp(`\\balert[ :(]{1,3}(?<code>\\d{1,3}|${namesOf('tls')})\\b`, 'gi'),
    near: /tls|ssl/i,
  },
  { family: 'browser', pattern: /\b(?:net::)?(?<code>ERR_[A-Z0-9_]{3,60})\b/g },
  {
    family: 'socket',
    pattern:
      /\b(?<code>E[A-Z]{3,16}|EAI_AGAIN|(?:UND_ERR|HPE|ERR_TLS|ERR_SSL)_[A-Z_]{3,40}|(?:CERT|UNABLE|SELF|DEPTH)_[A-Z_]{5,40})\b/g,
  },
  { family: 'discord', pattern: /\bDiscordAPIError\[(?<code>\d{1,6})\]/g },
  { family: 'discord', pattern: /\(error code: (?<code>\d{5,6})\)/g },
  { family: 'discord', pattern: /"code":[ \t]{0,2}(?<code>\d{5,6})\b/g, near: /"message"/ },
  { family: 'slack', pattern: /"ok":[ \t]{0,2}false[^\n}]{0,120}"error":[ \t]{0,2}"(?<code>[a-z_]{4,40})"/g },
  { family: 'slack', pattern: /\bAn API error occurred: (?<code>[a-z_]{4,40})\b/g },
  { family: 'slack', pattern: /\bSlackApiError\b[^\n]{0,160}'error': '(?<code>[a-z_]{4,40})'/g },
  { family: 'no-status', pattern: /(?<code>\((?:failed|cancell?ed|blocked:[\w-]{3,60})\))/g },
];

/** Shorter ones turn up in other words, too. */
const LEAST_LETTERS = 8;
/** "ConnectionRefusedError", "java.net.ConnectException", "ReadTimeout". */
const exception = /(?:Error|Exception|Timeout|Disconnected|Read|Canceled|Exceeded|Closed)$/;
const special = /[.*+?^${}()|[\]\\]/g;

/** Whatever the program, it may say so of something else: then the name of the error has to stand beside it. */
const everyday: ReadonlySet<string> = new Set(['failed to fetch', 'fetch failed', 'network error']);

/** Sentences by which some are known: "connection reset by peer". Those of one word are names of errors in capitals. */
const sentences: ReadonlyMap<string, OtherRef> = new Map(
  families.flatMap(({ id, rows }) =>
    rows.flatMap(({ keys: [key, ...others], aliases }) =>
      [key, ...others, ...aliases]
        .filter((form) => form.length >= LEAST_LETTERS && (form.includes(' ') || exception.test(form)))
        .map((form) => form.toLowerCase().replaceAll('’', "'"))
        .filter((form) => !everyday.has(form))
        .map((form) => [form, { family: id, key }] as const),
    ),
  ),
);

/** The longest first, so that "connection reset by peer" is not read as less. */
const anySentence = new RegExp(
  `(?<!\\w)(?:${[...sentences.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((sentence) => sentence.replace(special, '\\$&'))
    .join('|')})(?!\\w)`,
  'g',
);

/** As many as one answer explains. */
export const NEIGHBOURS = 4;

/**
 * The codes of gRPC, WebSocket, curl, Envoy, TLS, browsers, Discord, Slack, Cloudflare's pages and sockets in a text, each
 * once, in the order they appear, at most NEIGHBOURS. Pure; the cost grows linearly with the text.
 */
export function findNeighbours(text: string): readonly Neighbour[] {
  const found = [...inShapes(text), ...inSentences(text), ...onPages(text)].sort((a, b) => a.at - b.at);
  const once = new Map<string, Neighbour>();
  for (const neighbour of found) {
    const key = `${neighbour.family} ${neighbour.key}`;
    if (!once.has(key)) once.set(key, neighbour);
  }
  return [...once.values()].slice(0, NEIGHBOURS);
}

function* inShapes(text: string): Generator<Neighbour> {
  for (const { family, pattern, near } of shapes) {
    const fits = near === undefined ? () => true : nearby(text, near);
    for (const match of text.matchAll(pattern)) {
      if (!fits(match.index)) continue;
      for (const said of (match.groups?.['code'] ?? '').split(',')) {
        const ref = refOf(family, said);
        if (ref !== undefined) yield { ...ref, at: match.index, said };
      }
    }
  }
}

function refOf(family: FamilyId, said: string): OtherRef | undefined {
  const row = otherCode(family, said) ?? otherCode(family, String(Number(said)));
  if (row !== undefined) return { family, key: row.keys[0] };
  return namedIn(family, said);
}

function* inSentences(text: string): Generator<Neighbour> {
  const lower = inPlaceLower(text);
  const curl = lower.includes('curl');
  for (const { 0: said, index: at } of lower.matchAll(anySentence)) {
    const ref = sentences.get(said);
    if (ref !== undefined && (ref.family !== 'curl' || curl)) yield { ...ref, at, said };
  }
}

function* onPages(text: string): Generator<Neighbour> {
  for (const number of pageErrorsIn(text)) {
    const said = String(number);
    yield { family: 'cloudflare', key: said, at: text.indexOf(said), said };
  }
}

/** Enough of a line to see whom it speaks of. */
const PIECE = 400;

/** Whether a place has something near it, in its line. Looked at once for each piece of the text, so that a scan is linear. */
function nearby(text: string, near: RegExp): (at: number) => boolean {
  const known = new Map<string, boolean>();
  return (at) => {
    const piece = Math.floor(at / PIECE);
    const from = Math.max(0, (piece - 1) * PIECE);
    const window = text.slice(from, (piece + 2) * PIECE);
    const start = window.lastIndexOf('\n', at - from) + 1;
    const end = window.indexOf('\n', at - from);
    const key = `${from} ${start} ${end}`;
    const fits = known.get(key) ?? near.test(window.slice(start, end === -1 ? undefined : end));
    known.set(key, fits);
    return fits;
  };
}
