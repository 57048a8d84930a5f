// What is taken care of already, whichever process did it: platforms tell some things twice, and not to the same one.
import { sql } from 'kysely';
import { gather } from './gather.ts';
import type { Claims } from './leasing.ts';
import type { Db } from './tables.ts';

/** Claims that go in one query. */
const AT_ONCE = 200;
/** By the database’s one clock, as leases: a process whose own is wrong must not forget what others have just claimed. */
const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

export function createClaims(db: Db): Claims {
  /** Whether each claim got all of its keys: the first who names a key gets it. */
  async function claimEach(claims: readonly (readonly string[])[]): Promise<readonly boolean[]> {
    // In one order everywhere: else two processes could wait for each other.
    const names = [...new Set(claims.flat())].sort();
    const rows = await db
      .insertInto('claim')
      .values(names.map((name) => ({ name, claimed_at: NOW })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('name')
      .execute();
    const free = new Set(rows.map(({ name }) => name));
    return claims.map((keys) => {
      const got = keys.every((key) => free.has(key));
      for (const key of keys) free.delete(key);
      return got;
    });
  }

  return {
    claim: gather(AT_ONCE, claimEach),
    release: async (keys) => {
      await db.deleteFrom('claim').where('name', 'in', keys).execute();
    },
    forget: async (age) => {
      const { numDeletedRows } = await db
        .deleteFrom('claim')
        .where('claimed_at', '<=', sql<number>`${NOW} - ${age}::bigint`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
