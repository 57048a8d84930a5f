// The one HTTP server of the process: whoever has something to answer hands over a route.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log, Route, WebReply } from '../port.ts';
import { type Bodies, createBodies } from './bodies.ts';

/**
 * For clients that are slow or silent, on purpose or not: how long they may take for the headers, for all of a request,
 * and between two requests. The last is longer than load balancers wait, which else send into a connection that is just
 * being closed (AWS: 60 s, docs: elasticloadbalancing/latest/application, connection idle timeout). In milliseconds.
 */
const PATIENCE = { headers: 10_000, request: 15_000, idle: 75_000 };
/** How often Node looks for connections that are out of time, in milliseconds; its own half a minute would double them. */
const LOOK = 2_000;
/** Bytes of all headers of a request. Slack's are below one thousand. */
const HEADERS_LIMIT = 8 * 1024;

/**
 * Connections that may wait to be taken. Node's 511 are less than a crowd that presses a quiz's buttons at once: whoever
 * finds no room is turned away without a word, and tries again a second later, then three. The system has its own bound.
 */
const BACKLOG = 4_096;
/** Connections at a time: several crowds, and still descriptors left for the platforms and the database. */
const CONNECTIONS = 10_000;
/** How long closing waits for requests under way, in milliseconds. */
const CLOSING = 5_000;

export interface WebServer {
  /** Answers these as well, from now on. */
  serve(routes: readonly Route[]): void;
  /** Resolves with the port once connections are taken. @throws Error in one line, where the port is not to be had */
  open(): Promise<number>;
  /** Takes no more connections and finishes the requests under way, for 5 s at most. Never rejects. */
  close(): Promise<void>;
}

export interface WebServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Every interface, unless given. */
  readonly host?: string;
  readonly log: Log;
  /** Only tests have less of either. */
  readonly patience?: typeof PATIENCE;
  readonly bodies?: Bodies;
}

/** A server that answers nothing yet but 404. */
export function createWebServer(options: WebServerOptions): WebServer {
  const { port, host, log, patience = PATIENCE, bodies = createBodies() } = options;
  /** By path, then by method. */
  const routes = new Map<string, Map<string, Route>>();
  let closing = false;

  const server = createServer(
    {
      maxHeaderSize: HEADERS_LIMIT,
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      connectionsCheckingInterval: Math.min(LOOK, patience.headers),
    },
    (request, response) => {
      take(request, response).catch((thrown: unknown) => {
        // Who breaks off while sending is nobody's trouble.
        if (request.errored !== null) return;
        log.warn({ path: pathOf(request).path, reason: reasonOf(thrown) }, 'http: could not answer a request');
        if (!response.headersSent) write(response, { status: 500 });
      });
    },
  );

  server.maxConnections = CONNECTIONS;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = pathOf(request);
    const byMethod = routes.get(path);
    if (byMethod === undefined) return write(response, { status: 404 });
    const route = byMethod.get(request.method === 'HEAD' ? 'GET' : (request.method ?? ''));
    if (route === undefined)
      return write(response, { status: 405, headers: { allow: [...byMethod.keys()].join(', ') } });
    const body = await bodies.read(request, route.bodyLimit ?? 0);
    if (body === 413) return write(response, { status: body });
    // What still comes would be for nobody.
    if (body === 503) return write(response, { status: body, headers: { connection: 'close' } });
    const reply = await route.answer({ query, headers: request.headers, body });
    // Else the connection would be kept for further requests, and closing would wait for it.
    if (closing) response.setHeader('connection', 'close');
    write(response, reply);
  }

  return {
    serve: (added) => {
      for (const route of added) {
        const byMethod = routes.get(route.path) ?? new Map<string, Route>();
        routes.set(route.path, byMethod.set(route.method, route));
      }
    },
    open: async () => {
      try {
        await once(server.listen({ port, backlog: BACKLOG, ...(host !== undefined && { host }) }), 'listening');
      } catch (thrown) {
        throw new Error(whyClosed(port, thrown));
      }
      // Without a listener, a process out of file descriptors would end at the next connection; so it takes that one later.
      server.on('error', (thrown) => log.warn({ reason: reasonOf(thrown) }, 'http: could not take a connection'));
      const address = server.address();
      const opened = typeof address === 'object' && address !== null ? address.port : port;
      log.info({ port: opened }, 'http: listening');
      return opened;
    },
    close: async () => {
      closing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, CLOSING);
      await Promise.race([closed, late.promise]);
      clearTimeout(timer);
      server.closeAllConnections();
    },
  };
}

function whyClosed(port: number, thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'EADDRINUSE')
    return `port ${port} is taken; end what listens there, or set another one, as in PORT=3001`;
  if (code === 'EACCES') return `port ${port} needs more rights; set one above 1023, as in PORT=3000`;
  return `cannot listen on port ${port}: ${reasonOf(thrown)}`;
}

function pathOf({ url = '' }: IncomingMessage): { readonly path: string; readonly query: string } {
  const mark = url.indexOf('?');
  return mark === -1 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function write(response: ServerResponse, { status, headers, body = '' }: WebReply): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
