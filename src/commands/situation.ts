// "User is logged in but may not see this": the code that fits a described case, and why.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { decidingQuestion, isRegistered, meaningsOf } from '../catalog/index.ts';
import type { Candidate, Reading } from '../query/reading.ts';
import { about, card, compareWith, facetLabel, facetLine, openCard } from './card.ts';
import { decidingBlocks } from './compare.ts';
import { keyHeader, table } from './side-by-side.ts';
import { bodyWords, titleOfCode, toneOf } from './wording.ts';

/** Longest line that a button can carry (Discord’s custom_id). */
const LINE = 100;
const spaces = /\s+/g;

/** @param typed the question as it was typed: it becomes the answer’s line where a button can carry it */
export function answerSituation(
  { candidates, contested }: Extract<Reading, { kind: 'situation' }>,
  typed: string,
): Answer {
  const [best, second] = candidates;
  const codes = candidates.map(({ code }) => code);
  const line = typed.replace(spaces, ' ').trim();
  return card({
    title: best === undefined ? 'No code fits' : headline(best, contested ? second : undefined),
    subtitle: contested ? 'Experts defend both for this case' : 'The best fit for the case you describe',
    tone: toneOf(codes.slice(0, contested ? 2 : 1)),
    blocks: [
      ...(best === undefined ? [] : contested && second !== undefined ? contenders(best, second) : theBest(best)),
      ...further(contested ? candidates.slice(2) : candidates.slice(1)),
      ...(contested ? [] : deciding(best, second)),
    ],
    choices: [...candidates.map(openCard), ...comparisons(best, second), ...deeper(best)],
    sources: candidates.flatMap(({ code, sub }) => meaningsOf(code, sub)[0]?.sources.slice(0, 1) ?? []),
    about: about('situation', codes),
    ...(line.length <= LINE && line !== '' ? { line } : {}),
  });
}

function headline(best: Candidate, rival: Candidate | undefined): string {
  return rival === undefined ? `Most likely ${titleOfCode(best)}` : `${titleOfCode(best)} or ${titleOfCode(rival)}`;
}

/** One clear winner: its case in the catalog's words, what it means, and what belongs into the response. */
function theBest(best: Candidate): readonly Block[] {
  const [status] = meaningsOf(best.code, best.sub);
  if (status === undefined) return [];
  const meaning: Block = { kind: 'text', text: [status.meaning] };
  if (!isRegistered(status)) return [{ kind: 'text', text: [`You see it when ${best.reason}.`] }, meaning];
  const send = keyHeader(status);
  return [
    { kind: 'text', text: [`Use it when ${best.reason}.`] },
    meaning,
    {
      kind: 'facts',
      facts: [
        ...(send === undefined ? [] : [{ label: 'Header', value: [send] }]),
        { label: 'Body', value: [`${bodyWords[status.body.rule]}. ${status.body.note}`] },
      ],
    },
  ];
}

/** Two that experts argue about: the case, the question that decides, and what each of them means. */
function contenders(best: Candidate, rival: Candidate): readonly Block[] {
  const both = [best, rival];
  const meanings = both.map(({ code, sub }) => meaningsOf(code, sub)[0]?.meaning ?? '');
  return [
    { kind: 'text', text: [{ strong: 'The case: ' }, `${best.reason}.`] },
    ...deciding(best, rival),
    table(
      both.map(({ code }) => code),
      [{ label: 'Meaning', values: meanings }],
    ),
  ];
}

function deciding(best: Candidate | undefined, second: Candidate | undefined): readonly Block[] {
  if (best === undefined || second === undefined) return [];
  const question = decidingQuestion([best.code, second.code]);
  return question === undefined ? [] : decidingBlocks(question);
}

function further(candidates: readonly Candidate[]): readonly Block[] {
  return candidates.length === 0
    ? []
    : [
        { kind: 'heading', text: 'Also possible' },
        { kind: 'list', items: candidates.map(withReason) },
      ];
}

/** Only a situation is a clause to go on with; of the other ways to be found the meaning says more. */
function withReason(candidate: Candidate): Text {
  const meaning = meaningsOf(candidate.code, candidate.sub)[0]?.meaning ?? '';
  const why = candidate.why === 'situation' ? ` when ${candidate.reason}.` : ` – ${meaning}`;
  return [{ strong: titleOfCode(candidate) }, why];
}

function comparisons(best: Candidate | undefined, second: Candidate | undefined): readonly Choice[] {
  if (best === undefined || second === undefined || best.code === second.code) return [];
  const { line } = compareWith(best.code, second.code);
  return [{ label: `Compare ${line}`, line }];
}

/** For whoever is about to write this response: the rules of use, and how it looks. */
function deeper(best: Candidate | undefined): readonly Choice[] {
  if (best === undefined || best.sub !== undefined || !meaningsOf(best.code).some(isRegistered)) return [];
  return (['use', 'example'] as const).map((facet) => ({
    label: facetLabel(facet),
    line: facetLine(best, facet),
  }));
}
