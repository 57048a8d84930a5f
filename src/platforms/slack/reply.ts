// Answering who used something: through the response URL that came with it.
import type { RespondArguments, RespondFn } from '@slack/bolt';
import { RespondError } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import type { Log } from '../../port.ts';
import { CALL_TIMEOUT_MS } from './client.ts';
import { reasonOf } from './journal.ts';
import { draw } from './render.ts';

/** A message that only who asked can see, below the one they used. */
export function privately(answer: Answer, thread?: string): RespondArguments {
  // In a thread there is no "channel" that a share would obviously go to.
  const drawn = draw(answer, { share: answer.audience === 'room' && thread === undefined });
  const place = thread === undefined ? {} : { thread_ts: thread };
  return { response_type: 'ephemeral', replace_original: false, ...place, ...drawn };
}

/** Sends through a response URL; false where that did not work, `unsure` where it may have. Never rejects. */
export type Reply = (respond: RespondFn, message: RespondArguments, what: string) => Promise<boolean | 'unsure'>;

export function createReply(log: Log): Reply {
  return async (respond, message, what) => {
    try {
      await respond(message);
      return true;
    } catch (thrown) {
      log.warn({ what, reason: reasonOf(thrown) }, 'slack: could not answer');
      return thrown instanceof RespondError ? false : 'unsure';
    }
  };
}

/** A response URL that was kept, used as Bolt uses the one of an event: throws `RespondError` where Slack refuses. */
export function respondTo(url: string): RespondFn {
  return async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (!response.ok) throw new RespondError(response.statusText, response.status);
    return response;
  };
}
