// Opens a SQLite file, or one in memory.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { compare, migrate, refuseNewer } from './migrate.ts';
import type { Opened, StoreOptions } from './opening.ts';
import { createOutage, type Outage } from './outage.ts';
import { fieldOf, problem } from './problem.ts';
import { createRecall } from './recall.ts';
import * as sqlite from './sqlite.ts';
import * as sqliteProblem from './sqlite-problem.ts';
import type { Db, Tables } from './tables.ts';

/** @throws StoreProblem */
export async function openSqlite(path: string, { migrations, log }: StoreOptions): Promise<Opened> {
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
    const probe = async () => {
      await sqlite.rewrite(opened);
      if (kept) await sqlite.lookForRoom(path);
    };
    outage = createOutage({ wrong: sqliteProblem.wrong, inWords, probe, log });
    return { engine: 'sqlite', db, migrated, inWords, outage, recall, leases: null, letGo };
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
