// A Discord to try a bot on: it speaks Discord's protocols on the loopback and refuses what Discord refuses.
import { createServer } from 'node:http';
import { createHandlers } from './api.ts';
import { type Channels, createChannels } from './channels.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Gateway, startGateway } from './gateway.ts';
import type { Json } from './json.ts';
import { createPerson, type Person } from './people.ts';
import { createRate } from './rate.ts';
import { serveRest } from './rest.ts';
import { createWorld, type Form, type Happening, type Message, type Post, type Reaction, type User } from './world.ts';

export type { Channels, Right } from './channels.ts';
export type { Fault, Faults, Route } from './faults.ts';
export type { Gateway } from './gateway.ts';
export type { OpenForm, Person, Where } from './people.ts';
export { look, type Sight } from './sight.ts';
export type { Channel, Form, Happening, Message, Place, Post, Reaction } from './world.ts';

export interface SimulatedDiscord {
  /** What a bot takes for https://discord.com/api */
  readonly apiUrl: string;
  /** The only token that works here. */
  readonly token: string;
  /** Everything the bot posted, oldest first, as it stands now, with the bodies it sent. */
  readonly posts: readonly Post[];
  /** Everything that happened, oldest first; `watch` tells of it as it comes, until its result is called. */
  readonly happenings: readonly Happening[];
  watch(watcher: (happening: Happening) => void): () => void;
  /** The commands the bot registered. */
  readonly commands: readonly Json[];
  /** The channels of the bot's servers. */
  readonly channels: Channels;
  /** Somebody new, in every server; who `manages` may manage them. */
  person(name: string, as?: { readonly manages?: boolean }): Person;
  /** Everybody so far. */
  readonly people: readonly Person[];
  readonly bot: User;
  /** What people wrote, oldest first. */
  readonly messages: readonly Message[];
  /** A person's message or the bot's. */
  message(id: string): Message | Post | null;
  /** The emojis below a message, and who put them there. */
  reactions(id: string): readonly Reaction[];
  /** What people have open over everything else. */
  readonly forms: readonly Form[];
  /** What goes wrong on REST routes, and on the gateway. */
  readonly faults: Faults;
  readonly gateway: Gateway;
  /** How many logins Discord says are left for today; 1000 at first. */
  loginsLeft(count: number): void;
  /** The tokens of all interactions so far, to look for them where they must not be. */
  interactionTokens(): readonly string[];
  /** Resolves once something has happened this many times, counting from the start. */
  until(what: (happening: Happening) => boolean, times?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface DiscordRules {
  /** Milliseconds between a bot's heartbeats; 41250 unless given, as in Discord. */
  readonly heartbeat?: number;
  /** Milliseconds for which a nonce is remembered; 3 minutes unless given, where Discord says "the past few minutes". */
  readonly nonceWindow?: number;
  /** Requests in any second over all routes but those of interactions, 50 in Discord; no limit unless given. */
  readonly requestsPerSecond?: number;
  /** Milliseconds between two logins of one queue, 5000 in Discord; no limit unless given. */
  readonly loginEvery?: number;
  /** How many queues of logins there are (`max_concurrency`); 1 unless given. */
  readonly loginQueues?: number;
  /** What time it is here, in epoch milliseconds. */
  readonly now?: () => number;
  /** Whether the message content intent is switched on in the portal; false unless given. */
  readonly messageContent?: boolean;
  /** How many messages, posts, interactions and happenings are remembered; everything, unless given. */
  readonly keep?: number;
}

/** In milliseconds. */
const KEEP_ALIVE = 60_000;
/** Connections that may wait to be taken: of a thousand at once, Node's 511 turn half away for a second. */
const BACKLOG = 4_096;

/** Starts on a free port of the loopback. */
export async function startDiscord(rules: DiscordRules = {}): Promise<SimulatedDiscord> {
  const { heartbeat = 41_250, nonceWindow = 180_000, requestsPerSecond = Number.POSITIVE_INFINITY } = rules;
  const { now = Date.now, keep = Number.POSITIVE_INFINITY, messageContent = false } = rules;
  const { loginEvery = 0, loginQueues = 1 } = rules;
  const world = createWorld({ now, keep, messageContent });
  const people: Person[] = [];
  const faults = createFaults();
  // Like the real one, and unlike Node's five seconds, it does not hang up on whoever pauses.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE });
  const gateway = startGateway(server, world, { heartbeat, loginEvery, loginQueues });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: BACKLOG }, resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  server.on(
    'request',
    serveRest(
      world,
      faults,
      createRate(requestsPerSecond),
      createHandlers(world, gateway, { url: () => `ws://${host}`, nonceWindow, loginQueues }),
    ),
  );

  return {
    apiUrl: `http://${host}/api`,
    token: world.token,
    get posts() {
      return [...world.posts.values()];
    },
    happenings: world.happenings,
    watch: world.watch,
    get commands() {
      return world.commands;
    },
    channels: createChannels(world, gateway),
    person: (name, { manages = false } = {}) => {
      const person = createPerson(world, gateway, name, manages);
      people.push(person);
      return person;
    },
    people,
    bot: world.bot,
    get messages() {
      return [...world.messages.values()];
    },
    message: (id) => world.posts.get(id) ?? world.messages.get(id) ?? null,
    reactions: (id) => world.reactions.get(id) ?? [],
    get forms() {
      return [...world.forms.values()];
    },
    faults,
    gateway,
    loginsLeft: (count) => {
      world.logins = count;
    },
    interactionTokens: () => [...world.interactions.values()].map(({ token }) => token),
    until: (what, times = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (world.happenings.filter(what).length < times) return;
          unwatch();
          resolve();
        };
        const unwatch = world.watch(look);
        look();
      }),
    stop: async () => {
      await gateway.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
