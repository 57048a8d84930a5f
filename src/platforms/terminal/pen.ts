// The only hand that writes text into a card: it cleans what it is given, then adds colour where colour is wanted.
import { styleText } from 'node:util';
import { clean } from './clean.ts';

export type Style = Parameters<typeof styleText>[0];

export interface Pen {
  /** Without a style: the text as it is. */
  write(text: string, style?: Style): string;
  /** A link to click (OSC 8). Terminals that do not know it show its text alone, as a pen without colour does. */
  link(text: string, href: string): string;
}

/** @param colour whether escape sequences may be written at all. */
export function createPen(colour: boolean): Pen {
  function write(text: string, style?: Style): string {
    const cleaned = clean(text);
    // The stream is not asked: `colour` has decided, and NO_COLOR with it.
    return colour && style && cleaned !== '' ? styleText(style, cleaned, { validateStream: false }) : cleaned;
  }
  return {
    write,
    link: (text, href) => {
      const shown = write(text, 'underline');
      // Parsing leaves nothing in an address that could end the sequence early.
      const address = colour ? URL.parse(href) : null;
      return address === null ? shown : `\u001b]8;;${address.href}\u0007${shown}\u001b]8;;\u0007`;
    },
  };
}
