// "401 vs 403": the deciding question first, then what differs.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { classOf, confusedWith, decidingQuestion, meaningsOf, written } from '../catalog/index.ts';
import type { Neighbours, Source } from '../catalog/status.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, comparison, openCard } from './card.ts';
import { everyone, sideBySide } from './side-by-side.ts';
import { answerStatus } from './status.ts';
import { className, titleOfCode, toneOf } from './wording.ts';

/** Questions shown for a group that has none of its own: more than three nobody works through. */
const QUESTIONS = 3;

export function answerCompare({ codes: asked }: Extract<Reading, { kind: 'compare' }>): Answer {
  const codes = [...new Set(asked)];
  const [only, second] = codes;
  // "404.13 vs 404" has one code on both sides.
  if (only !== undefined && second === undefined)
    return answerStatus({ kind: 'status', code: only, facet: 'overview', why: 'code' });
  const questions = questionsBetween(codes);
  const titles = codes.map((code) => titleOfCode({ code }));
  return card({
    title: codes.length === 2 ? titles.join(' vs ') : comparison(codes),
    subtitle: classesOf(codes),
    tone: toneOf(codes),
    blocks: [
      ...(questions.length === 0 ? byTheirCases(codes) : questions.flatMap(decidingBlocks)),
      ...sideBySide(codes),
      ...otherOwners(codes),
    ],
    choices: [...codes.map((code) => openCard({ code })), ...furtherComparisons(codes)],
    sources: [...questions.map(({ source }) => source), ...codes.flatMap(firstSource)],
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

/** A deciding question and where each answer to it leads. */
export function decidingBlocks({ question, answers }: Neighbours): readonly Block[] {
  return [
    { kind: 'text', text: [{ strong: question }] },
    {
      kind: 'list',
      items: answers.map(({ code, if: clause }): Text => [`If ${clause} → `, { strong: titleOfCode({ code }) }]),
    },
  ];
}

/** Without a known question: say so, and let each code speak with its most usual case. */
function byTheirCases(codes: readonly number[]): readonly Block[] {
  return [
    { kind: 'text', text: ['They are seldom confused, so no single question decides. Their most usual cases:'] },
    {
      kind: 'list',
      items: codes.map((code): Text => {
        const name = { strong: titleOfCode({ code }) };
        const [status] = meaningsOf(code);
        if (status === undefined) return [name, ': not assigned.'];
        const when = status.situations[0]?.when;
        return when === undefined ? [name, `: ${status.meaning}`] : [`When ${when} → `, name];
      }),
    },
  ];
}

/** The table shows one meaning a number; further owners are at least named. */
function otherOwners(codes: readonly number[]): readonly Block[] {
  const others = codes.flatMap((code) =>
    meaningsOf(code)
      .slice(1)
      .map(({ owner, name }) => `${written(code)} at ${owner}: ${name}`),
  );
  return others.length === 0 ? [] : [{ kind: 'text', text: [`The same numbers elsewhere: ${others.join('; ')}.`] }];
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

function firstSource(code: number): readonly Source[] {
  return meaningsOf(code)[0]?.sources.slice(0, 1) ?? [];
}
