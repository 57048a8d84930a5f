// How the quiz talks to one person: a short card that only they see.
import type { Answer, Block, Choice, Text } from '../../answer/answer.ts';
import { isProblem, type Problem, type Read } from '../../quiz/reading.ts';
import { about, card } from '../card.ts';

export interface Note {
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks?: readonly Block[];
  readonly choices?: readonly Choice[];
}

export function note({ blocks = [], ...rest }: Note): Answer {
  return { ...card({ tone: 'neutral', about: about('quiz', []), blocks, ...rest }), audience: 'asker' };
}

/** What was typed cannot be done. A form that it came from stays open. */
export function sayProblem({ problem, example, part }: Problem): Answer {
  return {
    ...note({ title: problem, blocks: [say('For example: ', { code: example })] }),
    about: about('error', []),
    ...(part !== undefined && { field: part }),
  };
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

/** A paragraph. */
export function say(...text: Text): Block {
  return { kind: 'text', text };
}

/** "1 answer", "2 answers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
