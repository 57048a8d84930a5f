import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/store/postgres.ts'],
    setupFiles: ['./test/chance.ts'],
    testTimeout: 20_000,
    // Vitest leaves a core free for whoever works beside it; most of these tests wait more than they work.
    maxWorkers: '100%',
    // Many of them start processes and threads: those load what Node has compiled before, in a third of the time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)) },
    reporters: ['default', './test/closing-line.ts'],
  },
});
