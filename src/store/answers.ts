// Who answered what. The first answer of a person counts, and none after the close.
import { sql } from 'kysely';
import { contentOf } from './outbox.ts';
import type { Recorded } from './records.ts';
import type { Answers, Store } from './store.ts';
import { columnsOf, type Db, placeOf } from './tables.ts';
import { together } from './together.ts';

type Answer = Parameters<Answers['record']>[0];

export function createAnswers(db: Db, engine: Store['engine']): Answers {
  return {
    // PostgreSQL has many connections, and gathers the waiting for its disk by itself.
    record: engine === 'sqlite' ? together(db, record) : (answer) => record(db, answer, true),
    tally: async (delivery) => (await tallies(db).where('id', '=', delivery).execute()).map(tallyOf),
    tallies: async (place, { from, to }) => {
      const rows = await tallies(db)
        .where((eb) => eb.and(columnsOf(place)))
        .where('slot_date', '>=', from)
        .where('slot_date', '<=', to)
        .execute();
      return rows.map(tallyOf);
    },
    list: async (place, { from, to }) => {
      const rows = await db
        .selectFrom('delivery')
        .innerJoin('answer', 'answer.delivery_id', 'delivery.id')
        .leftJoin('hidden_person', (join) =>
          join
            .onRef('hidden_person.platform', '=', 'delivery.platform')
            .onRef('hidden_person.user_id', '=', 'answer.user_id'),
        )
        .select([
          'answer.delivery_id as delivery',
          'answer.user_id as user',
          'answer.choice',
          'answer.correct',
          'answer.answered_at as at',
          'hidden_person.user_id as hidden',
        ])
        .where('delivery.platform', '=', place.platform)
        .where('delivery.team', '=', place.team)
        .where('delivery.channel', '=', place.channel)
        .where('delivery.slot_date', '>=', from)
        .where('delivery.slot_date', '<=', to)
        .orderBy('answer.answered_at')
        .orderBy('answer.user_id')
        .execute();
      return rows.map((row) => ({ ...row, correct: row.correct === 1, hidden: row.hidden !== null }));
    },
    ofPerson: async ({ platform, user }, place) => {
      const rows = await db
        .selectFrom('answer')
        .innerJoin('delivery', 'delivery.id', 'answer.delivery_id')
        .select(['id', 'choice', 'correct', 'answered_at', 'slot_date', 'item', 'payload', 'closed_at', 'voided_at'])
        .select(['platform', 'team', 'channel'])
        .where((eb) => eb.and({ user_id: user, platform }))
        .$if(place !== undefined, (query) =>
          query.where((eb) => eb.and({ team: place?.team ?? '', channel: place?.channel ?? '' })),
        )
        .orderBy('answered_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        delivery: row.id,
        place: placeOf(row),
        date: row.slot_date,
        content: contentOf(row),
        choice: row.choice,
        correct: row.correct === 1,
        at: row.answered_at,
        closed: row.closed_at !== null,
        voided: row.voided_at !== null,
      }));
    },
  };
}

/** @param shared whether the quiz has to be kept from closing meanwhile */
async function record(db: Db, { delivery, person, choice, correct, at }: Answer, shared = false): Promise<Recorded> {
  const counted = await db
    .insertInto('answer')
    .columns(['delivery_id', 'user_id', 'choice', 'correct', 'answered_at'])
    .expression((eb) =>
      eb
        .selectFrom('delivery')
        .select([
          'id',
          sql<string>`cast(${person.user} as text)`.as('user_id'),
          sql<number>`cast(${choice} as integer)`.as('choice'),
          sql<0 | 1>`cast(${correct ? 1 : 0} as integer)`.as('correct'),
          sql<number>`cast(${at} as bigint)`.as('answered_at'),
        ])
        .where((open) => open.and({ id: delivery, kind: 'quiz', platform: person.platform }))
        .where('closed_at', 'is', null)
        // Whoever closes the quiz waits for the answers under way, and later answers see it closed.
        .$if(shared, (query) => query.forShare()),
    )
    .onConflict((conflict) => conflict.columns(['delivery_id', 'user_id']).doNothing())
    .returning('choice')
    .executeTakeFirst();
  return counted === undefined ? standing(db, delivery, person.user) : { outcome: 'counted', choice };
}

/** What stands where an answer did not count. */
async function standing(db: Db, delivery: string, user: string): Promise<Recorded> {
  const row = await db
    .selectFrom('delivery')
    .leftJoin('answer', (join) => join.onRef('answer.delivery_id', '=', 'delivery.id').on('answer.user_id', '=', user))
    .select(['closed_at', 'choice'])
    .where((eb) => eb.and({ id: delivery, kind: 'quiz' }))
    .executeTakeFirst();
  if (row === undefined) return { outcome: 'missing' };
  if (row.closed_at !== null) return { outcome: 'closed', choice: row.choice };
  return row.choice === null ? { outcome: 'missing' } : { outcome: 'already', choice: row.choice };
}

/** Answers by quiz and choice, named and anonymous ones together. */
function tallies(db: Db) {
  const counts = db
    .selectFrom('answer')
    .select((eb) => ['delivery_id', 'choice', 'correct', eb.fn.countAll<number>().as('count')])
    .groupBy(['delivery_id', 'choice', 'correct'])
    .unionAll(db.selectFrom('anonymous_answer').select(['delivery_id', 'choice', 'correct', 'count']));
  return db
    .selectFrom('delivery')
    .innerJoin(counts.as('counted'), 'counted.delivery_id', 'delivery.id')
    .select((eb) => [
      'delivery.id as delivery',
      'counted.choice',
      eb.fn.max('counted.correct').as('correct'),
      eb.fn.sum<number>('counted.count').as('count'),
    ])
    .groupBy(['delivery.id', 'counted.choice'])
    .orderBy('delivery.id')
    .orderBy('counted.choice');
}

function tallyOf(row: { delivery: string; choice: number; correct: number; count: number }) {
  return { ...row, correct: row.correct === 1 };
}
