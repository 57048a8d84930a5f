// What people may decide about themselves: "quiz hide-me", "quiz forget-me".
import type { Answer } from '../../answer/answer.ts';
import type { Visit } from '../visit.ts';
import { note, say } from './note.ts';

export async function answerHideMe({ store, person, by, words }: Visit): Promise<Answer> {
  const shows = ['off', 'no', 'undo'].includes(words.toLowerCase());
  await store.people.hide(person, !shows, by.team);
  return shows
    ? note({
        title: 'You are on the boards again',
        choices: [{ label: 'Hide me', line: 'quiz hide-me' }],
      })
    : note({
        title: 'You are hidden',
        blocks: [
          say('No board, solution or summary names you. You can go on answering, and you still see your own place.'),
        ],
        choices: [{ label: 'Show me again', line: 'quiz hide-me off' }],
      });
}

/** Asks once. */
export async function answerForgetMe({ store, person, words }: Visit): Promise<Answer> {
  if (words.toLowerCase() !== 'yes')
    return note({
      title: 'Shall I forget you?',
      blocks: [
        say(
          'Your answers, scores, streaks, practice and flags go for good. What you chose in closed questions stays as a number without a name, so that their charts stay right. House rules that you wrote stay, without your name.',
        ),
      ],
      choices: [
        { label: 'Yes, forget me', line: 'quiz forget-me yes' },
        { label: 'Show me what you know first', line: 'quiz export-me' },
      ],
    });
  await store.people.forget(person);
  return note({
    title: 'You are forgotten',
    blocks: [say('I keep nothing about you, until you answer or practise again.')],
  });
}
