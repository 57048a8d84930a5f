// Copies of a SQLite database that can be taken while it is in use, and put back.
import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { refuseNewer } from './migrate.ts';
import { sqlitePath } from './open.ts';
import { makeFolder } from './open-sqlite.ts';
import { problem } from './problem.ts';
import { copy, hold, inspect, sidecars } from './sqlite.ts';
import { inWords } from './sqlite-problem.ts';

/**
 * Copies the database to a file and checks the copy; Teapot may go on using it meanwhile.
 * @param file must not exist yet
 * @throws StoreProblem
 */
export async function backup(url: string, file: string): Promise<void> {
  const path = onlySqlite(url, 'backup', `pg_dump --format=custom --file=${file} DATABASE_URL`);
  if (!existsSync(path)) throw problem(`There is no database ${path} to copy; see DATABASE_URL.`);
  if (existsSync(file)) throw problem(`The file ${file} exists already. Choose a new name.`);
  await makeFolder(file);
  await copy(path, file).catch((thrown: unknown) => {
    throw inWords(path, thrown);
  });
}

/**
 * Puts a copy in the place of the database. What was there stays beside it, with `.before-restore` after its name.
 * @returns where that is; null when there was none
 * @throws StoreProblem; then nothing has changed
 */
export async function restore(url: string, file: string): Promise<string | null> {
  const path = onlySqlite(url, 'restore', `pg_restore --clean --if-exists --dbname=DATABASE_URL ${file}`);
  if (!existsSync(file)) throw problem(`There is no file ${file} to restore.`);
  const done = inspect(file, true);
  if (done === null) throw problem(`The file ${file} is an empty database: there is nothing to restore in it.`);
  refuseNewer(file, done);
  await makeFolder(path);
  const letGo = hold(path);
  try {
    const fresh = `${path}.restoring`;
    await copy(file, fresh);
    const before = existsSync(path) ? `${path}.before-restore` : null;
    if (before !== null) await setAside(path, before);
    await rename(fresh, path);
    return before;
  } catch (thrown) {
    throw inWords(path, thrown);
  } finally {
    letGo();
  }
}

/** Copies a database away, damaged or not, with what SQLite keeps beside it: that must not meet the restored one. */
async function setAside(path: string, to: string): Promise<void> {
  await copyFile(path, to);
  for (const [index, name] of sidecars(path).entries()) {
    const aside = sidecars(to)[index] ?? to;
    await rm(aside, { force: true });
    if (existsSync(name)) await rename(name, aside);
  }
}

function onlySqlite(url: string, verb: string, command: string): string {
  const path = sqlitePath(url);
  if (path === null) throw problem(`The database is in PostgreSQL. To ${verb}, use its own tools: ${command}`);
  if (path === ':memory:') throw problem(`A database in memory has nothing to ${verb}.`);
  return path;
}
