// The bot's messages: posted in channels and in answer to interactions, and edited. Bodies over the limits are refused.
import { dropOldest } from '../kept.ts';
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { type Json, number, object, string } from './json.ts';
import { checkMessage, FLAG, isEmptyMessage } from './limits.ts';
import { postJson, RIGHTS } from './payloads.ts';
import { invalidBody, REFUSALS, type Refusal } from './refusal.ts';
import type { Answered } from './rest.ts';
import type { Interaction, Post, World } from './world.ts';

const INTENT = { server: 1 << 9, dm: 1 << 12 } as const;
const DM = 1;

/** A message in answer to an interaction: no permission is needed, and a nonce means nothing. */
export function answerInteraction(
  world: World,
  { channel, place, user, command }: Interaction,
  body: unknown,
): Answered {
  const refused = refusalOf(body);
  if (refused !== null) return refused;
  const hidden = (number(object(body)['flags']) & FLAG.ephemeral) !== 0;
  const seenBy = hidden ? user.id : null;
  const asked = command === null ? {} : { asked: { user: user.id, command } };
  const post = {
    id: newId(world.now()),
    channel,
    place,
    body: object(body),
    seenBy,
    repliesTo: null,
    edits: 0,
    ...asked,
  };
  return kept(world, post, 'posted');
}

/** A message in a channel. For some time the same nonce gives the same message, where asked for. docs: resources/message, create message */
export function postInChannel(
  world: World,
  gateway: Gateway,
  channel: string,
  body: Json,
  nonceWindow: number,
): Answered {
  const reference = object(body['message_reference']);
  const to = string(reference['message_id']);
  const refused = forbidden(world, channel, to === '' ? 'post' : 'reply') ?? refusalOf(body);
  if (refused !== null) return refused;

  const nonce = body['enforce_nonce'] === true ? string(body['nonce']) : '';
  const earlier = world.nonces.get(nonce);
  if (earlier !== undefined && world.now() - earlier.at < nonceWindow) {
    const same = world.posts.get(earlier.post);
    return same === undefined ? REFUSALS.unknownMessage : { status: 200, body: postJson(world, same) };
  }

  const exists = world.messages.has(to) || world.posts.has(to);
  if (to !== '' && !exists && reference['fail_if_not_exists'] !== false)
    return invalidBody([
      { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  const id = newId(world.now());
  if (nonce !== '') world.nonces.set(nonce, { post: id, at: world.now() });
  dropOldest(world.nonces, world.keep);
  const server = world.channels.get(channel)?.server;
  const place = server === undefined ? 'dm' : 'server';
  const post: Post = { id, channel, place, body, seenBy: null, repliesTo: exists ? to : null, edits: 0 };
  const answered = kept(world, post, 'posted');
  const where = server === undefined ? { channel_type: DM } : { guild_id: server };
  gateway.dispatch('MESSAGE_CREATE', { ...object(answered.body), ...where }, INTENT[place]);
  return answered;
}

export function editInChannel(world: World, channel: string, message: string, body: unknown): Answered {
  const refused = forbidden(world, channel, 'edit');
  if (refused !== null) return refused;
  const target = world.posts.get(message);
  return target?.channel === channel ? edit(world, target, body) : REFUSALS.unknownMessage;
}

export function edit(world: World, target: Post, body: unknown): Answered {
  const refused = refusalOf(body);
  if (refused !== null) return refused;
  const current = world.posts.get(target.id) ?? target;
  return kept(world, { ...current, body: { ...current.body, ...object(body) }, edits: current.edits + 1 }, 'edited');
}

/** What keeps the bot from doing this in a channel. */
export function forbidden(
  world: World,
  id: string,
  what: 'post' | 'reply' | 'edit' | 'react' | 'read',
): Refusal | null {
  const channel = world.channels.get(id);
  if (channel === undefined) return world.directMessages.has(id) ? null : REFUSALS.unknownChannel;
  const { denied } = world.channels.get(channel.parent ?? id) ?? channel;
  const lacks = (right: bigint) => (denied & right) !== 0n;
  const send = channel.parent === null ? RIGHTS.SendMessages : RIGHTS.SendMessagesInThreads;
  if (!world.servers.has(channel.server) || lacks(RIGHTS.ViewChannel)) return REFUSALS.missingAccess;
  if (what === 'react' && lacks(RIGHTS.AddReactions)) return REFUSALS.missingPermissions;
  if ((what === 'react' || what === 'read') && lacks(RIGHTS.ReadMessageHistory)) return REFUSALS.missingPermissions;
  if ((what === 'post' || what === 'reply') && lacks(send)) return REFUSALS.missingPermissions;
  return what === 'reply' && lacks(RIGHTS.ReadMessageHistory) ? REFUSALS.mayNotReply : null;
}

function kept(world: World, post: Post, kind: 'posted' | 'edited'): Answered {
  world.posts.set(post.id, post);
  world.tell({ kind, post });
  forget(world, world.posts);
  return { status: 200, body: postJson(world, post) };
}

function refusalOf(body: unknown): Refusal | null {
  const problems = checkMessage(body);
  if (problems.length > 0) return invalidBody(problems);
  return isEmptyMessage(body) ? REFUSALS.emptyMessage : null;
}

/** Forgets the oldest of what was said, and tells so. */
export function forget(world: World, said: Map<string, { readonly id: string }>): void {
  const ids = dropOldest(said, world.keep).map(({ id }) => id);
  if (ids.length > 0) world.tell({ kind: 'forgotten', ids });
}
