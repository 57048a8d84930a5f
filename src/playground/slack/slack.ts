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
import type { Message, Payload } from './message.ts';
import type { Modal, ModalWatcher } from './modals.ts';
import { createModals } from './modals.ts';
import { eventPayload } from './payloads.ts';
import type { Person } from './people.ts';
import { createPerson } from './people.ts';
import { createResponseUrls } from './response-urls.ts';
import { createTriggers } from './triggers.ts';
import type { Call } from './web-api.ts';
import { createWebApi } from './web-api.ts';
import type { Channel, Member, Watcher } from './workspace.ts';
import { createWorkspace } from './workspace.ts';

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
  /** How long a modal may be opened after a click: 3 s. */
  readonly triggersMs?: number;
  /** What time it is here, in epoch milliseconds. */
  readonly now?: () => number;
  /** How many messages, calls and response URLs are remembered; everything, unless given. */
  readonly keep?: number;
}

export interface SimulatedSlack {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly faults: Faults;
  readonly team: { readonly id: string };
  /** A person of this name, who joins when they are new; the settings are for the one who joins. */
  person(name: string, settings?: Partial<Pick<Member, 'admin'>>): Person;
  /** A channel of this name; the bot is in it unless `bot` is false. */
  channel(name: string, settings?: Partial<Pick<Channel, 'kind' | 'bot' | 'archived'>>): Channel;
  /** Delivers any event, for what no person here can do. */
  emit(event: Payload): Promise<void>;
  /** Delivers over HTTP to this address from now on, instead of Socket Mode. */
  deliverTo(url: string): void;
  readonly bot: Member;
  /** Everybody, the bot too. */
  members(): readonly Member[];
  channels(): readonly Channel[];
  /** Everything that was said, oldest first. */
  history(): readonly Message[];
  /** Every modal that is open. */
  modals(): readonly Modal[];
  /** Calls `watcher` for every modal that opens, shows errors or closes; returns how to stop. */
  watchModals(watcher: ModalWatcher): () => void;
  /** The message with this `ts`. */
  message(ts: string): Message | null;
  /** Every call of the Web API, oldest first. */
  calls(): readonly Call[];
  /** Calls `watcher` for every message that is posted, changed or removed; returns how to stop. */
  watch(watcher: Watcher): () => void;
  /** The next thing the bot says or changes that `matches`. */
  next(matches?: (message: Message) => boolean): Promise<Message>;
  /** The next modal that the bot opens, or that shows errors. */
  nextModal(): Promise<Modal>;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** Resolves once the next Socket Mode connection has been greeted. */
  connected(): Promise<void>;
  /** Asks every connection to reconnect, as Slack does every few hours. */
  askToReconnect(reason?: 'warning' | 'refresh_requested'): void;
  /** Cuts every connection without a word. */
  dropConnections(): void;
  stop(): Promise<void>;
}

/** In milliseconds. */
const KEEP_ALIVE = 60_000;

/** Starts a Slack with one workspace on 127.0.0.1, on any free port. */
export async function startSlack(settings: SlackSettings = {}): Promise<SimulatedSlack> {
  const { patienceMs = 3000, retriesMs = [0, 60_000, 300_000], limitPosts = false } = settings;
  const { charts = true, usersRead = false, triggersMs, now = Date.now, keep = Number.POSITIVE_INFINITY } = settings;
  const workspace = createWorkspace({ takes: { charts }, now, keep });
  const responseUrls = createResponseUrls(workspace, keep);
  const triggers = createTriggers({ now, keep, ...(triggersMs !== undefined && { lifetimeMs: triggersMs }) });
  const modals = createModals(workspace, triggers);
  const faults = createFaults();
  const tokens = { bot: `xoxb-${randomUUID()}`, app: `xapp-1-${randomUUID()}` };
  const signingSecret = randomUUID().replaceAll('-', '');
  const calls: Call[] = [];
  const greeted = new EventTarget();
  const sockets = new WebSocketServer({ noServer: true });
  // Like the real one, and unlike Node's five seconds, it does not hang up on whoever pauses.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const authority = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const socketUrl = () => `ws://${authority}/link/?ticket=${randomUUID()}`;
  const webApi = createWebApi(workspace, { tokens, modals, socketUrl, limit: limitPosts, usersRead });

  const onCall = (call: Call) => pushKept(calls, call, keep);
  server.on('request', createGateway({ webApi, responseUrls, faults, onCall }));
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (connection) => {
      if (faults.take('hello') !== null) return connection.terminate();
      connection.send(JSON.stringify({ type: 'hello', num_connections: sockets.clients.size }));
      greeted.dispatchEvent(new Event('hello'));
    });
  });

  let carry = carryOverSockets(sockets.clients, patienceMs);
  const deliver = createDelivery(() => carry, faults, retriesMs);
  const responseUrl = (key: string) => `http://${authority}/response/${key}`;
  const stage = { workspace, deliver, responseUrls, responseUrl, triggers, modals };

  function sendToAll(message: Payload): void {
    for (const connection of sockets.clients) connection.send(JSON.stringify(message));
  }

  return {
    apiUrl: `http://${authority}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    faults,
    team: workspace.team,
    person: (name, member) => createPerson(workspace.member(name, member), stage),
    channel: (name, channel) => workspace.channel(name, channel),
    bot: workspace.bot,
    members: workspace.members,
    channels: workspace.channels,
    modals: modals.all,
    watchModals: modals.watch,
    emit: async (event) => {
      await deliver({ type: 'events_api', payload: eventPayload(workspace, event) });
    },
    deliverTo: (url) => {
      carry = carryOverHttp(url, signingSecret, patienceMs);
    },
    history: workspace.history,
    message: workspace.messageOf,
    calls: () => calls,
    watch: workspace.watch,
    next: (matches = () => true) => {
      const { promise, resolve } = Promise.withResolvers<Message>();
      const stopWatching = workspace.watch(({ kind, message }) => {
        if (kind === 'removed' || message.by !== workspace.bot.id || !matches(message)) return;
        stopWatching();
        resolve(message);
      });
      return promise;
    },
    nextModal: () => {
      const { promise, resolve } = Promise.withResolvers<Modal>();
      const stopWatching = modals.watch((modal, state) => {
        if (state === 'closed') return;
        stopWatching();
        resolve(modal);
      });
      return promise;
    },
    connections: () => sockets.clients.size,
    connected: async () => {
      await once(greeted, 'hello');
    },
    askToReconnect: (reason = 'refresh_requested') => sendToAll({ type: 'disconnect', reason }),
    dropConnections: () => {
      for (const connection of sockets.clients) connection.terminate();
    },
    stop: async () => {
      faults.release();
      for (const connection of sockets.clients) connection.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
