// The question in its channel: open, and after its reveal. Nothing in the open one gives the answer away.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { classOf, written } from '../catalog/index.ts';
import { type Asked, bestOf, letter, lettered } from './asked.ts';
import { frame } from './frame.ts';

/** Characters of a button's label, so that it fits a phone. */
const LABEL = 34;

export interface Post {
  /** The delivery's id: what every button of the question carries. */
  readonly id: string;
  /** When the answer is told, in epoch milliseconds. */
  readonly revealAt: number;
  /** False for a question that somebody asked for with `quiz now`. */
  readonly scheduled: boolean;
}

/** The open question with a button for each option. Its colour, links and details say nothing about the answer. */
export function sayQuestion(asked: Asked, { id, revealAt, scheduled }: Post): Answer {
  return {
    ...inRoom(scheduled),
    blocks: [
      ...questionBlocks(asked),
      { kind: 'text', text: ['Your first answer counts. The solution comes ', { time: revealAt }, '.'] },
    ],
    choices: optionChoices(asked, (index) => `quiz answer ${id} ${index}`),
  };
}

/** The same post once the answer is out: no buttons to answer with any more. */
export function sayClosed(asked: Asked, { scheduled }: Pick<Post, 'scheduled'>): Answer {
  return {
    ...inRoom(scheduled),
    blocks: [
      ...promptBlocks(asked),
      optionList(asked),
      { kind: 'text', text: ['Closed. The answer is ', ...atTheEnd(asked, bestOf(asked))] },
    ],
    choices: [tellMore(asked)],
    about: aboutCodes(asked),
  };
}

/** A question that an admin took out: it counts for nobody. */
export function sayVoided(asked: Asked, { scheduled }: Pick<Post, 'scheduled'>): Answer {
  return {
    ...inRoom(scheduled),
    blocks: [
      ...promptBlocks(asked),
      { kind: 'text', text: ['This question was taken out. It counts for nobody, and no streak suffers.'] },
    ],
    choices: [],
  };
}

function inRoom(scheduled: boolean): Omit<Answer, 'blocks' | 'choices'> {
  return frame(scheduled ? 'Question of the day' : 'A question for in between', 'room');
}

/** Prompt, exchange, and the options where they are too long for a button. */
function questionBlocks(asked: Asked): readonly Block[] {
  return [...promptBlocks(asked), ...(fitButtons(asked) ? [] : [optionList(asked)])];
}

export function promptBlocks({ prompt, exchange }: Asked): readonly Block[] {
  return [
    { kind: 'text', text: [{ strong: prompt }] },
    ...(exchange === undefined ? [] : [{ kind: 'code', source: exchange, language: 'http' } as const]),
  ];
}

export function optionList(asked: Asked): Block {
  return { kind: 'list', items: asked.options.map((_, index): Text => [lettered(asked, index)]) };
}

/** An option at the end of a sentence: one that is a sentence itself brings its full stop. */
export function atTheEnd(asked: Asked, index: number): Text {
  const option = lettered(asked, index);
  return option.endsWith('.') ? [{ strong: option }] : [{ strong: option }, '.'];
}

/** A button for each option: "B · 409 Conflict", or "B" alone where one of them would be cut. */
function optionChoices(asked: Asked, line: (index: number) => string): readonly Choice[] {
  const whole = fitButtons(asked);
  return asked.options.map((_, index) => ({
    label: whole ? lettered(asked, index) : letter(index),
    line: line(index),
  }));
}

function fitButtons(asked: Asked): boolean {
  return asked.options.every((_, index) => lettered(asked, index).length <= LABEL);
}

/** A button that opens the card of the code the question teaches. */
export function tellMore({ codes }: Asked): Choice {
  const [code = 0] = codes;
  return { label: `Tell me more about ${written(code)}`, line: written(code) };
}

export function aboutCodes({ codes }: Asked): Answer['about'] {
  const [first] = codes;
  return { kind: 'quiz', codes, class: first === undefined ? null : classOf(first) };
}
