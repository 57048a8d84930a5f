import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What is pure needs no process of its own for each file: loading the catalog anew each time takes longer than the tests. */
const PURE = ['answer', 'catalog', 'commands', 'house', 'query', 'quiz'].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['./test/store/postgres.ts'],
    // Vitest leaves a core free for whoever works beside it; most of these tests wait more than they work.
    maxWorkers: '150%',
    // Many of them start processes and threads: those load what Node has compiled before, in a third of the time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)) },
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false, ...common() } },
      { extends: true, test: { name: 'rest', include: ['test/**/*.test.ts'], exclude: PURE, ...common() } },
    ],
  },
});

function common() {
  return { setupFiles: ['./test/chance.ts'], testTimeout: 20_000 };
}
