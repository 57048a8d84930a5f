// What sentences are held against: taken from where it is kept, or gathered beside everything else that there is to do.
import { setImmediate as breathe } from 'node:timers/promises';
import { expectExperience, prepareSituations, useExperience } from '../query/situations.ts';
import { useKept } from './kept.ts';

export interface Gathering {
  /** Resolves once sentences can be read at full speed; begins at once where nobody has begun. Never rejects. */
  prepare(): Promise<void>;
  stop(): Promise<void>;
}

const DONE: Gathering = { prepare: async () => {}, stop: async () => {} };
/** Whoever starts has other things to do first, and a sentence begins it at once. In milliseconds. */
const SETTLED_AFTER = 2_000;

/** Where nothing is kept, it begins a little after the start or with the first sentence, and takes some seconds. */
export function createGathering(): Gathering {
  if (useKept()) return DONE;
  expectExperience();
  const ending = new AbortController();
  let underWay: Promise<void> | null = null;
  const settled = setTimeout(() => void prepare(), SETTLED_AFTER).unref();

  async function gather(): Promise<void> {
    // It ends early where it is to stop.
    await prepareSituations(() => breathe(undefined, ending)).catch(() => undefined);
    useExperience(null);
  }

  function prepare(): Promise<void> {
    underWay ??= gather();
    return underWay;
  }

  return {
    prepare,
    stop: async () => {
      clearTimeout(settled);
      ending.abort();
      await underWay;
    },
  };
}
