// Schedules whose time has come turn into rows of the outbox.
import type { Place } from '../port.ts';
import { nextDigest, nextPosting, revealAt, type Settled, seasonAt, settle } from '../quiz/calendar.ts';
import { seeded } from '../quiz/random.ts';
import { newId } from '../store/id.ts';
import type { NewDelivery, Schedule } from '../store/records.ts';
import type { Plan } from '../store/store.ts';
import type { Desk } from './composed.ts';
import { breathe } from './pauses.ts';
import type { OnStep } from './steps.ts';

/** Schedules in one transaction, one to two milliseconds each (measured): then others have their turn. */
const AT_ONCE = 6;
/**
 * Rows are written this long before they are due, so that a crowd is written down before its first post leaves: written
 * meanwhile, it held up requests, which then arrived in clumps that were too much. Whoever changes their mind in this half
 * minute calls off the row. In milliseconds.
 */
export const AHEAD = 30_000;
/** A crowd is spread over so many seconds that no more than this are due in each: what Discord takes. */
const DUE_PER_SECOND = 50;
/** Never spread over more: "at 09:30" stays true. In milliseconds. */
const LONGEST_SPREAD = 300_000;
/** What a place's own part of the spread counts in. */
const MOST_COUNTED = (LONGEST_SPREAD / 1000) * DUE_PER_SECOND;
/** The crowd is counted, once, a little earlier, so that every process sees the whole of it. In milliseconds. */
const SOON = AHEAD + 10_000;
/** The summary of a season comes in the morning after it: after the last answers, and at a decent hour. */
const SEASON_AFTER = 10 * 60 * 60_000;
/** Where a schedule cannot be read, such as a zone that this release of Node does not know: look again in a day. */
const DAY = 24 * 60 * 60_000;

export interface Materialise {
  /** Plans everything that is due, or will be in half a minute. @returns how many rows are new */
  pass(): Promise<number>;
  /** Computes all times to come again. @returns how many had to move */
  recompute(): Promise<number>;
}

/** Over how long so many posts due at the same time are spread, in milliseconds: whole seconds, so a few are not at all. */
export function spreadOf(due: number): number {
  return Math.min(LONGEST_SPREAD, Math.floor(due / DUE_PER_SECOND) * 1000);
}

/** A place's own part of a spread: the same every day. */
export function jitterOf({ platform, team, channel }: Place, spread: number): number {
  return Math.floor(seeded(`jitter ${platform} ${team} ${channel}`)() * spread);
}

/**
 * The rows of a schedule that is due: a quiz with its reveal for the posting that is still worth sending, a note for each
 * that is not, and the digest and the season summary that the quiz belongs to.
 * @param spread milliseconds over which the places due at this time are spread
 */
export function plan(schedule: Schedule, now: number, spread: number): Plan {
  const due = schedule.nextRunAt === null ? null : nextPosting(schedule, schedule.nextRunAt - 1);
  if (due === null) return { deliveries: [], nextRunAt: null };
  const { settled, next } = settle(schedule, due, now);
  return { deliveries: settled.flatMap((one) => rowsOf(schedule, one, now, spread)), nextRunAt: next?.at ?? null };
}

function rowsOf(schedule: Schedule, { at, slot, how }: Settled, now: number, spread: number): readonly NewDelivery[] {
  const { place, zone } = schedule;
  const jitter = jitterOf(place, spread);
  const quiz = { id: newId(now), place, kind: 'quiz', date: slot, slot, notBefore: at + jitter } as const;
  if (how === 'skipped') return [{ ...quiz, status: 'skipped' }];
  const reveal: NewDelivery = {
    id: newId(now),
    place,
    kind: 'reveal',
    date: slot,
    slot,
    notBefore: revealAt(schedule.reveal, zone, at, how === 'late' ? now : at) + jitter,
    parent: quiz.id,
  };
  const season = seasonAt(at, zone);
  const summary: NewDelivery = {
    id: newId(now),
    place,
    kind: 'season',
    date: season.to,
    slot: season.id,
    notBefore: season.end + SEASON_AFTER + jitter,
  };
  return [quiz, reveal, summary, ...digestOf(schedule, at, now, jitter)];
}

function digestOf({ place, zone, digest }: Schedule, at: number, now: number, jitter: number): readonly NewDelivery[] {
  const friday = digest ? nextDigest(zone, at) : null;
  if (friday === null) return [];
  const { slot } = friday;
  return [{ id: newId(now), place, kind: 'digest', date: slot, slot, notBefore: friday.at + jitter }];
}

export function createMaterialise(desk: Desk & { readonly onStep: OnStep }): Materialise {
  const { schedules } = desk.store;
  let crowd: { readonly at: number; readonly spread: Readonly<Record<Place['platform'], number>> } | null = null;

  async function count(at: number): Promise<void> {
    if (crowd?.at === at) return;
    const spread = async (platform: Place['platform']) =>
      spreadOf(await schedules.countDueAt(at, platform, MOST_COUNTED));
    crowd = { at, spread: { slack: await spread('slack'), discord: await spread('discord') } };
  }

  /** One schedule that cannot be planned must not hold up the others of its transaction. */
  function planOne(schedule: Schedule): Plan {
    const { place, nextRunAt } = schedule;
    try {
      return plan(
        schedule,
        Math.max(desk.now(), nextRunAt ?? 0),
        crowd?.at === nextRunAt ? crowd.spread[place.platform] : 0,
      );
    } catch (thrown) {
      desk.log.error({ ...place, reason: String(thrown) }, 'delivery: a schedule cannot be planned');
      return { deliveries: [], nextRunAt: desk.now() + DAY };
    }
  }

  return {
    pass: async () => {
      let planned = 0;
      for (;;) {
        const at = await schedules.earliestNextRun();
        if (at === null || at > desk.now() + SOON) return planned;
        await count(at);
        if (at > desk.now() + AHEAD) return planned;
        await desk.onStep('planning', null);
        const { inserted } = await schedules.materialise(desk.now() + AHEAD, AT_ONCE, planOne);
        planned += inserted.length;
        await breathe();
      }
    },
    recompute: () => {
      const now = desk.now();
      return schedules.recompute(now, (schedule) => {
        try {
          return nextPosting(schedule, now)?.at ?? null;
        } catch {
          return schedule.nextRunAt;
        }
      });
    },
  };
}
