// What somebody is typing, read as far as it goes: a command's name, a command with its options, or a name after "@". Pure.
import type { Channel, Deed, Member, SlashCommand } from '../protocol.ts';

type Write = Extract<Deed, { do: 'write' | 'command' }>;

/** What stands in an option. */
export interface Filled {
  /** As it reads. */
  readonly text: string;
  /** What is sent, where something was chosen that reads otherwise. */
  readonly value: string | null;
}

/** What stands where one types: a text, or on Discord a command whose options are being filled in. */
export interface Draft {
  readonly text: string;
  readonly command: { readonly name: string; readonly options: Readonly<Record<string, Filled>> } | null;
}

export const emptyDraft: Draft = { text: '', command: null };

/** Characters of a name that is looked for after "@". */
const LONGEST_NAME = 40;
const mention = /(?:^|[\s(])@([\p{L}\p{N}_-]*)$/u;
const slashWord = /^\/(\S*)\s*/;

/** The commands that a text may become, those that begin so first. */
export function commandsFor(commands: readonly SlashCommand[], text: string): readonly SlashCommand[] {
  if (!text.startsWith('/')) return [];
  const typed = text.slice(1).toLowerCase();
  const begin = commands.filter(({ name }) => name.startsWith(typed));
  const contain = commands.filter(({ name }) => !name.startsWith(typed) && name.includes(typed));
  return [...begin, ...contain];
}

/** The command that a text begins with, followed by a space; the longest where two fit. */
export function commandIn(
  commands: readonly SlashCommand[],
  text: string,
): { readonly command: SlashCommand; readonly rest: string } | null {
  const fitting = commands.filter(({ name }) => text.startsWith(`/${name} `));
  const command = fitting.toSorted((a, b) => b.name.length - a.name.length)[0];
  return command === undefined ? null : { command, rest: text.slice(command.name.length + 2).trimStart() };
}

/** A text on Discord: once a command with options is complete, what follows stands in its first option. */
export function draftOf(commands: readonly SlashCommand[], text: string): Draft {
  const found = commandIn(commands, text);
  const first = found?.command.options[0];
  if (!found || first === undefined) return { text, command: null };
  const options = found.rest === '' ? {} : { [first.name]: { text: found.rest, value: null } };
  return { text: '', command: { name: found.command.name, options } };
}

/** The name that is being typed after "@", right before the caret; null where there is none. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const before = text.slice(Math.max(0, caret - LONGEST_NAME), caret);
  const typed = mention.exec(before)?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** Members whose name begins so. The bot first: it is here to be asked. */
export function membersFor(members: readonly Member[], typed: string): readonly Member[] {
  const fitting = members.filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  return fitting.toSorted((a, b) => Number(b.bot) - Number(a.bot));
}

/** Where something is written, and by whom. */
export interface Where {
  readonly as: string;
  readonly channel: Channel['id'];
  readonly thread: string | null;
}

/** What becomes of a text on Slack: a deed, or Slack's words why not. Null for nothing at all. */
export function slackDeed(commands: readonly SlashCommand[], text: string, where: Where): Write | string | null {
  if (text.trim() === '') return null;
  const name = slashWord.exec(text)?.[1];
  if (name === undefined) return { do: 'write', side: 'slack', ...where, text };
  if (!commands.some((command) => command.name === name))
    return `/${name} is not a valid command. All messages that start with “/” are taken as commands; put a space before it to send it as a message.`;
  // docs.slack.dev, interactivity/slash-commands: custom commands do not work in threads.
  if (where.thread !== null) return `/${name} is not supported in threads. Sorry!`;
  const { as, channel } = where;
  return { do: 'command', side: 'slack', as, channel, name, text: text.replace(slashWord, '').trim(), options: {} };
}

/** What becomes of a text on Discord, where a command that does not exist is a message like any other. */
export function discordDeed(commands: readonly SlashCommand[], text: string, where: Where): Write | null {
  if (text.trim() === '') return null;
  const bare = commands.find(({ name, options }) => options.length === 0 && text.trim() === `/${name}`);
  if (bare === undefined) return { do: 'write', side: 'discord', ...where, thread: null, text };
  const { as, channel } = where;
  return { do: 'command', side: 'discord', as, channel, name: bare.name, text: '', options: {} };
}

/** A filled-in command on Discord, or the name of the first option that it cannot be sent without. */
export function commandDeed(
  command: SlashCommand,
  filled: Readonly<Record<string, Filled>>,
  { as, channel }: Where,
): Write | { readonly missing: string } {
  const options: Record<string, string | boolean> = {};
  for (const { name, required, kind } of command.options) {
    const { text, value } = filled[name] ?? { text: '', value: null };
    const given = value ?? text.trim();
    if (given === '' && required) return { missing: name };
    if (given !== '') options[name] = kind === 'text' ? given : given.toLowerCase() === 'true';
  }
  return { do: 'command', side: 'discord', as, channel, name: command.name, text: '', options };
}
