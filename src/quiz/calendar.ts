// When something is posted: local times, weekdays and zones turned into moments, across every change of the clocks.
//
// A day whose local time does not exist (the clocks jump over it) is posted at Temporal's `compatible` time, as much later
// as the clocks jumped, even when that is after midnight; one whose local time comes twice is posted at the first. The slot
// is the local date that was meant, so a day is never posted twice and never left out. Only a date that a zone skipped as a
// whole (Pacific/Apia, 2011-12-30) has no slot.
import { Temporal } from 'temporal-polyfill';
import { everyDay, type Reveal, type Skip, type Times } from './schedule.ts';

const MINUTE = 60_000;
/** How far ahead a posting is looked for; a longer pause counts as none planned. */
const HORIZON_DAYS = 800;
/** How late a post may come and still count as on time: delivery spreads a busy minute over up to five. */
const ON_TIME = 10 * MINUTE;
/** How late a missed post is still worth sending. */
const GRACE = 3 * 60 * MINUTE;
/** Local hour from which nothing missed is sent any more that day. */
const EVENING = 20;
/** How long a question that came late stays open at least, unless it was meant to be open for less. */
const SHORTEST_OPEN = 30 * MINUTE;
const DIGEST = { time: '16:00', days: [5], skips: [] } as const;

/** A moment to post at, in epoch milliseconds, and the local date it is for. */
export interface Posting {
  readonly at: number;
  readonly slot: string;
}

/** What became of a posting whose time has come. `onTime` and `late` are sent now; `skipped` is only noted. */
export interface Settled extends Posting {
  readonly how: 'onTime' | 'late' | 'skipped';
}

/** Local dates, both ends included, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A calendar month in a zone. */
export interface Season extends Period {
  /** "2026-11" */
  readonly id: string;
  /** Its first moment and the first one after it, in epoch milliseconds. */
  readonly start: number;
  readonly end: number;
}

/** The first posting after a moment; null when none is planned within 800 days. @throws RangeError for an unknown zone or time */
export function nextPosting(times: Times, after: number): Posting | null {
  return nextPostings(times, after, 1)[0] ?? null;
}

/** The first `count` postings after a moment, earliest first; fewer when fewer are planned. @throws like `nextPosting` */
export function nextPostings(times: Times, after: number, count: number): readonly Posting[] {
  const found: Posting[] = [];
  for (const posting of postings(times, after)) {
    found.push(posting);
    if (found.length >= count) break;
  }
  return found;
}

function* postings({ time, days, zone, skips }: Times, after: number): Generator<Posting> {
  const wanted: ReadonlySet<number> = new Set(days);
  const clock = Temporal.PlainTime.from(time);
  const today = zoned(after, zone).toPlainDate();
  const end = today.add({ days: HORIZON_DAYS });
  // Yesterday's post can still be to come: 23:30 in Nuuk is 00:30 on the night the clocks go forward.
  let date = today.subtract({ days: 1 });
  while (Temporal.PlainDate.compare(date, end) <= 0) {
    const skip = skips.find(({ from, to }) => from <= date.toString() && date.toString() <= to);
    if (skip !== undefined) {
      date = afterSkip(skip, end);
      continue;
    }
    const at = wanted.has(date.dayOfWeek) ? moment(date, clock, zone) : null;
    if (at !== null && at > after) yield { at, slot: date.toString() };
    date = date.add({ days: 1 });
  }
}

/** The date after a skip, or after the end where the skip is longer than anybody looks. */
function afterSkip({ to }: Skip, end: Temporal.PlainDate): Temporal.PlainDate {
  return (to > end.toString() ? end : Temporal.PlainDate.from(to)).add({ days: 1 });
}

/** A local time on a date, or null on a date that the zone skipped as a whole. */
function moment(date: Temporal.PlainDate, clock: Temporal.PlainTime, zone: string): number | null {
  const at = date.toPlainDateTime(clock).toZonedDateTime(zone, { disambiguation: 'compatible' });
  const exists = at.toPlainDate().equals(date) || date.toZonedDateTime(zone).toPlainDate().equals(date);
  return exists ? at.epochMilliseconds : null;
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** The local date of a moment, as YYYY-MM-DD. */
export function localDate(at: number, zone: string): string {
  return zoned(at, zone).toPlainDate().toString();
}

/** A date so many days later (or earlier). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** What to do with a post that was due at a moment: send it, send it late, or let it go. */
export function lateness(due: number, now: number, zone: string): Settled['how'] {
  if (now - due <= ON_TIME) return 'onTime';
  const local = zoned(now, zone);
  const sameDay = local.toPlainDate().equals(zoned(due, zone).toPlainDate());
  return now - due <= GRACE && sameDay && local.hour < EVENING ? 'late' : 'skipped';
}

/**
 * What became of the posting that was due, and of all others up to now, and which one is next. At most one of them is
 * sent, the last: nobody gets two questions at once because the bot was away.
 */
export function settle(
  times: Times,
  due: Posting,
  now: number,
): { readonly settled: readonly Settled[]; readonly next: Posting | null } {
  if (due.at > now) return { settled: [], next: due };
  const passed = [due];
  for (const posting of postings(times, due.at)) {
    if (posting.at > now) break;
    if (posting.slot !== due.slot) passed.push(posting);
  }
  const settled = passed.map((posting, at): Settled => {
    const how = at === passed.length - 1 ? lateness(posting.at, now, times.zone) : 'skipped';
    return { ...posting, how };
  });
  return { settled, next: nextPosting(times, now) };
}

/**
 * When to reveal the answer of a question that was due and (perhaps later) posted. A fixed local time is the next one after
 * the question was due.
 */
export function revealAt(reveal: Reveal, zone: string, due: number, posted: number = due): number {
  if ('after' in reveal) return posted + reveal.after * MINUTE;
  return closesAt(due, nextPosting({ time: reveal.at, zone, days: everyDay, skips: [] }, due)?.at ?? due, posted);
}

/** When a question closes that was due at a moment, to be revealed at another, and (perhaps later) posted: it stays open for a while. */
export function closesAt(due: number, reveal: number, posted: number): number {
  return Math.max(reveal, posted + Math.min(reveal - due, SHORTEST_OPEN));
}

/** The next Friday digest after a moment: 16:00 local. */
export function nextDigest(zone: string, after: number): Posting | null {
  return nextPosting({ ...DIGEST, zone }, after);
}

/** The season a moment belongs to: its calendar month in the zone. */
export function seasonAt(at: number, zone: string): Season {
  const first = zoned(at, zone).toPlainDate().with({ day: 1 });
  const next = first.add({ months: 1 });
  return {
    id: first.toString().slice(0, 7),
    from: first.toString(),
    to: next.subtract({ days: 1 }).toString(),
    start: first.toZonedDateTime(zone).epochMilliseconds,
    end: next.toZonedDateTime(zone).epochMilliseconds,
  };
}

/** Monday to Sunday around a moment. */
export function weekAt(at: number, zone: string): Period {
  const date = zoned(at, zone).toPlainDate();
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}
