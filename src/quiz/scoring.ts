// What answers are worth: points and streaks, always counted anew from the raw answers, so that a voided question, a
// removed person or a late repair changes everything that follows from it.

import { type Asked, isRight } from './asked.ts';

/** For a right answer, and for taking part with a wrong one. There is no bonus for speed: people live in several zones. */
const RIGHT = 10;
const TAKING_PART = 2;
/** For each scheduled question answered in a row, this one included, up to so many. */
const LONGEST_BONUS = 5;
/** So many scheduled questions answered earn a freeze, which pays for one that is missed; more than two are not kept. */
const ANSWERS_FOR_FREEZE = 7;
const FREEZES = 2;

/** A question of one channel, as far as scores need to know it. */
export interface Quiz {
  readonly id: string;
  /** The local date it was for, YYYY-MM-DD. */
  readonly slot: string;
  /** When it was posted, in epoch milliseconds; for a skipped one, when it was due. */
  readonly at: number;
  /** False for one asked for with `quiz now`: it gives points, and leaves streaks as they are. */
  readonly scheduled: boolean;
  /** Only closed ones count: an open one must not show who is right, a voided or skipped one never happened. */
  readonly state: 'open' | 'closed' | 'voided' | 'skipped';
  readonly asked: Asked | null;
}

/** One click of somebody. */
export interface Given {
  readonly quiz: string;
  readonly user: string;
  readonly choice: number;
  readonly at: number;
}

/** A counted question, which has been asked and closed. */
export interface Counted extends Quiz {
  readonly asked: Asked;
}

/** What one answer was worth. */
export interface Entry {
  readonly user: string;
  readonly quiz: Counted;
  readonly choice: number;
  readonly right: boolean;
  readonly points: number;
}

/** How somebody stands after the last counted question. */
export interface Standing {
  /** Scheduled questions answered in a row; missed ones that a freeze paid for are neither counted nor a gap. */
  readonly streak: number;
  readonly longest: number;
  readonly freezes: number;
  /** Scheduled questions answered in all. */
  readonly answered: number;
}

export interface Ledger {
  /** Oldest question first. */
  readonly entries: readonly Entry[];
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The questions that count, oldest first. */
export function countedOf(quizzes: readonly Quiz[]): readonly Counted[] {
  return quizzes
    .flatMap((quiz) => (quiz.state === 'closed' && quiz.asked !== null ? [{ ...quiz, asked: quiz.asked }] : []))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The first answer of each person to each question, by question. */
export function firstOf(answers: readonly Given[]): ReadonlyMap<string, readonly Given[]> {
  const first = new Map<string, Given>();
  for (const answer of answers.toSorted((a, b) => a.at - b.at)) {
    const key = `${answer.quiz} ${answer.user}`;
    if (!first.has(key)) first.set(key, answer);
  }
  return Map.groupBy(first.values(), ({ quiz }) => quiz);
}

/** Points and streaks of everybody in a channel. */
export function keepLedger(quizzes: readonly Quiz[], answers: readonly Given[]): Ledger {
  const given = firstOf(answers);
  const standings = new Map<string, Standing>();
  const entries: Entry[] = [];
  for (const quiz of countedOf(quizzes)) {
    const answered = new Map((given.get(quiz.id) ?? []).map((one) => [one.user, one]));
    if (quiz.scheduled) {
      for (const [user, standing] of standings) if (!answered.has(user)) standings.set(user, missed(standing));
      for (const user of answered.keys()) standings.set(user, took(standings.get(user) ?? newcomer));
    }
    for (const [user, { choice }] of answered) {
      const right = isRight(quiz.asked, choice);
      const bonus = quiz.scheduled ? Math.min(standings.get(user)?.streak ?? 0, LONGEST_BONUS) : 0;
      entries.push({ user, quiz, choice, right, points: (right ? RIGHT : TAKING_PART) + bonus });
    }
  }
  return { entries, standings };
}

const newcomer: Standing = { streak: 0, longest: 0, freezes: 0, answered: 0 };

function took({ streak, longest, freezes, answered }: Standing): Standing {
  const earned = (answered + 1) % ANSWERS_FOR_FREEZE === 0 ? 1 : 0;
  return {
    streak: streak + 1,
    longest: Math.max(longest, streak + 1),
    freezes: Math.min(freezes + earned, FREEZES),
    answered: answered + 1,
  };
}

/** Without a streak there is no freeze either: it was spent before the streak broke. */
function missed(standing: Standing): Standing {
  return standing.freezes > 0 ? { ...standing, freezes: standing.freezes - 1 } : { ...standing, streak: 0 };
}
