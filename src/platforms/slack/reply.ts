// Answering who used something: through the response URL that came with it.
import type { RespondArguments } from '@slack/bolt';
import { RespondError } from '@slack/bolt';
import { Agent, request } from 'undici';
import type { Answer } from '../../answer/answer.ts';
import type { Log, Meter } from '../../port.ts';
import { CALL_TIMEOUT_MS } from './client.ts';
import { called } from './counted.ts';
import { reasonOf } from './journal.ts';
import { draw } from './render.ts';

/** What answers look like outside of threads; it goes with its answer. */
const drawnBefore = new WeakMap<Answer, RespondArguments>();

/** A message that only who asked can see, below the one they used. The same answer gives the very same message. */
export function privately(answer: Answer, thread?: string): RespondArguments {
  // In a thread there is no "channel" that a share would obviously go to.
  if (thread !== undefined) return { ...PRIVATE, thread_ts: thread, ...draw(answer) };
  const before = drawnBefore.get(answer);
  if (before !== undefined) return before;
  const message = { ...PRIVATE, ...draw(answer, { share: answer.audience === 'room' }) };
  drawnBefore.set(answer, message);
  return message;
}

const PRIVATE = { response_type: 'ephemeral', replace_original: false } as const;

/** Sends through a response URL; false where that did not work, `unsure` where it may have. Never rejects. */
export type Reply = (url: string, message: RespondArguments, what: string) => Promise<boolean | 'unsure'>;

/**
 * Connections to Slack at a time for all of these. A crowd would open as many as it has people, and each of them costs
 * more than what is sent over it: a handshake is a millisecond or two of work.
 */
const CONNECTIONS = 128;
/** What it is called where requests are counted. */
const RESPONSE_URL = 'response_url';

/** Not through the SDK: its way costs three times as much, which a thousand clicks at once all wait for. */
export function createReply(log: Log, meter: Meter = () => {}): Reply {
  const dispatcher = new Agent({
    connections: CONNECTIONS,
    connectTimeout: CALL_TIMEOUT_MS,
    headersTimeout: CALL_TIMEOUT_MS,
    bodyTimeout: CALL_TIMEOUT_MS,
  });

  async function send(url: string, message: RespondArguments): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const posted = { method: 'POST', headers, body: JSON.stringify(message), dispatcher } as const;
    const since = performance.now();
    const { statusCode, body } = await request(url, posted).catch((thrown: unknown) => {
      meter(called(RESPONSE_URL, 'failed', since));
      throw thrown;
    });
    await body.dump();
    meter(called(RESPONSE_URL, statusCode, since));
    if (statusCode >= 300) throw new RespondError('', statusCode);
  }

  return async (url, message, what) => {
    try {
      await send(url, message);
      return true;
    } catch (thrown) {
      log.warn({ what, reason: reasonOf(thrown) }, 'slack: could not answer');
      return thrown instanceof RespondError ? false : 'unsure';
    }
  };
}
