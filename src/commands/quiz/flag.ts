// "quiz flag": somebody doubts a question.
import type { Answer } from '../../answer/answer.ts';
import type { PlacedVisit } from '../visit.ts';
import { counted, note, say } from './note.ts';
import { findPut, isOut, lastPut, sayNoQuestion } from './put.ts';

/** Without an id, the last question of the channel is meant. */
export async function answerFlag(visit: PlacedVisit): Promise<Answer> {
  const { store, person, words, now } = visit;
  const put = words === '' ? await lastPut(visit) : await findPut(visit, words);
  if (put === null || !isOut(put.quiz)) return sayNoQuestion();
  const count = await store.flags.raise(put.quiz.id, person, now);
  if (count === null) return sayNoQuestion();
  return note({
    title: 'Thank you, I have noted your doubt',
    blocks: [
      say({ strong: put.asked.prompt }),
      say(
        `${counted(count, 'person doubts', 'people doubt')} this question. Whoever looks after the quiz can take it out with `,
        { code: 'quiz void' },
        ', and then it counts for nobody.',
      ),
    ],
  });
}
