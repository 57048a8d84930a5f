// Texts and values as each language writes them.
import type { Field } from './message.ts';

/** A string literal of JSON, and of Python and Java, which read the same escapes. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

const special = /[\\']/g;
const inTemplate = /[\\`]|\$(?=\{)/g;

/** A string literal of JavaScript: in single quotes, or with backticks where it has several lines. */
export function script(text: string): string {
  if (text.includes('\n')) return `\`${text.replace(inTemplate, '\\$&')}\``;
  return `'${text.replace(special, '\\$&')}'`;
}

/** A regular expression literal of JavaScript. */
export function scriptPattern(pattern: string): string {
  return String(new RegExp(pattern));
}

/** One word of a POSIX shell. */
export function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A value in JSON over several lines, the later ones set in by `indent` spaces. */
export function json(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(indent)}`);
}

const jsonType = /^application\/(?:[\w.-]+\+)?json\b/;

/** What a body says, where its type is one of JSON and it is well-formed. */
export function parsedBody(body: string | null, type: string | undefined): { readonly value: unknown } | null {
  if (body === null || type === undefined || !jsonType.test(type)) return null;
  try {
    const value: unknown = JSON.parse(body);
    return { value };
  } catch {
    return null;
  }
}

/** Header fields as an object of JavaScript, one a line; names that are no identifiers in quotes. */
export function scriptHeaders(headers: readonly Field[], indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const lines = grouped(headers).map(({ name, value }) => `${inner}${key(name)}: ${script(value)},`);
  return ['{', ...lines, `${' '.repeat(indent)}}`].join('\n');
}

const identifier = /^[A-Za-z]\w*$/;

function key(name: string): string {
  return identifier.test(name) ? name : script(name);
}

/** Fields of the same name as one, its values joined with commas (RFC 9110 §5.3). */
export function grouped(headers: readonly Field[]): readonly Field[] {
  const byName = Map.groupBy(headers, ({ name }) => name);
  return [...byName].map(([name, fields]) => ({ name, value: fields.map(({ value }) => value).join(', ') }));
}

/** Lines of a snippet; what is null is left out. */
export function lines(...all: readonly (string | null)[]): string {
  return all.filter((line) => line !== null).join('\n');
}
