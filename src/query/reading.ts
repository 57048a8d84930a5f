// What the engine understood of a text. Every platform and command works from this one type.
import type { Voice } from '../catalog/customer-words.ts';
import type { YesNo } from '../catalog/decisions.ts';
import type { FamilyId } from '../catalog/other-codes/index.ts';
import type { Selection } from '../catalog/selection.ts';
import type { StatusClass } from '../catalog/status.ts';
import type { HelpTopic } from './data/help-topics.ts';
import type { Problem } from './paste/problem.ts';
import type { Verdict } from './producer/verdict.ts';
import type { RequestFacts } from './request.ts';

/** Which side of a code is asked for; `overview` is the short card. */
export type Facet = 'overview' | 'use' | 'testers' | 'retry' | 'example' | 'constants';

/** What can be written for a code: an assertion, a mock that answers with it, or a piece of a description. */
export type TestTool =
  | 'curl'
  | 'requests'
  | 'httpx'
  | 'playwright'
  | 'supertest'
  | 'k6'
  | 'postman'
  | 'rest-assured'
  | 'msw'
  | 'wiremock'
  | 'nginx'
  | 'express'
  | 'openapi';

/** Why something matched, so that an answer can be honest about it. */
export type Match = 'code' | 'name' | 'alias' | 'constant' | 'typo' | 'situation';

/** A code with an optional IIS substatus: 404.13 is `{ code: 404, sub: 13 }`. */
export interface CodeRef {
  readonly code: number;
  readonly sub?: number;
}

/** A number or name of somebody else's, by its family and the key of its row: gRPC 14, "ECONNREFUSED". */
export interface OtherRef {
  readonly family: FamilyId;
  readonly key: string;
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
  /** Nowhere in the text: a line of an error log tells that the client got it. */
  readonly implied?: true;
  /** Who answered with it. */
  readonly by?: Verdict;
}

export type Reading =
  | {
      readonly kind: 'status';
      readonly code: number;
      readonly sub?: number;
      readonly facet: Facet;
      readonly why: Match;
      /** Of the request that was answered with the code, for `retry` and `testers`. */
      readonly request?: RequestFacts;
      /** For `retry`: whose habits are asked for, by the name in its row, or those of all clients. */
      readonly client?: string | 'all';
      /** For `testers`: what to write it for, or which tools there are. */
      readonly tool?: TestTool | 'all';
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
      /** Errors first, then in the order of the text. */
      readonly findings: readonly Finding[];
      /** Who answered with the first of them. */
      readonly verdict?: Verdict;
      /** What the API itself says of the error. */
      readonly problem?: Problem;
      /** Codes of somebody else's in it: a response flag of Envoy, the number of an error page. */
      readonly others?: readonly OtherRef[];
    }
  | {
      readonly kind: 'other';
      /** One to four codes of somebody else's: `otherCode` knows each. */
      readonly refs: readonly OtherRef[];
      /** Status codes held beside them: "grpc 14 vs 503". */
      readonly beside?: readonly number[];
      /** Who answered, where they were found in a pasted text. */
      readonly verdict?: Verdict;
    }
  | {
      readonly kind: 'family';
      /** Whose codes are all asked for: "grpc codes". */
      readonly family: FamilyId;
      /** Only what becomes of this status code there: "grpc code for 404". */
      readonly from?: number;
    }
  /** What a customer can be told about a code; any number from 100 to 599, or one that somebody uses. */
  | { readonly kind: 'customer'; readonly code: number; readonly sub?: number; readonly voice: Voice }
  | { readonly kind: 'suggest'; readonly candidates: readonly Candidate[] }
  /** A legal but unassigned code (`class` set), or a number that is no HTTP status code at all (`class` null). */
  | { readonly kind: 'unassigned'; readonly code: number; readonly class: StatusClass | null }
  | {
      readonly kind: 'none';
      /** What its number is instead: "a reply code of FTP". */
      readonly otherwise?: string;
      /** Who ended the request of which it tells no code. */
      readonly verdict?: Verdict;
      /** Codes of somebody else's in a copied text without a status code. */
      readonly others?: readonly OtherRef[];
      /** Codes that have to do with what it speaks of: those with an ETag, for "what is an ETag". */
      readonly related?: readonly number[];
      /** It asks what to do about a code, and names none: "retry POST", "mock it with msw", "reply customer". */
      readonly lacksCode?: 'retry' | 'testers' | 'customer';
    }
  | {
      readonly kind: 'choose';
      /** To the questions on the way to a code, from the first on. */
      readonly answers: readonly YesNo[];
      /** Something else than yes and no stood among them. */
      readonly strange?: true;
      /** Where the channel should see the record. */
      readonly here?: true;
    }
  /** `topic`: what it is wanted with; everything, without it. */
  | { readonly kind: 'help'; readonly topic?: HelpTopic };
