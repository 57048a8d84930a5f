// Keeping no more than is needed, and no longer: looked after once a day.
import type { Broadcaster, Log } from '../port.ts';
import type { Store } from '../store/store.ts';
import { daily } from './daily.ts';
import { reasonOf } from './failure.ts';
import { KEPT_DAYS } from './history.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Slack's last word of an event comes some six minutes after the first; an hour leaves room for slow networks. */
const CLAIMS_KEPT = HOUR;

export interface Keeping {
  /** Looks after it now, and then once a day; of several processes, one. */
  start(): void;
  /** Looks after it once: also where there is nothing else to do. Never rejects. */
  keep(): Promise<void>;
  /** Resolves once nothing is under way. */
  stop(): Promise<void>;
}

/** @param purgeDays how long what belongs to a removed workspace or server is kept */
export function createKeeping(options: {
  readonly store: Store;
  /** They know whether Teapot was removed while it was not running. */
  readonly platforms: readonly Broadcaster[];
  readonly log: Log;
  readonly purgeDays: number;
  readonly now?: () => number;
}): Keeping {
  const { store, platforms, log, purgeDays, now = Date.now } = options;
  let timer: NodeJS.Timeout | null = null;
  let underway: Promise<void> = Promise.resolve();

  /** Takes note of where Teapot is, and is no more. */
  async function lookAround(platform: Broadcaster): Promise<void> {
    const known = new Map((await store.upkeep.teams(platform.name)).map(({ team, removed }) => [team, removed]));
    for (const { team, member } of (await platform.whereabouts?.([...known.keys()])) ?? []) {
      const removed = known.get(team);
      if (removed === undefined || removed === !member) continue;
      log.info({ platform: platform.name, team, member }, 'keeping: Teapot was removed, or is back');
      if (member) await store.upkeep.readmit(platform.name, team);
      else await store.upkeep.remove(platform.name, team, now());
    }
  }

  async function deleteOld(): Promise<void> {
    const purged = await store.upkeep.purge(now() - purgeDays * DAY);
    const anonymised = await store.upkeep.anonymise(now() - KEPT_DAYS * DAY);
    if (purged + anonymised > 0) log.info({ purged, anonymised }, 'keeping: deleted what is no longer needed');
    await store.leases?.forget();
  }

  async function keep(): Promise<void> {
    try {
      // Each process knows its own part of Discord’s servers, and asks nobody for it.
      for (const platform of platforms.filter(({ name }) => name === 'discord')) await lookAround(platform);
      await daily(store.leases, 'daily keeping', async () => {
        for (const platform of platforms.filter(({ name }) => name !== 'discord')) await lookAround(platform);
        await deleteOld();
      });
      await store.claims?.forget(CLAIMS_KEPT);
    } catch (thrown) {
      log.error({ reason: reasonOf(thrown) }, 'keeping: could not delete');
    }
  }

  function run(): void {
    underway = keep();
  }

  return {
    start: () => {
      run();
      // Of several processes any may be the one, and the one of yesterday may be gone.
      timer ??= setInterval(run, store.leases === null ? DAY : HOUR);
    },
    keep,
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      await underway;
    },
  };
}
