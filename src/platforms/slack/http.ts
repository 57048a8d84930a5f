// Slack calls us: one HTTP server for commands, clicks and events, each signed by Slack. The server is ours, not the SDK's:
// bolt 5.1.0 reads every body twice and takes three hashes for each signature, and a thousand clicks at once all wait for it.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../port.ts';
import { atMost, type Connection } from './connection.ts';
import { reasonOf } from './journal.ts';
import { EVENTS_PATH } from './manifest.ts';
import { createVerifier } from './signature.ts';

/** Bytes of a request. Slack's own stay far below. */
const BODY_LIMIT = 256 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/**
 * Connections that may wait to be taken. Node's 511 are less than a crowd that presses a quiz's buttons at once: whoever
 * finds no room is turned away without a word, and tries again a second later, then three. The system has its own bound.
 */
const BACKLOG = 4_096;

/** Listens on `port` (0: any free one, told to the log), on `host` or on every interface. Requests without Slack's signature get a 401. */
export function createHttpConnection(options: {
  readonly signingSecret: string;
  readonly port: number;
  readonly host: string | undefined;
  readonly log: Log;
}): Connection {
  const { signingSecret, port, host, log } = options;
  const isSigned = createVerifier(signingSecret);
  let app: App | null = null;

  const server = createServer((request, response) => {
    take(request, response).catch((thrown: unknown) => {
      log.warn({ reason: reasonOf(thrown) }, 'slack: could not take a request');
      if (!response.headersSent) respond(response, 500);
    });
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (request.url ?? '').split('?', 1);
    if (request.method !== 'POST' || path !== EVENTS_PATH) return respond(response, 404);
    const raw = await readBody(request);
    if (raw === null) {
      response.setHeader('connection', 'close');
      return respond(response, 413);
    }
    const text = raw.toString();
    const fields = isForm(request) ? parse(text) : null;
    // Slack tries the certificate without signing: nothing else that comes with it is looked at.
    if (fields?.['ssl_check'] === '1') return respond(response, 200);
    if (!isSigned(request.headers, raw)) {
      log.warn({}, 'slack: refused a request without a valid signature');
      return respond(response, 401);
    }
    const json = fields === null ? text : fields['payload'];
    const body = typeof json === 'string' ? read(json) : fields;
    if (body === null) return respond(response, 400);
    if (body['type'] === 'url_verification') return respond(response, 200, { challenge: body['challenge'] });
    await app?.processEvent({ body, ack: async (said?: unknown) => respond(response, 200, said) });
    // Nobody listens to it, or whoever does has failed.
    if (!response.headersSent) respond(response, 404);
  }

  return {
    receiver: {
      init: (started) => {
        app = started;
      },
      // It begins and ends with the connection.
      start: async () => undefined,
      stop: async () => undefined,
    },
    open: async () => {
      await once(server.listen({ port, backlog: BACKLOG, ...(host !== undefined && { host }) }), 'listening');
      const address = server.address();
      log.info({ port: typeof address === 'object' ? address?.port : port }, 'slack: listening for HTTP requests');
    },
    close: async () => {
      await atMost(new Promise((resolve) => server.close(resolve)));
      server.closeAllConnections();
    },
    ready: () => server.listening,
  };
}

/** Null where it is too long; what comes then is not kept. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
      else resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

function isForm({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.split(';', 1)[0]?.trim() === FORM;
}

/** An object of JSON; null for anything else. */
function read(json: string): ReceiverEvent['body'] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch {
    return null;
  }
}

/** @param said nothing, a text, or what becomes JSON */
function respond(response: ServerResponse, status: number, said?: unknown): void {
  if (said === undefined || said === '') response.writeHead(status).end();
  else if (typeof said === 'string') response.writeHead(status).end(said);
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}
