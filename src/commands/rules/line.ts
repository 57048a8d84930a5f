// "rule 422 "validation errors; see ADR-12" https://…": lines about rules, read and written.
import { checkStatus } from '../../house/fields.ts';
import type { Rule } from '../../house/house.ts';

export type RuleLine =
  | { readonly do: 'list'; readonly page: number }
  | { readonly do: 'codes'; readonly page: number }
  | { readonly do: 'export'; readonly part: number }
  | { readonly do: 'show'; readonly code: string }
  | { readonly do: 'history'; readonly code: string }
  | { readonly do: 'remove'; readonly code: string }
  | { readonly do: 'import'; readonly yaml: string }
  /** An empty form, or one for a code. */
  | { readonly do: 'ask'; readonly code: string | null }
  /** Plainly about rules, but for no code, or for several at once. */
  | { readonly do: 'doubt'; readonly several: boolean; readonly deed: 'history' | 'remove' | null }
  | {
      readonly do: 'set';
      readonly code: string;
      readonly text: string;
      readonly links: readonly string[];
      /** What a form was filled with: see `stampOf`. */
      readonly stamp: string | null;
    };

const HEAD = /^\s*(?:(?:house|our)\s+)?rules?[?:]?(?:\s+(\S[\s\S]*)?)?$/i;
/** "remove the rule for 422", "edit rule 422": the deed comes first. */
const DEED_FIRST =
  /^\s*(add|new|write|set|edit|change|show|remove|delete)\s+(?:(?:the|an?|our)\s+)?(?:house\s+)?rules?(?=\s|$)/i;
const CODES = /^\s*(?:our|own|house) (?:own )?(?:error )?codes(?: (\d{1,3}))?[?\s]*$/i;
const NUMBER = /^\d{1,3}$/;
const PAGE = /^\d{1,2}$/;
/** What may be a code: it has a digit in it. */
const CODE = /^(?=[^\s]*\d)[\w.-]{1,40}$/;
const FOR = /^for\s+/i;
/** "rule HTTP 422 …" */
const HTTP = /^(?:http|status)(?:\s+code)?[\s-]*(?=\d{3}(?!\d))/i;
/** "422: …", "422 = …", "422 - …": it stands between code and text, and belongs to neither. */
const BETWEEN = /^(?:[:=]|[-–—](?=\s))\s*/;
/** "422, 409", "422 and 409 …", "422 409 "…"". */
const SEVERAL = /^[1-5]\d\d(?:(?:\s*(?:[,/&+]|and|or)\s*[1-5]\d\d)+\b|(?:\s+[1-5]\d\d)+\s+["“„«])/i;
/** What only somebody types who means to write a rule. */
const WRITES = /["“„«]|https?:\/\//i;
/** A link that somebody shortened, or none that can be opened. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]{0,20}:[^\s"“”„«»]+|[\w-]{1,63}(?:\.[\w-]{1,63})+(?:\/[^\s"“”„«»]*)?)$/i;
const COLON = /:$/;
const QUESTION_MARK = /(?<![?\s])[?\s]+$/;
const SPACES = /\s+/g;
const FENCE = /^```[a-z]*\s*\n?|\n?```\s*$/gi;
/** What a form sends: the code, what it was filled with, and then the text in quotes of its own. */
const FORM = /^(\S[^"=]{0,40}) =([a-z0-9]{1,8}) "/;
const LINK = /^https?:\/\/[^\s"“”„«»]+$/i;
const LINK_INSIDE = /https?:\/\/[^\s"“”„«»<>()[\]]+/gi;
const LINK_END = /(?<![.,;:!?])[.,;:!?]+$/;
/** Quotes as keyboards and phones write them: what opens, and what may close. */
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ["'", "'"],
  // Half of it typed, half of it made round by a phone.
  ['“', '"'],
  ['"', '”'],
  ['”', '“'],
  ['„', '"'],
];

/** A line about rules, taken apart; null for any other line, such as "rule of thumb for 404". */
export function readRuleLine(line: string): RuleLine | null {
  const codes = CODES.exec(line);
  if (codes !== null) return { do: 'codes', page: Number(codes[1] ?? 1) };
  const head = HEAD.exec(line.replace(DEED_FIRST, 'rule $1'));
  if (head === null) return null;
  const said = (head[1] ?? '').trim().replace(FOR, '').replace(HTTP, '');
  const whole = said.replace(QUESTION_MARK, '');
  if (whole === '') return { do: 'list', page: 1 };
  if (PAGE.test(whole)) return { do: 'list', page: Number(whole) };
  if (SEVERAL.test(said)) return { do: 'doubt', several: true, deed: null };
  const [first, rest] = firstWord(said);
  const deed = readDeed(first.toLowerCase(), rest.replace(FOR, '').replace(HTTP, ''));
  if (deed !== null) return deed;
  const code = codeIn(first);
  if (CODE.test(code)) return readAbout(code, rest);
  return WRITES.test(said) ? { do: 'doubt', several: false, deed: null } : null;
}

/** "422" of "422:" and of "422?". */
function codeIn(word: string): string {
  return word.replace(QUESTION_MARK, '').replace(COLON, '');
}

function readDeed(word: string, rest: string): RuleLine | null {
  const code = rest.replace(QUESTION_MARK, '');
  switch (word) {
    case 'show':
      if (code === '') return { do: 'list', page: 1 };
      return CODE.test(code) ? { do: 'show', code } : null;
    case 'history':
    case 'remove':
    case 'delete': {
      const about = word === 'history' ? 'history' : 'remove';
      if (code === '') return { do: 'doubt', several: false, deed: about };
      return CODE.test(code) ? { do: about, code } : null;
    }
    case 'export':
      return code === '' || NUMBER.test(code) ? { do: 'export', part: Number(code || 1) } : null;
    case 'import':
      return { do: 'import', yaml: rest.replace(FENCE, '').trim() };
    case 'add':
    case 'new':
    case 'write':
    case 'set':
    case 'edit':
    case 'change': {
      if (SEVERAL.test(rest)) return { do: 'doubt', several: true, deed: null };
      if (code === '') return { do: 'ask', code: null };
      if (CODE.test(code)) return { do: 'ask', code };
      const form = FORM.exec(rest);
      if (form !== null) return readForm(form[1] ?? '', form[2] ?? '', rest.slice(form[0].length - 1));
      const [about, words] = firstWord(rest);
      return CODE.test(codeIn(about)) ? readAbout(codeIn(about), words) : null;
    }
    default:
      return null;
  }
}

function readAbout(code: string, rest: string): RuleLine {
  const words = rest.trim();
  if (words.replace(QUESTION_MARK, '') === '') return { do: 'show', code };
  // One of these words is no rule: it would take the place of one.
  switch (words.toLowerCase()) {
    case 'show':
      return { do: 'show', code };
    case 'history':
      return { do: 'history', code };
    case 'remove':
    case 'delete':
      return { do: 'remove', code };
    case 'add':
    case 'edit':
    case 'change':
      return { do: 'ask', code };
    default:
      return readWords(code, words.replace(BETWEEN, ''));
  }
}

/** The text may have quotes in it: it ends at the last one. */
function readForm(code: string, stamp: string, quoted: string): RuleLine {
  const end = quoted.lastIndexOf('"');
  const link = quoted.slice(end + 1).trim();
  const text = quoted.slice(1, Math.max(1, end)).replace(SPACES, ' ').trim();
  const links = link === '' ? [...linksIn(text)] : [link];
  return { do: 'set', code, text, links, stamp };
}

/** Text and links. Links stand behind the text; one inside it counts as well, and stays there. */
function readWords(code: string, words: string): Extract<RuleLine, { do: 'set' }> {
  let text = words.replace(SPACES, ' ').trim();
  const links: string[] = [];
  for (let last = lastWord(text); LINK.test(last); last = lastWord(text)) {
    links.unshift(last);
    text = text.slice(0, text.length - last.length).trim();
  }
  if (links.length === 0) {
    const aside = besideQuotes(text);
    if (aside !== null) return { do: 'set', code, text: aside.text, links: [aside.link], stamp: null };
  }
  text = unquoted(text);
  return { do: 'set', code, text, links: links.length > 0 ? links : linksIn(text), stamp: null };
}

/** "https://… "text"", and "text" with an address behind it that cannot be opened: it is said that it must be one. */
function besideQuotes(text: string): { readonly text: string; readonly link: string } | null {
  const last = lastWord(text);
  const [first, behind] = firstWord(text);
  const before = text.slice(0, text.length - last.length).trim();
  if (LINK.test(first) && unquoted(behind) !== behind) return { text: unquoted(behind), link: first };
  if (ADDRESS.test(last) && unquoted(before) !== before) return { text: unquoted(before), link: last };
  return null;
}

function linksIn(text: string): readonly string[] {
  return (text.match(LINK_INSIDE) ?? []).map((link) => link.replace(LINK_END, ''));
}

/** Quotes around the whole of it; those of a word at each end stay. */
function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  const quoted = QUOTES.some(
    ([open, close]) =>
      text.length > 1 &&
      text.startsWith(open) &&
      text.endsWith(close) &&
      !inner.includes(open) &&
      !inner.includes(close),
  );
  return quoted ? inner.trim() : text;
}

function firstWord(text: string): readonly [first: string, rest: string] {
  const at = text.search(SPACES);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at).trim()];
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

/** The line that sets a rule as it is; null where no line can, because of the quotes or addresses in it. */
export function lineOfRule({ code, text, link }: Rule): string | null {
  const around = ([open, close]: readonly [string, string]) =>
    `rule ${code} ${open}${text}${close}${link === null ? '' : ` ${link}`}`;
  const lines = [...QUOTES, ['', ''] as const].map(around);
  return lines.find((line) => says(readRuleLine(line), { code, text, link })) ?? null;
}

function says(read: RuleLine | null, { code, text, link }: Rule): boolean {
  return read?.do === 'set' && read.code === String(code) && read.text === text && (read.links[0] ?? null) === link;
}

/** Whether a message that mentions the bot speaks of rules: "rule 1 of the club" and "rule 34" are small talk. */
export function speaksOfRules(text: string): boolean {
  const line = readRuleLine(text);
  if (line === null) return false;
  if (line.do === 'list') return line.page === 1;
  if (line.do === 'doubt') return false;
  return !('code' in line) || line.code === null || LETTER.test(line.code) || 'value' in checkStatus(line.code);
}

const LETTER = /[a-z]/i;
