// What sentences are held against, gathered beside the process and handed over.
import { fork } from 'node:child_process';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from './port.ts';
import { type Experience, expectExperience, prepareSituations, useExperience } from './query/situations.ts';

export interface Gathering {
  /** Resolves once sentences can be read at full speed. Never rejects. */
  readonly prepared: Promise<void>;
  stop(): Promise<void>;
}

const PROGRAM = new URL('experience-process.ts', import.meta.url);

/**
 * Gathers in a process of its own; where that fails, here, in small steps.
 * @param program what that process runs; only tests have another
 */
export function startGathering(log: Log, program: URL = PROGRAM): Gathering {
  expectExperience();
  const helper = fork(fileURLToPath(program), {
    // Arrays of numbers stay what they are.
    serialization: 'advanced',
    // It needs no secret.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let stopped = false;
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
  return {
    prepared,
    stop: async () => {
      stopped = true;
      helper.kill();
      await prepared;
    },
  };
}

/** With arrays of their own: as they come, each is a view of the whole message, which would stay for it. */
function owned<Part>(part: Part): Part {
  if (ArrayBuffer.isView(part)) return (part as unknown as Int32Array).slice() as Part;
  const copied = Object.entries(part as object).map(([name, inside]) => [name, owned(inside)]);
  return Object.fromEntries(copied) as Part;
}
