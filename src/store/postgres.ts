// PostgreSQL, for more than one process.
import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { asProblem, fieldOf, problem } from './problem.ts';
import type { StoreLog, StoreProblem } from './store.ts';

/** Connections of one process. Four processes stay far below the server's default of 100. */
const CONNECTIONS = 10;
/** In milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Types that pg hands over as text: bigint, and numeric (which sums of bigint are). All of ours are safe integers. */
const NUMBERS: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC]);

export function postgresDialect(url: string, log?: StoreLog): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: 'teapot',
    types: { getTypeParser: (id, format) => (NUMBERS.has(id) ? Number : types.getTypeParser(id, format)) },
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', (error) => log?.warn({ reason: error.message }, 'store: lost an idle connection'));
  return new PostgresDialect({ pool });
}

/** Host, port and database, without the name and the password. */
export function addressOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'of DATABASE_URL' : `${parsed.host}${parsed.pathname}`;
}

/** What the server and the system call their troubles: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer: nothing listens there. Is PostgreSQL running?',
  ENOTFOUND: 'does not answer: there is no such host.',
  EAI_AGAIN: 'does not answer: its name could not be looked up.',
  ETIMEDOUT: 'does not answer in time.',
  EHOSTUNREACH: 'does not answer: there is no way to it.',
  ECONNRESET: 'closed the connection.',
  '28P01': 'refuses the password of DATABASE_URL.',
  '28000': 'refuses the user of DATABASE_URL.',
  '3D000': 'does not exist on that server. Create it with: createdb',
  '42501': 'does not let this user create tables. Grant it CREATE on the schema.',
  '53300': 'has no connection left for Teapot.',
  '57P03': 'is starting up. Try again in a moment.',
};

/** An error in our words. */
export function inWords(url: string, thrown: unknown): StoreProblem {
  // A migration that failed tells the server's reason as its cause.
  const words = wordsFor(thrown) ?? wordsFor(fieldOf(thrown, 'cause'));
  return words === undefined
    ? asProblem(addressOf(url), thrown)
    : problem(`The database ${addressOf(url)} ${words}`, thrown);
}

function wordsFor(thrown: unknown): string | undefined {
  return WORDS[String(fieldOf(thrown, 'code'))] ?? (isTimeout(thrown) ? WORDS['ETIMEDOUT'] : undefined);
}

/** pg gives this one no code. */
function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message.startsWith('timeout exceeded when trying to connect');
}
