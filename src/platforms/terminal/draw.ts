// Which way to draw: a card for a person at a screen, plain text for a pipe or a file.
import type { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import type { Answer } from '../../answer/answer.ts';
import { toPlain } from '../../answer/plain.ts';
import { clean } from './clean.ts';
import { type Look, toTerminal } from './render.ts';

/** Draws an answer the way that suits this output; a `width` given in `look` makes it a card in any case. */
export function draw(answer: Answer, output: Writable, look: Partial<Look> = {}): string {
  const screen = output instanceof WriteStream ? output : null;
  const width = look.width ?? screen?.columns;
  if (width === undefined) return clean(toPlain(answer));
  return toTerminal(answer, { ...look, width, colour: look.colour ?? screen?.hasColors() ?? false });
}
