// Discord's REST API: the routes, who may use them, and the faults on the way.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Fault, Faults, Route } from './faults.ts';
import type { Rate } from './rate.ts';
import { REFUSALS } from './refusal.ts';
import type { World } from './world.ts';

/** A request as a route sees it. Parameters are decoded: clients send `@original` as `%40original`. */
export interface Request {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** What a route answers; 204 has no body. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export type Handler = (request: Request) => Answered;
export type Handlers = Readonly<Record<Route, Handler>>;

const PARAMETER = /:(\w+)/g;
const VERSION = /^\/api\/v10(?=\/)/;
/** Interaction tokens are their own permission. */
const OPEN_TO_ALL = /^\w+ \/(?:interactions|webhooks)\//;

/** Serves the routes under `/api/v10`. */
export function serveRest(world: World, faults: Faults, rate: Rate, handlers: Handlers): RequestListener {
  const routes = (Object.keys(handlers) as Route[]).map((route) => ({ route, pattern: patternOf(route) }));
  return (request, response) => {
    void answer(request, response).catch(() => response.destroy());
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const body = await readBody(request);
    const line = `${request.method} ${url.pathname.replace(VERSION, '')}`;
    const found = routes
      .map(({ route, pattern }) => ({ route, match: pattern.exec(line) }))
      .find(({ match }) => match !== null);
    if (found === undefined) return send(response, REFUSALS.notFound);
    const { route, match } = found;
    const free = OPEN_TO_ALL.test(route);
    const wait = free ? 0 : rate.wait();
    const fault = wait > 0 ? tooFast(wait) : faults.meet(route);
    const run = (): Answered => {
      if (!free && request.headers.authorization !== `Bot ${world.token}`) return REFUSALS.unauthorized;
      const params = Object.entries(match?.groups ?? {}).map(
        ([key, value]) => [key, decodeURIComponent(value)] as const,
      );
      return handlers[route]({ params: Object.fromEntries(params), query: url.searchParams, body });
    };
    if (fault === 'hang' || fault === 'cut') {
      world.tell({ kind: 'request', route, status: 0, body });
      if (fault === 'cut') response.destroy();
      return;
    }
    if (fault?.after) run();
    const answered =
      fault === null ? run() : { status: fault.status, body: faultBody(fault), headers: fault.headers ?? {} };
    world.tell({ kind: 'request', route, status: answered.status, body });
    send(response, answered);
  }
}

/** docs: topics/rate-limits, exceeding a rate limit */
function tooFast(wait: number): Exclude<Fault, string> {
  const headers = {
    'retry-after': `${Math.ceil(wait / 1000)}`,
    'x-ratelimit-global': 'true',
    'x-ratelimit-scope': 'global',
  };
  return { status: 429, message: 'You are being rate limited.', headers };
}

function send(response: ServerResponse, { status, body, headers }: Answered): void {
  // Without the type, clients take the answer for bytes.
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': type }), ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function faultBody(fault: Exclude<Fault, string>) {
  return (
    fault.page ?? {
      code: fault.code ?? 0,
      message: fault.message ?? `${fault.status}`,
      retry_after: Number(fault.headers?.['retry-after'] ?? 0),
    }
  );
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}

function patternOf(route: Route): RegExp {
  return new RegExp(`^${route.replace(PARAMETER, '(?<$1>[^/]+)')}$`);
}
