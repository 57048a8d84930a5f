// A delivery over a real store, with platforms that do what they are told and a clock that stands still.

import type { Answer } from '../../src/answer/answer.ts';
import { namesPeople } from '../../src/answer/people.ts';
import { createDelivery, type Delivery, type DeliveryOptions } from '../../src/delivery/delivery.ts';
import type { Rates } from '../../src/delivery/rate.ts';
import type { Broadcaster, FailureKind, Log, Place, Posted, PostFailure } from '../../src/port.ts';
import type { Delivery as Row, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { place as newPlace, schedule, TODAY } from '../store/sample.ts';

/** The quiz of a channel on a date. */
export async function quizOn({ deliveries }: Store, at: Place, date = TODAY): Promise<Row> {
  const [row] = await deliveries.list(at, { from: date, to: date }, ['quiz']);
  if (row === undefined) throw new Error(`no quiz on ${date}`);
  return row;
}

/** A channel that is asked on weekdays, alone in the world. */
export async function channelIn(
  { schedules }: Store,
  platform: Place['platform'],
  changes: Partial<Schedule> = {},
): Promise<Place> {
  const at = newPlace(platform);
  await schedules.set(schedule(at, { skips: [], digest: false, setBy: 'U7', ...changes }));
  return at;
}

export interface Said {
  readonly place: Place;
  readonly answer: Answer;
  readonly key: string;
  readonly replyTo: Posted | null;
  readonly message: string;
}

export interface Voice extends Broadcaster {
  /** Everything that stands, oldest first. */
  readonly said: Said[];
  /** With their places: over a shared store a stage also edits what earlier stages posted, under numbers of their own. */
  readonly edits: { readonly place: Place; readonly message: string; readonly answer: Answer }[];
  /** The keys of all attempts, oldest first. */
  readonly attempts: string[];
  /** The next attempts fail so, one after the other; `null` succeeds. */
  fail(...failures: readonly (Failing | null)[]): void;
  /** Called with each attempt before anything comes of it. */
  onAttempt: (() => void | Promise<void>) | null;
}

export type Failing = {
  readonly failure: FailureKind;
  readonly retryAfter?: number;
  /** It was posted nevertheless. */
  readonly posted?: boolean;
  /** Before its request could do anything. */
  readonly early?: boolean;
};

/** Discord's kind knows its keys again, as the real one does. */
export function createVoice(name: Place['platform']): Voice {
  const failures: (Failing | null)[] = [];
  const said: Said[] = [];
  const voice: Voice = {
    name,
    said,
    edits: [],
    attempts: [],
    onAttempt: null,
    fail: (...more) => void failures.push(...more),
    start: async () => {},
    stop: async () => {},
    post: async (place, answer, key, replyTo, leaving) => {
      if (failures[0]?.early === true) throw failureOf(failures.shift() ?? { failure: 'unknown' });
      await leaving?.();
      voice.attempts.push(key);
      await voice.onAttempt?.();
      const failing = failures.shift() ?? null;
      if (failing !== null && failing.posted !== true) throw failureOf(failing);
      const before = name === 'discord' ? said.find((one) => one.key === key) : undefined;
      const one = before ?? { place, answer, key, replyTo: replyTo ?? null, message: `m${said.length + 1}` };
      if (before === undefined) said.push(one);
      if (failing !== null) throw failureOf(failing);
      return { message: one.message, ...(name === 'slack' && namesPeople(answer) && { unnamed: true }) };
    },
    edit: async (place, { message }, answer) => void voice.edits.push({ place, message, answer }),
  };
  return voice;
}

function failureOf({ failure, retryAfter }: Failing): PostFailure {
  const fields = { name: 'PostFailure', failure, ...(retryAfter !== undefined && { retryAfter }) } as const;
  return Object.assign(new Error(`it was ${failure}`), fields);
}

export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: object;
}

export function createLines(): Log & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: object, message: string) => void lines.push({ level, message, fields });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** Platforms without limits. */
export function unlimited(): Rates {
  const rate = { wait: () => 0, take: () => {}, pause: () => {} };
  return { posts: rate, edits: rate, queueOf: () => 'all', abreast: 1000, ahead: 1000 };
}

export interface Stage {
  readonly slack: Voice;
  readonly discord: Voice;
  readonly log: ReturnType<typeof createLines>;
  readonly delivery: Delivery;
  /** Another process over the same store; the clock is shared. */
  another(owner: string, options?: Partial<DeliveryOptions>): Delivery;
  now(): number;
  /** Moves the clock. */
  at(time: number): void;
  /** Moves the clock and makes a pass. */
  pass(time?: number): ReturnType<Delivery['tick']>;
}

export function createStage(store: Store, start: number, options: Partial<DeliveryOptions> = {}): Stage {
  let time = start;
  const voices = { slack: createVoice('slack'), discord: createVoice('discord') };
  const log = createLines();
  const another = (owner: string, more: Partial<DeliveryOptions> = {}) =>
    createDelivery({
      store,
      broadcasters: [voices.slack, voices.discord],
      log,
      now: () => time,
      random: () => 0.5,
      owner,
      rates: unlimited,
      ...options,
      ...more,
    });
  const delivery = another('process-1');
  return {
    ...voices,
    log,
    delivery,
    another,
    now: () => time,
    at: (moment) => {
      time = moment;
    },
    pass: (moment = time) => {
      time = moment;
      return delivery.tick();
    },
  };
}
