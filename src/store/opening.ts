// What opening a database takes and gives, whichever engine it is of.
import type { Leases } from './leasing.ts';
import type { Migrations } from './migrate.ts';
import type { Outage } from './outage.ts';
import type { Recall } from './recall.ts';
import type { Store, StoreLog, StoreProblem } from './store.ts';
import type { Db } from './tables.ts';

export interface StoreOptions {
  readonly log?: StoreLog;
  /** Other migrations than those of this release: only tests have any. */
  readonly migrations?: Migrations;
  /** Only tests have less. */
  readonly patience?: number;
}

/** A database that is ready: its schema is the one of this release. */
export interface Opened {
  readonly engine: Store['engine'];
  readonly db: Db;
  readonly migrated: readonly string[];
  /** The engine's errors in our words. */
  readonly inWords: (thrown: unknown) => StoreProblem;
  readonly outage: Outage;
  readonly recall: Recall;
  /** Null where no other process can share it. */
  readonly leases: (Leases & { close(): Promise<void> }) | null;
  /** After the last query. */
  readonly letGo: () => void;
}
