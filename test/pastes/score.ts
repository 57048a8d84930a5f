// Scores what is read in pasted texts: the codes, and who answered.
import { readdirSync, readFileSync } from 'node:fs';
import { maskSecrets } from '../../src/commands/mask.ts';
import { read } from '../../src/query/read.ts';
import { codesOf, type Share } from '../questions/score.ts';

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

/** What is right of a paste, typed as a line: the way of `teapot ask --jsonl`. */
export function marksOf({ text, codes, producer, name = '' }: Paste): Marks {
  const reading = read(maskSecrets(text));
  const found = codesOf(reading);
  const verdict = 'verdict' in reading ? reading.verdict : undefined;
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
