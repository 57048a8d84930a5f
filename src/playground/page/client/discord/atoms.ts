// What is read as it stands, with nothing in it read again: escapes, code, addresses, mentions, moments.
import { type Ahead, matchAt } from './ahead.ts';
import type { MomentStyle, Piece, Read } from './piece.ts';

const ESCAPE = /\\([^0-9A-Za-z\s])/y;
const FENCE = /```(?:([a-z0-9_+\-.#]+)\n)?\n*(?=[^\n])/iy;
/** A block that holds nothing but what looks like its language. */
const FENCE_WITHOUT_LANGUAGE = /```\n*(?=[^\n])/y;
const FENCE_END = /(```)/g;
const TICKS = /`+/y;
/** Closes code that began with one backtick, with two. */
const CODE_ENDS = [/(?<!`)(`)(?!`)/g, /(?<!`)(``)(?!`)/g] as const;
const BARE_ADDRESS = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/y;
const BRACKETED_ADDRESS = /<(https?:\/\/[^\s<>]+)>/y;
const BROADCAST = /@(everyone|here)\b/y;
/** docs: reference, message formatting. Ids have 20 digits at most. */
const MENTION =
  /<(?:@!?(?<member>\d{1,20})|@&(?<role>\d{1,20})|#(?<channel>\d{1,20})|id:(?<guide>customize|browse|guide|linked-roles)|\/(?<command>[^:<>\n]{1,100}):\d{1,20}|a?:(?<emoji>\w{1,32}):\d{1,20}|t:(?<seconds>-?\d{1,17})(?::(?<style>[tTdDfFsSR]))?)>/y;
const NAMED = ['guide', 'command', 'emoji'] as const;
const IDENTIFIED = ['member', 'role', 'channel'] as const;
const STYLES: Readonly<Record<string, MomentStyle>> = {
  t: 't',
  T: 'T',
  d: 'd',
  D: 'D',
  f: 'f',
  F: 'F',
  s: 's',
  S: 'S',
  R: 'R',
};
/** Seconds either side of 1970 that a date can have; Discord shows the mention itself beyond. */
const LAST_SECOND = 8.64e12;

/** A code block that begins here. One line break below belongs to it. */
export function readFence({ source, next }: Ahead, at: number): Read | null {
  if (!source.startsWith('```', at)) return null;
  for (const opening of [FENCE, FENCE_WITHOUT_LANGUAGE]) {
    const open = matchAt(opening, source, at);
    const start = at + (open?.[0].length ?? 0);
    const close = open === null ? null : next(FENCE_END, start + 1);
    if (open === null || close === null) continue;
    const piece: Piece = { kind: 'fence', language: open[1] ?? null, source: source.slice(start, close.at) };
    return { piece: withoutBreaksBelow(piece), end: source[close.end] === '\n' ? close.end + 1 : close.end };
  }
  return null;
}

/** What begins here and is no block, no mark and no masked link; null for plain text. */
export function readAtom(ahead: Ahead, at: number): Read | null {
  const { source } = ahead;
  switch (source[at]) {
    case '\\': {
      const [whole, text = ''] = matchAt(ESCAPE, source, at) ?? [];
      return whole === undefined ? null : { piece: { kind: 'text', text }, end: at + whole.length };
    }
    case '`':
      return readFence(ahead, at) ?? readCode(ahead, at);
    case 'h':
      return readAddress(source, at);
    case '<':
      return readBracketed(source, at) ?? readMention(source, at);
    case '@': {
      const [whole, name = ''] = matchAt(BROADCAST, source, at) ?? [];
      return whole === undefined ? null : { piece: { kind: 'broadcast', name }, end: at + whole.length };
    }
    default:
      return null;
  }
}

/** More backticks than close it belong to the code. */
function readCode({ source, next }: Ahead, at: number): Read | null {
  const ticks = matchAt(TICKS, source, at)?.[0].length ?? 0;
  for (const size of ticks === 1 ? [1] : [2, 1]) {
    const start = at + size;
    const close = next(CODE_ENDS[size - 1] ?? FENCE_END, start + 1);
    if (close !== null) return { piece: { kind: 'code', source: source.slice(start, close.at) }, end: close.end };
  }
  return null;
}

function readAddress(source: string, at: number): Read | null {
  const found = matchAt(BARE_ADDRESS, source, at)?.[0];
  if (found === undefined) return null;
  const href = withoutStrayBrackets(found);
  return { piece: { kind: 'link', href, of: [{ kind: 'text', text: href }] }, end: at + href.length };
}

function readBracketed(source: string, at: number): Read | null {
  const [whole, href = ''] = matchAt(BRACKETED_ADDRESS, source, at) ?? [];
  if (whole === undefined) return null;
  return { piece: { kind: 'link', href, of: [{ kind: 'text', text: href }] }, end: at + whole.length };
}

function readMention(source: string, at: number): Read | null {
  const found = matchAt(MENTION, source, at);
  if (found?.groups === undefined) return null;
  const piece = mentioned(found.groups);
  return piece && { piece, end: at + found[0].length };
}

function mentioned(groups: Readonly<Record<string, string | undefined>>): Piece | null {
  for (const kind of IDENTIFIED) {
    const id = groups[kind];
    if (id !== undefined) return { kind, id };
  }
  for (const kind of NAMED) {
    const name = groups[kind];
    if (name !== undefined) return { kind, name };
  }
  const seconds = Number(groups['seconds']);
  if (Math.abs(seconds) > LAST_SECOND) return null;
  return { kind: 'moment', seconds, style: STYLES[groups['style'] ?? 'f'] ?? 'f' };
}

/** "(see https://a.example/b)": a bracket that the address did not open is not part of it. */
function withoutStrayBrackets(address: string): string {
  let stray = 0;
  for (const character of address) stray += character === ')' ? 1 : character === '(' ? -1 : 0;
  let end = address.length;
  for (; stray > 0 && address[end - 1] === ')'; stray--) end--;
  return address.slice(0, end);
}

function withoutBreaksBelow(piece: Extract<Piece, { kind: 'fence' }>): Piece {
  let end = piece.source.length;
  while (piece.source[end - 1] === '\n') end--;
  return { ...piece, source: piece.source.slice(0, end) };
}
