// What the gateway has told of a channel: a refusal known beforehand is a 403 less. Too many of them lock a bot out.
import { type Client, type GuildBasedChannel, PermissionFlagsBits, ShardClientUtil } from 'discord.js';
import type { Membership, Place, PostFailure } from '../../port.ts';
import { postFailure } from './post-failure.ts';

/** What is about to be done in a channel. */
export type Intention = 'post' | 'reply' | 'edit' | 'react';

/** Why Discord would refuse, or null where it would not, as far as is known here. */
export function obstacle(client: Client, place: Place, intention: Intention): PostFailure | null {
  const server = client.guilds.cache.get(place.team);
  if (server === undefined)
    return isServedHere(client, place.team) ? postFailure('gone', 'the bot is no longer in the server') : null;
  const channel = server.channels.cache.get(place.channel);
  const missing = channel === undefined ? [] : missingRights(channel, intention);
  return missing.length === 0 ? null : postFailure('repairable', `not permitted: ${missing.join(', ')}`);
}

function missingRights(channel: GuildBasedChannel, intention: Intention): readonly string[] {
  const me = channel.guild.members.me;
  const rights = me === null ? null : channel.permissionsFor(me);
  const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return (
    rights?.missing([
      PermissionFlagsBits.ViewChannel,
      ...(intention === 'edit' || intention === 'react' ? [] : [send]),
      // docs: topics/opcodes-and-status-codes, 160002; resources/message, create reaction
      ...(intention === 'reply' || intention === 'react' ? [PermissionFlagsBits.ReadMessageHistory] : []),
      ...(intention === 'react' ? [PermissionFlagsBits.AddReactions] : []),
    ]) ?? []
  );
}

/** Whether the bot is in these servers, of those that are this process's own; none before the gateway has named them. */
export function whereabouts(client: Client, servers: readonly string[]): readonly Membership[] {
  if (!client.isReady()) return [];
  return servers
    .filter((team) => isServedHere(client, team))
    .map((team) => ({ platform: 'discord', team, member: client.guilds.cache.has(team) }));
}

/** The gateway names the servers of its shard and no others, those with an outage included. */
function isServedHere({ options, ws }: Client, server: string): boolean {
  return ws.shards.has(ShardClientUtil.shardIdForGuildId(server, options.shardCount ?? 1));
}
