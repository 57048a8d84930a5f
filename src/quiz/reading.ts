// How the small readers of this room answer: with what they read, or with what was wrong.

/** What was wrong with something typed: one kind sentence, and a line or word that would do. */
export interface Problem {
  readonly problem: string;
  readonly example: string;
  /** Which part of a longer line it is about, where there are several. */
  readonly part?: string;
}

export type Read<Value> = { readonly value: Value } | Problem;

export function isProblem<Value>(read: Read<Value>): read is Problem {
  return 'problem' in read;
}
