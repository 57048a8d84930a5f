// Posting a reply: at most once, unless Slack surely refused it.
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import type { Log } from '../../port.ts';
import type { Access } from './client.ts';
import { createClient } from './client.ts';
import { reasonOf } from './journal.ts';
import type { Drawn } from './render.ts';
import { draw } from './render.ts';
import { AS_IT_STANDS, isUndrawable, sendDrawn, WITHOUT_PREVIEWS } from './send.ts';

/** Somebody waits for this answer: after half a minute it comes too late to help. */
const LONGEST_WAIT_S = 30;

export interface Spot {
  /** Whose token it takes. */
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the message that starts the thread; null posts to the channel. */
  readonly thread: string | null;
  /** Only this person may see it; null shows it to everybody there. */
  readonly only: string | null;
}

/** Posts a reply. Never rejects: what went wrong is one line in the log. */
export type Post = (spot: Spot, answer: Answer) => Promise<void>;

/**
 * Makes `Post`. It tries again once when Slack surely did not post: after a 429 (waiting up to 30 s), or without blocks
 * where the blocks were refused.
 * @param options.givenUp ends the waiting when the platform stops.
 */
export function createPost(options: { access: Access; log: Log; givenUp: AbortSignal }): Post {
  const { access, log, givenUp } = options;
  const client = createClient(access);

  async function send(
    { team, channel, thread, only }: Spot,
    drawn: Partial<Drawn> & Pick<Drawn, 'text'>,
  ): Promise<void> {
    const message = { ...drawn, ...AS_IT_STANDS, channel, ...(thread !== null && { thread_ts: thread }) };
    await access.tokens.use(team, async (token) => {
      if (only !== null) await client.chat.postEphemeral({ ...message, token, user: only });
      else await client.chat.postMessage({ ...message, ...WITHOUT_PREVIEWS, token });
    });
  }

  async function sendOnceMore(spot: Spot, answer: Answer, refusal: unknown): Promise<void> {
    if (refusal instanceof WebAPIRateLimitedError && refusal.retryAfter <= LONGEST_WAIT_S) {
      await pause(refusal.retryAfter * 1000, undefined, { signal: givenUp });
      return sendDrawn(answer, (drawn) => send(spot, drawn));
    }
    if (!isUndrawable(refusal)) throw refusal;
    log.warn({ channel: spot.channel, reason: reasonOf(refusal) }, 'slack: blocks refused, replying in plain text');
    return send(spot, { text: draw(answer).text });
  }

  return async (spot, answer) => {
    try {
      await sendDrawn(answer, (drawn) => send(spot, drawn)).catch((refusal) => sendOnceMore(spot, answer, refusal));
    } catch (thrown) {
      log.warn({ channel: spot.channel, reason: reasonOf(thrown) }, 'slack: could not post a reply');
    }
  };
}
