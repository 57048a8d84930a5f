// A question as it was put: which options in which order, and all that its reveal will say. Kept with its post, so that
// an edit of the catalog never changes a running quiz.
import type { Source } from '../catalog/status.ts';
import type { Item, QuestionKind } from './item.ts';
import { pick, seeded, shuffled } from './random.ts';

export interface Asked {
  readonly itemId: string;
  readonly kind: QuestionKind;
  readonly codes: readonly number[];
  readonly prompt: string;
  readonly exchange?: string;
  /** In the order shown: two to five. */
  readonly options: readonly string[];
  /** Why each option is wrong, in the same order; empty for those that count as right. */
  readonly whys: readonly string[];
  /** Indexes of the options that count as right, the best one first. */
  readonly right: readonly number[];
  readonly explanation: string;
  readonly source: Source;
  readonly pair?: readonly [number, number];
}

/** What the options are called, in their order. */
export const LETTERS = 'ABCDE';

/**
 * Puts a question: the answer, an option that experts accept as well where there is one, and two lures – the likeliest and
 * one of the others – in an order that depends on the seed alone. Two wrong options are enough (Rodriguez 2005, over 80
 * years of tests), and more of them teach more wrong facts (Roediger & Marsh 2005).
 * @param seed the delivery's id, so that a repeated send shows the same order
 */
export function ask(item: Item, seed: string): Asked {
  const random = seeded(`${seed} ${item.id}`);
  const [likeliest, ...others] = item.lures;
  const lures = [likeliest, pick(others, random)].filter((lure) => lure !== undefined);
  const right = [item.answer, ...item.alsoAcceptable.slice(0, 1)];
  const all = [...right.map((text) => ({ text, why: '' })), ...lures];
  // True stands before False, as everybody expects.
  const shown = item.kind === 'myth' ? all.toSorted((a, b) => (a.text < b.text ? 1 : -1)) : shuffled(all, random);
  return {
    itemId: item.id,
    kind: item.kind,
    codes: item.codes,
    prompt: item.prompt,
    ...(item.exchange !== undefined && { exchange: item.exchange }),
    options: shown.map(({ text }) => text),
    whys: shown.map(({ why }) => why),
    right: right.map((text) => shown.findIndex((option) => option.text === text)),
    explanation: item.explanation,
    source: item.source,
    ...(item.pair !== undefined && { pair: item.pair }),
  };
}

/** How many chose each option, in the order of the options. */
export function countsOf(
  { options }: Pick<Asked, 'options'>,
  tally: readonly { readonly choice: number; readonly count: number }[],
): readonly number[] {
  return options.map((_, index) => tally.find(({ choice }) => choice === index)?.count ?? 0);
}

/** Whether an option counts as right. */
export function isRight({ right }: Pick<Asked, 'right'>, choice: number): boolean {
  return right.includes(choice);
}

/** The best answer's index. */
export function bestOf({ right }: Asked): number {
  return right[0] ?? 0;
}

/** "B" */
export function letter(index: number): string {
  return LETTERS[index] ?? '?';
}

/** "B · 409 Conflict" */
export function lettered({ options }: Asked, index: number): string {
  return `${letter(index)} · ${options[index] ?? ''}`;
}
