// What exists in the simulated Discord: one application, one server, the messages, and everything the bot did.
import { pushKept } from '../kept.ts';
import { newId } from './ids.ts';
import type { Json } from './json.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
  /** May manage the servers they are in. */
  readonly manages?: boolean;
}

/** Where something happens. `elsewhere`: a server the bot is not in; `between`: a direct message of two people. */
export type Place = 'server' | 'dm' | 'elsewhere' | 'between';

/** A server that the bot is in. */
export interface Server {
  readonly id: string;
  /** The role that Discord gives every bot in a server. */
  readonly botRole: string;
  /** The role of those who may manage the server. */
  readonly keepers: string;
}

/** A text channel in a server, or a thread in one. */
export interface Channel {
  readonly id: string;
  readonly server: string;
  readonly name: string;
  /** The channel that a thread belongs to; null for one that stands by itself. */
  readonly parent: string | null;
  /** The rights that the bot lacks here, as Discord's bits. */
  readonly denied: bigint;
}

/** A message of the bot. */
export interface Post {
  readonly id: string;
  readonly channel: string;
  /** The body as the bot sent it last. */
  readonly body: Json;
  readonly place: Place;
  /** The only person who sees it, or null. */
  readonly seenBy: string | null;
  /** The message it replies to, or null. */
  readonly repliesTo: string | null;
  readonly edits: number;
  /** Put away by the one person who saw it; the bot does not learn of it. */
  readonly dismissed?: true;
  /** Who asked for it, and with which command; missing where nobody did. */
  readonly asked?: { readonly user: string; readonly command: string };
}

/** A message of a person. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly place: Place;
  readonly author: User;
  readonly content: string;
}

/** An interaction that waits for its response, or had it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly user: User;
  readonly channel: string;
  readonly place: Place;
  /** "/quiz schedule", or what stands in the menu of messages; null where no command is used. */
  readonly command: string | null;
  /** The post whose button was pressed. */
  readonly on: Post | null;
  state: 'open' | 'answered' | 'late';
  /** The id of the response's message. */
  original: string | null;
  /** Called with what the person sees. */
  settle: (seen: Shown) => void;
}

/** A form that somebody has open over everything else. */
export interface Form {
  readonly id: string;
  readonly user: string;
  /** As the bot sent it. */
  readonly body: Json;
  readonly channel: string;
  readonly place: Place;
  /** The post whose button opened it. */
  readonly on: Post | null;
}

/** What the response to an interaction shows: a post, a form, suggestions, or null for a silent acknowledgement. */
export type Shown = Post | { readonly modal: Json } | readonly Json[] | null;

/** Something that happened; a page can show it as it comes. */
export type Happening =
  | { readonly kind: 'said'; readonly message: Message }
  | { readonly kind: 'posted' | 'edited'; readonly post: Post }
  | { readonly kind: 'deleted' | 'dismissed'; readonly id: string }
  /** Gone for want of room. */
  | { readonly kind: 'forgotten'; readonly ids: readonly string[] }
  | { readonly kind: 'reacted'; readonly message: string }
  | { readonly kind: 'opened' | 'closed'; readonly form: Form }
  | { readonly kind: 'registered'; readonly commands: readonly Json[] }
  | { readonly kind: 'request'; readonly route: string; readonly status: number; readonly body: unknown }
  | { readonly kind: 'gateway'; readonly what: string; readonly shard?: unknown };

/** An emoji below a message. */
export interface Reaction {
  readonly emoji: string;
  readonly users: readonly string[];
}

export interface World {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How many messages, posts, interactions and happenings are remembered. */
  readonly keep: number;
  /** Whether the message content intent is switched on in the portal. */
  readonly messageContent: boolean;
  readonly token: string;
  readonly bot: User;
  /** Where people are unless told otherwise. */
  readonly home: Server;
  readonly general: Channel;
  readonly servers: Map<string, Server>;
  readonly channels: Map<string, Channel>;
  /** The channels in which somebody is alone with the bot, and who. */
  readonly directMessages: Map<string, string>;
  /** Who put which emoji below a message, by its id. */
  readonly reactions: Map<string, readonly Reaction[]>;
  readonly users: Map<string, User>;
  readonly happenings: Happening[];
  readonly posts: Map<string, Post>;
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  /** What each person has open, by their id. */
  readonly forms: Map<string, Form>;
  /** The posts with a nonce that is still remembered, by it. */
  readonly nonces: Map<string, { readonly post: string; readonly at: number }>;
  commands: readonly Json[];
  /** Left for today. */
  logins: number;
  /** Notes something and tells everybody who watches. */
  tell(happening: Happening): void;
  watch(watcher: (happening: Happening) => void): () => void;
}

export function createServer(): Server {
  return { id: newId(), botRole: newId(), keepers: newId() };
}

export function createChannel({ id: server }: Server, name: string): Channel {
  return { id: newId(), server, name, parent: null, denied: 0n };
}

export function createWorld({ now, keep, messageContent }: Pick<World, 'now' | 'keep' | 'messageContent'>): World {
  const watchers = new Set<(happening: Happening) => void>();
  const happenings: Happening[] = [];
  const bot = { id: newId(), username: 'Teapot', bot: true };
  const home = createServer();
  const general = createChannel(home, 'general');
  return {
    now,
    keep,
    messageContent,
    token: `${btoa(bot.id)}.Playground.${crypto.randomUUID()}`,
    bot,
    home,
    general,
    servers: new Map([[home.id, home]]),
    channels: new Map([[general.id, general]]),
    directMessages: new Map(),
    reactions: new Map(),
    users: new Map(),
    happenings,
    posts: new Map(),
    messages: new Map(),
    interactions: new Map(),
    forms: new Map(),
    nonces: new Map(),
    commands: [],
    logins: 1000,
    tell: (happening) => {
      pushKept(happenings, happening, keep);
      for (const watcher of watchers) watcher(happening);
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
