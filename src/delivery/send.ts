// One row of the outbox: composed, marked, posted, and written down again.
import type { Answer } from '../answer/answer.ts';
import type { Broadcaster, DeliveryResult, FailureKind, Meter, Posted, PostFailure, Unnamed } from '../port.ts';
import type { Delivery } from '../store/records.ts';
import { compose } from './compose.ts';
import type { Composed, Edit } from './composed.ts';
import { isPostFailure, type Judge, judge, reasonOf } from './failure.ts';
import { keyOf } from './key.ts';
import { hasBegun } from './recover.ts';
import type { OnStep } from './steps.ts';

/** When composing failed for a reason of ours: try again, but not for ever. In milliseconds. */
const OUR_WAIT = 60_000;
const OUR_ATTEMPTS = 5;

export interface Sender extends Judge {
  readonly broadcaster: Broadcaster;
  readonly onStep: OnStep;
  readonly meter: Meter;
  /** Resolves when the request may leave. */
  readonly turn: () => Promise<void>;
  /** Something to change in a post, whenever there is time. */
  readonly later: (edit: Edit) => void;
  /** The platform asked for patience, in milliseconds. */
  readonly onBusy: (row: Delivery, wait: number) => void;
}

interface Progress {
  /** As it was claimed, and then as it is once a request for it has begun. */
  row: Delivery;
  /** The lease ran out, and the row is somebody else's. */
  lost: boolean;
}

/**
 * Sends a claimed row.
 *
 * `begin` is the mark that its request begins: a row without it was surely never sent, so whoever finds it after a crash
 * may send it; one with it may have been posted. It is written while the platform waits for the last byte of the request.
 * Between the two, a kill leaves a Slack post unsent for ever: without an idempotency key, at most once is all there is.
 * @param again whether it may stand there already
 * @returns whether it was posted
 */
export async function send(room: Sender, row: Delivery, again: boolean): Promise<boolean> {
  const progress = { row, lost: false };
  try {
    return await attempt(room, row, again, progress);
  } catch (thrown) {
    await apologise(room, progress, thrown);
    return false;
  }
}

async function attempt(room: Sender, row: Delivery, again: boolean, progress: Progress): Promise<boolean> {
  const { deliveries } = room.store;
  const composed = await compose(room, row, again);
  if (composed.act !== 'post') {
    await leave(room, row, again, composed);
    if (composed.act === 'skip') tell(room, row, 'skipped');
    return false;
  }
  await room.turn();
  await room.onStep('sending', row.id);
  // What an earlier attempt said is said again.
  const content = row.content ?? composed.content;
  const begin = async () => {
    const at = room.now();
    progress.lost = !(await deliveries.begin(row.id, room.owner, content, at));
    if (progress.lost) throw new Error('the lease ran out');
    progress.row = { ...row, content, firstTriedAt: row.firstTriedAt ?? at };
    await room.onStep('marked', row.id);
  };
  const answer = composed.draw(content.payload);
  const posted = await post(room, row, { answer, replyTo: composed.replyTo, begin });
  if (progress.lost) return false;
  if (posted.failure !== null) {
    const failure = hasBegun(progress.row) ? posted.failure : surelyUnsent(posted.failure);
    tell(room, row, failure.failure);
    if (failure.failure === 'busy') room.onBusy(row, failure.retryAfter ?? 0);
    await judge(room, progress.row, failure, again);
    return false;
  }
  tell(room, row, 'posted');
  await room.onStep('sent', row.id);
  const { message, unnamed } = posted;
  // Where the lease ran out meanwhile, the post itself is the proof.
  if (!(await deliveries.markSent(row.id, room.owner, message, room.now())))
    await deliveries.healFromClick(row.id, message, room.now());
  await room.onStep('written', row.id);
  await room.store.schedules.clearFailures(row.place);
  if (composed.edit !== undefined) room.later(composed.edit);
  if (unnamed) room.later({ place: row.place, posted: { message }, answer });
  return true;
}

type Outcome = ({ readonly failure: null } & Posted & Unnamed) | { readonly failure: PostFailure };

interface Request {
  readonly answer: Answer;
  readonly replyTo: Posted | undefined;
  readonly begin: () => Promise<void>;
}

async function post(
  { broadcaster, log }: Sender,
  row: Delivery,
  { answer, replyTo, begin }: Request,
): Promise<Outcome> {
  try {
    const posted = await broadcaster.post(row.place, answer, keyOf(row.id), replyTo, begin);
    return { failure: null, ...posted };
  } catch (thrown) {
    if (isPostFailure(thrown)) return { failure: thrown };
    log.error({ delivery: row.id, reason: String(thrown) }, 'delivery: a platform broke its promise');
    return { failure: failureAs('unknown', String(thrown)) };
  }
}

function tell({ meter, now }: Sender, { place, kind, notBefore }: Delivery, result: DeliveryResult): void {
  const late = result === 'posted' ? { lateMs: Math.max(0, now() - notBefore) } : {};
  meter({ kind: 'delivered', platform: place.platform, post: kind, result, ...late });
}

function failureAs(failure: FailureKind, reason: string): PostFailure {
  return Object.assign(new Error(reason), { name: 'PostFailure' as const, failure });
}

/** Before its last byte, no request has done anything: what became of it is not unknown. */
function surelyUnsent(failure: PostFailure): PostFailure {
  return failure.failure === 'unknown' ? failureAs('unsent', failure.message) : failure;
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
async function apologise(room: Sender, { row }: Progress, thrown: unknown): Promise<void> {
  const { store, owner, now, log } = room;
  const reason = reasonOf(thrown);
  log.error({ delivery: row.id, kind: row.kind, ...row.place, reason }, 'delivery: could not be made');
  tell(room, row, 'broken');
  try {
    if (hasBegun(row)) await store.deliveries.markUnknown(row.id, owner, reason, null);
    else if (row.attempts >= OUR_ATTEMPTS) await store.deliveries.kill(row.id, owner, reason);
    else await store.deliveries.retryAt(row.id, owner, now() + OUR_WAIT, reason);
  } catch {
    // The database is away; the lease runs out by itself.
  }
}
