// The process: reads the configuration, starts what it names, and stops it again. Knows everything.
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { anatomyOf } from './anatomy.ts';
import {
  type Config,
  loadEnvironment,
  type PlaygroundConfig,
  readCatalogPath,
  readConfig,
  secretsOf,
} from './config.ts';
import type { Section } from './house/house.ts';
import { followHouseFile, readHouseFile } from './house-file.ts';
import { createLog } from './ops/log.ts';
import { watchStandstill } from './ops/standstill.ts';
import { validateCommands } from './platforms/slack/commands.ts';
import { leaveWhenUnread } from './platforms/terminal/output.ts';
import type { Log } from './port.ts';

/**
 * What is under way has twenty seconds, and closing the rest. Supervisors have to wait as long: by themselves Docker kills
 * after 10 s (stop_grace_period: 30s), Kubernetes after 30 s, systemd after 90 s. In milliseconds.
 */
const STOP_WITHIN = 25_000;
/** Who has waited for the start asks first, and there is enough to do for that. In milliseconds. */
const SETTLED_AFTER = 10_000;

/** What a shell adds to the number of the signal that a process has died of. */
const DIED_OF = 128;

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
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // Said here: the first process of a container would not die of a signal by itself.
      if (asked) process.exit(DIED_OF + constants.signals[signal]);
      asked = true;
      log.info({ signal }, 'stopping');
      void end(0);
    });
  // Nobody reads the log any more: there is no way left to say anything, so no reason to go on. It comes with each line.
  process.stdout.on('error', () => void end(1));
  // Not once: what follows a first one would go to the terminal as it is, with whatever stands in it.
  process.on('uncaughtException', (error) => {
    // The bot answers its own failures: what arrives here leaves the process in an unknown state.
    log.error(anatomyOf(error), 'stopping after an error that nobody caught');
    void end(1);
  });
}

/** On the platforms that the configuration names. */
async function connect(config: Config, filed: readonly Section[], life: Life): Promise<void> {
  const { log, started, end } = life;
  const { createTeapot } = await import('./teapot.ts');
  const { createDoor } = await import('./ops/door.ts');
  const house = followHouseFile(config.catalog, filed, log);
  const sight = { troubles: () => teapot.troubles(), backlog: () => teapot.backlog() };
  const door = createDoor({ port: config.port, log, sight, notes: () => teapot.notes() });
  const { meter, serve } = door;
  const teapot = createTeapot(config, { log, house, meter, serve, onFatal: () => void end(1) });
  started.push({
    stop: async () => {
      door.stopping();
      await teapot.stop();
      // What was being answered still needed it.
      await door.close();
    },
  });
  try {
    await door.open();
  } catch (thrown) {
    log.error({ reason: thrown instanceof Error ? thrown.message : String(thrown) }, 'cannot start');
    return await end(1);
  }
  if (!(await teapot.start())) return await end(1);
  await door.count();
  // From here on: what a start takes, nobody waits for.
  started.push(watchStandstill(log));
  settle(config, life);
}

/** What can wait until nobody waits for the start any more. */
function settle(config: Config, { log, started }: Life): void {
  const ending = new AbortController();
  const { signal } = ending;
  const settled = pause(SETTLED_AFTER, undefined, { signal, ref: false }).then(
    async () => {
      // Over a socket the same crowd costs a third, and is in time without it.
      if (config.slack !== null && config.slack.appToken === undefined) {
        const { rehearse } = await import('./rehearsal.ts');
        await rehearse(config, { log, signal });
      }
      if (!signal.aborted) giveBack();
    },
    () => undefined,
  );
  started.push({
    stop: () => {
      ending.abort();
      return settled;
    },
  });
}

/**
 * A start leaves a quarter of the memory behind that it took, and V8 keeps that for itself: given back, once, which stops
 * everything for a fifth of a second. Only with --expose-gc, as `npm start` has it.
 */
function giveBack(): void {
  void globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
}

/** On a page, for whoever is at this machine. */
async function play(
  { commands }: Config,
  { port }: PlaygroundConfig,
  house: readonly Section[],
  life: Life,
): Promise<void> {
  try {
    const { startPlayground } = await import('./playground.ts');
    const playground = await startPlayground({ port, commands, house, log: life.log });
    life.started.push(playground);
    process.stdout.write(welcome(playground.address, commands[0] ?? ''));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_MODULE_NOT_FOUND')
      life.log.error({}, 'no playground is in what is built: start it by npm start, or set the tokens of a platform');
    else life.log.error({ reason: thrown }, 'the playground cannot start');
    await life.end(1);
  }
}

/** Lines that are piped in are answered here, and then it ends. Where none come, the page stays. */
async function answerPiped(house: readonly Section[], { end }: Life): Promise<void> {
  const { stdin } = process;
  await once(stdin, 'readable').catch(() => undefined);
  if (stdin.readableLength === 0) return;
  const { chat } = await import('./chat.ts');
  await chat(process, house);
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

/** Runs until a signal ends it. Exit code 1 where the configuration is wrong: then nothing has been opened. */
async function main(): Promise<void> {
  const environment = loadEnvironment();
  const read = readConfig(environment, validateCommands);
  const filed = await readHouseFile(readCatalogPath(environment));
  if (!read.ok || !filed.ok) {
    const problems = [read, filed].flatMap((one) => (one.ok ? [] : one.problems));
    process.stderr.write(problems.map((problem) => `${problem}\n`).join(''));
    process.exitCode = 1;
    return;
  }
  const config = read.value;
  const isConnected = config.slack !== null || config.discord !== null;
  if (!isConnected && config.playground === null) {
    const { chat } = await import('./chat.ts');
    leaveWhenUnread(process.stdout);
    return await chat(process, filed.value);
  }
  const life = createLife(await createLog({ level: config.logLevel, secrets: secretsOf(config) }));
  endOnSignals(life);
  if (config.playground !== null) await play(config, config.playground, filed.value, life);
  if (isConnected) await connect(config, filed.value, life);
  else if (!process.stdin.isTTY) await answerPiped(filed.value, life);
}

await main();
