// SQLite in one file of the disk. The only place that knows `node:sqlite`, whose names are to change.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { rename, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Outage } from './outage.ts';
import { problem } from './problem.ts';
import { damaged, inWords, kindOf, SQLITE } from './sqlite-problem.ts';
import type { StoreProblem } from './store.ts';
import type { Db } from './tables.ts';
import { listenForWrites, type Wrote } from './written.ts';

/** How long to wait for another program that writes to the file. In milliseconds; the default of node:sqlite is 0. */
const BUSY_TIMEOUT = 5_000;
/** Shorter at the start, where nobody else should be writing. */
const INSPECT_TIMEOUT = 500;
/** Pages copied at a time: 20 MB take 135 ms and hold the loop 12 ms at most (measured). */
const BACKUP_RATE = 200;

/** Where the process id stands in a file of SQLite, once it is its `user_version`: https://sqlite.org/fileformat.html */
const USER_VERSION_OFFSET = 60;

/** Immediate, because a transaction that starts reading and then writes is refused while another one writes. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync, watch: Watch) {
    super({ database: forKysely(database, watch) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After a full disk and the like, SQLite has undone it already: https://sqlite.org/lang_transaction.html, 3
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite undoes changes of the schema with the transaction they are in; Kysely does not count on it by itself. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely hands over what it was given; a value that SQLite cannot hold is refused there. */
function inputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

/** Statements kept ready: far more than there are texts of queries, but for lists of any length. */
const READY = 200;

/** A statement is prepared once for its text: that takes longer than most of them run. */
function forKysely(database: DatabaseSync, { noticed, wrote }: Watch): SqliteDatabase {
  const ready = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  const heard = listenForWrites(wrote);

  function telling<Result>(sql: string, work: () => Result): Result {
    try {
      const result = work();
      heard(sql, database.isTransaction);
      return result;
    } catch (thrown) {
      noticed(thrown);
      throw thrown;
    }
  }

  function prepare(sql: string): ReturnType<SqliteDatabase['prepare']> {
    const statement = telling('', () => database.prepare(sql));
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => telling(sql, () => statement.all(...inputs(parameters))),
      run: (parameters) => telling(sql, () => statement.run(...inputs(parameters))),
      iterate: (parameters) => statement.iterate(...inputs(parameters)),
    };
  }

  return {
    close: () => {
      ready.clear();
      database.close();
    },
    prepare: (sql) => {
      const kept = ready.get(sql) ?? prepare(sql);
      // A Map keeps the order: what was not used for the longest time stands in front, and goes.
      ready.delete(sql);
      ready.set(sql, kept);
      const [oldest] = ready.keys();
      if (ready.size > READY && oldest !== undefined) ready.delete(oldest);
      return kept;
    },
  };
}

export interface Watch {
  /** Told of what fails. */
  readonly noticed: Outage['noticed'];
  readonly wrote: Wrote;
}

/** Opens a file (or `:memory:`) for reading and writing; it is made when it is missing. */
export function sqliteDialect(path: string, watch: Watch = { noticed: () => {}, wrote: () => {} }): Dialect {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  return {
    createDriver: () => new ImmediateDriver(database, watch),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * Looks into a file without changing a byte of it: whether it is sound, and which migrations it has run.
 * @param thorough also whether its indexes agree with its rows; takes longer
 * @returns null when it holds no tables of ours: nothing is lost with it
 * @throws StoreProblem
 */
export function inspect(path: string, thorough = false): readonly string[] | null {
  if (!existsSync(path)) return null;
  if (statSync(path).isDirectory()) throw problem(`The database ${path} is a folder; DATABASE_URL needs a file.`);
  return saying(path, () => {
    using database = new DatabaseSync(path, { timeout: INSPECT_TIMEOUT, readOnly: true });
    const found = database.prepare(thorough ? 'pragma integrity_check(1)' : 'pragma quick_check(1)').get() ?? {};
    if (Object.values(found)[0] !== 'ok') throw damaged(path);
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    if (tables.length === 0) return null;
    if (!tables.some(({ name }) => name === 'kysely_migration'))
      throw problem(`The file ${path} is the database of another program. Choose another path in DATABASE_URL.`);
    return database
      .prepare('select name from kysely_migration order by name')
      .all()
      .map(({ name }) => String(name));
  });
}

/** Copies a database in use to another file, which is whole or not there at all. */
export async function copy(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    const source = new DatabaseSync(from, { timeout: BUSY_TIMEOUT, readOnly: true });
    try {
      await backup(source, unfinished, { rate: BACKUP_RATE });
    } finally {
      source.close();
    }
    inspect(unfinished, true);
    for (const name of sidecars(unfinished)) await rm(name, { force: true });
    await rename(unfinished, to);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Files that SQLite keeps beside a database in use. */
export function sidecars(path: string): readonly string[] {
  return [`${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/** The databases this process has open, by the real path of their lock. */
const held = new Set<string>();

/**
 * Makes sure that only one process uses the database, until it is let go. The lock is SQLite's own on a file beside it,
 * so the system lets go of it however a process ends, and nobody has to judge whether an old one is stale. The file
 * stays: deleting it would let two processes hold two files of one name.
 * @returns lets go
 * @throws StoreProblem when another process holds it, with its id
 */
export function hold(path: string): () => void {
  const file = `${path}.lock`;
  return saying(path, () => {
    // Not to be read by ourselves: closing a file drops every lock that the process has on it.
    if (existsSync(file) && held.has(realpathSync(file))) throw inUse(path, process.pid);
    const lock = new DatabaseSync(file, { timeout: 0 });
    try {
      lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive');
      lock.exec(`pragma user_version = ${process.pid}; commit`);
    } catch (thrown) {
      lock.close();
      if (kindOf(thrown) === SQLITE.BUSY) throw inUse(path, readFileSync(file).readUInt32BE(USER_VERSION_OFFSET));
      if (kindOf(thrown) === SQLITE.NOTADB)
        throw problem(`The file ${file} is not a lock of Teapot. Delete it if no Teapot is running.`, thrown);
      throw thrown;
    }
    const key = realpathSync(file);
    held.add(key);
    return () => {
      held.delete(key);
      lock.close();
    };
  });
}

function inUse(path: string, pid: number): StoreProblem {
  const who = pid === process.pid ? 'This process' : `Another Teapot (process ${pid})`;
  return problem(`${who} already uses the database ${path}. Stop it first; several at once need PostgreSQL.`);
}

/** Does something with the file; what SQLite says then is said in our words. @throws StoreProblem */
function saying<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw inWords(path, thrown);
  }
}

/**
 * Bytes that a disk has to have left before it counts as one that can be written again: as many as SQLite writes beside the
 * file before it looks after it, 1,000 pages of 4 kB (https://sqlite.org/wal.html, 2.1). A page or two
 * may fit on a full disk, but not what the next one asks.
 */
const ROOM = 4 * 1024 * 1024;

/** @throws as SQLite does on a full disk, where little room is left beside the file */
export async function lookForRoom(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path));
  if (bavail * bsize < ROOM) throw Object.assign(new Error('little room is left'), { errcode: SQLITE.FULL });
}

/** Writes a page of the file, and changes nothing. */
export function rewrite(db: Db): Promise<void> {
  return db.connection().execute(async (one) => {
    const { rows } = await one.executeQuery<{ user_version: number }>(CompiledQuery.raw('pragma user_version'));
    await one.executeQuery(CompiledQuery.raw(`pragma user_version = ${rows[0]?.user_version ?? 0}`));
  });
}
