// Discord's gateway: the socket through which a bot hears of things. docs: events/gateway
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { pushKept } from '../kept.ts';
import { type Json, number, object } from './json.ts';
import { ready, serverJson } from './payloads.ts';
import { createLogins, hears, isServed, type Shard, shardOf } from './sharding.ts';
import type { World } from './world.ts';

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const;
/** Members and presences: to be switched on in the portal, which nobody did here. */
const PRIVILEGED = (1 << 1) | (1 << 8);
/** Message content is switched on there, or is not. */
const CONTENT = 1 << 15;
/** Every intent there is. docs: events/gateway, list of intents */
const KNOWN = 0b11_0011_0001_1111_1111_1111_1111;
const CLOSE = { refused: 4004, unknownIntents: 4013, disallowedIntents: 4014 } as const;

interface Session {
  readonly id: string;
  readonly intents: number;
  /** The part of the servers it is for. */
  readonly shard: Shard;
  /** For whoever resumes; the oldest may be gone. */
  readonly events: { readonly s: number; readonly t: string; readonly d: Json }[];
  /** Events so far. */
  count: number;
  socket: WebSocket | null;
}

export interface Gateway {
  /**
   * Tells the bot of an event; while it is away, after it resumes.
   * @param intent the bit that an event needs, 0 for none
   * @param more what whoever has another intent besides is told instead
   */
  dispatch(event: string, data: Json, intent?: number, more?: { readonly intent: number; readonly data: Json }): void;
  /** Sends all events of this name again. */
  redeliver(event: string): void;
  /** Cuts the connection without a word. */
  drop(): void;
  /** Asks the bot to connect anew (op 7). */
  askToReconnect(): void;
  /** Ends the session (op 9); a bot may resume only where `resumable`. */
  invalidate(resumable: boolean): void;
  close(code: number): void;
  /** How the next login is met: with a close code, or with silence. */
  refuseLogin(how: number | 'silence'): void;
  /** Stops or starts acknowledging heartbeats. */
  acknowledge(on: boolean): void;
  /** The shards of the sessions that are connected, in the order in which they began: also twice the same, as in Discord. */
  sessions(): readonly Shard[];
  /** Ends everything. */
  stop(): Promise<void>;
}

export interface GatewayRules {
  /** Milliseconds. */
  readonly heartbeat: number;
  /** Milliseconds between two logins of one queue: whoever comes too early is refused (op 9). */
  readonly loginEvery: number;
  /** `max_concurrency`. */
  readonly loginQueues: number;
}

export function startGateway(
  server: Server,
  world: World,
  { heartbeat, loginEvery, loginQueues }: GatewayRules,
): Gateway {
  const mayLogIn = createLogins(loginEvery, loginQueues);
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  let refusal: number | 'silence' | null = null;
  let acknowledging = true;

  const send = (socket: WebSocket, payload: Json) =>
    socket.send(JSON.stringify({ s: null, t: null, d: null, ...payload }));
  const tell = (session: Session, t: string, d: Json) => {
    session.count += 1;
    const event = { s: session.count, t, d };
    pushKept(session.events, event, world.keep);
    if (session.socket !== null) send(session.socket, { op: OP.dispatch, ...event });
  };

  const identify = (socket: WebSocket, data: Json, url: string) => {
    world.tell({ kind: 'gateway', what: 'identify', shard: data['shard'] });
    const met = refusal;
    refusal = null;
    const intents = number(data['intents']);
    if (met === 'silence') return;
    if (met !== null) socket.close(met);
    else if (data['token'] !== world.token) socket.close(CLOSE.refused, 'Authentication failed.');
    else if ((intents & ~KNOWN) !== 0) socket.close(CLOSE.unknownIntents, 'Invalid intent(s).');
    else if ((intents & (world.messageContent ? PRIVILEGED : PRIVILEGED | CONTENT)) !== 0)
      socket.close(CLOSE.disallowedIntents, 'Disallowed intent(s).');
    else if (!mayLogIn(shardOf(data['shard'])[0])) {
      world.tell({ kind: 'gateway', what: 'too fast', shard: data['shard'] });
      send(socket, { op: OP.invalid, d: false });
    } else {
      const shard = shardOf(data['shard']);
      world.logins -= 1;
      // Whoever begins anew does not resume what it lost. Who is still connected stays: Discord allows several sessions of
      // one shard, each of which hears everything. docs: events/gateway, sharding
      for (const old of sessions.values())
        if (old.socket === null && old.shard.join() === shard.join()) sessions.delete(old.id);
      const session: Session = { id: crypto.randomUUID(), intents, shard, events: [], count: 0, socket };
      sessions.set(session.id, session);
      tell(session, 'READY', ready(world, session.id, url, data['shard']));
      for (const one of world.servers.values())
        if (isServed(shard, one.id)) tell(session, 'GUILD_CREATE', serverJson(world, one));
    }
  };

  const resume = (socket: WebSocket, data: Json) => {
    world.tell({ kind: 'gateway', what: 'resume' });
    const session = sessions.get(String(data['session_id']));
    const seen = number(data['seq']);
    const isLost = session === undefined || session.count - session.events.length > seen;
    if (isLost || data['token'] !== world.token) return send(socket, { op: OP.invalid, d: false });
    session.socket = socket;
    for (const event of session.events) if (event.s > seen) send(socket, { op: OP.dispatch, ...event });
    tell(session, 'RESUMED', {});
  };

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const url = `ws://${request.headers.host}`;
    send(socket, { op: OP.hello, d: { heartbeat_interval: heartbeat } });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      world.tell({ kind: 'gateway', what: `closed ${code}` });
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null;
    });
    socket.on('message', (raw) => {
      const { op, d } = object(JSON.parse(String(raw)));
      if (op === OP.heartbeat && acknowledging) send(socket, { op: OP.ack });
      if (op === OP.identify) identify(socket, object(d), url);
      if (op === OP.resume) resume(socket, object(d));
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open, request)),
  );

  const everySocket = (act: (socket: WebSocket) => void) => sockets.clients.forEach(act);
  return {
    dispatch: (event, data, intent = 0, more) => {
      for (const session of sessions.values()) {
        if ((session.intents & intent) !== intent || !hears(session.shard, event, data)) continue;
        const knows = more !== undefined && (session.intents & more.intent) !== 0;
        tell(session, event, knows ? more.data : data);
      }
    },
    redeliver: (event) => {
      for (const session of sessions.values()) {
        for (const { t, d } of session.events.filter((past) => past.t === event)) tell(session, t, d);
      }
    },
    drop: () => everySocket((socket) => socket.terminate()),
    askToReconnect: () => everySocket((socket) => send(socket, { op: OP.reconnect })),
    invalidate: (resumable) => {
      if (!resumable) sessions.clear();
      everySocket((socket) => send(socket, { op: OP.invalid, d: resumable }));
    },
    close: (code) => everySocket((socket) => socket.close(code)),
    refuseLogin: (how) => {
      refusal = how;
    },
    acknowledge: (on) => {
      acknowledging = on;
    },
    sessions: () => [...sessions.values()].filter(({ socket }) => socket !== null).map(({ shard }) => shard),
    stop: async () => {
      everySocket((socket) => socket.terminate());
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}
