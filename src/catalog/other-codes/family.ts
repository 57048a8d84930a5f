// What Teapot knows of numbers and names that stand where people expect a status code, and belong to somebody else.
import type { Fault, Source } from '../status.ts';

/** Who gives out such codes. */
export type FamilyId =
  | 'grpc'
  | 'websocket'
  | 'curl'
  | 'envoy'
  | 'socket'
  | 'tls'
  | 'no-status'
  | 'browser'
  | 'discord'
  | 'slack'
  | 'cloudflare';

/** A status code that belongs to a code of somebody else. */
export interface HttpLink {
  readonly code: number;
  /** Completes "503 Service Unavailable: …": who makes one of the other, or where both are seen. */
  readonly when: string;
}

/** A number or name that another protocol or program gives an outcome. */
export interface OtherCode {
  /** As it is typed: "14", "UF", "ECONNREFUSED". The first is the one it is shown by; the others mean the same. */
  readonly keys: readonly [string, ...string[]];
  /** What it is called, without a full stop. */
  readonly name: string;
  /** What else it is called, by itself enough to know it: "CURLE_OPERATION_TIMEDOUT", "connection reset by peer". */
  readonly aliases: readonly string[];
  /** One or two sentences, at most 160 characters. */
  readonly meaning: string;
  /** What is behind it, most usual first; empty where `meaning` says it. */
  readonly causes: readonly string[];
  /** For whoever meets it, most useful first. */
  readonly received: readonly string[];
  readonly fault: Fault;
  /** The status codes that belong to it, the most usual first; empty where none does. */
  readonly http: readonly HttpLink[];
  /** Where it has none for another reason than its family: a clause without capital letter or full stop. */
  readonly without?: string;
  readonly sources: readonly Source[];
  /** The day the facts were last held against their sources, as YYYY-MM-DD. */
  readonly reviewed: string;
}

export interface Family {
  readonly id: FamilyId;
  /** Stands before a key: "gRPC 14". Empty where the keys stand alone. */
  readonly label: string;
  /** What is typed before a key; empty where the keys stand alone. */
  readonly prefix: string;
  /** Completes "…, not an HTTP status code". */
  readonly is: string;
  /** The title of the list of all. */
  readonly many: string;
  /** The line that asks for the list. */
  readonly listLine: string;
  /** What holds for all of them, in one or two sentences. */
  readonly note: string;
  /** Why a row has no status code: a clause without capital letter or full stop. */
  readonly without: string;
  /** They come inside an HTTP response, so that there always is a status code, known or not. */
  readonly carried: boolean;
  /** The keys that are met most, the most usual first; at most five. */
  readonly common: readonly string[];
  readonly rows: readonly OtherCode[];
  /** What a client of this protocol makes of a bare HTTP response: the keys by status code, and that of all others. */
  readonly fromHttp?: {
    readonly keys: ReadonlyMap<number, string>;
    readonly otherwise: string;
    readonly source: Source;
  };
}

type Shared = Pick<OtherCode, 'fault' | 'http' | 'sources' | 'reviewed'>;
type Own = Partial<Shared & Pick<OtherCode, 'aliases' | 'without'>> & { readonly also?: readonly string[] };

function listed(one: string | readonly string[]): readonly string[] {
  return typeof one === 'string' ? [one] : one;
}

/** Makes rows that have something in common, such as their source; each may say otherwise. `also`: further keys. */
export function rowsWith(shared: Shared) {
  return (
    key: string | number,
    name: string,
    meaning: string,
    causes: string | readonly string[],
    received: string | readonly string[],
    { also = [], ...own }: Own = {},
  ): OtherCode => ({
    keys: [String(key), ...also],
    name,
    aliases: [],
    meaning,
    causes: listed(causes),
    received: listed(received),
    ...shared,
    ...own,
  });
}
