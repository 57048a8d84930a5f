// The words of a line and what is done to them: marks around words, links under words, and atoms.
import { type Ahead, lookAhead, matchAt } from './ahead.ts';
import { readAtom } from './atoms.ts';
import type { MarkKind, Piece, Read } from './piece.ts';

/** Marks within marks, no deeper: what somebody would still call a style. Deeper ones are shown as they are typed. */
const DEEPEST = 12;

interface Mark {
  readonly kind: MarkKind;
  readonly opening: RegExp;
  /** Characters of the mark. */
  readonly size: number;
  readonly closing: RegExp;
}

/** In Discord's order: the first that matches at a place wins. A single star or underscore passes over pairs. */
const MARKS: readonly Mark[] = [
  { kind: 'strong', opening: /\*\*/y, size: 2, closing: /\\[\s\S]|(\*\*(?!\*))/g },
  { kind: 'underline', opening: /__/y, size: 2, closing: /\\[\s\S]|(__(?!_))/g },
  {
    kind: 'emphasis',
    opening: /\*(?:\*\*){0,2}(?=[^\s*])/y,
    size: 1,
    closing: /\\[\s\S]|((?<!\*)(?:\*\*)+\*(?!\*)|(?<![\s*])\*(?!\*))/g,
  },
  { kind: 'emphasis', opening: /_(?:__){0,2}(?=[^_])/y, size: 1, closing: /\\[\s\S]|((?<!_)(?:__)*_(?!\w))/g },
  { kind: 'strike', opening: /~~/y, size: 2, closing: /\\[\s\S]|(~~)/g },
  { kind: 'spoiler', opening: /\|\|/y, size: 2, closing: /\\[\s\S]|(\|\|)/g },
];
const SIGNS: ReadonlySet<string> = new Set('*_~|');
const PLAIN = /[^\\`h<@*_~|[\n]+/y;
const TARGET = /\(\s{0,9}<?(?=https?:\/\/[^\s<>()])/y;
const TARGET_END = /([\s<>])/g;
/** What may stand between an address and the bracket that closes the link: a title, too, which only a pointer would show. */
const TARGET_REST = /\s{0,9}>?(?:\s{1,9}"[^"\n]{0,200}")?\s{0,9}\)/y;
/** Under words that are an address, another one could hide: Discord makes no link of it. */
const ADDRESS = /(https?:\/\/)/g;
const WORD = /(\S)/g;
const UNESCAPE = /\\([^0-9A-Za-z\s])/g;

export interface Around {
  readonly depth: number;
  readonly inLink: boolean;
}

/**
 * Reads until the end, or until something else begins.
 * @param stops asked at every line and every backtick
 */
export function readWords(
  ahead: Ahead,
  from: number,
  stops: (at: number) => boolean,
  around: Around = { depth: 0, inLink: false },
): { readonly pieces: readonly Piece[]; readonly end: number } {
  const { source } = ahead;
  const pieces: Piece[] = [];
  let text = '';
  const finish = () => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
  };
  let at = from;
  while (at < source.length) {
    if ((source[at] === '`' || (at > from && source[at - 1] === '\n')) && stops(at)) break;
    const read = readAtom(ahead, at) ?? readLink(ahead, at, around) ?? readMark(ahead, at, around);
    if (read === null) {
      const end = plainUntil(source, at);
      text += source.slice(at, end);
      at = end;
    } else {
      if (read.piece.kind === 'text') text += read.piece.text;
      else {
        finish();
        pieces.push(read.piece);
      }
      at = read.end;
    }
  }
  finish();
  return { pieces, end: at };
}

/** A line break ends the stretch, so that the next line can be looked at. */
function plainUntil(source: string, at: number): number {
  return at + (matchAt(PLAIN, source, at)?.[0].length ?? 1);
}

function readMark({ source, next }: Ahead, at: number, around: Around): Read | null {
  if (around.depth >= DEEPEST || !SIGNS.has(source[at] ?? '')) return null;
  for (const { kind, opening, size, closing } of MARKS) {
    if (matchAt(opening, source, at) === null) continue;
    const start = at + size;
    const first = next(closing, start);
    // Between marks there is something.
    const close = first !== null && first.end - size <= start ? next(closing, start + 1) : first;
    if (close === null) continue;
    const of = readWithin(source.slice(start, close.end - size), around);
    return { piece: { kind, of }, end: close.end };
  }
  return null;
}

function readLink({ source, next, partner }: Ahead, at: number, around: Around): Read | null {
  if (source[at] !== '[' || around.inLink) return null;
  const labelEnd = partner(at);
  if (labelEnd === null) return null;
  const opening = matchAt(TARGET, source, labelEnd + 1);
  if (opening === null) return null;
  const start = labelEnd + 1 + opening[0].length;
  const close = partner(labelEnd + 1) ?? source.length;
  const end = Math.min(close, next(TARGET_END, start)?.at ?? source.length);
  const rest = matchAt(TARGET_REST, source, end);
  const isInLabel = (target: RegExp) => (next(target, at + 1)?.at ?? labelEnd) < labelEnd;
  if (rest === null || !isInLabel(WORD) || isInLabel(ADDRESS)) return null;
  const label = source.slice(at + 1, labelEnd);
  const href = source.slice(start, end).replace(UNESCAPE, '$1');
  return {
    piece: { kind: 'link', href, of: readWithin(label, { ...around, inLink: true }) },
    end: end + rest[0].length,
  };
}

function readWithin(source: string, { depth, inLink }: Around): readonly Piece[] {
  return readWords(lookAhead(source), 0, () => false, { depth: depth + 1, inLink }).pieces;
}
