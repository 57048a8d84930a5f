// The commands for whoever looks after the database.
// The store is loaded when one of them runs: asking a question needs no database.
import { type Environment, readDatabaseUrl } from '../config.ts';
import { DONE, STALE, type Streams } from './streams.ts';

/** What a command has done, in one line. @throws StoreProblem with the line to show instead */
type Command = (url: string, file: string) => Promise<string>;

async function migrate(url: string): Promise<string> {
  const { openStore } = await import('../store/open.ts');
  const store = await openStore(url);
  await store.close();
  return store.migrated.length === 0
    ? 'The database is up to date.'
    : `The database has run ${store.migrated.join(', ')}.`;
}

/** Commands with the number of files they take. */
export const databaseCommands = {
  migrate: { files: 0, run: migrate },
  backup: {
    files: 1,
    run: async (url, file) => {
      const { backup } = await import('../store/backup.ts');
      await backup(url, file);
      return `The database is copied to ${file}, and the copy is sound.`;
    },
  },
  restore: {
    files: 1,
    run: async (url, file) => {
      const { restore } = await import('../store/backup.ts');
      const before = await restore(url, file);
      return `The database is the one of ${file} again.${before === null ? '' : ` What was there is now ${before}.`}`;
    },
  },
} as const satisfies Record<string, { readonly files: 0 | 1; readonly run: Command }>;

export function isDatabaseCommand(name: string): name is keyof typeof databaseCommands {
  return Object.hasOwn(databaseCommands, name);
}

/**
 * Runs one of them on the database of `DATABASE_URL`, and says what it has done or why it refuses.
 * @returns the exit code
 */
export async function database(
  command: keyof typeof databaseCommands,
  file: string,
  environment: Environment,
  { stdout, stderr }: Streams,
): Promise<number> {
  const url = readDatabaseUrl(environment);
  try {
    if (!url.ok) throw new Error(url.problems.join('\n'));
    stdout.write(`${await databaseCommands[command].run(url.value, file)}\n`);
    return DONE;
  } catch (thrown) {
    stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return STALE;
  }
}
