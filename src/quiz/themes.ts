// What a week is about: groups of codes that belong together, in turn.
import { addDays, type Period } from './calendar.ts';

export interface Theme {
  readonly name: string;
  readonly codes: ReadonlySet<number>;
}

/** In the order of their weeks; after the last comes the first. */
export const themes: readonly Theme[] = [
  { name: 'Who may come in', codes: new Set([401, 403, 404, 407, 511]) },
  { name: 'Ways to say yes', codes: new Set([200, 201, 202, 204, 205, 206]) },
  { name: 'Moved, for now or for good', codes: new Set([301, 302, 303, 307, 308, 300]) },
  { name: 'What is wrong with the request', codes: new Set([400, 422, 415, 406, 411]) },
  { name: 'Trouble behind the proxy', codes: new Set([500, 502, 503, 504, 499, 520, 521, 522, 524]) },
  { name: 'Clashes and conditions', codes: new Set([409, 412, 428, 304, 423, 424]) },
  { name: 'Not here, not any more', codes: new Set([404, 410, 301, 451, 421]) },
  { name: 'Too much, too fast, too slow', codes: new Set([413, 414, 431, 429, 408, 504, 507]) },
  { name: 'Methods and protocols', codes: new Set([405, 501, 505, 426, 101, 100, 417]) },
];

const EPOCH_MONDAY = '1970-01-05';
const DAY = 24 * 60 * 60_000;

/** The theme of the week a date is in, the same in every channel. @param date YYYY-MM-DD */
export function themeOf(date: string): Theme {
  const weeks = Math.floor((Date.parse(date) - Date.parse(EPOCH_MONDAY)) / (7 * DAY));
  const theme = themes[((weeks % themes.length) + themes.length) % themes.length];
  if (theme === undefined) throw new RangeError(`No theme for ${date}`);
  return theme;
}

/** The theme of the week after this one. */
export function nextTheme({ from }: Period): Theme {
  return themeOf(addDays(from, 7));
}
