// One workspace of the simulated Slack, with all that belongs to it alone: people, messages, pages, and the app's token.
import { randomUUID } from 'node:crypto';
import type { Deliver } from './delivery.ts';
import type { Home, HomeWatcher } from './homes.ts';
import { createHomes } from './homes.ts';
import type { Message, Payload } from './message.ts';
import type { Modal, ModalWatcher } from './modals.ts';
import { createModals } from './modals.ts';
import { eventPayload } from './payloads.ts';
import type { Person } from './people.ts';
import { createPerson } from './people.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createTriggers } from './triggers.ts';
import type { WebApi, WebApiOptions } from './web-api.ts';
import { createWebApi } from './web-api.ts';
import type { Channel, Member, Rules, Watcher, Workspace } from './workspace.ts';
import { createWorkspace } from './workspace.ts';

/** Tells the bot of something that happened, as often as it is called: always the same event. */
export type Telling = () => Promise<void>;

export interface SimulatedWorkspace {
  readonly team: { readonly id: string };
  /** The token that the app has from the beginning. */
  readonly botToken: string;
  /** The app's token; the last one, where the app was removed. */
  token(): string;
  /**
   * Removes the app: its token is worth nothing at once. Slack tells of it in two events, in any order and perhaps late.
   * @param at when Slack says it happened, in epoch milliseconds; now, unless given
   */
  removeApp(at?: number): { readonly uninstalled: Telling; readonly revoked: Telling };
  /** A person of this name, who joins when they are new; the settings are for the one who joins. */
  person(name: string, settings?: Partial<Pick<Member, 'admin'>>): Person;
  /** A channel of this name; the bot is in it unless `bot` is false. */
  channel(name: string, settings?: Partial<Pick<Channel, 'kind' | 'bot' | 'archived' | 'members'>>): Channel;
  /** Delivers any event, for what no person here can do. */
  emit(event: Payload): Promise<void>;
  readonly bot: Member;
  /** Everybody, the bot too. */
  members(): readonly Member[];
  channels(): readonly Channel[];
  /** Everything that was said, oldest first. */
  history(): readonly Message[];
  /** Every modal that is open. */
  modals(): readonly Modal[];
  /** Calls `watcher` for every modal that opens, shows errors or closes; returns how to stop. */
  watchModals(watcher: ModalWatcher): () => void;
  /** The message with this `ts`. */
  message(ts: string): Message | null;
  /** Calls `watcher` for every message that is posted, changed or removed; returns how to stop. */
  watch(watcher: Watcher): () => void;
  /** The next thing the bot says or changes that `matches`. */
  next(matches?: (message: Message) => boolean): Promise<Message>;
  /** The next modal that the bot opens, or that shows errors. */
  nextModal(): Promise<Modal>;
  /** Every Home tab that the bot has drawn. */
  homes(): readonly Home[];
  /** Calls `watcher` for every Home tab that the bot draws; returns how to stop. */
  watchHomes(watcher: HomeWatcher): () => void;
  /** The next Home tab that the bot draws. */
  nextHome(): Promise<Home>;
}

/** What a workspace is to the Slack around it. */
export interface Tenant {
  readonly workspace: Workspace;
  readonly face: SimulatedWorkspace;
  readonly webApi: WebApi;
  readonly responseUrls: ResponseUrls;
  /** What its token may do, as Slack says it with each answer. */
  readonly scopes: string;
  /** The token from now on. */
  install(): string;
  /** Slack's name for why a token of this workspace is not taken; null where it is, undefined where it is none of them. */
  refusalOf(token: string): string | null | undefined;
}

const SCOPES = ['app_mentions:read', 'chat:write', 'commands', 'im:history'];
const PASSIVE_SCOPES = ['channels:history', 'groups:history', 'reactions:read', 'reactions:write'];

export interface TenantRules extends Rules {
  readonly triggersMs?: number;
  readonly deliver: Deliver;
  /** Scopes that were refused when the app was installed. */
  readonly refused: readonly string[];
  /** The whole address of a response URL. */
  readonly responseUrl: (key: string) => string;
  readonly api: Pick<WebApiOptions, 'socketUrl' | 'limit' | 'usersRead'> & { readonly appToken: string };
}

export function createTenant(rules: TenantRules): Tenant {
  const { keep, now, triggersMs, deliver, responseUrl, api } = rules;
  const workspace = createWorkspace(rules);
  const responseUrls = createResponseUrls(workspace, keep);
  const triggers = createTriggers({ now, keep, ...(triggersMs !== undefined && { lifetimeMs: triggersMs }) });
  const modals = createModals(workspace, triggers);
  const homes = createHomes(workspace);
  const stage = { workspace, deliver, responseUrls, responseUrl, triggers, modals, homes };
  const dead = new Set<string>();
  let token = newToken();
  const tokens = {
    get bot() {
      return token;
    },
    app: api.appToken,
  };

  function telling(event: Payload, at: number): Telling {
    const payload = { ...eventPayload(workspace, event), event_time: Math.floor(at / 1000) };
    return async () => {
      await deliver({ type: 'events_api', payload });
    };
  }

  return {
    workspace,
    webApi: createWebApi(workspace, { ...api, tokens, modals, homes }),
    responseUrls,
    scopes: scopesOf(rules).join(),
    install: () => {
      if (dead.has(token)) token = newToken();
      return token;
    },
    refusalOf: (given) => {
      if (dead.has(given)) return 'account_inactive';
      return given === token ? null : undefined;
    },
    face: {
      team: workspace.team,
      botToken: token,
      token: () => token,
      removeApp: (at = now()) => {
        dead.add(token);
        return {
          uninstalled: telling({ type: 'app_uninstalled' }, at),
          revoked: telling({ type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.bot.id] } }, at),
        };
      },
      person: (name, member) => createPerson(workspace.member(name, member), stage),
      channel: (name, channel) => workspace.channel(name, channel),
      bot: workspace.bot,
      members: workspace.members,
      channels: workspace.channels,
      modals: modals.all,
      watchModals: modals.watch,
      emit: async (event) => {
        await deliver({ type: 'events_api', payload: eventPayload(workspace, event) });
      },
      history: workspace.history,
      message: workspace.messageOf,
      watch: workspace.watch,
      next: (matches = () => true) => {
        const { promise, resolve } = Promise.withResolvers<Message>();
        const stopWatching = workspace.watch(({ kind, message }) => {
          if (kind === 'removed' || message.by !== workspace.bot.id || !matches(message)) return;
          stopWatching();
          resolve(message);
        });
        return promise;
      },
      nextModal: () => {
        const { promise, resolve } = Promise.withResolvers<Modal>();
        const stopWatching = modals.watch((modal, state) => {
          if (state === 'closed') return;
          stopWatching();
          resolve(modal);
        });
        return promise;
      },
      homes: homes.all,
      watchHomes: homes.watch,
      nextHome: () => {
        const { promise, resolve } = Promise.withResolvers<Home>();
        const stopWatching = homes.watch((home) => {
          stopWatching();
          resolve(home);
        });
        return promise;
      },
    },
  };
}

function scopesOf({ passive, api, refused }: TenantRules): readonly string[] {
  const asked = [...SCOPES, ...(api.usersRead ? ['users:read'] : []), ...(passive ? PASSIVE_SCOPES : [])];
  return asked.filter((scope) => !refused.includes(scope));
}

function newToken(): string {
  return `xoxb-${randomUUID()}`;
}
