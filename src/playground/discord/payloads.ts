// What Discord's events carry, as far as a bot reads it. docs: events/gateway-events, resources/*
import { newId, timeOf } from './ids.ts';
import { type Json, string } from './json.ts';
import { isServed, shardOf } from './sharding.ts';
import {
  type Channel,
  createServer,
  type Message,
  type Place,
  type Post,
  type Server,
  type User,
  type World,
} from './world.ts';

/** Of channels, and of messages. docs: resources/channel, resources/message */
const TYPE = { text: 0, dm: 1, group: 3, thread: 11, reply: 19 } as const;
/** docs: topics/permissions */
export const RIGHTS = {
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ReadMessageHistory: 1n << 16n,
  SendMessagesInThreads: 1n << 38n,
} as const;
/** What everybody may do: view channels, send messages, in threads too, react, read history. */
const PERMISSIONS =
  RIGHTS.ViewChannel |
  RIGHTS.SendMessages |
  RIGHTS.AddReactions |
  RIGHTS.ReadMessageHistory |
  RIGHTS.SendMessagesInThreads;
/** A server that is down for as long as the playground runs: bots must not wait for it. */
const DOWN = newId();
/** A server where people brought the application along. */
const ELSEWHERE = createServer();

export function ready({ bot, servers }: World, session: string, url: string, shard: unknown): Json {
  return {
    v: 10,
    user: userJson(bot),
    guilds: [...servers.keys(), DOWN]
      .filter((id) => isServed(shardOf(shard), id))
      .map((id) => ({ id, unavailable: true })),
    session_id: session,
    resume_gateway_url: url,
    application: { id: bot.id, flags: 0 },
    shard,
  };
}

export function serverJson({ bot, channels }: World, server: Server): Json {
  const { id, botRole, keepers } = server;
  const own = [...channels.values()].filter((channel) => channel.server === id);
  const lists = [
    'emojis',
    'stickers',
    'presences',
    'voice_states',
    'stage_instances',
    'guild_scheduled_events',
    'soundboard_sounds',
    'features',
  ];
  return {
    id,
    name: 'Tea House',
    owner_id: newId(),
    preferred_locale: 'en-US',
    joined_at: new Date().toISOString(),
    member_count: 3,
    large: false,
    unavailable: false,
    roles: [
      roleJson(id, '@everyone'),
      { ...roleJson(botRole, bot.username), managed: true, tags: { bot_id: bot.id } },
      roleJson(keepers, 'Keepers', PERMISSIONS | RIGHTS.ManageGuild),
    ],
    channels: own.filter(({ parent }) => parent === null).map((one) => channelJson(one, server)),
    threads: own.filter(({ parent }) => parent !== null).map((one) => channelJson(one, server)),
    members: [{ ...memberJson([botRole]), user: userJson(bot) }],
    ...Object.fromEntries(lists.map((list) => [list, []])),
  };
}

/** A channel, with what is forbidden to the bot there. docs: resources/channel, overwrite object */
export function channelJson({ id, name, parent, denied }: Channel, { id: server, botRole }: Server): Json {
  if (parent !== null) {
    const thread_metadata = { archived: false, locked: false, auto_archive_duration: 1440, archive_timestamp: null };
    return { id, guild_id: server, type: TYPE.thread, name, parent_id: parent, thread_metadata };
  }
  const forbidden = { id: botRole, type: 0, allow: '0', deny: `${denied}` };
  const permission_overwrites = denied === 0n ? [] : [forbidden];
  return { id, guild_id: server, type: TYPE.text, name, position: 0, permission_overwrites };
}

/** A member of a server, as far as it matters who may manage it. */
export function memberOf({ keepers }: Server, user: User): Json {
  return { ...memberJson(user.manages ? [keepers] : []), user: userJson(user) };
}

/** A message of a person. `content` may be hidden: Discord blanks it where a bot has no right to read it. */
export function messageJson(world: World, { id, channel, place, author, content }: Message, hidden = false): Json {
  const server = serverOf(world, channel);
  const { user: _, ...member } = memberOf(server, author);
  return {
    ...anyMessage(id, channel, author),
    type: TYPE.text,
    content: hidden ? '' : content,
    ...(place === 'server' ? { guild_id: server.id, member } : { channel_type: TYPE.dm }),
    mentions: [world.bot, ...world.users.values()].filter(({ id }) => content.includes(`<@${id}>`)).map(userJson),
    mention_roles: content.includes(`<@&${server.botRole}>`) ? [server.botRole] : [],
    mention_everyone: content.includes('@everyone'),
  };
}

/** A message of the bot, as the REST API returns it. */
export function postJson({ bot, now }: World, { id, channel, body, repliesTo, seenBy, edits }: Post): Json {
  return {
    ...anyMessage(id, channel, bot),
    type: repliesTo === null ? TYPE.text : TYPE.reply,
    content: string(body['content']),
    components: body['components'] ?? [],
    embeds: body['embeds'] ?? [],
    flags: Number(body['flags'] ?? 0) | (seenBy === null ? 0 : 64),
    edited_timestamp: edits === 0 ? null : new Date(now()).toISOString(),
    ...(repliesTo === null ? {} : { message_reference: { message_id: repliesTo, channel_id: channel } }),
  };
}

/** What every interaction carries about who and where. docs: interactions/receiving-and-responding */
export function interactionJson(
  world: World,
  id: string,
  token: string,
  user: User,
  channel: string,
  place: Place,
): Json {
  const inServer = place === 'server' || place === 'elsewhere';
  const server = place === 'elsewhere' ? ELSEWHERE : serverOf(world, channel);
  const installed = place === 'server' || place === 'dm' ? { 0: place === 'dm' ? '0' : server.id } : { 1: user.id };
  return {
    id,
    token,
    application_id: world.bot.id,
    version: 1,
    channel_id: channel,
    channel: { id: channel, ...channelKind(place, user) },
    ...(inServer
      ? {
          guild_id: server.id,
          guild: { id: server.id, locale: 'en-US', features: [] },
          member: { ...memberOf(server, user), permissions: `${rightsOf(user)}` },
        }
      : { user: userJson(user) }),
    locale: 'en-GB',
    app_permissions: `${PERMISSIONS & ~(world.channels.get(channel)?.denied ?? 0n)}`,
    entitlements: [],
    authorizing_integration_owners: installed,
    context: { server: 0, elsewhere: 0, dm: 1, between: 2 }[place],
    attachment_size_limit: 10_485_760,
  };
}

export function userJson({ id, username, bot }: User): Json {
  return { id, username, discriminator: bot ? '0001' : '0', global_name: bot ? null : username, avatar: null, bot };
}

function channelKind(place: Place, user: User): Json {
  if (place === 'dm') return { type: TYPE.dm, recipients: [userJson(user)] };
  if (place === 'between') return { type: TYPE.group, recipients: [userJson(user)] };
  return { type: TYPE.text, name: 'general', position: 0, permissions: `${rightsOf(user)}` };
}

function rightsOf({ manages = false }: User): bigint {
  return manages ? PERMISSIONS | RIGHTS.ManageGuild : PERMISSIONS;
}

/** The server of a channel; of a direct message, the home of who writes it. */
function serverOf({ channels, servers, home }: World, channel: string): Server {
  return servers.get(channels.get(channel)?.server ?? '') ?? home;
}

function anyMessage(id: string, channel: string, author: User): Json {
  return {
    id,
    channel_id: channel,
    author: userJson(author),
    timestamp: new Date(timeOf(id)).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    flags: 0,
  };
}

function memberJson(roles: readonly string[]): Json {
  return {
    roles,
    joined_at: new Date().toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
  };
}

function roleJson(id: string, name: string, permissions = PERMISSIONS): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: `${permissions}`,
    managed: false,
    mentionable: true,
    flags: 0,
  };
}
