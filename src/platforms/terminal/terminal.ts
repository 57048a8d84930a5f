// A chat in the terminal: a platform like the others, for one person and without an account.
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import type { Choice } from '../../answer/answer.ts';
import type { Bot, Platform } from '../../port.ts';
import { draw } from './draw.ts';
import { write } from './output.ts';
import type { Look } from './render.ts';
import { readTyped } from './typed.ts';

const PROMPT = 'teapot> ';
/** Lines that come closer together than this were pasted, not typed. In milliseconds. */
const PASTED_WITHIN = 25;

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Shows a prompt and takes lines that come together as one paste. Default: whether `output` is a screen. */
  readonly interactive?: boolean;
  /** Columns; default: those of `output`. Without any, answers are plain text. */
  readonly width?: number;
  readonly colour?: boolean;
}

export interface Terminal extends Platform {
  /** Resolves when the person has left or the input has ended. */
  readonly closed: Promise<void>;
}

/** A chat between whoever types into `input` and the bot. It starts with the next line and ends with the input, "exit" or stop(). */
export function createTerminal(options: TerminalOptions): Terminal {
  const { input, output, interactive = output instanceof WriteStream } = options;
  const closed = Promise.withResolvers<void>();
  const look: Partial<Look> = {
    ...(options.width !== undefined && { width: options.width }),
    ...(options.colour !== undefined && { colour: options.colour }),
  };
  let reader: Interface | null = null;

  async function converse(bot: Bot, lines: Interface): Promise<void> {
    let choices: readonly Choice[] = [];
    let open = true;
    lines.once('close', () => {
      open = false;
    });
    for await (const turn of interactive ? pastes(lines) : singly(lines)) {
      const typed = readTyped(turn, choices, bot.commands);
      if (typed.kind === 'leave') break;
      const answer = typed.kind === 'ask' ? await bot.ask(typed.ask) : null;
      if (answer !== null) {
        choices = answer.choices;
        await write(output, `${interactive ? '\n' : ''}${draw(answer, output, look)}\n\n`);
      }
      // The input may have ended meanwhile.
      if (interactive && open) lines.prompt();
    }
    lines.close();
  }

  return {
    name: 'terminal',
    closed: closed.promise,
    start: async (bot) => {
      const lines = createInterface({
        input,
        ...(interactive && { output }),
        terminal: output instanceof WriteStream && interactive,
        prompt: PROMPT,
      });
      reader = lines;
      lines.on('SIGINT', () => lines.close());
      converse(bot, lines).then(closed.resolve, closed.reject);
      if (interactive) lines.prompt();
    },
    stop: async () => {
      reader?.close();
      if (reader !== null) await closed.promise;
    },
  };
}

async function* singly(lines: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  for await (const line of lines) yield [line];
}

/** Gathers the lines that come within a moment of each other. */
async function* pastes(lines: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  const reading = lines[Symbol.asyncIterator]();
  let next = reading.next();
  for (;;) {
    const first = await next;
    if (first.done) return;
    const turn = [first.value];
    next = reading.next();
    for (let more = await soon(next); more && !more.done; more = await soon(next)) {
      turn.push(more.value);
      next = reading.next();
    }
    yield turn;
  }
}

async function soon<T>(promise: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, PASTED_WITHIN, null);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
