// What Teapot knows about one status code: the shape of every row in this folder.

/** The hundreds digit. RFC 9110 section 15 lets a client treat an unknown code as the x00 of its class. */
export type StatusClass = 1 | 2 | 3 | 4 | 5;

/** Where a fact can be read: a short name people recognise ("RFC 9110 §15.5.5") and its address. */
export interface Source {
  readonly title: string;
  readonly href: string;
}

/** How strongly a specification asks for something, in the words of RFC 2119. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** A header field that belongs to a code, who sends it, how strongly it is asked for, and where that is written. */
export interface HeaderRule {
  readonly name: string;
  readonly on: 'request' | 'response';
  readonly level: Level;
  /** One sentence: what the field says in this response. */
  readonly why: string;
  readonly source: Source;
}

/**
 * Whose side the trouble is on. `between` is a proxy, balancer or network on the way;
 * `nobody` is for answers that are no failure.
 */
export type Fault = 'nobody' | 'client' | 'server' | 'between';

/**
 * A case in which this code is the right one, told twice: once as a clear sentence for answers,
 * and several times the way people really put it, for the engine that reads questions.
 */
export interface Situation {
  /** Completes "Use it when …" or "You see it when …": a clause without capital letter or full stop. */
  readonly when: string;
  /**
   * Ways people say it: lower case, no code numbers, no code names, one line each. All together some thirty thousand lines:
   * made when asked for, since a process that runs for weeks needs them for a second.
   */
  readonly said: () => readonly string[];
  /** Another code that experts also defend for this case; the answer shows both with their deciding question. */
  readonly rival?: number;
}

/** Whether the response may, should or must not carry content. */
export interface BodyRule {
  readonly rule: 'never' | 'optional' | 'expected';
  /** One sentence: what the content is, or why there is none. */
  readonly note: string;
  readonly source: Source;
}

/**
 * Whether a cache may store the response: `default` = heuristically, without being told (RFC 9110 §15.1);
 * `explicit` = only when Cache-Control or Expires allow it; `never` = its specification forbids storing.
 */
export interface CacheRule {
  readonly rule: 'default' | 'explicit' | 'never';
  readonly note: string;
  readonly source: Source;
}

/**
 * Whether sending the same request again is safe and useful: `any` method (it was not processed),
 * `idempotent` methods only, only once it is `changed`, or `pointless` (it worked, or the same answer will come).
 */
export interface RetryRule {
  readonly rule: 'any' | 'idempotent' | 'changed' | 'pointless';
  /** One sentence: after what, how long to wait, or what to change first. */
  readonly after: string;
}

/** A worked exchange: a raw request and the raw response, as they look on the wire. */
export interface Exchange {
  readonly request: string;
  readonly response: string;
}

/** When not to use a code, and which codes to use instead. */
export interface Caution {
  readonly text: string;
  readonly instead: readonly number[];
}

interface Entry {
  readonly code: number;
  readonly name: string;
  /** Former and colloquial names, in lower case, without the official one. Unique over the whole catalog within one owner. */
  readonly aliases: readonly string[];
  /** One sentence, at most 160 characters. */
  readonly meaning: string;
  /** For whoever receives it: what to do now, most useful first. */
  readonly received: readonly string[];
  readonly fault: Fault;
  readonly situations: readonly Situation[];
  /** The specification or vendor page first, MDN after it where it has one. */
  readonly sources: readonly Source[];
  /** The day the facts were last held against their sources, as YYYY-MM-DD. */
  readonly reviewed: string;
}

/** A code in the IANA registry. `unused` is 306 and 418; `temporary` is a registration with an end date. */
export interface RegisteredStatus extends Entry {
  readonly owner: 'IANA';
  readonly standing: 'registered' | 'temporary' | 'unused';
  /** Why nothing new should send it, in one sentence, where a specification or the registry says so. */
  readonly deprecated?: { readonly note: string; readonly source: Source };
  /** The specification that brought it into the registry, where another one defines it today. */
  readonly introduced?: Source;
  /** True for the codes every tester should know. */
  readonly common: boolean;
  /** When to use it, for API authors. */
  readonly use: readonly string[];
  readonly avoid: readonly Caution[];
  /** For testers: how to provoke it. */
  readonly provoke: readonly string[];
  /** For testers: what to check when it comes, beyond the header rules. */
  readonly check: readonly string[];
  readonly headers: readonly HeaderRule[];
  readonly body: BodyRule;
  readonly cache: CacheRule;
  readonly retry: RetryRule;
  readonly example: Exchange;
}

/** A code that one vendor gave a meaning of its own. Two vendors may own the same number. */
export interface VendorStatus extends Entry {
  /** The product, as people call it: "nginx", "Cloudflare", "IIS". */
  readonly owner: string;
  /** IIS writes a substatus after a dot: 404.13. */
  readonly sub?: number;
  /** Where it can be seen: in a response, only in the vendor's own logs, or only in what a client shows. */
  readonly seen: 'response' | 'log' | 'client';
  /** Whether sending the same request again is safe and useful, where that is not as the code’s class says. */
  readonly retry?: RetryRule;
  /** What makes the product say it, most usual first. */
  readonly causes: readonly string[];
}

export type Status = RegisteredStatus | VendorStatus;

/** An error that a vendor numbers by itself, on a page whose status line carries an ordinary status code. */
export interface PageError {
  /** Usually one; several where the vendor tells them apart, but not what they mean. */
  readonly numbers: readonly number[];
  readonly owner: string;
  readonly name: string;
  /** The code in the status line; null where neither the vendor nor what was seen on the wire tells. */
  readonly status: number | null;
  /** One sentence, at most 160 characters. */
  readonly meaning: string;
  /** For whoever meets the page, most useful first. */
  readonly received: readonly string[];
  readonly fault: Fault;
  readonly sources: readonly Source[];
  readonly reviewed: string;
}

/** One way to answer a deciding question, and the code it leads to. */
export interface DecidingAnswer {
  readonly code: number;
  readonly if: string;
  /** Whose meaning of the code is meant, where it has several and this is not the first. */
  readonly owner?: string;
}

/** The deciding question between easily confused codes, and which answer leads to which code. */
export interface Neighbours {
  /** Two to four codes. */
  readonly codes: readonly number[];
  /** One question that an author can answer about their own case. */
  readonly question: string;
  /** One for each code, in the order of `codes`: completes "If …, it is 401": a clause without capital or full stop. */
  readonly answers: readonly DecidingAnswer[];
  readonly source: Source;
}

/** One of the five classes. */
export interface ClassInfo {
  readonly class: StatusClass;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly meaning: string;
  /** What a client must do with a code of this class it does not know. */
  readonly unknown: string;
  readonly source: Source;
}
