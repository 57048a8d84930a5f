// What the engine understood of a text. Every platform and command works from this one type.
import type { Selection } from '../catalog/selection.ts';
import type { StatusClass } from '../catalog/status.ts';

/** Which side of a code is asked for; `overview` is the short card. */
export type Facet = 'overview' | 'use' | 'testers' | 'example' | 'constants';

/** Why something matched, so that an answer can be honest about it. */
export type Match = 'code' | 'name' | 'alias' | 'constant' | 'typo' | 'situation';

/** A code with an optional IIS substatus: 404.13 is `{ code: 404, sub: 13 }`. */
export interface CodeRef {
  readonly code: number;
  readonly sub?: number;
}

export interface Candidate extends CodeRef {
  readonly why: Match;
  /** Between 0 and 1; only comparable within one reading. */
  readonly score: number;
  /** For `situation`: the case that fits ("the id in the address matches nothing"); otherwise the name that matched. */
  readonly reason: string;
}

/** A status code found in pasted text, with the piece of text that proves it. */
export interface Finding extends CodeRef {
  /** The line it stands in, cut to a readable length. */
  readonly proof: string;
  /** Offset of the code's first digit in the text that was read, in UTF-16 code units. */
  readonly at: number;
  /** How often the same code was found. */
  readonly times: number;
}

export type Reading =
  | {
      readonly kind: 'status';
      readonly code: number;
      readonly sub?: number;
      readonly facet: Facet;
      readonly why: Match;
    }
  | {
      readonly kind: 'compare';
      /** Two to four. */
      readonly codes: readonly number[];
      /** Asked for as well, but more than stand beside each other. */
      readonly leftOut?: readonly number[];
    }
  | {
      readonly kind: 'class';
      /** The class asked for; null for all five. */
      readonly class: StatusClass | null;
      /** A second one to be held beside it: "4xx vs 5xx". */
      readonly beside?: StatusClass;
      /** The tens digit for patterns such as 40x, else null. */
      readonly tens: number | null;
      /** Only the codes with these facts in common: "which codes are cacheable by default". */
      readonly only?: Selection;
    }
  | {
      readonly kind: 'situation';
      /** One to four, best first. */
      readonly candidates: readonly Candidate[];
      /** The first two are both defended by experts: show them side by side. */
      readonly contested: boolean;
    }
  | {
      readonly kind: 'paste';
      readonly findings: readonly Finding[];
      /** Numbers of a vendor's error page in it: `pageError` knows each. */
      readonly pages?: readonly number[];
    }
  /** One to four numbers of a vendor's error pages: `pageError` knows each. */
  | { readonly kind: 'page'; readonly numbers: readonly number[] }
  | { readonly kind: 'suggest'; readonly candidates: readonly Candidate[] }
  /** A legal but unassigned code (`class` set), or a number that is no HTTP status code at all (`class` null). */
  | { readonly kind: 'unassigned'; readonly code: number; readonly class: StatusClass | null }
  | {
      readonly kind: 'none';
      /** What its number is instead: "a reply code of FTP". */
      readonly otherwise?: string;
      /** Codes that have to do with what it speaks of: those with an ETag, for "what is an ETag". */
      readonly related?: readonly number[];
    }
  | { readonly kind: 'help' };
