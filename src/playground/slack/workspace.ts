// The workspace: its people, its channels, and everything that was said.
import { dropOldest } from '../kept.ts';
import type { Takes } from './limits.ts';
import type { Message } from './message.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  /** Administers the workspace. */
  readonly admin: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  /** Whether the bot was invited. */
  readonly bot: boolean;
  readonly archived: boolean;
  /** The names of the people in it; null for everybody. */
  readonly members: readonly string[] | null;
}

export type Happening =
  | { readonly kind: 'posted'; readonly message: Message }
  | { readonly kind: 'changed'; readonly message: Message }
  | { readonly kind: 'removed'; readonly message: Message };

/** What a workspace goes by. */
export interface Rules {
  /** Which one it is, from 0: ids of its own has the workspace alone, all in it has the same ones as elsewhere. */
  readonly number: number;
  readonly takes: Takes;
  /** Whether the app has the scopes to hear all messages of its channels, and to react. */
  readonly passive: boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How many messages are remembered; the oldest are removed. */
  readonly keep: number;
}

export type Watcher = (happening: Happening) => void;

export interface Workspace {
  readonly team: { readonly id: string; readonly domain: string };
  readonly appId: string;
  readonly bot: Member & { readonly botId: string };
  readonly takes: Takes;
  readonly passive: boolean;
  /** Epoch milliseconds. */
  now(): number;
  /** A person of this name, who joins if they are new; the settings are for the one who joins. */
  member(name: string, settings?: Partial<Pick<Member, 'admin'>>): Member;
  memberOf(id: string): Member | null;
  /** A channel of this name, created if it is new. Direct messages with the bot are called after the person. */
  channel(name: string, settings?: Partial<Pick<Channel, 'kind' | 'bot' | 'archived' | 'members'>>): Channel;
  channelOf(id: string): Channel | null;
  findChannel(name: string): Channel | null;
  channels(): readonly Channel[];
  members(): readonly Member[];
  history(): readonly Message[];
  messageOf(ts: string): Message | null;
  post(message: Omit<Message, 'ts'>): Message;
  /** Puts a message in the place of the one with the same `ts`. */
  change(message: Message): Message;
  remove(ts: string): void;
  /** Puts an emoji below a message. @returns false where this person has done so already */
  react(message: Message, user: string, name: string): boolean;
  watch(watcher: Watcher): () => void;
  /** An id that nothing else has: a letter or two, and a number. */
  id(prefix: string): string;
}

function getOrAdd<Value>(values: Map<string, Value>, name: string, make: () => Value): Value {
  const value = values.get(name) ?? make();
  values.set(name, value);
  return value;
}

export function createWorkspace({ number, takes, passive, now, keep }: Rules): Workspace {
  const members = new Map<string, Member>();
  const channels = new Map<string, Channel>();
  const byId = new Map<string, Channel>();
  const messages = new Map<string, Message>();
  const watchers = new Set<Watcher>();
  let ids = 0;
  let counter = 0;

  function id(prefix: string): string {
    ids += 1;
    return `${prefix}0${String(ids).padStart(8, '0')}`;
  }

  function tell(happening: Happening): void {
    for (const watcher of [...watchers]) watcher(happening);
  }

  function post(message: Omit<Message, 'ts'>): Message {
    counter += 1;
    const posted = { ...message, ts: `${Math.floor(now() / 1000)}.${String(counter).padStart(6, '0')}` };
    messages.set(posted.ts, posted);
    tell({ kind: 'posted', message: posted });
    for (const old of dropOldest(messages, keep)) tell({ kind: 'removed', message: old });
    return posted;
  }

  const bot = { id: id('U'), name: 'Teapot', admin: false, botId: id('B') };
  members.set(bot.name, bot);

  return {
    team: { id: id(number === 0 ? 'T' : `T${number}`), domain: number === 0 ? 'playground' : `playground-${number}` },
    appId: id('A'),
    bot,
    takes,
    passive,
    now,
    member: (name, { admin = false } = {}) => getOrAdd(members, name, () => ({ id: id('U'), name, admin })),
    memberOf: (wanted) => [...members.values()].find((member) => member.id === wanted) ?? null,
    channel: (name, { kind = 'channel', bot = true, archived = false, members: inside = null } = {}) =>
      getOrAdd(channels, name, () => {
        const channel = { id: id(kind === 'im' ? 'D' : 'C'), name, kind, bot, archived, members: inside };
        byId.set(channel.id, channel);
        return channel;
      }),
    channelOf: (wanted) => byId.get(wanted) ?? null,
    findChannel: (name) => channels.get(name) ?? null,
    channels: () => [...byId.values()],
    members: () => [...members.values()],
    history: () => [...messages.values()],
    messageOf: (ts) => messages.get(ts) ?? null,
    post,
    change: (message) => {
      messages.set(message.ts, message);
      tell({ kind: 'changed', message });
      return message;
    },
    remove: (ts) => {
      const message = messages.get(ts);
      if (message === undefined) return;
      messages.delete(ts);
      tell({ kind: 'removed', message });
    },
    react: ({ ts }, user, name) => {
      const message = messages.get(ts);
      const reactions = message?.reactions ?? [];
      const same = reactions.find((reaction) => reaction.name === name);
      if (message === undefined || same?.users.includes(user) === true) return false;
      const others = reactions.filter((reaction) => reaction !== same);
      const changed = { ...message, reactions: [...others, { name, users: [...(same?.users ?? []), user] }] };
      messages.set(ts, changed);
      tell({ kind: 'changed', message: changed });
      return true;
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    id,
  };
}
