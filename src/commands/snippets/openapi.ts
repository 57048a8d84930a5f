import { classOf } from '../../catalog/index.ts';
import type { RegisteredStatus } from '../../catalog/status.ts';
import { lines, parsedBody, quoted } from './literals.ts';
import { fieldIn } from './message.ts';
import type { Trial } from './trial.ts';

const PROBLEM = 'application/problem+json';
const FIRST_ERROR_CLASS = 4;

/** One entry under `responses` of OpenAPI 3.1; an error has the body of RFC 9457. Strings are written as in JSON. */
export function openapi(trial: Trial, { meaning, headers }: RegisteredStatus): string {
  const { code, checks, reply } = trial;
  const described = checks.filter(({ name }) => name !== 'Content-Type');
  return lines(
    `${quoted(String(code))}:`,
    `  description: ${quoted(meaning)}`,
    described.length === 0 ? null : '  headers:',
    ...described.map(({ name, required, pattern }) =>
      lines(
        `    ${name}:`,
        `      description: ${quoted(headers.find((rule) => rule.name === name && rule.on === 'response')?.why ?? '')}`,
        required ? '      required: true' : null,
        `      schema: { type: string, pattern: ${quoted(pattern)} }`,
        `      example: ${quoted(fieldIn(reply, name) ?? '')}`,
      ),
    ),
    ...content(trial),
  );
}

function content({ code, name, reply, body }: Trial): readonly string[] {
  if (body === 'empty') return [];
  if ((classOf(code) ?? 0) >= FIRST_ERROR_CLASS) return problem(code, name, parsedBody(reply.body, PROBLEM)?.value);
  const type = fieldIn(reply, 'Content-Type');
  if (reply.body === null || type === undefined) return [];
  const parsed = parsedBody(reply.body, type);
  return [
    '  content:',
    `    ${quoted(type)}:`,
    `      schema: { type: ${parsed === null ? 'string' : 'object'} }`,
    `      ${parsed === null ? textExample(reply.body) : `example: ${JSON.stringify(parsed.value)}`}`,
  ];
}

/** A text of several lines as a block, so that no line is too long to read. */
function textExample(text: string): string {
  if (!text.includes('\n')) return `example: ${quoted(text)}`;
  return ['example: |-', ...text.split('\n').map((line) => `        ${line}`)].join('\n');
}

/** Without a case of its own, a problem has the type about:blank and the code's name as its title (RFC 9457 §4.2.1). */
function problem(code: number, name: string, example: unknown): readonly string[] {
  const told = typeof example === 'object' && example !== null && 'title' in example;
  return [
    '  content:',
    `    ${PROBLEM}:`,
    '      schema:',
    '        type: object',
    '        properties:',
    '          type: { type: string, format: uri-reference, default: "about:blank" }',
    '          title: { type: string }',
    `          status: { type: integer, const: ${code} }`,
    '          detail: { type: string }',
    '          instance: { type: string, format: uri-reference }',
    ...(told
      ? ['      example:', ...Object.entries(example).map(([key, value]) => `        ${key}: ${JSON.stringify(value)}`)]
      : [`      example: ${JSON.stringify({ type: 'about:blank', title: name, status: code })}`]),
  ];
}
