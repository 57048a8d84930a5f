// What a channel learns from one closed question: a fresher memory of it, and whether its pair has to come back.
import { Rating } from 'ts-fsrs';
import type { Asked } from './asked.ts';
import { type Memory, type Review, ratingOf, remember } from './memory.ts';
import { seeded } from './random.ts';

/** A confusable pair that went wrong, until its sibling comes. */
export interface Waiting {
  readonly pair: readonly [number, number];
  /** The item that was answered wrong. */
  readonly item: string;
  /** When its question was closed, in epoch milliseconds. */
  readonly since: number;
  /** How many questions are to lie between: one to three, so that the sibling is the second to fourth after. */
  readonly quizzes: number;
}

export type Outcome = 'again' | 'hard' | 'good' | 'easy';

export interface Lesson {
  readonly memory: Memory;
  readonly outcome: Outcome;
  /** The pair went wrong and is to wait for its sibling. */
  readonly wait?: Waiting;
  /** The pair went well and waits no longer. */
  readonly settled?: readonly [number, number];
}

const LONGEST_WAIT = 3;
const outcomes = {
  [Rating.Again]: 'again',
  [Rating.Hard]: 'hard',
  [Rating.Good]: 'good',
  [Rating.Easy]: 'easy',
} as const;

/**
 * @param counts how many chose each option
 * @param seed the delivery's id
 * @returns null when nobody answered: then nothing is known
 */
export function learn(
  { itemId, pair, options, right }: Asked,
  counts: readonly number[],
  memory: Memory | null,
  at: number,
  seed: string,
): Lesson | null {
  const review = reviewOf({ options, right }, counts, at);
  const rating = ratingOf(review);
  const next = remember(memory, review);
  if (rating === null || next === null) return null;
  const lesson = { memory: next, outcome: outcomes[rating] };
  if (pair === undefined) return lesson;
  if (rating !== Rating.Again) return { ...lesson, settled: pair };
  const quizzes = 1 + Math.floor(seeded(`wait ${seed}`)() * LONGEST_WAIT);
  return { ...lesson, wait: { pair, item: itemId, since: at, quizzes } };
}

/** How a question went, from how many chose each option. */
export function reviewOf(
  { options, right }: Pick<Asked, 'options' | 'right'>,
  counts: readonly number[],
  at: number,
): Review {
  return {
    at,
    answered: counts.reduce((sum, count) => sum + count, 0),
    right: right.reduce((sum, index) => sum + (counts[index] ?? 0), 0),
    options: options.length,
    acceptable: right.length,
  };
}

/** A closed question, as far as learning needs to know it. Moments in epoch milliseconds. */
export interface Closed {
  /** The delivery's id. */
  readonly id: string;
  readonly asked: Asked;
  /** How many chose each option. */
  readonly counts: readonly number[];
  readonly askedAt: number;
  readonly closedAt: number;
}

/** What is known of an item and its pair; null where nothing is. */
export interface Relearnt {
  readonly card: (Pick<Lesson, 'memory' | 'outcome'> & Pick<Closed, 'askedAt'>) | null;
  readonly wait: Waiting | null;
}

/** What a channel has learnt of an item and its pair, counted anew from all its questions: a voided one is left out of them. */
export function relearn({ itemId, pair }: Pick<Asked, 'itemId' | 'pair'>, quizzes: readonly Closed[]): Relearnt {
  const memories = new Map<string, Memory>();
  let known: Relearnt = { card: null, wait: null };
  for (const { id, asked, counts, askedAt, closedAt } of quizzes.toSorted((a, b) => a.closedAt - b.closedAt)) {
    const lesson = learn(asked, counts, memories.get(asked.itemId) ?? null, closedAt, id);
    if (lesson === null) continue;
    const { memory, outcome } = lesson;
    memories.set(asked.itemId, memory);
    if (asked.itemId === itemId) known = { ...known, card: { memory, outcome, askedAt } };
    if (pair !== undefined && samePair(asked.pair, pair)) known = { ...known, wait: lesson.wait ?? null };
  }
  return known;
}

export function samePair(a: readonly [number, number] | undefined, b: readonly [number, number]): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
