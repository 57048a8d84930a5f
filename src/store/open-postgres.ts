// Opens a database of a PostgreSQL server.
import { Kysely, sql } from 'kysely';
import { createLeases } from './leases.ts';
import { migrate, namesRun, refuseNewer } from './migrate.ts';
import type { Opened, StoreOptions } from './opening.ts';
import { createOutage, type Outage } from './outage.ts';
import * as postgres from './postgres.ts';
import { fieldOf } from './problem.ts';
import { createRecall } from './recall.ts';
import type { Db, Tables } from './tables.ts';

/**
 * A network that died says nothing. So long until a query is given up that a server has not answered; those that delete
 * what is old take a few seconds. In milliseconds.
 */
const PATIENCE = 20_000;
/** So long until a connection to a server has to stand. In milliseconds. */
const CONNECT_WITHIN = 10_000;
/** So long does a process not see what another one has written, where that is kept in memory. In milliseconds. */
const SHARED_LASTING = 1_000;

/** @throws StoreProblem */
export async function openPostgres(
  url: string,
  { migrations, log, patience = PATIENCE }: StoreOptions,
): Promise<Opened> {
  const where = postgres.addressOf(url);
  // What fails before it is open is said by whoever opens it; and a migration takes as long as it takes.
  let outage: Outage | null = null;
  const recall = createRecall(SHARED_LASTING);
  const watch: postgres.Watch = {
    wrote: recall.wrote,
    noticed: (thrown) => outage?.noticed(thrown),
    suspect: () => outage?.suspect(),
    patience: () => (outage === null ? 0 : patience),
    connectWithin: Math.min(patience, CONNECT_WITHIN),
  };
  const db: Db = new Kysely<Tables>({ dialect: postgres.postgresDialect(url, watch) });
  const inWords = (thrown: unknown) => postgres.inWords(url, thrown);
  try {
    refuseNewer(where, await migrationsIn(db), migrations);
    const migrated = await migrate(db, where, migrations);
    const probe = async () => void (await sql`update kysely_migration_lock set is_locked = is_locked`.execute(db));
    outage = createOutage({ wrong: postgres.wrong, inWords, probe, log });
    const leases = createLeases(url, outage.suspect);
    return { engine: 'postgres', db, migrated, inWords, outage, recall, leases, letGo: () => {} };
  } catch (thrown) {
    await db.destroy();
    throw inWords(thrown);
  }
}

/** The names of the migrations that a PostgreSQL database has run. */
async function migrationsIn(db: Db): Promise<readonly string[]> {
  const { rows: tables } = await sql`select to_regclass('kysely_migration') as found`.execute(db);
  if (fieldOf(tables[0], 'found') === null) return [];
  return await namesRun(db);
}
