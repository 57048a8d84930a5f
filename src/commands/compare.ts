// "401 vs 403": the deciding question first, then what differs.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { classOf, confusedWith, decidingQuestion, meaningsOf, written } from '../catalog/index.ts';
import { rfc } from '../catalog/sources.ts';
import type { Neighbours, Status } from '../catalog/status.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, comparison, openCard } from './card.ts';
import { everyone, sideBySide } from './side-by-side.ts';
import { answerOverview } from './status.ts';
import { notAssigned } from './unassigned.ts';
import { className, titleOf, toneOf } from './wording.ts';

/** Questions shown for a group that has none of its own: more than three nobody works through. */
const QUESTIONS = 3;
/** Codes that found no place are named up to here; the rest is counted. */
const NAMED = 8;

/** Codes that mean nothing are told of first; the others are held beside each other. */
export function answerCompare({ codes: asked, leftOut = [] }: Extract<Reading, { kind: 'compare' }>): Answer {
  const codes = [...new Set(asked)];
  const [only, second] = codes;
  // "404.13 vs 404" has one code on both sides.
  if (only !== undefined && second === undefined) return answerOverview(only);
  const assigned = codes.filter((code) => meaningsOf(code).length > 0);
  const unassigned = codes.filter((code) => !assigned.includes(code));
  const questions = questionsBetween(assigned);
  const statuses = assigned.flatMap((code) => meaningIn(questions, code) ?? []);
  return card({
    title: codes.length === 2 ? codes.map((code) => titleIn(questions, code)).join(' vs ') : comparison(codes),
    subtitle: classesOf(codes),
    tone: toneOf(codes),
    blocks: [
      ...unassigned.map((code): Block => ({ kind: 'text', text: [notAssigned(code)] })),
      ...(questions.length === 0 ? byTheirCases(statuses) : questions.flatMap(decidingBlocks)),
      ...sideBySide(statuses),
      ...otherOwners(statuses),
      ...tooMany(leftOut.filter((code) => !codes.includes(code))),
    ],
    choices: [...codes.map((code) => openCard({ code })), ...furtherComparisons(codes)],
    sources: [
      ...questions.map(({ source }) => source),
      ...(unassigned.length === 0 ? [] : [rfc(9110, '15')]),
      ...statuses.flatMap(({ sources }) => sources.slice(0, 1)),
    ],
    about: about('compare', codes),
    line: comparison(codes),
  });
}

/** The question that decides between exactly these codes, or those between each two of them; empty where none is known. */
function questionsBetween(codes: readonly number[]): readonly Neighbours[] {
  const exact = decidingQuestion(codes);
  if (exact !== undefined) return [exact];
  const pairs = codes.flatMap((a, at) => codes.slice(at + 1).map((b) => decidingQuestion([a, b])));
  return pairs.filter((pair) => pair !== undefined).slice(0, QUESTIONS);
}

/** What a code means in these questions: to the owner they speak of, otherwise first of all. */
function meaningIn(questions: readonly Neighbours[], code: number): Status | undefined {
  const owner = questions.flatMap(({ answers }) => answers).find((answer) => answer.code === code)?.owner;
  const meanings = meaningsOf(code);
  return meanings.find((status) => status.owner === owner) ?? meanings[0];
}

function titleIn(questions: readonly Neighbours[], code: number): string {
  const status = meaningIn(questions, code);
  return status === undefined ? written(code) : titleOf(status);
}

/** A deciding question and where each answer to it leads. */
export function decidingBlocks(neighbours: Neighbours): readonly Block[] {
  return [
    { kind: 'text', text: [{ strong: neighbours.question }] },
    {
      kind: 'list',
      items: neighbours.answers.map(
        ({ code, if: clause }): Text => [`If ${clause} → `, { strong: titleIn([neighbours], code) }],
      ),
    },
  ];
}

/** Without a known question: say so, and let each code speak with its most usual case. */
function byTheirCases(statuses: readonly Status[]): readonly Block[] {
  if (statuses.length < 2) return [];
  return [
    { kind: 'text', text: ['They are seldom confused, so no single question decides. Their most usual cases:'] },
    {
      kind: 'list',
      items: statuses.map((status): Text => {
        const name = { strong: titleOf(status) };
        const when = status.situations[0]?.when;
        return when === undefined ? [name, `: ${status.meaning}`] : [`When ${when} → `, name];
      }),
    },
  ];
}

/** The table shows one meaning a number; further owners are at least named. */
function otherOwners(statuses: readonly Status[]): readonly Block[] {
  const others = statuses.flatMap((shown) =>
    meaningsOf(shown.code)
      .filter((status) => status !== shown)
      .map(({ code, owner, name }) => `${written(code)} at ${owner}: ${name}`),
  );
  return others.length === 0 ? [] : [{ kind: 'text', text: [`The same numbers elsewhere: ${others.join('; ')}.`] }];
}

function tooMany(leftOut: readonly number[]): readonly Block[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, NAMED).map((code) => written(code));
  const more = leftOut.length > NAMED ? ` and ${leftOut.length - NAMED} more` : '';
  return [{ kind: 'text', text: [`I compare four codes at most; left out: ${named.join(', ')}${more}.`] }];
}

/** "Client error · both"; "Successful · Server error". */
function classesOf(codes: readonly number[]): string {
  const names = [...new Set(codes.map(classOf))].map((one) => (one === null ? 'No HTTP class' : className(one)));
  return names.length === 1 ? `${names[0]} · ${everyone(codes)}` : names.join(' · ');
}

/** The next confusion nearby: from "401 vs 403" to "403 vs 404". */
function furtherComparisons(codes: readonly number[]): readonly Choice[] {
  return codes.flatMap((code) => {
    const next = confusedWith(code).find((other) => !codes.includes(other));
    if (next === undefined) return [];
    const line = comparison([code, next]);
    return [{ label: `Compare ${line}`, line }];
  });
}
