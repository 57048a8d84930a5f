// Records to start a test from.
import { newId } from '../../src/store/id.ts';
import type { Card, NewDelivery, Person, Place, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';

/** 2026-11-25 09:30 in Berlin. */
export const MORNING = Date.UTC(2026, 10, 25, 8, 30);
/** Its local date. */
export const TODAY = '2026-11-25';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A channel of its own, so that tests can share a database. */
export function place(platform: Place['platform'] = 'slack', team = newId()): Place {
  return { platform, team, channel: newId() };
}

export function schedule(at: Place, changes: Partial<Schedule> = {}): Schedule {
  return {
    place: at,
    zone: 'Europe/Berlin',
    time: '09:30',
    days: [1, 2, 3, 4, 5],
    skips: [{ from: '2026-12-24', to: '2027-01-02', name: 'winter break' }],
    level: 'common',
    reveal: { after: 360 },
    digest: true,
    enabled: true,
    disabledReason: null,
    noticeFor: null,
    setBy: 'U1',
    nextRunAt: MORNING,
    ...changes,
  };
}

export function quiz(at: Place, changes: Partial<NewDelivery> = {}): NewDelivery & { readonly id: string } {
  const date = changes.date ?? TODAY;
  return { id: newId(), place: at, kind: 'quiz', date, slot: date, notBefore: MORNING, ...changes };
}

export function card(item: string, changes: Partial<Card> = {}): Card {
  return {
    item,
    state: { stability: 4.2, reps: 1 },
    due: MORNING + DAY,
    askedAt: MORNING,
    outcome: 'good',
    ...changes,
  };
}

/** Somebody whom no other test knows. */
export function person(platform: Person['platform'] = 'slack'): Person {
  return { platform, user: newId() };
}

/** A question in between. @param item null: not fixed yet @param early in milliseconds @returns its id */
export async function asked(
  { deliveries }: Store,
  at: Place = place(),
  item: string | null = 'meaning:404',
  early = 0,
): Promise<string> {
  const id = newId();
  const content = item === null ? {} : { content: { item, payload: {} } };
  await deliveries.insert(quiz(at, { id, slot: id, notBefore: MORNING - early, ...content }));
  return id;
}

/** An answer that counts; choice 1 is right. */
export async function answered(
  { answers }: Store,
  delivery: string,
  who: Person,
  choice: number,
  at = MORNING,
): Promise<void> {
  const { outcome } = await answers.record({ delivery, person: who, choice, correct: choice === 1, at });
  if (outcome !== 'counted') throw new Error(`the answer was ${outcome}`);
}
