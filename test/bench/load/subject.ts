// A process under load: Teapot or the bare libraries, started as anybody starts it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import about from '../../../package.json' with { type: 'json' };
import { constantAnswers } from './constant.ts';
import type { Ground } from './platforms.ts';

export type Name = 'bare' | 'Teapot';

export interface Subject {
  readonly port: number;
  /** Milliseconds from the start of the process until it answers. */
  readonly readyAfter: number;
  /** Resident memory in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** As `npm run build && npm run serve` starts it. */
const PROGRAMS: Readonly<Record<Name, readonly string[]>> = {
  bare: ['--disable-warning=ExperimentalWarning', 'test/bench/load/bare.js'],
  Teapot: about.scripts.serve.split(' ').slice(1),
};
execFileSync(process.execPath, ['build.ts'], { cwd: ROOT });
/** What each says once it answers on every platform it has. */
const READY: Readonly<Record<Name, readonly string[]>> = {
  bare: ['ready\n'],
  Teapot: ['slack: ready', 'discord: ready'],
};
const ANSWERS = await constantAnswers();
/** One database, so that only the first start makes its tables. */
const FOLDER = mkdtempSync(join(tmpdir(), 'teapot-load-'));
process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
/** Milliseconds: whoever is not ready by then never will be. */
const PATIENCE = 60_000;

/** @throws where it ends, or says nothing for a minute */
export async function startSubject(name: Name, ground: Ground): Promise<Subject> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, PROGRAMS[name], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      ...ground,
      ...(name === 'bare' && ANSWERS),
      PORT: String(port),
      DATABASE_URL: `sqlite:${join(FOLDER, 'teapot.db')}`,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await heard(child, name);
  const readyAfter = performance.now() - began;
  return {
    port,
    readyAfter,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1000,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function heard(child: ChildProcess, name: Name): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`${name} says nothing: ${said}`)), PATIENCE);
    child.once('exit', () => reject(new Error(`${name} ended: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!READY[name].every((word) => said.includes(word))) said += chunk.toString();
      if (!READY[name].every((word) => said.includes(word))) return;
      clearTimeout(late);
      resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
