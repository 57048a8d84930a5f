// Whether somebody is in a channel that they chose on a page of ours. What they chose, Slack's client has sent: it could be
// any channel. Asking Slack for the members needs a scope for every workspace; telling them something there needs none.
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from '../../port.ts';
import type { Access } from './client.ts';
import { createClient, PROMPT_TIMEOUT_MS } from './client.ts';
import { reasonOf } from './journal.ts';
import { AS_IT_STANDS } from './send.ts';

/** Who leaves a channel cannot go on longer than this; nobody is told more often. */
const KEEP_MS = 5 * 60 * 1000;
/** Far more people than change settings within five minutes. */
const MOST = 1_000;

const TOLD = 'You opened the settings of this channel in my Home tab. Only you see this.';

/**
 * What Slack says where one of us is not there (docs: methods/chat.postEphemeral): nothing that anybody could mend but the
 * person who asked.
 */
const ABSENT: ReadonlySet<string> = new Set([
  'user_not_in_channel',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
]);

export interface Presence {
  /**
   * Whether this person and Teapot both are in a channel: they get a private word there, which Slack refuses for anybody
   * else. Never rejects: where Slack does not say, they are not.
   */
  isIn(team: string, user: string, channel: string): Promise<boolean>;
  /** Whether that was so within the last five minutes; asks nobody. */
  wasIn(team: string, user: string, channel: string): boolean;
}

/** @param options.now milliseconds on any clock */
export function createPresence(options: {
  readonly access: Access;
  readonly log: Log;
  readonly now?: () => number;
}): Presence {
  const { access, log, now = Date.now } = options;
  const client = createClient(access, PROMPT_TIMEOUT_MS);
  const until = new Map<string, number>();

  function wasIn(team: string, user: string, channel: string): boolean {
    return (until.get(`${team} ${user} ${channel}`) ?? 0) > now();
  }

  return {
    wasIn,
    isIn: async (team, user, channel) => {
      if (wasIn(team, user, channel)) return true;
      try {
        const word = { ...AS_IT_STANDS, channel, user, text: TOLD };
        await access.tokens.use(team, (token) => client.chat.postEphemeral({ ...word, token }));
      } catch (thrown) {
        const absent = thrown instanceof WebAPIPlatformError && ABSENT.has(thrown.data.error);
        if (!absent) log.warn({ reason: reasonOf(thrown) }, 'slack: cannot tell whether somebody is in a channel');
        return false;
      }
      if (until.size >= MOST) until.clear();
      until.set(`${team} ${user} ${channel}`, now() + KEEP_MS);
      return true;
    },
  };
}
