// Who answered what. The first answer of a person counts, and none after the close.
import { gather } from './gather.ts';
import { contentOf } from './outbox.ts';
import type { Recorded } from './records.ts';
import type { Answers, Store } from './store.ts';
import { columnsOf, type Db, placeOf } from './tables.ts';

type Answer = Parameters<Answers['record']>[0];

/** Answers written at once. */
const AT_ONCE = 200;

export function createAnswers(db: Db, engine: Store['engine']): Answers {
  return {
    record: gather(AT_ONCE, (answers) => record(db, answers, engine === 'postgres')),
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

/**
 * Writes down answers, the first of each person to each quiz, in one transaction.
 * @param shared whether others may close a quiz meanwhile: then they wait, and later answers see it closed
 */
async function record(db: Db, answers: readonly Answer[], shared: boolean): Promise<readonly Recorded[]> {
  return await db.transaction().execute(async (transaction) => {
    const quizzes = await quizzesOf(transaction, answers, shared);
    const isOpen = ({ delivery, person: { platform } }: Answer) => {
      const quiz = quizzes.get(delivery);
      return quiz?.closed_at === null && quiz.platform === platform;
    };
    const counted = await insertFirst(transaction, answers.filter(isOpen));
    const others = answers.filter((answer) => !counted.has(answer));
    const standing = others.length === 0 ? new Map<string, number>() : await choicesOf(transaction, others);
    return answers.map((answer): Recorded => {
      if (counted.has(answer)) return { outcome: 'counted', choice: answer.choice };
      const quiz = quizzes.get(answer.delivery);
      if (quiz?.platform !== answer.person.platform) return { outcome: 'missing' };
      const choice = standing.get(keyOf(answer)) ?? null;
      if (quiz.closed_at !== null) return { outcome: 'closed', choice };
      return choice === null ? { outcome: 'missing' } : { outcome: 'already', choice };
    });
  });
}

async function quizzesOf(transaction: Db, answers: readonly Answer[], shared: boolean) {
  const rows = await transaction
    .selectFrom('delivery')
    .select(['id', 'platform', 'closed_at'])
    .where('id', 'in', [...new Set(answers.map(({ delivery }) => delivery))])
    .where('kind', '=', 'quiz')
    .orderBy('id')
    .$if(shared, (query) => query.forShare())
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** @returns those that count now */
async function insertFirst(transaction: Db, answers: readonly Answer[]): Promise<ReadonlySet<Answer>> {
  const first = new Map<string, Answer>();
  for (const answer of answers) if (!first.has(keyOf(answer))) first.set(keyOf(answer), answer);
  if (first.size === 0) return new Set();
  // Always in the same order: two processes that write the same rows must not wait for each other.
  const inOrder = [...first].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const rows = await transaction
    .insertInto('answer')
    .values(
      inOrder.map(([, { delivery, person, choice, correct, at }]) => ({
        delivery_id: delivery,
        user_id: person.user,
        choice,
        correct: correct ? 1 : 0,
        answered_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['delivery_id', 'user_id']).doNothing())
    .returning(['delivery_id as delivery', 'user_id as user'])
    .execute();
  const keys = new Set(rows.map(({ delivery, user }) => `${delivery} ${user}`));
  return new Set([...first].flatMap(([key, answer]) => (keys.has(key) ? answer : [])));
}

/** What stands where an answer did not count. */
async function choicesOf(transaction: Db, answers: readonly Answer[]): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('answer')
    .select(['delivery_id', 'user_id', 'choice'])
    .where('delivery_id', 'in', [...new Set(answers.map(({ delivery }) => delivery))])
    .where('user_id', 'in', [...new Set(answers.map(({ person }) => person.user))])
    .execute();
  return new Map(rows.map((row) => [`${row.delivery_id} ${row.user_id}`, row.choice]));
}

function keyOf({ delivery, person }: Answer): string {
  return `${delivery} ${person.user}`;
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
