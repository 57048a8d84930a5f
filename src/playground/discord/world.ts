// What exists in the simulated Discord: one application, one server, the messages, and everything the bot did.
import { newId } from './ids.ts';
import type { Json } from './json.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
}

/** Where something happens. `elsewhere`: a server the bot is not in; `between`: a direct message of two people. */
export type Place = 'server' | 'dm' | 'elsewhere' | 'between';

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
  /** 2 command, 3 component, 4 autocomplete. */
  readonly type: number;
  readonly user: User;
  readonly channel: string;
  readonly place: Place;
  /** The post whose button was pressed. */
  readonly on: Post | null;
  state: 'open' | 'answered' | 'late';
  /** The id of the response's message. */
  original: string | null;
  /** Called with what the person sees: a post, suggestions, or null for a silent acknowledgement. */
  settle: (seen: Post | readonly Json[] | null) => void;
}

/** Something that happened; a page can show it as it comes. */
export type Happening =
  | { readonly kind: 'said'; readonly message: Message }
  | { readonly kind: 'posted' | 'edited'; readonly post: Post }
  | { readonly kind: 'deleted'; readonly id: string }
  | { readonly kind: 'registered'; readonly commands: readonly Json[] }
  | { readonly kind: 'request'; readonly route: string; readonly status: number; readonly body: unknown }
  | { readonly kind: 'gateway'; readonly what: string; readonly shard?: unknown };

export interface World {
  readonly token: string;
  readonly bot: User;
  readonly server: string;
  readonly channel: string;
  /** The role that Discord gives every bot in a server. */
  readonly role: string;
  readonly happenings: Happening[];
  readonly posts: Map<string, Post>;
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  commands: readonly Json[];
  /** Left for today. */
  logins: number;
  /** Notes something and tells everybody who watches. */
  tell(happening: Happening): void;
  watch(watcher: (happening: Happening) => void): () => void;
}

export function createWorld(): World {
  const watchers = new Set<(happening: Happening) => void>();
  const happenings: Happening[] = [];
  const bot = { id: newId(), username: 'Teapot', bot: true };
  return {
    token: `${btoa(bot.id)}.Playground.${crypto.randomUUID()}`,
    bot,
    server: newId(),
    channel: newId(),
    role: newId(),
    happenings,
    posts: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: [],
    logins: 1000,
    tell: (happening) => {
      happenings.push(happening);
      for (const watcher of watchers) watcher(happening);
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
