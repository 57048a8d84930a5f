// What the page and its server tell each other: types only, shared by both ends.

/** Any JSON object as it went over the wire. */
export type Json = Readonly<Record<string, unknown>>;

export type Side = 'slack' | 'discord';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Administers the workspace, or may manage the server. */
  readonly admin: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** The one person who is alone with the bot here; null where everybody is. */
  readonly aloneWith: string | null;
}

/** How much of one of the platform's limits a message uses. */
export interface Use {
  /** In the platform's words: "blocks", "characters of text". */
  readonly of: string;
  readonly used: number;
  readonly most: number;
}

export interface Message {
  readonly side: Side;
  /** Slack's `ts`, Discord's snowflake. */
  readonly id: string;
  readonly channel: string;
  /** Slack: the message whose thread it is in. Discord: the message it replies to. Null for neither. */
  readonly under: string | null;
  /** Who wrote it: a member's id. */
  readonly by: string;
  /** Epoch milliseconds by the playground's clock. */
  readonly at: number;
  /** The only member who sees it; null where everybody does. */
  readonly only: string | null;
  readonly edited: boolean;
  /** Discord: which member asked for it by which command, "/status"; null elsewhere. */
  readonly askedBy: { readonly member: string; readonly command: string } | null;
  /** Emojis below it; missing where there are none. */
  readonly reactions?: readonly Reaction[];
  /** Exactly what the adapter sent, or for a person's message what the platform makes of what was typed. */
  readonly payload: Json;
  /** Empty for what people typed. */
  readonly uses: readonly Use[];
}

/** An emoji below a message, and who put it there. */
export interface Reaction {
  /** Slack's name for it, "teapot"; on Discord the emoji itself. */
  readonly emoji: string;
  /** Members' ids. */
  readonly by: readonly string[];
}

/** A window over everything else: Slack's view, Discord's modal, as the adapter sent it. */
export interface Modal {
  readonly side: Side;
  readonly id: string;
  /** The member who sees it. */
  readonly of: string;
  readonly payload: Json;
  /** What is wrong with what was filled in, by field: Slack's `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The app's own page on Slack, as the adapter sent it for one person. */
export interface Home {
  readonly id: string;
  /** The member who sees it. */
  readonly of: string;
  readonly payload: Json;
}

export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** One slash command as a person can type it. */
export interface SlashCommand {
  readonly side: Side;
  /** Without the slash: "http", "quiz schedule". */
  readonly name: string;
  readonly description: string;
  /** Slack: what may follow, as its usage hint says. Discord: empty, there are `options`. */
  readonly hint: string;
  readonly options: readonly {
    readonly name: string;
    readonly description: string;
    readonly required: boolean;
    readonly kind: 'text' | 'yes or no';
    /** Whether the bot suggests while it is being typed. */
    readonly autocomplete: boolean;
    /** The only values there are; empty where anything may be typed. */
    readonly choices: readonly Suggestion[];
  }[];
}

export interface Room {
  readonly side: Side;
  /** "Playground": the workspace's or server's name. */
  readonly name: string;
  /** The bot's member id. */
  readonly bot: string;
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
  readonly commands: readonly SlashCommand[];
  /** What stands in every message's menu: "Explain status codes". */
  readonly menu: readonly { readonly id: string; readonly name: string }[];
}

export type BotState = 'starting' | 'running' | 'stopped';

/** What went wrong on purpose and is waiting to happen. */
export type Fault = 'slack-429' | 'discord-500' | 'drop-slack' | 'drop-discord';

/** Everything a page needs that has just been opened. */
export interface Snapshot {
  readonly rooms: readonly Room[];
  /** Oldest first; what was dropped for want of room is not there. */
  readonly messages: readonly Message[];
  readonly modals: readonly Modal[];
  readonly homes: readonly Home[];
  /** Epoch milliseconds by the playground's clock. */
  readonly now: number;
  readonly bot: BotState;
}

/** What the server tells every page, in order. */
export type News =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'removed'; readonly side: Side; readonly ids: readonly string[] }
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'modal-closed'; readonly side: Side; readonly of: string }
  | { readonly kind: 'home'; readonly home: Home }
  | { readonly kind: 'clock'; readonly now: number }
  | { readonly kind: 'bot'; readonly state: BotState };

/** What a person does on the page. */
export type Deed =
  | {
      readonly do: 'write';
      readonly side: Side;
      readonly as: string;
      readonly channel: string;
      /** The message whose thread it goes to (Slack). */
      readonly thread: string | null;
      /** As typed: "@Teapot" mentions the bot. */
      readonly text: string;
    }
  | {
      readonly do: 'command';
      readonly side: Side;
      readonly as: string;
      readonly channel: string;
      readonly name: string;
      /** Slack: what follows the command. */
      readonly text: string;
      /** Discord: the options that were filled in. */
      readonly options: Readonly<Record<string, string | boolean>>;
    }
  | {
      readonly do: 'complete';
      readonly as: string;
      readonly channel: string;
      readonly command: string;
      readonly option: string;
      readonly typed: string;
    }
  | {
      readonly do: 'press';
      readonly side: Side;
      readonly as: string;
      readonly message: string;
      /** Slack's `action_id`, Discord's `custom_id`. */
      readonly button: string;
    }
  /** Puts an emoji below a message. */
  | { readonly do: 'react'; readonly side: Side; readonly as: string; readonly message: string; readonly emoji: string }
  /** Discord: puts away what only this person sees. */
  | { readonly do: 'dismiss'; readonly as: string; readonly message: string }
  | { readonly do: 'menu'; readonly side: Side; readonly as: string; readonly message: string; readonly item: string }
  | {
      readonly do: 'submit';
      readonly side: Side;
      readonly as: string;
      readonly modal: string;
      /** By field: Slack's `block_id`, Discord's `custom_id`. */
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly do: 'close'; readonly side: Side; readonly as: string; readonly modal: string }
  /** Slack: opens the app's own page. */
  | { readonly do: 'visit'; readonly side: Side; readonly as: string }
  /** Slack: presses a button of that page or of a modal, or chooses a channel in a menu of it. */
  | {
      readonly do: 'use';
      readonly side: Side;
      readonly as: string;
      readonly page: string;
      /** Which of its blocks, counted from zero. */
      readonly block: number;
      /** The `action_id`. */
      readonly action: string;
      readonly chosen: string | null;
    }
  | { readonly do: 'jump'; readonly to: 'quiz' | 'reveal' }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'bot'; readonly what: 'restart' | 'kill' | 'start' };

/** What became of a deed. `said`: one line for the person who did it, in the platform's words where it has some. */
export type Outcome =
  | { readonly ok: true; readonly said?: string; readonly suggestions?: readonly Suggestion[] }
  | { readonly ok: false; readonly said: string };
