// "choose yes no yes": one question at a time until a code is left, then a record of how it was chosen.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { type Decision, decidedCodes, type Step, walk, type YesNo } from '../catalog/decisions.ts';
import { confusedWith, decidingQuestion, registeredStatus, titled, written } from '../catalog/index.ts';
import type { Source } from '../catalog/status.ts';
import type { Asker } from '../port.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, compareWith, openCard, openFacet } from './card.ts';
import { toneOf } from './wording.ts';

/** Codes that the record says no to: the closest ones. */
const NEIGHBOURS = 3;

/** The last heading of a record: a line to copy follows. */
export const RECORD_END = 'For the pull request';

/** The next question, for the asker alone; or the record, for the room. */
export function answerChoice(
  { answers, strange, here }: Extract<Reading, { kind: 'choose' }>,
  platform: Asker['platform'],
): Answer {
  const { steps, at, left } = walk(answers);
  const given = steps.map(({ answer }) => answer);
  if (typeof at !== 'number')
    return ask(at, { given, left, strange: strange === true, typed: platform === 'terminal' });
  const record = keep(at, steps, platform);
  return here === true && platform === 'discord' ? { ...record, audience: 'channel' } : record;
}

/** The line that has these answers: "choose yes no". */
export function choiceLine(answers: readonly YesNo[]): string {
  return ['choose', ...answers].join(' ');
}

interface Stage {
  readonly given: readonly YesNo[];
  /** Answers that it may still take. */
  readonly left: number;
  readonly strange: boolean;
  /** Where there are no buttons to press: what leaves a pipe has lost them. */
  readonly typed: boolean;
}

function ask({ question, yes, no }: Decision, { given, left, strange, typed }: Stage): Answer {
  const asked = card({
    title: question,
    subtitle: `Which code? Question ${given.length + 1} of ${given.length + left} at most`,
    tone: 'neutral',
    blocks: [
      ...(strange ? [onlyYesAndNo] : []),
      {
        kind: 'list',
        items: [
          [{ strong: 'Yes' }, `, for example when ${yes.when}`],
          [{ strong: 'No' }, `, for example when ${no.when}`],
        ],
      },
      {
        kind: 'text',
        text: typed
          ? [
              'Ask on with ',
              { code: choiceLine([...given, 'yes']) },
              ' or ',
              { code: choiceLine([...given, 'no']) },
              ...(given.length === 0 ? [] : ['; ', { code: choiceLine(given.slice(0, -1)) }, ' goes back']),
              '.',
            ]
          : [],
      },
    ],
    choices: [
      { label: 'Yes', line: choiceLine([...given, 'yes']) },
      { label: 'No', line: choiceLine([...given, 'no']) },
      ...wayBack(given),
    ],
    about: about('help', []),
    line: choiceLine(given),
  });
  return { ...asked, audience: 'asker' };
}

const onlyYesAndNo: Block = {
  kind: 'text',
  text: ['Here I understand only ', { code: 'yes' }, ', ', { code: 'no' }, ' and ', { code: 'back' }, '.'],
};

function wayBack(given: readonly YesNo[]): readonly Choice[] {
  if (given.length === 0) return [];
  return [
    { label: 'Back', line: choiceLine(given.slice(0, -1)) },
    { label: 'Start again', line: choiceLine([]) },
  ];
}

/** What was chosen, by which answers, why no other, and a line to copy. */
function keep(code: number, steps: readonly Step[], platform: Asker['platform']): Answer {
  const given = steps.map(({ answer }) => answer);
  const others = closestTo(code, steps);
  const [closest] = others;
  return card({
    title: `Use ${titled(code)}`,
    subtitle: `Chosen with ${given.length} answers`,
    tone: toneOf([code]),
    blocks: [
      { kind: 'text', text: [registeredStatus(code)?.meaning ?? ''] },
      { kind: 'heading', text: 'Your answers' },
      { kind: 'list', items: steps.map(({ decision, answer }): Text => [decision.question, ' ', { strong: answer }]) },
      { kind: 'heading', text: 'Why no other' },
      { kind: 'list', items: others.map((other) => whyNot(code, other)) },
      { kind: 'heading', text: RECORD_END },
      { kind: 'code', source: lineToCopy(code, closest) },
    ],
    choices: [
      ...(platform === 'discord' ? [{ label: 'Post it here', line: `${choiceLine(given)} here` }] : []),
      openCard({ code }),
      ...(closest === undefined ? [openFacet({ code }, 'use')] : [compareWith(code, closest)]),
      openFacet({ code }, 'testers'),
      ...wayBack(given),
    ],
    sources: [...sourcesOf(code), ...others.flatMap((other) => decidingQuestion([code, other])?.source ?? [])],
    about: about('status', [code]),
    line: choiceLine(given),
  });
}

/** The codes that it is most easily confused with, among those that can be chosen: first the one of the last question. */
function closestTo(code: number, steps: readonly Step[]): readonly number[] {
  const last = steps.at(-1);
  const sibling = last?.decision[last.answer === 'yes' ? 'no' : 'yes'].to;
  const known = confusedWith(code).filter(
    (other) => decidedCodes.includes(other) && decidingQuestion([code, other]) !== undefined,
  );
  return known.toSorted((a, b) => Number(b === sibling) - Number(a === sibling)).slice(0, NEIGHBOURS);
}

/** The question that decides between them, and which answer would lead to the other: its number or name follows. */
function unless(code: number, other: number): readonly [question: string, condition: string] {
  const decided = decidingQuestion([code, other]);
  const clause = decided?.answers.find((answer) => answer.code === other)?.if ?? '';
  return [decided?.question ?? '', `If ${clause}, it would be`];
}

function whyNot(code: number, other: number): Text {
  return [`${unless(code, other).join(' ')} `, { strong: titled(other) }, '.'];
}

/** "409 Conflict (RFC 9110 §15.5.10): The request is fine in itself, but …. Would the same …? If …, it would be 422." */
function lineToCopy(code: number, closest: number | undefined): string {
  const { meaning = '' } = registeredStatus(code) ?? {};
  const [definition] = sourcesOf(code);
  const why = `${titled(code)} (${definition?.title ?? ''}): ${meaning}`;
  return closest === undefined ? why : `${why} ${unless(code, closest).join(' ')} ${written(closest)}.`;
}

/** The text that defines a code. */
function sourcesOf(code: number): readonly Source[] {
  return registeredStatus(code)?.sources.slice(0, 1) ?? [];
}
