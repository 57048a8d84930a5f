// Opening: migrations, locks, and everything that can be wrong with a database, said in one line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/id.ts';
import type { Migrations } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open.ts';
import { engines, onPostgres, postgresUrl, type TestDatabase } from './engines.ts';
import { place, schedule } from './sample.ts';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

const next: Migrations = {
  ...migrations,
  '9999-next': { up: (db: Kysely<unknown>) => db.schema.createTable('next').addColumn('id', 'text').execute() },
};
const broken: Migrations = {
  ...migrations,
  '9999-broken': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.dropTable('hidden_person').execute();
      await db.schema.dropTable('no_such_table').execute();
    },
  },
};

/** What opening says when it refuses: one line. */
async function refusal(url: string, known?: Migrations): Promise<string> {
  const opened = await openStore(url, known && { migrations: known }).catch((thrown: unknown) => thrown);
  if (!(opened instanceof Error)) throw new Error('it was opened');
  expect([opened.name, opened.message.includes('\n')]).toStrictEqual(['StoreProblem', false]);
  return opened.message;
}

describe.each(engines)('opening $engine', ({ engine, create }) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(async () => {
    await database?.drop();
  });

  it('makes the tables once, answers a check, and closes as often as it is told to', async () => {
    const store = await openStore(database.url);
    expect([store.engine, store.migrated]).toStrictEqual([engine, Object.keys(migrations)]);
    await store.check();
    const asking = store.schedules.get(place());
    await Promise.all([store.close(), store.close()]);
    expect(await asking).toBeNull();
    await expect(store.check()).rejects.toThrow();
    const again = await openStore(database.url);
    expect(again.migrated).toStrictEqual([]);
    await again.close();
  });

  it('adds what a newer release needs, keeps what is there, and is refused by the older one', async () => {
    const at = place();
    const old = await openStore(database.url);
    await old.schedules.set(schedule(at));
    await old.close();
    const newer = await openStore(database.url, { migrations: next });
    expect(newer.migrated).toStrictEqual(['9999-next']);
    expect(await newer.schedules.get(at)).toStrictEqual(schedule(at));
    await newer.close();
    expect(await refusal(database.url)).toContain('belongs to a newer Teapot (it has "9999-next")');
  });

  it('undoes a migration that fails', async () => {
    const old = await openStore(database.url);
    await old.close();
    expect(await refusal(database.url, broken)).toContain('could not be brought up to date ("9999-broken" failed)');
    const again = await openStore(database.url);
    expect(await again.people.hides({ platform: 'slack', user: 'U1' })).toBe(false);
    await again.close();
  });
});

describe('node:sqlite', () => {
  it('is known to one file, because its names are to change', () => {
    const source = new URL('../../src/', import.meta.url).pathname;
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const importing = files.filter((name) => readFileSync(join(source, name), 'utf8').includes("'node:sqlite'"));
    expect(importing).toStrictEqual([join('store', 'sqlite.ts')]);
  });
});

describe('a SQLite file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teapot-open-'));
    path = join(folder, 'teapot.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function filled(): Promise<void> {
    const store = await openStore(`sqlite:${path}`);
    await store.schedules.set(schedule(place()));
    await store.close();
  }

  function withSqlite(work: (database: DatabaseSync) => void): void {
    const database = new DatabaseSync(path);
    try {
      work(database);
    } finally {
      database.close();
    }
  }

  const spoilt: readonly [string, () => Promise<void> | void, string][] = [
    [
      'is text',
      () => writeFileSync(path, 'not a database, but long enough to be read as one\n'.repeat(50)),
      'is damaged or is not a SQLite database',
    ],
    [
      'is cut off',
      async () => {
        await filled();
        writeFileSync(path, readFileSync(path).subarray(0, 20_000));
      },
      'is damaged',
    ],
    [
      'has a page overwritten',
      async () => {
        await filled();
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 4096 * 3, 4096 * 6);
        writeFileSync(path, bytes);
      },
      'is damaged',
    ],
    [
      'belongs to a newer release',
      async () => {
        const store = await openStore(`sqlite:${path}`, { migrations: next });
        await store.close();
      },
      'belongs to a newer Teapot',
    ],
    [
      'belongs to another program',
      () => withSqlite((database) => database.exec('create table cookies (id)')),
      'is the database of another program',
    ],
  ];
  it.each(spoilt)('that %s is refused and left as it is', async (_, spoil, words) => {
    await spoil();
    const before = readFileSync(path);
    expect(await refusal(`sqlite:${path}`)).toContain(words);
    expect(readFileSync(path).equals(before)).toBe(true);
    // And the lock is free again.
    expect(await refusal(`sqlite:${path}`)).toContain(words);
  });

  it('that another program locks is refused and left as it is', async () => {
    await filled();
    const other = new DatabaseSync(path);
    other.exec('pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive');
    const before = readFileSync(path);
    expect(await refusal(`sqlite:${path}`)).toContain('is locked by another program');
    other.exec('rollback');
    other.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is copied before its schema changes, and only then', async () => {
    await filled();
    const before = readFileSync(path);
    await filled();
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toStrictEqual([]);
    const store = await openStore(`sqlite:${path}`, { migrations: next });
    await store.close();
    const copy = `${path}.before-9999-next`;
    expect(readdirSync(folder).sort()).toStrictEqual(['teapot.db', 'teapot.db.before-9999-next', 'teapot.db.lock']);
    expect(before.length).toBe(readFileSync(copy).length);
    const old = await openStore(`sqlite:${copy}`);
    expect(old.migrated).toStrictEqual([]);
    await old.close();
  });

  it('is opened in a folder that it makes', async () => {
    const deep = join(folder, 'data', 'deep', 'teapot.db');
    const store = await openStore(`sqlite:${deep}`);
    await store.close();
    expect(existsSync(deep)).toBe(true);
  });

  it.each([
    ['a file where the folder should be', 'file/teapot.db', 'file of the database cannot be made: EEXIST'],
    ['a folder where the file should be', 'folder', 'is a folder; DATABASE_URL needs a file'],
  ])('with %s is refused', async (_, name, words) => {
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'folder'));
    expect(await refusal(`sqlite:${join(folder, name)}`)).toContain(words);
  });

  it.skipIf(process.getuid?.() === 0)('in a folder that may not be written to is refused', async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o555 });
    expect(await refusal(`sqlite:${join(folder, 'closed', 'teapot.db')}`)).toContain('cannot be opened for writing');
  });

  it('is used by one process at a time, which a second one names', async () => {
    const store = await openStore(`sqlite:${path}`);
    expect(await refusal(`sqlite:${path}`)).toContain('This process already uses');
    expect(await refusal(`sqlite:${folder}/../${folder.split('/').at(-1)}/teapot.db`)).toContain(
      'This process already uses',
    );
    await store.check();
    await store.close();

    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)};
       await openStore(${JSON.stringify(`sqlite:${path}`)});
       console.log('open');
       setInterval(() => {}, 1000);`,
    ]);
    await once(child.stdout, 'data');
    expect(await refusal(`sqlite:${path}`)).toContain(`Another Teapot (process ${child.pid}) already uses`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    // Nobody has to remove a stale lock.
    await (await openStore(`sqlite:${path}`)).close();
  });

  it('has a lock that is not mistaken for another file', async () => {
    writeFileSync(
      `${path}.lock`,
      'somebody else wrote this here, at some length, for reasons of their own\n'.repeat(30),
    );
    expect(await refusal(`sqlite:${path}`)).toContain('is not a lock of Teapot');
  });

  it('may be in memory alone', async () => {
    const [one, other] = [await openStore('sqlite::memory:'), await openStore('sqlite::memory:')];
    const at = place();
    await one.schedules.set(schedule(at));
    expect(await other.schedules.get(at)).toBeNull();
    await one.close();
    await other.close();
  });

  it('is kept in WAL mode', async () => {
    const store = await openStore(`sqlite:${path}`);
    withSqlite((database) =>
      expect(database.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' }),
    );
    await store.close();
  });
});

describe('a PostgreSQL server', () => {
  function changed(changes: Partial<URL>): string {
    return Object.assign(new URL(postgresUrl()), changes).href;
  }

  it.each([
    ['that is not there', () => changed({ port: '1' }), ':1/postgres does not answer: nothing listens there'],
    ['that has no such name', () => changed({ hostname: 'db.invalid' }), '/postgres does not answer'],
    ['with another password', () => changed({ password: 'wrong-and-private' }), 'refuses the password of DATABASE_URL'],
    ['with another user', () => changed({ username: 'nobody' }), 'refuses the password of DATABASE_URL'],
    ['without the database', () => changed({ pathname: '/nowhere' }), '/nowhere does not exist on that server'],
  ])('%s is refused, without a word of its password', async (_, url, words) => {
    const message = await refusal(url());
    expect(message).toContain(words);
    for (const secret of ['secret', 'wrong-and-private']) expect(message).not.toContain(secret);
  });

  it('that lets nobody create tables is refused', async () => {
    const name = `reader_${newId().toLowerCase()}`;
    await onPostgres(`create database ${name}`);
    await onPostgres(`create role ${name} login password 'secret'`);
    expect(await refusal(changed({ username: name, pathname: `/${name}` }))).toContain('Grant it CREATE');
    await onPostgres(`drop database ${name} with (force)`);
    await onPostgres(`drop role ${name}`);
  });
});

describe('an id', () => {
  it('is a ULID that sorts by time', () => {
    const times = [0, 1, 31, 32, 1_764_059_400_000, 2 ** 48 - 1];
    const ids = times.map((at) => newId(at));
    for (const id of ids) expect(id).toMatch(ULID);
    expect(ids.toSorted()).toStrictEqual(ids);
    // The specification's own example: https://github.com/ulid/spec
    expect(newId(1_469_918_176_385).slice(0, 10)).toBe('01ARYZ6S41');
    expect(new Set(Array.from({ length: 1000 }, () => newId(0))).size).toBe(1000);
  });
});
