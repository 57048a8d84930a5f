// What all checks of a message or a window share: each says what is wrong, and where, in Slack's words.
import { asList, asPayload } from './message.ts';

/** Hears of a problem and where it is, as a JSON pointer. */
export type Say = (pointer: string, problem: string) => void;

export function checkLength(value: unknown, most: number, at: string, say: Say): void {
  if (typeof value !== 'string') say(at, 'must be a string');
  else if (value.length === 0) say(at, 'must be more than 0 characters');
  else if (value.length > most) say(at, `must be less than ${most + 1} characters`);
}

export function checkTextObject(value: unknown, kinds: readonly string[], most: number, at: string, say: Say): void {
  const { type, text } = asPayload(value);
  if (!kinds.includes(String(type))) say(`${at}/type`, `must be one of: ${kinds.join(', ')}`);
  checkLength(text, most, `${at}/text`, say);
}

/** Checks how many there are, and gives them back. */
export function checkCount(list: unknown, most: number, at: string, say: Say): readonly unknown[] {
  const items = asList(list);
  if (items.length === 0) say(at, 'no fewer than 1 items allowed');
  if (items.length > most) say(at, `no more than ${most} items allowed`);
  return items;
}

/** Whether any value comes twice. */
export function hasDoubles(values: readonly unknown[]): boolean {
  return new Set(values).size !== values.length;
}
