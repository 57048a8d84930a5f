// Commands are sent to Discord only when they changed: it allows few registrations a day, and clients reload on each.
import { type REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

/** What Discord adds to a command by itself. docs: interactions/application-commands, application command object */
const ADDED = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'default_permission']);

/** Makes the application's global commands equal to `commands`; true where something had to be sent. Throws what `rest` throws. */
export async function register(
  rest: REST,
  application: string,
  commands: RESTPutAPIApplicationCommandsJSONBody,
  signal: AbortSignal,
): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  if (fingerprint(await rest.get(route, { signal })) === fingerprint(commands)) return false;
  await rest.put(route, { body: commands, signal });
  return true;
}

/** Equal for lists of commands that mean the same: order, defaults and Discord's additions left out. */
function fingerprint(commands: unknown): string {
  return Array.isArray(commands)
    ? JSON.stringify(commands.map((command) => JSON.stringify(essence(command))).sort())
    : '';
}

function essence(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'number') ? value.toSorted() : value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !ADDED.has(key) && !isDefault(field))
      .map(([key, field]): [string, unknown] => [key, essence(field)])
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

function isDefault(field: unknown): boolean {
  return field === null || field === undefined || field === false || field === '';
}
