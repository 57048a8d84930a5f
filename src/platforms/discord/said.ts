// What a message says, as somebody would have typed it in a terminal.

/** The parts of a message that carry words; discord.js' messages and Discord's raw ones both look like this. */
export interface Said {
  readonly content: string;
  readonly embeds?: readonly SaidEmbed[];
  readonly components?: readonly object[] | undefined;
}

interface SaidEmbed {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined;
}

/** Mentions of people, roles, channels and places, and times: nothing to look up in them, but digits. */
const REFERENCE = /<(?:@[!&]?|#|id:)\w+>|<t:-?\d+(?::\w)?>/g;
const EMOJI = /<a?:(\w+):\d+>/g;
const COMMAND = /<(\/[^:<>]+):\d+>/g;
/** An address in angle brackets shows no preview: Discord takes the brackets away, so do we. */
const BARE_LINK = /<(https?:\/\/[^\s<>]+)>/g;
const SPACES = /[^\S\n]{2,}/g;

/** A message's text without Discord's own markup: `<@1> what is <:http:2> 404?` → `what is :http: 404?` */
export function plainWords(content: string): string {
  return content
    .replace(REFERENCE, ' ')
    .replace(EMOJI, ':$1:')
    .replace(COMMAND, '$1')
    .replace(BARE_LINK, '$1')
    .replace(SPACES, ' ')
    .trim();
}

/** Everything readable in a message: alerts of other bots carry their text in embeds or components. */
export function everythingSaid({ content, embeds = [], components = [] }: Said): string {
  const parts = [content, ...embeds.flatMap(wordsOfEmbed), ...components.flatMap(wordsOfComponent)];
  return plainWords(parts.filter((part) => part.trim() !== '').join('\n'));
}

function wordsOfEmbed({ title, description, fields }: SaidEmbed): string[] {
  return [title ?? '', description ?? '', ...(fields ?? []).map(({ name, value }) => `${name}: ${value}`)];
}

function wordsOfComponent(component: object): string[] {
  const own = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
  const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...own, ...inner.flatMap(wordsOfComponent)];
}
