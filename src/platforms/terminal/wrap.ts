// Lines that fit a screen, measured in columns: wide characters count twice and colours not at all.
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** The lines of a text, none wider than `width`. Only a word that is wider itself is broken. */
export function wrap(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n');
}

/** A text behind a mark ("• ", "Body  "), its further lines under its first. A mark over half the width gets its own line. */
export function hang(mark: string, text: string, width: number): readonly string[] {
  const column = stringWidth(mark);
  if (column > width / 2) return [...wrap(mark, width), ...hang('    ', text, Math.max(width, 9))];
  return wrap(text, width - column).map((line, at) => (at === 0 ? mark : ' '.repeat(column)) + line);
}
