// What a method promises: whether it is safe and whether it is idempotent, as the IANA registry of methods has it.
import { page, rfc } from './sources.ts';
import type { Source } from './status.ts';

export interface Method {
  /** In capitals, as on the wire: methods are case-sensitive. */
  readonly name: string;
  /** It asks for no change on the server (RFC 9110 §9.2.1). Whatever is safe is idempotent. */
  readonly safe: boolean;
  /** Several identical requests are meant to have the effect of one (RFC 9110 §9.2.2). */
  readonly idempotent: boolean;
  readonly source: Source;
}

const registry = page('IANA HTTP Method Registry', 'https://www.iana.org/assignments/http-methods/http-methods.xhtml');

function safe(name: string, source: Source): Method {
  return { name, safe: true, idempotent: true, source };
}

function idempotent(name: string, source: Source): Method {
  return { name, safe: false, idempotent: true, source };
}

function neither(name: string, source: Source): Method {
  return { name, safe: false, idempotent: false, source };
}

/** Those of RFC 9110, PATCH, and the ones of WebDAV that people meet. */
export const methods: readonly Method[] = [
  safe('GET', rfc(9110, '9.3.1')),
  safe('HEAD', rfc(9110, '9.3.2')),
  neither('POST', rfc(9110, '9.3.3')),
  idempotent('PUT', rfc(9110, '9.3.4')),
  neither('PATCH', rfc(5789, '2')),
  idempotent('DELETE', rfc(9110, '9.3.5')),
  safe('OPTIONS', rfc(9110, '9.3.7')),
  safe('TRACE', rfc(9110, '9.3.8')),
  neither('CONNECT', rfc(9110, '9.3.6')),
  safe('PROPFIND', registry),
  idempotent('PROPPATCH', registry),
  idempotent('MKCOL', registry),
  idempotent('COPY', registry),
  idempotent('MOVE', registry),
  neither('LOCK', registry),
  idempotent('UNLOCK', registry),
  safe('REPORT', registry),
  safe('SEARCH', registry),
];

/** Where the two promises are defined. */
export const methodPromises: Source = rfc(9110, '9.2.2');

const byName: ReadonlyMap<string, Method> = new Map(methods.map((method) => [method.name, method]));

/** A method by its name in capitals. */
export function methodNamed(name: string): Method | undefined {
  return byName.get(name);
}
