// What Discord's events carry, as far as a bot reads it. docs: events/gateway-events, resources/*
import { newId } from './ids.ts';
import { type Json, string } from './json.ts';
import type { Message, Place, Post, User, World } from './world.ts';

const TYPE = { text: 0, dm: 1, group: 3, reply: 19 } as const;
/** View channels, send messages, in threads too, read history. */
const PERMISSIONS = '274877975552';
/** A server that is down for as long as the playground runs: bots must not wait for it. */
const DOWN = newId();
/** A server where people brought the application along. */
const ELSEWHERE = newId();

export function ready({ bot, server }: World, session: string, url: string, shard: unknown): Json {
  return {
    v: 10,
    user: userJson(bot),
    guilds: [server, DOWN].map((id) => ({ id, unavailable: true })),
    session_id: session,
    resume_gateway_url: url,
    application: { id: bot.id, flags: 0 },
    shard,
  };
}

export function serverJson({ server, channel, role, bot }: World): Json {
  const lists = [
    'threads',
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
    id: server,
    name: 'Tea House',
    owner_id: newId(),
    preferred_locale: 'en-US',
    joined_at: new Date().toISOString(),
    member_count: 3,
    large: false,
    unavailable: false,
    roles: [
      roleJson(server, '@everyone'),
      { ...roleJson(role, bot.username), managed: true, tags: { bot_id: bot.id } },
    ],
    channels: [{ id: channel, type: TYPE.text, name: 'general', position: 0, permission_overwrites: [] }],
    members: [
      { user: userJson(bot), roles: [role], joined_at: new Date().toISOString(), deaf: false, mute: false, flags: 0 },
    ],
    ...Object.fromEntries(lists.map((list) => [list, []])),
  };
}

/** A message of a person. `content` may be hidden: Discord blanks it where a bot has no right to read it. */
export function messageJson(world: World, { id, channel, place, author, content }: Message, hidden = false): Json {
  const spokenTo = content.includes(`<@${world.bot.id}>`);
  return {
    ...anyMessage(id, channel, author),
    type: TYPE.text,
    content: hidden ? '' : content,
    ...(place === 'server' ? { guild_id: world.server, member: memberJson() } : { channel_type: TYPE.dm }),
    mentions: spokenTo ? [userJson(world.bot)] : [],
    mention_roles: content.includes(`<@&${world.role}>`) ? [world.role] : [],
    mention_everyone: content.includes('@everyone'),
  };
}

/** A message of the bot, as the REST API returns it. */
export function postJson({ bot }: World, { id, channel, body, repliesTo, seenBy, edits }: Post): Json {
  return {
    ...anyMessage(id, channel, bot),
    type: repliesTo === null ? TYPE.text : TYPE.reply,
    content: string(body['content']),
    components: body['components'] ?? [],
    embeds: body['embeds'] ?? [],
    flags: Number(body['flags'] ?? 0) | (seenBy === null ? 0 : 64),
    edited_timestamp: edits === 0 ? null : new Date().toISOString(),
    ...(repliesTo === null ? {} : { message_reference: { message_id: repliesTo, channel_id: channel } }),
  };
}

/** What every interaction carries about who and where. docs: interactions/receiving-and-responding */
export function interactionJson(
  { bot, server }: World,
  id: string,
  token: string,
  user: User,
  channel: string,
  place: Place,
): Json {
  const inServer = place === 'server' || place === 'elsewhere';
  const guild = place === 'elsewhere' ? ELSEWHERE : server;
  const installed = place === 'server' || place === 'dm' ? { 0: place === 'dm' ? '0' : server } : { 1: user.id };
  return {
    id,
    token,
    application_id: bot.id,
    version: 1,
    channel_id: channel,
    channel: { id: channel, ...channelKind(place, user) },
    ...(inServer
      ? {
          guild_id: guild,
          guild: { id: guild, locale: 'en-US', features: [] },
          member: { ...memberJson(), user: userJson(user), permissions: PERMISSIONS },
        }
      : { user: userJson(user) }),
    locale: 'en-GB',
    app_permissions: PERMISSIONS,
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
  return { type: TYPE.text, name: 'general', position: 0, permissions: PERMISSIONS };
}

function anyMessage(id: string, channel: string, author: User): Json {
  return {
    id,
    channel_id: channel,
    author: userJson(author),
    timestamp: new Date().toISOString(),
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

function memberJson(): Json {
  return {
    roles: [],
    joined_at: new Date().toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
  };
}

function roleJson(id: string, name: string): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: PERMISSIONS,
    managed: false,
    mentionable: true,
    flags: 0,
  };
}
