import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBot } from '../src/bot.ts';
import { pack, unpack } from '../src/experience/arrays.ts';
import { createGathering } from '../src/experience/gathering.ts';
import {
  type Experience,
  expectExperience,
  findSituations,
  gatherExperience,
  NotYetExperienced,
  useExperience,
} from '../src/query/situations.ts';
import { by } from './commands/ask.ts';

const SENTENCE = 'the user is signed in but may not open this page';

function createLog() {
  const lines: string[] = [];
  const note = (_: object, message: string) => void lines.push(message);
  return { lines, info: note, warn: note, error: note };
}

function gatherHere(): Experience {
  const gathering = gatherExperience();
  for (;;) {
    const { done, value } = gathering.next();
    if (done === true) return value;
  }
}

afterEach(() => vi.unstubAllEnvs());

describe('what sentences are held against', { timeout: 60_000 }, () => {
  // First of all: nothing has been gathered in this process yet.
  it('is waited for by a sentence, and not by a number', async () => {
    const { promise: prepared, resolve } = Promise.withResolvers<void>();
    const bot = createBot({ prepare: () => prepared });
    const told: string[] = [];
    expectExperience();
    const ask = async (line: string) => told.push((await bot.ask({ kind: 'line', by, line }))?.title ?? '');
    const sentence = ask(SENTENCE);
    await ask('404');
    expect(told).toEqual(['404 Not Found']);
    useExperience(gatherHere());
    resolve();
    await sentence;
    expect(told[1]).toContain('403');
  });

  it.each([
    ['in a file', tmpdir()],
    ['in a message where no file can be made', '/no such folder'],
  ])('judges the same, handed over by another process %s or gathered here', async (_, folder) => {
    vi.stubEnv('TMPDIR', folder);
    const log = createLog();
    useExperience(null);
    const { prepare, stop } = createGathering(log);
    expect(() => findSituations(SENTENCE)).toThrow(NotYetExperienced);
    await prepare();
    const handedOver = findSituations(SENTENCE);
    useExperience(gatherHere());
    expect(handedOver).toEqual(findSituations(SENTENCE));
    expect(handedOver.fits[0]?.code).toBe(403);
    await stop();
    expect(log.lines).toEqual([]);
  });

  it.each([
    ['cannot be started', 'no-such-program.ts'],
    ['ends amid what it hands over', 'experience/ends-early.ts'],
  ])('is gathered here where the other process %s, which the log says', async (_, program) => {
    const log = createLog();
    const { prepare } = createGathering(log, new URL(program, import.meta.url));
    await prepare();
    expect(log.lines).toEqual(['gathers cases by itself']);
    expect(findSituations(SENTENCE).fits[0]?.code).toBe(403);
  });

  it('is the same arrays, whatever their lengths', () => {
    const arrays = {
      one: { odd: Int8Array.of(-128, 127, 3), words: Uint16Array.of(65_535, 1, 2) },
      none: new Float32Array(0),
      part: Int32Array.of(1, -2, 3, 4).subarray(1, 3),
      other: { deep: { counts: Uint32Array.of(4_294_967_295) } },
    };
    const { layout, bytes } = pack(arrays);
    expect(unpack(layout, bytes)).toEqual(arrays);
    expect(() => pack({ big: BigInt64Array.of(1n) })).toThrow('BigInt64Array');
  });

  it('is waited for no longer where the other process stands still, once Teapot is to stop', async () => {
    const log = createLog();
    const { prepare, stop } = createGathering(log, new URL('experience/stands-still.ts', import.meta.url));
    const prepared = prepare();
    // By then it does.
    await pause(700);
    await stop();
    await prepared;
    expect(log.lines).toEqual([]);
  });

  it('waits for nobody who stops meanwhile', async () => {
    const log = createLog();
    const { prepare, stop } = createGathering(log);
    const prepared = prepare();
    await stop();
    await prepared;
    expect(log.lines).toEqual([]);
  });
});
