// The calendar again, slow and obvious: wall clocks asked of Intl, no Temporal.
import type { Times } from '../../src/quiz/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Expected {
  readonly at: number;
  readonly slot: string;
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, moment: number): number {
  const whole = Math.floor(moment / 1000) * 1000;
  const shown: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(whole)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/** Every change of a zone's clocks between two moments: asked for once a day, then narrowed down to the second. */
function changesOf(clock: Intl.DateTimeFormat, from: number, to: number) {
  const changes = [{ at: Number.NEGATIVE_INFINITY, offset: offsetAt(clock, from) }];
  for (let day = from; day < to; day += DAY) {
    const before = changes.at(-1)?.offset;
    const after = offsetAt(clock, day + DAY);
    if (before === after) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offsetAt(clock, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, offset: after });
  }
  return changes;
}

/** The wall clock of a zone over some days. */
export function slowClock(zone: string, from: number, to: number) {
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const changes = changesOf(clock, from - 3 * DAY, to + 3 * DAY);
  const offset = (moment: number) => changes.findLast(({ at }) => at <= moment)?.offset ?? 0;
  const wall = (moment: number) => moment + offset(moment);
  const dateOf = (moment: number) => new Date(wall(moment)).toISOString().slice(0, 10);

  /** The moments at which the wall shows a date and time, earliest first. */
  const moments = (face: number) =>
    [...new Set(changes.map((change) => face - change.offset))]
      .filter((moment) => wall(moment) === face)
      .sort((a, b) => a - b);

  /** Whether a date came at all: whether any quarter of an hour around it was on it. */
  const exists = (date: string) => {
    for (let moment = Date.parse(date) - DAY; moment < Date.parse(date) + 2 * DAY; moment += HOUR / 4)
      if (dateOf(moment) === date) return true;
    return false;
  };

  return {
    dateOf,
    /** When a date's local time is posted; null when the zone skipped the date. */
    posting(date: string, time: string): number | null {
      const face = Date.parse(`${date}T${time}:00Z`);
      const [first] = moments(face);
      if (first !== undefined) return first;
      if (!exists(date)) return null;
      // The clocks jumped over it: as much later as they jumped, so read with the clock from before the jump.
      const jump = changes.findLast((change, at) => {
        const before = changes[at - 1];
        return before !== undefined && change.at + before.offset <= face && face < change.at + change.offset;
      });
      const before = changes[changes.indexOf(jump ?? { at: 0, offset: 0 }) - 1];
      return before === undefined ? null : face - before.offset;
    },
  };
}

/** The first postings after a moment, date by date; `clock` has to know the days they fall on. */
export function slowPostings(
  clock: ReturnType<typeof slowClock>,
  { time, days, skips }: Omit<Times, 'zone'>,
  after: number,
  count: number,
): readonly Expected[] {
  const wanted: readonly number[] = days;
  const found: Expected[] = [];
  for (let day = Date.parse(clock.dateOf(after)) - DAY; found.length < count; day += DAY) {
    const slot = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay() || 7;
    if (!wanted.includes(weekday) || skips.some(({ from, to }) => from <= slot && slot <= to)) continue;
    const at = clock.posting(slot, time);
    if (at !== null && at > after) found.push({ at, slot });
  }
  return found;
}
