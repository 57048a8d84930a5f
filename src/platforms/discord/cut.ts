// Shortening text that grows when it is drawn: what counts is its length with the escapes in it.

/** A space, or a word; a very long word in parts, so that text without spaces can be cut too. Counts code points. */
const PIECES = /\s+|\S{1,40}/gu;
const SPACE = /\s+/g;

/**
 * The text as `draw` writes it, piece by piece, at most `room` characters long (UTF-16 units, the stricter way to count).
 * What does not fit is cut at a word and ends in an ellipsis.
 */
export function cut(text: string, room: number, draw: (piece: string) => string): string {
  const whole = draw(text);
  if (whole.length <= room) return whole;
  let kept = '';
  for (const piece of text.match(PIECES) ?? []) {
    const next = draw(piece);
    if (kept.length + next.length >= room) break;
    kept += next;
  }
  return room > 0 ? `${kept.trimEnd()}…` : '';
}

/** Everything on one line, without space around it. */
export function oneLine(text: string): string {
  return text.replace(SPACE, ' ').trim();
}
