// Whole processes, as they are started for people, and what they say until they end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Deed } from './inside.ts';

const INSIDE = new URL('inside.ts', import.meta.url).href;
const OURS =
  /^(?:SLACK_|DISCORD_|DATABASE_URL$|QUIZ_|SHARD|REPLICAS$|PORT$|PLAYGROUND|NODE_ENV$|NODE_OPTIONS$|LOG_LEVEL$|TEAPOT_|ENCRYPTION_|PUBLIC_URL$)/;

/** A line of the log. */
export interface Said {
  readonly level: string;
  readonly msg: string;
  readonly reason?: string;
  readonly [field: string]: unknown;
}

export interface Life {
  readonly child: ChildProcess;
  /** Where it runs, with its database. */
  readonly folder: string;
  /** Every line so far that is more than news. */
  problems(): readonly Said[];
  /** Resolves with the first line whose message contains this. */
  line(words: string, within?: number): Promise<Said>;
  /** Does something inside of it. */
  order(deed: Deed): void;
  /** What its server answers; 0 where it does not within so many milliseconds. */
  get(path: string, within?: number): Promise<{ readonly status: number; readonly body: string }>;
  /** What /readyz names as wrong. */
  troubles(): Promise<Readonly<Record<string, string>>>;
  /** Exit code, null for a death by signal; and the milliseconds from now. */
  ended(): Promise<{ readonly code: number | null; readonly after: number }>;
}

/** Has something ended after a test, whatever became of it: what came last, first. */
export type AtEnd = (stop: () => Promise<void>) => void;

/** What is built, with these variables and none of the machine's own. */
export function live(variables: Readonly<Record<string, string>>, atEnd: AtEnd): Life {
  const folder = mkdtempSync(join(tmpdir(), 'teapot-failing-'));
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  const child = spawn(process.execPath, ['--import', INSIDE, join(inject('built'), 'main.mjs')], {
    cwd: folder,
    env: { ...clean, PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exit = once(child, 'close');
  atEnd(async () => {
    child.kill('SIGKILL');
    await exit;
    rmSync(folder, { recursive: true, force: true });
  });
  const lines: Said[] = [];
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  const line: Life['line'] = async (words, within = 15_000) => {
    const until = performance.now() + within;
    for (;;) {
      const found = lines.find(({ msg }) => msg.includes(words));
      if (found !== undefined) return found;
      if (performance.now() > until)
        throw new Error(`never said “${words}”, but: ${lines.map((one) => JSON.stringify(one)).join('\n')}`);
      await pause(10);
    }
  };
  const get: Life['get'] = async (path, within = 5_000) => {
    const { port } = await line('http: listening');
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(within) });
      return { status: response.status, body: await response.text() };
    } catch {
      return { status: 0, body: '' };
    }
  };
  return {
    child,
    folder,
    problems: () => lines.filter(({ level }) => level !== 'info'),
    line,
    order: (deed) => child.send(deed),
    get,
    troubles: async () => {
      const { body } = await get('/readyz');
      const { checks = {} } = body === '' ? {} : (JSON.parse(body) as { checks?: Record<string, string> });
      return Object.fromEntries(Object.entries(checks).filter(([, said]) => said !== 'ok'));
    },
    ended: async () => {
      const since = performance.now();
      const [code] = await exit;
      return { code, after: performance.now() - since };
    },
  };
}

/** A way to a server that can be closed, blocked and opened again. */
export interface Way {
  readonly port: number;
  /** Cuts what is connected, and refuses what comes. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** Keeps everything connected and lets nothing through: a network that died. */
  block(): void;
  stop(): Promise<void>;
}

/** To a port of this machine. */
export async function pave(to: number): Promise<Way> {
  const sockets = new Set<Socket>();
  let blocked = false;
  let port = 0;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (bytes) => {
        if (!blocked) other.write(bytes);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        if (!blocked) other.destroy();
      });
    }
  });
  const open = async () => {
    blocked = false;
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  };
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await open();
  return {
    get port() {
      return port;
    },
    close,
    open,
    block: () => {
      blocked = true;
    },
    stop: async () => {
      if (server.listening) await close();
    },
  };
}
