// How a reply is said, before any platform draws it. Plain data: nothing here is markup.

/** A piece of text. Plain strings are shown as they are: only renderers escape, so no command can write markup or ping anyone. */
export type Span =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly href: string };

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
  | { readonly kind: 'code'; readonly source: string; readonly language?: string };

/** What colours an answer: the class of the code it is about, or neutral. */
export type Tone = 'informational' | 'success' | 'redirection' | 'client' | 'server' | 'neutral';

/** A button is a shortcut for a line one could have typed: stateless, so it works after a restart and for ever. */
export interface Choice {
  /** At most 34 characters, so that it fits a phone. */
  readonly label: string;
  /** At most 100 characters: the smallest room a platform gives a button's value (Discord's custom_id). */
  readonly line: string;
  readonly style?: 'primary';
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
  | 'error';

export interface About {
  readonly kind: Kind;
  /** Best first; every code that the answer explains. */
  readonly codes: readonly number[];
  /** The class asked for, or the class of the first code. */
  readonly class: number | null;
}

export interface Answer {
  readonly title: string;
  /** One quiet line under the title: "Client error · IANA · common". */
  readonly subtitle?: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly links: readonly Link[];
  /** `room`: everybody in the channel may see it; `asker`: only who asked, where the platform can do that. */
  readonly audience: 'room' | 'asker';
  readonly about: About;
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
      return span.link;
    })
    .join('');
}
