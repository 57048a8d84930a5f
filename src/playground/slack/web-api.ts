// The Web API: the handful of methods that a bot needs to be there and to post.
import type { Homes } from './homes.ts';
import { checkMessage } from './limits.ts';
import type { Payload } from './message.ts';
import { asList, asPayload, asText } from './message.ts';
import type { Modals } from './modals.ts';
import { messageJson } from './payloads.ts';
import type { Channel, Workspace } from './workspace.ts';

/** One call of a method, as it came in. */
export interface Call {
  readonly method: string;
  readonly arguments: Payload;
  /** What it was answered: Slack's error name, or null where it went well. */
  readonly error: string | null;
}

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

export interface WebApi {
  /** Does what the method does; `ok: false` and Slack's error name where it refuses. */
  call(method: string, token: string | null, args: Payload): Payload;
  /** Seconds that this call must wait, where the channel got its message of this second. */
  limited(method: string, args: Payload): number | null;
}

/** One message a second and channel (docs: apis/web-api/rate-limits). */
const CHANNEL_PAUSE_MS = 1000;

const EMOJI = /^[a-z0-9_+-]+$/;

function refuse(error: string, messages: readonly string[] = []): Payload {
  return { ok: false, error, ...(messages.length > 0 && { response_metadata: { messages } }) };
}

/** Arguments that are more than a text or a number. */
const NESTED: ReadonlySet<string> = new Set(['blocks', 'metadata', 'view']);

/** The arguments of a form-encoded call: nested values come as JSON. */
export function readForm(body: string): Payload {
  const form = new URLSearchParams(body);
  return Object.fromEntries([...form].map(([key, value]) => [key, NESTED.has(key) ? JSON.parse(value) : value]));
}

/** Why a message cannot be written or changed here; null where it can. */
function refusalOf(args: Payload, channel: Channel | null, { takes }: Workspace): Payload | null {
  if (channel === null) return refuse('channel_not_found');
  if (channel.archived) return refuse('is_archived');
  if (!channel.bot) return refuse('not_in_channel');
  const [refusal] = checkMessage(args, takes);
  return refusal === undefined ? null : refuse(refusal.error, [`[ERROR] ${refusal.message}`]);
}

export interface WebApiOptions {
  readonly tokens: Tokens;
  readonly modals: Modals;
  readonly homes: Homes;
  /** What `apps.connections.open` answers: the address of a fresh connection. */
  readonly socketUrl: () => string;
  /** Whether channels take one message a second, as on the real Slack. */
  readonly limit: boolean;
  /** Whether the app may ask about people. */
  readonly usersRead: boolean;
}

export function createWebApi(workspace: Workspace, options: WebApiOptions): WebApi {
  const { tokens, modals, homes, socketUrl, limit, usersRead } = options;
  const lastPost = new Map<string, number>();

  function isIn({ members }: Channel, user: string): boolean {
    const name = workspace.memberOf(user)?.name;
    return name !== undefined && (members === null || members.includes(name));
  }

  function post(args: Payload, only: string | null): Payload {
    const channel = workspace.channelOf(asText(args['channel']));
    const refusal = refusalOf(args, channel, workspace);
    if (channel === null || refusal !== null) return refusal ?? refuse('channel_not_found');
    if (only !== null && !isIn(channel, only)) return refuse('user_not_in_channel');
    lastPost.set(channel.id, workspace.now());
    const message = workspace.post({
      channel: channel.id,
      thread: asText(args['thread_ts']) || null,
      by: workspace.bot.id,
      only,
      text: asText(args['text']),
      blocks: asList(args['blocks']).map(asPayload),
      route: only === null ? 'chat.postMessage' : 'chat.postEphemeral',
      raw: args,
    });
    return only === null
      ? {
          ok: true,
          channel: channel.id,
          ts: message.ts,
          message: { type: 'message', ts: message.ts, text: message.text },
        }
      : { ok: true, message_ts: message.ts };
  }

  function update(args: Payload): Payload {
    const channel = workspace.channelOf(asText(args['channel']));
    const refusal = refusalOf(args, channel, workspace);
    if (refusal !== null) return refusal;
    const message = workspace.messageOf(asText(args['ts']));
    if (message === null || message.channel !== channel?.id || message.only !== null)
      return refuse('message_not_found');
    if (message.by !== workspace.bot.id) return refuse('cant_update_message');
    const blocks = asList(args['blocks']).map(asPayload);
    workspace.change({ ...message, text: asText(args['text']), blocks, raw: args, edited: true });
    return { ok: true, channel: channel.id, ts: message.ts, text: asText(args['text']) };
  }

  function describeUser(id: string): Payload {
    if (!usersRead) return { ...refuse('missing_scope'), needed: 'users:read', provided: 'chat:write,commands' };
    const member = workspace.memberOf(id);
    if (member === null) return refuse('user_not_found');
    const { name, admin } = member;
    return {
      ok: true,
      user: { id, team_id: workspace.team.id, name, is_admin: admin, is_owner: false, is_bot: false },
    };
  }

  /** docs: reference/methods/reactions.add; its event goes to no app that caused it, as far as that can matter here. */
  function react(args: Payload): Payload {
    if (!workspace.passive)
      return { ...refuse('missing_scope'), needed: 'reactions:write', provided: 'chat:write,commands' };
    const channel = workspace.channelOf(asText(args['channel']));
    if (channel === null) return refuse('channel_not_found');
    if (channel.archived) return refuse('is_archived');
    if (!channel.bot) return refuse('not_in_channel');
    const message = workspace.messageOf(asText(args['timestamp']));
    if (message === null || message.channel !== channel.id || message.only !== null) return refuse('message_not_found');
    const name = asText(args['name']);
    if (!EMOJI.test(name)) return refuse('invalid_name');
    return workspace.react(message, workspace.bot.id, name) ? { ok: true } : refuse('already_reacted');
  }

  /** docs: reference/methods/reactions.get */
  function reactionsOf(args: Payload): Payload {
    if (!workspace.passive)
      return { ...refuse('missing_scope'), needed: 'reactions:read', provided: 'chat:write,commands' };
    const message = workspace.messageOf(asText(args['timestamp']));
    if (message === null || message.channel !== asText(args['channel'])) return refuse('message_not_found');
    const reactions = (message.reactions ?? []).map(({ name, users }) => ({ name, users, count: users.length }));
    // A message with replies names itself as the beginning of its thread.
    const begins = workspace.history().some(({ thread }) => thread === message.ts);
    const told = {
      ...messageJson(message),
      ...(begins && { thread_ts: message.ts }),
      ...(reactions.length > 0 && { reactions }),
    };
    return { ok: true, type: 'message', channel: message.channel, message: told };
  }

  function identify(): Payload {
    const { team, bot } = workspace;
    const url = `https://${team.domain}.example/`;
    return { ok: true, url, team: team.domain, team_id: team.id, user: bot.name, user_id: bot.id, bot_id: bot.botId };
  }

  return {
    limited: (method, args) => {
      if (!limit || !method.startsWith('chat.post')) return null;
      const last = lastPost.get(asText(args['channel'])) ?? 0;
      return workspace.now() - last < CHANNEL_PAUSE_MS ? 1 : null;
    },
    call: (method, token, args) => {
      if (token === null) return refuse('not_authed');
      if (token !== (method === 'apps.connections.open' ? tokens.app : tokens.bot)) return refuse('invalid_auth');
      switch (method) {
        case 'auth.test':
          return identify();
        case 'apps.connections.open':
          return { ok: true, url: socketUrl() };
        case 'chat.postMessage':
          return post(args, null);
        case 'chat.postEphemeral':
          return asText(args['user']) === '' ? refuse('user_not_found') : post(args, asText(args['user']));
        case 'chat.update':
          return update(args);
        case 'views.open':
          return modals.open(asText(args['trigger_id']), asPayload(args['view']));
        case 'views.push':
          return modals.push(asText(args['trigger_id']), asPayload(args['view']));
        case 'views.update':
          return modals.update(asText(args['view_id']), asText(args['hash']), asPayload(args['view']));
        case 'views.publish':
          return homes.publish(asText(args['user_id']), asPayload(args['view']), asText(args['hash']));
        case 'reactions.add':
          return react(args);
        case 'reactions.get':
          return reactionsOf(args);
        case 'users.info':
          return describeUser(asText(args['user']));
        default:
          return refuse('unknown_method');
      }
    },
  };
}
