#!/usr/bin/env node
// The `teapot` command: what it was asked to do, and which file does it.
import { parseArgs } from 'node:util';
import about from '../package.json' with { type: 'json' };
import { createBot } from './bot.ts';
import { chat } from './chat.ts';
import { ask, askEach } from './cli/ask.ts';
import { database, databaseCommands, isDatabaseCommand } from './cli/database.ts';
import { manifests } from './cli/manifests.ts';
import { DONE, STALE, type Streams, UNKNOWN } from './cli/streams.ts';
import { explainDoubt } from './commands/channel/stack.ts';
import { type Environment, loadEnvironment, readCatalogPath } from './config.ts';
import { useKept } from './experience/kept.ts';
import { readHouseFile } from './house-file.ts';
import { clean } from './platforms/terminal/clean.ts';
import { leaveWhenUnread } from './platforms/terminal/output.ts';
import { readStack, type Stack } from './query/stack/stack-line.ts';

const USAGE = `Usage:
  teapot ask <question>       answer a question: teapot ask "401 vs 403"
  teapot ask -                find and explain the codes in what comes in: kubectl logs my-pod | teapot ask -
  teapot chat                 talk to it here; exit or Ctrl-D leaves
  teapot manifests            write manifests/ from the command list
  teapot manifests --check    exit 1 when they are out of date
  teapot rules check <file>   check a file of house rules and own codes, as TEAPOT_CATALOG names one
  teapot rules export <team>  write those of a workspace or server as such a file; rules import <team> <file> reads one
  teapot migrate              bring the database of DATABASE_URL up to date; teapot does so at its start by itself
  teapot backup <file>        copy the SQLite database, also while teapot is running
  teapot restore <file>       put such a copy back, while it is not
  teapot keys rotate          seal the tokens of all workspaces with the first key of ENCRYPTION_KEYS; keys check, keys new
  teapot help                 show this

Options of ask:
  --json     one object: {"kind","codes","class","title","text"}
  --jsonl    for each line that comes in, a JSON string or {"id","text"}, one such object with its id
  --stack    what a request passes, from the client on: teapot ask --stack alb,nginx,rails 502

  teapot --version
`;

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  stack: { type: 'string' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const NEGATIVE = /^-(?=\d)/;

/** What was asked for, or the problem to show. */
function understand(args: readonly string[]) {
  // "teapot ask -404" means the code, while to `parseArgs` it is an option -4.
  const negative = args.find((arg) => NEGATIVE.test(arg));
  if (negative !== undefined && !args.includes('--')) {
    const question = args.slice(args[0] === 'ask' ? 1 : 0).map((arg) => arg.replace(NEGATIVE, ''));
    return `There is no option "${clean(negative)}". To ask about the code: teapot ask "${clean(question.join(' '))}"`;
  }
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Runs the command.
 * @param args as after `teapot`.
 * @returns the exit code: 0 done, 1 manifests out of date, a file that is wrong or a database that refuses, 2 not understood.
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
  if (values.stack !== undefined && command !== 'ask') return refuse('--stack belongs to ask.');
  if (isDatabaseCommand(command)) {
    const { files } = databaseCommands[command];
    if (words.length !== files || values.json || values.jsonl || values.check)
      return refuse(`${command} takes ${files === 0 ? 'nothing else' : 'one file, and nothing else'}.`);
    return database(command, words.join(''), environment, streams);
  }
  const stack = readStackOption(values.stack);
  const filed = await readHouseFile(command === 'ask' || command === 'chat' ? readCatalogPath(environment) : undefined);
  if (!filed.ok) {
    streams.stderr.write(filed.problems.map((problem) => `${problem}\n`).join(''));
    return STALE;
  }
  const house = () => filed.value;
  switch (command) {
    case 'help':
      return say(streams, USAGE);
    case 'ask':
      if (values.check) return refuse('--check belongs to manifests.');
      if (typeof stack === 'string') return refuse(stack);
      useKept();
      if (values.jsonl)
        return words.length === 0
          ? askEach(createBot({ stack, house }), streams)
          : refuse('--jsonl reads questions from stdin: leave out the words.');
      if (words.length === 0) return refuse('What would you like to ask? For example: teapot ask 404');
      return ask(createBot({ stack, house }), words, values.json ?? false, streams);
    case 'chat':
      if (words.length > 0 || values.json || values.jsonl || values.check) return refuse('chat takes nothing else.');
      await chat(streams, filed.value);
      return DONE;
    case 'manifests':
      if (words.length > 0 || values.json || values.jsonl) return refuse('manifests takes --check and nothing else.');
      return manifests(createBot(), values.check ?? false, environment, streams);
    case 'keys':
      if (values.json || values.jsonl || values.check) return refuse('keys takes no options.');
      return (await import('./cli/keys.ts')).keys(words, environment, streams);
    case 'rules':
      if (values.json || values.jsonl || values.check) return refuse('rules takes no options.');
      return (await import('./cli/rules.ts')).rules(words, environment, streams);
    default:
      return refuse(
        `There is no command "${clean(command)}". To ask about it: teapot ask "${clean([command, ...words].join(' '))}"`,
      );
  }
}

/** What a request passes, or the problem to show. */
function readStackOption(typed = ''): Stack | string {
  const read = readStack(typed);
  if ('stack' in read) return read.stack;
  return `--stack: ${explainDoubt(read)}. For example: teapot ask --stack alb,nginx,rails 502`;
}

function say({ stdout }: Streams, text: string): number {
  stdout.write(text);
  return DONE;
}

if (import.meta.main) {
  leaveWhenUnread(process.stdout);
  process.exitCode = await run(process.argv.slice(2), process, loadEnvironment());
}
