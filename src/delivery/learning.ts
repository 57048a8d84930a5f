// What a channel learns from a closed question; and what it has learnt after all, once one of them does not count any more.
import { type Asked, countsOf } from '../quiz/asked.ts';
import { type Closed, type Lesson, learn, relearn } from '../quiz/lesson.ts';
import type { Memory } from '../quiz/memory.ts';
import type { Card, Correction, DateRange, Delivery, Place } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { askedOf } from './history.ts';

/** All dates there are. */
const EVER: DateRange = { from: '0000', to: '9999' };

/** Keeps what a channel learns from a question that is closed, once. */
export async function keepLesson(
  store: Store,
  quiz: Delivery,
  asked: Asked,
  counts: readonly number[],
  at: number,
): Promise<void> {
  const { cards } = await store.memory.of(quiz.place, at);
  const memory = cards.find(({ item }) => item === asked.itemId)?.state ?? null;
  const lesson = learn(asked, counts, memory as Memory | null, at, quiz.id);
  if (lesson === null) return;
  await store.memory.learn(quiz.id, {
    card: cardOf(asked, lesson, askedAt(quiz)),
    ...(lesson.wait !== undefined && { wait: lesson.wait }),
    ...(lesson.settled !== undefined && { settled: lesson.settled }),
  });
}

/** What a place knows of a question's item and pair, from all its closed questions that are not voided. */
export async function relearnt(store: Store, place: Place, about: Asked): Promise<Correction> {
  const rows = await store.deliveries.list(place, EVER, ['quiz']);
  const tallies = Map.groupBy(await store.answers.tallies(place, EVER), ({ delivery }) => delivery);
  const closed = rows.flatMap((row): readonly Closed[] => {
    const asked = askedOf(row);
    if (asked === null || row.closedAt === null || row.voidedAt !== null) return [];
    const counts = countsOf(asked, tallies.get(row.id) ?? []);
    return [{ id: row.id, asked, counts, askedAt: askedAt(row), closedAt: row.closedAt }];
  });
  const { card, wait } = relearn(about, closed);
  return {
    item: about.itemId,
    card: card === null ? null : cardOf(about, card, card.askedAt),
    wait,
    ...(about.pair !== undefined && { pair: about.pair }),
  };
}

function askedAt({ postedAt, notBefore }: Delivery): number {
  return postedAt ?? notBefore;
}

function cardOf({ itemId }: Asked, { memory, outcome }: Pick<Lesson, 'memory' | 'outcome'>, at: number): Card {
  return { item: itemId, state: memory, due: memory.due, askedAt: at, outcome };
}
