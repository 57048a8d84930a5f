// What sentences are held against, gathered beside the process and handed over.
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from '../port.ts';
import { type Experience, expectExperience, prepareSituations, useExperience } from '../query/situations.ts';
import { type Layout, unpack } from './arrays.ts';

export interface Gathering {
  /** Resolves once sentences can be read at full speed; begins at once where nobody has begun. Never rejects. */
  prepare(): Promise<void>;
  stop(): Promise<void>;
}

type Helper = ReturnType<typeof fork>;

const PROGRAM = new URL('process.ts', import.meta.url);
/** Whoever starts has other things to do first, and a sentence begins it at once. In milliseconds. */
const SETTLED_AFTER = 2_000;

/**
 * Gathers in a process of its own, a little after the start or with the first sentence; where that fails, here, in small
 * steps.
 * @param program what that process runs; only tests have another
 */
export function createGathering(log: Log, program: URL = PROGRAM): Gathering {
  expectExperience();
  let underWay: { readonly prepared: Promise<void>; readonly helper: Helper } | null = null;
  let stopped = false;
  const settled = setTimeout(() => void prepare(), SETTLED_AFTER).unref();

  function begin() {
    const cache = getCompileCacheDir();
    const helper = fork(fileURLToPath(program), {
      // It needs no secret.
      env: cache === undefined ? {} : { NODE_COMPILE_CACHE: cache },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    const handedOver = receive(helper);
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

/** First how it is laid out, then its bytes. @throws where the other process ends before that */
async function receive(helper: Helper): Promise<Experience> {
  const layout = await new Promise<Layout>((resolve, reject) => {
    helper.once('message', (message) => resolve(message as Layout));
    helper.once('error', reject);
    helper.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)));
  });
  const bytes = new Uint8Array(layout.bytes);
  let place = 0;
  for await (const piece of helper.stdout ?? []) {
    bytes.set(piece, place);
    place += piece.length;
  }
  if (place < bytes.length) throw new Error(`it ended after ${place} of ${bytes.length} bytes`);
  return unpack(layout, bytes) as Experience;
}
