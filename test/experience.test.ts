import { describe, expect, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import { createGathering } from '../src/experience.ts';
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

  it('judges the same, handed over by another process or gathered here', async () => {
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

  it('is gathered here where the other process fails, which the log says', async () => {
    const log = createLog();
    const { prepare } = createGathering(log, new URL('no-such-program.ts', import.meta.url));
    await prepare();
    expect(log.lines).toEqual(['gathers cases by itself']);
    expect(findSituations(SENTENCE).fits[0]?.code).toBe(403);
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
