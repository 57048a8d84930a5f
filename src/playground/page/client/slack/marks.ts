// Pairs of characters that style what stands between them: the same for mrkdwn and Markdown, once they are found.
import type { Leaf, Style } from './rich.ts';

/** A character or two that may begin or end a style. Where it does neither, it is what is `written`. */
export interface Mark {
  readonly mark: 'bold' | 'italic' | 'strike';
  readonly written: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

export type Token = Leaf | Mark;

const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;
const SPACE_BEFORE = /(?:^|\s)$/;
const SPACE_AFTER = /^(?:\s|$)/;

/** What a stretch of a text touches on either side; the ends of the text count as spaces. */
export function around(text: string, start: number, end: number) {
  // Two units, in case the character is made of two.
  const before = text.slice(Math.max(start - 2, 0), start);
  const after = text.slice(end, end + 2);
  return {
    wordBefore: WORD_BEFORE.test(before),
    wordAfter: WORD_AFTER.test(after),
    spaceBefore: SPACE_BEFORE.test(before),
    spaceAfter: SPACE_AFTER.test(after),
  };
}

export type Around = ReturnType<typeof around>;

/** What opens is closed by the next that can close it: the places of both, in the order of the first. */
function pairUp(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    if (!('mark' in token)) continue;
    const kind = `${token.mark} ${token.written}`;
    const start = open.get(kind);
    if (start !== undefined && token.closes && at > start + 1) {
      pairs.set(start, at);
      open.delete(kind);
    } else if (start === undefined && token.opens) open.set(kind, at);
  }
  return pairs;
}

function sameStyle(one: Style = {}, other: Style = {}): boolean {
  return (
    one.bold === other.bold && one.italic === other.italic && one.strike === other.strike && one.code === other.code
  );
}

/** Neighbours of one style as one piece. */
export function joined(leaves: readonly Leaf[]): readonly Leaf[] {
  const all: Leaf[] = [];
  let words: string[] = [];
  let style: Style | undefined;
  function finish(): void {
    const text = words.join('');
    if (text !== '') all.push({ type: 'text', text, ...(style && { style }) });
    words = [];
  }
  for (const leaf of leaves) {
    if (leaf.type === 'text' && sameStyle(leaf.style, style)) words.push(leaf.text);
    else {
      finish();
      style = leaf.style;
      if (leaf.type === 'text') words.push(leaf.text);
      else all.push(leaf);
    }
  }
  finish();
  return all;
}

/** The styled pieces of one line or paragraph. */
export function applyMarks(tokens: readonly Token[]): readonly Leaf[] {
  const pairs = pairUp(tokens);
  const ends = new Set(pairs.values());
  const styles = { bold: 0, italic: 0, strike: 0 };
  const leaves = tokens.flatMap((token, at): Leaf[] => {
    if ('mark' in token && pairs.has(at)) {
      styles[token.mark] += 1;
      return [];
    }
    if ('mark' in token && ends.has(at)) {
      styles[token.mark] -= 1;
      return [];
    }
    const leaf: Leaf = 'mark' in token ? { type: 'text', text: token.written } : token;
    const style: Style = {
      ...(styles.bold > 0 && { bold: true }),
      ...(styles.italic > 0 && { italic: true }),
      ...(styles.strike > 0 && { strike: true }),
      ...leaf.style,
    };
    return [Object.keys(style).length === 0 ? leaf : { ...leaf, style }];
  });
  return joined(leaves);
}
