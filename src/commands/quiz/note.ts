// How the quiz talks to one person, and what it says of a line that it cannot read.
import type { Answer } from '../../answer/answer.ts';
import { isProblem, type Problem, type Read } from '../../quiz/reading.ts';
import { type Note, note as noteOf, sayProblem as sayProblemOf } from '../note.ts';

export { counted, say } from '../note.ts';

export function note(said: Note): Answer {
  return noteOf('quiz', said);
}

/** What was typed cannot be done. A form that it came from stays open. */
export function sayProblem({ problem, example, part }: Problem): Answer {
  return sayProblemOf(problem, example, part);
}

/**
 * Hands what was read to `then`, or says what was wrong with it.
 * @param command what makes a line of the reader's example, where that is only a part: "quiz skip"
 */
export function whenRead<Value, Result>(
  read: Read<Value>,
  then: (value: Value) => Result,
  command = '',
): Result | Answer {
  if (!isProblem(read)) return then(read.value);
  return sayProblem({ ...read, example: `${command} ${read.example}`.trim() });
}
