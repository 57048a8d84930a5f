// What is taken care of already, whichever process did it: platforms tell some things twice, and not to the same one.
import { gather } from './gather.ts';
import type { Claims } from './leasing.ts';
import type { Db } from './tables.ts';

/** Claims that go in one query. */
const AT_ONCE = 200;

export function createClaims(db: Db): Claims {
  /** Whether each claim got all of its keys: the first who names a key gets it. */
  async function claimEach(claims: readonly (readonly string[])[]): Promise<readonly boolean[]> {
    const at = Date.now();
    // In one order everywhere: else two processes could wait for each other.
    const names = [...new Set(claims.flat())].sort();
    const rows = await db
      .insertInto('claim')
      .values(names.map((name) => ({ name, claimed_at: at })))
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
    forget: async (before) => {
      const { numDeletedRows } = await db.deleteFrom('claim').where('claimed_at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
