// teapot keys.
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli.ts';
import { openStore } from '../../src/store/open.ts';
import { createSeal, newSealKey, type SealKey } from '../../src/store/seal.ts';
import { createVault } from '../../src/store/vault.ts';
import { engines } from '../store/engines.ts';

const NEW = /^(k[0-9a-f]{6}:[A-Za-z0-9+/]{43}=)\n$/;

async function teapot(args: readonly string[], environment: Record<string, string> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [readAll(stdout), readAll(stderr)];
  const code = await run(args, { stdin: Readable.from([]), stdout, stderr }, environment);
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

const write = (...keys: readonly SealKey[]) => keys.map(({ id, key }) => `${id}:${key}`).join(',');
const [first, second] = [
  { ...newSealKey(), id: 'first' },
  { ...newSealKey(), id: 'second' },
];

describe('teapot keys', () => {
  it('new prints a key that ENCRYPTION_KEYS takes, another one each time', async () => {
    const made = await Promise.all([teapot(['keys', 'new']), teapot(['keys', 'new'])]);
    const keys = made.map(({ out }) => NEW.exec(out)?.[1] ?? expect.unreachable(out));
    expect(new Set(keys).size).toBe(2);
    const checked = await teapot(['keys', 'check'], {
      ENCRYPTION_KEYS: keys.join(','),
      DATABASE_URL: 'sqlite::memory:',
    });
    expect(checked).toEqual({ code: 0, out: 'No token is kept.\n', err: '' });
  });

  it.each([
    [['keys'], {}, 2, 'Usage:'],
    [['keys', 'lose'], {}, 2, 'Usage:'],
    [['keys', 'check', 'all'], {}, 2, 'Usage:'],
    [['keys', 'check', '--json'], {}, 2, 'keys takes no options.'],
    [['keys', 'rotate'], {}, 1, 'ENCRYPTION_KEYS: is not set'],
    [['keys', 'check'], { ENCRYPTION_KEYS: 'k1:c2VjcmV0' }, 1, 'ENCRYPTION_KEYS: must be names with keys of 32 bytes'],
    [['keys', 'check'], { ENCRYPTION_KEYS: write(first), DATABASE_URL: 'nowhere' }, 1, 'DATABASE_URL: must be'],
  ])('%j with %j says what is wrong', async (args, environment, code, words) => {
    const told = await teapot(args, { DATABASE_URL: 'sqlite::memory:', ...environment });
    expect([told.code, told.out]).toEqual([code, '']);
    expect(told.err).toContain(words);
    expect(told.err).not.toContain('c2VjcmV0');
  });
});

describe.each(engines)('the keys of tokens on $engine', ({ create }) => {
  it('are counted, changed and taken away, and never printed', async () => {
    const { url, drop } = await create();
    onTestFinished(drop);
    const keep = async (seal: ReturnType<typeof createSeal>, team: string) => {
      const store = await openStore(url);
      await createVault('slack', store.installations, seal).keep({
        team,
        enterprise: null,
        botUser: 'U0',
        scopes: [],
        installedBy: null,
        token: `xoxb-${team}`,
        installedAt: 1,
      });
      await store.close();
    };
    for (const team of ['T1', 'T2']) await keep(createSeal([first]), team);
    const environment = (...keys: readonly SealKey[]) => ({ DATABASE_URL: url, ENCRYPTION_KEYS: write(...keys) });

    expect(await teapot(['keys', 'check'], environment(first))).toEqual({
      code: 0,
      out: 'first: 2 tokens, the key that seals\n',
      err: '',
    });
    const without = await teapot(['keys', 'check'], environment(second));
    expect([without.code, without.out]).toEqual([1, 'first: 2 tokens, and the key is not in ENCRYPTION_KEYS\n']);
    expect(without.err).toContain('T2: The key "first" is not in ENCRYPTION_KEYS');

    const early = await teapot(['keys', 'rotate'], environment(second));
    expect([early.code, early.out]).toEqual([1, 'Sealed 0 tokens with the key second.\n']);
    const rotated = await teapot(['keys', 'rotate'], environment(second, first));
    expect(rotated).toEqual({ code: 0, out: 'Sealed 2 tokens with the key second.\n', err: '' });
    expect(await teapot(['keys', 'rotate'], environment(second, first))).toEqual({
      code: 0,
      out: 'Sealed 0 tokens with the key second; 2 tokens had been before.\n',
      err: '',
    });
    const alone = await teapot(['keys', 'check'], environment(second));
    expect(alone).toEqual({ code: 0, out: 'second: 2 tokens, the key that seals\n', err: '' });
    for (const { out, err } of [without, early, rotated, alone]) {
      expect(`${out}${err}`).not.toContain('xoxb-');
      expect(`${out}${err}`).not.toContain(first.key);
    }
  });
});
