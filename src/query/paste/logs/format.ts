// Lines of access logs whose fields are known: which of their numbers is the status, and what the line says of who answered.
import type { ProducerId } from '../../producer/producers.ts';
import type { Role, Strength, Witness } from '../../producer/sign.ts';
import type { CodeRef } from '../../reading.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** What a line says of who answered; the line itself is the proof. */
export type Said = Omit<Witness, 'proof'>;

export interface LogFormat {
  readonly name: string;
  /** Signs that a line must hold: most lines are told apart by them before any pattern is tried. */
  readonly has: readonly string[];
  /** Flag `d`; `code` is the status the client got, `also` one that came from behind. Quantifiers are bounded. */
  readonly pattern: RegExp;
  /** What the fields say of who answered. */
  readonly judge: (fields: Groups, code: number) => readonly Said[];
}

export interface LogLine {
  /** Offsets of the line in the text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly codes: readonly (CodeRef & { readonly at: number })[];
  readonly witnesses: readonly Witness[];
}

/** One thing that a line says. */
export function said(
  who: ProducerId,
  role: Role,
  strength: Strength,
  seen: string,
  source: Said['source'],
  more: Pick<Said, 'here' | 'next'> = {},
): Said {
  return { who, role, strength, seen, ...more, source };
}
