// "401 vs 403": the deciding question first, then what differs.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { classOf, confusedWith, decidingQuestion, meaningsOf, written } from '../catalog/index.ts';
import type { Neighbours, RegisteredStatus, Source, Status } from '../catalog/status.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, comparison, openCard } from './card.ts';
import { bodyWords, cacheWords, className, faultWords, isRegistered, retryWords, titleOfCode, toneOf } from './wording.ts';

/** Questions shown for a group that has none of its own: more than three nobody works through. */
const QUESTIONS = 3;
const ABSENT = '—';

export function answerCompare({ codes: asked }: Extract<Reading, { kind: 'compare' }>): Answer {
  const codes = [...new Set(asked)];
  const questions = questionsBetween(codes);
  const titles = codes.map((code) => titleOfCode({ code }));
  return card({
    title: codes.length === 2 ? titles.join(' vs ') : comparison(codes),
    subtitle: shared(codes),
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
  const cases = codes.map((code): Text => {
    const [status] = meaningsOf(code);
    const when = status?.situations[0]?.when;
    const usual = when === undefined ? (status?.meaning ?? 'Not assigned.') : `When ${when} → `;
    return when === undefined ? [{ strong: titleOfCode({ code }) }, `: ${usual}`] : [usual, { strong: titleOfCode({ code }) }];
  });
  return [
    { kind: 'text', text: ['They are seldom confused, so no single question decides. Their most usual cases:'] },
    { kind: 'list', items: cases },
  ];
}

interface Row {
  readonly label: string;
  readonly values: readonly string[];
}

/** A table of what differs, and one line with what is the same. */
export function sideBySide(codes: readonly number[]): readonly Block[] {
  const rows = attributes.map(
    ([label, say]): Row => ({ label, values: codes.map((code) => meaningsOf(code)[0]).map((status) => (status && say(status)) ?? ABSENT) }),
  );
  const telling = rows.filter(({ values }) => values.some((value) => value !== ABSENT));
  const same = telling.filter(({ values }) => values.length > 1 && new Set(values).size === 1);
  const different = telling.filter((row) => !same.includes(row));
  return [
    {
      kind: 'table',
      head: ['', ...codes.map((code) => written(code))],
      rows: different.map(({ label, values }) => [[label], ...values.map((value): Text => [value])]),
    },
    { kind: 'text', text: same.length === 0 ? [] : [`The same for ${codes.length === 2 ? 'both' : 'all'}: ${same.map(asWords).join('; ')}.`] },
  ];
}

function asWords({ label, values: [value = ''] }: Row): string {
  return `${label}: ${value}`;
}

type Say = (status: Status) => string | undefined;

const attributes: readonly (readonly [string, Say])[] = [
  ['Meaning', ({ meaning }) => meaning],
  ['Use when', (status) => (isRegistered(status) ? status.use[0] : status.causes[0])],
  ['Body', ofRegistered(({ body }) => bodyWords[body.rule])],
  ['Cacheable', ofRegistered(({ cache }) => cacheWords[cache.rule])],
  ['Retry', ofRegistered(({ retry }) => retryWords[retry.rule])],
  ['Fault', ({ fault }) => faultWords[fault]],
  ['Key header', ofRegistered(keyHeader)],
];

/** Vendors’ codes have no rules of their own. */
function ofRegistered(say: (status: RegisteredStatus) => string | undefined): Say {
  return (status) => (isRegistered(status) ? say(status) : undefined);
}

/** The header field of the response that is asked for most strongly: "WWW-Authenticate (MUST)". */
export function keyHeader({ headers }: RegisteredStatus): string | undefined {
  const ofResponse = headers.filter(({ on }) => on === 'response');
  const header =
    ofResponse.find(({ level }) => level === 'MUST') ?? ofResponse.find(({ level }) => level === 'SHOULD') ?? ofResponse[0];
  return header === undefined ? undefined : `${header.name} (${header.level})`;
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

function shared(codes: readonly number[]): string {
  const classes = [...new Set(codes.map(classOf))].map((one) => (one === null ? 'No HTTP class' : className(one)));
  return classes.length === 1 ? `${classes[0]} · ${codes.length === 2 ? 'both' : 'all'}` : classes.join(' · ');
}

/** The next confusion nearby: from "401 vs 403" to "403 vs 404". */
function furtherComparisons(codes: readonly number[]) {
  const pairs = codes.flatMap((code) =>
    confusedWith(code)
      .filter((other) => !codes.includes(other))
      .slice(0, 1)
      .map((other) => comparison([code, other])),
  );
  return pairs.map((line) => ({ label: `Compare ${line}`, line }));
}

function firstSource(code: number): readonly Source[] {
  return meaningsOf(code)[0]?.sources.slice(0, 1) ?? [];
}
