// Who asks, and whether they look after the server.
import { type Channel, type Interaction, type Message, type PartialDMChannel, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../../port.ts';

/** Who uses a command, a menu, a button or a form. Discord says with it what they may do. */
export function askerOf({ guild, guildId, channelId, channel, user, memberPermissions }: Interaction): Asker {
  const parent = parentOf(channel);
  return {
    platform: 'discord',
    // Installed to an account alone, it is not in the server where it is used.
    team: guild === null ? null : guildId,
    channel: channelId,
    ...(parent !== undefined && { parent }),
    user: user.id,
    // Whoever administers a server has every permission.
    manages: async () => memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? guildId === null,
  };
}

/** Who wrote a message. */
export function authorOf(message: Message): Asker {
  const parent = parentOf(message.channel);
  return {
    platform: 'discord',
    team: message.guildId,
    channel: message.channelId,
    ...(parent !== undefined && { parent }),
    user: message.author.id,
    manages: () => managesServer(message),
  };
}

/** The channel that a thread belongs to; undefined for what is no thread, or is not known. */
export function parentOf(channel: Channel | PartialDMChannel | null): string | undefined {
  return channel?.isThread() ? (channel.parentId ?? undefined) : undefined;
}

/** A message names its author's roles, but members are not remembered (see client.ts), so Discord is asked. In doubt, no. */
async function managesServer({ guildId, guild, author }: Message): Promise<boolean> {
  if (guildId === null) return true;
  const member = await guild?.members.fetch(author.id).catch(() => null);
  return member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false;
}
