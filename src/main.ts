// The process: reads the configuration, starts what it names, and stops it again. Knows everything.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Config, loadEnvironment, type PlaygroundConfig, readConfig, secretsOf } from './config.ts';
import { createLog } from './ops/log.ts';
import { validateCommands } from './platforms/slack/commands.ts';
import { leaveWhenUnread } from './platforms/terminal/output.ts';
import type { Log } from './port.ts';

/** Supervisors kill what has not ended 10 s after SIGTERM. In milliseconds. */
const STOP_WITHIN = 9_000;

/** A process that is to end in order. */
interface Life {
  readonly log: Log;
  /** What is to be stopped at the end. */
  readonly started: { stop(): Promise<unknown> }[];
  /** Stops everything and ends the process; the first call decides the code. Works during the start too. */
  end(code: number): Promise<void>;
}

function createLife(log: Log): Life {
  const started: Life['started'] = [];
  let ending: Promise<void> | null = null;
  async function stopAll(code: number): Promise<void> {
    const late = pause(STOP_WITHIN, 'late', { ref: false });
    const stopped = Promise.allSettled(started.map((one) => one.stop()));
    if ((await Promise.race([stopped, late])) === 'late') log.warn({}, 'stopped with work under way');
    process.exit(code);
  }
  return {
    log,
    started,
    end: (code) => {
      ending ??= stopAll(code);
      return ending;
    },
  };
}

function endOnSignals({ end, log }: Life): void {
  // Once: the second time it ends the process at once, as it would without us.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void end(0);
    });
  // Nobody reads the log any more: there is no way left to say anything, so no reason to go on.
  process.stdout.once('error', () => void end(1));
  process.once('uncaughtException', (error) => {
    // The bot answers its own failures: what arrives here leaves the process in an unknown state.
    log.error({ err: error }, 'stopping after an error that nobody caught');
    void end(1);
  });
}

/** On the platforms that the configuration names. */
async function serve(config: Config, { log, started, end }: Life): Promise<void> {
  const { createTeapot } = await import('./teapot.ts');
  const teapot = createTeapot(config, { log, onFatal: () => void end(1) });
  started.push(teapot);
  if (!(await teapot.start())) await end(1);
}

/** On a page, for whoever is at this machine. */
async function play({ commands }: Config, { port }: PlaygroundConfig, life: Life): Promise<void> {
  const { startPlayground } = await import('./playground.ts');
  try {
    const playground = await startPlayground({ port, commands, log: life.log });
    life.started.push(playground);
    process.stdout.write(welcome(playground.address, commands[0] ?? ''));
  } catch (thrown) {
    life.log.error({ reason: thrown }, 'the playground cannot start');
    await life.end(1);
  }
}

/** Lines that are piped in are answered here, and then it ends. Where none come, the page stays. */
async function answerPiped({ end }: Life): Promise<void> {
  const { stdin } = process;
  await once(stdin, 'readable').catch(() => undefined);
  if (stdin.readableLength === 0) return;
  const { chat } = await import('./chat.ts');
  await chat(process);
  await end(0);
}

function welcome(address: string, command: string): string {
  return `Teapot’s playground: ${address}
A Slack and a Discord on this machine, without an account. Open the page, and type first:
  on Slack     ${command} 401 vs 403
  on Discord   /status 404
then press “Jump to the next quiz”. Ctrl-C ends it. A chat in this terminal instead: npm run -s teapot -- chat
`;
}

/** Exit code 1 where the configuration is wrong: then nothing has been opened. */
async function main(): Promise<void> {
  const read = readConfig(loadEnvironment(), validateCommands);
  if (!read.ok) {
    process.stderr.write(read.problems.map((problem) => `${problem}\n`).join(''));
    process.exitCode = 1;
    return;
  }
  const config = read.value;
  const isConnected = config.slack !== null || config.discord !== null;
  if (!isConnected && config.playground === null) {
    const { chat } = await import('./chat.ts');
    leaveWhenUnread(process.stdout);
    return await chat(process);
  }
  const life = createLife(await createLog({ level: config.logLevel, secrets: secretsOf(config) }));
  endOnSignals(life);
  if (config.playground !== null) await play(config, config.playground, life);
  if (isConnected) await serve(config, life);
  else if (!process.stdin.isTTY) await answerPiped(life);
}

await main();
