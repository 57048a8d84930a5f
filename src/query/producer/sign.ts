// What a text can say about who answered: the shape of a sign, and of what was seen of one.
import type { Source } from '../../catalog/status.ts';
import type { ProducerId } from './producers.ts';

/**
 * What a sign says of its producer. `made`: it wrote the response. `passed`: the response went through it, and that is all
 * we know. `behind`: it got the response from what stands behind it, so it did not write it.
 */
export type Role = 'made' | 'passed' | 'behind';

/** `proof`: nothing else leaves this behind. `strong`: hardly anything else. `hint`: more likely than not. */
export type Strength = 'proof' | 'strong' | 'hint';

interface Said {
  readonly who: ProducerId;
  readonly role: Role;
  readonly strength: Strength;
  /** What the sign shows: a whole sentence. */
  readonly seen: string;
  /** What the code means here, where the sign tells more than the code: a whole sentence. */
  readonly here?: string;
  /** What to do next, where the sign tells better than its producer. */
  readonly next?: string;
  /** Where one can read that it is so. */
  readonly source: Source;
}

/** A row of the tables beside this file. It needs its header field, its text, or both. */
export interface Sign extends Said {
  /** A field of the response, in lower case. */
  readonly header?: string;
  /** What the field's value must match; any value without it. */
  readonly value?: RegExp;
  /** Words that the text must hold, in lower case: found at once, so that most rows cost nothing. */
  readonly text?: string;
  /** What must stand in the text besides; quantifiers are bounded. */
  readonly pattern?: RegExp;
  /** A field or words whose presence voids the sign, in lower case. */
  readonly unless?: string;
  /** The codes for which it holds; all without it. */
  readonly codes?: readonly number[];
  /** The code that the client got, where an error log does not write it. */
  readonly implies?: number;
}

/** A sign that was found, with the piece of text that shows it. */
export interface Witness extends Said {
  readonly proof: string;
  readonly implies?: number;
}
