// Commands, the context menu, buttons and forms: one interaction in, one response out, from memory.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
} from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import type { Bot, Pressed } from '../../port.ts';
import { askerOf } from './asker.ts';
import { respond } from './callback.ts';
import { oneLine } from './cut.ts';
import { drawForm, formFor, readButton, readForm } from './forms.ts';
import { LIMITS } from './limits.ts';
import { everythingSaid } from './said.ts';
import { lineOf, topicOf } from './typed.ts';

/** Responds to an interaction. Throws what the client throws where Discord does not take the response. */
export async function answerInteraction(interaction: Interaction, bot: Bot): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(interaction, bot);
  else if (interaction.isChatInputCommand()) await answerCommand(interaction, bot);
  else if (interaction.isMessageContextMenuCommand()) await explain(interaction, bot);
  else if (interaction.isButton()) await answerButton(interaction, bot);
  else if (interaction.isModalSubmit() && interaction.isFromMessage()) await answerForm(interaction, bot);
}

/** Always responds, with nothing if need be: else the person reads "Loading options failed". */
async function suggest(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const choices = bot
    .suggest(interaction.options.getFocused(), topicOf(interaction, bot.commands), askerOf(interaction))
    .filter(({ label, line }) => label.trim() !== '' && line !== '' && line.length <= LIMITS.suggestion)
    .map(({ label, line }) => ({ name: shorten(oneLine(label), LIMITS.suggestion), value: line }));
  await interaction.respond(choices.slice(0, LIMITS.suggestions));
}

async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const line = lineOf(interaction, bot.commands);
  const answer = await bot.ask({ kind: 'line', by: askerOf(interaction), line });
  if (!answer) return;
  const hidden =
    answer.audience === 'asker' || (answer.audience === 'room' && interaction.options.getBoolean('private') === true);
  await respond(interaction, answer, hidden ? 'privately' : 'openly');
}

async function explain(interaction: MessageContextMenuCommandInteraction, bot: Bot): Promise<void> {
  const text = everythingSaid(interaction.targetMessage);
  const answer = await bot.ask({ kind: 'explain', by: askerOf(interaction), text });
  if (answer) await respond(interaction, answer, 'privately');
}

async function answerButton(interaction: ButtonInteraction, bot: Bot): Promise<void> {
  const { line, asksFirst } = readButton(interaction.customId);
  const answer = await bot.ask({ kind: 'line', by: askerOf(interaction), line, ...pressed(interaction) });
  const form = asksFirst ? formFor(line, answer) : undefined;
  await (form === undefined ? respondOn(interaction, answer) : interaction.showModal(drawForm(form)));
}

async function answerForm(interaction: ModalMessageModalSubmitInteraction, bot: Bot): Promise<void> {
  await respondOn(interaction, await bot.ask({ kind: 'line', by: askerOf(interaction), line: readForm(interaction) }));
}

type OnMessage = ButtonInteraction | ModalMessageModalSubmitInteraction;

/**
 * A private card turns into the next one. A public message stays as it is for the others: who pressed gets a card of
 * their own, which in a direct message with the bot may as well stay there. What the channel is to see, it sees.
 */
async function respondOn(interaction: OnMessage, answer: Answer | null): Promise<void> {
  if (!answer) await interaction.deferUpdate();
  else if (answer.audience === 'channel') await respond(interaction, answer, 'openly');
  else if (isPrivate(interaction)) await respond(interaction, answer, 'in its place');
  else if (interaction.context === InteractionContextType.BotDM) await respond(interaction, answer, 'openly');
  else await respond(interaction, answer, 'privately');
}

function pressed(interaction: ButtonInteraction): { from?: Pressed } {
  const { guildId, channelId, message } = interaction;
  if (guildId === null || isPrivate(interaction)) return {};
  const place = { platform: 'discord', team: guildId, channel: channelId } as const;
  return { from: { place, posted: { message: message.id } } };
}

function isPrivate({ message }: OnMessage): boolean {
  // Raw where the bot is not in the server: then the flags are a plain number.
  const flags = typeof message.flags === 'object' ? message.flags.bitfield : (message.flags ?? 0);
  return (flags & MessageFlags.Ephemeral) !== 0;
}
