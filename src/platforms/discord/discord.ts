// Discord as a platform: events become questions, answers become cards, and what nobody asked for becomes a post.
import { type Client, Events, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Bot, Broadcaster, Log } from '../../port.ts';
import { type Broadcast, createBroadcast } from './broadcast.ts';
import { createClient, type Shard } from './client.ts';
import { describe, isTokenRefused, startFailure, whyClosed } from './failure.ts';
import { listen } from './listen.ts';
import { discordCommands } from './manifest.ts';
import { postFailure } from './post-failure.ts';
import { register } from './register.ts';

/**
 * Milliseconds for connecting, for the commands, for one attempt to post (all of them within half a minute), for the
 * answers under way at the end, and for closing. Ours.
 */
const PATIENCE = { start: 30_000, commands: 10_000, post: 10_000, stop: 5_000, close: 1_000 };
/** Logins to leave unused: the last of 1000 a day ends all sessions and resets the token. docs: events/gateway */
const LOGINS_KEPT = 20;

export interface DiscordOptions {
  readonly token: string;
  /** Without the version; https://discord.com/api unless given. */
  readonly apiUrl?: string;
  readonly log: Log;
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
}

/** Discord as a platform. `start` rejects with one clear line: token refused, intents, not reachable, no answer in time. */
export function createDiscord(options: DiscordOptions): Broadcaster {
  const {
    token,
    log,
    now = Date.now,
    apiUrl = 'https://discord.com/api',
    shard = { id: 0, count: 1 },
    patience = PATIENCE.start,
    postWithin = PATIENCE.post,
  } = options;
  let stop: (() => Promise<void>) | null = null;
  let broadcast: Broadcast | null = null;
  const speak = (): Broadcast => {
    if (broadcast === null) throw postFailure('unsent', 'not connected');
    return broadcast;
  };

  return {
    name: 'discord',
    start: async (bot) => {
      const client = createClient({ apiUrl, shard });
      const fatal = tellOnce(options);
      tellOfConnection(client, log);
      const onTokenRefused = () => fatal(whyClosed(4004));
      const hush = listen({ client, bot, log, now, onTokenRefused });
      const voice = { client, token, apiUrl, shard, within: postWithin };
      const spoken = createBroadcast({ ...voice, onTokenRefused, onManyRefused: warnOf(log) });
      stop = async () => {
        broadcast = null;
        await inTime(Promise.all([hush(), spoken.settled()]), PATIENCE.stop).catch(() =>
          log.warn({}, 'discord: stopped with answers under way'),
        );
        // Closing looks like the start of a reconnect to the library.
        client.removeAllListeners(Events.ShardReconnecting);
        // It waits for ever where a login is still under way; whoever called ends the process then.
        await inTime(client.destroy(), PATIENCE.close).catch(() =>
          log.warn({}, 'discord: could not close the connection'),
        );
      };
      try {
        await inTime(connect(client, token), patience);
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
    post: async (...what) => await speak().post(...what),
    edit: async (...what) => await speak().edit(...what),
    whereabouts: async (servers) => broadcast?.whereabouts(servers) ?? [],
  };
}

/** Resolves when events arrive. */
async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  client.rest.setToken(token);
  const { session_start_limit: logins } = (await client.rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  if (logins.remaining < LOGINS_KEPT)
    throw new Error(
      `only ${logins.remaining} logins are left for today; wait ${Math.ceil(logins.reset_after / 60_000)} minutes`,
    );
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

/** One line for each thing that happens to the connection: the client tries again twice a second, without end. */
function tellOfConnection(client: Client, log: Log): void {
  let away = false;
  const goes = (shard: number) => {
    if (!away) log.info({ shard }, 'discord: connection lost, trying again');
    away = true;
  };
  const comes = (shard: number) => {
    if (away) log.info({ shard }, 'discord: connected again');
    away = false;
  };
  client.on(Events.ShardReconnecting, goes);
  client.on(Events.ShardResume, comes);
  client.on(Events.ShardReady, comes);
  client.on(Events.ClientReady, ({ guilds }) => log.info({ servers: guilds.cache.size }, 'discord: connected'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, ...describe(error) }, 'discord: connection error'));
  client.rest.on('invalidRequestWarning', warnOf(log));
  // Without a listener, an error event would end the process.
  client.on(Events.Error, (error) => log.error(describe(error), 'discord: client error'));
}

/** Discord locks out an address after 10,000 refusals in ten minutes. docs: topics/rate-limits */
function warnOf(log: Log): (refused: { readonly count: number }) => void {
  return ({ count }) => log.warn({ count }, 'discord: many refused requests');
}

function tellOnce({ log, onFatal }: DiscordOptions): (reason: string) => void {
  let told = false;
  return (reason) => {
    if (told) return;
    told = true;
    log.error({ reason }, 'discord: turned away');
    onFatal?.(reason);
  };
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
