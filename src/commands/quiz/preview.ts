// "quiz preview": what whoever looks after the quiz can see of the coming questions; "quiz preview answers" with answers.
import type { Answer, Block } from '../../answer/answer.ts';
import { choosingOf, turnOf } from '../../delivery/choosing.ts';
import { ask, bestOf, lettered } from '../../quiz/asked.ts';
import { chooseComing } from '../../quiz/choose.ts';
import { sayPreview } from '../../quiz/feedback.ts';
import type { PlacedVisit } from '../visit.ts';
import { say } from './note.ts';
import { freePostings } from './settings.ts';

const SHOWN = 3;

export async function answerPreview({ store, place, words, now }: PlacedVisit): Promise<Answer> {
  const schedule = await store.schedules.get(place);
  if (schedule === null || !schedule.enabled) return sayPreview([]);
  const postings = await freePostings(store, schedule, now, SHOWN);
  const chosen = chooseComing(
    await choosingOf(store, place, schedule, now),
    postings.map(({ at, slot }) => turnOf(place, { slot, date: slot }, at)),
  );
  const coming = chosen.flatMap(({ item }, index) => {
    const posting = postings[index];
    return posting === undefined ? [] : [{ asked: ask(item, posting.slot), at: posting.at }];
  });
  const answer = sayPreview(coming);
  if (words.toLowerCase() !== 'answers')
    return { ...answer, choices: [{ label: 'Show the answers', line: 'quiz preview answers' }] };
  const solutions = coming.map(
    ({ asked, at }): Block =>
      say({ time: at }, ': ', { strong: lettered(asked, bestOf(asked)) }, ` – ${asked.explanation}`),
  );
  return { ...answer, blocks: [...answer.blocks.slice(0, -1), ...solutions] };
}
