// Scores what is read in pasted texts: the codes, and who answered.
import { readdirSync, readFileSync } from 'node:fs';
import { readPaste } from '../../src/query/paste.ts';
import type { Share } from '../questions/score.ts';

export interface Paste {
  readonly id: string;
  readonly format: string;
  readonly text: string;
  readonly codes: readonly number[];
  readonly producer: string;
  readonly name?: string;
  /** Kept away from tuning. */
  readonly held?: boolean;
}

export interface Marks {
  /** Exactly the codes. */
  readonly codes: boolean;
  readonly producer: boolean;
  /** True as well where no name is expected. */
  readonly name: boolean;
}

const folder = new URL('.', import.meta.url);

export function loadPastes(): readonly Paste[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line): Paste => JSON.parse(line));
}

/** What is right of a paste. */
export function marksOf({ text, codes, producer, name = '' }: Paste): Marks {
  const reading = readPaste(text);
  const found = reading?.kind === 'paste' ? reading.findings.map(({ code }) => code) : [];
  const verdict = reading?.kind === 'paste' ? reading.verdict : undefined;
  return {
    codes: new Set(found).size === codes.length && codes.every((code) => found.includes(code)),
    producer: (verdict?.producer ?? 'unknown') === producer,
    name: (verdict?.name ?? '').toLowerCase().includes(name.toLowerCase()),
  };
}

/** How many of the pastes are right in one respect. */
export function shareOf(pastes: readonly Paste[], mark: keyof Marks): Share {
  return { right: pastes.filter((paste) => marksOf(paste)[mark]).length, of: pastes.length };
}
