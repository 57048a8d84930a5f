// Mentions in servers and direct messages: one message in, one reply or silence out.
import { type Message, MessageFlags } from 'discord.js';
import type { Bot } from '../../port.ts';
import { authorOf } from './asker.ts';
import { render } from './render.ts';
import { plainWords } from './said.ts';

/**
 * Whether a person speaks to the bot: in a direct message, by mention, by replying to it with the ping on, or by the
 * role that Discord gives every bot. Of role mentions Discord hides the content, so the bot hears an empty text.
 */
export function isToUs(message: Message): boolean {
  const { author, client, guild, mentions } = message;
  if (author.bot || message.webhookId !== null || message.system) return false;
  if (message.guildId === null) return true;
  const role = guild?.roles.botRoleFor(client.user);
  return mentions.users.has(client.user.id) || (role != null && mentions.roles.has(role.id));
}

/** Replies to a message. Throws what the client throws where Discord does not take the reply. */
export async function answerMessage(message: Message, bot: Bot): Promise<void> {
  const answer = await bot.ask({ kind: 'mention', by: authorOf(message), text: plainWords(message.content) });
  if (!answer) return;
  await message.reply({
    components: [render(answer)],
    flags: [MessageFlags.IsComponentsV2],
    // The message's own id: Discord then posts one reply to it, however often the request is repeated.
    nonce: message.id,
    enforceNonce: true,
  });
}
