// What is posted: an outbox under leases, so that nothing is posted twice and nothing is lost without a trace.
import type { UpdateObject } from 'kysely';
import { gather } from './gather.ts';
import { claim, contentColumns, insertNew, read } from './outbox.ts';
import type { Delivery } from './records.ts';
import type { Deliveries, Store } from './store.ts';
import { columnsOf, type Db, type Tables } from './tables.ts';

/** Rows looked up at once. */
const AT_ONCE = 500;

export function createDeliveries(db: Db, engine: Store['engine']): Deliveries {
  const locks = engine === 'postgres';

  /** Changes a row while it is the owner's. */
  async function settle(
    id: string,
    owner: string,
    changes: UpdateObject<Tables, 'delivery', 'delivery'>,
  ): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('delivery')
      .set({ lease_owner: null, lease_until: null, look_at: null, ...changes })
      .where((eb) => eb.and({ id, status: 'sending', lease_owner: owner }))
      .executeTakeFirst();
    return numUpdatedRows > 0;
  }

  /** Notes a moment that comes once for a quiz. */
  async function mark(within: Db, id: string, column: 'closed_at' | 'voided_at', at: number): Promise<boolean> {
    const { numUpdatedRows } = await within
      .updateTable('delivery')
      .set({ [column]: at })
      .where((eb) => eb.and({ id, kind: 'quiz' }))
      .where(column, 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0;
  }

  /** The row of each id: its own, or that of the quiz it is the reveal of. A thousand clicks ask for the same. */
  async function readEach(ids: readonly string[], column: 'id' | 'parent'): Promise<readonly (Delivery | null)[]> {
    const rows = await db
      .selectFrom('delivery')
      .selectAll()
      .where(column, 'in', [...new Set(ids)])
      .$if(column === 'parent', (query) => query.where('kind', '=', 'reveal'))
      .execute();
    const byId = new Map(rows.map((row) => [row[column], read(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  return {
    insert: async (delivery) => (await insertNew(db, [delivery])).length > 0,
    get: gather(AT_ONCE, (ids) => readEach(ids, 'id')),
    list: async (place, { from, to }, kinds) => {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where((eb) => eb.and(columnsOf(place)))
        .where('slot_date', '>=', from)
        .where('slot_date', '<=', to)
        .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
        .orderBy('not_before')
        .orderBy('id')
        .execute();
      return rows.map(read);
    },
    revealOf: gather(AT_ONCE, (quizzes) => readEach(quizzes, 'parent')),
    claim: (wanted) => claim(db, locks, 'pending', wanted),
    claimUnknown: (wanted) => claim(db, locks, 'unknown', wanted),
    begin: async (id, owner, content, at) => {
      const { item, payload } = contentColumns(content);
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        // The item first: both are judged by the payload before the change.
        .set((eb) => ({
          item: eb.case().when('payload', 'is', null).then(item).else(eb.ref('item')).end(),
          payload: eb.fn.coalesce('payload', eb.val(payload)),
          first_tried_at: eb.fn.coalesce('first_tried_at', eb.val(at)),
        }))
        .where((eb) => eb.and({ id, status: 'sending', lease_owner: owner }))
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },
    markSent: async (id, owner, message, postedAt) => {
      const sent = await settle(id, owner, { status: 'sent', message, posted_at: postedAt, error: null });
      // A question is judged by its content as long as it counts. What else was said names people, and is done with.
      if (sent)
        await db
          .updateTable('delivery')
          .set({ payload: null })
          .where('id', '=', id)
          .where('kind', '!=', 'quiz')
          .execute();
      return sent;
    },
    markUnknown: (id, owner, error, lookAgainAt) =>
      settle(id, owner, { status: 'unknown', error, look_at: lookAgainAt }),
    release: async (ids, owner) => {
      if (ids.length === 0) return 0;
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set((eb) => ({
          status: 'pending',
          lease_owner: null,
          lease_until: null,
          first_tried_at: null,
          attempts: eb('attempts', '-', 1),
        }))
        .where('id', 'in', ids)
        .where((eb) => eb.and({ status: 'sending', lease_owner: owner }))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    retryAt: (id, owner, notBefore, error) =>
      settle(id, owner, { status: 'pending', not_before: notBefore, first_tried_at: null, error }),
    skip: (id, owner, reason) => settle(id, owner, { status: 'skipped', error: reason }),
    kill: (id, owner, reason) => settle(id, owner, { status: 'dead', error: reason }),
    expireLeases: async (now) => {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ status: 'unknown', lease_owner: null, lease_until: null, look_at: now, error: 'lease ran out' })
        .where('status', '=', 'sending')
        .where('lease_until', '<=', now)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    healFromClick: async (id, message, at) => {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set((eb) => ({
          status: 'sent',
          message,
          posted_at: eb.fn.coalesce('first_tried_at', eb.val(at)),
          lease_owner: null,
          lease_until: null,
          look_at: null,
          error: null,
        }))
        .where('id', '=', id)
        .where('status', '!=', 'sent')
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },
    close: (id, at) => mark(db, id, 'closed_at', at),
    void: (id, at) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('delivery')
          .set({ not_before: at })
          .where((eb) => eb.and({ parent: id, kind: 'reveal', status: 'pending' }))
          .where('not_before', '>', at)
          .execute();
        return await mark(transaction, id, 'voided_at', at);
      }),
    backlog: async (now) => {
      const { count, oldest } = await db
        .selectFrom('delivery')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('not_before').as('oldest')])
        .where('status', '=', 'pending')
        .where('not_before', '<=', now)
        .executeTakeFirstOrThrow();
      return { count, oldest };
    },
    unskip: async (after) => {
      const { numDeletedRows } = await db
        .deleteFrom('delivery')
        .where((eb) => eb.and({ kind: 'quiz', status: 'skipped' }))
        .where('not_before', '>', after)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    earliest: async (kind) => {
      const row = await db
        .selectFrom('delivery')
        .select('not_before')
        .where('status', '=', 'pending')
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'quiz'))
        .orderBy('not_before')
        .limit(1)
        .executeTakeFirst();
      return row?.not_before ?? null;
    },
  };
}
