// The list of commands that opens when somebody types a slash: what there is at a place, and what must be filled in.
import { type Json, objects, string } from './json.ts';
import type { Place, World } from './world.ts';

/** docs: interactions/application-commands, command types and option types */
export const COMMAND = { slash: 1, message: 3 } as const;
export const OPTION = { subcommand: 1, string: 3, boolean: 5 } as const;
/** docs: interactions/application-commands: where a command shows, and for which kind of installation */
const CONTEXT = { server: 0, elsewhere: 0, dm: 1, between: 2 } as const;
const INSTALLATION = { server: [0], elsewhere: [1], dm: [0, 1], between: [1] } as const;

/** Values by the option's name. */
export type Given = Readonly<Record<string, string | boolean>>;

/**
 * What Discord tells of a slash command.
 * @param typed the command, or the command and its part: "quiz schedule"
 * @throws where the app would not let somebody send it: no such command there, no such option, or a required one is empty
 */
export function pickCommand(world: World, typed: string, given: Given, place: Place): Json {
  const { command, part } = find(world, typed, place);
  const options = objects((part ?? command)['options']);
  const missing = options.find(({ name, required }) => required === true && given[string(name)] === undefined);
  if (missing !== undefined) throw new Error(`${missing['name']} is required`);
  for (const name of Object.keys(given)) requireOption(options, name);
  const values = Object.entries(given).map(([name, value]) => ({
    name,
    value,
    type: typeof value === 'string' ? OPTION.string : OPTION.boolean,
  }));
  return asSent(command, part, values);
}

/** The same while one of its options is being typed. @throws as there, and where nothing is suggested for this option */
export function pickOption(world: World, typed: string, option: string, value: string, place: Place): Json {
  const { command, part } = find(world, typed, place);
  if (requireOption(objects((part ?? command)['options']), option)['autocomplete'] !== true)
    throw new Error(`Nothing is suggested for ${option}`);
  return asSent(command, part, [{ name: option, type: OPTION.string, value, focused: true }]);
}

/** An entry in the menu of messages. @throws where there is none of this name */
export function pickMenu(world: World, name: string, place: Place): Json {
  return asSent(registered(world, COMMAND.message, name, place));
}

function find(world: World, typed: string, place: Place): { readonly command: Json; readonly part: Json | null } {
  const [name = '', partName] = typed.split(' ');
  const command = registered(world, COMMAND.slash, name, place);
  const parts = objects(command['options']).filter(({ type }) => type === OPTION.subcommand);
  const part = parts.find((one) => one['name'] === partName) ?? null;
  // A command that has parts cannot be sent without one.
  if (parts.length > 0 !== (part !== null) || (partName !== undefined && part === null))
    throw new Error(`There is no command ${typed}`);
  return { command, part };
}

function registered({ commands }: World, type: number, name: string, place: Place): Json {
  const found = commands.find((one) => (one['type'] ?? 1) === type && one['name'] === name && shows(one, place));
  if (found === undefined) throw new Error(`There is no command ${name}`);
  return found;
}

function shows({ contexts, integration_types: installations }: Json, place: Place): boolean {
  const among = (list: unknown, wanted: readonly number[]) =>
    !Array.isArray(list) || wanted.some((one) => list.includes(one));
  return among(contexts, [CONTEXT[place]]) && among(installations, INSTALLATION[place]);
}

function requireOption(options: readonly Json[], name: string): Json {
  const found = options.find((option) => option['name'] === name);
  if (found === undefined) throw new Error(`There is no option ${name}`);
  return found;
}

function asSent({ id, name, type }: Json, part: Json | null = null, values: readonly Json[] = []): Json {
  const options = part === null ? values : [{ name: part['name'], type: OPTION.subcommand, options: values }];
  return { id, name, type: type ?? COMMAND.slash, options };
}
