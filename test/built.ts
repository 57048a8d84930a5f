// What `npm run build` makes, for the tests of whole processes. Vitest's global set-up.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Its folder. */
    built: string;
  }
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const KEPT = `${ROOT}node_modules/.cache/teapot`;

/** Built anew only where something of it has changed: it takes some seconds. */
export default function setup(project: TestProject): void {
  const hash = createHash('sha256');
  for (const path of [...globSync('src/**/*.ts', { cwd: ROOT }).toSorted(), 'build.ts', 'package-lock.json'])
    hash.update(`${path}\n`).update(readFileSync(`${ROOT}${path}`));
  const folder = `${KEPT}/${hash.digest('hex')}`;
  if (!existsSync(folder)) {
    rmSync(KEPT, { recursive: true, force: true });
    const unfinished = `${KEPT}/unfinished`;
    execFileSync(process.execPath, ['build.ts', unfinished], { cwd: ROOT, stdio: 'inherit' });
    renameSync(unfinished, folder);
  }
  project.provide('built', folder);
}
