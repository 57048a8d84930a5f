// Commands, the context menu and buttons: one interaction in, one response out, from memory.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import type { Asker, Bot } from '../../port.ts';
import { oneLine } from './cut.ts';
import { render } from './render.ts';
import { everythingSaid } from './said.ts';

/** Suggestions under a command, and characters of each label and value. docs: interactions/application-commands, option choices */
const SUGGESTIONS = { count: 25, length: 100 };
/** Characters of a typed line that are read: as many as a message can have. docs: resources/message, with Nitro */
const LINE_LENGTH = 4000;

/** Responds to an interaction. Throws what the client throws where Discord does not take the response. */
export async function answerInteraction(interaction: Interaction, bot: Bot): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(interaction, bot);
  else if (interaction.isChatInputCommand()) await answerCommand(interaction, bot);
  else if (interaction.isMessageContextMenuCommand()) await explain(interaction, bot);
  else if (interaction.isButton()) await answerButton(interaction, bot);
}

/** Always responds, with nothing if need be: else the person reads "Loading options failed". */
async function suggest(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const choices = bot
    .suggest(interaction.options.getFocused())
    .filter(({ label, line }) => label.trim() !== '' && line !== '' && line.length <= SUGGESTIONS.length)
    .map(({ label, line }) => ({ name: shorten(oneLine(label), SUGGESTIONS.length), value: line }));
  await interaction.respond(choices.slice(0, SUGGESTIONS.count));
}

async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const line = oneLine(interaction.options.getString('query') ?? '').slice(0, LINE_LENGTH);
  const answer = await bot.ask({ kind: 'line', by: askerOf(interaction), line });
  if (!answer) return;
  const hidden = answer.audience === 'asker' || interaction.options.getBoolean('private') === true;
  await interaction.reply(hidden ? privateCard(answer) : card(answer));
}

async function explain(interaction: MessageContextMenuCommandInteraction, bot: Bot): Promise<void> {
  const text = everythingSaid(interaction.targetMessage);
  const answer = await bot.ask({ kind: 'explain', by: askerOf(interaction), text });
  if (answer) await interaction.reply(privateCard(answer));
}

/**
 * A private card turns into the next one. A public card stays as it is for the others: who pressed gets a card of
 * their own, which in a direct message with the bot may as well stay there.
 */
async function answerButton(interaction: ButtonInteraction, bot: Bot): Promise<void> {
  const answer = await bot.ask({ kind: 'line', by: askerOf(interaction), line: oneLine(interaction.customId) });
  if (!answer) await interaction.deferUpdate();
  else if (isPrivate(interaction)) await interaction.update(card(answer));
  else if (interaction.context === InteractionContextType.BotDM) await interaction.reply(card(answer));
  else await interaction.reply(privateCard(answer));
}

function isPrivate({ message }: ButtonInteraction): boolean {
  // Raw where the bot is not in the server: then the flags are a plain number.
  const flags = typeof message.flags === 'object' ? message.flags.bitfield : (message.flags ?? 0);
  return (flags & MessageFlags.Ephemeral) !== 0;
}

function card(answer: Answer) {
  return { components: [render(answer)], flags: [MessageFlags.IsComponentsV2] } as const;
}

function privateCard(answer: Answer) {
  return { components: [render(answer)], flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] } as const;
}

function askerOf({ guildId, channelId, user }: Interaction): Asker {
  return { platform: 'discord', team: guildId, channel: channelId, user: user.id };
}
