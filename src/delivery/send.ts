// One row of the outbox: composed, marked, posted, and written down again.
import type { Answer } from '../answer/answer.ts';
import type { Broadcaster, Posted, PostFailure } from '../port.ts';
import type { Delivery } from '../store/records.ts';
import { compose } from './compose.ts';
import type { Composed, Edit } from './composed.ts';
import { isPostFailure, type Judge, judge } from './failure.ts';
import { keyOf } from './key.ts';
import type { OnStep } from './steps.ts';

/** When composing failed for a reason of ours: try again, but not for ever. In milliseconds. */
const OUR_WAIT = 60_000;
const OUR_ATTEMPTS = 5;

export interface Sender extends Judge {
  readonly broadcaster: Broadcaster;
  readonly onStep: OnStep;
  /** Resolves when the request may leave. */
  readonly turn: () => Promise<void>;
  /** Something to change in a post, whenever there is time. */
  readonly later: (edit: Edit) => void;
  /** The platform asked for patience, in milliseconds. */
  readonly onBusy: (row: Delivery, wait: number) => void;
}

/**
 * Sends a claimed row.
 *
 * `prepare` is the mark that its request begins: a row without content was surely never sent, so whoever finds it after
 * a crash may send it; a row with content may have been posted. In the milliseconds between the mark and the arrival of
 * the request, a kill leaves a Slack post unsent for ever: without an idempotency key, at most once is all there is.
 * @param again whether it may stand there already
 * @returns whether it was posted
 */
export async function send(room: Sender, row: Delivery, again: boolean): Promise<boolean> {
  const progress = { begun: again };
  try {
    return await attempt(room, row, again, progress);
  } catch (thrown) {
    await apologise(room, row, progress.begun, thrown);
    return false;
  }
}

async function attempt(room: Sender, row: Delivery, again: boolean, progress: { begun: boolean }): Promise<boolean> {
  const { deliveries } = room.store;
  const composed = await compose(room, row, again);
  if (composed.act !== 'post') {
    await leave(room, row, again, composed);
    return false;
  }
  await room.turn();
  await room.onStep('sending', row.id);
  const content = await deliveries.prepare(row.id, room.owner, composed.content);
  // The lease ran out, and the row is somebody else's.
  if (content === null) return false;
  progress.begun = true;
  const answer = composed.draw(content.payload);
  await room.onStep('marked', row.id);
  const posted = await post(room, row, answer, composed.replyTo);
  if (posted.failure !== null) {
    if (posted.failure.failure === 'busy') room.onBusy(row, posted.failure.retryAfter ?? 0);
    await judge(room, row, posted.failure, again);
    return false;
  }
  await room.onStep('sent', row.id);
  const { message } = posted;
  // Where the lease ran out meanwhile, the post itself is the proof.
  if (!(await deliveries.markSent(row.id, room.owner, message, room.now())))
    await deliveries.healFromClick(row.id, message, room.now());
  await room.onStep('written', row.id);
  await room.store.schedules.clearFailures(row.place);
  if (composed.edit !== undefined) room.later(composed.edit);
  return true;
}

type Outcome = { readonly failure: null; readonly message: string } | { readonly failure: PostFailure };

async function post(
  { broadcaster, log }: Sender,
  row: Delivery,
  answer: Answer,
  replyTo: Posted | undefined,
): Promise<Outcome> {
  try {
    const { message } = await broadcaster.post(row.place, answer, keyOf(row.id), replyTo);
    return { failure: null, message };
  } catch (thrown) {
    if (isPostFailure(thrown)) return { failure: thrown };
    log.error({ delivery: row.id, reason: String(thrown) }, 'delivery: a platform broke its promise');
    const failure: PostFailure = Object.assign(new Error(String(thrown)), {
      name: 'PostFailure' as const,
      failure: 'unknown' as const,
    });
    return { failure };
  }
}

/** Nothing is posted, now or ever. */
async function leave(
  { store, owner, later }: Sender,
  { id }: Delivery,
  again: boolean,
  composed: Exclude<Composed, { act: 'post' }>,
): Promise<void> {
  const { deliveries } = store;
  if (again) await deliveries.markUnknown(id, owner, composed.reason, null);
  else if (composed.act === 'wait') await deliveries.retryAt(id, owner, composed.until, composed.reason);
  else await deliveries.skip(id, owner, composed.reason);
  if (composed.act === 'skip' && composed.edit !== undefined) later(composed.edit);
}

/** Our own fault: the row must neither be lost nor come back for ever. */
async function apologise(room: Sender, row: Delivery, begun: boolean, thrown: unknown): Promise<void> {
  const { store, owner, now, log } = room;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  log.error({ delivery: row.id, kind: row.kind, ...row.place, reason }, 'delivery: could not be made');
  try {
    if (begun) await store.deliveries.markUnknown(row.id, owner, reason, null);
    else if (row.attempts >= OUR_ATTEMPTS) await store.deliveries.kill(row.id, owner, reason);
    else await store.deliveries.retryAt(row.id, owner, now() + OUR_WAIT, reason);
  } catch {
    // The database is away; the lease runs out by itself.
  }
}
