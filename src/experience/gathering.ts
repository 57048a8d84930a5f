// What sentences are held against, gathered beside the process and handed over.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
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

interface Message {
  readonly layout: Layout;
  /** Where there is no file for them. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

type Helper = ReturnType<typeof fork>;

/** Beside this file, among the sources as in what is built of them. */
const PROGRAM = new URL(`gatherer${extname(import.meta.filename)}`, import.meta.url);
/** Whoever starts has other things to do first, and a sentence begins it at once. In milliseconds. */
const SETTLED_AFTER = 2_000;
/** It takes a few seconds, and so long no sentence is answered; whoever hangs is given up. In milliseconds. */
const LONGEST = 30_000;
const HARD = 'SIGKILL';
/** After standard input, output, errors and messages. */
const FILE = 4;

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
    const file = openNameless();
    const helper = fork(fileURLToPath(program), file === null ? [] : [String(FILE)], {
      // Bytes stay what they are.
      serialization: 'advanced',
      // It needs no secret.
      env: cache === undefined ? {} : { NODE_COMPILE_CACHE: cache },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', file ?? 'ignore'],
      timeout: LONGEST,
      // Whoever hangs may hear no other; there is nothing to put in order.
      killSignal: HARD,
    });
    const prepared = receive(helper, file)
      .finally(() => {
        if (file !== null) closeSync(file);
      })
      .then(useExperience, async (thrown: unknown) => {
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
      underWay?.helper.kill(HARD);
      await underWay?.prepared;
    },
  };
}

/**
 * A file that is gone with the processes that have it open. Twenty megabytes over a pipe or as a message leave as much behind
 * that the system does not get back. Null where none can be made: on a disk that is only for reading, say.
 */
function openNameless(): number | null {
  try {
    const path = join(tmpdir(), `teapot-${randomUUID()}`);
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return file;
  } catch {
    return null;
  }
}

/** @throws where the other process ends before it has told all */
async function receive(helper: Helper, file: number | null): Promise<Experience> {
  const { layout, bytes } = await new Promise<Message>((resolve, reject) => {
    helper.once('message', (message) => resolve(message as Message));
    helper.once('error', reject);
    helper.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)));
  });
  return unpack(
    layout,
    file === null ? (bytes?.slice() ?? new Uint8Array()) : readAll(file, layout.bytes),
  ) as Experience;
}

/** @throws where there are less */
function readAll(file: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const read = readSync(file, bytes, at, length - at, at);
    if (read === 0) throw new Error(`it told ${at} of ${length} bytes`);
    at += read;
  }
  return bytes;
}
