// The vocabulary between the bot and the platforms. Types only.
import type { Answer, Choice } from './answer/answer.ts';

/** Who asks, and from where. Ids are the platform's own; nothing else about a person is known. */
export interface Asker {
  readonly platform: 'slack' | 'discord' | 'terminal';
  /** Workspace or server; null in direct messages, user installs and the terminal. */
  readonly team: string | null;
  readonly channel: string | null;
  readonly user: string;
}

/**
 * Something somebody wants answered.
 * `line`: typed after a command, or carried by a button. `mention`: a message that speaks to the bot; silence and
 * small talk are possible. `explain`: somebody else's message or a paste, to be searched for status codes.
 */
export type Ask =
  | { readonly kind: 'line'; readonly by: Asker; readonly line: string }
  | { readonly kind: 'mention'; readonly by: Asker; readonly text: string }
  | { readonly kind: 'explain'; readonly by: Asker; readonly text: string };

/** What a platform needs to know of a slash command to register it. */
export interface CommandSpec {
  /** Without the slash; 1-32 lower-case letters. Slack has its own names (`SLACK_COMMANDS`). */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** What to type after it, shown as a hint: "404 | 401 vs 403 | bad gateway | help". */
  readonly hint: string;
}

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
  suggest(typed: string): readonly Choice[];
  readonly commands: readonly CommandSpec[];
  readonly menu: MenuSpec;
}

/** A place where people are. */
export interface Platform {
  readonly name: string;
  /** Connects and resolves once questions can arrive. Throws what main.ts can say in one line. */
  start(bot: Bot): Promise<void>;
  /** Stops taking questions, finishes those in flight, closes its connections. */
  stop(): Promise<void>;
}

/** What a room needs of a logger (pino has this shape). Ids and reasons only: never what somebody typed, never a token. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
