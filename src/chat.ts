// A chat in the terminal: Teapot talks to whoever started it, and shows what it does to whoever cannot type.
import type { Readable, Writable } from 'node:stream';
import { createBot } from './bot.ts';
import { useKept } from './experience/kept.ts';
import type { Section } from './house/house.ts';
import { draw } from './platforms/terminal/draw.ts';
import { write } from './platforms/terminal/output.ts';
import { createTerminal } from './platforms/terminal/terminal.ts';
import { by } from './platforms/terminal/typed.ts';
import type { Bot } from './port.ts';

const WELCOME = `Teapot answers questions about HTTP status codes, on Slack, on Discord and here.
`;
const CONNECT = `To connect it, copy .env.example to .env and fill in the tokens of Slack or Discord; README.md shows where they are.
`;
const TRY = `Try: 404 · 401 vs 403 · what are 5xx · which code when the email already exists? · help
A number presses a button; several pasted lines are searched for codes; exit or Ctrl-D leaves.
`;

const HELP = /^help /;

export interface ChatStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
}

/**
 * Resolves when the person has left, or the input has ended.
 * @param house rules and own codes of a file
 */
export async function chat({ stdin, stdout }: ChatStreams, house: readonly Section[] = []): Promise<void> {
  useKept();
  const bot = createBot({ house: () => house });
  const interactive = stdin.isTTY === true;
  if (interactive) {
    await write(stdout, `${WELCOME}${TRY}${await topicsOf(bot)}${CONNECT}\n`);
  } else {
    const sample = await bot.ask({ kind: 'line', by, line: '404' });
    await write(stdout, `${WELCOME}${CONNECT}\n`);
    if (sample) await write(stdout, `For example, 404:\n\n${draw(sample, stdout, { choices: 'lines' })}\n\n`);
  }
  const terminal = createTerminal({ input: stdin, output: stdout, interactive });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void terminal.stop());
  await terminal.start(bot);
  await terminal.closed;
}

/** "help codes · help logs …": one line for all that can be asked. */
async function topicsOf(bot: Bot): Promise<string> {
  const help = await bot.ask({ kind: 'line', by, line: 'help' });
  const names = (help?.choices ?? []).map(({ line }) => line.replace(HELP, ''));
  return names.length === 0 ? '' : `More of each after help: ${names.join(' · ')}\n`;
}
