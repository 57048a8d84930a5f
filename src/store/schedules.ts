// When each place is asked.
import { setImmediate as immediately } from 'node:timers/promises';
import { insertNew } from './outbox.ts';
import type { Delivery, Place, Schedule, Weekday } from './records.ts';
import type { Plan, Schedules, Store } from './store.ts';
import { columnsOf, type Db, placeOf, type ScheduleRow } from './tables.ts';

/** Schedules that `recompute` reads at a time: a few milliseconds of work. */
const PAGE = 200;

export function createSchedules(db: Db, engine: Store['engine']): Schedules {
  return {
    get: async (place) => {
      const row = await db
        .selectFrom('schedule')
        .selectAll()
        .where((eb) => eb.and(columnsOf(place)))
        .executeTakeFirst();
      return row === undefined ? null : read(row);
    },
    set: async (schedule) => {
      const { platform, team, channel, ...settings } = write(schedule);
      await db
        .insertInto('schedule')
        .values({ platform, team, channel, ...settings })
        .onConflict((conflict) => conflict.columns(['platform', 'team', 'channel']).doUpdateSet(settings))
        .execute();
    },
    materialise: (now, limit, plan) => materialise(db, engine, now, limit, plan),
    recompute: (now, next) => recompute(db, engine, now, next),
    earliestNextRun: async () => {
      const row = await db
        .selectFrom('schedule')
        .select('next_run_at')
        .where('next_run_at', 'is not', null)
        .orderBy('next_run_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_run_at ?? null;
    },
    countDueAt: async (at, platform, most) => {
      const due = db
        .selectFrom('schedule')
        .select('channel')
        .where((eb) => eb.and({ next_run_at: at, platform }))
        .limit(most);
      const { count } = await db
        .selectFrom(due.as('due'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    recordFailure: async (place, date) => {
      const row = await db
        .updateTable('schedule')
        .set((eb) => ({
          strikes: eb
            .case()
            .when('last_strike', '=', date)
            .then(eb.ref('strikes'))
            .else(eb('strikes', '+', 1))
            .end(),
          last_strike: date,
        }))
        .where((eb) => eb.and(columnsOf(place)))
        .returning('strikes')
        .executeTakeFirst();
      return row?.strikes ?? 0;
    },
    clearFailures: async (place) => {
      await db
        .updateTable('schedule')
        .set({ strikes: 0, last_strike: null })
        .where((eb) => eb.and(columnsOf(place)))
        .where('strikes', '>', 0)
        .execute();
    },
    disable: (place, reason, noticeFor) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('schedule')
          .set({ enabled: 0, next_run_at: null, disabled_reason: reason, notice_for: noticeFor })
          .where((eb) => eb.and(columnsOf(place)))
          .execute();
        await transaction
          .updateTable('delivery')
          .set({ status: 'skipped', error: reason })
          .where((eb) => eb.and({ ...columnsOf(place), status: 'pending' }))
          .execute();
      }),
    takeNotices: async ({ platform, user }, team) => {
      const rows = await db
        .updateTable('schedule')
        .set({ notice_for: null })
        .where((eb) => eb.and({ platform, team, notice_for: user }))
        .returning(['platform', 'team', 'channel', 'disabled_reason'])
        .execute();
      return rows.map((row) => ({ place: placeOf(row), reason: row.disabled_reason ?? '' }));
    },
  };
}

function materialise(
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
    const plans = due.map((row) => ({ place: placeOf(row), ...plan(read(row)) }));
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

async function recompute(
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
        const nextRunAt = next(read(row));
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

function write(schedule: Schedule): ScheduleRow {
  const { enabled } = schedule;
  return {
    ...columnsOf(schedule.place),
    zone: schedule.zone,
    local_time: schedule.time,
    days: schedule.days.join(''),
    skips: JSON.stringify(schedule.skips),
    level: schedule.level,
    reveal: JSON.stringify(schedule.reveal),
    digest: schedule.digest ? 1 : 0,
    enabled: enabled ? 1 : 0,
    disabled_reason: enabled ? null : schedule.disabledReason,
    notice_for: enabled ? null : schedule.noticeFor,
    set_by: schedule.setBy,
    next_run_at: enabled ? schedule.nextRunAt : null,
    strikes: 0,
    last_strike: null,
  };
}

function read(row: ScheduleRow): Schedule {
  return {
    place: placeOf(row),
    zone: row.zone,
    time: row.local_time,
    days: Array.from(row.days, Number) as Weekday[],
    skips: JSON.parse(row.skips),
    level: row.level,
    reveal: JSON.parse(row.reveal),
    digest: row.digest === 1,
    enabled: row.enabled === 1,
    disabledReason: row.disabled_reason,
    noticeFor: row.notice_for,
    setBy: row.set_by,
    nextRunAt: row.next_run_at,
  };
}
