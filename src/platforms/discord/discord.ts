// Discord as a platform: events become questions, answers become cards, and what nobody asked for becomes a post.
import { type Client, Events, RESTEvents, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Bot, Broadcaster, Log, Meter, TakeTurn } from '../../port.ts';
import { type Broadcast, createBroadcast } from './broadcast.ts';
import { createClient, type Shard } from './client.ts';
import { warnOf, watchConnection } from './connection.ts';
import { describe, isTokenRefused, lockedOut, startFailure, whyClosed } from './failure.ts';
import { listen } from './listen.ts';
import { createWaiting, fewLogins, loginInTurn } from './login.ts';
import { discordCommands } from './manifest.ts';
import { postFailure } from './post-failure.ts';
import { register } from './register.ts';

/**
 * Milliseconds for connecting, for the commands, for one attempt to post (all of them within half a minute), for the
 * answers under way at the end, or where others are about to take over, and for closing. Ours.
 */
const PATIENCE = { start: 30_000, commands: 10_000, post: 10_000, stop: 15_000, quit: 1_500, close: 1_000 };
const NOT_STARTED = 'not started';

export interface DiscordOptions {
  readonly token: string;
  /** Whether it hears messages that are not written to it, which takes the message content intent. */
  readonly passive?: boolean;
  /** Without the version; https://discord.com/api unless given. */
  readonly apiUrl?: string;
  readonly log: Log;
  /** Told of every request. */
  readonly meter?: Meter;
  /** Called once, with a line for the console, when Discord turned the bot away for good after the start. */
  readonly onFatal?: (reason: string) => void;
  /** Epoch milliseconds; the playground has a clock of its own. */
  readonly now?: () => number;
  /** The part of the servers this process serves; all of them unless given. */
  readonly shard?: Shard;
  /** Milliseconds to wait for the connection; 30 seconds unless given. */
  readonly patience?: number;
  /** Milliseconds for one of three attempts to post; 10 seconds unless given. */
  readonly postWithin?: number;
  /** Among several processes (shared.ts): a process alone needs nothing of it. */
  readonly among?: Among;
}

export interface Among {
  /** Whether this process may answer right now. */
  readonly isOurs: () => boolean;
  /** How many processes share the bot's requests right now. */
  readonly processes: () => number;
  /** When it may log in. */
  readonly login: TakeTurn;
}

export interface Discord extends Broadcaster {
  /** Hears nothing from now on, and closes within three seconds: answers under way have half of them. */
  quit(): Promise<void>;
}

/** Discord as a platform. `start` rejects with one clear line: token refused, intents, not reachable, no answer in time. */
export function createDiscord(options: DiscordOptions): Discord {
  const {
    token,
    log,
    meter = () => {},
    now = Date.now,
    apiUrl = 'https://discord.com/api',
    shard = { id: 0, count: 1 },
    patience = PATIENCE.start,
    postWithin = PATIENCE.post,
    passive = false,
    among,
  } = options;
  let stop: ((within?: number) => Promise<void>) | null = null;
  /** Why Discord will have nothing more to do with the bot. */
  let turnedAway: string | null = null;
  let watched: () => string | null = () => NOT_STARTED;
  let broadcast: Broadcast | null = null;
  let abandon: (reason: Error) => void = () => {};
  const speak = (): Broadcast => {
    if (broadcast === null) throw postFailure('unsent', 'not connected');
    return broadcast;
  };

  return {
    name: 'discord',
    start: async (bot) => {
      turnedAway = null;
      const processes = among?.processes ?? (() => 1);
      /** Waiting for others is no fault of the connection. */
      const waiting = createWaiting();
      const login = among && loginInTurn({ take: among.login, onWait: waiting.note, log });
      const client = createClient({ apiUrl, shard, passive, processes, meter, ...(login && { login }) });
      const fatal = (reason: string) => {
        if (turnedAway !== null) return;
        turnedAway = reason;
        log.error({ reason }, 'discord: turned away');
        options.onFatal?.(reason);
      };
      watched = watchConnection(client, shard, log);
      const onTokenRefused = () => fatal(whyClosed(4004));
      const hush = listen({ client, bot, log, now, onTokenRefused, isOurs: among?.isOurs ?? (() => true), passive });
      const voice = { client, token, apiUrl, processes, meter, within: postWithin };
      const spoken = createBroadcast({ ...voice, onTokenRefused, onManyRefused: warnOf(log) });
      const ended = new AbortController();
      stop = async (within = PATIENCE.stop) => {
        ended.abort();
        broadcast = null;
        watched = () => NOT_STARTED;
        await inTime(Promise.all([hush(), spoken.settled()]), within).catch(() =>
          log.warn({}, 'discord: stopped with answers under way'),
        );
        // Closing looks like the start of a reconnect to the library.
        client.removeAllListeners(Events.ShardReconnecting);
        // It waits for ever where a login is still under way; whoever called ends the process then.
        await inTime(client.destroy(), PATIENCE.close).catch(() =>
          log.warn({}, 'discord: could not close the connection'),
        );
      };
      let limited: string | null = null;
      client.rest.on(RESTEvents.Response, (_, { status, headers }) => {
        limited = status === 429 ? lockedOut(headers.get('retry-after')) : null;
      });
      try {
        const abandoned = new Promise<never>((_, reject) => {
          abandon = reject;
        });
        const connected = Promise.race([connect(client, token, ended.signal), abandoned]);
        await inTime(connected, patience, waiting.sinceLast).catch((error: unknown) => {
          throw limited === null ? error : new Error(limited);
        });
        broadcast = spoken;
        client.on(Events.ShardDisconnect, ({ code }) => fatal(whyClosed(code)));
        // One shard is enough to register what all of them serve.
        if (shard.id === 0) await registerCommands(client, bot, log);
      } catch (error) {
        await stop();
        throw startFailure(error);
      }
    },
    stop: async () => {
      await stop?.();
      stop = null;
    },
    quit: async () => {
      // Nothing comes of a login under way any more, and the library does not say so.
      abandon(new Error('given up before it was connected'));
      await stop?.(PATIENCE.quit);
      stop = null;
    },
    post: async (...what) => await speak().post(...what),
    edit: async (...what) => await speak().edit(...what),
    whereabouts: async (servers) => broadcast?.whereabouts(servers) ?? [],
    trouble: () => turnedAway ?? watched(),
  };
}

/** Resolves when events arrive. @param ended after which it logs in no more: the library would, also with what was closed */
async function connect(client: Client, token: string, ended: AbortSignal): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  client.rest.setToken(token);
  const { session_start_limit: logins } = (await client.rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  const few = fewLogins(logins);
  if (few !== null) throw new Error(few);
  ended.throwIfAborted();
  await client.login(token);
  await ready;
}

/** A failure costs nothing but the news: what was registered before still works. Throws where the token is no longer good. */
async function registerCommands(client: Client, bot: Bot, log: Log): Promise<void> {
  try {
    const signal = AbortSignal.timeout(PATIENCE.commands);
    const changed = await register(client.rest, client.application?.id ?? '', discordCommands(bot), signal);
    log.info({ changed }, 'discord: commands are up to date');
  } catch (error) {
    if (isTokenRefused(error)) throw error;
    log.error(describe(error), 'discord: the commands could not be registered');
  }
}

/** @param pardoned the milliseconds since something happened that starts the time anew */
async function inTime<T>(work: Promise<T>, milliseconds: number, pardoned?: () => number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const look = () => {
      const left = milliseconds - (pardoned?.() ?? milliseconds);
      if (left > 0) timer = setTimeout(look, left);
      else reject(new Error(`no answer within ${milliseconds / 1000} s`));
    };
    timer = setTimeout(look, milliseconds);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
