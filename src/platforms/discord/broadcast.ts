// Speaking first: posts in channels, and edits of them.
import {
  type APIAllowedMentions,
  type Client,
  DefaultRestOptions,
  REST,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import type { Broadcaster, FailureKind, Membership, Meter, Place, PostFailure } from '../../port.ts';
import { type Intention, obstacle, whereabouts } from './access.ts';
import { countTogether, sayingHowLong, shareRequests } from './client.ts';
import { countingRequests } from './counted.ts';
import { isTokenRefused } from './failure.ts';
import { type DrawnPost, drawPost } from './post.ts';
import { readFailure } from './post-failure.ts';

/** Attempts where nobody knows what became of the one before. Ours. */
const ATTEMPTS = 3;
/** What no longer is sure after an attempt of which nobody knows what became. */
const SURELY_NOT_POSTED: ReadonlySet<FailureKind> = new Set(['busy', 'unsent', 'refused']);

export interface Broadcast extends Pick<Broadcaster, 'post' | 'edit'> {
  whereabouts(servers: readonly string[]): readonly Membership[];
  /** Resolves once what is under way is posted or has failed. */
  settled(): Promise<void>;
}

interface Voice {
  readonly client: Client;
  readonly token: string;
  readonly apiUrl: string;
  /** How many share the bot's requests right now. */
  readonly processes: () => number;
  readonly meter: Meter;
  /** Milliseconds for one attempt. */
  readonly within: number;
  /** Told now and then how many requests Discord has refused lately. */
  readonly onManyRefused: (refused: { readonly count: number }) => void;
  /** Called when Discord no longer accepts the token. */
  readonly onTokenRefused: () => void;
}

/** Its requests stand in no queue with those of the client: a rate limit is handed back at once. */
export function createBroadcast(voice: Voice): Broadcast {
  const { client, token, apiUrl, processes, meter, within, onManyRefused, onTokenRefused } = voice;
  const rest = new REST({
    api: apiUrl,
    timeout: within,
    // Done here: the library forgets that an earlier attempt may have succeeded.
    retries: 0,
    // Whoever posts knows what else is waiting, and for how long that makes sense.
    rejectOnRateLimit: ['/channels'],
    invalidRequestWarningInterval: 500,
    makeRequest: countingRequests(sayingHowLong(DefaultRestOptions.makeRequest), meter),
  }).setToken(token);
  shareRequests(rest, processes);
  countTogether(rest, client.rest);
  rest.on('invalidRequestWarning', onManyRefused);
  const underway = new Set<Promise<unknown>>();

  const speak = async <T>(place: Place, intention: Intention, send: () => Promise<T>): Promise<T> => {
    const refusal = obstacle(client, place, intention);
    if (refusal !== null) throw refusal;
    const sending = insist(() =>
      send().catch((error: unknown) => {
        if (isTokenRefused(error)) onTokenRefused();
        throw error;
      }),
    );
    underway.add(sending);
    return await sending.finally(() => underway.delete(sending));
  };

  return {
    post: async (place, answer, key, replyTo, leaving) => {
      const route = Routes.channelMessages(place.channel);
      const body: RESTPostAPIChannelMessageJSONBody = {
        ...bodyOf(answer),
        // Within some minutes, the same nonce is the same message.
        nonce: key,
        enforce_nonce: true,
        ...(replyTo && { message_reference: { message_id: replyTo.message, fail_if_not_exists: false } }),
      };
      const posted = await speak(place, replyTo ? 'reply' : 'post', async () => {
        await leaving?.();
        return (await rest.post(route, { body })) as RESTPostAPIChannelMessageResult;
      });
      return { message: posted.id };
    },
    edit: async (place, { message }, answer) => {
      const route = Routes.channelMessage(place.channel, message);
      await speak(place, 'edit', () => rest.patch(route, { body: bodyOf(answer) }));
    },
    whereabouts: (servers) => whereabouts(client, servers),
    settled: async () => void (await Promise.allSettled(underway)),
  };
}

/** The client's rule for mentions does not reach what is sent without it. */
function bodyOf(answer: Answer): DrawnPost & { allowed_mentions: APIAllowedMentions } {
  return { ...drawPost(answer), allowed_mentions: { parse: [], replied_user: false } };
}

/** Tries again while nobody knows what became of it: Discord tells repeats apart. @throws PostFailure */
async function insist<T>(send: () => Promise<T>, times = ATTEMPTS, unclear?: PostFailure): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const failure = readFailure(error);
    if (failure.failure === 'unknown' && times > 1) return await insist(send, times - 1, failure);
    throw unclear !== undefined && SURELY_NOT_POSTED.has(failure.failure) ? unclear : failure;
  }
}
