// The real bot over a real store in a file of its own, with a clock that tests turn, and people who ask.
import { expect, onTestFinished } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { type BotOptions, createBot } from '../../src/bot.ts';
import type { Announced } from '../../src/commands/visit.ts';
import type { Asker, Bot, Place, Pressed } from '../../src/port.ts';
import { type Asked, ask } from '../../src/quiz/asked.ts';
import { itemById } from '../../src/quiz/questions/index.ts';
import { newId } from '../../src/store/id.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { engines } from '../store/engines.ts';
import { HOUR, MORNING } from '../store/sample.ts';
import { expectPromises } from './ask.ts';

export { DAY, HOUR, MINUTE, MORNING } from '../store/sample.ts';

/** Which has three options, one of them right. */
export const CONFLICT = 'situation:409:something-else-still-depends';

export interface Pose {
  readonly place?: Place;
  readonly item?: string;
  readonly date?: string;
  /** False: asked for with `quiz now`. */
  readonly scheduled?: boolean;
  readonly status?: 'sent' | 'unknown' | 'sending';
}

export interface Posed {
  readonly id: string;
  readonly asked: Asked;
  readonly right: number;
  readonly wrong: number;
  /** When its solution is planned. */
  readonly reveal: number;
}

export interface Room {
  readonly store: Store;
  readonly bot: Bot;
  readonly place: Place;
  /** What channels were told, and what becomes of the next word. */
  readonly told: { readonly place: Place; readonly answer: Answer }[];
  announced: Announced;
  /** How often there was something to post at once. */
  woken: number;
  /** Epoch milliseconds. */
  now: number;
  /** Somebody in the room's channel, unless told otherwise. */
  person(user: string, as?: Partial<Asker>): Guest;
  /** A question that stands in a channel. */
  pose(as?: Pose): Promise<Posed>;
}

export interface Guest {
  readonly by: Asker;
  /** What they are told, which keeps the promises of every answer; but for problems, which have their own. */
  ask(line: string, from?: Pressed): Promise<Answer>;
  /** The same as plain text. */
  read(line: string, from?: Pressed): Promise<string>;
}

export const slackPlace: Place = { platform: 'slack', team: 'T1', channel: 'C1' };

/** @param more what else the bot is given */
export async function openRoom(place: Place = slackPlace, more: BotOptions = {}): Promise<Room> {
  const sqlite = engines.find(({ engine }) => engine === 'sqlite') ?? expect.unreachable();
  const database = await sqlite.create();
  const store = await openStore(database.url);
  onTestFinished(async () => {
    await store.close();
    await database.drop();
  });
  const room: Room = {
    store,
    place,
    told: [],
    announced: 'posted',
    woken: 0,
    now: MORNING,
    bot: createBot({
      store,
      log: {
        info: () => undefined,
        warn: (fields) => expect.unreachable(`logged ${JSON.stringify(fields)}`),
        error: (fields) => expect.unreachable(`logged ${JSON.stringify(fields)}`),
      },
      now: () => room.now,
      announce: async (where, answer) => {
        room.told.push({ place: where, answer });
        return room.announced;
      },
      wake: () => {
        room.woken += 1;
      },
      ...more,
    }),
    person: (user, as = {}) => {
      const by: Asker = { ...place, user, manages: async () => true, ...as };
      const asks: Guest['ask'] = async (line, from) => {
        const answer = await room.bot.ask({ kind: 'line', by, line, ...(from !== undefined && { from }) });
        if (answer === null) return expect.unreachable('the bot always answers');
        if (answer.about.kind !== 'error') expectPromises(answer);
        return answer;
      };
      return { by, ask: asks, read: async (line, from) => toPlain(await asks(line, from)) };
    },
    pose: (as = {}) => pose(room, as),
  };
  return room;
}

async function pose({ store, place: home, now }: Room, as: Pose): Promise<Posed> {
  const { place = home, item = CONFLICT, date = '2026-11-25', scheduled = true, status = 'sent' } = as;
  const id = newId(now);
  const asked = ask(itemById(item) ?? expect.unreachable(`no item ${item}`), id);
  const slot = scheduled ? date : id;
  const reveal = now + 6 * HOUR;
  const row = { place, date, slot };
  await store.deliveries.insert({ ...row, id, kind: 'quiz', notBefore: now });
  await store.deliveries.insert({ ...row, id: newId(now), kind: 'reveal', parent: id, notBefore: reveal });
  const owner = newId();
  const claimed = await store.deliveries.claim({ owner, now, leaseMs: HOUR, limit: 1000 });
  expect(claimed.map((one) => one.id)).toContain(id);
  await store.deliveries.begin(id, owner, { item, payload: asked }, now);
  if (status === 'sent') await store.deliveries.markSent(id, owner, `message of ${id}`, now);
  if (status === 'unknown') await store.deliveries.markUnknown(id, owner, 'timeout', null);
  const right = asked.right[0] ?? expect.unreachable();
  const wrong = asked.options.findIndex((_, index) => !asked.right.includes(index));
  return { id, asked, right, wrong, reveal };
}

/** Closed, as the reveal does it. */
export async function close({ store, now }: Room, { id }: Posed): Promise<void> {
  await store.deliveries.close(id, now);
}
