// Opens the store: chooses the engine by the address, brings the schema up to date, and puts the groups together.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { createAnswers } from './answers.ts';
import { createChannels } from './channels.ts';
import { createClaims } from './claims.ts';
import { createDeliveries } from './deliveries.ts';
import { createFlags } from './flags.ts';
import { createHouse } from './house.ts';
import { createInstallations } from './installations.ts';
import { createLeases } from './leases.ts';
import { createMemory } from './memory.ts';
import { compare, type Migrations, migrate, refuseNewer } from './migrate.ts';
import { createOutage, type Outage } from './outage.ts';
import { createPeople } from './people.ts';
import * as postgres from './postgres.ts';
import { fieldOf, problem } from './problem.ts';
import { createRecall, type Recall } from './recall.ts';
import { createSchedules } from './schedules.ts';
import * as sqlite from './sqlite.ts';
import * as sqliteProblem from './sqlite-problem.ts';
import type { Store, StoreLog, StoreProblem } from './store.ts';
import type { Db, Tables } from './tables.ts';
import { createUpkeep } from './upkeep.ts';

export interface StoreOptions {
  readonly log?: StoreLog;
  /** Other migrations than those of this release: only tests have any. */
  readonly migrations?: Migrations;
  /** Only tests have less. */
  readonly patience?: number;
}

/**
 * A network that died says nothing. So long until a query is given up that a server has not answered; those that delete
 * what is old take a few seconds. In milliseconds.
 */
const PATIENCE = 20_000;
/** So long until a connection to a server has to stand. In milliseconds. */
const CONNECT_WITHIN = 10_000;
/** So long does a process not see what another one has written, where that is kept in memory. In milliseconds. */
const SHARED_LASTING = 1_000;

/** A database that is ready: its schema is the one of this release. */
interface Opened {
  readonly engine: Store['engine'];
  readonly db: Db;
  readonly migrated: readonly string[];
  /** The engine's errors in our words. */
  readonly inWords: (thrown: unknown) => StoreProblem;
  readonly outage: Outage;
  readonly recall: Recall;
  /** After the last query. */
  readonly letGo: () => void;
}

/** The path in `sqlite:./data/teapot.db`; null where the address is none of SQLite. */
export function sqlitePath(url: string): string | null {
  return url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null;
}

/**
 * Opens the store and runs the migrations that are missing.
 * @param url `sqlite:PATH` (`sqlite::memory:` forgets everything at the end) or `postgres://…`
 * @throws StoreProblem one line that says what to do; a database that was refused has not been changed
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const path = sqlitePath(url);
  const { engine, db, migrated, inWords, outage, recall, letGo } = await (path === null
    ? openPostgres(url, options)
    : openSqlite(path, options));
  if (migrated.length > 0) options.log?.info({ engine, migrated }, 'store: schema brought up to date');
  const answers = createAnswers(db, engine);
  const memory = createMemory(db);
  const house = createHouse(db, engine, recall);
  const leases = engine === 'postgres' ? createLeases(url, outage.suspect) : null;
  let closing: Promise<void> | null = null;
  return {
    engine,
    migrated,
    schedules: createSchedules(db, engine, recall),
    deliveries: createDeliveries(db, engine),
    answers,
    memory,
    people: createPeople(db, { answers, memory, house }),
    flags: createFlags(db),
    house,
    channels: createChannels(db, recall),
    installations: createInstallations(db),
    upkeep: createUpkeep(db),
    leases,
    claims: engine === 'postgres' ? createClaims(db) : null,
    check: async () => {
      await sql`select 1`.execute(db).catch((thrown: unknown) => {
        throw inWords(thrown);
      });
    },
    trouble: outage.trouble,
    schemaTrouble: async () => {
      const { unknown, missing } = compare(await namesRun(db), options.migrations);
      if (unknown.length > 0) return 'a newer Teapot has changed the database';
      return missing.length > 0 ? 'the database is older than this Teapot' : null;
    },
    close: () => {
      outage.end();
      closing ??= Promise.all([finish(db), leases?.close()])
        .then(() => undefined)
        .finally(letGo);
      return closing;
    },
  };
}

async function openSqlite(path: string, { migrations, log }: StoreOptions): Promise<Opened> {
  const kept = path !== ':memory:';
  if (kept) await makeFolder(path);
  const letGo = kept ? sqlite.hold(path) : () => {};
  const inWords = (thrown: unknown) => sqliteProblem.inWords(path, thrown);
  let db: Db | null = null;
  // What fails before it is open is said by whoever opens it.
  let outage: Outage | null = null;
  try {
    const done = kept ? sqlite.inspect(path) : null;
    if (done !== null) {
      refuseNewer(path, done, migrations);
      if (compare(done, migrations).missing.length > 0) {
        const saved = `${path}.before-${compare(done, migrations).missing[0]}`;
        await sqlite.copy(path, saved);
        log?.info({ saved }, 'store: copied the database before changing its schema');
      }
    }
    // The file is held: nobody else writes to it.
    const recall = createRecall(Number.POSITIVE_INFINITY);
    const watch = { noticed: (thrown: unknown) => outage?.noticed(thrown), wrote: recall.wrote };
    const opened: Db = new Kysely<Tables>({ dialect: sqlite.sqliteDialect(path, watch) });
    db = opened;
    const migrated = await migrate(db, path, migrations);
    outage = createOutage({ wrong: sqliteProblem.wrong, inWords, probe: () => sqlite.rewrite(opened), log });
    return { engine: 'sqlite', db, migrated, inWords, outage, recall, letGo };
  } catch (thrown) {
    await db?.destroy();
    letGo();
    throw inWords(thrown);
  }
}

/** The folder of a file, made where it is missing. @throws StoreProblem */
export async function makeFolder(path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
    throw problem(`The folder ${folder} of the database cannot be made: ${fieldOf(thrown, 'code')}. See DATABASE_URL.`);
  });
}

async function openPostgres(url: string, { migrations, log, patience = PATIENCE }: StoreOptions): Promise<Opened> {
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
    return { engine: 'postgres', db, migrated, inWords, outage, recall, letGo: () => {} };
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

async function namesRun(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Waits for its turn behind the queries under way. */
async function finish(db: Db): Promise<void> {
  await db.connection().execute(async () => {});
  await db.destroy();
}
