// The bot: an Ask goes in, an Answer comes out, whatever happens.
import { randomBytes } from 'node:crypto';
import type { Answer } from './answer/answer.ts';
import { completeLine } from './commands/completions.ts';
import { answer, commands, menu } from './commands/index.ts';
import { maskSecrets } from './commands/mask.ts';
import type { Ask, Bot, Log } from './port.ts';
import { read, readMessage } from './query/read.ts';
import type { Reading } from './query/reading.ts';

/** Hexadecimal digits of a failure's id: short enough to be read out, long enough to find one line in a log. */
const ID_BYTES = 3;
/** Places of the stack that are logged. */
const PLACES = 8;

/** @param log where unexpected failures are written, under the id that the asker sees; nowhere without it */
export function createBot({ log }: { readonly log?: Log } = {}): Bot {
  return {
    ask: async (ask) => {
      try {
        return answerTo(ask);
      } catch (failure) {
        const id = randomBytes(ID_BYTES).toString('hex');
        log?.error({ id, kind: ask.kind, platform: ask.by.platform, ...anatomy(failure) }, 'could not answer');
        return apology(id);
      }
    },
    suggest: completeLine,
    commands,
    menu,
  };
}

function answerTo(ask: Ask): Answer {
  const answered = answer(understand(ask), ask);
  return ask.kind === 'explain' ? { ...answered, audience: 'asker' } : answered;
}

/** Pastes are read with their secrets masked, so that no proof can show one. A question is read as it was typed. */
function understand(ask: Ask): Reading {
  if (ask.kind === 'explain') return readMessage(maskSecrets(ask.text));
  const said = ask.kind === 'line' ? ask.line : ask.text;
  const reading = read(said);
  return reading.kind === 'paste' ? read(maskSecrets(said)) : reading;
}

/** What may be logged of a failure: its name and where it happened. Its message could quote what somebody typed. */
function anatomy(failure: unknown): { readonly failure: string; readonly at: readonly string[] } {
  if (!(failure instanceof Error)) return { failure: typeof failure, at: [] };
  const places = (failure.stack ?? '').split('\n').map((line) => line.trim());
  return { failure: failure.name, at: places.filter((line) => line.startsWith('at ')).slice(0, PLACES) };
}

function apology(id: string): Answer {
  return {
    title: 'Sorry, I could not answer that',
    tone: 'neutral',
    blocks: [
      {
        kind: 'text',
        text: [
          'The fault is mine, not your question’s. If it happens again, report it with the id ',
          { code: id },
          '.',
        ],
      },
    ],
    choices: [{ label: 'Help', line: 'help' }],
    links: [],
    audience: 'asker',
    about: { kind: 'error', codes: [], class: null },
  };
}
