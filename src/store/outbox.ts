// The rows of the outbox: how a post to be made is written down, and read again.
import { sql } from 'kysely';
import type { Content, Delivery, NewDelivery } from './records.ts';
import type { Claim } from './store.ts';
import { columnsOf, type Db, type DeliveryRow, type PlaceColumns, placeOf } from './tables.ts';

/** Rows written at once: SQLite takes 32,766 values in one statement, a row has some fifteen. */
const ROWS = 500;

/**
 * Writes rows down, those that others belong to first. Left out is what has its slot taken, and what belongs to a row
 * that was left out.
 */
export async function insertNew(db: Db, deliveries: readonly NewDelivery[]): Promise<readonly Delivery[]> {
  const parents = deliveries.filter(({ parent }) => parent === undefined);
  const proposed = new Set(parents.map(({ id }) => id));
  const inserted = await insertRows(db, parents);
  const known = new Set(inserted.map(({ id }) => id));
  const children = deliveries.filter(
    ({ parent }) => parent !== undefined && (known.has(parent) || !proposed.has(parent)),
  );
  return [...inserted, ...(await insertRows(db, children))];
}

async function insertRows(db: Db, deliveries: readonly NewDelivery[]): Promise<readonly Delivery[]> {
  const inserted: Delivery[] = [];
  for (let start = 0; start < deliveries.length; start += ROWS) {
    const rows = await db
      .insertInto('delivery')
      .values(deliveries.slice(start, start + ROWS).map(write))
      .onConflict((conflict) => conflict.columns(['platform', 'team', 'channel', 'kind', 'slot']).doNothing())
      .returningAll()
      .execute();
    inserted.push(...rows.map(read));
  }
  return inserted;
}

/**
 * Takes rows for one owner: every workspace or server in turn, and within each quizzes before reveals before the rest.
 * @param locks whether other processes claim as well: not on SQLite, where it would cost as much again
 */
export async function claim(
  db: Db,
  locks: boolean,
  status: 'pending' | 'unknown',
  { owner, now, leaseMs, limit, platform, perTeam, except = [], part }: Claim,
): Promise<readonly Delivery[]> {
  const time = status === 'pending' ? 'not_before' : 'look_at';
  const order = sql<number>`case kind when 'quiz' then 0 when 'reveal' then 1 else 2 end`;
  const inTurn = db
    .selectFrom('delivery')
    .select((eb) => [
      'id',
      'not_before',
      order.as('rank'),
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy(['platform', 'team']).orderBy(order).orderBy('not_before').orderBy('id'))
        .as('turn'),
    ])
    .where('status', '=', status)
    .where(time, '<=', now)
    .$if(platform !== undefined, (query) => query.where('platform', '=', platform ?? 'slack'))
    .$if(except.length > 0, (query) => query.where('team', 'not in', except))
    .$if(part !== undefined, (query) =>
      query.where(sql<boolean>`abs(hashtext(team)::bigint) % ${part?.of ?? 1} = ${part?.index ?? 0}`),
    );
  const chosen = db
    .selectFrom(inTurn.as('candidate'))
    .select('candidate.id')
    .$if(perTeam !== undefined, (query) => query.where('turn', '<=', perTeam ?? 0))
    .orderBy('turn')
    .orderBy('rank')
    .orderBy('not_before')
    .orderBy('candidate.id')
    .limit(limit);
  // Another process may have taken some since they were chosen: said again where the rows are locked.
  const free = db
    .selectFrom('delivery')
    .select('id')
    .where('status', '=', status)
    .where('id', 'in', chosen)
    .forUpdate()
    .skipLocked();
  const rows = await db
    .updateTable('delivery')
    .set((eb) => ({
      status: 'sending',
      lease_owner: owner,
      lease_until: now + leaseMs,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', 'in', locks ? free : chosen)
    .returningAll()
    .execute();
  return rows.map(read).sort((one, other) => one.notBefore - other.notBefore || (one.id < other.id ? -1 : 1));
}

/**
 * Calls off all that waits to be posted in a place, or a whole workspace or server. A question and its solution are noted
 * as skipped; a digest and a season go altogether, so that they are planned anew should the schedule come back.
 */
export async function callOff(db: Db, where: Partial<PlaceColumns>, reason: string): Promise<void> {
  await db
    .deleteFrom('delivery')
    .where((eb) => eb.and({ ...where, status: 'pending' }))
    .where('kind', 'in', ['digest', 'season'])
    .execute();
  await db
    .updateTable('delivery')
    .set({ status: 'skipped', error: reason })
    .where((eb) => eb.and({ ...where, status: 'pending' }))
    .execute();
}

function write(delivery: NewDelivery) {
  return {
    ...columnsOf(delivery.place),
    id: delivery.id,
    kind: delivery.kind,
    slot_date: delivery.date,
    slot: delivery.slot,
    status: delivery.status ?? 'pending',
    not_before: delivery.notBefore,
    parent: delivery.parent ?? null,
    attempts: 0,
    ...contentColumns(delivery.content ?? null),
  } as const;
}

export function contentColumns(content: Content | null): Pick<DeliveryRow, 'item' | 'payload'> {
  return content === null
    ? { item: null, payload: null }
    : { item: content.item, payload: JSON.stringify(content.payload) };
}

export function contentOf({ item, payload }: Pick<DeliveryRow, 'item' | 'payload'>): Content | null {
  return payload === null ? null : { item, payload: JSON.parse(payload) };
}

export function read(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    place: placeOf(row),
    kind: row.kind,
    date: row.slot_date,
    slot: row.slot,
    notBefore: row.not_before,
    parent: row.parent,
    status: row.status,
    attempts: row.attempts,
    firstTriedAt: row.first_tried_at,
    content: contentOf(row),
    message: row.message,
    postedAt: row.posted_at,
    closedAt: row.closed_at,
    voidedAt: row.voided_at,
    error: row.error,
  };
}
