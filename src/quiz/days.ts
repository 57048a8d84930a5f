// Reading sets of weekdays the way people type them.
import type { Read } from './reading.ts';
import { everyDay, type Weekday, weekdays, weekends } from './schedule.ts';

const sets: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...['daily', 'every day', 'everyday', 'all', 'all days', 'all week', 'each day'].map(
    (name) => [name, everyDay] as const,
  ),
  ...['weekday', 'weekdays', 'workdays', 'working days', 'work days', 'business days'].map(
    (name) => [name, weekdays] as const,
  ),
  ...['weekend', 'weekends'].map((name) => [name, weekends] as const),
]);

const names: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DASHES = /(?<!\s)\s*(?:[-–—]|\.\.|\b(?:to|through|until)\b)\s*/g;
const BETWEEN = /[\s,;/+&]+|\band\b/;
const PRECEDED = /^(?:on|every|each)\s+/;
const EXAMPLE = 'weekdays';

/** "weekdays", "daily", "weekends", "mon,wed,fri", "mon-thu", "Tuesday and Thursday" → days in order, each once. */
export function readDays(typed: string): Read<readonly Weekday[]> {
  const text = typed.trim().toLowerCase();
  const set = sets.get(text) ?? sets.get(text.replace(PRECEDED, ''));
  if (set !== undefined) return { value: set };
  const parts = text.replace(PRECEDED, '').replace(DASHES, '-').split(BETWEEN).filter(Boolean);
  if (parts.length === 0) return { problem: 'Which days should it be?', example: EXAMPLE };
  const days = new Set<Weekday>();
  for (const part of parts) {
    const read = sets.get(part) ?? range(part);
    if (read === null) return { problem: `I do not know the day “${part}”.`, example: 'mon,wed,fri' };
    for (const day of read) days.add(day);
  }
  return { value: [...days].sort() };
}

/** "mon" or "mon-thu"; "fri-mon" goes over the weekend. */
function range(part: string): readonly Weekday[] | null {
  const [first = '', last = first, ...rest] = part.split('-');
  const from = dayNamed(first);
  const to = dayNamed(last);
  if (from === null || to === null || rest.length > 0) return null;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, at) => asDay(from + at));
}

/** At least two letters: "mo", "thurs", "tuesdays". */
function dayNamed(word: string): Weekday | null {
  const start = word.endsWith('days') ? word.slice(0, -1) : word;
  const at = start.length < 2 ? -1 : names.findIndex((name) => name.startsWith(start));
  return at === -1 ? null : asDay(at + 1);
}

/** Counted from Monday = 1, round the week. */
function asDay(count: number): Weekday {
  const day = everyDay[(count - 1) % 7];
  if (day === undefined) throw new RangeError(`No weekday ${count}`);
  return day;
}
