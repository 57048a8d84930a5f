// The vocabulary between the bot and the platforms. Types only.
import type { Answer, Choice } from './answer/answer.ts';

/** Who asks, and from where. Ids are the platform's own; nothing else about a person is known. */
export interface Asker {
  readonly platform: 'slack' | 'discord' | 'terminal';
  /** Workspace or server; null in direct messages, user installs and the terminal. */
  readonly team: string | null;
  readonly channel: string | null;
  /** The channel that a thread with an id of its own belongs to (Discord): what is set there holds in the thread, too. */
  readonly parent?: string;
  readonly user: string;
  /** Whether they may change what Teapot does for everybody in this channel. May ask the platform, so only call it when it matters. */
  readonly manages: () => Promise<boolean>;
}

/** A channel that Teapot can post to by itself. */
export interface Place {
  readonly platform: 'slack' | 'discord';
  /** Workspace or server. */
  readonly team: string;
  readonly channel: string;
}

/**
 * Something somebody wants answered.
 * `line`: typed after a command, or carried by a button. `mention`: a message that speaks to the bot; silence and
 * small talk are possible. `explain`: somebody else's message or a paste, to be searched for status codes.
 */
export type Ask =
  | { readonly kind: 'line'; readonly by: Asker; readonly line: string; readonly from?: Pressed }
  | { readonly kind: 'mention'; readonly by: Asker; readonly text: string }
  | { readonly kind: 'explain'; readonly by: Asker; readonly text: string };

/** The post whose button somebody pressed, where everybody in its channel can see it: it proves that the post stands. */
export interface Pressed {
  readonly place: Place;
  readonly posted: Posted;
}

/** What a platform needs to know of a slash command to register it. */
export interface CommandSpec {
  /** Without the slash; 1-32 lower-case letters. Slack has its own names (`SLACK_COMMANDS`). */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** What to type after it, shown as a hint: "404 | 401 vs 403 | bad gateway | help". */
  readonly hint: string;
  /**
   * Absent: one free text (the line). Otherwise each part is a word after the command with fields of its own; chosen,
   * they make the line "name part field field …" (name left out for the platform's main command).
   */
  readonly parts?: readonly PartSpec[];
  /** `server`: only where a channel belongs to a workspace or server. */
  readonly where: 'anywhere' | 'server';
}

export interface PartSpec {
  /** 1-32 lower-case letters, digits or hyphens. */
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldSpec[];
}

export interface FieldSpec {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** A word that stands before the value in the line: "level" in "level common". */
  readonly word?: string;
  /** What completions there are while somebody types: handed to `Bot.suggest`. */
  readonly suggests?: Topic;
}

/** What somebody is typing: a question about codes, or the name of a time zone. */
export type Topic = 'status' | 'zone';

/** A message shortcut or context-menu entry: "explain this message". */
export interface MenuSpec {
  /** At most 24 characters (Slack's limit for a shortcut's name). */
  readonly name: string;
  readonly id: string;
  readonly description: string;
}

export interface Bot {
  /** Answers from memory; never rejects. `null` is silence. */
  ask(ask: Ask): Promise<Answer | null>;
  /** Completions while somebody types, best first, at most 25; none for whoever asks for them too fast. */
  suggest(typed: string, topic?: Topic, by?: Asker): readonly Choice[];
  /** Takes note of where Teapot is. Never rejects. */
  heed?(membership: Membership): Promise<void>;
  /**
   * Whether a message that nobody wrote to Teapot plainly speaks of an HTTP failure, in a channel that wants to be
   * listened to: then it gets a reaction. Keeps nothing. Never rejects.
   */
  overhears?(by: Asker, text: string): Promise<boolean>;
  /** Takes note of whether the platform let it react in a channel. Never rejects. */
  reacted?(by: Asker, allowed: boolean): Promise<void>;
  readonly commands: readonly CommandSpec[];
  readonly menu: MenuSpec;
  /** What can be asked, for a page of its own. */
  readonly guide?: Guide;
}

/** What a page about Teapot shows: a welcome, and each topic with its examples as buttons. Nothing in it is asked for. */
export interface Guide {
  readonly welcome: Answer;
  readonly topics: readonly Answer[];
}

/** Teapot was removed from a workspace or server, or has come (back) to it. */
export interface Membership extends Pick<Place, 'platform' | 'team'> {
  readonly member: boolean;
}

/** A place where people are. */
export interface Platform {
  readonly name: string;
  /** Connects and resolves once questions can arrive. Throws what main.ts can say in one line. */
  start(bot: Bot): Promise<void>;
  /** Stops taking questions, finishes those in flight, closes its connections. */
  stop(): Promise<void>;
  /** What it answers over HTTP; the process has one server for all of them. The same before and after the start. */
  readonly routes?: readonly Route[];
  /** What keeps questions from arriving right now, in a few words for whoever runs Teapot; null when nothing does. */
  trouble?(): string | null;
  /** What is worth knowing though nothing is wrong, in a few words: that others answer, and this process stands by. */
  note?(): string | null;
}

/** Something that is answered over HTTP. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Exactly, from the slash on and without a query: "/slack/events". */
  readonly path: string;
  /** Bytes that a body may have; none unless given. A longer one is refused before anybody is asked. */
  readonly bodyLimit?: number;
  /** Where it rejects, the other side gets a 500, and the log the reason. */
  answer(request: WebRequest): Promise<WebReply>;
}

export interface WebRequest {
  /** As it was sent, without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** All of it. */
  readonly body: Buffer;
}

export interface WebReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** A platform with channels: it can also speak first. */
export interface Broadcaster extends Platform {
  readonly name: Place['platform'];
  /**
   * Posts once. The same key means the same post: a platform that can tell repeats apart (Discord's nonce) never posts it
   * twice; one that cannot (Slack) never repeats by itself.
   * @param key unique for the post, at most 25 characters
   * @param replyTo the post it belongs under: a thread on Slack, a reply on Discord
   * @param leaving called before a request, as late as possible, and waited for: whatever fails before it resolves has
   * surely not posted; when it rejects, nothing is posted
   * @throws PostFailure
   */
  post(
    place: Place,
    answer: Answer,
    key: string,
    replyTo?: Posted,
    leaving?: () => Promise<void>,
  ): Promise<Posted & Unnamed>;
  /** Replaces a post's content and buttons. @throws PostFailure */
  edit(place: Place, posted: Posted, answer: Answer): Promise<void>;
  /**
   * Whether Teapot is in these workspaces or servers: it may have been removed while it was not running. Only what the
   * platform surely says; in doubt nothing. Never rejects.
   */
  whereabouts?(teams: readonly string[]): Promise<readonly Membership[]>;
}

/** Where a post stands: the platform's id of the message (Slack's ts). */
export interface Posted {
  readonly message: string;
}

/**
 * A platform on which a post notifies whom it names, names nobody at first: `unnamed` asks for an edit with the same answer,
 * of which nobody is notified.
 */
export interface Unnamed {
  readonly unnamed?: true;
}

/**
 * Why a post failed, in terms of what to do about it. `gone`: the channel or the bot's place in it no longer exists.
 * `repairable`: somebody there can mend it (invite, permission). `busy`: try again after `retryAfter` ms, surely not posted.
 * `refused`: surely not posted, and the same post never will be. `unsent`: it never left, or the platform surely did not
 * take it: try again. `unknown`: it may have been posted.
 */
export type FailureKind = 'gone' | 'repairable' | 'busy' | 'refused' | 'unsent' | 'unknown';

export interface PostFailure extends Error {
  readonly name: 'PostFailure';
  readonly failure: FailureKind;
  /** Milliseconds, only with `busy`. */
  readonly retryAfter?: number;
}

/**
 * Something that only one process may have at a time, of all that share a database: without it, a process stands by. It is
 * had for a while and renewed; whoever cannot renew it gives it up before others may take it.
 */
export interface Tenure {
  /** Tries for it from now on, again and again. */
  begin(tenant: Tenant): void;
  /** Gives it up for good; resolves once others may have it. Never rejects. */
  end(): Promise<void>;
  /** Whether it is ours at this very moment: also after the process stood still. */
  holds(): boolean;
  /** Our place among those who have one each, in one order everywhere; null while we have none that the others count on. */
  standing(): Standing | null;
}

export interface Standing {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

export interface Tenant {
  /** The one with this number, of those asked for, is ours. Rejects where it is of no use here: then others may have it. */
  gained(index: number): Promise<void>;
  /** It is ours no longer; `soon`: others may have it in three seconds, so that much is left to fall silent. Never rejects. */
  lost(soon: boolean): Promise<void>;
  /** All are taken; told once, until one is gained. */
  waits?(): void;
}

/** What the processes do one at a time, with a pause after each. */
export interface Turn {
  /** Whoever has the same queue waits. */
  readonly queue: string;
  /** Milliseconds until the next may. */
  readonly pause: number;
  /** Called when it is our turn; returns how many milliseconds it is better to wait all the same, or 0. */
  readonly check: () => Promise<number>;
  /** Called now and then while we wait. */
  readonly onWait: () => void;
  readonly signal: AbortSignal;
}

/** Resolves when it is our turn, and what has turns is still ours; rejects only where the signal says so. */
export type TakeTurn = (turn: Turn) => Promise<void>;

/** What is to be done once, by whichever process hears of it first. Rejects where the database does not answer. */
export interface Claims {
  /** @returns whether nobody had claimed any of these names */
  claim(names: readonly string[]): Promise<boolean>;
  /** Gives them back: it was not done after all. */
  release(names: readonly string[]): Promise<void>;
}

/** What a room needs of a logger (pino has this shape). Ids and reasons only: never what somebody typed, never a token. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Told of what happens, to count it. It keeps nobody waiting, and never throws. */
export type Meter = (happening: Happening) => void;

/** Something that happened: kinds, results and times only, each of few values. Never who, where, or what was said. */
export type Happening =
  | {
      readonly kind: 'answered';
      readonly platform: Asker['platform'];
      readonly ask: Ask['kind'];
      /** `silence`: nothing was said. `fault`: of the errors, those that the asker cannot mend. */
      readonly about: Answer['about']['kind'] | 'silence' | 'fault';
      /** From the question to the answer, before it is sent. */
      readonly ms: number;
    }
  | {
      readonly kind: 'delivered';
      readonly platform: Place['platform'];
      /** The kind of post: quiz, reveal, … */
      readonly post: string;
      readonly result: DeliveryResult;
      /** After the time it was due, of what was posted. */
      readonly lateMs?: number;
    }
  | {
      readonly kind: 'called';
      readonly platform: Place['platform'];
      /** The method, or a group of them. */
      readonly call: string;
      /** Of HTTP. `refused`: HTTP was fine, and the platform said no. `failed`: no answer came. */
      readonly status: number | 'refused' | 'failed';
      readonly ms: number;
      /** Whose limit a 429 is about; `unknown` where the platform does not say. */
      readonly limit?: 'user' | 'global' | 'shared' | 'unknown';
      /** Whether it counts towards Discord locking out this address. */
      readonly invalid?: boolean;
    };

/** `skipped`: there was no reason to post it any more. `broken`: a fault of ours. The others: why a platform did not post it. */
export type DeliveryResult = 'posted' | 'skipped' | 'broken' | FailureKind;
