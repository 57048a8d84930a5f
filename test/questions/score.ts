// Scores the engine on the questions beside this file.
import { readdirSync, readFileSync } from 'node:fs';
import { otherCode } from '../../src/catalog/other-codes/index.ts';
import { read } from '../../src/query/read.ts';
import type { Reading } from '../../src/query/reading.ts';

export interface Question {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly codes?: readonly number[];
  readonly class?: number;
  /** Kept away from tuning. */
  readonly held?: boolean;
}

const folder = new URL('.', import.meta.url);

/** All questions of this folder, or those of one JSON Lines file. */
export function loadQuestions(file?: string): readonly Question[] {
  const files =
    file === undefined
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.jsonl'))
          .map((name) => new URL(name, folder))
      : [file];
  return files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Question => JSON.parse(line)),
  );
}

/** The codes that a reading leads to, best first. */
export function codesOf(reading: Reading): readonly number[] {
  switch (reading.kind) {
    case 'status':
    case 'unassigned':
      return [reading.code];
    case 'compare':
      return reading.codes;
    case 'situation':
    case 'suggest':
      return reading.candidates.map(({ code }) => code);
    case 'other':
      return [
        ...(reading.beside ?? []),
        ...reading.refs.flatMap(({ family, key }) => otherCode(family, key)?.http.map(({ code }) => code) ?? []),
      ];
    case 'family':
      return reading.from === undefined ? [] : [reading.from];
    case 'paste':
      return [...new Set(reading.findings.map(({ code }) => code))];
    default:
      return [];
  }
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

/** Whether the engine got a question right, by the rules in README.md. */
export function isRight(question: Question, reading: Reading = read(question.text)): boolean {
  const codes = codesOf(reading);
  const accepted = question.codes ?? [];
  switch (question.kind) {
    case 'situation':
      return codes[0] !== undefined && accepted.includes(codes[0]);
    case 'status':
      return ['status', 'paste', 'situation', 'other', 'family'].includes(reading.kind) && codes[0] === accepted[0];
    case 'compare':
    case 'paste':
      return sameSet(codes, accepted);
    case 'class':
      return reading.kind === 'class' && reading.class === question.class;
    case 'unassigned':
      return reading.kind === 'unassigned' && reading.code === accepted[0];
    case 'none':
      // A code of another protocol, to which no status code belongs, is answered as nothing of HTTP.
      return reading.kind === 'none' || reading.kind === 'help' || (reading.kind === 'other' && codes.length === 0);
    default:
      return reading.kind === question.kind;
  }
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

/** Right answers by kind. */
export function scoreByKind(questions: readonly Question[]): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  for (const question of questions) {
    const { right, of } = shares.get(question.kind) ?? { right: 0, of: 0 };
    shares.set(question.kind, { right: right + Number(isRight(question)), of: of + 1 });
  }
  return shares;
}

/** The mean of the kinds' shares, so that a large kind does not drown a small one. */
export function meanOverKinds(shares: ReadonlyMap<string, Share>): number {
  const parts = [...shares.values()].map(({ right, of }) => right / of);
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
