// What a channel, or one person in practice, is believed to remember of an item: a card of FSRS, the scheduler of Anki.
//
// FSRS models one learner's own judgement of one card. Rating a channel as a whole is a heuristic without a study behind
// it, so everything about it stands in this file and can be replaced.
import { type Card, createEmptyCard, fsrs, type Grade, Rating, type State } from 'ts-fsrs';

/** A card as plain data; moments in epoch milliseconds. */
export interface Memory {
  readonly due: number;
  readonly reviewed: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly days: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
}

/** How one question was answered. */
export interface Review {
  /** When it was closed, in epoch milliseconds. */
  readonly at: number;
  readonly answered: number;
  readonly right: number;
  /** How many options there were, and how many of them count as right. */
  readonly options: number;
  readonly acceptable: number;
}

/** Under so many answers a share says little, and the majority decides. */
const FEW = 3;
/** Shares, corrected for guessing, from which on an answer counts as hard, good and easy. */
const HARD = 0.4;
const GOOD = 0.7;
const EASY = 0.9;

const scheduler = fsrs({
  request_retention: 0.85,
  maximum_interval: 120,
  enable_short_term: false,
  enable_fuzz: false,
});

/** The share of right answers with what guessing alone would give taken out: 0 is guessing, 1 is all right. */
export function knownShare({ answered, right, options, acceptable }: Omit<Review, 'at'>): number {
  const luck = options - acceptable;
  return luck <= 0 ? 1 : (right * options - acceptable * answered) / (answered * luck);
}

/** How well a question went, in FSRS's words; null when nobody answered. */
export function ratingOf(review: Omit<Review, 'at'>): Grade | null {
  const { answered, right } = review;
  if (answered === 0) return null;
  if (answered < FEW) return right * 2 > answered ? Rating.Good : Rating.Again;
  const share = knownShare(review);
  if (share < HARD) return Rating.Again;
  if (share < GOOD) return Rating.Hard;
  return share < EASY ? Rating.Good : Rating.Easy;
}

/** The memory after one more question; unchanged when nobody answered it. */
export function remember(memory: Memory | null, review: Review): Memory | null {
  const grade = ratingOf(review);
  if (grade === null) return memory;
  const now = new Date(review.at);
  return asMemory(scheduler.next(memory === null ? createEmptyCard(now) : asCard(memory), now, grade).card, review.at);
}

/** How likely it is remembered at a moment, from 0 to 1. */
export function retrievability(memory: Memory, now: number): number {
  return scheduler.get_retrievability(asCard(memory), new Date(now), false);
}

function asMemory(card: Card, reviewed: number): Memory {
  return {
    due: card.due.getTime(),
    reviewed,
    stability: card.stability,
    difficulty: card.difficulty,
    days: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
  };
}

function asCard({ due, reviewed, stability, difficulty, days, reps, lapses, state }: Memory): Card {
  return {
    due: new Date(due),
    last_review: new Date(reviewed),
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: days,
    learning_steps: 0,
    reps,
    lapses,
    state: state as State,
  };
}
