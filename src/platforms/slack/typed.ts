// What somebody typed, out of what Slack made of it: `&lt;` back to `<`, `<@U1>` away, `<https://x|x>` back to x.

/**
 * Only Slack's own tokens: whatever else stands between angle brackets was typed by a person. None has a `<` inside, so
 * that a text of nothing but beginnings is read in one go.
 */
const TOKEN =
  /<(?:@[UW][^<>|\s]*|(#[CG][^<>|\s]*|!(?:here|channel|everyone|subteam\^|date\^)[^<>|]*|(?:https?|mailto|tel):[^<>|\s]*))(?:\|([^<>]*))?>/g;
const ENTITY = /&(?:lt|gt|amp);/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** How much of somebody's message is read; far beyond any log excerpt, and a bound on our work. */
const MOST = 20_000;

/** How deep a message's blocks are searched: a table's cells lie 6 levels down. */
const DEEPEST = 12;

function readToken(_token: string, target: string | undefined, label: string | undefined): string {
  if (target === undefined) return ' '; // somebody's name: nothing the bot should read
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  return label ?? target;
}

/** The text as it was typed, without the names of people (the bot's own included), trimmed. */
export function readTyped(text: string): string {
  return text
    .replace(TOKEN, readToken)
    .replace(ENTITY, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** The parts of a message that hold words; everything else in it (ids, addresses, types) is not for reading. */
const WORDS = ['pretext', 'title', 'text', 'value', 'plain_text', 'preview'] as const;
const PARTS = ['text', 'blocks', 'fields', 'elements', 'rows'] as const;

/** Pieces of one running line, as opposed to lines of their own. */
const RUNNING: ReadonlySet<unknown> = new Set(['rich_text_section', 'rich_text_preformatted', 'rich_text_quote']);

function joinLines(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}

function saidIn(part: unknown, depth = 0): string {
  if (typeof part !== 'object' || part === null || depth > DEEPEST) return '';
  if (Array.isArray(part)) return joinLines(part.map((item) => saidIn(item, depth + 1)));
  const fields: Readonly<Record<string, unknown>> = { ...part };
  if (fields['type'] === 'actions') return '';
  if (RUNNING.has(fields['type']) && Array.isArray(fields['elements']))
    return fields['elements'].map((item) => saidIn(item, depth + 1)).join('');
  const words = WORDS.map((key) => fields[key]).filter((value) => typeof value === 'string');
  const inside = PARTS.map((key) => saidIn(fields[key], depth + 1));
  return joinLines([...words, ...inside]);
}

/** What a message says: its text, or else the words inside its blocks, attachments and files. At most 20,000 characters. */
export function readMessage(message: Readonly<Record<string, unknown>>): string {
  const { text, blocks, attachments, files } = message;
  if (typeof text === 'string' && text.trim() !== '') return readTyped(text.slice(0, MOST));
  return readTyped(saidIn([blocks, attachments, files]).slice(0, MOST));
}
