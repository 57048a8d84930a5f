// Answers lose their person and stay as counts, so that distributions stay right.
import { sql } from 'kysely';
import type { Person } from './records.ts';
import type { Db } from './tables.ts';

/** The ids of a platform's quizzes, or only of the closed ones. */
function quizzes(db: Db, platform: Person['platform'], closed: boolean) {
  return db
    .selectFrom('delivery')
    .select('id')
    .where('platform', '=', platform)
    .$if(closed, (query) => query.where('closed_at', 'is not', null));
}

/** Adds named answers to the anonymous counts; they are still to be deleted. */
function addCounts(db: Db) {
  return db
    .selectFrom('answer')
    .select((eb) => ['delivery_id', 'choice', eb.fn.max('correct').as('correct'), eb.fn.countAll<number>().as('count')])
    .groupBy(['delivery_id', 'choice']);
}

async function insertCounts(db: Db, counts: ReturnType<typeof addCounts>): Promise<void> {
  await db
    .insertInto('anonymous_answer')
    .columns(['delivery_id', 'choice', 'correct', 'count'])
    .expression(counts)
    .onConflict((conflict) =>
      conflict
        .columns(['delivery_id', 'choice'])
        .doUpdateSet({ count: sql<number>`anonymous_answer.count + excluded.count` }),
    )
    .execute();
}

/** A person's answers: to closed quizzes they become counts, to open ones they go altogether. */
export async function foldPerson(transaction: Db, { platform, user }: Person): Promise<void> {
  await insertCounts(
    transaction,
    addCounts(transaction)
      .where('user_id', '=', user)
      .where('delivery_id', 'in', quizzes(transaction, platform, true)),
  );
  await transaction
    .deleteFrom('answer')
    .where('user_id', '=', user)
    .where('delivery_id', 'in', quizzes(transaction, platform, false))
    .execute();
}

/** Answers given before. @returns how many became counts */
export async function foldOld(transaction: Db, before: number): Promise<number> {
  await insertCounts(transaction, addCounts(transaction).where('answered_at', '<', before));
  const { numDeletedRows } = await transaction
    .deleteFrom('answer')
    .where('answered_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * Reveals, digests and seasons keep what they say until they are surely posted, and that names people. What is not being
 * sent right now is composed anew should it be said again.
 */
export function forgetSaid(transaction: Db) {
  return transaction
    .updateTable('delivery')
    .set({ payload: null })
    .where('kind', '!=', 'quiz')
    .where('status', '!=', 'sending')
    .where('payload', 'is not', null);
}
