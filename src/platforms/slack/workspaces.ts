// One workspace or many: all in which a bot with one token differs from one that anybody can install.
import type { App, AppOptions } from '@slack/bolt';
import type { Bot, Log, Meter, Route } from '../../port.ts';
import { alone, amongMany, type Naming } from './asker.ts';
import { departAlone, departAmongMany, listenToDepartures } from './departure.ts';
import { createInstallRoutes, type InstallSettings } from './install/install.ts';
import { createTokens } from './installations.ts';
import { createRefusal, type Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import { createAuthorize, turnStrangersAway } from './strangers.ts';
import { oneToken, type Tokens } from './tokens.ts';
import { type Whereabouts, whereaboutsOfMany, whereaboutsOfOne } from './whereabouts.ts';

export interface Workspaces {
  readonly tokens: Tokens;
  readonly naming: Naming;
  /** How Bolt tells whose event it is. */
  readonly authorization: Pick<AppOptions, 'token' | 'authorize'>;
  /** Where people add Teapot. */
  readonly routes: readonly Route[];
  readonly whereabouts: Whereabouts;
  /** Of one workspace's token; of many, each loses its own. */
  readonly refusal: Refusal | null;
  /** Before all other listeners. */
  listen(app: App, bot: Bot, reply: Reply): void;
}

export interface WorkspacesRoom {
  readonly apiUrl: string;
  /** What the manifest asks for. */
  readonly scopes: readonly string[];
  /** The command that help names. */
  readonly command: string;
  readonly log: Log;
  readonly meter?: Meter;
  readonly now?: () => number;
  /** Told where the only token is refused for good after the start, and why. */
  readonly onRefused: (reason: string) => void;
}

/** @throws where there is neither a token nor a way to get one */
export function createWorkspaces(
  { botToken, installs }: { readonly botToken?: string; readonly installs?: InstallSettings },
  room: WorkspacesRoom,
): Workspaces {
  if (installs !== undefined) return manyWorkspaces(installs, room);
  if (botToken !== undefined) return oneWorkspace(botToken, room);
  throw new Error('Slack needs a bot token, or what it takes to be installed');
}

function oneWorkspace(token: string, { apiUrl, meter, onRefused }: WorkspacesRoom): Workspaces {
  const refusal = createRefusal({ access: { apiUrl, ...(meter && { meter }) }, token, onRefused });
  const tokens = oneToken(token, () => void refusal.suspect());
  return {
    tokens,
    naming: alone,
    authorization: { token },
    routes: [],
    whereabouts: whereaboutsOfOne({ tokens, apiUrl, ...(meter && { meter }) }),
    listen: (app, bot) => listenToDepartures(app, departAlone(bot, refusal.suspect)),
    refusal,
  };
}

function manyWorkspaces(installs: InstallSettings, room: WorkspacesRoom): Workspaces {
  const { installations, publicUrl } = installs;
  const { apiUrl, log, meter } = room;
  const tokens = createTokens(installations, room.now);
  const access = { tokens, apiUrl, ...(meter && { meter }) };
  return {
    tokens,
    naming: amongMany,
    authorization: { authorize: createAuthorize(tokens, log) },
    routes: createInstallRoutes(installs, { ...room, access }),
    whereabouts: whereaboutsOfMany({ access, installations, log }),
    refusal: null,
    listen: (app, bot, reply) => {
      turnStrangersAway(app, { publicUrl, reply, log });
      listenToDepartures(app, departAmongMany({ bot, installations, access, log }));
    },
  };
}
