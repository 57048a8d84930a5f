// What places and people have learnt.
import type { Card, Waiting } from './records.ts';
import type { Memory } from './store.ts';
import { type CardColumns, columnsOf, type Db, type PlaceColumns, placeOf } from './tables.ts';

const CARD = ['item', 'state', 'due', 'asked_at', 'outcome'] as const;

export function createMemory(db: Db): Memory {
  return {
    of: async (place, since) => {
      const here = columnsOf(place);
      const cards = await db
        .selectFrom('place_card')
        .select(CARD)
        .where((eb) => eb.and(here))
        .orderBy('due')
        .orderBy('item')
        .execute();
      const waiting = await db
        .selectFrom('place_waiting')
        .selectAll()
        .where((eb) => eb.and(here))
        .orderBy('since')
        .orderBy('low')
        .orderBy('high')
        .execute();
      const recent = await db
        .selectFrom('delivery')
        .select(['item', 'not_before as at'])
        .where((eb) => eb.and({ ...here, kind: 'quiz' }))
        .where('status', 'not in', ['skipped', 'dead'])
        .where('not_before', '>=', since)
        .orderBy('not_before', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return {
        cards: cards.map(readCard),
        waiting: waiting.map(({ low, high, item, since: from, quizzes }) => ({
          pair: [low, high] as const,
          item,
          since: from,
          quizzes,
        })),
        recent: recent.flatMap(({ item, at }) => (item === null ? [] : [{ item, at }])),
      };
    },
    learn: (quiz, { card, wait, settled }) =>
      db.transaction().execute(async (transaction) => {
        const learnt = await transaction
          .updateTable('delivery')
          .set({ learnt_at: card.askedAt })
          .where((eb) => eb.and({ id: quiz, kind: 'quiz' }))
          .where('learnt_at', 'is', null)
          .where('voided_at', 'is', null)
          .returning(['platform', 'team', 'channel'])
          .executeTakeFirst();
        if (learnt === undefined) return false;
        const here = columnsOf(placeOf(learnt));
        await keepCard(transaction, here, card);
        if (settled !== undefined) await stopWaiting(transaction, here, settled);
        if (wait !== undefined) await keepWaiting(transaction, here, wait);
        return true;
      }),
    correct: (place, { item, card, pair, wait }) =>
      db.transaction().execute(async (transaction) => {
        const here = columnsOf(place);
        if (card !== null) await keepCard(transaction, here, card);
        else
          await transaction
            .deleteFrom('place_card')
            .where((eb) => eb.and({ ...here, item }))
            .execute();
        if (pair !== undefined && wait === null) await stopWaiting(transaction, here, pair);
        if (wait !== null) await keepWaiting(transaction, here, wait);
      }),
    practice: async ({ platform, user }) => {
      const rows = await db
        .selectFrom('practice_card')
        .select(CARD)
        .where((eb) => eb.and({ platform, user_id: user }))
        .orderBy('due')
        .orderBy('item')
        .execute();
      return rows.map(readCard);
    },
    practise: async ({ platform, user }, team, card) => {
      const columns = { ...writeCard(card), team };
      await db
        .insertInto('practice_card')
        .values({ platform, user_id: user, ...columns })
        .onConflict((conflict) => conflict.columns(['platform', 'user_id', 'item']).doUpdateSet(columns))
        .execute();
    },
  };
}

async function keepCard(transaction: Db, here: PlaceColumns, card: Card): Promise<void> {
  const columns = writeCard(card);
  await transaction
    .insertInto('place_card')
    .values({ ...here, ...columns })
    .onConflict((conflict) => conflict.columns(['platform', 'team', 'channel', 'item']).doUpdateSet(columns))
    .execute();
}

/** Takes the place of another one for the same pair. */
async function keepWaiting(
  transaction: Db,
  here: PlaceColumns,
  { pair, item, since, quizzes }: Waiting,
): Promise<void> {
  await transaction
    .insertInto('place_waiting')
    .values({ ...here, ...ordered(pair), item, since, quizzes })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'team', 'channel', 'low', 'high']).doUpdateSet({ item, since, quizzes }),
    )
    .execute();
}

async function stopWaiting(transaction: Db, here: PlaceColumns, pair: Waiting['pair']): Promise<void> {
  await transaction
    .deleteFrom('place_waiting')
    .where((eb) => eb.and({ ...here, ...ordered(pair) }))
    .execute();
}

function ordered([one, other]: readonly [number, number]): { readonly low: number; readonly high: number } {
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

function writeCard({ item, state, due, askedAt, outcome }: Card): CardColumns {
  return { item, state: JSON.stringify(state), due, asked_at: askedAt, outcome };
}

function readCard({ item, state, due, asked_at, outcome }: CardColumns): Card {
  return { item, state: JSON.parse(state), due, askedAt: asked_at, outcome };
}
