// What sentences are held against, gathered beside the process and handed over.
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from './port.ts';
import { type Experience, expectExperience, prepareSituations, useExperience } from './query/situations.ts';

export interface Gathering {
  /** Resolves once sentences can be read at full speed; begins at once where nobody has begun. Never rejects. */
  prepare(): Promise<void>;
  stop(): Promise<void>;
}

const PROGRAM = new URL('experience-process.ts', import.meta.url);
/** Whoever starts has other things to do first, and a sentence begins it at once. In milliseconds. */
const SETTLED_AFTER = 2_000;

/**
 * Gathers in a process of its own, a little after the start or with the first sentence; where that fails, here, in small
 * steps.
 * @param program what that process runs; only tests have another
 */
export function createGathering(log: Log, program: URL = PROGRAM): Gathering {
  expectExperience();
  let underWay: { readonly prepared: Promise<void>; readonly helper: ReturnType<typeof fork> } | null = null;
  let stopped = false;
  const settled = setTimeout(() => void prepare(), SETTLED_AFTER).unref();

  function begin() {
    const cache = getCompileCacheDir();
    const helper = fork(fileURLToPath(program), {
      // Arrays of numbers stay what they are.
      serialization: 'advanced',
      // It needs no secret.
      env: cache === undefined ? {} : { NODE_COMPILE_CACHE: cache },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const handedOver = new Promise<Experience>((resolve, reject) => {
      helper.once('message', (experience) => resolve(owned(experience as Experience)));
      helper.once('error', reject);
      helper.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)));
    });
    const prepared = handedOver.then(useExperience, async (thrown: unknown) => {
      if (!stopped) {
        log.warn({ reason: thrown instanceof Error ? thrown.message : String(thrown) }, 'gathers cases by itself');
        await prepareSituations(breathe);
      }
      useExperience(null);
    });
    return { prepared, helper };
  }

  async function prepare(): Promise<void> {
    if (stopped) return;
    underWay ??= begin();
    await underWay.prepared;
  }

  return {
    prepare,
    stop: async () => {
      stopped = true;
      clearTimeout(settled);
      underWay?.helper.kill();
      await underWay?.prepared;
    },
  };
}

/** With arrays of their own: as they come, each is a view of the whole message, which would stay for it. */
function owned<Part>(part: Part): Part {
  if (ArrayBuffer.isView(part)) return (part as unknown as Int32Array).slice() as Part;
  const copied = Object.entries(part as object).map(([name, inside]) => [name, owned(inside)]);
  return Object.fromEntries(copied) as Part;
}
