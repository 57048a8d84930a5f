// Who has what, among the processes that share a PostgreSQL. All times are those of the database's one clock, so that no
// clock of a host can make two owners of one thing.
import { Pool, type QueryResultRow } from 'pg';
import type { Leases } from './leasing.ts';
import { survive } from './postgres.ts';

/**
 * Connections of their own: a crowd of answers that waits for the others must not cost a process what it has. What the
 * server has not answered in so much time, it will not; the connection is given up then. In milliseconds.
 */
const CONNECTIONS = 2;
const PATIENCE = 2_000;

/** Taking is judged in view of all leases, one process after the other; the number is only ours. */
const TAKING = 'select pg_advisory_xact_lock(418005)';
/** Unlike now(), not the time at which the transaction began: it may have waited for its turn. */
const NOW = '(extract(epoch from clock_timestamp()) * 1000)::bigint';
/** After which nobody remembers a lease that ran out. */
const DAY = 24 * 60 * 60_000;

const TAKE = `
  insert into lease (name, owner, until, fence)
  select wanted.name, $2, ${NOW} + $3, 1
  from unnest($1::text[]) with ordinality as wanted (name, turn)
  where not exists (select from lease where lease.name = wanted.name and until > ${NOW} and owner <> $2)
    and ($4::text is null or not exists (
      select from lease where starts_with(lease.name, $4) and lease.name <> all ($5::text[]) and until > ${NOW}))
    and ($6::text is null or exists (
      select from lease where lease.name = $6 and owner = $2 and fence = $7 and until > ${NOW}))
  order by turn
  limit 1
  on conflict (name) do update set owner = excluded.owner, until = excluded.until, fence = lease.fence + 1
  returning name, fence::float8 as fence`;
const RENEW = `update lease set until = ${NOW} + $4 where name = $1 and owner = $2 and fence = $3 and until > ${NOW}`;
const RELEASE = 'update lease set until = 0 where name = $1 and owner = $2 and fence = $3';
const LIVE = `select name from lease where starts_with(name, $1) and until > ${NOW} order by name collate "C"`;
const FORGET = `delete from lease where until < ${NOW} - ${DAY}`;

/**
 * @param url of a PostgreSQL with our tables
 * @param onLost told of a connection that broke, and of whatever else fails
 */
export function createLeases(url: string, onLost: () => void = () => {}): Leases & { close(): Promise<void> } {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    keepAlive: true,
    application_name: 'teapot leases',
  });
  survive(pool, onLost);

  /** In a transaction, on a connection that is thrown away where anything fails. */
  async function taking<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row | null> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(TAKING);
      const { rows } = await client.query<Row>(text, [...values]);
      await client.query('commit');
      client.release();
      return rows[0] ?? null;
    } catch (thrown) {
      client.release(true);
      onLost();
      throw thrown;
    }
  }

  return {
    acquire: async (names, { owner, ms, family, under }) => {
      const siblings = family?.siblings ?? [];
      const condition = [family?.prefix ?? null, siblings, under?.name ?? null, under?.fence ?? null];
      const got = await taking<{ name: string; fence: number }>(TAKE, [names, owner, ms, ...condition]);
      return got === null ? null : { ...got, owner };
    },
    renew: async ({ name, owner, fence }, ms) => {
      const renewed = pool.query(RENEW, [name, owner, fence, ms]);
      // Asked every few seconds: whoever does not answer here is noticed before anybody asks something else.
      const { rowCount } = await renewed.catch((thrown: unknown) => {
        onLost();
        throw thrown;
      });
      return rowCount === 1;
    },
    release: async ({ name, owner, fence }) => {
      await pool.query(RELEASE, [name, owner, fence]);
    },
    live: async (prefix) => {
      const { rows } = await pool.query<{ name: string }>(LIVE, [prefix]);
      return rows.map(({ name }) => name);
    },
    forget: async () => {
      await pool.query(FORGET);
    },
    close: () => pool.end(),
  };
}
