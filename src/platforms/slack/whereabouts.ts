// Where the app is still installed.
import type { Log, Membership } from '../../port.ts';
import { type Access, createClient } from './client.ts';
import type { Installations, ManyTokens } from './installations.ts';
import { reasonOf } from './journal.ts';
import { saysRemoved } from './tokens.ts';

/** Never rejects. */
export type Whereabouts = (teams: readonly string[]) => Promise<readonly Membership[]>;

function told(team: string, member: boolean): Membership {
  return { platform: 'slack', team, member };
}

/** A token is of one workspace, so where it was revoked Teapot is in none of them. Where it works, it is in its own. */
export function whereaboutsOfOne(access: Access): Whereabouts {
  const { tokens } = access;
  const client = createClient(access);
  return async (teams) => {
    try {
      const { team_id: own } = await tokens.use('', (token) => client.auth.test({ token }));
      return teams.filter((team) => team === own).map((team) => told(team, true));
    } catch (thrown) {
      return saysRemoved(thrown) ? teams.map((team) => told(team, false)) : [];
    }
  };
}

/** Workspaces that are asked about at a time. */
const ABREAST = 20;

/**
 * Of many, each token says it of its own workspace; one that is dead goes. Of a workspace without a token nothing is said:
 * it may have been served with another one, and be about to install Teapot.
 */
export function whereaboutsOfMany(room: {
  readonly access: Access & { readonly tokens: ManyTokens };
  readonly installations: Pick<Installations, 'teams' | 'when' | 'remove'>;
  readonly log: Log;
}): Whereabouts {
  const { access, installations, log } = room;
  const client = createClient(access);

  async function look(team: string): Promise<readonly Membership[]> {
    const before = await installations.when(team);
    try {
      await access.tokens.use(team, (token) => client.auth.test({ token }));
      return [told(team, true)];
    } catch (thrown) {
      if (before === null || !saysRemoved(thrown)) return [];
      access.tokens.drop(team);
      return (await installations.remove(team, before.id)) ? [told(team, false)] : [];
    }
  }

  return async () => {
    try {
      const rest = [...(await installations.teams())];
      const found: Membership[] = [];
      while (rest.length > 0) found.push(...(await Promise.all(rest.splice(0, ABREAST).map(look))).flat());
      return found;
    } catch (thrown) {
      log.warn({ reason: reasonOf(thrown) }, 'slack: cannot tell where it is installed');
      return [];
    }
  };
}
