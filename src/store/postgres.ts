// PostgreSQL, for more than one process.
import { type Dialect, PostgresDialect, type PostgresPool } from 'kysely';
import { Pool, types } from 'pg';
import type { Outage } from './outage.ts';
import { asProblem, fieldOf, problem } from './problem.ts';
import type { StoreProblem } from './store.ts';
import { listenForWrites, type Wrote } from './written.ts';

/** Connections of one process. Four processes stay far below the server's default of 100. */
const CONNECTIONS = 10;
/** Types that pg hands over as text: bigint, and numeric (which sums of bigint are). All of ours are safe integers. */
const NUMBERS: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC]);

export interface Watch extends Pick<Outage, 'noticed' | 'suspect'> {
  /** Milliseconds until a query that the server has not answered is given up, with its connection; 0: never. */
  readonly patience: () => number;
  /** Milliseconds until a connection has to stand. */
  readonly connectWithin: number;
  readonly wrote: Wrote;
}

/** @param watch told of what fails, of connections that break while nobody uses them, and of what is written */
export function postgresDialect(url: string, watch: Watch): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: watch.connectWithin,
    keepAlive: true,
    application_name: 'teapot',
    types: { getTypeParser: (id, format) => (NUMBERS.has(id) ? Number : types.getTypeParser(id, format)) },
  });
  survive(pool, watch.suspect);
  return new PostgresDialect({ pool: watched(pool, watch) });
}

/** A connection that breaks is replaced; without a listener it would end the process, idle or not. */
export function survive(pool: Pool, onIdleLost: () => void): void {
  pool.on('error', onIdleLost);
  pool.on('connect', (client) => client.on('error', () => {}));
}

/** What the driver waits for could never come: a network that dies says nothing. pg 8.23 keeps such a connection. */
function watched(pool: Pool, { noticed, patience, wrote }: Watch): PostgresPool {
  const telling = <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((thrown: unknown) => {
      noticed(thrown);
      throw thrown;
    });
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await telling(pool.connect());
      let given = false;
      const heard = listenForWrites(wrote);
      let inTransaction = false;
      return {
        query: (text: unknown, values?: unknown) => {
          const query_timeout = patience();
          const query = { text, values, ...(query_timeout > 0 && { query_timeout }) };
          return telling(client.query(query as never)).then(
            (result: unknown) => {
              inTransaction = BEGINS.test(String(text)) || (inTransaction && !ENDS.test(String(text)));
              heard(String(text), inTransaction);
              return result;
            },
            (thrown: unknown) => {
              given ||= isTimeout(thrown);
              throw thrown;
            },
          ) as never;
        },
        release: (destroy?: boolean) => client.release(destroy === true || given),
      };
    },
  };
}

/** How Kysely begins and ends a transaction. */
const BEGINS = /^(?:begin|start transaction)/;
const ENDS = /^(?:commit|rollback)(?! to)/;

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
  ECONNRESET: 'closed the connection. Was PostgreSQL stopped?',
  '28P01': 'refuses the password of DATABASE_URL.',
  '28000': 'refuses the user of DATABASE_URL.',
  '3D000': 'does not exist on that server. Create it with: createdb',
  '42501': 'does not let this user create tables. Grant it CREATE on the schema.',
  '25006': 'takes no changes: it is a standby, or was made read-only.',
  '53100': 'has a full disk. Make room; Teapot goes on by itself.',
  '53300': 'has no connection left for Teapot.',
  '57P01': 'was shut down, or closed the connection.',
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
  if (isLost(thrown)) return WORDS['ECONNRESET'];
  return WORDS[String(fieldOf(thrown, 'code'))] ?? (isTimeout(thrown) ? WORDS['ETIMEDOUT'] : undefined);
}

/** Codes of errors about the server, not about a query: class 08 are connections, 57P the server's end and beginning. */
const SERVERS = /^(?:ECONN|ENOTFOUND$|EAI_|ETIMEDOUT$|EHOST|ENET|EPIPE$|08|25006$|28|3D000$|53|57P|58)/;

/** What an error says of the server in a few words, without its address; null where it is about the query. */
export function wrong(thrown: unknown): string | null {
  const code = String(fieldOf(thrown, 'code') ?? '');
  if (code === '53100') return 'its disk is full';
  if (code === '25006') return 'it takes no changes';
  return SERVERS.test(code) || isTimeout(thrown) || isLost(thrown) ? 'it does not answer' : null;
}

/** pg gives these no code. */
function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && TIMEOUTS.some((text) => thrown.message.startsWith(text));
}
const TIMEOUTS = ['timeout exceeded when trying to connect', 'Query read timeout', 'Connection terminated due to'];

/** Nor these. */
function isLost(thrown: unknown): boolean {
  return thrown instanceof Error && LOST.some((text) => thrown.message.startsWith(text));
}
const LOST = ['Connection terminated unexpectedly', 'Client has encountered a connection error'];
