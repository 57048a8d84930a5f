// Markdown as Discord's app reads it. Pure: text in, data out, in linear time. What begins first wins; where two things
// could begin, the order is that of the app's own parser. docs: reference, message formatting
import { type Ahead, lookAhead, matchAt } from './ahead.ts';
import { readFence } from './atoms.ts';
import { readWords } from './inline.ts';
import type { Piece, Read } from './piece.ts';

const HEADING = /[ \t]*(#{1,3})[ \t]+([^\s#][^\n]*)(?:\n|$)/y;
const SMALL = /[ \t]*-#[ \t]+(\S[^\n]*)(?:\n|$)/y;
const QUOTE_TO_THE_END = /[ \t]*>>>[ \t]/y;
const QUOTE_LINE = /[ \t]*>[ \t]([^\n]*)(?:\n|$)/y;
const ITEM = /([ \t]*)([-*]|\d{1,9}\.)[ \t]+(?=\S)/y;
const INDENTED = /[ \t]+(?=\S)/y;
const LINE = /[^\n]*(?:\n|$)/y;
const BREAKS = /\n*/y;

/** Lists within lists, no deeper: the rest is shown as it is typed. Ours: more do not fit beside each other. */
const DEEPEST = 10;

interface Place {
  readonly depth: number;
  /** Discord has no quote within a quote. */
  readonly quoted: boolean;
}

export function readMarkdown(source: string): readonly Piece[] {
  return readBlocks(source, { depth: 0, quoted: false });
}

function readBlocks(source: string, place: Place): readonly Piece[] {
  const ahead = lookAhead(source);
  const pieces: Piece[] = [];
  for (let at = 0; at < source.length; ) {
    const block = readBlock(ahead, at, place);
    if (block !== null) {
      pieces.push(block.piece);
      at = block.end;
      continue;
    }
    const { pieces: words, end } = readWords(ahead, at, (here) => beginsBlock(ahead, here, place));
    pieces.push({ kind: 'paragraph', of: end < source.length ? withoutLastBreak(words) : words });
    at = end;
  }
  return pieces;
}

function isLineStart(source: string, at: number): boolean {
  return at === 0 || source[at - 1] === '\n';
}

/** Whether `readBlock` would read one here; without reading it, which for a list would be done again. */
function beginsBlock(ahead: Ahead, at: number, { depth, quoted }: Place): boolean {
  if (readFence(ahead, at) !== null) return true;
  const { source } = ahead;
  if (!isLineStart(source, at)) return false;
  return (
    matches(HEADING, source, at) ||
    matches(SMALL, source, at) ||
    (!quoted && (matches(QUOTE_TO_THE_END, source, at) || matches(QUOTE_LINE, source, at))) ||
    (depth < DEEPEST && matches(ITEM, source, at))
  );
}

function readBlock(ahead: Ahead, at: number, place: Place): Read | null {
  const fence = readFence(ahead, at);
  if (fence !== null) return fence;
  const { source } = ahead;
  if (!isLineStart(source, at)) return null;
  return (
    readLine(source, at) ??
    (place.quoted ? null : readQuote(source, at, place)) ??
    (place.depth < DEEPEST ? readList(source, at, place) : null)
  );
}

/** A heading, or small print. */
function readLine(source: string, at: number): Read | null {
  const heading = matchAt(HEADING, source, at);
  if (heading !== null) {
    const [whole, signs = '', words = ''] = heading;
    const level = signs.length === 1 ? 1 : signs.length === 2 ? 2 : 3;
    return { piece: { kind: 'heading', level, of: readLineWords(withoutSigns(words)) }, end: at + whole.length };
  }
  const [whole, words = ''] = matchAt(SMALL, source, at) ?? [];
  return whole === undefined
    ? null
    : { piece: { kind: 'small', of: readLineWords(words.trimEnd()) }, end: at + whole.length };
}

function readQuote(source: string, at: number, { depth }: Place): Read | null {
  const within = { depth, quoted: true };
  const toTheEnd = matchAt(QUOTE_TO_THE_END, source, at);
  if (toTheEnd !== null) {
    const quoted = source.slice(at + toTheEnd[0].length);
    return { piece: { kind: 'quote', of: readBlocks(quoted, within) }, end: source.length };
  }
  const lines: string[] = [];
  let end = at;
  while (end < source.length) {
    const line = matchAt(QUOTE_LINE, source, end);
    if (line === null) break;
    lines.push(line[1] ?? '');
    end += line[0].length;
  }
  return lines.length === 0 ? null : { piece: { kind: 'quote', of: readBlocks(lines.join('\n'), within) }, end };
}

/** Items of one kind. What is indented below an item belongs to it; an empty line ends the list. */
function readList(source: string, at: number, { depth, quoted }: Place): Read | null {
  const first = matchAt(ITEM, source, at);
  if (first === null) return null;
  const indent = first[1]?.length ?? 0;
  const start = numberOf(first[2]);
  const items: { readonly hang: number; readonly lines: string[] }[] = [];
  let end = at;
  while (end < source.length) {
    const item = matchAt(ITEM, source, end);
    const line = (matchAt(LINE, source, end)?.[0] ?? '').trimEnd();
    const own = item !== null && (item[1]?.length ?? 0) <= indent;
    const last = items.at(-1);
    if (own && (numberOf(item[2]) === null) === (start === null))
      items.push({ hang: indent + (item[2]?.length ?? 0) + 1, lines: [line.slice(item[0].length)] });
    else if (!own && last !== undefined && matches(INDENTED, source, end)) last.lines.push(undented(line, last.hang));
    else break;
    end += matchAt(LINE, source, end)?.[0].length ?? 0;
  }
  const within = { depth: depth + 1, quoted };
  const read = items.map(({ lines }) => readBlocks(lines.join('\n'), within));
  return { piece: { kind: 'list', start, items: read }, end: end + (matchAt(BREAKS, source, end)?.[0].length ?? 0) };
}

function numberOf(bullet = ''): number | null {
  return bullet.endsWith('.') ? Number.parseInt(bullet, 10) : null;
}

function undented(line: string, hang: number): string {
  return line.slice(Math.min(hang, line.length - line.trimStart().length));
}

function readLineWords(words: string): readonly Piece[] {
  return readWords(lookAhead(words), 0, () => false).pieces;
}

/** Signs that close a heading are not shown. */
function withoutSigns(words: string): string {
  const shown = words.trimEnd();
  let end = shown.length;
  while (shown[end - 1] === '#') end--;
  return shown.slice(0, end).trimEnd();
}

function matches(pattern: RegExp, source: string, at: number): boolean {
  return matchAt(pattern, source, at) !== null;
}

/** The break before a block is the end of a line, not an empty one. */
function withoutLastBreak(words: readonly Piece[]): readonly Piece[] {
  const last = words.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith('\n')) return words;
  const text = last.text.slice(0, -1);
  // A paragraph that is nothing but breaks is an empty line.
  if (text === '') return words.length === 1 ? words : words.slice(0, -1);
  return [...words.slice(0, -1), { kind: 'text', text }];
}
