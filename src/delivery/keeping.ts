// Keeping no more than is needed, and no longer: looked after once a day.
import type { Log } from '../port.ts';
import type { Store } from '../store/store.ts';

const DAY = 24 * 60 * 60_000;
/** Days for which answers keep their person; then they go on as numbers. */
const KEPT_DAYS = 400;

export interface Keeping {
  /** Looks after it now, and then once a day. */
  start(): void;
  /** Resolves once nothing is under way. */
  stop(): Promise<void>;
}

/** @param purgeDays how long what belongs to a removed workspace or server is kept */
export function createKeeping(options: {
  readonly store: Store;
  readonly log: Log;
  readonly purgeDays: number;
  readonly now?: () => number;
}): Keeping {
  const { store, log, purgeDays, now = Date.now } = options;
  let timer: NodeJS.Timeout | null = null;
  let underway: Promise<void> = Promise.resolve();

  async function keep(): Promise<void> {
    try {
      const purged = await store.upkeep.purge(now() - purgeDays * DAY);
      const anonymised = await store.upkeep.anonymise(now() - KEPT_DAYS * DAY);
      if (purged + anonymised > 0) log.info({ purged, anonymised }, 'keeping: deleted what is no longer needed');
    } catch (thrown) {
      log.error({ reason: thrown instanceof Error ? thrown.message : String(thrown) }, 'keeping: could not delete');
    }
  }

  function run(): void {
    underway = keep();
  }

  return {
    start: () => {
      run();
      timer ??= setInterval(run, DAY);
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      await underway;
    },
  };
}
