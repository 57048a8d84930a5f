// Pairs that went wrong: when their sibling's turn comes, and how the questions in between leave room for it.
import type { Item, QuestionKind } from './item.ts';
import { samePair, type Waiting } from './lesson.ts';
import { pick } from './random.ts';

/** A question that was put. */
export interface Past {
  readonly itemId: string;
  readonly kind: QuestionKind;
  readonly pair?: readonly [number, number];
  /** When it was posted, in epoch milliseconds. */
  readonly at: number;
}

/** A pair whose sibling has not come yet. */
interface Unserved extends Waiting {
  /** How many questions are still to lie between; 0 when it is the sibling's turn. */
  readonly left: number;
}

/** The pairs that still wait, the longest first. */
export function unservedOf(waiting: readonly Waiting[], past: readonly Past[]): readonly Unserved[] {
  return waiting
    .toSorted((a, b) => a.since - b.since)
    .flatMap((wait) => {
      const later = past.filter(({ at }) => at > wait.since);
      return later.some(({ pair }) => samePair(pair, wait.pair))
        ? []
        : [{ ...wait, left: wait.quizzes - later.length }];
    });
}

/** The sibling whose turn it is, if any. */
export function siblingDue(
  items: readonly Item[],
  unserved: readonly Unserved[],
  random: () => number,
): Item | undefined {
  for (const wait of unserved.filter(({ left }) => left <= 0)) {
    const sibling = pick(siblingsOf(wait, items), random);
    if (sibling !== undefined) return sibling;
  }
  return undefined;
}

/**
 * What may be asked in between: nothing of a pair that waits, and before a sibling's turn nothing that would make it the
 * third of its kind in a row. Everything, where nothing else is left.
 */
export function leaveRoom(
  items: readonly Item[],
  unserved: readonly Unserved[],
  past: readonly Past[],
): readonly Item[] {
  const others = items.filter(({ pair }) => !unserved.some((wait) => samePair(pair, wait.pair)));
  const kinds = new Set(
    unserved.filter(({ left }) => left === 1).flatMap((wait) => siblingsOf(wait, items).map(({ kind }) => kind)),
  );
  const last = past.at(-1)?.kind;
  const roomy = others.filter(({ kind }) => kind !== last || !kinds.has(kind));
  return [roomy, others].find((some) => some.length > 0) ?? items;
}

function siblingsOf({ pair, item }: Waiting, items: readonly Item[]): readonly Item[] {
  return items.filter((one) => samePair(one.pair, pair) && one.id !== item);
}
