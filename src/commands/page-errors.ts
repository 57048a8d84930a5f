// "Cloudflare 1020": what a vendor's error page means, and the status code that carries it.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { pageError } from '../catalog/index.ts';
import type { PageError } from '../catalog/status.ts';
import { about, card, openCard, section } from './card.ts';
import { either, faultWords, titleOfCode, toneOf } from './wording.ts';

interface Asked {
  readonly number: number;
  readonly error: PageError;
}

/**
 * One error page in full, several one after the other. Programs get the status codes that carry them; where none is known,
 * the number itself, as one that is no status code.
 */
export function answerPageErrors(numbers: readonly number[]): Answer {
  const asked = knownAmong(numbers);
  const carriers = carriersOf(asked);
  const [only, second] = asked;
  const single = second === undefined ? only : undefined;
  return card({
    title: single === undefined ? numbers.map((number) => nameOf(number)).join(', ') : titleOf(single),
    subtitle: 'The number of an error page, not an HTTP status code',
    tone: toneOf(carriers),
    blocks: single === undefined ? asked.flatMap(briefly) : inFull(single),
    choices: carriers.map((code): Choice => openCard({ code })),
    sources: asked.flatMap(({ error }) => error.sources),
    about: carriers.length > 0 ? about('status', carriers) : { kind: 'unassigned', codes: [...numbers], class: null },
    line: `cloudflare ${numbers.join(' ')}`,
  });
}

/** The error pages in a pasted text, below the codes that stand in it. */
export function pageBlocks(numbers: readonly number[]): readonly Block[] {
  return knownAmong(numbers).flatMap(briefly);
}

/** Where a number is no status code, but some vendor's error page has it: how to ask for that. */
export function askForPage(number: number): { readonly text: Text; readonly choice: Choice } | null {
  const error = pageError(number);
  if (error === undefined) return null;
  const line = `${error.owner.toLowerCase()} ${number}`;
  return {
    text: [
      `On an error page of ${error.owner}, ${number} means: `,
      { strong: error.name },
      '. Ask for ',
      { code: line },
      '.',
    ],
    choice: { label: nameOf(number), line },
  };
}

function knownAmong(numbers: readonly number[]): readonly Asked[] {
  return numbers.flatMap((number) => {
    const error = pageError(number);
    return error === undefined ? [] : [{ number, error }];
  });
}

function carriersOf(asked: readonly Asked[]): readonly number[] {
  return [...new Set(asked.flatMap(({ error }) => error.status ?? []))];
}

function nameOf(number: number): string {
  return `${pageError(number)?.owner ?? ''} ${number}`.trim();
}

function titleOf({ number, error }: Asked): string {
  return `${nameOf(number)}: ${error.name}`;
}

function inFull({ number, error }: Asked): readonly Block[] {
  const others = error.numbers.filter((other) => other !== number).map(String);
  return [
    { kind: 'text', text: [error.meaning] },
    ...section('Do now', error.received),
    {
      kind: 'facts',
      facts: [
        { label: 'Status code', value: [carrier(error)] },
        { label: 'Fault', value: [faultWords[error.fault]] },
        ...(others.length === 0 ? [] : [{ label: 'The same', value: [either(others)] }]),
      ],
    },
  ];
}

function briefly(asked: Asked): readonly Block[] {
  const { error } = asked;
  const [advice = ''] = error.received;
  return [
    { kind: 'heading', text: titleOf(asked) },
    { kind: 'text', text: [error.meaning] },
    {
      kind: 'list',
      items: [
        [{ strong: 'Do now:' }, ` ${advice}`],
        [{ strong: 'Status code:' }, ` ${carrier(error)}`],
      ],
    },
  ];
}

function carrier({ status, owner }: PageError): string {
  return status === null ? `${owner} does not say which one comes with it` : titleOfCode({ code: status });
}
