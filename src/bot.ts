// The bot: an Ask goes in, an Answer comes out, whatever happens.
import { randomBytes } from 'node:crypto';
import type { Answer } from './answer/answer.ts';
import { completeLine, completeZone } from './commands/completions.ts';
import { deskFor } from './commands/desks.ts';
import { answer, commands, menu } from './commands/index.ts';
import { maskSecrets } from './commands/mask.ts';
import { takeNotices, withNotices } from './commands/quiz/notices.ts';
import type { Room } from './commands/visit.ts';
import type { Ask, Bot, Log } from './port.ts';
import { read, readMessage } from './query/read.ts';
import type { Reading } from './query/reading.ts';
import type { Notice } from './store/records.ts';

/** Hexadecimal digits of a failure's id: short enough to be read out, long enough to find one line in a log. */
const ID_BYTES = 3;
/** Places of the stack that are logged. */
const PLACES = 8;

export interface BotOptions extends Partial<Room> {
  /** Where unexpected failures are written, under the id that the asker sees; nowhere without it. */
  readonly log?: Log;
}

/**
 * The bot. Questions about codes are answered from the catalog alone. The quiz needs a store: without one there is only
 * practice, and nothing is remembered.
 */
export function createBot({ log, ...given }: BotOptions = {}): Bot {
  const room: Room = { ...alone, ...given };

  function fromCatalog(ask: Ask): Answer {
    return answer(understand(ask), { ask, now: room.now() });
  }

  async function answerTo(ask: Ask): Promise<Answer> {
    try {
      if (ask.kind === 'explain') return { ...fromCatalog(ask), audience: 'asker' };
      return (await deskFor(ask)?.answer(ask, room)) ?? fromCatalog(ask);
    } catch (failure) {
      const id = randomBytes(ID_BYTES).toString('hex');
      log?.error({ id, kind: ask.kind, platform: ask.by.platform, ...anatomy(failure) }, 'could not answer');
      return apology(id);
    }
  }

  /** Where it fails, it must not cost the answer. */
  async function noticesFor(ask: Ask): Promise<readonly Notice[]> {
    try {
      if (room.store === null || ask.kind === 'explain' || deskFor(ask)?.isInPassing?.(ask)) return [];
      return await takeNotices(ask.by, room.store);
    } catch (failure) {
      log?.warn({ platform: ask.by.platform, ...anatomy(failure) }, 'could not look for notices');
      return [];
    }
  }

  return {
    ask: async (ask) => {
      // Before the answer, which may settle what they are about.
      const notices = await noticesFor(ask);
      const answered = await answerTo(ask);
      return notices.length === 0 ? answered : withNotices(answered, notices, ask.by);
    },
    heed: async ({ platform, team, member }) => {
      try {
        if (member) await room.store?.upkeep.readmit(platform, team);
        else await room.store?.upkeep.remove(platform, team, room.now());
      } catch (failure) {
        log?.error({ platform, team, member, ...anatomy(failure) }, 'could not note where Teapot is');
      }
    },
    suggest: (typed, topic) => (topic === 'zone' ? completeZone(typed) : completeLine(typed)),
    commands,
    menu,
  };
}

/** Where nothing is remembered, nothing can be posted either. */
const alone: Room = { store: null, now: Date.now, announce: async () => 'failed', wake: () => {} };

/** Pastes are read with their secrets masked, so that no proof can show one. A question is read as it was typed. */
function understand(ask: Ask): Reading {
  if (ask.kind === 'explain') return readMessage(maskSecrets(ask.text));
  const said = ask.kind === 'line' ? ask.line : ask.text;
  const reading = read(said);
  return quotes(reading) ? read(maskSecrets(said)) : reading;
}

/** Whether an answer would quote the text: the proof of a code, or the evidence of who ended a request. */
function quotes(reading: Reading): boolean {
  return reading.kind === 'paste' || ('verdict' in reading && reading.verdict !== undefined);
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
