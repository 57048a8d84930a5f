// Cutting a line to the room there is for it.

/** A character more than this is dropped with the word it belongs to; a longer word is cut in the middle. */
const LONGEST_WORD = 20;

/**
 * A text of at most `limit` characters (UTF-16 code units, at least 2): cut at the end of a word where one is near, with
 * an ellipsis in place of what is gone. Half of a surrogate pair is never left behind.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > 0 && space > cut.length - LONGEST_WORD ? cut.slice(0, space) : cut;
  return `${kept.replace(endsHalfway, '').trimEnd()}…`;
}

const endsHalfway = /[\uD800-\uDBFF]$/;
