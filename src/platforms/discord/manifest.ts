// What Discord is told of the bot: its commands, and how to install it.
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { shorten } from '../../answer/fit.ts';
import type { Bot, CommandSpec, MenuSpec } from '../../port.ts';
import { INTENTS } from './client.ts';

/** View channels, send messages (in threads too), read history; replies fail without the last. docs: topics/permissions */
const PERMISSIONS = '274877975552';
/** Characters of a description. docs: interactions/application-commands */
const DESCRIPTION = 100;
const INSTALL = 'https://discord.com/oauth2/authorize?client_id=CLIENT_ID';

/** In servers, in direct messages with the bot and between people; added to a server or to an account. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

type Named = Pick<Bot, 'commands' | 'menu'>;

/** The global commands, as a bulk PUT takes them. */
export function discordCommands({ commands, menu }: Named): RESTPutAPIApplicationCommandsJSONBody {
  return [...commands.map(slashCommand), menuCommand(menu)];
}

/** What manifests/discord.json says; CLIENT_ID stands for the application's id. */
export function discordManifest(bot: Named) {
  return {
    commands: discordCommands(bot),
    intents: INTENTS,
    permissions: PERMISSIONS,
    install: {
      server: `${INSTALL}&scope=bot+applications.commands&permissions=${PERMISSIONS}`,
      account: `${INSTALL}&scope=applications.commands&integration_type=${ApplicationIntegrationType.UserInstall}`,
    },
  };
}

function slashCommand({ name, description, hint }: CommandSpec): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: shorten(description, DESCRIPTION),
    options: [query(hint), PRIVATE],
    ...EVERYWHERE,
  };
}

function query(hint: string): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: 'query',
    description: shorten(hint, DESCRIPTION),
    required: true,
    autocomplete: true,
  };
}

const PRIVATE: APIApplicationCommandOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show the answer only to you',
};

function menuCommand({ name }: MenuSpec): RESTPostAPIApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...EVERYWHERE };
}
