// The limits of whole bodies: messages, suggestions, commands. docs: resources/message, interactions/application-commands
import { checkComponents } from './components.ts';
import { type Json, number, object, objects, string } from './json.ts';
import type { Problem } from './refusal.ts';
import { count, length, oneOf, type Path } from './rules.ts';

export const FLAG = { ephemeral: 64, componentsV2: 32768 } as const;
/** docs: resources/message, create message */
export const MOST_CONTENT = 2000;
const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'];
const SLASH_NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
const OPTION = { subcommand: 1, string: 3, integer: 4, boolean: 5 } as const;

/** Everything in a message body that Discord would refuse, with its names for it. */
export function checkMessage(body: unknown): Problem[] {
  const message = object(body);
  const v2 = (number(message['flags']) & FLAG.componentsV2) !== 0;
  return [
    ...length(['content'], message['content'], 0, MOST_CONTENT),
    ...length(['nonce'], message['nonce'], 0, 25),
    ...(v2 ? LEGACY.filter((field) => isFilled(message[field])).map(legacy) : checkEmbeds(objects(message['embeds']))),
    ...checkComponents(message['components'], v2),
  ];
}

/** Whether a message body shows nothing at all: refused on its own. */
export function isEmptyMessage(body: unknown): boolean {
  const message = object(body);
  return !['content', 'embeds', 'components', 'poll', 'sticker_ids', 'attachments'].some((field) =>
    isFilled(message[field]),
  );
}

/** Suggestions under a command that is being typed. */
export function checkSuggestions(data: unknown): Problem[] {
  const { choices } = object(data);
  return [
    ...count(['data', 'choices'], choices, 0, 25),
    ...objects(choices).flatMap((choice, at) => checkChoice(choice, ['data', 'choices', at])),
  ];
}

/** A bulk overwrite of all commands of an application. */
export function checkCommands(body: unknown): Problem[] {
  const commands = objects(body);
  const names = commands.map(({ type = 1, name }) => `${type} ${name}`);
  const twice = {
    path: [],
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
    message: 'Application command names must be unique',
  };
  return [
    ...commands.flatMap((command, at) => checkCommand(command, [at])),
    ...(new Set(names).size === names.length ? [] : [twice]),
  ];
}

function checkCommand(command: Json, path: Path): Problem[] {
  const isSlash = (command['type'] ?? 1) === 1;
  const options = objects(command['options']);
  return [
    ...(isSlash ? checkName(command['name'], path) : length([...path, 'name'], command['name'], 1, 32)),
    ...length([...path, 'description'], command['description'], isSlash ? 1 : 0, isSlash ? 100 : 0),
    ...count([...path, 'options'], options, 0, isSlash ? 25 : 0),
    ...options.flatMap((option, at) => checkOption(option, [...path, 'options', at])),
    ...requiredFirst(options, path),
    ...distinctNames(options, path),
    ...unmixed(options, path),
    ...(sizeOf(command) <= 8000
      ? []
      : [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: 'Command exceeds maximum size (8000)' }]),
  ];
}

function checkOption(option: Json, path: Path): Problem[] {
  return [
    ...checkName(option['name'], path),
    ...length([...path, 'description'], option['description'], 1, 100),
    ...(option['type'] === OPTION.subcommand ? checkPart(option, path) : checkValue(option, path)),
  ];
}

/** A subcommand, whose options are values. */
function checkPart(part: Json, path: Path): Problem[] {
  const options = objects(part['options']);
  const values = [OPTION.string, OPTION.integer, OPTION.boolean];
  return [
    ...count([...path, 'options'], options, 0, 25),
    ...options.flatMap((option, at) => oneOf([...path, 'options', at, 'type'], option['type'], values)),
    ...options.flatMap((option, at) => checkOption(option, [...path, 'options', at])),
    ...requiredFirst(options, path),
    ...distinctNames(options, path),
  ];
}

function checkValue(option: Json, path: Path): Problem[] {
  const choices = objects(option['choices']);
  const both = option['autocomplete'] === true && choices.length > 0;
  return [
    ...count([...path, 'choices'], choices, 0, 25),
    ...choices.flatMap((choice, at) => checkChoice(choice, [...path, 'choices', at])),
    ...(both || (option['autocomplete'] === true && option['type'] !== OPTION.string)
      ? [
          {
            path,
            code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
            message: 'Autocomplete cannot be used here',
          },
        ]
      : []),
  ];
}

function checkName(name: unknown, path: Path): Problem[] {
  const text = string(name);
  const wrong = !SLASH_NAME.test(text) || text !== text.toLowerCase();
  return [
    ...length([...path, 'name'], name, 1, 32),
    ...(wrong
      ? [{ path: [...path, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }]
      : []),
  ];
}

function distinctNames(options: readonly Json[], path: Path): Problem[] {
  const names = options.map(({ name }) => name);
  const message = 'Option names must be unique';
  return new Set(names).size === names.length
    ? []
    : [{ path: [...path, 'options'], code: 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', message }];
}

/** A command either has parts or values, not both. */
function unmixed(options: readonly Json[], path: Path): Problem[] {
  const parts = options.filter(({ type }) => type === OPTION.subcommand);
  const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
  return parts.length === 0 || parts.length === options.length
    ? []
    : [{ path: [...path, 'options'], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message }];
}

function requiredFirst(options: readonly Json[], path: Path): Problem[] {
  return options.flatMap((option, at) =>
    option['required'] === true && options.slice(0, at).some((earlier) => earlier['required'] !== true)
      ? [
          {
            path: [...path, 'options', at],
            code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            message: 'Required options must be placed before non-required options',
          },
        ]
      : [],
  );
}

function checkChoice(choice: Json, path: Path): Problem[] {
  return [...length([...path, 'name'], choice['name'], 1, 100), ...length([...path, 'value'], choice['value'], 1, 100)];
}

/** Names, descriptions and choices together. */
function sizeOf({ name, description, value, options, choices }: Json): number {
  const own = [name, description, value].reduce((sum: number, text) => sum + string(text).length, 0);
  return [...objects(options), ...objects(choices)].reduce((sum, inner) => sum + sizeOf(inner), own);
}

function checkEmbeds(embeds: readonly Json[]): Problem[] {
  const texts = (embed: Json) => [
    embed['title'],
    embed['description'],
    object(embed['footer'])['text'],
    object(embed['author'])['name'],
    ...objects(embed['fields']).flatMap(({ name, value }) => [name, value]),
  ];
  const size = embeds.flatMap(texts).reduce((sum: number, text) => sum + string(text).length, 0);
  return [
    ...count(['embeds'], embeds, 0, 10),
    ...embeds.flatMap((embed, at) => [
      ...length(['embeds', at, 'title'], embed['title'], 0, 256),
      ...length(['embeds', at, 'description'], embed['description'], 0, 4096),
      ...count(['embeds', at, 'fields'], embed['fields'], 0, 25),
    ]),
    ...(size <= 6000
      ? []
      : [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message: 'Embed size exceeds maximum size of 6000' }]),
  ];
}

function legacy(field: string): Problem {
  const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
  return { path: [field], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message };
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
