// "stack cloudflare alb nginx rails", "stack", "stack off": what a request passes in this channel.
import type { Answer, Block } from '../../answer/answer.ts';
import { productsOf } from '../../query/stack/products.ts';
import { MOST_PRODUCTS, type Stack, type StackRead, writeStack } from '../../query/stack/stack-line.ts';
import { say, sayProblem } from '../note.ts';
import type { PlacedVisit } from '../visit.ts';
import { change } from './change.ts';
import { note, openSettings, STACK_EXAMPLE, stackButton, stackWords } from './words.ts';

/** What it is good for. */
const effect: Block = say(
  'Their meanings of a code come first, and for a pasted error I say where in the stack to look next. What a text proves always wins.',
);

export async function stackOf({ store, place }: PlacedVisit): Promise<Stack> {
  return productsOf((await store.channels.get(place))?.stack ?? []);
}

/** How it is. @param mayChange whether whoever asks may change it */
export async function showStack(visit: PlacedVisit, mayChange: boolean): Promise<Answer> {
  const stack = await stackOf(visit);
  return note({
    title: stack.length === 0 ? 'This channel has no stack yet' : 'What a request passes here',
    blocks: [
      ...(stack.length === 0 ? [] : [way(stack)]),
      say(
        'Name the products from the client to the application, in one line: ',
        { code: STACK_EXAMPLE },
        '. ',
        { code: 'stack off' },
        ' takes it away.',
      ),
      effect,
    ],
    choices: mayChange ? [{ ...stackButton(stack), style: 'primary' }, openSettings] : [openSettings],
  });
}

export async function setStack(visit: PlacedVisit, stack: Stack): Promise<Answer> {
  const before = await stackOf(visit);
  if (writeStack(before) === writeStack(stack))
    return note({
      title: stack.length === 0 ? 'This channel has no stack' : 'That is the stack already',
      blocks: stack.length === 0 ? [] : [way(stack)],
      choices: [stackButton(stack), openSettings],
    });
  const words = stack.map(({ word }) => word);
  if (stack.length === 0)
    return change(visit, {
      change: { stack: words },
      title: 'The stack is taken away',
      what: 'took the stack of this channel away',
      blocks: [say('No product comes first any more.')],
      choices: [stackButton([])],
    });
  return change(visit, {
    change: { stack: words },
    title: 'The stack is set',
    what: 'set what a request passes here',
    blocks: [way(stack), effect],
    choices: [stackButton(stack)],
  });
}

function way(stack: Stack): Block {
  return { kind: 'facts', facts: [{ label: 'From the client on', value: [stackWords(stack)] }] };
}

/** A word that is no product: those that it may have been, and how the line goes. */
export function sayDoubt(read: Exclude<StackRead, { readonly stack: Stack }>): Answer {
  if ('tooMany' in read)
    return sayProblem(
      `A stack has at most ${MOST_PRODUCTS} products, and these are ${read.tooMany}`,
      STACK_EXAMPLE,
      'products',
    );
  const [first, ...others] = read.near;
  const near = [
    ...others.slice(0, -1).map(({ name }) => `, ${name}`),
    ...others.slice(-1).map(({ name }) => ` or ${name}`),
  ];
  const problem = sayProblem(
    first === undefined ? 'I do not know that product' : `Did you mean ${first.name}${near.join('')}?`,
    STACK_EXAMPLE,
    'products',
  );
  return {
    ...problem,
    blocks: [
      say('I do not know the product ', { code: read.unknown }, '.'),
      ...problem.blocks,
      say('Leave out what I do not know: the rest still helps.'),
    ],
  };
}

/** The one line of the terminal. @returns what is wrong with it, in words; the stack where nothing is */
export function explainDoubt(read: Exclude<StackRead, { readonly stack: Stack }>): string {
  if ('tooMany' in read) return `a stack has at most ${MOST_PRODUCTS} products`;
  const near = read.near.map(({ word }) => word).join(', ');
  return `there is no product "${read.unknown}"${near === '' ? '' : `; perhaps ${near}`}`;
}
