// "quiz flag": somebody doubts a question. "quiz void": whoever looks after the quiz takes it out.
import type { Answer, Choice } from '../../answer/answer.ts';
import { isScheduled } from '../../delivery/history.ts';
import { counted, note, say } from './note.ts';
import { findPut, isOut, lastPut, type Put, sayNoQuestion } from './put.ts';
import { makeKnown } from './settings.ts';
import type { PlacedVisit } from './visit.ts';

/** Flagged questions shown at once, each with a button. */
const SHOWN = 4;

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

/** Scores and streaks are counted from the answers each time, so a question that is out changes them all at once. */
export async function answerVoid(visit: PlacedVisit): Promise<Answer> {
  const { store, words, now } = visit;
  if (words === '') return listFlagged(visit);
  const put = await findPut(visit, words);
  if (put === null) return sayNoQuestion();
  const isNew = await store.deliveries.void(put.quiz.id, now);
  const about = say({ strong: put.asked.prompt });
  return note({
    title: isNew ? 'The question is taken out' : 'The question was taken out already',
    blocks: [
      about,
      say('It counts for nobody: all scores and streaks are as if it had never been asked.'),
      ...(isNew ? await makeKnown(visit, `took out the question of ${put.quiz.date}: it counts for nobody`) : []),
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
