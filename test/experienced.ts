// What sentences are held against is taken from what is built: each worker would gather the same for some seconds.
import { pathToFileURL } from 'node:url';
import { expect, inject } from 'vitest';
import { useKept } from '../src/experience/kept.ts';

expect(useKept(pathToFileURL(`${inject('built')}/`))).toBe(true);
