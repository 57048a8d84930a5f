// What `npm run build` makes, made once for a test run: most tests of whole processes start that. Vitest's global set-up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPrograms } from '../build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder. It lies outside the project, so that nothing of it can be leant on. */
    built: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'teapot-built-'));
  await buildPrograms(folder);
  project.provide('built', folder);
  return () => rm(folder, { recursive: true, force: true });
}
