// What one person is told, and only they: after a click, after a late one, and in practice.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { type Asked, ask, bestOf, isRight, letter, lettered } from './asked.ts';
import { frame } from './frame.ts';
import type { Item } from './item.ts';
import { aboutCodes, atTheEnd, optionList, promptBlocks, tellMore } from './post.ts';
import { alsoRight, whyNot } from './reveal.ts';

/** The first answer is in. Says nothing about right and wrong. */
export function sayLockedIn(asked: Asked, choice: number, revealAt: number): Answer {
  return note(`Locked in: ${lettered(asked, choice)}`, [
    { kind: 'text', text: ['The solution comes ', { time: revealAt }, '.'] },
  ]);
}

/** A second click. The first answer stays. */
export function sayAnsweredBefore(asked: Asked, first: number, revealAt: number): Answer {
  return note('You have answered already', [
    { kind: 'text', text: ['The first answer counts, and yours is locked in: ', ...atTheEnd(asked, first)] },
    { kind: 'text', text: ['The solution comes ', { time: revealAt }, '.'] },
  ]);
}

/**
 * A click after the close: no points, but an answer.
 * @param first what this person had answered in time; left out when they had not
 */
export function sayTooLate(asked: Asked, choice: number, first?: number): Answer {
  const chosen = first ?? choice;
  const verdict: Text = isRight(asked, chosen) ? ['That was right.'] : ['It was ', ...atTheEnd(asked, bestOf(asked))];
  const counted =
    first === undefined ? 'The question is closed, so there are no points.' : 'Your first answer counted.';
  return {
    ...note(first === undefined ? 'This question is closed' : 'You have answered already', [
      { kind: 'text', text: ['You chose ', ...atTheEnd(asked, chosen), ' ', ...verdict, ` ${counted}`] },
      { kind: 'text', text: [asked.explanation] },
      ...whyThis(asked, chosen),
    ]),
    choices: [tellMore(asked), { label: 'Practise more', line: 'quiz practice' }],
    links: [{ label: asked.source.title, href: asked.source.href }],
    about: aboutCodes(asked),
  };
}

/** A click on a question that an admin has taken out. */
export function sayTakenOut(): Answer {
  return note('This question was taken out', [
    { kind: 'text', text: ['It counts for nobody, and no streak suffers. The next one comes as planned.'] },
  ]);
}

/**
 * A question just for one person. Its buttons carry the seed, so that the answer can be judged without any memory. The
 * options stand in the text and the buttons are their letters, because a pipe shows no buttons.
 * @param typed whether it is answered by typing: then it says how
 */
export function sayPractice(item: Item, seed: string, typed = false): Answer {
  const asked = ask(item, seed);
  const line = (answer: string | number) => `quiz practice ${item.id} ${answer} ${seed}`;
  const how: Block = { kind: 'text', text: ['Type the letter; as a question by itself: ', { code: line('A') }, '.'] };
  return {
    ...note('Practice', [...promptBlocks(asked), optionList(asked), ...(typed ? [how] : [])]),
    choices: asked.options.map((_, index) => ({ label: letter(index), line: line(index) })),
  };
}

/** What became of a practice answer, with the way to the next question. */
export function sayPracticed(item: Item, seed: string, choice: number): Answer {
  const asked = ask(item, seed);
  const right = isRight(asked, choice);
  return {
    ...note(right ? `Right: ${lettered(asked, choice)}` : `Not this time: ${lettered(asked, choice)}`, [
      ...(right ? [] : [{ kind: 'text', text: ['The answer is ', ...atTheEnd(asked, bestOf(asked))] } as const]),
      { kind: 'text', text: [asked.explanation] },
      ...(right ? alsoRight(asked) : whyThis(asked, choice)),
      ...(right ? whyNot(asked) : []),
    ]),
    choices: [{ label: 'Another one', line: 'quiz practice', style: 'primary' }, tellMore(asked)],
    links: [{ label: asked.source.title, href: asked.source.href }],
    about: aboutCodes(asked),
  };
}

/** The coming questions for an admin: without their answers, so that they can still take part. */
export function sayPreview(coming: readonly { readonly asked: Asked; readonly at: number }[]): Answer {
  return note(
    coming.length === 0 ? 'Nothing is planned' : 'The coming questions',
    coming.length === 0
      ? [{ kind: 'text', text: ['No time is set for this channel, or it is switched off.'] }]
      : [
          ...coming.flatMap(({ asked, at }): readonly Block[] => [
            { kind: 'text', text: [{ time: at }] },
            ...promptBlocks(asked),
            optionList(asked),
          ]),
          {
            kind: 'text',
            text: ['Answers stay hidden, so that you can take part. They may change with what your team learns.'],
          },
        ],
  );
}

function whyThis({ whys }: Asked, choice: number): readonly Block[] {
  const why = whys[choice] ?? '';
  return why === '' ? [] : [{ kind: 'text', text: [why] }];
}

function note(title: string, blocks: readonly Block[]): Answer {
  return { ...frame(title, 'asker'), blocks, choices: [] };
}
