#!/usr/bin/env node
// The `teapot` command: answers in the terminal, answers for programs, and the platforms' manifests.
import { readFile, writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import about from '../package.json' with { type: 'json' };
import type { Answer } from './answer/answer.ts';
import { toPlain } from './answer/plain.ts';
import { createBot } from './bot.ts';
import { databaseCommands, isDatabaseCommand } from './cli/database.ts';
import {
  type Environment,
  loadEnvironment,
  type QuizAdmins,
  readCommands,
  readDatabaseUrl,
  readQuizAdmins,
} from './config.ts';
import { validateCommands } from './platforms/slack/commands.ts';
import { clean } from './platforms/terminal/clean.ts';
import { draw } from './platforms/terminal/draw.ts';
import { linesOf, PASTE_BYTES, readPaste } from './platforms/terminal/input.ts';
import { leaveWhenUnread, write } from './platforms/terminal/output.ts';
import { by } from './platforms/terminal/typed.ts';
import type { Ask, Bot } from './port.ts';

const USAGE = `Usage:
  teapot ask <question>       answer a question: teapot ask "401 vs 403"
  teapot ask -                find and explain the codes in what comes in: kubectl logs my-pod | teapot ask -
  teapot manifests            write manifests/ from the command list
  teapot manifests --check    exit 1 when they are out of date
  teapot migrate              bring the database of DATABASE_URL up to date; teapot does so at its start by itself
  teapot backup <file>        copy the SQLite database, also while teapot is running
  teapot restore <file>       put such a copy back, while it is not
  teapot help                 show this

Options of ask:
  --json     one object: {"kind","codes","class","title","text"}
  --jsonl    for each line that comes in, a JSON string or {"id","text"}, one such object with its id

  teapot --version
`;

/** What a person replaces. In capitals, so that nobody overlooks it; addresses are lower case while they are built. */
const HOST = 'https://HOST';
const MANIFESTS = new URL('../manifests/', import.meta.url);

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Exit codes: done, found something out of date or impossible, not understood. */
const DONE = 0;
const STALE = 1;
const UNKNOWN = 2;

/** What programs get of an answer. `class` is that of the question, else of the first code. */
function forPrograms(answer: Answer | null) {
  if (answer === null) return { kind: 'none', codes: [], class: null, title: '', text: '' };
  const { kind, codes, class: statusClass } = answer.about;
  return { kind, codes, class: statusClass, title: answer.title, text: toPlain(answer) };
}

async function ask(
  bot: Bot,
  words: readonly string[],
  json: boolean,
  { stdin, stdout, stderr }: Streams,
): Promise<number> {
  const question =
    words.join(' ') === '-' ? await paste(stdin, stderr) : ({ kind: 'line', by, line: words.join(' ') } as const);
  const answer = await bot.ask(question);
  if (json) await write(stdout, `${JSON.stringify(forPrograms(answer))}\n`);
  else if (answer !== null) await write(stdout, `${draw(answer, stdout, { choices: 'lines' })}\n`);
  return DONE;
}

async function paste(stdin: Readable, stderr: Writable): Promise<Ask> {
  const { text, cut } = await readPaste(stdin);
  if (cut) stderr.write(`That is a lot: reading its last ${PASTE_BYTES / 1024 / 1024} MiB only.\n`);
  // Logs come with colours in them.
  return { kind: 'explain', by, text: clean(text) };
}

/** Answers line by line, as fast as they come and as slowly as they are read. A bad line is answered as one, and the next follows. */
async function askEach(bot: Bot, { stdin, stdout }: Streams): Promise<number> {
  let number = 0;
  for await (const line of linesOf(stdin)) {
    number += 1;
    if (line.trim() !== '') await write(stdout, `${JSON.stringify(await askLine(bot, line, number))}\n`);
  }
  return DONE;
}

async function askLine(bot: Bot, line: string, number: number): Promise<object> {
  const read = readLine(line, number);
  if ('error' in read) return read;
  const answer = await bot.ask({ kind: 'line', by, line: read.text });
  if (answer?.about.kind === 'error') return { id: read.id, error: toPlain(answer) };
  return { id: read.id, ...forPrograms(answer) };
}

type Id = string | number;

/** A JSON string, or an object with a text and perhaps an id; without an id, the line's number from 1 is it. */
function readLine(line: string, number: number): { id: Id; text: string } | { id: Id; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(BYTE_ORDER_MARK, ''));
  } catch {
    return { id: number, error: 'not JSON: expected a string or {"id","text"}' };
  }
  if (typeof value === 'string') return { id: number, text: value };
  const fields: { id?: unknown; text?: unknown } = typeof value === 'object' && value !== null ? value : {};
  const id = typeof fields.id === 'string' || typeof fields.id === 'number' ? fields.id : number;
  if (typeof fields.text === 'string') return { id, text: fields.text };
  return { id, error: 'no text: expected a string or {"id","text"}' };
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Each file of manifests/ with what it must say. The Slack app that listens over HTTP has an address to fill in. */
export async function manifestFiles(
  bot: Bot,
  commands: readonly string[],
  quizAdmins: QuizAdmins = 'anyone',
): Promise<ReadonlyMap<string, string>> {
  // Loaded here, because asking a question needs no SDK.
  const { slackManifest } = await import('./platforms/slack/manifest.ts');
  const { discordManifest } = await import('./platforms/discord/manifest.ts');
  const files = {
    'slack.json': slackManifest(bot, { commands, quizAdmins, url: null }),
    'slack-http.json': slackManifest(bot, { commands, quizAdmins, url: HOST.toLowerCase() }),
    'discord.json': discordManifest(bot),
  };
  return new Map(
    Object.entries(files).map(([name, manifest]) => {
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      return [name, text.replaceAll(HOST.toLowerCase(), HOST)];
    }),
  );
}

/** The names of the files in a folder that do not say what they must. */
export async function staleFiles(files: ReadonlyMap<string, string>, folder = MANIFESTS): Promise<readonly string[]> {
  const checked = [...files].map(async ([name, text]) => {
    const found = await readFile(new URL(name, folder), 'utf8').catch(() => null);
    return found === text ? [] : [name];
  });
  return (await Promise.all(checked)).flat();
}

async function manifests(
  bot: Bot,
  check: boolean,
  environment: Environment,
  { stdout, stderr }: Streams,
): Promise<number> {
  const commands = readCommands(environment, validateCommands);
  if (!commands.ok) {
    stderr.write(commands.problems.map((problem) => `${problem}\n`).join(''));
    return STALE;
  }
  const files = await manifestFiles(bot, commands.value, readQuizAdmins(environment));
  const stale = await staleFiles(files);
  if (check) {
    for (const name of stale) stderr.write(`manifests/${name} is out of date: run npm run manifests\n`);
    return stale.length === 0 ? DONE : STALE;
  }
  for (const name of stale) {
    await writeFile(new URL(name, MANIFESTS), files.get(name) ?? '');
    stdout.write(`wrote manifests/${name}\n`);
  }
  if (stale.length === 0) stdout.write('manifests/ is up to date\n');
  return DONE;
}

async function database(
  command: keyof typeof databaseCommands,
  file: string,
  environment: Environment,
  { stdout, stderr }: Streams,
): Promise<number> {
  const url = readDatabaseUrl(environment);
  try {
    if (!url.ok) throw new Error(url.problems.join('\n'));
    stdout.write(`${await databaseCommands[command].run(url.value, file)}\n`);
    return DONE;
  } catch (thrown) {
    stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return STALE;
  }
}

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

function understand(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Runs the command.
 * @param args as after `teapot`.
 * @returns the exit code: 0 done, 1 manifests out of date or a database that refuses, 2 not understood.
 */
export async function run(args: readonly string[], streams: Streams, environment: Environment = {}): Promise<number> {
  const understood = understand(args);
  const refuse = (problem: string) => {
    streams.stderr.write(`${problem}\n\n${USAGE}`);
    return UNKNOWN;
  };
  if (typeof understood === 'string') return refuse(understood);
  const { values, positionals } = understood;
  const [command = values.jsonl ? 'ask' : 'help', ...words] = positionals;

  if (values.version) return say(streams, `${about.version}\n`);
  if (values.help) return say(streams, USAGE);
  if (isDatabaseCommand(command)) {
    const { files } = databaseCommands[command];
    if (words.length !== files || values.json || values.jsonl || values.check)
      return refuse(`${command} takes ${files === 0 ? 'nothing else' : 'one file, and nothing else'}.`);
    return database(command, words.join(''), environment, streams);
  }
  switch (command) {
    case 'help':
      return say(streams, USAGE);
    case 'ask':
      if (values.check) return refuse('--check belongs to manifests.');
      if (values.jsonl)
        return words.length === 0
          ? askEach(createBot(), streams)
          : refuse('--jsonl reads questions from stdin: leave out the words.');
      if (words.length === 0) return refuse('What would you like to ask? For example: teapot ask 404');
      return ask(createBot(), words, values.json ?? false, streams);
    case 'manifests':
      if (words.length > 0 || values.json || values.jsonl) return refuse('manifests takes --check and nothing else.');
      return manifests(createBot(), values.check ?? false, environment, streams);
    default:
      return refuse(
        `There is no command "${clean(command)}". To ask about it: teapot ask "${clean([command, ...words].join(' '))}"`,
      );
  }
}

function say({ stdout }: Streams, text: string): number {
  stdout.write(text);
  return DONE;
}

if (import.meta.main) {
  leaveWhenUnread(process.stdout);
  process.exitCode = await run(process.argv.slice(2), process, loadEnvironment());
}
