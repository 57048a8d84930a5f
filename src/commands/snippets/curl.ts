import { lines, shell } from './literals.ts';
import type { Check, Trial } from './trial.ts';

/** A script for sh: it ends with 1 and says what is missing. The head that it reads holds interim responses, too. */
export function curl({ code, method, origin, path, query, sent, checks, body }: Trial): string {
  // With --head, curl takes the header fields for what is to be put out.
  const head = method === 'HEAD';
  const options = [
    head ? '--head' : `--request ${method}`,
    '--dump-header "$head"',
    head ? '--output /dev/null' : '--output "$body"',
    ...sent.headers.map(({ name, value }) => `--header ${shell(`${name}: ${value}`)}`),
    ...(sent.body === null ? [] : [`--data-binary ${shell(sent.body)}`]),
  ];
  return lines(
    '#!/bin/sh',
    head ? 'head=$(mktemp)' : 'head=$(mktemp) body=$(mktemp)',
    'curl --silent --show-error --max-time 10 \\',
    ...options.map((option) => `  ${option} \\`),
    `  ${shell(origin + path + query)}`,
    '',
    'expect() { tr -d "\\r" < "$head" | grep -Eiq -- "$1" || { echo "missing: $1"; exit 1; }; }',
    `expect ${shell(`^HTTP/[0-9.]+ ${code}( |$)`)}`,
    ...checks.map((check) => `expect ${shell(fieldPattern(check))} # ${check.asked}`),
    body === 'empty' && !head ? 'test ! -s "$body" || { echo "there is a body"; exit 1; }' : null,
    body === 'some' ? 'test -s "$body" || { echo "there is no body"; exit 1; }' : null,
  );
}

/** A pattern for a value, made one for a whole line. */
function fieldPattern({ name, pattern }: Check): string {
  return pattern.startsWith('^') ? `^${name}: *${pattern.slice(1)}` : `^${name}: .*${pattern}`;
}
