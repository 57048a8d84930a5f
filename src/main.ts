// The process: reads the configuration, starts the platforms it names, and stops them again. Knows everything.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createBot } from './bot.ts';
import type { Announce } from './commands/quiz/visit.ts';
import { type Config, loadEnvironment, readConfig, secretsOf } from './config.ts';
import { createLog } from './ops/log.ts';
import { validateCommands } from './platforms/slack/commands.ts';
import { draw } from './platforms/terminal/draw.ts';
import { leaveWhenUnread, write } from './platforms/terminal/output.ts';
import { createTerminal } from './platforms/terminal/terminal.ts';
import { by } from './platforms/terminal/typed.ts';
import type { Broadcaster, Log } from './port.ts';
import { prepareSituations } from './query/situations.ts';
import type { Store } from './store/store.ts';

/** Supervisors kill what has not ended 10 s after SIGTERM. In milliseconds. */
const STOP_WITHIN = 9_000;
/** A command has three seconds for its answer, which says what became of a word to the channel. In milliseconds. */
const ANNOUNCE_WITHIN = 1_500;
/** Characters of a post's key: what Discord takes. */
const KEY = 25;

const WELCOME = `Teapot answers questions about HTTP status codes, on Slack, on Discord and here.
`;
const CONNECT = `To connect it, copy .env.example to .env and fill in the tokens of Slack or Discord; README.md shows where they are.
`;
const TRY = `Try: 404 · 401 vs 403 · what are 5xx · which code when the email already exists? · help
A number presses a button; several pasted lines are searched for codes; exit or Ctrl-D leaves.
`;

/** What has been started, in the order in which it is to be stopped. */
type Started = { stop(): Promise<unknown> }[];

/** Makes the function that stops everything and ends the process; the first call decides the code. Works during the start too. */
function createEnd(started: Started, log: Log): (code: number) => Promise<void> {
  let ending: Promise<void> | null = null;
  async function stopAll(code: number): Promise<void> {
    const late = pause(STOP_WITHIN, 'late', { ref: false });
    if ((await Promise.race([stopInTurn(started, log), late])) === 'late') log.warn({}, 'stopped with work under way');
    process.exit(code);
  }
  return (code) => {
    ending ??= stopAll(code);
    return ending;
  };
}

/** One after the other: whoever posts before the platforms, and these before the store that both use. */
async function stopInTurn(started: Started, log: Log): Promise<void> {
  for (const one of started)
    await one.stop().catch((thrown: unknown) => log.warn({ reason: reasonOf(thrown) }, 'could not stop cleanly'));
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function endOnSignals(end: (code: number) => Promise<void>, log: Log): void {
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

/** The platforms that the configuration names. Their libraries load only when they are wanted: the chat starts at once. */
async function connectable(config: Config, log: Log, onFatal: () => void): Promise<readonly Broadcaster[]> {
  const { slack, discord, commands, port } = config;
  const platforms: Broadcaster[] = [];
  if (slack) {
    const { createSlack } = await import('./platforms/slack/slack.ts');
    platforms.push(createSlack({ ...slack, commands, port, log }));
  }
  if (discord) {
    const { createDiscord } = await import('./platforms/discord/discord.ts');
    // The adapter has logged why.
    platforms.push(createDiscord({ ...discord, log, onFatal }));
  }
  return platforms;
}

/** Opened before anybody is let in: what cannot be remembered should not be asked. Null where it cannot be. */
async function openMemory({ databaseUrl }: Config, log: Log): Promise<Store | null> {
  // Loaded here, because a chat in the terminal remembers nothing.
  const { openStore } = await import('./store/open.ts');
  try {
    return await openStore(databaseUrl, { log });
  } catch (thrown) {
    log.error({ reason: reasonOf(thrown) }, 'cannot open the database');
    return null;
  }
}

/** Says something in a channel, in the time that a command has for its answer. */
function announcer(platforms: readonly Broadcaster[], log: Log): Announce {
  return async (place, answer) => {
    const platform = platforms.find(({ name }) => name === place.platform);
    if (platform === undefined) return 'failed';
    const said = platform.post(place, answer, randomUUID().slice(0, KEY)).then(
      () => 'posted' as const,
      (thrown: unknown) => {
        log.info({ ...place, reason: reasonOf(thrown) }, 'could not tell a channel of a change');
        return 'failed' as const;
      },
    );
    return await Promise.race([said, pause(ANNOUNCE_WITHIN, 'unsure' as const, { ref: false })]);
  };
}

async function serve(config: Config): Promise<void> {
  const log = await createLog({ level: config.logLevel, secrets: secretsOf(config) });
  const started: Started = [];
  const end = createEnd(started, log);
  endOnSignals(end, log);
  const store = await openMemory(config, log);
  if (store === null) return end(1);
  started.unshift({ stop: () => store.close() });
  const platforms = await connectable(config, log, () => void end(1));
  started.unshift({ stop: () => Promise.allSettled(platforms.map((platform) => platform.stop())) });
  const posting = await createPosting(config, store, platforms, log);
  started.unshift(posting);
  const bot = createBot({ log, store, announce: announcer(platforms, log), wake: posting.wake });
  const connected = await Promise.allSettled(
    platforms.map(async (platform) => {
      await platform.start(bot).catch((thrown: unknown) => {
        log.error({ platform: platform.name, reason: reasonOf(thrown) }, `${platform.name}: cannot start`);
        throw thrown;
      });
      log.info({ platform: platform.name }, `${platform.name}: ready`);
    }),
  );
  if (connected.some(({ status }) => status === 'rejected')) return end(1);
  posting.start();
  // Built now and not at the first question, which has three seconds to be answered.
  prepareSituations();
}

/** What the clock does: posts, and deletes what is no longer needed. */
async function createPosting(
  { purgeDays, discord }: Config,
  store: Store,
  platforms: readonly Broadcaster[],
  log: Log,
): Promise<{ start(): void; stop(): Promise<unknown>; wake(): void }> {
  const { createDelivery } = await import('./delivery/delivery.ts');
  const { createKeeping } = await import('./delivery/keeping.ts');
  const delivery = createDelivery({ store, broadcasters: platforms, log, replicas: discord?.shard?.count ?? 1 });
  const keeping = createKeeping({ store, log, purgeDays });
  return {
    start: () => {
      delivery.start();
      keeping.start();
    },
    stop: () => Promise.all([delivery.stop(), keeping.stop()]),
    wake: () =>
      void delivery.tick().catch((thrown: unknown) => log.warn({ reason: reasonOf(thrown) }, 'could not post at once')),
  };
}

/** Nobody has connected Teapot yet: it talks to whoever started it. */
async function chat(): Promise<void> {
  const { stdin, stdout } = process;
  const bot = createBot();
  leaveWhenUnread(stdout);
  if (stdin.isTTY) {
    await write(stdout, `${WELCOME}${TRY}${CONNECT}\n`);
  } else {
    const sample = await bot.ask({ kind: 'line', by, line: '404' });
    await write(stdout, `${WELCOME}${CONNECT}\n`);
    if (sample) await write(stdout, `For example, 404:\n\n${draw(sample, stdout, { choices: 'lines' })}\n\n`);
  }
  const terminal = createTerminal({ input: stdin, output: stdout, interactive: stdin.isTTY });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void terminal.stop());
  await terminal.start(bot);
  await terminal.closed;
}

/** Exit code 1 where the configuration is wrong: then nothing has been opened. */
async function main(): Promise<void> {
  const config = readConfig(loadEnvironment(), validateCommands);
  if (!config.ok) {
    process.stderr.write(config.problems.map((problem) => `${problem}\n`).join(''));
    process.exitCode = 1;
    return;
  }
  const { slack, discord } = config.value;
  await (slack || discord ? serve(config.value) : chat());
}

await main();
