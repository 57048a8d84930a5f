// What the next question of a channel depends on: the same for whoever posts it and for whoever looks ahead.
import type { Choosing, Turn } from '../quiz/choose.ts';
import type { Memory } from '../quiz/memory.ts';
import { itemById, items } from '../quiz/questions/index.ts';
import { defaults } from '../quiz/schedule.ts';
import type { Past } from '../quiz/siblings.ts';
import { themeOf } from '../quiz/themes.ts';
import type { Card, Delivery, Place, Schedule } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { KEPT_DAYS } from './history.ts';

/** How far back questions count as asked. In milliseconds. */
const REMEMBERED = KEPT_DAYS * 24 * 60 * 60_000;

/** All that a channel was asked and has learnt. */
export async function choosingOf(
  store: Store,
  place: Place,
  schedule: Pick<Schedule, 'level'> | null,
  now: number,
): Promise<Choosing> {
  const { cards, waiting, recent } = await store.memory.of(place, now - REMEMBERED);
  return {
    items: items(),
    level: schedule?.level ?? defaults.level,
    past: recent.toReversed().flatMap(({ item, at }) => pastOf(item, at)),
    memories: memoriesOf(cards),
    waiting,
  };
}

/** One choice: its chance and its theme follow from the channel and the slot, so they are the same at every attempt. */
export function turnOf({ channel }: Place, { slot, date }: Pick<Delivery, 'slot' | 'date'>, now: number): Turn {
  return { now, seed: `${channel} ${slot}`, theme: themeOf(date).codes };
}

/** What somebody remembers of each item. */
export function memoriesOf(cards: readonly Card[]): ReadonlyMap<string, Memory> {
  return new Map(cards.map(({ item, state }) => [item, state as Memory]));
}

/** Nothing for an item that this release no longer has. */
function pastOf(id: string, at: number): readonly Past[] {
  const item = itemById(id);
  if (item === undefined) return [];
  const { kind, pair } = item;
  return [{ itemId: id, kind, at, ...(pair !== undefined && { pair }) }];
}
