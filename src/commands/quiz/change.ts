// A change of what a channel has set: decided in view of what is set at that moment, and made known.
import type { Answer, Block, Choice } from '../../answer/answer.ts';
import { nextPosting } from '../../quiz/calendar.ts';
import type { Schedule } from '../../store/records.ts';
import type { Change } from '../../store/store.ts';
import { makeKnown as makeKnownThere } from '../known.ts';
import type { PlacedVisit } from '../visit.ts';
import { note } from './note.ts';
import { describe, sayNotSet, setUp } from './settings.ts';

/** What a person decides about a schedule; the rest follows from it. */
export type Settings = Omit<Schedule, 'place' | 'nextRunAt' | 'setBy' | 'disabledReason' | 'noticeFor'>;

/** What somebody wants. */
export interface Wish {
  readonly settings: Settings;
  readonly title: string;
  /** A piece of a sentence about who did it: "switched the quiz off". */
  readonly what: string;
  /** Unless given: to change it further, and to see what comes. */
  readonly choices?: readonly Choice[];
}

/** What somebody wants, or what they are told instead. */
export type Decision = Wish | Answer;

/**
 * Changes settings and makes that known: the reply shows them with the next times; on Slack, where anybody may have changed
 * them and nobody else sees the reply, the channel is told who did.
 * @param decide pure: where somebody else changes other things at the same moment, it is asked again
 */
export async function change(visit: PlacedVisit, decide: (current: Schedule | null) => Decision): Promise<Answer> {
  const { store, now, place } = visit;
  const decided = await store.schedules.change(place, (before) => {
    const wish = decide(before);
    if (!('settings' in wish)) return { change: null, instead: wish };
    return { change: changeTo(wish.settings, before, visit), wish };
  });
  if (decided.change === null) return decided.instead;
  // Slack does not tell that an app is back: who sets up a quiz proves it.
  await store.upkeep.readmit(place.platform, place.team);
  const { wish } = decided;
  const { schedule } = decided.change;
  const blocks = await describe(store, schedule, now);
  const said = note({
    title: wish.title,
    blocks: [...blocks, ...(await makeKnown(visit, wish.what, blocks))],
    choices: wish.choices ?? [setUp(schedule), { label: 'Coming questions', line: 'quiz preview' }],
  });
  return place.platform === 'discord' ? { ...said, audience: 'channel' } : said;
}

function changeTo(settings: Settings, before: Schedule | null, { by, place, now }: PlacedVisit): Change {
  const decided = { ...settings, place, setBy: by.user, disabledReason: null, noticeFor: null, nextRunAt: null };
  const nextRunAt = settings.enabled ? nextRunOf(decided, now, before) : null;
  return { schedule: { ...decided, nextRunAt }, replanned: nextSlotOf(before, now) };
}

/** A change of what is set already. */
export function changeSet(visit: PlacedVisit, decide: (current: Schedule) => Decision): Promise<Answer> {
  return change(visit, (current) => (current === null ? sayNotSet() : decide(current)));
}

/**
 * When it is to be planned next. What is due this moment and not planned yet stays due: otherwise somebody who changes the
 * level at 09:30:01 would call off the question of 09:30.
 */
function nextRunOf(schedule: Schedule, now: number, before: Schedule | null): number | null {
  const due = before?.enabled === true && sameTimes(schedule, before) ? before.nextRunAt : null;
  return nextPosting(schedule, due !== null && due <= now ? due - 1 : now)?.at ?? null;
}

function sameTimes(one: Schedule, other: Schedule): boolean {
  return one.time === other.time && one.zone === other.zone && one.days.join() === other.days.join();
}

/** It may be written down already, half a minute before its time: at the old time, for the old day. */
function nextSlotOf(before: Schedule | null, now: number): string | null {
  return before === null ? null : (nextPosting(before, now)?.slot ?? null);
}

/** Tells the channel who changed something about its quiz. @returns what whoever did it should know about that */
export function makeKnown(visit: PlacedVisit, what: string, blocks: readonly Block[] = []): Promise<readonly Block[]> {
  const word = { kind: 'quiz', title: 'The daily quiz', invite: 'so that the questions can come' } as const;
  return makeKnownThere(visit, { ...word, what, blocks });
}
