// The discord.js client as Teapot wants it: few intents, nothing remembered, quick failures.
import {
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  type REST,
  type RESTOptions,
  type WebSocketOptions,
} from 'discord.js';
import type { Meter } from '../../port.ts';
import { countingRequests } from './counted.ts';

/** 4609, unless it listens; none is privileged. Without Guilds, discord.js drops server messages, as it does not know their server. */
const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
/** What listening takes: the text of all messages, which is privileged, and the reactions to them. */
const LISTENING = GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMessageReactions;

export function intentsFor(passive: boolean): number {
  return passive ? INTENTS | LISTENING : INTENTS;
}

/** Milliseconds for an answer to an interaction, of the 3000 that Discord gives. docs: interactions/receiving-and-responding */
export const ANSWER_WITHIN = 2500;

/** Milliseconds of a rate limit after which a reply comes too late to help. */
const LONGEST_WAIT = 30_000;
/** Seconds to wait where a 429 does not say. */
const UNTOLD_WAIT = '60';

/** Requests per second of a whole bot; answers to interactions do not count. docs: topics/rate-limits */
const REQUESTS_PER_SECOND = 50;
const CALLBACK = /\/interactions\/\d+\/[^/]+\/callback/;

export interface Shard {
  readonly id: number;
  readonly count: number;
}

interface ClientOptions {
  /** Without the version, such as https://discord.com/api. */
  readonly apiUrl: string;
  readonly shard: Shard;
  /** Whether it hears messages that are not written to it, and reactions. */
  readonly passive?: boolean;
  /** How many processes share the bot's requests right now; this one alone, unless given. */
  readonly processes?: () => number;
  /** Told of every request. */
  readonly meter?: Meter;
  /** When a shard may log in; as the library does it for one process, unless given. */
  readonly login?: NonNullable<WebSocketOptions['buildIdentifyThrottler']>;
}

/** This process's part of the requests, of so many processes. */
export function shareOfRequests(processes: number): number {
  return Math.max(1, Math.floor(REQUESTS_PER_SECOND / processes));
}

/** Keeps the requests to this process's part, as the number of processes changes: the library reads it every second. */
export function shareRequests({ options }: REST, processes: () => number): void {
  Object.defineProperty(options, 'globalRequestsPerSecond', { get: () => shareOfRequests(processes()) });
}

/** Counts the requests of one as requests of the other: the library counts for each, and Discord for the bot. */
export function countTogether(one: REST, other: REST): void {
  for (const count of ['globalRemaining', 'globalReset'] as const)
    Object.defineProperty(one, count, {
      get: () => other[count],
      set: (value: number) => {
        other[count] = value;
      },
    });
}

/** A client that has not connected yet. */
export function createClient(options: ClientOptions): Client {
  const { apiUrl, shard, passive = false, processes = () => 1, meter = () => {}, login } = options;
  const client = new Client({
    intents: intentsFor(passive),
    // Direct messages arrive in channels that were never announced, and reactions to messages that nobody remembers.
    partials: passive ? [Partials.Channel, Partials.Message, Partials.Reaction] : [Partials.Channel],
    // Every event waits until the client is ready: an unavailable server must not hold up the others.
    waitGuildTimeout: 0,
    shards: [shard.id],
    shardCount: shard.count,
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache: NOTHING_REMEMBERED,
    rest: {
      api: apiUrl,
      // An interaction cannot wait for a rate limit to pass, and a reply not for ever.
      rejectOnRateLimit: ({ route, retryAfter }) =>
        route.startsWith('/interactions') || (route.startsWith('/channels') && retryAfter > LONGEST_WAIT),
      invalidRequestWarningInterval: 500,
      makeRequest: countingRequests(sayingHowLong(requestInTime), meter),
    },
    ...(login && { ws: { buildIdentifyThrottler: login } }),
  });
  shareRequests(client.rest, processes);
  // The library prefers SHARDS and SHARD_COUNT of the environment where ours equal its defaults.
  client.options.shards = [shard.id];
  client.options.shardCount = shard.count;
  return client;
}

/** An answer to an interaction in time or not at all; a timeout under another name than AbortError is not tried again. */
const requestInTime: RESTOptions['makeRequest'] = async (url, init) => {
  if (!CALLBACK.test(url)) return await DefaultRestOptions.makeRequest(url, init);
  // The library's own signal comes far later. One of AbortSignal.timeout would go off after the answer as well, and costs more.
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ANSWER_WITHIN);
  try {
    return await DefaultRestOptions.makeRequest(url, { ...init, signal: deadline.signal });
  } catch (cause) {
    if (!deadline.signal.aborted) throw cause;
    throw Object.assign(new Error(`Discord did not take the answer within ${ANSWER_WITHIN} ms`), { name: 'TooLate' });
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Whatever stands in front of Discord and locks out an address need not say for how long, and the library then asks again
 * at once, without end (@discordjs/rest 2.6.3), which is counted: docs: topics/rate-limits, invalid request limit.
 */
export function sayingHowLong(makeRequest: RESTOptions['makeRequest']): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const response = await makeRequest(url, init);
    if (response.status === 429 && !response.headers.has('retry-after'))
      response.headers.set('retry-after', UNTOLD_WAIT);
    return response;
  };
}

/**
 * Guilds, channels and roles stay (limiting them is not supported); of members and users, the bot only.
 * Measured: no growth over 20,000 messages, against 49 MiB with the defaults. (Discord reference §11.)
 */
const NOTHING_REMEMBERED = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  GuildMessageManager: 0,
  DMMessageManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildBanManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
});
