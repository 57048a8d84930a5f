// How a piece of text is written on Slack: as rich text, where nothing needs escaping, or as mrkdwn, where much does.
import type { RichTextElement } from '@slack/web-api';
import type { Span, Text } from '../../answer/answer.ts';
import { flatten, writeTime } from '../../answer/answer.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const SPECIAL = /[&<>]/g;

/** mrkdwn has no escape for these: styles (none inside a word, as in proxy_pass), emoji names, a quote that starts a line. */
const UNSAYABLE = /`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|:[\w+-]+:|^[^\S\n\r\u2028\u2029]*>/mu;
const ENDS_CODE = /[`\n]/;
/** Asterisks only embolden what they touch, within one line. */
const ENDS_STRONG = /^\s|\s$|\n/;
const WEB_ADDRESS = /^https?:\/\//i;
const SPACES = /\s+/g;
const LAST_SPACE = /\s\S*$/;
const BROKEN_END = /[\uD800-\uDBFF]$/;

/** A web address longer than this is not worth its room: Slack takes 3,000, but one message has 12,000 in all. */
const LONGEST_ADDRESS = 500;

/** `&`, `<` and `>`, and only these, are escaped in mrkdwn (docs: formatting). */
export function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPED[character] ?? character);
}

/** At most `most` characters: cut after a word, with an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, Math.max(most - 1, 0)).replace(BROKEN_END, '');
  const words = head.replace(LAST_SPACE, '');
  // One endless word, or a last word that would take most of the text with it, is cut where it stands.
  return `${(words.length > head.length / 2 ? words : head).trimEnd()}…`.slice(0, most);
}

/** One line of at most `most` characters. */
export function line(text: string, most: number): string {
  return cut(text.replace(SPACES, ' ').trim(), most);
}

/** An address that may be linked; null for anything that is not the web, or is too long. */
export function linkable(href: string): string | null {
  const address = WEB_ADDRESS.test(href) ? URL.parse(href)?.href : undefined;
  return address !== undefined && address.length <= LONGEST_ADDRESS ? address : null;
}

/** People's ids, as Slack gives them out, alone or behind their workspace's: asker.ts. Anything else is not made into a mention. */
const USER_ID = /^(?:[TE][A-Z0-9]+\/)?([UW][A-Z0-9]+)$/;

/** "today 9:30 AM", in the reader's own zone, language and habit. */
const DATE_FORMAT = '{date_short_pretty} {time}';

/** The id as one that may be mentioned in its own workspace; null for anything that Slack did not give out. */
export function mentionable(user: string): string | null {
  return USER_ID.exec(user)?.[1] ?? null;
}

/** Whole seconds since 1970, as Slack counts; null for a moment that it cannot show. */
function timestamp(time: number): number | null {
  const seconds = Math.floor(time / 1000);
  return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : null;
}

function words(span: Span): string {
  return flatten([span]);
}

/** A person or a moment in rich text: whole and as Slack shows it, or else `text`. */
function named(span: Extract<Span, { user: string } | { time: number }>, text: string): RichTextElement {
  if ('user' in span) {
    const user = mentionable(span.user);
    return user === null ? { type: 'text', text } : { type: 'user', user_id: user };
  }
  const seconds = timestamp(span.time);
  if (seconds === null) return { type: 'text', text };
  return { type: 'date', timestamp: seconds, format: DATE_FORMAT, fallback: writeTime(span.time) };
}

function element(span: Span, text: string): RichTextElement {
  if (typeof span === 'string') return { type: 'text', text };
  if ('strong' in span) return { type: 'text', text, style: { bold: true } };
  if ('code' in span) return { type: 'text', text, style: { code: true } };
  if ('user' in span || 'time' in span) return named(span, text);
  const url = linkable(span.href);
  return url === null ? { type: 'text', text } : { type: 'link', url, text };
}

/** A person or a moment as a token that mrkdwn and a message's own text read; null for any that Slack cannot show. */
function token(span: Span): string | null {
  if (typeof span === 'string') return null;
  if ('user' in span) {
    const user = mentionable(span.user);
    return user === null ? null : `<@${user}>`;
  }
  if (!('time' in span)) return null;
  const seconds = timestamp(span.time);
  return seconds === null ? null : `<!date^${seconds}^${DATE_FORMAT}|${writeTime(span.time)}>`;
}

/** The words of a text without any style, escaped; people and moments as tokens. For what is read aloud, or stands in a notification. */
export function spoken(text: Text): string {
  return text.map((span) => token(span) ?? escaped(words(span))).join('');
}

/** Rich text of at most `most` characters. Empty pieces are left out: Slack refuses a text of no characters. */
export function richText(text: Text, most: number): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let room = most;
  for (const span of text) {
    const whole = words(span);
    const said = cut(whole, room);
    if (said !== '') elements.push(element(span, said));
    room -= said.length;
    if (said !== whole || room <= 0) break;
  }
  const blank = text.every((span) => words(span).trim() === '');
  return blank ? [] : elements;
}

function mark(span: Span): string | null {
  const written = token(span);
  if (written !== null) return written;
  const said = words(span);
  // Inside backticks only these have a meaning.
  if (typeof span === 'object' && 'code' in span) return ENDS_CODE.test(said) ? null : `\`${escaped(said)}\``;
  if (UNSAYABLE.test(said)) return null;
  if (typeof span === 'string' || 'user' in span || 'time' in span) return escaped(said);
  if ('strong' in span) return ENDS_STRONG.test(said) ? null : `*${escaped(said)}*`;
  const url = linkable(span.href);
  if (url === null) return escaped(said);
  return said.includes('|') ? null : `<${escaped(url).replaceAll('|', '%7C')}|${escaped(said)}>`;
}

/** Stands for a styled piece while its neighbours are looked at. */
const STYLED = '\uFFFC';

/** Slack reads no asterisk or backtick that touches a letter or another piece. */
const TOUCHING = /[\p{L}\p{N}]\uFFFC|\uFFFC[\p{L}\p{N}\uFFFC]/u;

/** The plain pieces as they stand together: an emoji's name may be made of two of them. */
function outline(text: Text): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      return 'strong' in span || 'code' in span ? STYLED : words(span);
    })
    .join('');
}

/** The text as mrkdwn, or null where mrkdwn cannot say it as it stands. */
export function mrkdwn(text: Text): string | null {
  // Nothing but spaces cannot be styled.
  const pieces = text.map((span) => (words(span).trim() === '' ? words(span) : span));
  const outlined = outline(pieces);
  if (UNSAYABLE.test(outlined) || TOUCHING.test(outlined)) return null;
  const marked = pieces.map(mark);
  return marked.includes(null) ? null : marked.join('');
}
