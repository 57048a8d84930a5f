// Schedules whose time has come, and the times of all others.
import { setImmediate as immediately } from 'node:timers/promises';
import { insertNew } from './outbox.ts';
import type { Delivery, Place, Schedule } from './records.ts';
import { readSchedule } from './schedule-row.ts';
import type { Plan, Store } from './store.ts';
import { columnsOf, type Db, placeOf } from './tables.ts';

/** Schedules that `recompute` reads at a time: a few milliseconds of work. */
const PAGE = 200;

export function materialise(
  db: Db,
  engine: Store['engine'],
  now: number,
  limit: number,
  plan: (schedule: Schedule) => Plan,
): Promise<{ readonly due: number; readonly inserted: readonly Delivery[] }> {
  return db.transaction().execute(async (transaction) => {
    const due = await transaction
      .selectFrom('schedule')
      .selectAll()
      .where('next_run_at', '<=', now)
      .orderBy('next_run_at')
      .limit(limit)
      // Another process plans the rest meanwhile. On SQLite there is no other process.
      .$if(engine === 'postgres', (query) => query.forUpdate().skipLocked())
      .execute();
    const plans = due.map((row) => ({ place: placeOf(row), ...plan(readSchedule(row)) }));
    const inserted = await insertNew(
      transaction,
      plans.flatMap(({ deliveries }) => deliveries),
    );
    for (const { place, nextRunAt } of plans) await moveTo(transaction, place, nextRunAt);
    return { due: due.length, inserted };
  });
}

async function moveTo(db: Db, place: Place, nextRunAt: number | null): Promise<void> {
  await db
    .updateTable('schedule')
    .set({ next_run_at: nextRunAt })
    .where((eb) => eb.and(columnsOf(place)))
    .execute();
}

export async function recompute(
  db: Db,
  engine: Store['engine'],
  now: number,
  next: (schedule: Schedule) => number | null,
): Promise<number> {
  let moved = 0;
  let last: Place | null = { platform: 'discord', team: '', channel: '' };
  while (last !== null) {
    const after: Place = last;
    last = await db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('schedule')
        .selectAll()
        .where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('platform', 'team', 'channel'),
            '>',
            tuple(eb.val(after.platform), eb.val(after.team), eb.val(after.channel)),
          ),
        )
        .where('enabled', '=', 1)
        .orderBy('platform')
        .orderBy('team')
        .orderBy('channel')
        .limit(PAGE)
        .$if(engine === 'postgres', (query) => query.forUpdate())
        .execute();
      for (const row of rows) {
        // What is due is the next pass's to plan: moving it would lose a quiz.
        if (row.next_run_at !== null && row.next_run_at <= now) continue;
        const nextRunAt = next(readSchedule(row));
        if (nextRunAt === row.next_run_at) continue;
        await moveTo(transaction, placeOf(row), nextRunAt);
        moved += 1;
      }
      const final = rows.at(PAGE - 1);
      return final === undefined ? null : placeOf(final);
    });
    // SQLite answers at once: without this, nobody else had a turn before the last page.
    await immediately();
  }
  return moved;
}
