// `teapot keys`: the keys of ENCRYPTION_KEYS, with which the tokens of workspaces are sealed.
import { type Environment, readDatabaseUrl, readEncryptionKeys } from '../config.ts';
import type { Store } from '../store/store.ts';
import { DONE, STALE, type Streams, UNKNOWN } from './streams.ts';

const USAGE = `Usage:
  teapot keys new       print a new key, as ENCRYPTION_KEYS takes it
  teapot keys check     say how many tokens each key has sealed, and whether all of them open
  teapot keys rotate    seal every token with the first key of ENCRYPTION_KEYS

The last two work on the database of DATABASE_URL.
`;

type Command = 'new' | 'check' | 'rotate';
const COMMANDS: readonly string[] = ['new', 'check', 'rotate'] satisfies readonly Command[];

/** Problems that are told one by one; beyond that only how many there are. */
const TOLD = 10;

/** @returns the exit code: 1 where a token does not open, or the keys or the database are not to be had */
export async function keys(
  words: readonly string[],
  environment: Environment,
  { stdout, stderr }: Streams,
): Promise<number> {
  const [command = ''] = words;
  if (words.length !== 1 || !COMMANDS.includes(command)) {
    stderr.write(USAGE);
    return UNKNOWN;
  }
  const { createSeal, newSealKey } = await import('../store/seal.ts');
  if (command === 'new') {
    const { id, key } = newSealKey();
    stdout.write(`${id}:${key}\n`);
    return DONE;
  }
  const found = readEncryptionKeys(environment);
  const url = readDatabaseUrl(environment);
  const missing = [found, url].flatMap((read) => (read.ok ? [] : read.problems));
  if (!found.ok || !url.ok) return tell(stderr, missing);
  try {
    const { openStore } = await import('../store/open.ts');
    const seal = createSeal(found.value);
    const store = await openStore(url.value);
    try {
      const { said, problems } = await (command === 'check' ? check(store, seal) : rotate(store, seal));
      stdout.write(said.map((line) => `${line}\n`).join(''));
      return problems.length === 0 ? DONE : tell(stderr, problems);
    } finally {
      await store.close();
    }
  } catch (thrown) {
    return tell(stderr, [thrown instanceof Error ? thrown.message : String(thrown)]);
  }
}

type Seal = ReturnType<typeof import('../store/seal.ts').createSeal>;

interface Told {
  readonly said: readonly string[];
  readonly problems: readonly string[];
}

async function check({ installations }: Store, seal: Seal): Promise<Told> {
  const { findUnopenable } = await import('../store/vault.ts');
  const counts = await installations.countByKey();
  const said = counts.map(({ keyId, count }) => `${keyId}: ${counted(count)}${noteOn(keyId, seal)}`);
  return {
    said: counts.length === 0 ? ['No token is kept.'] : said,
    problems: await findUnopenable(installations, seal),
  };
}

async function rotate({ installations }: Store, seal: Seal): Promise<Told> {
  const { reseal } = await import('../store/vault.ts');
  const { resealed, kept, problems } = await reseal(installations, seal, Date.now);
  const before = kept === 0 ? '' : `; ${counted(kept)} had been before`;
  return { said: [`Sealed ${counted(resealed)} with the key ${seal.writes}${before}.`], problems };
}

function noteOn(keyId: string, seal: Seal): string {
  if (!seal.knows(keyId)) return ', and the key is not in ENCRYPTION_KEYS';
  return keyId === seal.writes ? ', the key that seals' : '';
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'token' : 'tokens'}`;
}

function tell(stderr: Streams['stderr'], problems: readonly string[]): number {
  const rest = problems.length > TOLD ? [`And ${problems.length - TOLD} more.`] : [];
  stderr.write([...problems.slice(0, TOLD), ...rest].map((line) => `${line}\n`).join(''));
  return STALE;
}
