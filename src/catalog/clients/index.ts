// Who repeats a request by itself, and when: the clients and proxies that people ask about.
import type { Client, CodeRange, Repeated } from './client.ts';
import { javascriptClients } from './javascript.ts';
import { libraryClients } from './libraries.ts';
import { serviceClients } from './services.ts';

/** Libraries first, in the order of their languages, then SDKs of clouds, then proxies. */
export const clients: readonly Client[] = [...javascriptClients, ...libraryClients, ...serviceClients];

const byName: ReadonlyMap<string, Client> = new Map(clients.map((client) => [client.name, client]));

/** A client by the name in its row. */
export function clientNamed(name: string): Client | undefined {
  return byName.get(name);
}

/** What a client is told of a response before it decides. */
export interface Answered {
  readonly code: number;
  /** In capitals; absent where it is not known, and then a client counts that repeats any method at all. */
  readonly method?: string;
}

/**
 * The rule by which a client repeats a request, as it comes out of the box; undefined where it hands the response on. A
 * rule with `only` needs more than code and method.
 */
export function repeatRule({ repeats }: Client, { code, method }: Answered): Repeated | undefined {
  return repeats.find(
    ({ codes, methods }) =>
      codes.some((range) => covers(range, code)) &&
      (method === undefined || methods === 'any' || methods.includes(method)),
  );
}

function covers(range: CodeRange, code: number): boolean {
  return typeof range === 'number' ? range === code : range[0] <= code && code <= range[1];
}
