import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/store/postgres.ts'],
    testTimeout: 20_000,
    // Vitest leaves a core free for whoever works beside it; most of these tests wait more than they work.
    maxWorkers: '100%',
    reporters: ['default', './test/closing-line.ts'],
  },
});
