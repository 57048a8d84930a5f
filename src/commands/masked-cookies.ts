// Cookies in pasted text: their values are secrets; their names stay, as they tell which product set them.

/** What stands in place of a secret. */
export const MASK = '•••';

/** What Set-Cookie says beside the cookie (RFC 6265 §4.1.1 and its successors). */
const attributes: ReadonlySet<string> = new Set(
  'comment domain expires httponly max-age partitioned path priority samesite secure version'.split(' '),
);

/**
 * A name and the beginning of its value. A semicolon parts the cookies of a request; responses that were folded into one
 * field have a comma and a blank. What ends in "=" is the end of a value in base64, not a name.
 */
const named = /(?:^|;|, )[ \t]{0,4}([^\s=;,"'()<>@:\\[\]{}]{1,64})=(?=[^=;,\s])/g;

const opened = /^[\\"']{1,8}/;

/** "sid=abc; theme=dark" → "sid=•••; theme=•••"; the mask alone where nothing has a name. */
function namesOf(cookies: string): string {
  const bare = cookies.replace(opened, '');
  const names = [...bare.matchAll(named)].flatMap(([, name = '']) =>
    attributes.has(name.toLowerCase()) ? [] : [name],
  );
  return names.length === 0 ? MASK : names.map((name) => `${name}=${MASK}`).join('; ');
}

const field = '(?:set-)?cookie2?';
const sign = '[ \\t]{0,4}(?:[:=]|%3D|=>)[ \\t]{0,4}';
const quote = `\\\\{0,3}["']`;
const word = `[^\\s"'&;,<>(){}\\[\\]\\\\]+`;
const before = (source: string) => `(?<before>${source})`;
/** Up to the quote that opened it, or to the end of the line. */
const quoted = '(?<cookies>(?:(?!\\k<quote>)[^\\r\\n]){1,8000})';

/** How cookies stand in a text. */
const places: readonly RegExp[] = [
  // A field of a HAR, whose name stands in front of its value.
  new RegExp(
    `${before(`"(?:name|key)"\\s{0,8}:\\s{0,8}"${field}"\\s{0,8},\\s{0,40}"value"\\s{0,8}:\\s{0,8}"`)}(?<cookies>[^"\\r\\n]{1,8000})`,
    'gi',
  ),
  // A header in a line of its own, as curl, wget and PHP print it.
  new RegExp(
    `${before(`^[ \\t]{0,16}(?:[<>*|] ?|\\[\\d{1,3}\\] => )?${field}:[ \\t]{0,4}`)}(?<cookies>[^\\r\\n]{1,8000})`,
    'gim',
  ),
  // A header in quotes: -H 'Cookie: …'.
  new RegExp(`${before(`(?<quote>${quote})${field}:[ \\t]{0,4}`)}${quoted}`, 'gi'),
  // A value in quotes: "cookie": "…", cookie="…".
  new RegExp(`${before(`(?<![A-Za-z])${field}(?:${quote})?\\]?${sign}(?<quote>${quote})`)}${quoted}`, 'gi'),
  // A pair, as Python shows fields: ('cookie', '…').
  new RegExp(`${before(`\\([ \\t]{0,2}${quote}${field}${quote},[ \\t]{0,4}(?<quote>${quote})`)}${quoted}`, 'gi'),
  // What curl is given.
  new RegExp(
    `${before(`(?<![\\w-])(?:-b|--cookie)[ \\t=]{0,4}(?<quote>${quote})(?=[^"'\\r\\n]{0,200}=)`)}${quoted}`,
    'g',
  ),
  new RegExp(
    `${before('(?<![\\w-])(?:-b|--cookie)[ \\t=]{1,4}')}(?<cookies>[^\\s"'\\\\=]{1,200}=[^\\s"'\\\\]{1,4000})`,
    'g',
  ),
  // Within a line: the status code may stand behind it.
  new RegExp(
    `${before(`(?<![A-Za-z])${field}\\]?${sign}`)}(?!\\d{3}(?!\\w))(?<cookies>${word}(?:;[ \\t]{0,4}${word}){0,99})`,
    'gi',
  ),
];

/** A list of fields, such as Go's: "Set-Cookie":["…","…"]. */
const list = new RegExp(
  `${before(`(?<![A-Za-z])${field}${quote}${sign}\\[[ \\t]{0,4}${quote}`)}(?<cookies>[^\\]\\r\\n]{1,16000})`,
  'gi',
);
/** Cookies taken apart: "cookies":[{"name":"a","value":"b"}], cookies={'a': 'b'}. */
const apart = /\bcookies\\{0,3}["']?\s{0,4}[:=]\s{0,4}(?:\[[^\]]{0,16000}|\{[^}]{0,16000})/gi;
const valueInList = new RegExp(`${before('"value\\\\{0,3}"\\s{0,4}:\\s{0,4}(?<quote>\\\\{0,3}")')}${quoted}`, 'g');
const valueInMap = new RegExp(`${before(`${sign}(?<quote>${quote})`)}${quoted}`, 'g');

type Found = Readonly<Record<'before' | 'cookies', string>>;

function replace(text: string, pattern: RegExp, by: (found: Found) => string): string {
  return text.replace(pattern, (...found: readonly unknown[]) => by(found.at(-1) as Found));
}

/** The same text with the values of cookies replaced. The cost grows linearly with the text. */
export function maskCookies(text: string): string {
  const lists = replace(text, list, ({ before, cookies }) => {
    const [end = ''] = closed.exec(cookies) ?? [];
    return `${before}${namesOf(cookies.replace(between, '; '))}${end}`;
  });
  const maps = lists.replace(apart, (whole) =>
    replace(whole, whole.includes('[') ? valueInList : valueInMap, (found) => `${found.before}${MASK}`),
  );
  return places.reduce(
    (masked, place) => replace(masked, place, ({ before, cookies }) => `${before}${namesOf(cookies)}`),
    maps,
  );
}

const closed = /\\{0,3}["'][ \t]{0,4}$/;
/** Between two fields of a list. */
const between = /\\{0,3}["'][ \t]{0,4},[ \t]{0,4}\\{0,3}["']/g;
