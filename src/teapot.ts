// Teapot put together: from a configuration to a store, platforms, a bot, and whoever posts.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type BotOptions, createBot } from './bot.ts';
import type { Announce } from './commands/visit.ts';
import type { Config, InstallsConfig } from './config.ts';
import type { Delivery } from './delivery/delivery.ts';
import { createGathering } from './experience/gathering.ts';
import type { Section } from './house/house.ts';
import { metered } from './metered.ts';
import type { Broadcaster, Log, Meter, Route } from './port.ts';
import { createReplicas, type Replicas } from './replicas/index.ts';
import type { Store } from './store/store.ts';
import { troublesOf } from './store/troubles.ts';

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
  /** What the file of rules and own codes says at the moment. */
  readonly house?: () => readonly Section[];
  /** Of another Teapot in this process, which gathers what sentences are held against: once is enough. */
  readonly prepare?: () => Promise<void>;
  /** Told of every answer, post and request. */
  readonly meter?: Meter;
  /** Told what is to be answered over HTTP, before the start of the platforms. Without it, nothing is. */
  readonly serve?: (routes: readonly Route[]) => void;
}

export interface Teapot {
  /** Opens the store, connects to the platforms and begins to post. @returns whether all of it runs; the log says what does not */
  start(): Promise<boolean>;
  /** Stops what has been started, also during the start: whoever posts, then the platforms, then the store that both use. */
  stop(): Promise<void>;
  /** Posts what is due, and resolves when nothing is any more. */
  post(): Promise<void>;
  /** What is wrong with each thing that Teapot needs, in a few words; null where it is well. Never rejects. */
  troubles(): Promise<Readonly<Record<string, string | null>>>;
  /** What is worth knowing though nothing is wrong, by the same names. */
  notes(): Readonly<Record<string, string>>;
  /** Posts that are due and not taken yet, and for how long the oldest has been; null before the start. */
  backlog(): Promise<{ readonly due: number; readonly oldestMs: number } | null>;
  /** When the next quiz, the next solution or anything at all is to be posted, in epoch milliseconds; null: nothing is to come. */
  due(what: 'quiz' | 'reveal' | 'anything'): Promise<number | null>;
}

type Room = Required<Pick<TeapotOptions, 'log' | 'meter' | 'now' | 'onFatal'>>;

interface Part {
  stop(): Promise<unknown>;
}

/** Makes a Teapot of what the configuration names. Nothing is opened before `start`. */
export function createTeapot(
  config: Config,
  { log, now = Date.now, onFatal, house = () => [], prepare, meter = () => {}, serve = () => {} }: TeapotOptions,
): Teapot {
  /** What has been started, in the order in which it is to be stopped. */
  const started: Part[] = [];
  let running: { readonly store: Store; readonly delivery: Delivery } | null = null;
  let connecting: readonly Broadcaster[] = [];

  async function post(): Promise<void> {
    await running?.delivery.tick().catch((thrown: unknown) => log.warn({ reason: reasonOf(thrown) }, 'could not post'));
  }

  return {
    start: async () => {
      const gathering = prepare === undefined ? createGathering() : { prepare, stop: async () => {} };
      started.unshift(gathering);
      const store = await openMemory(config, log);
      if (store === null) return false;
      started.unshift({ stop: () => store.close() });
      const replicas = createReplicas({ leases: store.leases, shard: config.discord?.shard, log });
      started.unshift({ stop: replicas.end });
      const { claims } = store;
      const platforms = await connectable(config, { log, meter, now, onFatal }, { ...replicas, claims, store });
      started.unshift({ stop: () => Promise.allSettled(platforms.map((platform) => platform.stop())) });
      connecting = platforms;
      serve(platforms.flatMap(({ routes = [] }) => routes));
      const posting = await createPosting(config, { store, platforms, log, meter, now, standing: replicas.standing });
      started.unshift(posting);
      running = { store, delivery: posting.delivery };
      const bot = createBot({
        log,
        store,
        house,
        now,
        prepare: gathering.prepare,
        announce: announcer(platforms, log),
        wake: () => void post(),
        hears: hearsOn(config),
      });
      const counted = metered(bot, meter);
      const connected = await Promise.allSettled(
        platforms.map(async (platform) => {
          await platform.start(counted).catch((thrown: unknown) => {
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
      if (config.slack !== null) replicas.begin();
      posting.start();
      return true;
    },
    stop: async () => {
      for (const one of [...started])
        await one.stop().catch((thrown: unknown) => log.warn({ reason: reasonOf(thrown) }, 'could not stop cleanly'));
    },
    post,
    troubles: async () => ({
      ...(running === null ? { database: 'not open yet' } : await troublesOf(running.store)),
      ...Object.fromEntries(connecting.map((platform) => [platform.name, platform.trouble?.() ?? null])),
    }),
    notes: () => Object.fromEntries(connecting.flatMap(({ name, note }) => (note?.() ? [[name, note() ?? '']] : []))),
    backlog: async () => {
      if (running === null) return null;
      const { count, oldest } = await running.store.deliveries.backlog(Math.floor(now()));
      return { due: count, oldestMs: oldest === null ? 0 : Math.max(0, now() - oldest) };
    },
    due: async (what) => (running === null ? null : await dueIn(running.store, what)),
  };
}

export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Where whoever runs Teapot lets it listen. */
function hearsOn({ slack, discord }: Config): NonNullable<BotOptions['hears']> {
  return [...(slack?.passive ? ['slack' as const] : []), ...(discord?.passive ? ['discord' as const] : [])];
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
async function connectable(
  config: Config,
  room: Room,
  { shards, claims, store }: Pick<Replicas, 'shards'> & Pick<Store, 'claims'> & { readonly store: Store },
): Promise<readonly Broadcaster[]> {
  const { slack, discord, commands } = config;
  const { log, meter, now, onFatal } = room;
  const platforms: Broadcaster[] = [];
  if (slack) {
    const { createSlack } = await import('./platforms/slack/slack.ts');
    const { installs, ...access } = slack;
    const kept = installs === undefined ? {} : { installs: await withVault(installs, store, room) };
    platforms.push(createSlack({ ...access, ...kept, commands, log, meter, now, onFatal, ...(claims && { claims }) }));
  }
  if (discord) {
    const { createDiscord } = await import('./platforms/discord/discord.ts');
    const { createSharedDiscord } = await import('./platforms/discord/shared.ts');
    const { shard: _, ...access } = discord;
    const options = { ...access, log, meter, now, onFatal };
    platforms.push(shards === null ? createDiscord(options) : createSharedDiscord({ ...options, ...shards }));
  }
  return platforms;
}

/** The tokens of the workspaces that install Teapot are sealed: where a key is missing, it is said at once. */
async function withVault({ keys, ...settings }: InstallsConfig, { installations }: Store, { log, now }: Room) {
  const { createSeal } = await import('./store/seal.ts');
  const { createVault, findUnopenable } = await import('./store/vault.ts');
  const seal = createSeal(keys);
  const problems = await findUnopenable(installations, seal);
  const [reason] = problems;
  if (reason !== undefined) log.error({ tokens: problems.length, reason }, 'slack: some tokens cannot be opened');
  return { ...settings, installations: createVault('slack', installations, seal, now) };
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
  { purgeDays }: Config,
  room: {
    readonly store: Store;
    readonly platforms: readonly Broadcaster[];
    readonly log: Log;
    readonly meter: Meter;
    readonly now: () => number;
    readonly standing: Replicas['standing'];
  },
): Promise<Part & { readonly delivery: Delivery; start(): void; keep(): Promise<void> }> {
  const { createDelivery } = await import('./delivery/delivery.ts');
  const { createKeeping } = await import('./delivery/keeping.ts');
  const delivery = createDelivery({ ...room, broadcasters: room.platforms });
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
