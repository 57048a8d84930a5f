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
  /** For `DATABASE_URL`; nothing is in it yet. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export interface Engine {
  readonly engine: Store['engine'];
  readonly create: () => Promise<TestDatabase>;
}

export const engines: readonly Engine[] = [
  { engine: 'sqlite', create: createSqlite },
  { engine: 'postgres', create: createPostgres },
];

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
