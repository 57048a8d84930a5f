// The part of a text that speaks of one response: its headers and body, its line of a log, its entry of a HAR.
import type { LogLine } from '../paste/logs/format.ts';

/** Characters that are looked at: an error page with its headers is shorter. */
const SCOPE = 40_000;

const statusLine = /^(?:[<*] ?)?HTTP\/[123](?:\.\d)? \d{3}/gm;
const jsonLine = /^\s{0,8}\{.*\}\s{0,4}$/;

/**
 * @param at offset of the code in the text, in UTF-16 code units
 * @param lines the lines of known logs: those of other requests say nothing of this one
 */
export function scopeOf(text: string, at: number, lines: readonly LogLine[]): string {
  const own = lines.find(({ from, to }) => from <= at && at < to);
  if (own !== undefined) return cut(`${text.slice(own.from, own.to)}\n${without(text, lines)}`);
  const entry = text.lastIndexOf('"response"', at);
  if (entry !== -1 && text.includes('"startedDateTime"')) {
    const next = text.indexOf('"startedDateTime"', at);
    return cut(text.slice(entry, next === -1 ? undefined : next));
  }
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end === -1 ? undefined : end);
  if (jsonLine.test(line)) return cut(line);
  return cut(exchangeAround(text, at) ?? text);
}

/** From one status line to the next, where there are several. */
function exchangeAround(text: string, at: number): string | null {
  const starts = [...text.matchAll(statusLine)].map(({ index }) => index);
  const place = starts.findLastIndex((start) => start <= at);
  const start = starts[place];
  if (start === undefined || starts.length < 2) return null;
  return text.slice(start, starts[place + 1]);
}

/** What stands between the lines of access logs, such as lines of an error log. */
function without(text: string, lines: readonly LogLine[]): string {
  let rest = '';
  let from = 0;
  for (const line of lines) {
    rest += text.slice(from, line.from);
    from = line.to;
    if (rest.length > SCOPE) break;
  }
  return rest + text.slice(from, from + SCOPE);
}

function cut(text: string): string {
  return text.length > SCOPE ? text.slice(0, SCOPE) : text;
}
