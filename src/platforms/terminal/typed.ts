// What a line in the chat means: a question, the number of a button, or goodbye.
import type { Choice } from '../../answer/answer.ts';
import type { Ask, Asker, CommandSpec } from '../../port.ts';
import { clean } from './clean.ts';

export type Typed =
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'leave' }
  | { readonly kind: 'nothing' };

/** A terminal has one person in it, who is not named. */
export const by: Asker = { platform: 'terminal', team: null, channel: null, user: 'you', manages: async () => true };

const GOODBYE = /^(?:exit|quit|bye|:q)$/i;
const NUMBER = /^[1-9]\d?$/;
const MENTION = /^@teapot\b[\s,:]*/i;
/** Commands as they are typed on Slack and Discord work here too: "/status 404". */
const COMMAND = /^\/([a-z]+)(?:\s+|$)/i;

/**
 * Reads what was typed.
 * @param lines one line, or several that were pasted together: a paste is searched for codes, like somebody's message.
 * @param choices the buttons of the last answer: their numbers and their labels press them.
 */
export function readTyped(
  lines: readonly string[],
  choices: readonly Choice[],
  commands: readonly CommandSpec[],
): Typed {
  const text = clean(lines.join('\n')).trim();
  if (text === '') return { kind: 'nothing' };
  if (text.includes('\n')) return { kind: 'ask', ask: { kind: 'explain', by, text } };
  if (GOODBYE.test(text)) return { kind: 'leave' };

  const pressed = NUMBER.test(text) ? choices[Number(text) - 1] : choices.find(({ label }) => isSame(label, text));
  if (pressed) return { kind: 'ask', ask: { kind: 'line', by, line: pressed.line } };
  if (MENTION.test(text)) return { kind: 'ask', ask: { kind: 'mention', by, text: text.replace(MENTION, '') } };

  const command = COMMAND.exec(text)?.[1]?.toLowerCase();
  const rest = text.replace(COMMAND, '');
  if (command === 'explain') return { kind: 'ask', ask: { kind: 'explain', by, text: rest } };
  const found = commands.find(({ name }) => name === command);
  // A command with parts is part of its own line.
  if (found?.parts !== undefined) return { kind: 'ask', ask: { kind: 'line', by, line: text.slice(1) } };
  const known = found !== undefined || command === 'http';
  return { kind: 'ask', ask: { kind: 'line', by, line: known ? rest : text } };
}

/** "b" is the button B. */
function isSame(label: string, typed: string): boolean {
  return label.toLowerCase() === typed.toLowerCase();
}
