// `teapot ask`: one question, a paste, or a question in each line that comes in.
import type { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Answer } from '../answer/answer.ts';
import { toPlain } from '../answer/plain.ts';
import { draw } from '../platforms/terminal/draw.ts';
import { linesOf, PASTE_BYTES, readPaste } from '../platforms/terminal/input.ts';
import { write } from '../platforms/terminal/output.ts';
import { by } from '../platforms/terminal/typed.ts';
import type { Ask, Bot } from '../port.ts';
import { DONE, type Streams } from './streams.ts';

/**
 * Answers a question, or with "-" explains what comes in.
 * @param json one object for programs instead of a text for people
 * @returns the exit code
 */
export async function ask(
  bot: Bot,
  words: readonly string[],
  json: boolean,
  { stdin, stdout, stderr }: Streams,
): Promise<number> {
  const said = words.join(' ');
  const answer = await bot.ask(said === '-' ? await paste(stdin, stderr) : line(said));
  if (json) await write(stdout, `${JSON.stringify(forPrograms(answer))}\n`);
  else if (answer !== null) await write(stdout, `${draw(answer, stdout, { choices: 'lines' })}\n`);
  return DONE;
}

/**
 * Answers line by line, as fast as they come and as slowly as they are read. A bad line is answered as one, and the next
 * follows.
 * @returns the exit code
 */
export async function askEach(bot: Bot, { stdin, stdout }: Streams): Promise<number> {
  let number = 0;
  for await (const line of linesOf(stdin)) {
    number += 1;
    if (line.trim() !== '') await write(stdout, `${JSON.stringify(await askLine(bot, line, number))}\n`);
  }
  return DONE;
}

/** Logs, and what is copied from a terminal, come with colours in them. */
function line(said: string): Ask {
  return { kind: 'line', by, line: stripVTControlCharacters(said) };
}

async function paste(stdin: Readable, stderr: Writable): Promise<Ask> {
  const { text, cut } = await readPaste(stdin);
  if (cut) stderr.write(`That is a lot: reading its last ${PASTE_BYTES / 1024 / 1024} MiB only.\n`);
  return { kind: 'explain', by, text: stripVTControlCharacters(text) };
}

/** What programs get of an answer. `class` is that of the question, else of the first code; who answered, of a paste. */
function forPrograms(answer: Answer | null) {
  if (answer === null)
    return { kind: 'none', codes: [], class: null, producer: 'unknown', producer_name: null, title: '', text: '' };
  const { kind, codes, class: statusClass, producer } = answer.about;
  return {
    kind,
    codes,
    class: statusClass,
    producer: producer?.kind ?? 'unknown',
    producer_name: producer?.name ?? null,
    title: answer.title,
    text: toPlain(answer),
  };
}

async function askLine(bot: Bot, typed: string, number: number): Promise<object> {
  const read = readLine(typed, number);
  if ('error' in read) return read;
  const answer = await bot.ask(line(read.text));
  if (answer?.about.kind === 'error') return { id: read.id, error: toPlain(answer) };
  return { id: read.id, ...forPrograms(answer) };
}

type Id = string | number;

const BYTE_ORDER_MARK = /^\uFEFF/;

/** A JSON string, or an object with a text and perhaps an id; without an id, the line's number from 1 is it. */
function readLine(typed: string, number: number): { id: Id; text: string } | { id: Id; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(typed.replace(BYTE_ORDER_MARK, ''));
  } catch {
    return { id: number, error: 'not JSON: expected a string or {"id","text"}' };
  }
  if (typeof value === 'string') return { id: number, text: value };
  const fields: { id?: unknown; text?: unknown } = typeof value === 'object' && value !== null ? value : {};
  const id = typeof fields.id === 'string' || typeof fields.id === 'number' ? fields.id : number;
  if (typeof fields.text === 'string') return { id, text: fields.text };
  return { id, error: 'no text: expected a string or {"id","text"}' };
}
