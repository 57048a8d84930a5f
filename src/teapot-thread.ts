// Teapot in a thread of its own, for the playground.
import { parentPort, workerData } from 'node:worker_threads';
import { commands, menu } from './commands/index.ts';
import type { Config } from './config.ts';
import type { Section } from './house/house.ts';
import { slackManifest } from './platforms/slack/manifest.ts';
import { type Ahead, createClock } from './playground/clock.ts';
import type { Moment, Order, Report } from './playground/runner.ts';
import type { Log } from './port.ts';
import { createTeapot } from './teapot.ts';

/** What whoever starts this thread hands over. */
export interface ThreadData {
  readonly config: Config;
  readonly ahead: Ahead;
  /** What the file of rules and own codes says. */
  readonly house?: readonly Section[];
}

/** Just past what is due, in milliseconds. */
const PAST = 1_000;

const { config, ahead, house = [] }: ThreadData = workerData;
const clock = createClock(ahead);

function report(what: Report): void {
  parentPort?.postMessage(what);
}

/** Lines go to the thread with the terminal. What cannot go there as it is goes as text. */
const log: Log = {
  info: (fields, message) => write('info', fields, message),
  warn: (fields, message) => write('warn', fields, message),
  error: (fields, message) => write('error', fields, message),
};

function write(level: 'info' | 'warn' | 'error', fields: object, message: string): void {
  try {
    report({ kind: 'log', level, fields, message });
  } catch {
    report({ kind: 'log', level, fields: { fields: String(fields) }, message });
  }
}

const teapot = createTeapot(config, { log, now: clock.now, house: () => house, onFatal: () => void end(1) });

async function end(code: number): Promise<void> {
  await teapot.stop();
  process.exit(code);
}

/** One due moment after the other, as they would have come: a solution before the question of the next day. */
async function jump(to: Moment): Promise<boolean> {
  const target = await teapot.due(to);
  if (target === null) return false;
  for (let last = clock.now(); ; ) {
    const next = (await teapot.due('anything')) ?? target;
    if (next <= last || next >= target) break;
    clock.moveTo(next + PAST);
    await teapot.post();
    last = next;
  }
  clock.moveTo(target + PAST);
  await teapot.post();
  return true;
}

parentPort?.on('message', async (order: Order) => {
  if (order.kind === 'stop') await end(0);
  else report({ kind: 'jumped', id: order.id, arrived: await jump(order.to) });
});

if (await teapot.start())
  report({
    kind: 'ready',
    manifest: { ...slackManifest({ commands, menu }, { commands: config.commands, url: null }) },
  });
else await end(1);
