// "quiz void": whoever looks after the quiz takes a question out, and nothing of it is left in what is counted.
import type { Answer, Choice } from '../../answer/answer.ts';
import { isScheduled } from '../../delivery/history.ts';
import { relearnt } from '../../delivery/learning.ts';
import type { PlacedVisit } from '../visit.ts';
import { makeKnown } from './change.ts';
import { counted, note, say } from './note.ts';
import { findPut, type Put, sayNoQuestion } from './put.ts';

/** Flagged questions shown at once, each with a button. */
const SHOWN = 4;

/**
 * Scores and streaks are counted from the answers each time, so a question that is out changes them all at once. What the
 * channel has learnt from it is counted anew here; its post says so at once where it was still open.
 */
export async function answerVoid(visit: PlacedVisit): Promise<Answer> {
  const { store, words, now, place, wake } = visit;
  if (words === '') return listFlagged(visit);
  const put = await findPut(visit, words);
  if (put === null) return sayNoQuestion();
  const { quiz, asked } = put;
  const isNew = await store.deliveries.void(quiz.id, now);
  await store.memory.correct(place, await relearnt(store, place, asked));
  wake();
  return note({
    title: isNew ? 'The question is taken out' : 'The question was taken out already',
    blocks: [
      say({ strong: asked.prompt }),
      say('It counts for nobody: all scores and streaks are as if it had never been asked.'),
      ...(isNew ? await makeKnown(visit, `took out the question of ${quiz.date}: it counts for nobody`) : []),
    ],
    choices: [{ label: 'Scores', line: 'quiz scores' }],
  });
}

async function listFlagged(visit: PlacedVisit): Promise<Answer> {
  const flagged = await visit.store.flags.list(visit.place);
  const shown = await Promise.all(
    flagged.slice(0, SHOWN).map(async ({ delivery, count }) => ({ put: await findPut(visit, delivery.id), count })),
  );
  const known = shown.flatMap(({ put, count }) => (put === null ? [] : [{ put, count }]));
  if (known.length === 0)
    return note({
      title: 'Nobody doubts a question here',
      blocks: [say('Anybody can: there is a button under each solution, and ', { code: 'quiz flag' }, '.')],
    });
  return note({
    title: 'Which question shall I take out?',
    blocks: known.map(({ put: { quiz, asked }, count }) =>
      say(`${quiz.date}, ${counted(count, 'doubt')}: `, { strong: asked.prompt }),
    ),
    choices: known.map(({ put }): Choice => ({ label: labelOf(put), line: `quiz void ${put.quiz.id}` })),
  });
}

function labelOf({ quiz }: Put): string {
  return isScheduled(quiz) ? `Take out ${quiz.date}` : `Take out ${quiz.date}, in between`;
}
