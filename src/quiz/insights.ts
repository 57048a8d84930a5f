// What the answers tell about a channel and about one person: how much is right, what is hard, and what is confused.
import { classOf } from '../catalog/index.ts';
import type { StatusClass } from '../catalog/status.ts';
import { bestOf, isRight } from './asked.ts';
import { type Counted, countedOf, firstOf, type Given, type Quiz } from './scoring.ts';

/** How many chose an option of a question, those included who asked to be forgotten. */
export interface Tally {
  readonly quiz: string;
  readonly choice: number;
  readonly count: number;
}

/** Answers out of which so many were right. */
export interface Share {
  readonly answered: number;
  readonly right: number;
}

/** A code that was taken for another, so many times. */
export interface Confusion {
  readonly right: number;
  readonly chosen: number;
  readonly count: number;
}

/** A question that fewer people answered than this says little about how hard it is. */
const ENOUGH = 3;
const CODE = /^\d{3}(?!\d)/;

/** How many answers were right. For a period, pass its questions only. */
export function accuracyOf(quizzes: readonly Quiz[], tallies: readonly Tally[]): Share {
  return shareOf(chosenIn(quizzes, tallies));
}

/** How many scheduled questions in a row, up to the last closed one, somebody answered. */
export function channelStreakOf(quizzes: readonly Quiz[], tallies: readonly Tally[]): number {
  const answered = new Set(tallies.filter(({ count }) => count > 0).map(({ quiz }) => quiz));
  const scheduled = countedOf(quizzes).filter((quiz) => quiz.scheduled);
  return scheduled.length - 1 - scheduled.findLastIndex(({ id }) => !answered.has(id));
}

/** One person's answers by the class of the code that was asked about; classes without an answer are left out. */
export function byClassOf(
  quizzes: readonly Quiz[],
  answers: readonly Given[],
  user: string,
): readonly (Share & { readonly class: StatusClass })[] {
  const byClass = Map.groupBy(chosenBy(user, quizzes, answers), ({ quiz }) => classOf(quiz.asked.codes[0] ?? 0));
  return ([1, 2, 3, 4, 5] as const).flatMap((one) => {
    const own = byClass.get(one);
    return own === undefined ? [] : [{ class: one, ...shareOf(own) }];
  });
}

/** What one person took for what, most often first. */
export function confusionsOf(quizzes: readonly Quiz[], answers: readonly Given[], user: string): readonly Confusion[] {
  return confusions(chosenBy(user, quizzes, answers));
}

/** The question with the smallest share of right answers, of those that at least three people answered. */
export function hardestOf(
  quizzes: readonly Quiz[],
  tallies: readonly Tally[],
): (Share & { readonly quiz: Counted }) | null {
  const shares = [...Map.groupBy(chosenIn(quizzes, tallies), ({ quiz }) => quiz.id).values()].flatMap((chosen) => {
    const quiz = chosen[0]?.quiz;
    return quiz === undefined || sum(chosen) < ENOUGH ? [] : [{ quiz, ...shareOf(chosen) }];
  });
  const [hardest] = shares.toSorted((a, b) => a.right / a.answered - b.right / b.answered || b.answered - a.answered);
  return hardest ?? null;
}

/** The two codes that were taken for each other most often, the lower one first. */
export function mostConfusedOf(
  quizzes: readonly Quiz[],
  tallies: readonly Tally[],
): { readonly pair: readonly [number, number]; readonly count: number } | null {
  const sums = new Map<string, { readonly pair: readonly [number, number]; readonly count: number }>();
  for (const { right, chosen, count } of confusions(chosenIn(quizzes, tallies))) {
    const pair = [Math.min(right, chosen), Math.max(right, chosen)] as const;
    const key = pair.join(' ');
    sums.set(key, { pair, count: (sums.get(key)?.count ?? 0) + count });
  }
  const [most] = [...sums.values()].sort((a, b) => b.count - a.count || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  return most ?? null;
}

interface Chosen {
  readonly quiz: Counted;
  readonly choice: number;
  readonly count: number;
}

function chosenIn(quizzes: readonly Quiz[], tallies: readonly Tally[]): readonly Chosen[] {
  const byQuiz = Map.groupBy(tallies, ({ quiz }) => quiz);
  return countedOf(quizzes).flatMap((quiz) =>
    (byQuiz.get(quiz.id) ?? []).map(({ choice, count }) => ({ quiz, choice, count })),
  );
}

function chosenBy(user: string, quizzes: readonly Quiz[], answers: readonly Given[]): readonly Chosen[] {
  const own = [...firstOf(answers.filter((one) => one.user === user)).values()].flat();
  return chosenIn(
    quizzes,
    own.map(({ quiz, choice }) => ({ quiz, choice, count: 1 })),
  );
}

function shareOf(chosen: readonly Chosen[]): Share {
  return { answered: sum(chosen), right: sum(chosen.filter(({ quiz, choice }) => isRight(quiz.asked, choice))) };
}

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

/** Only where both the answer and what was chosen are codes: "True" for "False" says nothing about codes. */
function confusions(chosenOnes: readonly Chosen[]): readonly Confusion[] {
  const found = new Map<string, Confusion>();
  for (const { quiz, choice, count } of chosenOnes) {
    const right = codeIn(quiz.asked.options[bestOf(quiz.asked)]);
    const chosen = codeIn(quiz.asked.options[choice]);
    if (right === null || chosen === null || isRight(quiz.asked, choice)) continue;
    const key = `${right} ${chosen}`;
    found.set(key, { right, chosen, count: (found.get(key)?.count ?? 0) + count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.right - b.right || a.chosen - b.chosen);
}

/** The code an option names: "409 Conflict" → 409. */
function codeIn(option: string | undefined): number | null {
  const code = option === undefined ? null : CODE.exec(option);
  return code === null ? null : Number(code[0]);
}
