// How a reply is said, before any platform draws it. Plain data: nothing here is markup.

/** A piece of text. Plain strings are shown as they are: only renderers escape, so no command can write markup or ping anyone. */
export type Span =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly href: string }
  /** A person by the platform's id, shown by name where the platform can. Never notifies anybody. */
  | { readonly user: string }
  /** A moment, in milliseconds since 1970 UTC, shown in the reader's own zone where the platform can. */
  | { readonly time: number };

export type Text = readonly Span[];

/** A short labelled fact, such as "Body" – "Never". */
export interface Fact {
  readonly label: string;
  readonly value: Text;
}

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Text[])[] }
  /** `whole`: what a full bar stands for, such as 100 of percent; the largest value where it is not given. */
  | { readonly kind: 'bars'; readonly title: string; readonly bars: readonly Bar[]; readonly whole?: number }
  | { readonly kind: 'code'; readonly source: string; readonly language?: string };

/** One bar of a chart: a whole number of something, such as answers. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** What colours an answer: the class of the code it is about, or neutral. */
export type Tone = 'informational' | 'success' | 'redirection' | 'client' | 'server' | 'neutral';

/** A button is a shortcut for a line one could have typed: stateless, so it works after a restart and for ever. */
export interface Choice {
  /** At most 34 characters, so that it fits a phone. */
  readonly label: string;
  /** At most 100 characters: the smallest room a platform gives a button's value (Discord's custom_id). */
  readonly line: string;
  readonly style?: 'primary';
  /**
   * Asked first where the platform has forms; elsewhere the line says how to type it. The answer to the line offers the
   * form again: where a button has no room for it (Discord), it is found there when the button is pressed.
   */
  readonly form?: Form;
}

/** A few questions whose answers fill the blanks of a line: "quiz schedule {time} {zone} {days}". */
export interface Form {
  /** At most 24 characters (Slack's limit for a modal's title). */
  readonly title: string;
  /** Each `{name}` is a field's, on one line; `{name:lines}` keeps its lines. What remains empty is left out with the space before it. */
  readonly template: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  /** At most 45 characters (Discord's limit for a modal's label). */
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Several lines can be typed. */
  readonly multiline?: boolean;
  /** A fixed set to choose one from, at most 25; free text without it. */
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What was understood: the machine-readable side of an answer. */
export type Kind =
  | 'status'
  | 'compare'
  | 'class'
  | 'situation'
  | 'paste'
  | 'suggest'
  | 'unassigned'
  | 'none'
  | 'help'
  | 'quiz'
  /** What a channel has set. */
  | 'settings'
  /** Rules and error codes of a team's own. */
  | 'house'
  | 'error';

export interface About {
  readonly kind: Kind;
  /** Best first; every code that the answer explains. */
  readonly codes: readonly number[];
  /** The class asked for, or the class of the first code. */
  readonly class: number | null;
  /**
   * Who made the response in a pasted text: `cdn`, `load-balancer`, `gateway`, `reverse-proxy`, `application`, `client`, or
   * `unknown` where the text proves nothing; the name of the product where it is known.
   */
  readonly producer?: { readonly kind: string; readonly name: string | null };
  /** Of an error: it is ours, and not a mistake that the asker can mend. */
  readonly isFault?: boolean;
}

export interface Answer {
  readonly title: string;
  /** One quiet line under the title: "Client error · IANA · common". */
  readonly subtitle?: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly links: readonly Link[];
  /**
   * `room`: everybody in the channel may see it; `asker`: only who asked, where the platform can do that; `channel`:
   * everybody there is to see it, however it was asked for.
   */
  readonly audience: 'room' | 'asker' | 'channel';
  readonly about: About;
  /** Where it says what is wrong in a form: the name of the field. */
  readonly field?: string;
  /** The line that gives this answer again; absent where there is none (help, errors, pastes). */
  readonly line?: string;
}

/** The text of spans without any marking. */
export function flatten(text: Text): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('strong' in span) return span.strong;
      if ('code' in span) return span.code;
      if ('link' in span) return span.link;
      if ('user' in span) return `@${span.user}`;
      return writeTime(span.time);
    })
    .join('');
}

/** A moment as everybody can read it where no reader's zone is known: "2026-11-25 09:30 UTC". */
export function writeTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
