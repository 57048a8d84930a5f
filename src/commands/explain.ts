// A pasted log or somebody's message: which status codes it holds, what they mean here, who answered and what to do.
import type { Answer, Block, Fact, Text } from '../answer/answer.ts';
import { shorten } from '../answer/fit.ts';
import { isRegistered, meaningsOf } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import type { Problem } from '../query/paste/problem.ts';
import type { Finding, Reading } from '../query/reading.ts';
import { about, card, openCard, section } from './card.ts';
import { inStackFirst, isInStack, ownerIn, type Stack } from './in-stack.ts';
import { otherBlocks } from './other-codes.ts';
import { notAssigned } from './unassigned.ts';
import { producerOf, producerWords, verdictBlocks } from './verdict.ts';
import { knownOf, titleOfCode, toneOf, unknownSubstatus } from './wording.ts';

/** Findings that are explained; the rest is listed. */
const IN_FULL = 6;
/** Pieces of advice for the only code in a text, and for each of several. */
const ADVICE = { only: 3, each: 1 };
/** Characters that are shown of what an API says of its error. */
const FIELD = 300;

/**
 * Proofs are shown as they come: whoever reads the text masks its secrets first.
 * @param text where the codes were found: a vendor it names is told of as much as the registry
 * @param stack what a request passes in the channel: its vendors come first
 */
export function answerPaste(
  { findings, verdict, problem, others = [] }: Extract<Reading, { kind: 'paste' }>,
  text: string,
  stack: Stack = [],
): Answer {
  const said = text.toLowerCase();
  const [first] = findings;
  const full = findings.slice(0, IN_FULL);
  const rest = findings.slice(IN_FULL);
  const codes = findings.map(({ code }) => code);
  const table = summed(findings);
  const among = { only: findings.length === 1, tabled: table.length > 0 };
  return card({
    title:
      findings.length === 1 && first !== undefined
        ? titleOfCode(first)
        : `${findings.length} status codes in this text`,
    subtitle: findings.length === 1 ? `In this text${repeated(first)}` : 'Errors first',
    tone: toneOf(codes),
    blocks: [
      ...table,
      ...full.flatMap((finding) => explained(finding, among, said, stack)),
      ...(rest.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: 'Also in it' },
            {
              kind: 'list' as const,
              items: rest.map((finding): Text => [`${titleOfCode(finding)}${repeated(finding)}`]),
            },
          ]),
      ...problemBlocks(problem),
      ...(verdict === undefined ? [] : verdictBlocks(verdict, first?.proof, findings.length > 1 ? first : undefined)),
      ...(first === undefined || findings.length > 1
        ? []
        : section('Do now', adviceOn(first, said, stack, ADVICE.only))),
      ...otherBlocks(others),
    ],
    choices: findings
      .filter((finding) => meaningsOfFound(finding).length > 0)
      .map((finding) => openCard(knownOf(finding))),
    sources: [
      ...full.flatMap((finding) => meaningsOfFound(finding)[0]?.sources.slice(0, 1) ?? []),
      ...(verdict?.because.map(({ source }) => source) ?? []),
    ],
    about: { ...about('paste', codes), ...(verdict === undefined ? {} : producerOf(verdict)) },
  });
}

/** Several requests at a glance: how often each code came, and who answered with it. */
function summed(findings: readonly Finding[]): readonly Block[] {
  if (findings.length < 2 || findings.every(({ times }) => times === 1)) return [];
  return [
    {
      kind: 'table',
      head: ['Code', 'Times', 'Who answered'],
      rows: findings
        .slice(0, IN_FULL)
        .map((finding) => [[titleOfCode(finding)], [String(finding.times)], [whoseIs(finding)]]),
    },
  ];
}

function whoseIs({ by }: Finding): string {
  return by === undefined ? '' : producerWords(by);
}

/** What the API says itself, in the fields of RFC 9457. */
function problemBlocks(problem: Problem | undefined): readonly Block[] {
  if (problem === undefined) return [];
  const { title, detail, type, instance } = problem;
  const told: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Problem', title],
    ['This time', detail],
    ['Its kind', type],
    ['Its id', instance],
  ];
  const facts = told.flatMap(([label, value]): readonly Fact[] =>
    value === undefined ? [] : [{ label, value: [shorten(value.trim(), FIELD)] }],
  );
  return [
    { kind: 'heading', text: 'What the API says' },
    { kind: 'facts', facts },
  ];
}

function meaningsOfFound(finding: Finding): readonly Status[] {
  const { code, sub } = knownOf(finding);
  return meaningsOf(code, sub);
}

interface Among {
  readonly only: boolean;
  /** Who answered stands in a table above it. */
  readonly tabled: boolean;
}

function explained(finding: Finding, { only, tabled }: Among, said: string, stack: Stack): readonly Block[] {
  const meanings = inStackFirst(meaningsOfFound(finding), stack);
  const [first] = meanings;
  const proof: Block = { kind: 'code', source: finding.proof };
  const heading: readonly Block[] = only
    ? []
    : [{ kind: 'heading', text: `${titleOfCode(finding)}${repeated(finding)}` }];
  if (first === undefined) return [...heading, { kind: 'text', text: [notAssigned(finding.code)] }, proof];
  const what = [
    ...unknownSubstatus(finding),
    ...whatItMeans(meanings, meant(finding, said, stack), stack),
    ...whatItMeansHere(finding),
  ];
  if (only) return [...what, proof];
  const advice = adviceOn(finding, said, stack, ADVICE.each).join(' ');
  return [
    ...heading,
    ...what,
    proof,
    { kind: 'text', text: isKnown(finding) && !tabled ? [{ strong: 'Who answered: ' }, `${whoseIs(finding)}.`] : [] },
    { kind: 'text', text: [{ strong: 'Do now: ' }, advice] },
  ];
}

/** Advice that the verdict has followed already, as 502, 504, 403 and 413 give it. */
const asksWho = /^Find (?:out who said|out whose limit|the hop)/;

function adviceOn(finding: Finding, said: string, stack: Stack, most: number): readonly string[] {
  const advice = meant(finding, said, stack)[0]?.received ?? [];
  return (isKnown(finding) ? advice.filter((piece) => !asksWho.test(piece)) : advice).slice(0, most);
}

function isKnown({ by }: Finding): boolean {
  return by !== undefined && by.producer !== 'unknown';
}

/**
 * The registry's meaning, and those of the vendors that the verdict speaks of, else of those that the text names. Of a
 * number that only vendors own, all of them where nothing names one: a log does not always say whose it is.
 */
function meant(finding: Finding, said: string, stack: Stack): readonly Status[] {
  const meanings = inStackFirst(meaningsOfFound(finding), stack);
  const told = finding.by?.because.map(({ seen }) => seen.toLowerCase()).join(' ') ?? '';
  const namedIn = (words: string) => meanings.filter(({ owner }) => words.includes(owner.toLowerCase()));
  const [owners = []] = [namedIn(told), namedIn(said)].filter(({ length }) => length > 0);
  const here = meanings.filter((status) => isRegistered(status) || isInStack(status, stack) || owners.includes(status));
  return here.length > 0 ? here : meanings;
}

function whatItMeans(meanings: readonly Status[], here: readonly Status[], stack: Stack): readonly Block[] {
  const others = meanings
    .filter((status) => !here.includes(status))
    .map((status) => `${ownerIn(stack, status)}: ${status.name}`);
  const [first, second] = here;
  const alone = second === undefined && (others.length === 0 || (first !== undefined && isRegistered(first)));
  return [
    alone
      ? { kind: 'text', text: [first?.meaning ?? ''] }
      : { kind: 'list', items: here.map((status) => ofOwner(status, stack)) },
    { kind: 'text', text: others.length === 0 ? [] : [`The same number elsewhere: ${others.join('; ')}.`] },
  ];
}

/** What the signs around a code tell more than the code. */
function whatItMeansHere({ implied, by }: Finding): readonly Block[] {
  const here = by?.here ?? null;
  return [
    ...(implied === true
      ? [{ kind: 'text' as const, text: ['No code stands in the text; with this line, the client gets this one.'] }]
      : []),
    { kind: 'text', text: here === null ? [] : [{ strong: 'Here: ' }, here] },
  ];
}

function ofOwner(status: Status, stack: Stack): Text {
  return [
    { strong: isRegistered(status) ? `${status.name}:` : `${ownerIn(stack, status)}, ${status.name}:` },
    ` ${status.meaning}`,
  ];
}

function repeated(finding: Finding | undefined): string {
  return finding === undefined || finding.times < 2 ? '' : `, ${finding.times} times`;
}
