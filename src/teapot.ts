// Teapot put together: from a configuration to a store, platforms, a bot, and whoever posts.
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { createBot } from './bot.ts';
import type { Announce } from './commands/visit.ts';
import type { Config } from './config.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Broadcaster, Log } from './port.ts';
import { prepareSituations } from './query/situations.ts';
import type { Store } from './store/store.ts';

/** A command has three seconds for its answer, which says what became of a word to the channel. In milliseconds. */
const ANNOUNCE_WITHIN = 1_500;
/** Characters of a post's key: what Discord takes. */
const KEY = 25;

export interface TeapotOptions {
  readonly log: Log;
  /** Epoch milliseconds: what everything in here takes for the time. */
  readonly now?: () => number;
  /** Called when a platform has turned the bot away for good; the log says why. */
  readonly onFatal: () => void;
}

export interface Teapot {
  /** Opens the store, connects to the platforms and begins to post. @returns whether all of it runs; the log says what does not */
  start(): Promise<boolean>;
  /** Stops what has been started, also during the start: whoever posts, then the platforms, then the store that both use. */
  stop(): Promise<void>;
  /** Posts what is due, and resolves when nothing is any more. */
  post(): Promise<void>;
  /** When the next quiz, the next solution or anything at all is to be posted, in epoch milliseconds; null: nothing is to come. */
  due(what: 'quiz' | 'reveal' | 'anything'): Promise<number | null>;
}

interface Part {
  stop(): Promise<unknown>;
}

/** Makes a Teapot of what the configuration names. Nothing is opened before `start`. */
export function createTeapot(config: Config, { log, now = Date.now, onFatal }: TeapotOptions): Teapot {
  /** What has been started, in the order in which it is to be stopped. */
  const started: Part[] = [];
  let running: { readonly store: Store; readonly delivery: Delivery } | null = null;

  async function post(): Promise<void> {
    await running?.delivery.tick().catch((thrown: unknown) => log.warn({ reason: reasonOf(thrown) }, 'could not post'));
  }

  return {
    start: async () => {
      const store = await openMemory(config, log);
      if (store === null) return false;
      started.unshift({ stop: () => store.close() });
      const platforms = await connectable(config, { log, now, onFatal });
      started.unshift({ stop: () => Promise.allSettled(platforms.map((platform) => platform.stop())) });
      const posting = await createPosting(config, { store, platforms, log, now });
      started.unshift(posting);
      running = { store, delivery: posting.delivery };
      const bot = createBot({ log, store, now, announce: announcer(platforms, log), wake: () => void post() });
      const connected = await Promise.allSettled(
        platforms.map(async (platform) => {
          await platform.start(bot).catch((thrown: unknown) => {
            log.error({ platform: platform.name, reason: reasonOf(thrown) }, `${platform.name}: cannot start`);
            throw thrown;
          });
          log.info({ platform: platform.name }, `${platform.name}: ready`);
        }),
      );
      if (connected.some(({ status }) => status === 'rejected')) {
        // Perhaps because Teapot was removed: then what it keeps must go all the same, start after start.
        await posting.keep();
        return false;
      }
      posting.start();
      // Built now and not at the first question, which has three seconds to be answered.
      void prepareSituations(breathe);
      return true;
    },
    stop: async () => {
      for (const one of [...started])
        await one.stop().catch((thrown: unknown) => log.warn({ reason: reasonOf(thrown) }, 'could not stop cleanly'));
    },
    post,
    due: async (what) => (running === null ? null : await dueIn(running.store, what)),
  };
}

export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Opened before anybody is let in: what cannot be remembered should not be asked. Null where it cannot be. */
async function openMemory({ databaseUrl }: Config, log: Log): Promise<Store | null> {
  const { openStore } = await import('./store/open.ts');
  try {
    return await openStore(databaseUrl, { log });
  } catch (thrown) {
    log.error({ reason: reasonOf(thrown) }, 'cannot open the database');
    return null;
  }
}

/** The platforms that the configuration names. Their libraries load only when they are wanted. */
async function connectable(config: Config, room: Required<TeapotOptions>): Promise<readonly Broadcaster[]> {
  const { slack, discord, commands, port } = config;
  const { log, now, onFatal } = room;
  const platforms: Broadcaster[] = [];
  if (slack) {
    const { createSlack } = await import('./platforms/slack/slack.ts');
    platforms.push(createSlack({ ...slack, commands, port, log, now }));
  }
  if (discord) {
    const { createDiscord } = await import('./platforms/discord/discord.ts');
    platforms.push(createDiscord({ ...discord, log, now, onFatal }));
  }
  return platforms;
}

/** Says something in a channel, in the time that a command has for its answer. */
function announcer(platforms: readonly Broadcaster[], log: Log): Announce {
  return async (place, answer) => {
    const platform = platforms.find(({ name }) => name === place.platform);
    if (platform === undefined) return 'failed';
    const untold = (thrown: unknown) =>
      log.info({ ...place, reason: reasonOf(thrown) }, 'could not tell a channel of a change');
    const said = platform.post(place, answer, randomUUID().slice(0, KEY)).then(
      ({ message, unnamed }) => {
        if (unnamed) void platform.edit(place, { message }, answer).catch(untold);
        return 'posted' as const;
      },
      (thrown: unknown) => {
        untold(thrown);
        return 'failed' as const;
      },
    );
    return await Promise.race([said, pause(ANNOUNCE_WITHIN, 'unsure' as const, { ref: false })]);
  };
}

/** What the clock does: posts, and deletes what is no longer needed. */
async function createPosting(
  { purgeDays, discord }: Config,
  room: {
    readonly store: Store;
    readonly platforms: readonly Broadcaster[];
    readonly log: Log;
    readonly now: () => number;
  },
): Promise<Part & { readonly delivery: Delivery; start(): void; keep(): Promise<void> }> {
  const { createDelivery } = await import('./delivery/delivery.ts');
  const { createKeeping } = await import('./delivery/keeping.ts');
  const delivery = createDelivery({ ...room, broadcasters: room.platforms, replicas: discord?.shard?.count ?? 1 });
  const keeping = createKeeping({ ...room, purgeDays });
  return {
    delivery,
    keep: keeping.keep,
    start: () => {
      delivery.start();
      keeping.start();
    },
    stop: () => Promise.all([delivery.stop(), keeping.stop()]),
  };
}

/** Planned already, or still only a schedule. */
async function dueIn({ schedules, deliveries }: Store, what: 'quiz' | 'reveal' | 'anything'): Promise<number | null> {
  const row = await deliveries.earliest(what === 'anything' ? undefined : what);
  const schedule = what === 'reveal' ? null : await schedules.earliestNextRun();
  if (row === null || schedule === null) return row ?? schedule;
  return Math.min(row, schedule);
}
