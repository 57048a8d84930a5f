// Teapot was removed from a workspace: its token goes at once, and what else is kept of it, later.
import type { App } from '@slack/bolt';
import type { Bot, Log } from '../../port.ts';
import { type Access, createClient } from './client.ts';
import type { Installations, ManyTokens } from './installations.ts';
import { reasonOf } from './journal.ts';
import { refusesToken } from './tokens.ts';

/** Slack's machines need not agree about the second, and some minute is no rush. In milliseconds. */
const DOUBT = 60_000;

/** @param at when it happened, by Slack's clock, in epoch milliseconds */
export type Depart = (team: string, at: number) => Promise<void>;

/** Both come when the app is removed, in any order. docs: reference/events/app_uninstalled, tokens_revoked */
export function listenToDepartures(app: App, depart: Depart): void {
  app.event('app_uninstalled', async ({ body }) => depart(body.team_id, body.event_time * 1000));
  app.event('tokens_revoked', async ({ body, event }) => {
    if ((event.tokens.bot ?? []).length > 0) await depart(body.team_id, body.event_time * 1000);
  });
}

/** @param suspect the only token is of no use any more, or was changed for another one */
export function departAlone(bot: Bot, suspect: () => Promise<void>): Depart {
  return async (team) => {
    await bot.heed?.({ platform: 'slack', team, member: false });
    await suspect();
  };
}

/**
 * An event may come late: the workspace may have installed Teapot again by then, and what it has now must stay. So the
 * times are compared, and where they are too near, Slack is asked whether the token still works. Never rejects.
 */
export function departAmongMany(room: {
  readonly bot: Bot;
  readonly installations: Pick<Installations, 'when' | 'find' | 'remove'>;
  readonly access: Access & { readonly tokens: ManyTokens };
  readonly log: Log;
}): Depart {
  const { bot, installations, access, log } = room;
  const client = createClient(access);

  async function works(team: string): Promise<boolean> {
    try {
      await client.auth.test({ token: (await installations.find(team))?.token ?? '' });
      return true;
    } catch (thrown) {
      // In doubt it stays: a token that is gone works nowhere, and is looked for again every day.
      return !refusesToken(thrown);
    }
  }

  async function isOutdated(team: string, installedAt: number, at: number): Promise<boolean> {
    return Math.abs(at - installedAt) > DOUBT ? at < installedAt : await works(team);
  }

  async function heed(team: string, member: boolean): Promise<void> {
    await bot.heed?.({ platform: 'slack', team, member });
  }

  async function depart(team: string, at: number): Promise<void> {
    access.tokens.drop(team);
    const found = await installations.when(team);
    if (found !== null && (await isOutdated(team, found.installedAt, at)))
      return log.info({ team }, 'slack: a removal that is older than the installation');
    // First: where the process ends in between, the token is left, and found dead when it is looked for.
    await heed(team, false);
    if (found !== null && (await installations.remove(team, found.id))) log.info({ team }, 'slack: was removed');
    access.tokens.drop(team);
    // Installed anew at this very moment.
    if ((await installations.when(team)) !== null) await heed(team, true);
  }

  return async (team, at) => {
    await depart(team, at).catch((thrown: unknown) =>
      log.error({ team, reason: reasonOf(thrown) }, 'slack: could not note a removal'),
    );
  };
}
