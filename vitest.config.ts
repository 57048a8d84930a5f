import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/store/postgres.ts'],
    testTimeout: 20_000,
    reporters: ['default', './test/closing-line.ts'],
  },
});
