// Being the first to take care of something, among all processes: Slack tells an event again to whichever answers.
import { setTimeout as pause } from 'node:timers/promises';
import type { Claims, Log } from '../../port.ts';
import { reasonOf } from './journal.ts';
import type { Seen } from './seen.ts';

/** In milliseconds. An answer twice is better than none: without the database, each process goes by what it saw itself. */
const PATIENCE = 1_500;

export interface First {
  /** True for the first who asks about all of these names, false for everybody after. Never rejects. */
  claim(...names: readonly string[]): Promise<boolean>;
  /** Gives a claim back, for what was not taken care of after all. Never rejects. */
  release(name: string): Promise<void>;
}

/** @param claims what the processes share; absent where there is only one */
export function createFirst(seen: Seen, claims: Claims | undefined, log: Log): First {
  const shared = (name: string) => `slack ${name}`;

  async function inTime<Result>(work: Promise<Result>, otherwise: Result): Promise<Result> {
    const done = new AbortController();
    const late = pause(PATIENCE, undefined, { signal: done.signal }).then(() => {
      throw new Error('the database takes too long');
    });
    try {
      return await Promise.race([work, late]);
    } catch (thrown) {
      log.warn({ reason: reasonOf(thrown) }, 'slack: cannot tell whether another process answers as well');
      return otherwise;
    } finally {
      done.abort();
      late.catch(() => undefined);
    }
  }

  return {
    claim: async (...names) => {
      if (!names.every((name) => seen.claim(name))) return false;
      if (claims === undefined || (await inTime(claims.claim(names.map(shared)), true))) return true;
      // It is another's, who may give it back.
      for (const name of names) seen.release(name);
      return false;
    },
    release: async (name) => {
      seen.release(name);
      if (claims !== undefined) await inTime(claims.release([shared(name)]), undefined);
    },
  };
}
