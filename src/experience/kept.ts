// What sentences are held against, gathered when Teapot is built and kept beside its programs: a start takes it from there.
import { readFileSync, writeFileSync } from 'node:fs';
import { type Experience, gatherExperience, useExperience } from '../query/situations.ts';
import { stepwise } from '../query/stepwise.ts';
import { pack, unpack } from './arrays.ts';

/** Among the sources there is none: they may have changed since. */
const BESIDE = new URL('.', import.meta.url);
const LAYOUT = 'experience.json';
const BYTES = 'experience.bin';

/** Gathers it, which takes a few seconds, and writes ten megabytes. @param folder of the programs that will read it */
export function keepExperience(folder: URL): void {
  const { layout, bytes } = pack(stepwise(gatherExperience).get());
  writeFileSync(new URL(BYTES, folder), bytes);
  writeFileSync(new URL(LAYOUT, folder), JSON.stringify(layout));
}

/** Has sentences held against what is kept. @returns false where nothing is, or not all of it */
export function useKept(folder: URL = BESIDE): boolean {
  try {
    const layout = JSON.parse(readFileSync(new URL(LAYOUT, folder), 'utf8'));
    useExperience(unpack(layout, readFileSync(new URL(BYTES, folder))) as Experience);
    return true;
  } catch {
    return false;
  }
}
