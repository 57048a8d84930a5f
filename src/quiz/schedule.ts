// When a channel wants its quiz, as it is remembered, and how that is written for people and for lines.
import type { Level } from './item.ts';

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Dates without a quiz, both ends included, as YYYY-MM-DD in the schedule's zone. */
export interface Skip {
  readonly from: string;
  readonly to: string;
  /** What people call it: "winter break". */
  readonly name?: string;
}

/** When the answer is told: so many minutes after the post, or at the next such local time ("16:00"). */
export type Reveal = { readonly after: number } | { readonly at: string };

/** When to post. */
export interface Times {
  /** Local time, "HH:MM". */
  readonly time: string;
  /** In order, without repeats, at least one. */
  readonly days: readonly Weekday[];
  /** IANA time zone: "Europe/Berlin". */
  readonly zone: string;
  readonly skips: readonly Skip[];
}

/** What a channel has set. */
export interface Schedule extends Times {
  readonly level: Level;
  readonly reveal: Reveal;
}

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
export const weekends: readonly Weekday[] = [6, 7];

/** What holds where somebody says nothing else. */
export const defaults: { readonly days: readonly Weekday[]; readonly level: Level; readonly reveal: Reveal } = {
  days: weekdays,
  level: 'common',
  reveal: { after: 6 * 60 },
};

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "weekdays", "every day", "weekends" or "Mon, Wed, Fri". */
export function sayDays(days: readonly Weekday[]): string {
  const same = (set: readonly Weekday[]) => set.length === days.length && set.every((day) => days.includes(day));
  if (same(everyDay)) return 'every day';
  if (same(weekdays)) return 'weekdays';
  if (same(weekends)) return 'weekends';
  return days.map((day) => dayNames[day - 1]).join(', ');
}

/** As it is typed in a line: "6h", "90m", "16:00". */
export function writeReveal(reveal: Reveal): string {
  if ('at' in reveal) return reveal.at;
  return reveal.after % 60 === 0 ? `${reveal.after / 60}h` : `${reveal.after}m`;
}

/** As it is typed after `quiz schedule`; skips are set by themselves and stay out. */
export function writeSchedule({ time, zone, days, level, reveal }: Schedule): string {
  const spoken = sayDays(days).replaceAll(', ', ',').replace('every day', 'daily').toLowerCase();
  return `${time} ${zone} ${spoken} level ${level} reveal ${writeReveal(reveal)}`;
}

/** Whether a local date is one without a quiz. */
export function isSkipped({ skips }: Pick<Times, 'skips'>, date: string): boolean {
  return skips.some(({ from, to }) => from <= date && date <= to);
}

/** As it is typed after `quiz skip`: "2026-12-24..2027-01-02", "2026-12-24". */
export function writeSkip({ from, to }: Skip): string {
  return from === to ? from : `${from}..${to}`;
}
