// The bot: an Ask goes in, an Answer comes out, whatever happens.
import { randomBytes } from 'node:crypto';
import { anatomyOf } from './anatomy.ts';
import type { Answer, Span } from './answer/answer.ts';
import { noteReaction, settingOf } from './commands/channel/setting.ts';
import { completeLine, completeZone } from './commands/completions.ts';
import { deskFor } from './commands/desks.ts';
import { withHouse } from './commands/house.ts';
import { asksForStack, type Stack } from './commands/in-stack.ts';
import { answer, commands, guide, menu } from './commands/index.ts';
import { takeNotices, withNotices } from './commands/quiz/notices.ts';
import type { Room } from './commands/visit.ts';
import { type Cooldown, createCooldown } from './cooldown/cooldown.ts';
import { sectionsFor } from './house/house.ts';
import type { Ask, Asker, Bot, Log } from './port.ts';
import { mightFail, speaksOfFailure } from './query/overheard.ts';
import type { Reading } from './query/reading.ts';
import { NotYetExperienced, prepareSituations } from './query/situations.ts';
import { productsOf } from './query/stack/products.ts';
import type { Notice } from './store/records.ts';
import { readable, understand } from './understanding.ts';

/** Hexadecimal digits of a failure's id: short enough to be read out, long enough to find one line in a log. */
const ID_BYTES = 3;

/** Platforms wait three seconds for an answer, which may look for two things that come with it. In milliseconds. */
const SOON = 700;

export interface BotOptions extends Partial<Room> {
  /** What requests pass, wherever somebody asks: in a terminal. Otherwise each channel has its own. */
  readonly stack?: Stack;
  /** Where unexpected failures are written, under the id that the asker sees; nowhere without it. */
  readonly log?: Log;
  /** Resolves once sentences can be read: before that, reading one takes seconds in which nobody else is answered. */
  readonly prepare?: () => Promise<void>;
  /** Who asks too fast; in real time, unless given. */
  readonly cooldown?: Cooldown;
}

/**
 * The bot. Questions about codes are answered from the catalog alone. The quiz needs a store: without one there is only
 * practice, and nothing is remembered.
 */
export function createBot({ log, cooldown = createCooldown(), ...given }: BotOptions = {}): Bot {
  const room: Room = { ...alone, ...given };

  /** What the catalog says, with what the team says itself. */
  async function fromCatalog(ask: Ask): Promise<Answer> {
    if (room.store === null && room.house().length === 0) return answerAlone(ask);
    return withHouse(ask, { ...room, alone: answerAlone, orElse: (looking, none) => orElse(looking, none, ask.by) });
  }

  /** Where something of the team's cannot be looked up, it must not cost the answer. */
  async function orElse<Found>(looking: Promise<Found>, otherwise: Found, by: Asker): Promise<Found> {
    try {
      return await soon(looking);
    } catch (failure) {
      // While the database is away, that is said once, and not with every question.
      if (!isAway())
        log?.warn({ platform: by.platform, ...anatomyOf(failure) }, 'could not look up the rules of the house');
      return otherwise;
    }
  }

  /** Whether the database is known not to be usable right now. */
  function isAway(): boolean {
    return (room.store?.trouble() ?? null) !== null;
  }

  async function answerAlone(ask: Ask): Promise<Answer> {
    const reading = await inTime(() => understand(ask));
    const stack = asksForStack(reading) ? await stackFor(ask.by) : [];
    return answer(reading, { ask, now: room.now(), stack });
  }

  /** A sentence right after the start waits for what it is held against; a number does not. */
  async function inTime(reading: () => Reading): Promise<Reading> {
    try {
      return reading();
    } catch (thrown) {
      if (!(thrown instanceof NotYetExperienced)) throw thrown;
      await (given.prepare ?? prepareSituations)();
      return reading();
    }
  }

  /** Where it cannot be looked up, it must not cost the answer. */
  async function stackFor(by: Asker): Promise<Stack> {
    try {
      return given.stack ?? productsOf((await soon(settingOf(by, room.store)))?.stack ?? []);
    } catch (failure) {
      if (!isAway()) log?.warn({ platform: by.platform, ...anatomyOf(failure) }, 'could not look up the stack');
      return [];
    }
  }

  /** What somebody reads who asks too fast, or silence; undefined where they do not. */
  function heldBack(ask: Ask): Answer | null | undefined {
    const held = cooldown.hold(ask, counts(ask));
    if (held?.isFirst) log?.info({ ...idsOf(ask.by), by: held.by }, 'somebody asks too fast');
    return held?.answer;
  }

  async function answerTo(asked: Ask): Promise<Answer> {
    try {
      const ask = readable(asked);
      if (ask.kind === 'explain') return { ...(await fromCatalog(ask)), audience: 'asker' };
      return (await deskFor(ask)?.answer(ask, room)) ?? (await fromCatalog(ask));
    } catch (failure) {
      // The log has it once, and not with everybody who presses a quiz's buttons meanwhile.
      if (isAway()) return cannotRemember;
      const id = randomBytes(ID_BYTES).toString('hex');
      log?.error({ id, kind: asked.kind, platform: asked.by.platform, ...anatomyOf(failure) }, 'could not answer');
      return apology(id);
    }
  }

  /** Where it fails, it must not cost the answer. */
  async function noticesFor(ask: Ask): Promise<readonly Notice[]> {
    try {
      if (room.store === null || ask.kind === 'explain' || deskFor(ask)?.isInPassing?.(ask)) return [];
      // What is taken and comes too late would be lost.
      return isAway() ? [] : await soon(takeNotices(ask.by, room.store));
    } catch (failure) {
      if (!isAway()) log?.warn({ platform: ask.by.platform, ...anatomyOf(failure) }, 'could not look for notices');
      return [];
    }
  }

  return {
    ask: async (ask) => {
      const held = heldBack(ask);
      if (held !== undefined) return held;
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
        log?.error({ platform, team, member, ...anatomyOf(failure) }, 'could not note where Teapot is');
      }
    },
    overhears: async (by, text) => {
      try {
        if (!mightFail(text) || (await settingOf(by, room.store))?.passive !== true) return false;
        return speaksOfFailure(text);
      } catch (failure) {
        log?.warn({ platform: by.platform, ...anatomyOf(failure) }, 'could not tell whether to react');
        return false;
      }
    },
    reacted: async (by, allowed) => {
      try {
        await noteReaction(by, room.store, allowed ? null : room.now());
      } catch (failure) {
        log?.warn({ platform: by.platform, ...anatomyOf(failure) }, 'could not note what became of a reaction');
      }
    },
    suggest: (typed, topic, by) => {
      if (by !== undefined && !cooldown.completes(by)) return [];
      if (topic === 'zone') return completeZone(typed);
      return completeLine(typed, sectionsFor(room.house(), by?.platform ?? 'terminal', by?.team ?? null));
    },
    commands,
    menu,
    guide,
  };
}

/** What comes with an answer comes soon, or the answer without it. @throws where it takes longer */
async function soon<Found>(looking: Promise<Found>): Promise<Found> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the database does not answer in time')), SOON);
  return await Promise.race([looking, late.promise]).finally(() => clearTimeout(timer));
}

/** Where nothing is remembered, nothing can be posted either. */
const alone: Room = {
  store: null,
  house: () => [],
  now: Date.now,
  announce: async () => 'failed',
  wake: () => {},
  hears: [],
};

/** Where it cannot be told, answering it fails as well, and says so. */
function counts(ask: Ask): boolean {
  try {
    return ask.kind !== 'explain' && (deskFor(ask)?.counts?.(ask) ?? false);
  } catch {
    return false;
  }
}

function idsOf({ platform, team, channel, user }: Asker) {
  return { platform, team, channel, user };
}

function apology(id: string): Answer {
  return fault('Sorry, I could not answer that', [
    'The fault is mine, not your question’s. If it happens again, report it with the id ',
    { code: id },
    '.',
  ]);
}

const cannotRemember = fault('I cannot remember anything right now', [
  'My database is out of order, so nothing was saved and nothing was counted. Try again in a few minutes. Codes I can explain all the same.',
]);

function fault(title: string, text: readonly Span[]): Answer {
  return {
    title,
    tone: 'neutral',
    blocks: [{ kind: 'text', text }],
    choices: [{ label: 'Help', line: 'help' }],
    links: [],
    audience: 'asker',
    about: { kind: 'error', codes: [], class: null, isFault: true },
  };
}
