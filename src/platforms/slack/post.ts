// Posting a reply: at most once, unless Slack surely refused it.
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import type { Log } from '../../port.ts';
import { quiet, reasonOf } from './journal.ts';
import type { Drawn } from './render.ts';

/** A Slack call that takes longer than this has gone wrong; the SDK's default is to wait for ever. */
export const CALL_TIMEOUT_MS = 10_000;

/** Somebody waits for this answer: after half a minute it comes too late to help. */
const LONGEST_WAIT_S = 30;

/** Refusals that a message without blocks does not meet. */
const UNDRAWABLE: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

export interface Place {
  readonly channel: string;
  /** The `ts` of the message that starts the thread; null posts to the channel. */
  readonly thread: string | null;
  /** Only this person may see it; null shows it to everybody there. */
  readonly only: string | null;
}

/** Posts a reply. Never rejects: what went wrong is one line in the log. */
export type Post = (place: Place, drawn: Drawn) => Promise<void>;

/**
 * A client for replies. It does not retry by itself, because a call that timed out may have posted; it tries again once
 * when Slack surely did not post: after a 429 (waiting up to 30 s), or without blocks where the blocks were refused.
 * @param options.givenUp ends the waiting when the platform stops.
 */
export function createPost(options: { botToken: string; apiUrl: string; log: Log; givenUp: AbortSignal }): Post {
  const { log, givenUp } = options;
  const client = new WebClient(options.botToken, {
    slackApiUrl: options.apiUrl,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    // Without it, one limited channel would stop every other reply until its time has passed.
    rejectRateLimitedCalls: true,
    logger: quiet,
  });

  async function send({ channel, thread, only }: Place, drawn: Partial<Drawn> & Pick<Drawn, 'text'>): Promise<void> {
    const message = {
      ...drawn,
      channel,
      ...(thread !== null && { thread_ts: thread }),
      parse: 'none' as const,
      link_names: false,
    };
    if (only !== null) await client.chat.postEphemeral({ ...message, user: only });
    else await client.chat.postMessage({ ...message, mrkdwn: false, unfurl_links: false, unfurl_media: false });
  }

  async function sendOnceMore(place: Place, drawn: Drawn, refusal: unknown): Promise<void> {
    if (refusal instanceof WebAPIRateLimitedError && refusal.retryAfter <= LONGEST_WAIT_S) {
      await pause(refusal.retryAfter * 1000, undefined, { signal: givenUp });
      return send(place, drawn);
    }
    if (refusal instanceof WebAPIPlatformError && UNDRAWABLE.has(refusal.data.error)) {
      log.warn({ channel: place.channel, reason: reasonOf(refusal) }, 'slack: blocks refused, replying in plain text');
      return send(place, { text: drawn.text });
    }
    throw refusal;
  }

  return async (place, drawn) => {
    try {
      await send(place, drawn).catch((refusal) => sendOnceMore(place, drawn, refusal));
    } catch (thrown) {
      log.warn({ channel: place.channel, reason: reasonOf(thrown) }, 'slack: could not post a reply');
    }
  };
}
