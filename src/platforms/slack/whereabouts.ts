// Whether the app is still installed.
import { WebAPIPlatformError } from '@slack/web-api';
import type { Membership } from '../../port.ts';
import { type Access, createClient } from './client.ts';

/**
 * What Slack says to the token of an app that was removed (docs: methods/auth.test). A token that Slack does not know at
 * all (`invalid_auth`) is a mistake of whoever runs Teapot, and tells nothing.
 */
const REMOVED: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked']);

/** A token is of one workspace, so where it was revoked Teapot is in none of them. Where it works, it is in its own. */
export function createWhereabouts(access: Access): (teams: readonly string[]) => Promise<readonly Membership[]> {
  const client = createClient(access);
  return async (teams) => {
    const each = (member: boolean, some: readonly string[]) =>
      some.map((team) => ({ platform: 'slack', team, member }) as const);
    try {
      const { team_id: own } = await client.auth.test();
      return each(
        true,
        teams.filter((team) => team === own),
      );
    } catch (thrown) {
      const removed = thrown instanceof WebAPIPlatformError && REMOVED.has(thrown.data.error);
      return removed ? each(false, teams) : [];
    }
  };
}
