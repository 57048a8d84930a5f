// Which way to draw: a card for a person at a screen, plain text for a pipe or a file.
import type { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import type { Answer } from '../../answer/answer.ts';
import { toPlain } from '../../answer/plain.ts';
import { clean } from './clean.ts';
import { type Look, toTerminal } from './render.ts';

/** Columns of a terminal since 1978 (VT100). */
const ORDINARY_WIDTH = 80;

/** Draws an answer the way that suits this output; a `width` given in `look` makes it a card in any case. */
export function draw(answer: Answer, output: Writable, look: Partial<Look> = {}): string {
  const screen = output instanceof WriteStream ? output : null;
  // Some terminals, such as those of `script`, do not know their width and say 0.
  const width = look.width ?? (screen === null ? undefined : screen.columns || ORDINARY_WIDTH);
  if (width === undefined) return clean(toPlain(answer));
  return toTerminal(answer, { ...look, width, colour: look.colour ?? screen?.hasColors() ?? false });
}
