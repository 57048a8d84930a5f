// One platform's way out: takes rows as fast as the platform takes posts, and no faster.
import { setTimeout as pause } from 'node:timers/promises';
import type { Broadcaster, Meter, Standing } from '../port.ts';
import type { Delivery } from '../store/records.ts';
import type { Edit } from './composed.ts';
import { canRepeat, doubt, type Judge } from './failure.ts';
import { breathe, createBell } from './pauses.ts';
import type { Rates } from './rate.ts';
import { hasBegun, LEASE } from './recover.ts';
import { send } from './send.ts';
import type { OnStep } from './steps.ts';

/** Posts and edits under way at once. */
const IN_FLIGHT = 24;
/** What a post says is found out this long before its turn, so that the posts leave evenly. In milliseconds. */
const LEAD = 100;
/** A row that would wait longer for its turn goes back. In milliseconds. */
const LONGEST_TURN = 15_000;
/** While something is under way: how often to look for rows that became due, as every look waits for the disk. */
const LOOK = 250;
/** Edits are a courtesy: buttons of a closed question refuse by themselves. More than these are let go. */
const MOST_EDITS = 5_000;
const STOP_WITHIN = 20_000;

export interface Lane {
  /** Sends all that is due, and resolves when nothing is. @returns how many were posted */
  run(): Promise<number>;
  /** Takes nothing more, finishes what is under way (20 s at most) and gives back what had not begun. */
  stop(): Promise<void>;
}

export interface LaneOptions extends Judge {
  readonly broadcaster: Broadcaster;
  readonly rates: Rates;
  /** Our place among the processes that post there; null: nothing is to be posted from here. */
  readonly standing: () => Standing | null;
  readonly onStep: OnStep;
  readonly meter: Meter;
}

interface Waiting {
  readonly row: Delivery;
  /** Whether it may stand there already. */
  readonly again: boolean;
}

/** The machine's clock: rates are about real seconds, whatever time it is said to be. */
const clock = (): number => performance.now();

export function createLane(options: LaneOptions): Lane {
  const { broadcaster, store, rates, standing, owner, now, log, onStep } = options;
  const { deliveries } = store;
  const platform = broadcaster.name;
  let waiting: Waiting[] = [];
  const edits: Edit[] = [];
  const underway = new Set<Promise<unknown>>();
  /** Posts that are made ready or wait for their turn, by queue. */
  const turning = new Map<string, number>();
  const bell = createBell();
  let running: Promise<number> | null = null;
  let stopped = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let posted = 0;

  const sender = {
    ...options,
    later: (edit: Edit) => {
      if (edits.length < MOST_EDITS) edits.push(edit);
    },
    onBusy: ({ place }: Delivery, wait: number) => rates.posts.pause(place, clock() + wait),
  };

  /** Takes rows where there are few left, but does not ask again at once where there were none. */
  async function fill(): Promise<void> {
    if (waiting.length > rates.ahead / 4 || clock() - lookedAt < LOOK) return;
    const part = standing();
    if (part === null) return;
    const except = [...new Set(waiting.map(({ row }) => row.place.team))];
    const { perTeam, ahead: limit } = rates;
    const ours = rates.parted === true && part.of > 1 ? { part } : {};
    const wanted = { owner, now: now(), leaseMs: LEASE, limit, platform, ...ours };
    const unclear = await deliveries.claimUnknown(wanted);
    const rows = await deliveries.claim({ ...wanted, ...(perTeam !== undefined && { perTeam, except }) });
    if (rows.length < limit) lookedAt = clock();
    for (const row of unclear) await lookAgain(row);
    for (const row of rows) {
      await onStep('claimed', row.id);
      waiting.push({ row, again: false });
    }
    waiting.sort(byRank);
  }

  async function lookAgain(row: Delivery): Promise<void> {
    // Its lease ran out before its request began.
    if (!hasBegun(row)) await deliveries.release([row.id], owner);
    else if (canRepeat(row, now())) waiting.push({ row, again: true });
    else {
      log.warn({ delivery: row.id, kind: row.kind, ...row.place }, 'delivery: left to its first click');
      await deliveries.markUnknown(row.id, owner, row.error ?? 'unknown', null);
    }
  }

  function count(work: Promise<unknown>): void {
    const counted = work.finally(() => {
      underway.delete(counted);
      bell.ring();
    });
    underway.add(counted);
  }

  /** Begins the first thing whose turn is near. @returns how long until one is, 0 where one has begun; null where nothing waits */
  function beginOne(): number | null {
    if (underway.size >= IN_FLIGHT) return LOOK;
    let soonest: number | null = null;
    for (const [index, one] of waiting.entries()) {
      const { place } = one.row;
      const queue = rates.queueOf(place);
      const wait = (turning.get(queue) ?? 0) < rates.abreast ? rates.posts.wait(place, clock()) : LOOK;
      if (wait <= LEAD) {
        waiting.splice(index, 1);
        count(begin(one, queue));
        return 0;
      }
      soonest = Math.min(soonest ?? wait, wait - LEAD);
    }
    return soonest ?? editOne();
  }

  async function begin({ row, again }: Waiting, queue: string): Promise<void> {
    const step = (by: number) => turning.set(queue, (turning.get(queue) ?? 0) + by);
    let counted = 1;
    const leave = () => {
      step(-counted);
      counted = 0;
      if (turning.get(queue) === 0) turning.delete(queue);
      bell.ring();
    };
    // The limit holds at the very moment of leaving: what was late before must not leave all at once.
    const turn = async () => {
      for (let wait = LEAD; wait > 0; ) {
        wait = rates.posts.wait(row.place, clock());
        if (wait > 0) await pause(wait);
      }
      rates.posts.take(row.place, clock());
      leave();
    };
    step(1);
    if (await send({ ...sender, turn }, row, again).finally(leave)) posted += 1;
  }

  function editOne(): number | null {
    let soonest: number | null = null;
    for (const [index, edit] of edits.entries()) {
      const wait = rates.edits.wait(edit.place, clock());
      if (wait === 0) {
        edits.splice(index, 1);
        rates.edits.take(edit.place, clock());
        count(change(edit));
        return 0;
      }
      soonest = Math.min(soonest ?? wait, wait);
    }
    return soonest;
  }

  async function change({ place, posted: at, answer }: Edit): Promise<void> {
    try {
      await broadcaster.edit(place, at, answer);
    } catch (thrown) {
      log.info({ ...place, reason: String(thrown) }, 'delivery: a post could not be changed');
    }
  }

  /** What the platform keeps waiting for long goes back: its lease would run out. */
  async function giveBackTheSlow(): Promise<void> {
    const slow = waiting.filter(({ row }) => rates.posts.wait(row.place, clock()) > LONGEST_TURN);
    if (slow.length === 0) return;
    waiting = waiting.filter((one) => !slow.includes(one));
    for (const { row, again } of slow) {
      const wait = rates.posts.wait(row.place, clock());
      if (again) await doubt(options, row, 'the platform is busy', wait);
      else await deliveries.retryAt(row.id, owner, now() + wait, 'the platform is busy');
    }
  }

  async function work(): Promise<number> {
    const before = posted;
    while (!stopped) {
      await breathe();
      await fill();
      if (stopped) break;
      const wait = beginOne();
      if (wait === 0) continue;
      if (wait === null && underway.size === 0 && waiting.length === 0) break;
      await giveBackTheSlow();
      await bell.sleep(Math.min(wait ?? LOOK, LOOK));
    }
    return posted - before;
  }

  async function giveBack(): Promise<void> {
    const fresh = waiting.filter(({ again }) => !again).map(({ row }) => row.id);
    const unclear = waiting.filter(({ again }) => again);
    waiting = [];
    await deliveries.release(fresh, owner);
    for (const { row } of unclear) await doubt(options, row, 'stopped', 0);
  }

  return {
    run: () => {
      lookedAt = Number.NEGATIVE_INFINITY;
      running ??= work().finally(() => {
        running = null;
      });
      return running;
    },
    stop: async () => {
      stopped = true;
      bell.ring();
      await running?.catch(() => 0);
      await giveBack();
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, STOP_WITHIN);
      await Promise.race([Promise.allSettled(underway), late.promise]);
      clearTimeout(timer);
    },
  };
}

const RANKS = { quiz: 0, reveal: 1, digest: 2, season: 2 } as const;

/** A quiz before a reveal before the rest, each in the order they were due. */
function byRank({ row: one }: Waiting, { row: other }: Waiting): number {
  return RANKS[one.kind] - RANKS[other.kind] || one.notBefore - other.notBefore;
}
