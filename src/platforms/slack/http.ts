// Slack calls us: one route for commands, clicks and events, each signed by Slack. It is ours and not the SDK's: bolt 5.1.0
// reads every body twice and takes three hashes for each signature, and a thousand clicks at once all wait for it.
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Log, Route, WebReply, WebRequest } from '../../port.ts';
import type { Connection } from './connection.ts';
import { EVENTS_PATH } from './manifest.ts';
import { createVerifier } from './signature.ts';
import { readUrlEncoded } from './urlencoded.ts';

/** Bytes of a request. A message of 40,000 Chinese characters comes twice in it, each of them as nine. */
const BODY_LIMIT = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** What Slack reads from a 503 is that it should try an event again: docs: apis/events-api, retries. */
const CLOSED: WebReply = { status: 503 };
/** Somebody sends again what Slack once sent; or it is not them, but us. */
const OUT_OF_TIME =
  'slack: refused a request that Slack signed at another time; where it is every one, set the clock of this machine';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A route that answers while the connection is open. Requests without Slack's signature get a 401. */
export function createHttpConnection(options: { readonly signingSecret: string; readonly log: Log }): Connection & {
  readonly route: Route;
} {
  const { signingSecret, log } = options;
  const verdictOn = createVerifier(signingSecret);
  let app: App | null = null;
  let open = false;

  async function answer(request: WebRequest): Promise<WebReply> {
    const fields = isForm(request) ? readUrlEncoded(request.body) : null;
    // Slack tries the certificate without signing: nothing else that comes with it is looked at.
    if (fields?.get('ssl_check') === '1') return reply(undefined);
    const verdict = verdictOn(request.headers, request.body);
    if (verdict !== 'signed') {
      if (verdict === 'forged') log.warn({}, 'slack: refused a request without a valid signature');
      else log.warn(verdict, OUT_OF_TIME);
      return { status: 401 };
    }
    const json = fields === null ? request.body.toString() : fields.get('payload');
    const body = json === undefined ? Object.fromEntries(fields ?? []) : read(json);
    if (body === null) return { status: 400 };
    if (body['type'] === 'url_verification') return reply({ challenge: body['challenge'] });
    return app === null || !open ? CLOSED : heard(app, body);
  }

  return {
    route: { method: 'POST', path: EVENTS_PATH, bodyLimit: BODY_LIMIT, answer },
    receiver: {
      init: (started) => {
        app = started;
      },
      // It begins and ends with the connection.
      start: async () => undefined,
      stop: async () => undefined,
    },
    open: async () => {
      open = true;
    },
    close: async () => {
      open = false;
    },
    trouble: () => (open ? null : 'not started'),
  };
}

/** As soon as it is acknowledged; what is done about it goes on. */
function heard(app: App, body: ReceiverEvent['body']): Promise<WebReply> {
  return new Promise((resolve, reject) => {
    const ack = async (said?: unknown) => resolve(reply(said));
    // Nobody listens to it, or whoever does has failed.
    app.processEvent({ body, ack }).then(() => resolve({ status: 404 }), reject);
  });
}

/** What was written before; it goes with what it says. */
const written = new WeakMap<object, Buffer>();

/** @param said nothing, a text, or what becomes JSON: the same object is written once */
function reply(said: unknown): WebReply {
  if (said === undefined || said === null || said === '') return { status: 200 };
  if (typeof said !== 'object') return { status: 200, body: String(said) };
  const body = written.get(said) ?? Buffer.from(JSON.stringify(said));
  written.set(said, body);
  return { status: 200, headers: JSON_TYPE, body };
}

function isForm({ headers }: WebRequest): boolean {
  const type = headers['content-type'];
  return typeof type === 'string' && type.split(';', 1)[0]?.trim() === FORM;
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
