// Opens the store: chooses the engine by the address, brings the schema up to date, and puts the groups together.
import { sql } from 'kysely';
import { createAnswers } from './answers.ts';
import { createChannels } from './channels.ts';
import { createClaims } from './claims.ts';
import { createDeliveries } from './deliveries.ts';
import { createFlags } from './flags.ts';
import { createHouse } from './house.ts';
import { createInstallations } from './installations.ts';
import { createMemory } from './memory.ts';
import { compare, namesRun } from './migrate.ts';
import type { Opened, StoreOptions } from './opening.ts';
import { createPeople } from './people.ts';
import { createSchedules } from './schedules.ts';
import type { Store } from './store.ts';
import type { Db } from './tables.ts';
import { createUpkeep } from './upkeep.ts';

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
  const opened = path === null ? await openPostgres(url, options) : await openSqlite(path, options);
  const { engine, db, migrated, inWords, outage, recall, leases, letGo } = opened;
  if (migrated.length > 0) options.log?.info({ engine, migrated }, 'store: schema brought up to date');
  const answers = createAnswers(db, engine);
  const memory = createMemory(db);
  const house = createHouse(db, engine, recall);
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

/** The drivers load only when they are wanted. */
async function openPostgres(url: string, options: StoreOptions): Promise<Opened> {
  const engine = await import('./open-postgres.ts');
  return await engine.openPostgres(url, options);
}

async function openSqlite(path: string, options: StoreOptions): Promise<Opened> {
  const engine = await import('./open-sqlite.ts');
  return await engine.openSqlite(path, options);
}

/** Waits for its turn behind the queries under way. */
async function finish(db: Db): Promise<void> {
  await db.connection().execute(async () => {});
  await db.destroy();
}
