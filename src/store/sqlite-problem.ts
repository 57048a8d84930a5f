// Why a file of SQLite cannot be used, in our words.
import { asProblem, fieldOf, problem } from './problem.ts';
import type { StoreProblem } from './store.ts';

/** What SQLite calls its troubles: https://sqlite.org/rescode.html. The low byte is the kind. */
export const SQLITE = {
  PERM: 3,
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
} as const;

/** The kind of an error of SQLite; null for any other. */
export function kindOf(thrown: unknown): number | null {
  const code = fieldOf(thrown, 'errcode');
  return typeof code === 'number' ? code % 256 : null;
}

/** Its content is not what it should be. */
export function damaged(path: string, cause?: unknown): StoreProblem {
  return problem(
    `The file ${path} is damaged or is not a SQLite database. It was left as it is; restore a backup with: teapot restore FILE`,
    cause,
  );
}

/** An error in our words. */
export function inWords(path: string, thrown: unknown): StoreProblem {
  switch (kindOf(thrown)) {
    case SQLITE.NOTADB:
    case SQLITE.CORRUPT:
      return damaged(path, thrown);
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return problem(`The database ${path} is locked by another program. Close that program, then try again.`, thrown);
    case SQLITE.CANTOPEN:
    case SQLITE.PERM:
    case SQLITE.READONLY:
      return problem(
        `The database ${path} cannot be opened for writing. It needs to be a file in a folder that Teapot may write to; see DATABASE_URL.`,
        thrown,
      );
    case SQLITE.FULL:
      return problem(`The disk of the database ${path} is full. Make room; Teapot goes on by itself.`, thrown);
    case SQLITE.IOERR:
      return problem(
        `The disk of the database ${path} fails, is full, or is at a limit (ulimit -f). Look at it; Teapot goes on by itself.`,
        thrown,
      );
    default:
      return asProblem(path, thrown);
  }
}

/** What an error says of the file in a few words; null where it is about the query, or passes by itself. */
export function wrong(thrown: unknown): string | null {
  switch (kindOf(thrown)) {
    case SQLITE.FULL:
      return 'its disk is full';
    case SQLITE.IOERR:
      return 'its disk fails or is full';
    case SQLITE.READONLY:
    case SQLITE.PERM:
    case SQLITE.CANTOPEN:
      return 'it cannot be written';
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return 'it is damaged';
    default:
      return null;
  }
}
