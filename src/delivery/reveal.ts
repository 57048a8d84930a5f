// The reveal: closes the quiz, counts, keeps what the channel learnt, and tells the answer where anybody wants to know it.
import { countsOf } from '../quiz/asked.ts';
import { channelStreakOf } from '../quiz/insights.ts';
import { sayClosed, sayVoided } from '../quiz/post.ts';
import { type Outcome, sayReveal } from '../quiz/reveal.ts';
import { keepLedger } from '../quiz/scoring.ts';
import type { Delivery } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { type Composed, type Desk, type Edit, skip } from './composed.ts';
import { askedOf, historyOf, isScheduled, keptUntil } from './history.ts';
import { keepLesson } from './learning.ts';
import { opensUntil } from './opening.ts';

/** Why nothing was posted where nobody had answered: the sign that a pause may be welcome. */
export const NOBODY = 'nobody answered';
/** Where the question itself may never have come. */
const UNSEEN = 'nobody saw the question';

const MINUTE = 60_000;
/** An answer that comes later than this helps nobody. */
const TOO_LATE = 24 * 60 * MINUTE;

export async function composeReveal(desk: Desk, row: Delivery): Promise<Composed> {
  const { store, now } = desk;
  const quiz = row.parent === null ? null : await store.deliveries.get(row.parent);
  const asked = quiz === null ? null : askedOf(quiz);
  if (quiz === null || quiz.status === 'skipped' || quiz.status === 'dead') return skip('there was no question');
  // It is on its way right now, or still waits for its turn.
  if (quiz.status === 'pending' || quiz.status === 'sending' || asked === null)
    return { act: 'wait', until: now() + MINUTE, reason: 'the question is not out yet' };
  const scheduled = isScheduled(quiz);
  if (quiz.voidedAt !== null) {
    await store.deliveries.close(quiz.id, now());
    return skip('the question was taken out', editOf(quiz, sayVoided(asked, { scheduled })));
  }
  const until = opensUntil(quiz, row, quiz.postedAt ?? quiz.notBefore);
  if (now() < until) return { act: 'wait', until, reason: 'the question came late' };
  await store.deliveries.close(quiz.id, now());
  const counts = countsOf(asked, await store.answers.tally(quiz.id));
  await keepLesson(store, quiz, asked, counts, now());
  const edit = editOf(quiz, sayClosed(asked, { scheduled }));
  if (counts.every((count) => count === 0)) return skip(quiz.message === null ? UNSEEN : NOBODY, edit);
  if (now() > row.notBefore + TOO_LATE) return skip('too late', edit);
  const outcome: Outcome = { id: quiz.id, counts, ...(await standingOf(store, quiz)) };
  return {
    act: 'post',
    content: { item: null, payload: outcome },
    draw: (payload) => sayReveal(asked, payload as Outcome),
    ...(quiz.message !== null && { replyTo: { message: quiz.message } }),
    ...(edit !== undefined && { edit }),
  };
}

function editOf({ place, message }: Delivery, answer: Edit['answer']): Edit | undefined {
  return message === null ? undefined : { place, posted: { message }, answer };
}

/** Who keeps a streak with this quiz; whoever does not want to be named is not. */
async function standingOf(store: Store, quiz: Delivery): Promise<Pick<Outcome, 'streaks' | 'channelStreak'>> {
  if (!isScheduled(quiz)) return { streaks: [] };
  const { quizzes, answers, tallies, hidden } = await historyOf(store, quiz.place, keptUntil(quiz.date));
  const { standings } = keepLedger(quizzes, answers);
  const streaks = answers
    .filter((answer) => answer.quiz === quiz.id && !hidden.has(answer.user))
    .map(({ user }) => ({ user, streak: standings.get(user)?.streak ?? 0 }));
  return { streaks, channelStreak: channelStreakOf(quizzes, tallies) };
}
