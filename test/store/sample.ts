// Records to start a test from.
import { newId } from '../../src/store/id.ts';
import type { Card, NewDelivery, Place, Schedule } from '../../src/store/records.ts';

/** 2026-11-25 09:30 in Berlin. */
export const MORNING = Date.UTC(2026, 10, 25, 8, 30);
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
  const date = changes.date ?? '2026-11-25';
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
