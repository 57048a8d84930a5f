// What Discord is told of the bot: its commands, and how to install it.
import {
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { shorten } from '../../answer/fit.ts';
import type { Bot, CommandSpec, FieldSpec, MenuSpec, PartSpec } from '../../port.ts';
import { intentsFor } from './client.ts';
import { LIMITS } from './limits.ts';

/** View channels, send messages (in threads too), read history; replies fail without the last. docs: topics/permissions */
const PERMISSIONS = 274_877_975_552n;
const INSTALL = 'https://discord.com/oauth2/authorize?client_id=CLIENT_ID';

const WHERE: Readonly<Record<CommandSpec['where'], Reach>> = {
  /** In servers, in direct messages with the bot and between people; added to a server or to an account. */
  anywhere: {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },
  server: {
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
};

interface Reach {
  readonly contexts: InteractionContextType[];
  readonly integration_types: ApplicationIntegrationType[];
}

type Named = Pick<Bot, 'commands' | 'menu'>;

/** The global commands, as a bulk PUT takes them. */
export function discordCommands({ commands, menu }: Named): RESTPutAPIApplicationCommandsJSONBody {
  return [...commands.map(slashCommand), menuCommand(menu)];
}

/**
 * What manifests/discord.json says; CLIENT_ID stands for the application's id.
 * @param passive whether channels may let it listen: then it reacts, and reads what is not written to it
 */
export function discordManifest(bot: Named, passive = false) {
  const permissions = `${passive ? PERMISSIONS | PermissionFlagsBits.AddReactions : PERMISSIONS}`;
  return {
    commands: discordCommands(bot),
    intents: intentsFor(passive),
    permissions,
    install: {
      server: `${INSTALL}&scope=bot+applications.commands&permissions=${permissions}`,
      account: `${INSTALL}&scope=applications.commands&integration_type=${ApplicationIntegrationType.UserInstall}`,
    },
  };
}

/** Who may use which part is for the bot to say: permissions set here would hold for a command with all its parts. */
function slashCommand({
  name,
  description,
  hint,
  parts,
  where,
}: CommandSpec): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: shorten(description, LIMITS.description),
    options: parts === undefined ? [query(hint), PRIVATE] : parts.map(subcommand),
    ...WHERE[where],
  };
}

function subcommand({ name, description, fields }: PartSpec): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: shorten(description, LIMITS.description),
    // Discord wants the required ones first; the line has them in the order of the fields all the same.
    options: fields.toSorted((left, right) => Number(right.required) - Number(left.required)).map(option),
  };
}

function option({ name, description, required, suggests }: FieldSpec): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description: shorten(description, LIMITS.description),
    required,
    ...(suggests === undefined ? {} : { autocomplete: true }),
  };
}

function query(hint: string): APIApplicationCommandStringOption {
  return option({ name: 'query', description: hint, required: true, suggests: 'status' });
}

const PRIVATE: APIApplicationCommandBooleanOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show the answer only to you',
};

function menuCommand({ name }: MenuSpec): RESTPostAPIApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...WHERE.anywhere };
}
