// How Discord says a moment: `<t:1771405200:R>`. docs: reference, timestamp styles
import type { MomentStyle } from './piece.ts';

/** The page speaks English; the zone is the reader's own. */
const LOCALE = 'en-US';

const STYLES: Readonly<Record<Exclude<MomentStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const SECOND: readonly [Intl.RelativeTimeFormatUnit, number] = ['second', 1];
/** Seconds of each unit, from the longest. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  SECOND,
];

export interface Clock {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name; the reader's own unless given. */
  readonly zone?: string | undefined;
}

/** @param seconds since 1970, within what a date can have */
export function sayMoment(seconds: number, style: MomentStyle, { now, zone }: Clock): string {
  if (style === 'R') return sayDistance(seconds - Math.round(now / 1000));
  return new Intl.DateTimeFormat(LOCALE, {
    ...STYLES[style],
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(seconds * 1000);
}

/** To the nearest unit; what rounds to a longer one is said in that. */
function sayDistance(seconds: number): string {
  const distance = Math.abs(seconds);
  const [unit, size] = UNITS.find(([, size], at) => distance >= size - (UNITS[at + 1]?.[1] ?? size) / 2) ?? SECOND;
  return new Intl.RelativeTimeFormat(LOCALE).format(Math.sign(seconds) * Math.round(distance / size), unit);
}
