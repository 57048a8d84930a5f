// Emojis below messages: who put them there, and how the bot hears of it. docs: resources/message, events/gateway-events
import type { Gateway } from './gateway.ts';
import type { Json } from './json.ts';
import { forbidden } from './messages.ts';
import { memberOf, messageJson, postJson } from './payloads.ts';
import { REFUSALS } from './refusal.ts';
import type { Answered } from './rest.ts';
import type { Message, Post, User, World } from './world.ts';

const INTENT = { server: 1 << 10, dm: 1 << 13 } as const;
const EMOJI = /^\p{RGI_Emoji}$/v;

/** Puts an emoji below a message, and tells the bot. @returns false where this person has done so already */
export function react(world: World, gateway: Gateway, { id: user }: User, id: string, emoji: string): boolean {
  const message = world.messages.get(id) ?? world.posts.get(id);
  if (message === undefined) return false;
  const reactions = world.reactions.get(id) ?? [];
  const same = reactions.find((one) => one.emoji === emoji);
  if (same?.users.includes(user) === true) return false;
  const others = reactions.filter((one) => one !== same);
  world.reactions.set(id, [...others, { emoji, users: [...(same?.users ?? []), user] }]);
  world.tell({ kind: 'reacted', message: id });
  gateway.dispatch('MESSAGE_REACTION_ADD', reactionJson(world, message, user, emoji), INTENT[placeOf(message)]);
  return true;
}

function placeOf({ place }: Message | Post): keyof typeof INTENT {
  return place === 'dm' ? 'dm' : 'server';
}

function reactionJson(world: World, message: Message | Post, user: string, emoji: string): Json {
  const server = world.servers.get(world.channels.get(message.channel)?.server ?? '');
  const person = world.users.get(user);
  return {
    user_id: user,
    channel_id: message.channel,
    message_id: message.id,
    message_author_id: 'author' in message ? message.author.id : world.bot.id,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(server !== undefined && { guild_id: server.id }),
    ...(server !== undefined && person !== undefined && { member: memberOf(server, person) }),
  };
}

/** The bot’s own reaction. */
export function reactAsBot(world: World, gateway: Gateway, channel: string, id: string, emoji: string): Answered {
  const refused = forbidden(world, channel, 'react');
  if (refused !== null) return refused;
  if (!EMOJI.test(emoji)) return REFUSALS.unknownEmoji;
  const message = world.messages.get(id) ?? world.posts.get(id);
  if (message?.channel !== channel) return REFUSALS.unknownMessage;
  react(world, gateway, world.bot, id, emoji);
  return { status: 204 };
}

/** One message as the bot may read it: without the intent, not what it says. */
export function readMessage(world: World, channel: string, id: string): Answered {
  const refused = forbidden(world, channel, 'read');
  if (refused !== null) return refused;
  const said = world.messages.get(id);
  const post = world.posts.get(id);
  const found = said ?? post;
  if (found?.channel !== channel) return REFUSALS.unknownMessage;
  const told = said === undefined ? post && postJson(world, post) : messageJson(world, said, !world.messageContent);
  const reactions = (world.reactions.get(id) ?? []).map(({ emoji, users }) => ({
    emoji: { id: null, name: emoji },
    count: users.length,
    count_details: { normal: users.length, burst: 0 },
    burst_colors: [],
    me: users.includes(world.bot.id),
    me_burst: false,
  }));
  return { status: 200, body: { ...told, ...(reactions.length > 0 && { reactions }) } };
}

/** The channel in which the bot is alone with somebody. docs: resources/user, create DM */
export function openDirect({ directMessages, users }: World, user: string): Answered {
  const [channel] = [...directMessages].find(([, alone]) => alone === user) ?? [];
  if (channel === undefined || !users.has(user)) return REFUSALS.unknownUser;
  return { status: 200, body: { id: channel, type: 1, recipients: [{ id: user }] } };
}
