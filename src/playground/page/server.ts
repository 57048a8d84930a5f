// The page's server, on the loopback: files and news go out, deeds come in.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readDeed } from './deeds.ts';
import { fileAt, policy, shell } from './files.ts';
import { createNewsroom } from './newsroom.ts';
import type { Deed, News, Outcome, Snapshot } from './protocol.ts';

/** 40,000 characters, each escaped in full, with room for the rest of a deed. */
const MOST_BYTES = 512 * 1024;
/** How many ports after the wanted one are tried before any free one is taken. */
const TRIES = 20;

export interface PageOptions {
  /** The wanted port; 0: any free one. */
  readonly port: number;
  /** What a page is told that has just been opened. */
  readonly snapshot: () => Snapshot;
  /** Never rejects. */
  readonly act: (deed: Deed) => Promise<Outcome>;
}

export interface Page {
  /** http://127.0.0.1:8418 */
  readonly address: string;
  tell(news: News): void;
  stop(): Promise<void>;
}

/** Starts on 127.0.0.1, at the next free port where the wanted one is taken. */
export async function startPage({ port: wanted, snapshot, act }: PageOptions): Promise<Page> {
  const newsroom = createNewsroom(snapshot);
  const server = createServer();
  const port = await listen(server, wanted);
  const hosts: ReadonlySet<string | undefined> = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);

  /** A name that leads here from elsewhere is refused, and so is a page from elsewhere; a link to this page is not. */
  function isForeign(path: string, { host, origin, ...headers }: IncomingMessage['headers']): boolean {
    const site = headers['sec-fetch-site'];
    if (!hosts.has(host) || (origin !== undefined && !hosts.has(URL.parse(origin)?.host))) return true;
    return path !== '/' && site !== undefined && site !== 'same-origin' && site !== 'none';
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const path = url.split('?', 1)[0] ?? '';
    if (isForeign(path, headers)) return send(response, 403, 'This page is only for the machine that it runs on.');
    if (path === '/do') {
      if (method !== 'POST') return refuseMethod(response, 'POST');
      return await take(request, response, act);
    }
    if (method !== 'GET') return refuseMethod(response, 'GET');
    if (path === '/news') return newsroom.open(response);
    if (path === '/') {
      const nonce = randomUUID();
      response.setHeader('content-security-policy', policy(nonce));
      return send(response, 200, shell(nonce), 'text/html; charset=utf-8');
    }
    const file = await fileAt(path);
    if (file === null) return send(response, 404, '404 Not Found');
    send(response, 200, file.body, file.type);
  }

  server.on('request', (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', 'no-store');
    // What a browser has broken off needs no answer.
    answer(request, response).catch(() => response.destroy());
  });

  return {
    address: `http://127.0.0.1:${port}`,
    tell: newsroom.tell,
    stop: async () => {
      newsroom.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

function refuseMethod(response: ServerResponse, allowed: string): void {
  response.setHeader('allow', allowed);
  send(response, 405, '405 Method Not Allowed');
}

async function take(request: IncomingMessage, response: ServerResponse, act: PageOptions['act']): Promise<void> {
  // A form of another page could not say this type without asking first.
  if (request.headers['content-type']?.split(';', 1)[0] !== 'application/json')
    return send(response, 415, '415 Unsupported Media Type');
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('connection', 'close');
    return send(response, 413, '413 Content Too Large');
  }
  const deed = readDeed(body);
  if (deed === null) return sendOutcome(response, 400, { ok: false, said: 'The page sent something that is no deed.' });
  sendOutcome(response, 200, await act(deed));
}

function sendOutcome(response: ServerResponse, status: number, outcome: Outcome): void {
  send(response, status, JSON.stringify(outcome), 'application/json');
}

/** Null where it is too long; what comes then is not kept. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
    else if (size > 4 * MOST_BYTES) return null;
  }
  return size > MOST_BYTES ? null : Buffer.concat(chunks).toString();
}

/** @returns the port */
async function listen(server: Server, wanted: number): Promise<number> {
  for (const port of wanted === 0 ? [0] : [...Array.from({ length: TRIES }, (_, next) => wanted + next), 0]) {
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
      const address = server.address();
      return typeof address === 'object' ? (address?.port ?? port) : port;
    } catch (thrown) {
      const isTaken = thrown instanceof Error && 'code' in thrown && TAKEN.has(String(thrown.code));
      if (!isTaken) throw thrown;
    }
  }
  throw new Error('no free port');
}

/** In use, or only for the administrator, or beyond the last port. */
const TAKEN: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES', 'ERR_SOCKET_BAD_PORT']);
