// Doubts about questions.
import { read } from './outbox.ts';
import type { Flags } from './store.ts';
import { columnsOf, type Db } from './tables.ts';

export function createFlags(db: Db): Flags {
  return {
    raise: (delivery, { platform, user }, at) =>
      db.transaction().execute(async (transaction) => {
        const quiz = await transaction
          .selectFrom('delivery')
          .select('id')
          .where((eb) => eb.and({ id: delivery, kind: 'quiz', platform }))
          .executeTakeFirst();
        if (quiz === undefined) return null;
        await transaction
          .insertInto('flag')
          .values({ delivery_id: delivery, user_id: user, flagged_at: at })
          .onConflict((conflict) => conflict.columns(['delivery_id', 'user_id']).doNothing())
          .execute();
        const { count } = await transaction
          .selectFrom('flag')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('delivery_id', '=', delivery)
          .executeTakeFirstOrThrow();
        return count;
      }),
    list: async (place) => {
      const rows = await db
        .selectFrom('delivery')
        .innerJoin(
          db
            .selectFrom('flag')
            .select((eb) => ['delivery_id', eb.fn.countAll<number>().as('count')])
            .groupBy('delivery_id')
            .as('doubted'),
          'doubted.delivery_id',
          'delivery.id',
        )
        .selectAll('delivery')
        .select('doubted.count')
        .where((eb) => eb.and(columnsOf(place)))
        .where('voided_at', 'is', null)
        .orderBy('doubted.count', 'desc')
        .orderBy('delivery.id')
        .execute();
      return rows.map((row) => ({ delivery: read(row), count: row.count }));
    },
  };
}
