// Keeping no more than is needed.
import { foldOld } from './fold.ts';
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
          .updateTable('delivery')
          .set({ status: 'skipped', error: 'removed' })
          .where((eb) => eb.and({ platform, team, status: 'pending' }))
          .execute();
      }),
    readmit: async (platform, team) => {
      await db
        .deleteFrom('removal')
        .where((eb) => eb.and({ platform, team }))
        .execute();
    },
    purge: async (before) => {
      const removed = await db
        .selectFrom('removal')
        .select(['platform', 'team'])
        .where('removed_at', '<', before)
        .execute();
      for (const { platform, team } of removed)
        await db.transaction().execute((transaction) => deleteTeam(transaction, { platform, team }));
      return removed.length;
    },
    anonymise: (before) => db.transaction().execute((transaction) => foldOld(transaction, before)),
  };
}

/** Answers, counts and flags go with their deliveries. */
async function deleteTeam(transaction: Db, team: Team): Promise<void> {
  for (const table of ['delivery', 'schedule', 'place_card', 'place_waiting', 'practice_card', 'removal'] as const)
    await transaction
      .deleteFrom(table)
      .where((eb) => eb.and(team))
      .execute();
  await transaction
    .deleteFrom('hidden_person')
    .where((eb) => eb.and(team))
    // Who answers elsewhere on the platform stays hidden there.
    .where('user_id', 'not in', (eb) =>
      eb
        .selectFrom('answer')
        .innerJoin('delivery', 'delivery.id', 'answer.delivery_id')
        .where('delivery.platform', '=', team.platform)
        .select('answer.user_id'),
    )
    .execute();
}
