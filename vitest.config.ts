import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Starting processes, killing them, and waiting for what they do: one after the other, each in a process of its own. */
const ALONE = [
  'delivery/crash',
  'delivery/workers',
  'experience',
  'failing/*',
  'main',
  'regular-expressions',
  'rehearsal',
  'replicas/*',
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['./test/store/postgres.ts', './test/built.ts'],
    // Vitest leaves a core free for whoever works beside it; most of these tests wait more than they work.
    maxWorkers: availableParallelism() * 2,
    // Many of them start processes and threads: those load what Node has compiled before, in a third of the time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)) },
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          ...common(),
          // After the others, so that nobody takes the processor from those who are timed.
          sequence: { groupOrder: 1 },
          maxWorkers: availableParallelism() + 1,
          // They wait for processes, leases and sockets in real time: on a machine that stalls, one more try.
          retry: 1,
          testTimeout: 40_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          // Loading the catalog and the SDKs anew for each file takes longer than most of the tests.
          isolate: false,
          ...common('./test/experienced.ts'),
        },
      },
    ],
  },
});

function common(...setupFiles: readonly string[]) {
  return { setupFiles: ['./test/chance.ts', ...setupFiles], testTimeout: 20_000 };
}
