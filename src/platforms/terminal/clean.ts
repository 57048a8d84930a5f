// Text that somebody else wrote, made safe for a terminal.
import { stripVTControlCharacters } from 'node:util';

const LINE_END = /\r\n?/g;
const TAB = /\t/g;
/** Controls but the line feed, and the marks that make text run backwards (Unicode's bidirectional overrides, isolates). */
const UNSEEN = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Takes out whatever could move the cursor, colour the screen, ring a bell or hide text; lines stay lines. */
export function clean(text: string): string {
  return stripVTControlCharacters(text.replace(LINE_END, '\n').replace(TAB, '  ')).replace(UNSEEN, '');
}
