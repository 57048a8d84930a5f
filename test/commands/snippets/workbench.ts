// A folder in which snippets are run as somebody would run them: in processes of their own, with the real tools.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { registered } from '../../../src/catalog/index.ts';
import type { RegisteredStatus } from '../../../src/catalog/status.ts';
import { type Trial, trialOf } from '../../../src/commands/snippets/trial.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

export interface Sample {
  /** "429 POST", also a name for a file once its space is gone. */
  readonly name: string;
  readonly status: RegisteredStatus;
  readonly trial: Trial;
}

/** Methods that each tool is tried with, on a code that has a body and headers. */
const OTHER_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

function sample(status: RegisteredStatus, method?: string): Sample {
  const trial = trialOf(status, method);
  return { name: `${status.code}-${trial.method}`, status, trial };
}

/** Every code that comes as a final response, and one with every method. */
export const samples: readonly Sample[] = registered.flatMap((status) => {
  const methods = status.code === 429 ? [undefined, ...OTHER_METHODS] : [undefined];
  return methods.map((method) => sample(status, method)).filter(({ trial }) => !trial.interim);
});

/** The codes that come before a final response. */
export const interim: readonly Sample[] = registered
  .map((status) => sample(status))
  .filter(({ trial }) => trial.interim);

export interface Workbench {
  readonly folder: string;
  write(file: string, source: string): string;
  /** Runs a command in the folder. A service goes on until the tests are over: its first line of output comes back. */
  run(command: string, options: readonly string[], input?: string): Promise<Ended>;
  serve(command: string, options: readonly string[]): Promise<string>;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Gone with everything it started when the tests of the file are over. */
export function createWorkbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'teapot-snippets-'));
  symlinkSync(MODULES, join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const services: ReturnType<typeof spawn>[] = [];
  afterAll(() => {
    for (const service of services) service.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  function start(command: string, options: readonly string[]) {
    return spawn(command, [...options], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  }
  return {
    folder,
    write: (file, source) => {
      const path = join(folder, file);
      writeFileSync(path, source);
      return path;
    },
    run: (command, options, input = '') =>
      new Promise((resolve, reject) => {
        const child = start(command, options);
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (data) => {
          stdout += String(data);
        });
        child.stderr.on('data', (data) => {
          stderr += String(data);
        });
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, stdout, stderr }));
        child.stdin.end(input);
      }),
    serve: (command, options) =>
      new Promise((resolve, reject) => {
        const child = start(command, options);
        services.push(child);
        let said = '';
        let complaint = '';
        child.stdout.on('data', (data) => {
          said += String(data);
          if (said.includes('\n')) resolve(said);
        });
        child.stderr.on('data', (data) => {
          complaint += String(data);
        });
        child.on('error', reject);
        child.on('close', () => reject(new Error(`It ended: ${complaint}`)));
      }),
  };
}

/** Whether a program is on this machine. */
export async function isThere(bench: Workbench, command: string): Promise<boolean> {
  try {
    return (await bench.run(command, ['--version'])).code === 0;
  } catch {
    return false;
  }
}
