// The vocabulary between the bot and the platforms. Types only.
import type { Answer, Choice } from './answer/answer.ts';

/** Who asks, and from where. Ids are the platform's own; nothing else about a person is known. */
export interface Asker {
  readonly platform: 'slack' | 'discord' | 'terminal';
  /** Workspace or server; null in direct messages, user installs and the terminal. */
  readonly team: string | null;
  readonly channel: string | null;
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
  /** Completions while somebody types, best first, at most 25. */
  suggest(typed: string, topic?: Topic): readonly Choice[];
  /** Takes note of where Teapot is. Never rejects. */
  heed?(membership: Membership): Promise<void>;
  readonly commands: readonly CommandSpec[];
  readonly menu: MenuSpec;
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

/** What a room needs of a logger (pino has this shape). Ids and reasons only: never what somebody typed, never a token. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
