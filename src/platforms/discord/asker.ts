// Who asks, and whether they look after the server.
import { type Interaction, type Message, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../../port.ts';

/** Who uses a command, a menu, a button or a form. Discord says with it what they may do. */
export function askerOf({ guild, guildId, channelId, user, memberPermissions }: Interaction): Asker {
  return {
    platform: 'discord',
    // Installed to an account alone, it is not in the server where it is used.
    team: guild === null ? null : guildId,
    channel: channelId,
    user: user.id,
    // Whoever administers a server has every permission.
    manages: async () => memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? guildId === null,
  };
}

/** Who wrote a message. */
export function authorOf(message: Message): Asker {
  return {
    platform: 'discord',
    team: message.guildId,
    channel: message.channelId,
    user: message.author.id,
    manages: () => managesServer(message),
  };
}

/** A message names its author's roles, but members are not remembered (see client.ts), so Discord is asked. In doubt, no. */
async function managesServer({ guildId, guild, author }: Message): Promise<boolean> {
  if (guildId === null) return true;
  const member = await guild?.members.fetch(author.id).catch(() => null);
  return member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false;
}
