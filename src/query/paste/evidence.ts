// Status codes in pasted text, each with the piece of text that proves it.
import { meaningsOf, registered, vendorStatuses } from '../../catalog/index.ts';
import { nameKey } from '../names.ts';
import { findOtherCodes } from '../other-codes/find.ts';
import type { Finding } from '../reading.ts';
import { inPlaceLower, words } from '../words.ts';
import { evidencePatterns } from './evidence-patterns.ts';
import { readHar } from './har.ts';
import type { LogLine } from './logs/format.ts';
import { readLogLines } from './logs/lines.ts';

/** Longest piece of a line that is quoted as a proof, in characters. */
const PROOF_LIMIT = 120;

/** For each code the keys of its names, to see at once that "404 Not Found" names itself. */
const namesByCode: ReadonlyMap<number, readonly string[]> = (() => {
  const table = new Map<number, string[]>();
  for (const { code, name, aliases } of [...registered, ...vendorStatuses]) {
    const keys = table.get(code) ?? [];
    keys.push(...[name, ...aliases].map(nameKey).filter((key) => key.length > 1));
    table.set(code, keys);
  }
  return table;
})();

/** Not the Expect header's "100-continue". */
const numberAndWords =
  /(?<![\w.#:/$€£-])(?!100-continue)([1-9]\d{2})(?:\.(\d{1,2}))?["')\]]{0,2}[ \t]{0,2}[-:,–|(["']{0,3}[ \t]{0,2}([A-Za-z][A-Za-z_' -]{1,48})/g;

interface Sighting {
  readonly code: number;
  readonly sub?: number;
  readonly at: number;
  /** It is the status of one response, and not a word about it: a status line, a line of an access log. */
  readonly response?: boolean;
}

/** Codes followed by their own name: "404 Not Found", "503 (Service Unavailable)", "404 NOT_FOUND". */
function* selfNamed(text: string): Generator<Sighting> {
  for (const match of text.matchAll(numberAndWords)) {
    const [, digits = '', sub, following = ''] = match;
    const code = Number(digits);
    const names = namesByCode.get(code);
    if (names === undefined) continue;
    const key = words(following.toLowerCase()).join('');
    if (names.some((name) => key.startsWith(name)))
      yield { code, at: match.index, ...(sub === undefined ? {} : { sub: Number(sub) }) };
  }
}

/** "(111: Connection refused)" is how programs write an errno. */
const errno = /^\(\d+: ?[A-Z]/;

/** Whether a code is one that a client can be answered with for good: 1xx never stands in prose. */
function isAnswer(code: number): boolean {
  return code >= 200 && meaningsOf(code).length > 0;
}

/** Shapes that stand once for each response. */
const ofOneResponse: ReadonlySet<string> = new Set(['HTTP status line', 'access log']);

function* shaped(text: string): Generator<Sighting> {
  for (const { shape, pattern, prose } of evidencePatterns) {
    for (const match of text.matchAll(pattern)) {
      const digits = match.groups?.['code'];
      const at = match.indices?.groups?.['code']?.[0];
      if (digits === undefined || at === undefined) continue;
      const code = Number(digits);
      if (prose && (!isAnswer(code) || errno.test(text.slice(at - 1, at + 8)))) continue;
      const sub = Number(match.groups?.['sub'] ?? 0);
      const substatus = sub > 0 && meaningsOf(code, sub).length > 0 ? { sub } : {};
      yield { code, at, ...substatus, ...(ofOneResponse.has(shape) ? { response: true } : {}) };
    }
  }
}

/** The line in which an offset stands, as it was written; of a long one the piece around the offset. */
export function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? undefined : end).trimEnd();
  if (line.length <= PROOF_LIMIT) return line.trim();
  const inLine = at - start;
  const from = Math.max(0, Math.min(inLine - PROOF_LIMIT / 2, line.length - PROOF_LIMIT));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + PROOF_LIMIT).trim()}${from + PROOF_LIMIT < line.length ? '…' : ''}`;
}

/** Whether a code may stand in a log at all: a legal one, or one that some vendor owns. */
function plausible(code: number): boolean {
  return (code >= 100 && code <= 599) || meaningsOf(code).length > 0;
}

/**
 * The status codes in a log, an HTTP message or an error text, in the order they appear; each code once.
 * Ports, sizes, durations, dates, line and issue numbers are not codes: only what a known shape proves counts.
 * @param lines the lines of the text whose format is known: their status is the field that the format gives
 */
export function findEvidence(text: string, lines: readonly LogLine[] = readLogLines(text)): readonly Finding[] {
  const byPlace = new Map<number, Sighting>();
  const sightings: readonly Sighting[] = readHar(text) ?? [
    ...lines.flatMap(({ codes }) => codes.map((found) => ({ ...found, response: true }))),
    ...elsewhere(text, lines),
  ];
  for (const sighting of sightings) {
    const known = byPlace.get(sighting.at);
    const tells = known === undefined || (known.sub === undefined && sighting.sub !== undefined);
    if (tells || sighting.response === true)
      byPlace.set(sighting.at, { ...known, ...sighting, ...(known?.sub === undefined ? {} : { sub: known.sub }) });
  }
  const inOrder = [...byPlace.values()].sort((a, b) => a.at - b.at);
  const byCode = Map.groupBy(inOrder, ({ code, sub }) => `${code}.${sub ?? ''}`);
  return [...byCode.values()].flatMap((found) => summedUp(found, text));
}

/** Where status lines or lines of a log have the code, its page and its error message do not count again. */
function summedUp(found: readonly Sighting[], text: string): readonly Finding[] {
  const [first] = found;
  if (first === undefined) return [];
  const { response: _, ...rest } = first;
  const responses = found.filter(({ response }) => response === true).length;
  return [{ ...rest, proof: lineAround(text, first.at), times: responses > 0 ? responses : found.length }];
}

/** Codes that a shape proves, outside the lines of known logs and outside addresses: "?status=500" is somebody's filter. */
function elsewhere(text: string, lines: readonly LogLine[]): readonly Sighting[] {
  const others = new Set(findOtherCodes(inPlaceLower(text)).map(({ at }) => at));
  const claimed = claims(lines);
  return [...selfNamed(text), ...shaped(text)].filter(
    ({ code, at }) =>
      plausible(code) && !others.has(at) && !claimed(at) && !inQuery.test(text.slice(Math.max(0, at - BEFORE), at)),
  );
}

const inQuery = /[?&][\w.[\]-]{1,40}=$/;
/** The longest parameter that is looked for in front of a number. */
const BEFORE = 43;

/** Whether an offset lies in one of the lines, which come in order. */
function claims(lines: readonly LogLine[]): (at: number) => boolean {
  return (at) => {
    let low = 0;
    let high = lines.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const line = lines[middle];
      if (line === undefined || at < line.from) high = middle - 1;
      else if (at >= line.to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** The first number that a text gives out as a status code and that none can be: "status code 631". */
export function findImpossible(text: string): number | null {
  for (const { code } of shaped(text)) if (!plausible(code)) return code;
  return null;
}

/** Signs that a text was copied from a terminal, a log or a tool. */
const signs: readonly RegExp[] = [
  /\bHTTP\/[123](?:\.[01])?"?\s+\d{3}\b/,
  /"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,2000} HTTP\//,
  /^[^\S\n\r\u2028\u2029]*at [\w.$<> ]{1,200}\(/m,
  /^(?:Traceback \(most recent call last\)|Caused by: |#Fields: )/m,
  /^[^\S\n\r\u2028\u2029]*[<>*] ?(?:HTTP\/|[A-Za-z-]{2,40}: |[A-Z]{3,7} \/)/m,
  /\b\w*(?:Exception|Error)(?:\$\w{1,60})?(?::|\(| \[)/,
  /\b\d{4}[-/]\d\d[-/]\d\d(?:T| |\t|, | - )\d\d:\d\d:\d\d/,
  /\[[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d\d:\d\d:\d\d/,
  /^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d /m,
  /^(?:Error from server(?: \(\w{1,40}\))?: |Error response from daemon: |error An unexpected error occurred: )/m,
  /\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}[: ]/,
  /(?:^|\n)[^\S\n]*(?:npm (?:ERR!|error)|fatal: |remote: |ERROR: |WARN(?:ING)?[: ]|\[ERROR\]|\[INFO\]|error: |E: )/,
  /\b(?:requested URL returned error|(?:with|unexpected|returned|got|received|responded with)(?: \w+){0,3} (?:status|response)[ -]?code:? \d{3}|statuscode: ?\d{3})/i,
  /\b[A-Za-z_.-]{1,40}=\S{1,200} [A-Za-z_.-]{1,40}=\S{1,200}/,
  /\bCompleted \d{3}\b/,
  /\b(?:failed to solve: |unexpected status (?:code )?from \w)/,
  /\brpc error: code = \w/,
  /\bAn error occurred \(\w{1,60}\) when calling the \w{1,60} operation/,
  /\bdial (?:tcp|udp)[:\d ]|\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN) \S/,
];
/** Signs that also turn up in questions which quote a line of code. */
const weakSigns: readonly RegExp[] = [
  /\n/,
  /^\s*[[{]\s*"/,
  /["'][\w.-]{1,60}["']\s*:\s*/,
  /<(?:!doctype|html|head|title|h1|center)\b/i,
  /^error code: \d{3,4}\s*$/,
  /\bstatus_?code["']?\s*[:=]/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) (?:https?:\/\/|\/)\S/,
];

/** Whether a text looks copied rather than written to somebody; a question that quotes a snippet does not. */
export function looksPasted(text: string, isQuestion: (text: string) => boolean): boolean {
  if (signs.some((sign) => sign.test(text)) || readLogLines(text).length > 0) return true;
  return weakSigns.some((sign) => sign.test(text)) && !isQuestion(text);
}
