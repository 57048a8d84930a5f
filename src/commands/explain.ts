// A pasted log or somebody's message: which status codes it holds, what they mean and what to do.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { isRegistered, meaningsOf } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import type { Finding, Reading } from '../query/reading.ts';
import { about, card, openCard, section } from './card.ts';
import { pageBlocks } from './page-errors.ts';
import { notAssigned } from './unassigned.ts';
import { knownOf, titleOfCode, toneOf, unknownSubstatus } from './wording.ts';

/** Findings that are explained; the rest is listed. */
const IN_FULL = 6;
/** Pieces of advice for the only code in a text, and for each of several. */
const ADVICE = { only: 3, each: 1 };

/**
 * Proofs are shown as they come: whoever reads the text masks its secrets first.
 * @param text where the codes were found: a vendor it names is told of as much as the registry
 */
export function answerPaste(
  { findings: found, pages = [] }: Extract<Reading, { kind: 'paste' }>,
  text: string,
): Answer {
  const said = text.toLowerCase();
  const findings = troubleFirst(found);
  const [first] = findings;
  const full = findings.slice(0, IN_FULL);
  const rest = findings.slice(IN_FULL);
  return card({
    title:
      findings.length === 1 && first !== undefined
        ? titleOfCode(first)
        : `${findings.length} status codes in this text`,
    subtitle: findings.length === 1 ? `In this text${repeated(first)}` : 'Errors first',
    tone: toneOf(findings.map(({ code }) => code)),
    blocks: [
      ...full.flatMap((finding) => explained(finding, findings.length === 1, said)),
      ...(rest.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: 'Also in it' },
            {
              kind: 'list' as const,
              items: rest.map((finding): Text => [`${titleOfCode(finding)}${repeated(finding)}`]),
            },
          ]),
      ...pageBlocks(pages),
    ],
    choices: findings
      .filter((finding) => meaningsOfFound(finding).length > 0)
      .map((finding) => openCard(knownOf(finding))),
    sources: full.flatMap((finding) => meaningsOfFound(finding)[0]?.sources.slice(0, 1) ?? []),
    about: about(
      'paste',
      findings.map(({ code }) => code),
    ),
  });
}

/** Who pastes a log looks for what went wrong; within that, the order of the text. */
function troubleFirst(findings: readonly Finding[]): readonly Finding[] {
  const trouble = ({ code }: Finding) => Number(code < 100 || code >= 400);
  return findings.toSorted((a, b) => trouble(b) - trouble(a));
}

function meaningsOfFound(finding: Finding): readonly Status[] {
  const { code, sub } = knownOf(finding);
  return meaningsOf(code, sub);
}

function explained(finding: Finding, only: boolean, said: string): readonly Block[] {
  const meanings = meaningsOfFound(finding);
  const [first] = meanings;
  const proof: Block = { kind: 'code', source: finding.proof };
  const heading: readonly Block[] = only
    ? []
    : [{ kind: 'heading', text: `${titleOfCode(finding)}${repeated(finding)}` }];
  if (first === undefined) return [...heading, { kind: 'text', text: [notAssigned(finding.code)] }, proof];
  const what = [...unknownSubstatus(finding), ...whatItMeans(meanings, said)];
  if (only) return [...what, proof, ...section('Do now', first.received.slice(0, ADVICE.only))];
  const advice = first.received.slice(0, ADVICE.each).join(' ');
  return [...heading, ...what, proof, { kind: 'text', text: [{ strong: 'Do now: ' }, advice] }];
}

/**
 * The registry's meaning, and those of vendors that the text names. Of a number that only vendors own, all of them: a log
 * does not always say whose it is.
 */
function whatItMeans(meanings: readonly Status[], said: string): readonly Block[] {
  const meant = meanings.some(isRegistered)
    ? meanings.filter((status) => isRegistered(status) || said.includes(status.owner.toLowerCase()))
    : meanings;
  const others = meanings.filter((status) => !meant.includes(status)).map(({ owner, name }) => `${owner}: ${name}`);
  const [first, second] = meant;
  return [
    second === undefined ? { kind: 'text', text: [first?.meaning ?? ''] } : { kind: 'list', items: meant.map(ofOwner) },
    { kind: 'text', text: others.length === 0 ? [] : [`The same number elsewhere: ${others.join('; ')}.`] },
  ];
}

function ofOwner(status: Status): Text {
  return [
    { strong: isRegistered(status) ? `${status.name}:` : `${status.owner}, ${status.name}:` },
    ` ${status.meaning}`,
  ];
}

function repeated(finding: Finding | undefined): string {
  return finding === undefined || finding.times < 2 ? '' : `, ${finding.times} times`;
}
