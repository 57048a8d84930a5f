// The two engines that every promise of the store is tested on.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

export interface TestDatabase {
  /** For `DATABASE_URL`. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export interface Engine {
  readonly engine: Store['engine'];
  /** One in which nothing is yet. */
  readonly create: () => Promise<TestDatabase>;
  /** One with tables, and nothing in them: others may have had it. It is there in a tenth of the time. */
  readonly lend: () => Promise<TestDatabase>;
}

export const postgres: Engine = { engine: 'postgres', create: createPostgres, lend: lendPostgres };
export const engines: readonly Engine[] = [{ engine: 'sqlite', create: createSqlite, lend: createSqlite }, postgres];

/** Hands over a store for all tests of a suite, over a database of its own that goes with them. */
export function openForSuite(create: Engine['create'], handOver: (store: Store, url: string) => void): void {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await openStore(database.url);
    handOver(store, database.url);
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'teapot-store-'));
  return {
    url: `sqlite:${join(folder, 'teapot.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function createPostgres(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onPostgres(`create database ${name}`);
  return {
    url: Object.assign(new URL(postgresUrl()), { pathname: name }).href,
    drop: () => onPostgres(`drop database ${name} with (force)`),
  };
}

/** Given back to this worker. */
const emptied: string[] = [];

async function lendPostgres(): Promise<TestDatabase> {
  const { url } = emptied.length > 0 ? { url: emptied.pop() ?? '' } : await createPostgres();
  return {
    url,
    drop: async () => {
      // Whoever still has it open was killed, or stands still.
      await onPostgres(CLOSE, url);
      await onPostgres(EMPTY, url);
      emptied.push(url);
    },
  };
}

const CLOSE = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;
const EMPTY = `do $$ begin
  execute (select coalesce('truncate ' || string_agg(quote_ident(tablename), ', '), 'select 1') from pg_tables
    where schemaname = 'public' and tablename not like 'kysely_%');
end $$`;

/** The server of this test run, as its superuser. */
export function postgresUrl(): string {
  const postgres = inject('postgres');
  if ('problem' in postgres) throw new Error(postgres.problem);
  return postgres.url;
}

/** Runs one statement there. */
export async function onPostgres(statement: string, url = postgresUrl()): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
