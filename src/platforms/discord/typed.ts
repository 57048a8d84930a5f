// What somebody typed into a slash command, as the line it stands for.
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Bot, PartSpec, Topic } from '../../port.ts';
import { oneLine } from './cut.ts';
import { LIMITS } from './limits.ts';

type Commands = Bot['commands'];

/** The free text of a command; of a command with parts "name part value word value …", in the order of its fields. */
export function lineOf(interaction: ChatInputCommandInteraction, commands: Commands): string {
  const { options, commandName } = interaction;
  const part = options.getSubcommand(false);
  const typed = (name: string) => oneLine(options.getString(name) ?? '');
  const fields = partOf(interaction, commands)?.fields ?? [];
  const values = fields.flatMap(({ name, word }) => (typed(name) === '' ? [] : [word ?? '', typed(name)]));
  const words = part === null ? [typed('query')] : [commandName, part, ...values];
  return oneLine(words.join(' ')).slice(0, LIMITS.line);
}

/** What the field that is being typed is about; nothing in particular for the free text of a command. */
export function topicOf(interaction: AutocompleteInteraction, commands: Commands): Topic | undefined {
  const { name } = interaction.options.getFocused(true);
  return partOf(interaction, commands)?.fields.find((field) => field.name === name)?.suggests;
}

/** The part that was chosen; none where Discord still shows one that is gone. */
function partOf(
  { commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction,
  commands: Commands,
): PartSpec | undefined {
  const chosen = options.getSubcommand(false);
  return commands.find(({ name }) => name === commandName)?.parts?.find(({ name }) => name === chosen);
}
