// When each place is asked.
import { type Blank, hot } from './hot.ts';
import { callOff } from './outbox.ts';
import { materialise, recompute } from './planning.ts';
import type { Recall } from './recall.ts';
import type { Person, Place, Schedule } from './records.ts';
import { readSchedule, writeSchedule } from './schedule-row.ts';
import type { Change, Schedules, Store } from './store.ts';
import { columnsOf, type Db, placeOf } from './tables.ts';

export function createSchedules(db: Db, engine: Store['engine'], recall: Recall): Schedules {
  const noticed = recall.of(
    ['schedule'],
    hot(db, (blank: Blank<Person & { readonly team: string }>) =>
      db
        .selectFrom('schedule')
        .select('channel')
        .where('notice_for', '=', blank('user'))
        .where('platform', '=', blank('platform'))
        .where('team', '=', blank('team'))
        .limit(1),
    ),
  );
  return {
    get: async (place) => {
      const row = await db
        .selectFrom('schedule')
        .selectAll()
        .where((eb) => eb.and(columnsOf(place)))
        .executeTakeFirst();
      return row === undefined ? null : readSchedule(row);
    },
    set: async (schedule) => {
      const { platform, team, channel, ...settings } = writeSchedule(schedule);
      await db
        .insertInto('schedule')
        .values({ platform, team, channel, ...settings })
        .onConflict((conflict) => conflict.columns(['platform', 'team', 'channel']).doUpdateSet(settings))
        .execute();
    },
    change: (place, decide) => change(db, engine, place, decide),
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
        await callOff(transaction, columnsOf(place), reason);
      }),
    takeNotices: async ({ platform, user }, team) => {
      // Nearly always none: then nothing is written.
      if ((await noticed({ platform, user, team })).length === 0) return [];
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

function change<Decided extends { readonly change: Change | null }>(
  db: Db,
  engine: Store['engine'],
  place: Place,
  decide: (current: Schedule | null) => Decided,
): Promise<Decided> {
  return db.transaction().execute(async (transaction) => {
    for (;;) {
      const row = await transaction
        .selectFrom('schedule')
        .selectAll()
        .where((eb) => eb.and(columnsOf(place)))
        .$if(engine === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      const decided = decide(row === undefined ? null : readSchedule(row));
      if (decided.change === null) return decided;
      if (await keep(transaction, decided.change.schedule, row === undefined)) {
        await withdraw(transaction, place, decided.change.replanned);
        return decided;
      }
      // Somebody else set it up at the same moment: now there is something to decide in view of.
    }
  });
}

/** @returns false where one that should be new is there already */
async function keep(transaction: Db, schedule: Schedule, isNew: boolean): Promise<boolean> {
  const { platform, team, channel, ...settings } = writeSchedule(schedule);
  const place = { platform, team, channel };
  if (!isNew) {
    await transaction
      .updateTable('schedule')
      .set(settings)
      .where((eb) => eb.and(place))
      .execute();
    return true;
  }
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('schedule')
    .values({ ...place, ...settings })
    .onConflict((conflict) => conflict.columns(['platform', 'team', 'channel']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** Its reveal goes with it. */
async function withdraw(transaction: Db, place: Place, slot: string | null): Promise<void> {
  if (slot === null) return;
  await transaction
    .deleteFrom('delivery')
    .where((eb) => eb.and({ ...columnsOf(place), kind: 'quiz', slot, status: 'pending' }))
    .execute();
}
