// Keeping no more than is needed.
import { foldOld, forgetSaid } from './fold.ts';
import { houseTables } from './house-tables.ts';
import { callOff } from './outbox.ts';
import type { Place } from './records.ts';
import type { Upkeep } from './store.ts';
import type { Db } from './tables.ts';

type Team = Pick<Place, 'platform' | 'team'>;

export function createUpkeep(db: Db): Upkeep {
  return {
    remove: (platform, team, at) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('removal')
          .values({ platform, team, removed_at: at })
          // Platforms tell of it more than once: the first time counts.
          .onConflict((conflict) => conflict.columns(['platform', 'team']).doNothing())
          .execute();
        await transaction
          .updateTable('schedule')
          .set({ enabled: 0, next_run_at: null, disabled_reason: 'removed', notice_for: null })
          .where((eb) => eb.and({ platform, team, enabled: 1 }))
          .execute();
        await transaction
          .updateTable('channel_setting')
          .set({ passive: 0 })
          .where((eb) => eb.and({ platform, team }))
          .execute();
        await callOff(transaction, { platform, team }, 'removed');
      }),
    readmit: async (platform, team) => {
      await db
        .deleteFrom('removal')
        .where((eb) => eb.and({ platform, team }))
        .execute();
    },
    teams: async (platform) => {
      const rows = await db
        .selectFrom('schedule')
        .select('team')
        .where('platform', '=', platform)
        .union(db.selectFrom('delivery').select('team').where('platform', '=', platform))
        .union(db.selectFrom('channel_setting').select('team').where('platform', '=', platform))
        .union(db.selectFrom('house_rule').select('team').where('platform', '=', platform))
        .union(db.selectFrom('house_code').select('team').where('platform', '=', platform))
        .union(db.selectFrom('removal').select('team').where('platform', '=', platform))
        .orderBy('team')
        .execute();
      const removals = await db.selectFrom('removal').select('team').where('platform', '=', platform).execute();
      const removed = new Set(removals.map(({ team }) => team));
      return rows.map(({ team }) => ({ team, removed: removed.has(team) }));
    },
    purge: async (before) => {
      const removed = await db
        .selectFrom('removal')
        .select(['platform', 'team'])
        .where('removed_at', '<', before)
        .execute();
      for (const { platform, team } of removed)
        await db.transaction().execute(async (transaction) => {
          await deleteTeam(transaction, { platform, team });
          await deleteRest(transaction, platform);
        });
      return removed.length;
    },
    anonymise: (before) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('practice_card').where('asked_at', '<', before).execute();
        await forgetSaid(transaction).where('not_before', '<', before).execute();
        await transaction.updateTable('house_event').set({ done_by: null }).where('done_at', '<', before).execute();
        return await foldOld(transaction, before);
      }),
  };
}

/** Answers, counts and flags go with their deliveries. */
async function deleteTeam(transaction: Db, { platform, team }: Team): Promise<void> {
  const answering = transaction
    .selectFrom('answer')
    .innerJoin('delivery', 'delivery.id', 'answer.delivery_id')
    .where('delivery.platform', '=', platform)
    .select('answer.user_id');
  // What belongs to no workspace or server goes with the last one in which they answer.
  const only = (table: 'practice_card' | 'hidden_person') =>
    transaction
      .deleteFrom(table)
      .where((eb) => eb.and({ platform }))
      .where('team', 'is', null)
      .where('user_id', 'in', answering.where('delivery.team', '=', team))
      .where('user_id', 'not in', answering.where('delivery.team', '!=', team))
      .execute();
  await only('practice_card');
  await only('hidden_person');
  for (const table of [
    'delivery',
    'schedule',
    'place_card',
    'place_waiting',
    'practice_card',
    'channel_setting',
    'installation',
    ...houseTables,
    'removal',
  ] as const)
    await transaction
      .deleteFrom(table)
      .where((eb) => eb.and({ platform, team }))
      .execute();
  await transaction
    .deleteFrom('hidden_person')
    .where((eb) => eb.and({ platform, team }))
    // Who answers elsewhere on the platform stays hidden there.
    .where('user_id', 'not in', answering)
    .execute();
}

/** Where Teapot is nowhere any more, nobody is left who could have written to it. */
async function deleteRest(transaction: Db, platform: Team['platform']): Promise<void> {
  for (const table of [
    'schedule',
    'delivery',
    'channel_setting',
    'installation',
    'house_rule',
    'house_code',
    'removal',
  ] as const) {
    const left = await transaction.selectFrom(table).select('team').where('platform', '=', platform).limit(1).execute();
    if (left.length > 0) return;
  }
  for (const table of ['practice_card', 'hidden_person'] as const)
    await transaction.deleteFrom(table).where('platform', '=', platform).execute();
}
