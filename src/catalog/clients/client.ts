// What a client does by itself when a response has a certain status code: the shape of every row in this folder.
import type { Source } from '../status.ts';

/** A code, or all codes from the first to the last. */
export type CodeRange = number | readonly [from: number, to: number];

/** Responses that a client answers with the same request. */
export interface Repeated {
  readonly codes: readonly CodeRange[];
  /** In capitals; `any` where it does not look at the method. */
  readonly methods: 'any' | readonly string[];
  /** Completes "only if …", where more is needed than code and method. */
  readonly only?: string;
}

/** A library, SDK or proxy, as it comes out of the box. */
export interface Client {
  /** As people write it. */
  readonly name: string;
  /** Other spellings, in lower case. */
  readonly aliases: readonly string[];
  /** Where it is at home: "JavaScript", "proxy". */
  readonly home: string;
  /** The version that was looked at, or what the page is about. */
  readonly version: string;
  /** Empty where it hands every response to whoever asked. */
  readonly repeats: readonly Repeated[];
  /** How often it tries again after the first time; 0 where it does not. */
  readonly times: number;
  /** What it makes of Retry-After when it repeats; `unsaid` where its documentation is silent. */
  readonly retryAfter: 'heeded' | 'ignored' | 'unsaid';
  /** How long it waits: a clause without capital letter or full stop. Empty where it does not. */
  readonly wait: string;
  /** One sentence: what else one should know, above all how to turn it on. */
  readonly note: string;
  readonly sources: readonly Source[];
  /** The day it was last held against its sources, as YYYY-MM-DD. */
  readonly reviewed: string;
}
