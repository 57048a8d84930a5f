// Text that somebody else wrote, made safe for a terminal.

const LINE_END = /\r\n?/g;
const TAB = /\t/g;
/**
 * Sequences that a terminal obeys: of its system (titles, links), of the cursor and colours, and short ones (ECMA-48). Each
 * as long as any that there is: Node’s own stripVTControlCharacters looks from every beginning to the end of the text.
 */
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d]{0,2048}(?:\u0007|\u001b\\|\u009c)|(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]|\u001b[ -/]{0,4}[0-~]/g;
/** Controls but the line feed, and the marks that make text run backwards (Unicode's bidirectional overrides, isolates). */
const UNSEEN = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Takes out whatever could move the cursor, colour the screen, ring a bell or hide text; lines stay lines. */
export function clean(text: string): string {
  return text.replace(LINE_END, '\n').replace(TAB, '  ').replace(SEQUENCES, '').replace(UNSEEN, '');
}
