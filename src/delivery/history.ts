// What a place was asked and what it answered, as the quiz room wants to count it.
import type { Asked } from '../quiz/asked.ts';
import { addDays } from '../quiz/calendar.ts';
import type { Tally } from '../quiz/insights.ts';
import type { Given, Quiz } from '../quiz/scoring.ts';
import type { DateRange, Delivery, Place } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** Days for which answers keep their person; then they go on as numbers, which cannot be counted by person any more. */
export const KEPT_DAYS = 400;

export interface History {
  /** Oldest first. */
  readonly quizzes: readonly Quiz[];
  readonly answers: readonly Given[];
  readonly tallies: readonly Tally[];
  /** People who do not want to be named. */
  readonly hidden: ReadonlySet<string>;
}

/** All that is kept up to a local date. */
export function keptUntil(to: string): DateRange {
  return { from: addDays(to, -KEPT_DAYS), to };
}

export async function historyOf(store: Store, place: Place, range: DateRange): Promise<History> {
  const rows = await store.deliveries.list(place, range, ['quiz']);
  const answers = await store.answers.list(place, range);
  const tallies = await store.answers.tallies(place, range);
  const answered = new Set(tallies.map(({ delivery }) => delivery));
  return {
    quizzes: rows.map((row) => quizOf(row, answered.has(row.id))),
    answers: answers.map(({ delivery, user, choice, at }) => ({ quiz: delivery, user, choice, at })),
    tallies: tallies.map(({ delivery, choice, count }) => ({ quiz: delivery, choice, count })),
    hidden: new Set(answers.filter(({ hidden }) => hidden).map(({ user }) => user)),
  };
}

function quizOf(row: Delivery, answered: boolean): Quiz {
  return {
    id: row.id,
    slot: row.date,
    at: row.postedAt ?? row.notBefore,
    scheduled: isScheduled(row),
    state: stateOf(row, answered),
    asked: askedOf(row),
  };
}

function stateOf({ voidedAt, status, closedAt }: Delivery, answered: boolean): Quiz['state'] {
  if (voidedAt !== null) return 'voided';
  if (status === 'skipped' || status === 'dead') return 'skipped';
  // Nothing proves that anybody saw it, so nobody missed it.
  if (status === 'unknown' && closedAt !== null && !answered) return 'skipped';
  return closedAt === null ? 'open' : 'closed';
}

/** A quiz that somebody asked for has its own id for a slot. */
export function isScheduled({ date, slot }: Pick<Delivery, 'date' | 'slot'>): boolean {
  return slot === date;
}

/** The question of a quiz, as it was written down before it was posted. */
export function askedOf({ content }: Pick<Delivery, 'content'>): Asked | null {
  return content === null ? null : (content.payload as Asked);
}
