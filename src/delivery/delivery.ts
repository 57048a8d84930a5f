// What is posted when: schedules become rows of an outbox, and rows become posts, each exactly once.
import type { Broadcaster, Log, Meter, Place, Standing } from '../port.ts';
import { items } from '../quiz/questions/index.ts';
import { newId } from '../store/id.ts';
import type { Store } from '../store/store.ts';
import { daily } from './daily.ts';
import { reasonOf } from './failure.ts';
import { createLane } from './lane.ts';
import { AHEAD, createMaterialise } from './materialise.ts';
import { createBell } from './pauses.ts';
import { type Rates, ratesOf } from './rate.ts';
import { takeOver } from './recover.ts';
import type { OnStep } from './steps.ts';

export interface DeliveryOptions {
  readonly store: Store;
  /** Started already. Rows of other platforms are left to other processes. */
  readonly broadcasters: readonly Broadcaster[];
  readonly log: Log;
  /** Epoch milliseconds; the playground has a clock of its own. */
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** The name under which rows are leased: unique for the process. */
  readonly owner?: string;
  /** This process's place among those that post to a platform; null: it posts nothing there now. It is alone, unless given. */
  readonly standing?: (platform: Place['platform']) => Standing | null;
  /** The platforms' limits; only tests have others. */
  readonly rates?: (platform: Place['platform'], processes: () => number) => Rates;
  /** Hears what became of each post. */
  readonly meter?: Meter;
  /** Hears of every step; what it returns is waited for. Only tests listen. */
  readonly onStep?: OnStep;
}

/** What one pass has done. */
export interface Pass {
  /** Rows that are new in the outbox. */
  readonly planned: number;
  readonly posted: number;
}

export interface Delivery {
  /** Begins the loops. */
  start(): void;
  /** Takes nothing more, finishes what is under way (20 s at most) and gives back what had not begun. */
  stop(): Promise<void>;
  /** Something is due now: the next pass comes at once. */
  wake(): void;
  /** One full pass: plans all that is due, and posts it as fast as the platforms' limits allow. */
  tick(): Promise<Pass>;
}

/** The longest sleep between two passes, in milliseconds: somebody who asks for a quiz now does not wait longer. */
const LONGEST_SLEEP = 5_000;
/** The shortest, where something is due that is not ours to send. */
const SHORTEST_SLEEP = 500;
const HOUR = 60 * 60_000;
/** Nothing is passed over so long before its time: rows are written half a minute ahead, and spread over five. */
const NEVER_BEFORE = 10 * 60_000;
/** How often all times to come are computed again: a new release of the zones' rules heals itself. */
const RECOMPUTE_EVERY = 24 * HOUR;
/** Whoever brings other rules of the zones computes by them at once. */
const RULES = `times by the zones’ rules ${process.versions['tz']}`;
const ALONE: Standing = { index: 0, of: 1 };

export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, broadcasters, log, standing = () => ALONE, onStep = () => {}, rates = ratesOf } = options;
  const { meter = () => {}, now: clock = Date.now, random = Math.random, owner = newId() } = options;
  // Some clocks tell fractions, which neither the calendar nor the tables know.
  const now = () => Math.floor(clock());
  const room = { store, log, now, random, owner, onStep, meter };
  const lanes = broadcasters.map((broadcaster) => {
    const here = () => standing(broadcaster.name);
    return createLane({ ...room, broadcaster, standing: here, rates: rates(broadcaster.name, () => here()?.of ?? 1) });
  });
  const materialise = createMaterialise(room);
  const bell = createBell();
  let looping: Promise<void> | null = null;
  let ready: Promise<void> | null = null;
  let stopped = false;
  let recomputedAt = Number.NEGATIVE_INFINITY;
  /** What time it was at the last pass. */
  let seen = Number.NEGATIVE_INFINITY;
  /** What fails at the moment, and why. */
  const failing = new Map<string, string>();

  /** A clock that was ahead has passed over days to come, and all times were computed from it. */
  async function noticeClock(): Promise<void> {
    const hours = Math.round((seen - now()) / HOUR);
    if (hours >= 1) {
      const passedOver = await recompute();
      log.warn({ hours, passedOver }, 'delivery: the clock went back, times were computed again; see that it is right');
    }
    seen = now();
  }

  /** Plans all that is due. */
  async function prepare(): Promise<number> {
    await noticeClock();
    await store.deliveries.expireLeases(now());
    return await materialise.pass();
  }

  async function begin(): Promise<void> {
    // Questions are made from the catalog at the first call: not while somebody waits.
    items();
    if (store.engine === 'sqlite') await attempt('take over', () => takeOver(store, owner, now()));
  }

  async function loop(): Promise<void> {
    await ready;
    while (!stopped) {
      await attempt('plan', prepare);
      for (const [index, lane] of lanes.entries())
        void attempt(`post to ${broadcasters[index]?.name}`, () => lane.run());
      if (now() - recomputedAt >= RECOMPUTE_EVERY) {
        recomputedAt = now();
        await attempt('recompute', () => daily(store.leases, RULES, async () => void (await recompute())));
      }
      await bell.sleep(await untilNext());
    }
  }

  /** @returns how many days to come had been passed over: nothing is planned so early, but by a clock that was ahead */
  async function recompute(): Promise<number> {
    const passedOver = await store.deliveries.unskip(now() + NEVER_BEFORE);
    const moved = await materialise.recompute();
    recomputedAt = now();
    if (moved > 0) log.info({ moved, passedOver }, 'delivery: times were computed again, and some have changed');
    return passedOver;
  }

  /** Nothing ends the loops: what failed is tried again with the next pass. */
  async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      failing.delete(what);
    } catch (thrown) {
      // Once for the same reason, however often it is tried.
      const reason = reasonOf(thrown);
      if (failing.get(what) !== reason) log.error({ what, reason }, 'delivery: a pass failed, trying again');
      failing.set(what, reason);
    }
  }

  /** Milliseconds: not all replicas look at the same time. */
  async function untilNext(): Promise<number> {
    const longest = LONGEST_SLEEP * (1 - random() / 2);
    try {
      const planned = (await store.schedules.earliestNextRun()) ?? Number.POSITIVE_INFINITY;
      const posted = (await store.deliveries.earliest()) ?? Number.POSITIVE_INFINITY;
      const next = Math.min(planned - AHEAD, posted);
      return Math.min(longest, Math.max(SHORTEST_SLEEP, next - now()));
    } catch {
      return longest;
    }
  }

  return {
    start: () => {
      ready ??= begin();
      looping ??= loop();
    },
    stop: async () => {
      stopped = true;
      bell.ring();
      await looping;
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
    wake: bell.ring,
    tick: async () => {
      await ready;
      const planned = await prepare();
      const posted = await Promise.all(lanes.map((lane) => lane.run()));
      return { planned, posted: posted.reduce((sum, count) => sum + count, 0) };
    },
  };
}
