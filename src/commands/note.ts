// How Teapot talks to one person about what it remembers: a short card that only they see.
import type { Answer, Block, Choice, Kind, Text } from '../answer/answer.ts';
import { about, card } from './card.ts';

export interface Note {
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks?: readonly Block[];
  readonly choices?: readonly Choice[];
}

/** @param kind what it is about */
export function note(kind: Kind, { blocks = [], ...rest }: Note): Answer {
  return { ...card({ tone: 'neutral', about: about(kind, []), blocks, ...rest }), audience: 'asker' };
}

/** What was typed cannot be done. A form that it came from stays open, with the problem at its field. */
export function sayProblem(problem: string, example: string, field?: string): Answer {
  return {
    ...note('error', { title: problem, blocks: [say('For example: ', { code: example })] }),
    ...(field !== undefined && { field }),
  };
}

/** A paragraph. */
export function say(...text: Text): Block {
  return { kind: 'text', text };
}

/** "1 answer", "2 answers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
