// Speaking first: what the clock posts. Once, whatever happens; everything else is for the outbox to decide.
import type { Answer } from '../../answer/answer.ts';
import { namesPeople, withoutNames } from '../../answer/people.ts';
import type { Broadcaster } from '../../port.ts';
import type { Access } from './client.ts';
import { CALL_TIMEOUT_MS, createClient } from './client.ts';
import { failureOf } from './failure.ts';
import { holdingLastByte } from './last-byte.ts';
import type { Drawn } from './render.ts';
import { AS_IT_STANDS, sendDrawn, WITHOUT_PREVIEWS } from './send.ts';

/** The type of our metadata. Any member or app can read it, so it says which post it is and nothing about what is asked. */
const EVENT_TYPE = 'teapot_post';

/** Posts and edits with a client of their own: hanging posts hold up no reply. Both reject with `PostFailure` only. */
export function createBroadcast(access: Access): Pick<Broadcaster, 'post' | 'edit'> {
  const client = createClient(access);

  async function tell<Result>(
    team: string,
    answer: Answer,
    send: (drawn: Drawn & { readonly token: string }) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await access.tokens.use(team, (token) => sendDrawn(answer, (drawn) => send({ ...drawn, token })));
    } catch (thrown) {
      throw failureOf(thrown);
    }
  }

  return {
    post: async ({ team, channel }, answer, key, replyTo, leaving) => {
      const poster = leaving === undefined ? client : createClient(access, CALL_TIMEOUT_MS, holdingLastByte(leaving));
      const constant = {
        ...AS_IT_STANDS,
        ...WITHOUT_PREVIEWS,
        channel,
        metadata: { event_type: EVENT_TYPE, event_payload: { key } },
        ...(replyTo !== undefined && { thread_ts: replyTo.message }),
      };
      // A mention that comes with an edit notifies nobody. docs: people are told of new messages only
      const unnamed = namesPeople(answer);
      const said = unnamed ? withoutNames(answer) : answer;
      const { ts } = await tell(team, said, (drawn) => poster.chat.postMessage({ ...constant, ...drawn }));
      // Slack took it and does not say where it stands: as good as a lost answer.
      if (ts === undefined) throw failureOf(new Error('Slack did not say where the message stands'));
      return { message: ts, ...(unnamed && { unnamed }) };
    },
    edit: async ({ team, channel }, posted, answer) => {
      const constant = { ...AS_IT_STANDS, channel, ts: posted.message };
      await tell(team, answer, (drawn) => client.chat.update({ ...constant, ...drawn }));
    },
  };
}
