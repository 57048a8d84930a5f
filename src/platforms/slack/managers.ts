// Who may change what Teapot does for everybody in a channel.
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from '../../port.ts';
import type { Access } from './client.ts';
import { createClient, PROMPT_TIMEOUT_MS } from './client.ts';
import { reasonOf } from './journal.ts';

/** Anybody in the channel, or admins and owners of the workspace only (which needs the scope `users:read`). */
export type QuizAdmins = 'anyone' | 'admins';

/** Somebody who becomes an admin need not wait longer than this, and somebody who was one cannot go on longer. */
const KEEP_MS = 5 * 60 * 1000;

/** Far more people than change a schedule within five minutes. */
const MOST = 1_000;

/** Whether this person of a workspace may. Never rejects: where Slack does not say, they may not. */
export type Manages = (team: string, user: string) => Promise<boolean>;

export const anyone: Manages = async () => true;

/** Asks Slack, and remembers what it said for five minutes. `now` is in milliseconds. */
export function createAdmins(options: { access: Access; log: Log; now?: () => number }): Manages {
  const { access, log, now = Date.now } = options;
  const client = createClient(access, PROMPT_TIMEOUT_MS);
  const known = new Map<string, { readonly admin: boolean; readonly until: number }>();

  async function look(team: string, user: string): Promise<boolean | null> {
    try {
      const { user: found } = await access.tokens.use(team, (token) => client.users.info({ token, user }));
      return found?.is_admin === true || found?.is_owner === true;
    } catch (thrown) {
      log.warn({ user, reason: reasonOf(thrown) }, 'slack: cannot tell whether somebody is an admin');
      // What Slack refuses now it will refuse in a minute; what was lost on the way may be asked again.
      return thrown instanceof WebAPIPlatformError ? false : null;
    }
  }

  return async (team, user) => {
    const key = `${team} ${user}`;
    const remembered = known.get(key);
    if (remembered !== undefined && remembered.until > now()) return remembered.admin;
    const admin = await look(team, user);
    if (known.size >= MOST) known.clear();
    if (admin !== null) known.set(key, { admin, until: now() + KEEP_MS });
    return admin ?? false;
  };
}
