// How a command, a click or an event gets to the bot, and what comes back.
import { createHmac, randomUUID } from 'node:crypto';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Faults } from './faults.ts';
import type { Payload } from './message.ts';
import { asPayload, asText } from './message.ts';

export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Payload;
}

/** What the bot gave back: its payload, or why there is none. */
export type Acknowledgement =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly reason: 'timeout' | 'connection_failed' | 'http_error' };

export interface Attempt {
  readonly number: number;
  readonly reason: string | null;
}

/** One way to deliver; rejects never. */
export type Carry = (envelope: Envelope, attempt: Attempt) => Promise<Acknowledgement>;

function parse(text: string): Payload {
  try {
    return asPayload(JSON.parse(text));
  } catch {
    // A plain text acknowledgement is the text of a message.
    return text === '' ? {} : { text };
  }
}

/** Whoever waits for an acknowledgement on a connection, by the envelope's id. */
type Waiting = Map<string, (acknowledgement: Acknowledgement) => void>;

function listenTo(socket: WebSocket): Waiting {
  const waiting: Waiting = new Map();
  socket.on('message', (data) => {
    const reply = parse(String(data));
    waiting.get(asText(reply['envelope_id']))?.({ ok: true, payload: asPayload(reply['payload']) });
  });
  socket.on('close', () => {
    for (const resolve of waiting.values()) resolve({ ok: false, reason: 'connection_failed' });
  });
  return waiting;
}

/** Socket Mode: each envelope goes to one connection, picked at random, and waits for the acknowledgement of its id. */
export function carryOverSockets(sockets: ReadonlySet<WebSocket>, patienceMs: number): Carry {
  const listening = new WeakMap<WebSocket, Waiting>();
  return async ({ type, payload }, { number, reason }) => {
    const open = [...sockets];
    const socket = open[Math.floor(Math.random() * open.length)];
    if (socket === undefined) return { ok: false, reason: 'connection_failed' };
    const waiting = listening.get(socket) ?? listenTo(socket);
    listening.set(socket, waiting);
    const envelopeId = randomUUID();
    const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
    waiting.set(envelopeId, resolve);
    const timer = setTimeout(() => resolve({ ok: false, reason: 'timeout' }), patienceMs);
    const retry = type === 'events_api' ? { retry_attempt: number, retry_reason: reason ?? '' } : {};
    socket.send(
      JSON.stringify({
        type,
        envelope_id: envelopeId,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...retry,
      }),
    );
    const acknowledgement = await promise;
    clearTimeout(timer);
    waiting.delete(envelopeId);
    return acknowledgement;
  };
}

/** The body of a request and its type, as Slack chooses them for each kind of envelope. */
export function encodeRequest({ type, payload }: Envelope): { readonly contentType: string; readonly body: string } {
  const form = 'application/x-www-form-urlencoded';
  if (type === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const entries = Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]);
  return { contentType: form, body: new URLSearchParams(entries).toString() };
}

const kept = new Agent({ keepAlive: true });

/** Slack's signature of a request; `timestamp` in seconds. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** HTTP: each envelope is one signed request to the bot. */
export function carryOverHttp(url: string, signingSecret: string, patienceMs: number): Carry {
  return async (envelope, { number, reason }) => {
    const { contentType, body } = encodeRequest(envelope);
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = {
      'content-type': contentType,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(signingSecret, timestamp, body),
      ...(number > 0 && { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason ?? 'unknown_error' }),
    };
    return await exchange(url, headers, body, patienceMs);
  };
}

/** One request and its answer. Not by `fetch`, of which a crowd of a thousand would take a second of work by itself. */
function exchange(
  url: string,
  headers: OutgoingHttpHeaders,
  body: string,
  patienceMs: number,
): Promise<Acknowledgement> {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', headers, agent: kept }, async (response) => {
      const said = await text(response).catch(() => null);
      const ok = response.statusCode !== undefined && response.statusCode < 300;
      if (said === null) resolve({ ok: false, reason: 'connection_failed' });
      else resolve(ok ? { ok, payload: parse(said) } : { ok: false, reason: 'http_error' });
    });
    sent.setTimeout(patienceMs, () => {
      resolve({ ok: false, reason: 'timeout' });
      sent.destroy();
    });
    sent.on('error', () => resolve({ ok: false, reason: 'connection_failed' }));
    sent.end(body);
  });
}

/**
 * Delivers as Slack does: commands and clicks once, events again until they are acknowledged, after each of `retriesMs`.
 * With `faults.copies` above one, everything arrives that often, the first acknowledgement counts.
 */
export function createDelivery(carry: () => Carry, faults: Faults, retriesMs: readonly number[]) {
  async function deliverOnce(envelope: Envelope): Promise<Acknowledgement> {
    let reply = await carry()(envelope, { number: 0, reason: null });
    if (envelope.type !== 'events_api') return reply;
    for (const [index, wait] of retriesMs.entries()) {
      if (reply.ok) break;
      await pause(wait, undefined, { ref: false });
      reply = await carry()(envelope, { number: index + 1, reason: reply.reason });
    }
    return reply;
  }

  return async (envelope: Envelope): Promise<Acknowledgement> => {
    const [first, ...others] = Array.from({ length: faults.copies }, () => deliverOnce(envelope));
    await Promise.all(others);
    return first ?? { ok: false, reason: 'connection_failed' };
  };
}

export type Deliver = ReturnType<typeof createDelivery>;
