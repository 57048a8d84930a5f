// What becomes of a post that failed.
import type { PostFailure } from '../port.ts';
import { localDate } from '../quiz/calendar.ts';
import type { Delivery } from '../store/records.ts';
import type { Desk } from './composed.ts';

/** Failed dates after which a channel that somebody could mend is given up. */
const STRIKES = 3;
/** The first wait after a post that never left, at most; it doubles with every attempt. In milliseconds. */
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 5 * 60_000;
/** Where a platform is busy and does not say for how long. */
const UNTOLD_WAIT = 5_000;
/** So that not all come back at once. */
const BUSY_JITTER = 1_000;
/** How long after its first attempt a post may be sent again because the platform knows its key: Discord remembers a nonce
 * for "a few minutes" (docs: resources/message), Slack nothing. In milliseconds. */
const KNOWN_FOR = { discord: 120_000, slack: 0 } as const;
/** When to send such a one again. */
const LOOK_AGAIN = 5_000;

export interface Judge extends Desk {
  readonly owner: string;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Whether sending it again cannot make a second post. */
export function canRepeat({ place, firstTriedAt }: Delivery, now: number): boolean {
  return firstTriedAt !== null && now - firstTriedAt < KNOWN_FOR[place.platform];
}

/** Of whatever was thrown, for the log and the row. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

export function isPostFailure(thrown: unknown): thrown is PostFailure {
  return thrown instanceof Error && thrown.name === 'PostFailure' && 'failure' in thrown;
}

/**
 * Writes down what is known after a failure.
 * @param again whether an earlier attempt may have posted it: then nothing but success is sure
 */
export async function judge(room: Judge, row: Delivery, failure: PostFailure, again: boolean): Promise<void> {
  const { store, owner, now, log } = room;
  const { id, place, kind } = row;
  const about = { delivery: id, kind, ...place, failure: failure.failure, reason: failure.message };
  const wait = waitAfter(room, row, failure);
  const { deliveries } = store;
  switch (failure.failure) {
    case 'busy':
    case 'unsent':
      log.info(about, 'delivery: not posted yet');
      if (again) await doubt(room, row, failure.message, wait);
      else await deliveries.retryAt(id, owner, now() + wait, failure.message);
      return;
    case 'unknown':
      log.warn(about, 'delivery: it may have been posted');
      return doubt(room, row, failure.message, LOOK_AGAIN * (1 + room.random()));
    case 'refused':
      log.error(about, 'delivery: refused for good');
      if (again) await deliveries.markUnknown(id, owner, failure.message, null);
      else await deliveries.kill(id, owner, failure.message);
      return;
    case 'gone':
      log.warn(about, 'delivery: the channel is gone, its schedule is off');
      if (again) await deliveries.markUnknown(id, owner, failure.message, null);
      else await deliveries.kill(id, owner, failure.message);
      return giveUp(room, row, 'gone');
    case 'repairable':
      log.warn(about, 'delivery: somebody there has to let Teapot post');
      if (again) await deliveries.markUnknown(id, owner, failure.message, null);
      else await deliveries.skip(id, owner, failure.message);
      return strike(room, row);
    default:
      failure.failure satisfies never;
  }
}

/** It may stand there: it is sent again while the platform can tell that it is the same, and then left to the first click. */
export async function doubt({ store, owner, now }: Judge, row: Delivery, reason: string, wait: number): Promise<void> {
  const at = now() + wait;
  await store.deliveries.markUnknown(row.id, owner, reason, canRepeat(row, at) ? at : null);
}

function waitAfter(
  { random }: Judge,
  { attempts }: Delivery,
  { failure, retryAfter = UNTOLD_WAIT }: PostFailure,
): number {
  if (failure === 'busy') return retryAfter + Math.floor(random() * BUSY_JITTER);
  // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter
  return 1_000 + Math.floor(random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1)));
}

async function strike(room: Judge, row: Delivery): Promise<void> {
  const { schedules } = room.store;
  const schedule = await schedules.get(row.place);
  const strikes = await schedules.recordFailure(row.place, localDate(room.now(), schedule?.zone ?? 'UTC'));
  if (strikes >= STRIKES) await giveUp(room, row, 'repairable');
}

/** Whoever set the schedule is told at their next command. @param reason a `FailureKind`, for the words to be found by */
async function giveUp({ store }: Judge, { place }: Delivery, reason: 'gone' | 'repairable'): Promise<void> {
  const schedule = await store.schedules.get(place);
  if (schedule?.enabled) await store.schedules.disable(place, reason, schedule.setBy);
}
