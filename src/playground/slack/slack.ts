// A Slack on this machine: speaks the Web API, Socket Mode and signed HTTP, refuses what the real one refuses.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { pushKept } from '../kept.ts';
import { carryOverHttp, carryOverSockets, createDelivery } from './delivery.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { createInstalls, type Installs } from './installs.ts';
import type { Payload } from './message.ts';
import { createTenant, type SimulatedWorkspace, type Tenant } from './tenant.ts';
import type { Call } from './web-api.ts';

export interface SlackSettings {
  /** How long Slack waits for an acknowledgement: 3 s. */
  readonly patienceMs?: number;
  /** Pauses before an event is delivered again: at once, after a minute, after five. */
  readonly retriesMs?: readonly number[];
  /** One message a second and channel. */
  readonly limitPosts?: boolean;
  /** Whether this workspace takes charts: true. */
  readonly charts?: boolean;
  /** Whether the scope `users:read` was granted: false. */
  readonly usersRead?: boolean;
  /** Whether the app hears all messages of its channels, and may react (channels:history, reactions:write and more): false. */
  readonly passive?: boolean;
  /** Scopes that were refused when the app was installed; none. */
  readonly refused?: readonly string[];
  /** How long a modal may be opened after a click: 3 s. */
  readonly triggersMs?: number;
  /** What time it is here, in epoch milliseconds. */
  readonly now?: () => number;
  /** How many messages, calls and response URLs are remembered; everything, unless given. */
  readonly keep?: number;
}

/** With its first workspace, which has the app from the beginning. */
export interface SimulatedSlack extends SimulatedWorkspace {
  readonly apiUrl: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly faults: Faults;
  /** Another workspace. Its people, channels and messages have the same ids as those of the first, each in its turn. */
  another(): SimulatedWorkspace;
  /** How the app gets into workspaces. */
  readonly installs: Installs;
  /** Delivers over HTTP to this address from now on, instead of Socket Mode. */
  deliverTo(url: string): void;
  /** Every call of the Web API, oldest first. */
  calls(): readonly Call[];
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** Resolves once the next Socket Mode connection has been greeted. */
  connected(): Promise<void>;
  /** Asks every connection to reconnect, as Slack does every few hours. */
  askToReconnect(reason?: 'warning' | 'refresh_requested'): void;
  /** Cuts every connection without a word. */
  dropConnections(): void;
  /** Hears nothing more over any connection, and does not say so: a network that died. */
  freezeConnections(): void;
  stop(): Promise<void>;
}

/** In milliseconds. */
const KEEP_ALIVE = 60_000;
/** Connections that may wait to be taken: of a thousand at once, Node's 511 turn half away for a second. */
const BACKLOG = 4_096;

/** Starts a Slack with one workspace on 127.0.0.1, on any free port. */
export async function startSlack(settings: SlackSettings = {}): Promise<SimulatedSlack> {
  const { patienceMs = 3000, retriesMs = [0, 60_000, 300_000], limitPosts = false } = settings;
  const {
    charts = true,
    usersRead = false,
    passive = false,
    refused = [],
    triggersMs,
    now = Date.now,
    keep = Number.POSITIVE_INFINITY,
  } = settings;
  const faults = createFaults();
  const appToken = `xapp-1-${randomUUID()}`;
  const tenants: Tenant[] = [];
  const installs = createInstalls(now, (team) => tenants.find(({ workspace }) => workspace.team.id === team) ?? null);
  const signingSecret = randomUUID().replaceAll('-', '');
  const calls: Call[] = [];
  const greeted = new EventTarget();
  const sockets = new WebSocketServer({ noServer: true });
  // Like the real one, and unlike Node's five seconds, it does not hang up on whoever pauses.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE });
  server.listen({ port: 0, host: '127.0.0.1', backlog: BACKLOG });
  await once(server, 'listening');
  const address = server.address();
  const authority = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const socketUrl = () => `ws://${authority}/link/?ticket=${randomUUID()}`;

  const onCall = (call: Call) => pushKept(calls, call, keep);
  server.on('request', createGateway({ tenants, installs, faults, onCall, now }));
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (connection) => {
      if (faults.take('hello') !== null) return connection.terminate();
      connection.send(JSON.stringify({ type: 'hello', num_connections: sockets.clients.size }));
      greeted.dispatchEvent(new Event('hello'));
    });
  });

  let carry = carryOverSockets(sockets.clients, patienceMs);
  const deliver = createDelivery(() => carry, faults, retriesMs);

  function open(): Tenant {
    const number = tenants.length;
    const tenant = createTenant({
      number,
      takes: { charts },
      passive,
      refused,
      now,
      keep,
      ...(triggersMs !== undefined && { triggersMs }),
      deliver,
      responseUrl: (key) => `http://${authority}/response/${number}.${key}`,
      api: { appToken, socketUrl, limit: limitPosts, usersRead },
    });
    tenants.push(tenant);
    return tenant;
  }

  function sendToAll(message: Payload): void {
    for (const connection of sockets.clients) connection.send(JSON.stringify(message));
  }

  const first = open();
  return {
    ...first.face,
    apiUrl: `http://${authority}/api/`,
    appToken,
    signingSecret,
    faults,
    another: () => open().face,
    installs,
    deliverTo: (url) => {
      carry = carryOverHttp(url, signingSecret, patienceMs);
    },
    calls: () => calls,
    connections: () => sockets.clients.size,
    connected: async () => {
      await once(greeted, 'hello');
    },
    askToReconnect: (reason = 'refresh_requested') => sendToAll({ type: 'disconnect', reason }),
    dropConnections: () => {
      for (const connection of sockets.clients) connection.terminate();
    },
    freezeConnections: () => {
      for (const connection of sockets.clients) connection.pause();
    },
    stop: async () => {
      faults.release();
      for (const connection of sockets.clients) connection.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
