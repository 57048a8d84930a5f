// The process: reads the configuration, starts the platforms it names, and stops them again. Knows everything.
import { setTimeout as pause } from 'node:timers/promises';
import { createBot } from './bot.ts';
import { type Config, loadEnvironment, readConfig, secretsOf } from './config.ts';
import { createLog } from './ops/log.ts';
import { validateCommands } from './platforms/slack/commands.ts';
import { draw } from './platforms/terminal/draw.ts';
import { leaveWhenUnread, write } from './platforms/terminal/output.ts';
import { createTerminal } from './platforms/terminal/terminal.ts';
import { by } from './platforms/terminal/typed.ts';
import type { Log, Platform } from './port.ts';
import { prepareSituations } from './query/situations.ts';

/** Supervisors kill what has not ended 10 s after SIGTERM. In milliseconds. */
const STOP_WITHIN = 9_000;

const WELCOME = `Teapot answers questions about HTTP status codes, on Slack, on Discord and here.
`;
const CONNECT = `To connect it, copy .env.example to .env and fill in the tokens of Slack or Discord; README.md shows where they are.
`;
const TRY = `Try: 404 · 401 vs 403 · what are 5xx · which code when the email already exists? · help
A number presses a button; several pasted lines are searched for codes; exit or Ctrl-D leaves.
`;

/** Makes the function that stops the platforms and ends the process; the first call decides the code. Works during the start too. */
function createEnd(platforms: readonly Platform[], log: Log): (code: number) => Promise<void> {
  let ending: Promise<void> | null = null;
  async function stopAll(code: number): Promise<void> {
    const stopped = Promise.allSettled(platforms.map((platform) => platform.stop()));
    const late = pause(STOP_WITHIN, 'late', { ref: false });
    if ((await Promise.race([stopped, late])) === 'late') log.warn({}, 'stopped with answers under way');
    process.exit(code);
  }
  return (code) => {
    ending ??= stopAll(code);
    return ending;
  };
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
async function connectable(config: Config, log: Log, onFatal: () => void): Promise<readonly Platform[]> {
  const { slack, discord, commands, port } = config;
  const platforms: Platform[] = [];
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

async function serve(config: Config): Promise<void> {
  const log = await createLog({ level: config.logLevel, secrets: secretsOf(config) });
  const bot = createBot({ log });
  const platforms: Platform[] = [];
  const end = createEnd(platforms, log);
  endOnSignals(end, log);
  platforms.push(...(await connectable(config, log, () => void end(1))));
  const started = await Promise.allSettled(
    platforms.map(async (platform) => {
      await platform.start(bot).catch((thrown: unknown) => {
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        log.error({ platform: platform.name, reason }, `${platform.name}: cannot start`);
        throw thrown;
      });
      log.info({ platform: platform.name }, `${platform.name}: ready`);
    }),
  );
  if (started.some(({ status }) => status === 'rejected')) return end(1);
  // Built now and not at the first question, which has three seconds to be answered.
  prepareSituations();
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
