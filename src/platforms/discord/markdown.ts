// Discord's markdown. What would be markup is escaped here and nowhere else; a backslash before any character that is
// no letter, digit or space shows that character.
import { flatten, type Span, type Text } from '../../answer/answer.ts';
import { cut, oneLine } from './cut.ts';

/** Emphasis, spoilers, code, masked links, every `<…>` form (mentions, times, commands), and the colon that makes an address a link. */
const MARKUP = /[\\*_~`|<[\]]|:(?=\/\/)/g;
/** Headings, quotes, lists and small print are markup at the start of a line only. */
const LINE_MARK = /^([^\S\n\r\u2028\u2029]*)([#>-])/gm;
const LINE_NUMBER = /^([^\S\n\r\u2028\u2029]*\d+)\./gm;
const SPACE = /\s+/g;
const BRACKETS = /[[\]]/g;
const FENCE = /`{2,}/g;
/** An id of Discord's: 17 digits since 2015, 19 today, 20 at most. docs: reference, snowflakes */
const SNOWFLAKE = /^\d{17,20}$/;
/** Milliseconds either side of 1970 that a date can have; Discord shows none beyond. */
const LAST_TIME = 8.64e15;
const NOT_A_LANGUAGE = /[^a-z0-9_+#.-]/gi;
/** What `URL` leaves alone but would end the address of a masked link. */
const URL_ENDS = /[()<>\\'"`]/g;
/** docs: components/reference, button `url`. Used for links in text too: a longer one is of no use to a reader. */
const URL_LENGTH = 512;

/** Plain text, so that Discord shows exactly these characters. */
export function literal(text: string): string {
  return text.toWellFormed().replace(MARKUP, '\\$&').replace(LINE_MARK, '$1\\$2').replace(LINE_NUMBER, '$1\\.');
}

/** Text as markdown of at most `room` characters; a line break inside a plain span stays one. */
export function drawText(text: Text, room: number): string {
  const spans = merge(text);
  const whole = spans.map(drawSpan).join('').trim();
  if (whole.length <= room) return whole;
  let drawn = '';
  for (const span of spans) {
    const next = drawSpan(span);
    if (drawn.length + next.length < room) drawn += next;
    else return (drawn + cut(typeof span === 'string' ? span : ' …', room - drawn.length, literal)).trim();
  }
  return drawn;
}

/** The same, all on one line: for titles, list items, facts and table cells. */
export function drawLine(text: Text, room: number): string {
  return drawText(
    text.map((span) => (typeof span === 'string' ? span.replace(SPACE, ' ') : span)),
    room,
  );
}

/** Opening and closing fence of a code block. Neither the language nor the lines between may break out: see `fenced`. */
export function fence(language = ''): { readonly open: string; readonly close: string } {
  return { open: `\`\`\`${language.replace(NOT_A_LANGUAGE, '')}\n`, close: '\n```' };
}

/** A line of code that cannot close its block: a zero-width space between neighbouring backticks. */
export function fenced(line: string): string {
  return line.toWellFormed().replace(FENCE, (ticks) => [...ticks].join('\u200b'));
}

/** The address as Discord takes it, or null for what is no web address or too long. */
export function webAddress(href: string): string | null {
  const url = URL.parse(href);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  const address = url.href.replace(URL_ENDS, (end) => `%${end.charCodeAt(0).toString(16)}`);
  return address.length <= URL_LENGTH ? address : null;
}

function drawSpan(span: Span): string {
  if (typeof span === 'string') return literal(span);
  // Shown by name; `allowed_mentions` sees to it that nobody is notified.
  if ('user' in span) return `<@${span.user}>`;
  // In the reader's language and zone, with the day of the week.
  if ('time' in span) return `<t:${Math.floor(span.time / 1000)}:F>`;
  const said = flatten([span]);
  // Marks must touch their words, so the space at a span's ends stands outside of them.
  return `${said.startsWith(' ') ? ' ' : ''}${mark(span, oneLine(said))}${said.endsWith(' ') ? ' ' : ''}`;
}

function mark(span: Exclude<Span, string | { user: string } | { time: number }>, words: string): string {
  if ('strong' in span) return `**${literal(words)}**`;
  if ('code' in span) return `\`${words}\``;
  // Square brackets in a label, escaped or not, keep Discord from seeing the link.
  return `[${literal(words.replace(BRACKETS, ' '))}](<${webAddress(span.href)}>)`;
}

/** Neighbours of one kind as one span: markup could form, or marks could meet, where two touch. */
function merge(text: Text): readonly Span[] {
  const merged: Span[] = [];
  for (const span of text.map(drawable)) {
    const both = span === '' ? merged.at(-1) : join(merged.at(-1), span);
    if (both === undefined) merged.push(span);
    else merged[merged.length - 1] = both;
  }
  return merged;
}

/** A span that cannot be drawn as what it is becomes plain text, before its neighbours are looked at. */
function drawable(span: Span): Span {
  if (typeof span === 'string') return span;
  if ('time' in span) return Math.abs(span.time) <= LAST_TIME ? span : '';
  const words = flatten([span]).replace(SPACE, ' ');
  if ('user' in span) return SNOWFLAKE.test(span.user) ? span : words;
  if (words.replace(BRACKETS, ' ').trim() === '') return words;
  // A code span cannot hold a backtick safely: three of them open a block, whatever is around.
  if ('code' in span && words.includes('`')) return words;
  return 'link' in span && webAddress(span.href) === null ? words : span;
}

function join(left: Span | undefined, right: Span): Span | undefined {
  if (typeof left === 'string') return typeof right === 'string' ? left + right : undefined;
  if (left === undefined || typeof right === 'string') return undefined;
  if ('strong' in left && 'strong' in right) return { strong: left.strong + right.strong };
  if ('code' in left && 'code' in right) return { code: left.code + right.code };
  return undefined;
}
