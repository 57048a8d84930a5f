// What every snippet is made from: a request, the response that a code asks for, and what to check of it. All of it follows
// from the code's row: its worked exchange, its header rules and its body rule.
import { classOf } from '../../catalog/index.ts';
import { methodNamed } from '../../catalog/methods.ts';
import type { HeaderRule, RegisteredStatus } from '../../catalog/status.ts';
import { type Field, fieldIn, type Message, parseRequest, parseResponses, type RequestMessage } from './message.ts';

export interface Check {
  /** The header field, as its specification writes it. */
  readonly name: string;
  /** How strongly it is asked for, with the condition where there is one: "MUST", "MUST, if a 200 would have had it". */
  readonly asked: string;
  /** Whether every such response has it. */
  readonly required: boolean;
  /** A regular expression that POSIX ERE, JavaScript, Python, Java and Go read alike. */
  readonly pattern: string;
}

export interface Trial {
  /** The code in the status line: for 208, the 207 around it. */
  readonly code: number;
  readonly name: string;
  /** It comes before the final response, so most clients do not show it. */
  readonly interim: boolean;
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
  readonly sent: Message;
  readonly reply: Message;
  /** Header fields that the response is to have, in the order of the catalog. */
  readonly checks: readonly Check[];
  /** `any` where a body is the server's choice. */
  readonly body: 'empty' | 'some' | 'any';
}

/** Fields that whoever sends a message writes by itself, or that belong to one connection. */
const automaticInRequest = ['host', 'content-length', 'transfer-encoding'];
const EXPECT = 'expect';
const automaticInResponse = ['date', 'server', 'content-length', 'transfer-encoding'];
const withContent = ['POST', 'PUT', 'PATCH'];

/** @param asked in capitals; without one, the method of the worked exchange */
export function trialOf(status: RegisteredStatus, asked?: string): Trial {
  const request = parseRequest(status.example.request);
  const responses = parseResponses(status.example.response);
  const response = responses.find(({ code }) => code === status.code) ?? responses[0];
  if (response === undefined) throw new RangeError(`${status.code} has no response in its example`);
  const method = methodFor(asked ?? request.method);
  const sent = {
    headers: without(request.headers, [...automaticInRequest, ...(asksToExpect(status) ? [] : [EXPECT])]),
    body: bodyOf(request),
  };
  const reply = { headers: without(response.headers, automaticInResponse), body: response.body };
  const { path, query } = split(request.target);
  const interim = classOf(response.code) === 1;
  return {
    code: response.code,
    name: status.name,
    interim,
    method,
    origin: `https://${fieldIn(request, 'Host') ?? 'api.example.com'}`,
    path,
    query,
    ...small(
      method === request.method ? sent : resent(sent, method),
      status.body.rule === 'never' ? { ...reply, body: null } : reply,
    ),
    checks: status.headers
      .filter(({ name, on }) => on === 'response' && fieldIn(response, name) !== undefined)
      .map((rule) => ({ name: rule.name, ...howAsked(rule), pattern: patternFor(rule.name, response.code) })),
    body: bodyCheck(status, method, interim, reply.body),
  };
}

/** How the rows of the catalog begin to say when a field is needed. */
const condition = /^(?:If|For|When|Only when) [^:,]{1,60}(?=[:,])/;

/** A field that is needed under a condition only may be missing without a fault. */
function howAsked({ level, why }: HeaderRule): Pick<Check, 'asked' | 'required'> {
  const [when] = (level === 'MUST' ? condition.exec(why) : null) ?? [];
  if (when === undefined) return { asked: level, required: level === 'MUST' };
  return { asked: `${level}, ${when.charAt(0).toLowerCase()}${when.slice(1)}`, required: false };
}

/** What follows an interim response may have a body, and so may what only leaves it out in the example. */
function bodyCheck(status: RegisteredStatus, method: string, interim: boolean, example: string | null): Trial['body'] {
  if (interim) return 'any';
  if (method === 'HEAD' || status.body.rule === 'never') return 'empty';
  return status.body.rule === 'expected' && example !== null ? 'some' : 'any';
}

/** CONNECT opens a tunnel and BREW is a joke: no client sends them for a test. */
function methodFor(name: string): string {
  return name !== 'CONNECT' && methodNamed(name) !== undefined ? name : 'GET';
}

/** Elsewhere Expect only spares the server a large body, which no snippet has. */
function asksToExpect({ headers }: RegisteredStatus): boolean {
  return headers.some(({ name, on }) => on === 'request' && name.toLowerCase() === EXPECT);
}

function without(headers: readonly Field[], names: readonly string[]): readonly Field[] {
  return headers.filter(({ name }) => !names.includes(name.toLowerCase()));
}

/** The target of CONNECT is a host, not a path. */
function split(target: string): { readonly path: string; readonly query: string } {
  const { pathname, search } = new URL(target.startsWith('/') ? target : '/', 'https://api.example.com');
  return { path: pathname, query: search };
}

/** A body in chunks is sent as what it holds; one that is only announced gets a few words. */
function bodyOf({ headers, body }: RequestMessage): string | null {
  const message = { headers, body };
  if (body !== null) return fieldIn(message, 'Transfer-Encoding') === 'chunked' ? (body.split('\n')[1] ?? '') : body;
  return fieldIn(message, 'Content-Type') === undefined ? null : '(the content)';
}

/** The same request with another method: with a body where the method has one, and without where it has none. */
function resent({ headers, body }: Message, method: string): Message {
  const rest = without(headers, ['content-type', EXPECT]);
  if (!withContent.includes(method)) return { headers: rest, body: null };
  if (body !== null) return { headers, body };
  return { headers: [...rest, { name: 'Content-Type', value: 'application/json' }], body: '{}' };
}

const placeholder = /^\(.*\)$/s;
const byteRange = /^bytes (\d+)-\d+\/(.+)$/;
const CONTENT = '0123456789abcdef';

/** A part of a large file becomes a part of 16 bytes, so that Content-Range tells the length of what is really there. */
function small(sent: Message, reply: Message): { readonly sent: Message; readonly reply: Message } {
  const [, first, total] = byteRange.exec(fieldIn(reply, 'Content-Range') ?? '') ?? [];
  if (first === undefined || reply.body === null || !placeholder.test(reply.body)) return { sent, reply };
  const last = Number(first) + CONTENT.length - 1;
  return {
    sent: { ...sent, headers: replaced(sent.headers, 'Range', `bytes=${first}-${last}`) },
    reply: {
      headers: replaced(reply.headers, 'Content-Range', `bytes ${first}-${last}/${total}`),
      body: CONTENT,
    },
  };
}

function replaced(headers: readonly Field[], name: string, value: string): readonly Field[] {
  return headers.map((field) => (field.name === name ? { name, value } : field));
}

const date = 'GMT$';
const address = '^[^ ]+$';
const token = '[A-Za-z0-9-]+';
const challenge = `^${token}( .+)?$`;
const list = `^${token}(, *${token})*$`;
const entityTag = '^(W/)?"[^"]*"$';

/** What a well-formed value looks like, as far as one line can say it; other fields only have to be there. */
const patterns: Readonly<Record<string, string>> = {
  allow: list,
  connection: '^([Cc]lose|[Uu]pgrade)$',
  'content-type': '^[a-z]+/[^ ]+',
  date,
  etag: entityTag,
  'last-modified': date,
  location: address,
  'proxy-authenticate': challenge,
  'retry-after': `^([0-9]+|[A-Z][a-z]+, .*GMT)$`,
  upgrade: '^[A-Za-z]',
  'www-authenticate': challenge,
};

const PRESENT = '.';
const UNSATISFIABLE = 416;

function patternFor(name: string, code: number): string {
  if (name === 'Content-Range')
    return code === UNSATISFIABLE ? '^bytes [*]/[0-9]+$' : '^bytes [0-9]+-[0-9]+/([0-9]+|[*])$';
  return patterns[name.toLowerCase()] ?? PRESENT;
}
