// What sentences are held against: waited for, kept in a file, and taken from there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import { pack, unpack } from '../src/experience/arrays.ts';
import { createGathering } from '../src/experience/gathering.ts';
import { useKept } from '../src/experience/kept.ts';
import {
  expectExperience,
  findSituations,
  NotYetExperienced,
  prepareSituations,
  useExperience,
} from '../src/query/situations.ts';
import { by } from './commands/ask.ts';

const SENTENCE = 'the user is signed in but may not open this page';
const BYTES = 'experience.bin';

/** A copy of what is built, to be spoilt. */
function copy(): { readonly folder: string; readonly address: URL; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'teapot-kept-'));
  cpSync(inject('built'), folder, { recursive: true });
  return { folder, address: pathToFileURL(`${folder}/`), remove: () => rmSync(folder, { recursive: true }) };
}

function askBuilt(folder: string): string {
  const { stdout } = spawnSync(process.execPath, [join(folder, 'cli.mjs'), 'ask', SENTENCE], { encoding: 'utf8' });
  return stdout;
}

describe('what sentences are held against', { timeout: 60_000 }, () => {
  // These two first: nothing has been gathered in this process yet.
  it('is waited for by a sentence, and not by a number', async () => {
    const { promise: prepared, resolve } = Promise.withResolvers<void>();
    const bot = createBot({ prepare: () => prepared });
    const told: string[] = [];
    expectExperience();
    const ask = async (line: string) => told.push((await bot.ask({ kind: 'line', by, line }))?.title ?? '');
    const sentence = ask(SENTENCE);
    await ask('404');
    expect(told).toEqual(['404 Not Found']);
    expect(useKept(pathToFileURL(`${inject('built')}/`))).toBe(true);
    resolve();
    await sentence;
    expect(told[1]).toContain('403');
  });

  it('is gathered in small steps, and no further once Teapot is to stop', async () => {
    useExperience(null);
    const { prepare, stop } = createGathering();
    expect(() => findSituations(SENTENCE)).toThrow(NotYetExperienced);
    let isPrepared = false;
    const prepared = prepare().then(() => {
      isPrepared = true;
    });
    // Between two steps others have their turn.
    await new Promise(setImmediate);
    expect(isPrepared).toBe(false);
    await stop();
    await prepared;
    const more = prepareSituations(async () => {
      throw new Error('there is more to do');
    });
    await expect(more).rejects.toThrow('there is more to do');
  });

  it('is the same, gathered here or kept when Teapot was built', async () => {
    const { prepare, stop } = createGathering();
    await prepare();
    const here = findSituations(SENTENCE);
    expect(here.fits[0]?.code).toBe(403);
    await stop();
    expect(useKept(pathToFileURL(`${inject('built')}/`))).toBe(true);
    expect(findSituations(SENTENCE)).toEqual(here);
  });

  it('is not taken from where nothing is kept, or not all of it', () => {
    expect(useKept()).toBe(false);
    const { folder, address, remove } = copy();
    expect(useKept(address)).toBe(true);
    truncateSync(join(folder, BYTES), 4_096);
    expect(useKept(address)).toBe(false);
    remove();
  });

  it('is what a built Teapot finds beside it: with nothing but zeros there, it knows no sentence', () => {
    const { folder, remove } = copy();
    expect(askBuilt(folder)).toContain('403 Forbidden');
    writeFileSync(join(folder, BYTES), Buffer.alloc(statSync(join(folder, BYTES)).size));
    expect(askBuilt(folder)).not.toContain('403 Forbidden');
    remove();
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
});
