// teapot migrate, backup and restore.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { migrations } from '../../src/store/migrations/index.ts';

describe('teapot', () => {
  let folder: string;
  let environment: { readonly DATABASE_URL: string };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teapot-cli-'));
    environment = { DATABASE_URL: `sqlite:${join(folder, 'teapot.db')}` };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function teapot(args: readonly string[], with_: Record<string, string> = environment) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const [out, err] = [readAll(stdout), readAll(stderr)];
    const code = await run(args, { stdin: Readable.from([]), stdout, stderr }, with_);
    stdout.end();
    stderr.end();
    return { code, out: await out, err: await err };
  }

  it('migrate brings the database up to date, once', async () => {
    const all = Object.keys(migrations).join(', ');
    expect(await teapot(['migrate'])).toStrictEqual({ code: 0, out: `The database has run ${all}.\n`, err: '' });
    expect(await teapot(['migrate'])).toStrictEqual({ code: 0, out: 'The database is up to date.\n', err: '' });
  });

  it('backup and restore say what they did and where things are', async () => {
    const file = join(folder, 'monday.db');
    await teapot(['migrate']);
    expect(await teapot(['backup', file])).toStrictEqual({
      code: 0,
      out: `The database is copied to ${file}, and the copy is sound.\n`,
      err: '',
    });
    expect(await teapot(['restore', file])).toStrictEqual({
      code: 0,
      out: `The database is the one of ${file} again. What was there is now ${folder}/teapot.db.before-restore.\n`,
      err: '',
    });
  });

  it.each([
    ['migrate', [], { DATABASE_URL: 'nowhere' }, 'DATABASE_URL: must be sqlite:'],
    ['migrate', [], { DATABASE_URL: 'postgres://u:private@127.0.0.1:1/teapot' }, 'nothing listens there'],
    ['backup', ['x.db'], { DATABASE_URL: 'sqlite:/nowhere/teapot.db' }, 'There is no database /nowhere/teapot.db'],
    ['restore', ['/nowhere.db'], {}, 'There is no file /nowhere.db'],
  ])('%s %j says in one line why it cannot', async (command, args, changes, words) => {
    const { code, out, err } = await teapot([command, ...args], { ...environment, ...changes });
    expect([code, out, err.trimEnd().includes('\n')]).toStrictEqual([1, '', false]);
    expect(err).toContain(words);
    expect(err).not.toContain('private');
  });

  it.each([[['migrate', 'now']], [['backup']], [['restore', 'a', 'b']], [['backup', 'a', '--json']]])(
    '%j is not understood, and shown how it is meant',
    async (args) => {
      const { code, err } = await teapot(args);
      expect(code).toBe(2);
      expect(err).toContain(`${args[0]} takes`);
      expect(err).toContain('teapot backup <file>');
    },
  );
});
