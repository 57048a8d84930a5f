// What every command of `teapot` gets and gives.
import type { Readable, Writable } from 'node:stream';

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Exit codes: done; something is out of date or impossible; not understood. */
export const DONE = 0;
export const STALE = 1;
export const UNKNOWN = 2;
