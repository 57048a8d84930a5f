// What Discord's markdown is read into. Types only.

/** How a moment is said. docs: reference, timestamp styles */
export type MomentStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

/** A way to set words apart. */
export type MarkKind = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: MarkKind; readonly of: readonly Piece[] }
  | { readonly kind: 'code'; readonly source: string }
  /** http or https, nothing else. */
  | { readonly kind: 'link'; readonly href: string; readonly of: readonly Piece[] }
  | { readonly kind: 'member' | 'role' | 'channel'; readonly id: string }
  /** "/status", "@everyone", "customize": without the sign before it. */
  | { readonly kind: 'command' | 'broadcast' | 'guide' | 'emoji'; readonly name: string }
  | { readonly kind: 'moment'; readonly seconds: number; readonly style: MomentStyle }
  /** A code block. */
  | { readonly kind: 'fence'; readonly language: string | null; readonly source: string }
  | { readonly kind: 'paragraph' | 'small' | 'quote'; readonly of: readonly Piece[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly of: readonly Piece[] }
  /** `start`: the first item's number; null where items have none. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Piece[])[] };

/** Something read, and where it ends. */
export interface Read {
  readonly piece: Piece;
  readonly end: number;
}
