// What a channel or a person has learnt, as the rules for the next question want to know it.
import type { Choosing, Past } from '../../quiz/choose.ts';
import type { Memory } from '../../quiz/memory.ts';
import { itemById, items } from '../../quiz/questions/index.ts';
import type { Card, Place } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

/** What choosing the next questions of a channel depends on, but for the moment and the seed. */
export async function choosingOf(
  store: Store,
  place: Place,
  since: number,
): Promise<Pick<Choosing, 'items' | 'past' | 'memories' | 'waiting'>> {
  const { cards, recent, waiting } = await store.memory.of(place, since);
  const past = recent.flatMap(({ item, at }): readonly Past[] => {
    const known = itemById(item);
    return known === undefined
      ? []
      : [{ itemId: item, kind: known.kind, at, ...(known.pair !== undefined && { pair: known.pair }) }];
  });
  return { items: items(), past: past.toReversed(), memories: memoriesOf(cards), waiting };
}

export function memoriesOf(cards: readonly Card[]): ReadonlyMap<string, Memory> {
  return new Map(cards.map(({ item, state }) => [item, state as Memory]));
}
