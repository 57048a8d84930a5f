// Bringing the schema of a database up to date.
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations as known } from './migrations/index.ts';
import { problem } from './problem.ts';
import type { Db } from './tables.ts';

export type Migrations = Readonly<Record<string, Migration>>;

/** The migrations that a database has run and this release does not know, and those it is still to run. */
export function compare(done: readonly string[], migrations: Migrations = known) {
  const names = Object.keys(migrations);
  return {
    unknown: done.filter((name) => !names.includes(name)),
    missing: names.filter((name) => !done.includes(name)),
  };
}

/** Throws when a newer release has changed the schema: what it means by its data is not known here. */
export function refuseNewer(where: string, done: readonly string[], migrations: Migrations = known): void {
  const { unknown } = compare(done, migrations);
  if (unknown.length > 0)
    throw problem(
      `The database ${where} belongs to a newer Teapot (it has "${unknown.at(-1)}"). Start that release, or restore an older backup. Nothing was changed.`,
    );
}

/**
 * Runs the missing migrations in one transaction, under the engine's lock.
 * @returns the names of those it ran
 */
export async function migrate(db: Db, where: string, migrations: Migrations = known): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName;
    throw problem(
      `The database ${where} could not be brought up to date${failed === undefined ? '' : ` ("${failed}" failed)`}: ${reasonOf(error)}. Nothing was changed.`,
      error,
    );
  }
  return results.map(({ migrationName }) => migrationName);
}

/** The names of the migrations that a database has run, which has run some. */
export async function namesRun(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
