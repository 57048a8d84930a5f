// The file of house rules: `teapot rules`, the terminal, and what the process says of one that is wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Environment } from '../../src/config.ts';
import { followHouseFile, readHouseFile } from '../../src/house-file.ts';
import { openStore } from '../../src/store/open.ts';

const GOOD = `rules:
  422: { text: validation errors; see ADR-12, link: https://wiki.example/adr-12 }
codes:
  E1042: { name: Card declined, meaning: The bank refused., do: Ask for another card., status: 402 }
---
for: [T0123]
rules: { 409: only there }
`;
const BAD = 'rules:\n  42: a\n  422:\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'teapot-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function teapot(args: readonly string[], environment: Environment = {}, stdin = '') {
  const said = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof said) =>
    new Writable({
      write: (chunk, _, done) => {
        said[stream] += String(chunk);
        done();
      },
    });
  const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: into('stdout'), stderr: into('stderr') };
  const code = await run(args, streams, environment);
  return { code, ...said };
}

describe('teapot rules check', () => {
  it('counts what is in a good file', async () => {
    expect(await teapot(['rules', 'check', file('codes.yaml', GOOD)])).toEqual({
      code: 0,
      stdout: 'It is fine: rules 2, own codes 1, documents 2.\n',
      stderr: '',
    });
  });

  it('names every problem with file, line and field', async () => {
    const path = file('codes.yaml', BAD);
    expect(await teapot(['rules', 'check', path])).toEqual({
      code: 1,
      stdout: '',
      stderr: `${path}:2 rules.42: is no HTTP status code; it has three digits, as in 422\n${path}:3 rules.422.text: is empty; say it in a few words\n`,
    });
  });

  it('says why a file cannot be read', async () => {
    const none = join(folder, 'none.yaml');
    expect((await teapot(['rules', 'check', none])).stderr).toBe(`${none}: cannot be read: it is not there\n`);
    expect((await teapot(['rules', 'check', folder])).stderr).toContain('it is a folder');
    const latin = file('latin.yaml', Buffer.from('rules: {422: f\xfcr}', 'latin1'));
    expect((await teapot(['rules', 'check', latin])).stderr).toContain('it is not UTF-8');
    const huge = file('huge.yaml', 'x'.repeat(2 * 1024 * 1024));
    expect((await teapot(['rules', 'check', huge])).stderr).toContain('it is larger than');
  });

  it.each([[[]], [['check']], [['check', 'a', 'b']], [['export']], [['import', 'T1']], [['remove', 'T1']]])(
    'says how it is used where it is not: %j',
    async (words) => {
      const { code, stderr } = await teapot(['rules', ...words]);
      expect(code).toBe(2);
      expect(stderr).toContain('teapot rules check <file>');
    },
  );
});

describe('teapot rules export and import', () => {
  it('move what a workspace has', async () => {
    const environment = { DATABASE_URL: `sqlite:${join(folder, 'teapot.db')}` };
    const path = file('codes.yaml', GOOD);
    const imported = await teapot(['rules', 'import', 'T0123', path], environment);
    expect(imported).toEqual({ code: 0, stdout: 'New or changed: rules 2, own codes 1.\n', stderr: '' });
    expect((await teapot(['rules', 'import', 'T9', path], environment)).stdout).toBe(
      'New or changed: rules 1, own codes 1. Documents for others, left out: 1.\n',
    );
    const { stdout } = await teapot(['rules', 'export', 'T0123'], environment);
    expect(stdout).toContain('text: only there');
    const again = file('again.yaml', stdout);
    expect((await teapot(['rules', 'import', 'T0123', again], environment)).stdout).toContain('rules 0, own codes 0');
    const store = await openStore(environment.DATABASE_URL);
    expect(await store.house.rules({ platform: 'slack', team: 'T0123' })).toMatchObject([
      { code: 409, setBy: null },
      { code: 422, setBy: null },
    ]);
    await store.close();
  });

  it.each([
    [['import', 'T1', 'none.yaml'], 1, 'cannot be read: it is not there'],
    [['export', 'somewhere'], 2, 'is no id of a Slack workspace'],
  ] as const)('refuse %j', async (words, code, problem) => {
    const environment = { DATABASE_URL: `sqlite:${join(folder, 'teapot.db')}` };
    const refused = await teapot(['rules', ...words], environment);
    expect(refused.code).toBe(code);
    expect(refused.stderr).toContain(problem);
  });

  it('say what is wrong with the address of the database', async () => {
    expect((await teapot(['rules', 'export', 'T1'], { DATABASE_URL: 'mysql:x' })).stderr).toContain(
      'DATABASE_URL: must be',
    );
  });
});

describe('the terminal', () => {
  it.each([
    ['E1042', 'The bank refused.'],
    ['what is e1042?', 'From codes.yaml.'],
    ['card declined', 'E1042 Card declined'],
    ['422', 'House rule for 422: validation errors; see ADR-12 wiki.example/adr-12 (from codes.yaml)'],
    ['400 vs 422', 'House rule for 422'],
    ['rules', '1 house rule'],
    ['rule 422', 'validation errors'],
    ['our codes', 'E1042 Card declined, with 402 Payment Required (from codes.yaml)'],
    ['rule export', 'E1042:'],
    ['rule 422 "mine"', 'Here, rules come from a file'],
    ['rule import rules: {422: x}', 'Here, rules come from a file'],
  ])('knows what the file says: %s', async (question, said) => {
    const { code, stdout } = await teapot(['ask', question], { TEAPOT_CATALOG: file('codes.yaml', GOOD) });
    expect(stdout).toContain(said);
    expect(stdout).not.toContain('only there');
    expect(code).toBe(0);
  });

  it('finds own codes in what is piped in, with their proof', async () => {
    const environment = { TEAPOT_CATALOG: file('codes.yaml', GOOD) };
    const { stdout } = await teapot(['ask', '-'], environment, 'ok\n2026 ERROR E1042 token=abcdef12345\n');
    expect(stdout).toContain('E1042 Card declined');
    expect(stdout).toContain('2026 ERROR E1042 token=•••');
  });

  it('asks nothing of a file that is wrong, but says so', async () => {
    const path = file('codes.yaml', BAD);
    const { code, stdout, stderr } = await teapot(['ask', '404'], { TEAPOT_CATALOG: path });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${path}:2 rules.42:`);
  });

  it('talks with it', async () => {
    const { stdout } = await teapot(['chat'], { TEAPOT_CATALOG: file('codes.yaml', GOOD) }, 'E1042\n');
    expect(stdout).toContain('The bank refused.');
  });
});

describe('the process', () => {
  it('does not start with a file that is wrong, and names that beside everything else', () => {
    const path = file('codes.yaml', BAD);
    const { status, stderr } = spawnSync(process.execPath, [join(inject('built'), 'main.mjs')], {
      cwd: folder,
      env: { TEAPOT_CATALOG: path, LOG_LEVEL: 'loud' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.split('\n').map((line) => line.split(': ')[0])).toEqual([
      'LOG_LEVEL',
      `${path}:2 rules.42`,
      `${path}:3 rules.422.text`,
      '',
    ]);
  });
});

describe('a file that is followed', () => {
  it('is read again on SIGHUP; with something wrong in it, what it said before holds on', async () => {
    const path = file('codes.yaml', 'rules: {422: first}');
    const first = await readHouseFile(path);
    const logged: string[] = [];
    const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
    const before = process.listeners('SIGHUP');
    const house = followHouseFile(path, first.ok ? first.value : [], { info: note, warn: note, error: note });
    const says = () => house().map(({ rules }) => rules[0]?.text);
    expect(says()).toEqual(['first']);
    writeFileSync(path, 'rules: {422: second}');
    process.emit('SIGHUP');
    await expect.poll(says).toEqual(['second']);
    writeFileSync(path, BAD);
    process.emit('SIGHUP');
    await expect.poll(() => logged).toHaveLength(2);
    expect(says()).toEqual(['second']);
    expect(logged[1]).toContain('stay as they were');
    for (const listener of process.listeners('SIGHUP')) if (!before.includes(listener)) process.off('SIGHUP', listener);
  });
});
