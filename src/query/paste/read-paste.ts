// Reads copied text: the codes it proves, who answered with them, and the codes of somebody else's beside them.

import { findNeighbours } from '../other-codes/neighbours.ts';
import { verdictAt, verdictWithoutCode } from '../producer/find.ts';
import type { Verdict } from '../producer/verdict.ts';
import { impliedCodes } from '../producer/witnesses.ts';
import type { Finding, OtherRef, Reading } from '../reading.ts';
import { findEvidence, findImpossible, lineAround } from './evidence.ts';
import type { LogLine } from './logs/format.ts';
import { readLogLines } from './logs/lines.ts';
import { readProblem } from './problem.ts';

export type { ProducerKind } from '../producer/producers.ts';
export type { Verdict } from '../producer/verdict.ts';

/** Findings for which it is worked out who answered: as many as an answer explains. */
const JUDGED = 6;

/** The exit code of curl's --fail says no more than that there is a status code. */
const FAILED = '22';

/** What a copied text proves; null where it proves nothing. */
export function readPaste(text: string): Reading | null {
  const lines = readLogLines(text);
  const found = findEvidence(text, lines);
  const others = othersIn(text).filter(({ family, key }) => found.length === 0 || family !== 'curl' || key !== FAILED);
  // The number of an error page is a code by itself; other errors may be what implies one.
  const pages = others.filter(({ family }) => family === 'cloudflare');
  const findings = judged(found.length > 0 || pages.length > 0 ? found : implied(text), text, lines);
  const verdict = findings[0]?.by;
  const problem = readProblem(text);
  if (findings.length > 0)
    return {
      kind: 'paste',
      findings,
      ...(verdict === undefined ? {} : { verdict }),
      ...(problem === null ? {} : { problem }),
      ...(others.length === 0 ? {} : { others }),
    };
  if (pages.length > 0) return { kind: 'other', refs: others, verdict: verdictWithoutCode(text, lines) };
  const impossible = findImpossible(text);
  return impossible === null ? null : { kind: 'unassigned', code: impossible, class: null };
}

/** Who ended a request of which a copied text tells no code, and how; null where it does not say. */
export function readFailure(text: string): Extract<Reading, { kind: 'none' }> | null {
  const verdict = verdictWithoutCode(text, readLogLines(text));
  const others = othersIn(text);
  if (verdict.confidence === 'unknown' && others.length === 0) return null;
  return {
    kind: 'none',
    ...(verdict.confidence === 'unknown' ? {} : { verdict }),
    ...(others.length === 0 ? {} : { others }),
  };
}

/** One line of a client that gave up is a question about its code, and says itself who gave up. */
const clientGaveUp = /^curl: \(\d{1,3}\) \w/;

/** Who gave up, where a typed line is what a client said. */
export function verdictOnLine(text: string): Verdict | undefined {
  return clientGaveUp.test(text) ? readFailure(text)?.verdict : undefined;
}

function othersIn(text: string): readonly OtherRef[] {
  return findNeighbours(text).map(({ family, key }) => ({ family, key }));
}

function judged(found: readonly Finding[], text: string, lines: readonly LogLine[]): readonly Finding[] {
  return troubleFirst(found).map((finding, place) =>
    place < JUDGED ? { ...finding, by: verdictAt(text, finding.code, finding.at, lines) } : finding,
  );
}

/** Who pastes a log looks for what went wrong; within that, the order of the text. */
function troubleFirst(findings: readonly Finding[]): readonly Finding[] {
  const trouble = ({ code }: Finding) => Number(code < 100 || code >= 400);
  return findings.toSorted((a, b) => trouble(b) - trouble(a));
}

function implied(text: string): readonly Finding[] {
  return impliedCodes(text).map((told) => ({ ...told, proof: lineAround(text, told.at), implied: true }));
}
