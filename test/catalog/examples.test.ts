// The worked exchanges: what stands in them could go over the wire as it is.
import { describe, expect, it } from 'vitest';
import { registered, registeredStatus } from '../../src/catalog/index.ts';
import type { RegisteredStatus } from '../../src/catalog/status.ts';

interface Message {
  readonly start: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Null when the message ends with its header fields. */
  readonly body: string | null;
}

const LINES = 16;

const betweenResponses = /\n\n(?=HTTP\/1\.1 \d{3})/;
const requestLine = /^[A-Z]+ \S+ HTTP\/\d\.\d$/;
const statusLine = /^HTTP\/1\.1 (\d{3}) .+$/;
const headerField = /^([A-Za-z0-9-]+): (\S.*)$/;
const trailingSpace = /[ \t]$|\r/m;
const finalNewline = /\n$/;
/** "(1024 bytes of video)": stands for content that nobody wants to read. */
const placeholder = /^\(.*\)$/s;
const xmlNamespace = /xmlns(?::\w+)?="[^"]*"/g;
const wordEnds = /[\s"'<>()]+/;
const emptyLineAtEnd = /\n\n$/;
const exampleHost = /(?:^|\.)(?:example\.(?:com|org|net)|test)$/i;
const address = /^https?:\/\//;
const hostField = /^Host: ([^:\s]+)/;

/** The status code that goes with the row stands inside the body, as the status of one part. */
const insideBody = [208];
/** The request is broken on purpose: 400 is not JSON, 408 breaks off before its announced end. */
const brokenRequest = [400, 408];

function parse(raw: string): Message {
  const [head = '', ...rest] = raw.split('\n\n');
  const [start = '', ...lines] = head.split('\n');
  const pairs = lines.map((line): [string, string] => {
    const [, name = '', value = ''] = headerField.exec(line) ?? [];
    if (name === '') throw new Error(`Not a header field: ${line}`);
    return [name.toLowerCase(), value];
  });
  const grouped = Map.groupBy(pairs, ([name]) => name);
  const fields = new Map([...grouped].map(([name, all]) => [name, all.map(([, value]) => value)]));
  const body = rest.join('\n\n');
  return { start, fields, body: body === '' ? null : body };
}

const responsesOf = ({ example }: RegisteredStatus) => example.response.split(betweenResponses).map(parse);
const fieldOf = (message: Message, name: string) => message.fields.get(name.toLowerCase())?.[0];
const bytes = (text: string | null) => Buffer.byteLength(text ?? '');

function lengthProblem(message: Message): string | null {
  const announced = fieldOf(message, 'Content-Length');
  if (announced === undefined) return null;
  // With Expect the client keeps the body back until it may send it.
  if (message.body === null && message.fields.has('expect')) return null;
  if (message.body !== null && placeholder.test(message.body)) return null;
  return Number(announced) === bytes(message.body) ? null : `length ${announced}, not ${bytes(message.body)}`;
}

function jsonProblem(message: Message, code: number): string | null {
  const type = fieldOf(message, 'Content-Type') ?? '';
  if (!type.includes('json') || message.body === null || placeholder.test(message.body)) return null;
  try {
    const value: unknown = JSON.parse(message.body);
    const told = typeof value === 'object' && value !== null && 'status' in value ? value.status : code;
    return type.includes('problem+json') && told !== code ? `problem of status ${told}` : null;
  } catch {
    return 'body is not JSON';
  }
}

/** Hosts of others, in addresses and in Host. */
function foreignHosts(raw: string): readonly string[] {
  const words = raw.replace(xmlNamespace, '').split(wordEnds);
  const addressed = words.filter((word) => address.test(word)).map((word) => new URL(word).hostname);
  const named = raw.split('\n').flatMap((line) => hostField.exec(line)?.slice(1) ?? []);
  return [...addressed, ...named].filter((host) => !exampleHost.test(host));
}

/** What is wrong with the example of a row; empty when all is well. */
function exampleProblems(row: RegisteredStatus): readonly string[] {
  const { code, name, example, headers } = row;
  const request = parse(example.request);
  const responses = responsesOf(row);
  const problems: (string | null)[] = [];

  if (!requestLine.test(request.start)) problems.push(`request line: ${request.start}`);
  if (!request.fields.has('host')) problems.push('no Host');
  const line = `HTTP/1.1 ${code} ${name}`;
  const said = insideBody.includes(code) ? example.response.includes(line) : responses[0]?.start === line;
  if (!said) problems.push(`status line: ${responses[0]?.start}`);

  for (const { name: field, on, level } of headers) {
    if (level !== 'MUST') continue;
    const messages = on === 'request' ? [request] : responses;
    if (!messages.some((message) => message.fields.has(field.toLowerCase()))) problems.push(`no ${field}`);
  }

  if (!brokenRequest.includes(code)) problems.push(jsonProblem(request, code));
  if (code !== 408) problems.push(lengthProblem(request));
  for (const response of responses) {
    const own = Number(statusLine.exec(response.start)?.[1]);
    if (Number.isNaN(own)) problems.push(`status line: ${response.start}`);
    problems.push(lengthProblem(response), jsonProblem(response, own));
    if (response.body !== null && (own < 200 || own === 204 || own === 205 || own === 304))
      problems.push(`body in ${own}`);
    if (response.body !== null && !response.fields.has('content-type')) problems.push(`no Content-Type in ${own}`);
  }
  if (request.body !== null && !request.fields.has('content-type')) problems.push('no Content-Type in request');

  for (const raw of [example.request, example.response]) {
    if (trailingSpace.test(raw)) problems.push('trailing space');
    if (raw.split('\n').length > LINES) problems.push('too long');
    problems.push(...foreignHosts(raw).map((host) => `foreign host ${host}`));
  }
  return problems.filter((problem) => problem !== null);
}

function rowOf(code: number): RegisteredStatus {
  const row = registeredStatus(code);
  if (row === undefined) throw new Error(`No row ${code}`);
  return row;
}

/** A row whose response or request reads differently. */
function changed(code: number, side: 'request' | 'response', from: string, to: string): RegisteredStatus {
  const row = rowOf(code);
  if (!row.example[side].includes(from)) throw new Error(`${code}: no “${from}”`);
  return { ...row, example: { ...row.example, [side]: row.example[side].replace(from, to) } };
}

describe('the worked examples', () => {
  it.each(registered.map((row) => [row.code, row] as const))('of %i could go over the wire', (_, row) => {
    expect(exampleProblems(row)).toEqual([]);
  });

  it('of interim responses end in a final one, except after switching protocols', () => {
    const open = registered.filter((row) => Number(statusLine.exec(responsesOf(row).at(-1)?.start ?? '')?.[1]) < 200);
    expect(open.map(({ code }) => code)).toEqual([101]);
  });

  it('of redirects say where to go', () => {
    for (const code of [301, 302, 303, 307, 308])
      expect(responsesOf(rowOf(code))[0]?.fields.has('location')).toBe(true);
  });

  it('of 408 breaks off before the announced end', () => {
    expect(lengthProblem(parse(rowOf(408).example.request))).toContain('length 48');
  });

  it('of 400 sends what is not JSON', () => {
    expect(jsonProblem(parse(rowOf(400).example.request), 400)).toBe('body is not JSON');
  });

  it.each([
    [changed(404, 'response', 'Not Found', 'Nowhere'), 'status line'],
    [changed(401, 'response', 'WWW-Authenticate', 'X-Challenge'), 'no WWW-Authenticate'],
    [changed(404, 'response', '"status": 404', '"status": 400'), 'problem of status 400'],
    [changed(404, 'response', ' }', ', }'), 'body is not JSON'],
    [changed(402, 'request', 'Content-Length: 17', 'Content-Length: 18'), 'length 18, not 17'],
    [changed(404, 'request', 'api.example.com', 'api.acme.io'), 'foreign host api.acme.io'],
    [changed(301, 'response', 'https://www.example.com', 'https://www.acme.io'), 'foreign host www.acme.io'],
    [changed(404, 'request', 'HTTP/1.1\n', 'HTTP/1.1 \n'), 'trailing space'],
    [changed(404, 'request', 'Host: ', 'Hosts: '), 'no Host'],
    [changed(204, 'response', 'GMT', 'GMT\nContent-Type: text/plain\n\ndone'), 'body in 204'],
  ])('are refused with a mistake (%#)', (row, problem) => {
    expect(exampleProblems(row).join('\n')).toContain(problem);
  });

  it('end without an empty line, or with the one that ends the header fields', () => {
    const odd = registered.filter(({ example }) => finalNewline.test(example.response.replace(emptyLineAtEnd, '')));
    expect(odd.map(({ code }) => code)).toEqual([]);
  });
});
