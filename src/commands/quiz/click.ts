// A click on an option: "quiz answer <delivery> <index>". The first one counts, and nobody learns more before the reveal.
import type { Answer } from '../../answer/answer.ts';
import { opensUntil } from '../../delivery/opening.ts';
import { isRight } from '../../quiz/asked.ts';
import { revealAt } from '../../quiz/calendar.ts';
import { sayAnsweredBefore, sayLockedIn, sayTakenOut, sayTooLate } from '../../quiz/feedback.ts';
import { defaults } from '../../quiz/schedule.ts';
import type { Delivery } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { type PlacedVisit, samePlace } from '../visit.ts';
import { findPut, isOut, sayNoQuestion } from './put.ts';

const CLICK = /^(\w{26}) (\d)$/;

export async function answerClick(visit: PlacedVisit): Promise<Answer> {
  const { store, person, words, now } = visit;
  const [, id = '', index] = CLICK.exec(words) ?? [];
  const put = id === '' ? null : await findPut(visit, id);
  const choice = Number(index);
  if (put === null || choice >= put.asked.options.length) return sayNoQuestion();
  const { quiz, asked } = put;
  const healed = await heal(visit, quiz);
  if (!healed && !isOut(quiz)) return sayNoQuestion();
  if (quiz.voidedAt !== null) return sayTakenOut();
  // Written down before it is confirmed: what somebody was told is never lost.
  const correct = isRight(asked, choice);
  const recorded = await store.answers.record({ delivery: quiz.id, person, choice, correct, at: now });
  switch (recorded.outcome) {
    case 'counted':
      return sayLockedIn(asked, recorded.choice, await solutionAt(store, quiz));
    case 'already':
      return sayAnsweredBefore(asked, recorded.choice, await solutionAt(store, quiz));
    case 'closed':
      return sayTooLate(asked, choice, recorded.choice ?? undefined);
    case 'missing':
      return sayNoQuestion();
    default:
      return recorded satisfies never;
  }
}

/** A button that was pressed stands in the channel, whatever became of the send. */
async function heal({ store, from, now }: PlacedVisit, quiz: Delivery): Promise<boolean> {
  if (from === null || quiz.status === 'sent' || !samePlace(from.place, quiz.place)) return false;
  await store.deliveries.healFromClick(quiz.id, from.posted.message, now);
  return true;
}

async function solutionAt(store: Store, quiz: Delivery): Promise<number> {
  const posted = quiz.postedAt ?? quiz.notBefore;
  const reveal = await store.deliveries.revealOf(quiz.id);
  return reveal === null ? revealAt(defaults.reveal, 'UTC', posted) : opensUntil(quiz, reveal, posted);
}
