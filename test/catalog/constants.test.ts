// The constants of thirteen places, and the way back from a constant to its code.
import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from 'vitest';
import { constantPlaces, constants, formerConstants, registered } from '../../src/catalog/index.ts';

const ids = [
  'go',
  'python',
  'servlet',
  'spring',
  'csharp',
  'rust',
  'rack',
  'symfony',
  'node',
  'npm',
  'ktor',
  'plug',
  'httpcore',
];

/** Well-known ones, as they stand in code. */
const known: readonly (readonly [code: number, place: string, constant: string])[] = [
  [100, 'go', 'http.StatusContinue'],
  [101, 'servlet', 'SC_SWITCHING_PROTOCOLS'],
  [102, 'rack', ':processing'],
  [103, 'go', 'http.StatusEarlyHints'],
  [103, 'spring', 'HttpStatus.EARLY_HINTS'],
  [200, 'csharp', 'HttpStatusCode.OK'],
  [200, 'rack', ':ok'],
  [200, 'httpcore', 'HttpStatus.SC_OK'],
  [201, 'rust', 'StatusCode::CREATED'],
  [202, 'symfony', 'Response::HTTP_ACCEPTED'],
  [203, 'go', 'http.StatusNonAuthoritativeInfo'],
  [203, 'node', 'Non-Authoritative Information'],
  [204, 'spring', 'HttpStatus.NO_CONTENT'],
  [206, 'plug', ':partial_content'],
  [207, 'python', 'HTTPStatus.MULTI_STATUS'],
  [226, 'csharp', 'HttpStatusCode.IMUsed'],
  [301, 'npm', 'StatusCodes.MOVED_PERMANENTLY'],
  [302, 'rack', ':found'],
  [302, 'npm', 'StatusCodes.MOVED_TEMPORARILY'],
  [302, 'servlet', 'SC_FOUND'],
  [306, 'symfony', 'Response::HTTP_RESERVED'],
  [306, 'ktor', 'HttpStatusCode.SwitchProxy'],
  [308, 'symfony', 'Response::HTTP_PERMANENTLY_REDIRECT'],
  [400, 'python', 'HTTPStatus.BAD_REQUEST'],
  [401, 'go', 'http.StatusUnauthorized'],
  [404, 'rack', ':not_found'],
  [405, 'go', 'http.StatusMethodNotAllowed'],
  [407, 'go', 'http.StatusProxyAuthRequired'],
  [409, 'servlet', 'SC_CONFLICT'],
  [413, 'rust', 'StatusCode::PAYLOAD_TOO_LARGE'],
  [413, 'npm', 'StatusCodes.REQUEST_TOO_LONG'],
  [414, 'go', 'http.StatusRequestURITooLong'],
  [416, 'csharp', 'HttpStatusCode.RequestedRangeNotSatisfiable'],
  [418, 'python', 'HTTPStatus.IM_A_TEAPOT'],
  [418, 'go', 'http.StatusTeapot'],
  [418, 'spring', 'HttpStatus.I_AM_A_TEAPOT'],
  [422, 'rack', ':unprocessable_content'],
  [422, 'symfony', 'Response::HTTP_UNPROCESSABLE_ENTITY'],
  [422, 'ktor', 'HttpStatusCode.UnprocessableEntity'],
  [425, 'go', 'http.StatusTooEarly'],
  [429, 'csharp', 'HttpStatusCode.TooManyRequests'],
  [429, 'rust', 'StatusCode::TOO_MANY_REQUESTS'],
  [431, 'ktor', 'HttpStatusCode.RequestHeaderFieldTooLarge'],
  [451, 'symfony', 'Response::HTTP_UNAVAILABLE_FOR_LEGAL_REASONS'],
  [500, 'rack', ':internal_server_error'],
  [503, 'plug', ':service_unavailable'],
  [504, 'python', 'HTTPStatus.GATEWAY_TIMEOUT'],
  [505, 'go', 'http.StatusHTTPVersionNotSupported'],
  [505, 'symfony', 'Response::HTTP_VERSION_NOT_SUPPORTED'],
  [511, 'httpcore', 'HttpStatus.SC_NETWORK_AUTHENTICATION_REQUIRED'],
];

const absent: readonly (readonly [code: number, place: string])[] = [
  [104, 'go'],
  [208, 'ktor'],
  [306, 'go'],
  [418, 'csharp'],
  [418, 'servlet'],
  [425, 'csharp'],
  [451, 'servlet'],
  [510, 'rack'],
];

const formerly: readonly (readonly [code: number, constant: string])[] = [
  [103, 'HttpStatus.CHECKPOINT'],
  [302, 'SC_MOVED_TEMPORARILY'],
  [302, 'HttpStatusCode.Redirect'],
  [307, 'HttpStatusCode.RedirectKeepVerb'],
  [413, ':payload_too_large'],
  [413, ':request_entity_too_large'],
  [413, 'HttpStatus.PAYLOAD_TOO_LARGE'],
  [413, 'REQUEST_ENTITY_TOO_LARGE'],
  [414, 'http.StatusRequestURITooLong'],
  [416, 'REQUESTED_RANGE_NOT_SATISFIABLE'],
  [422, ':unprocessable_entity'],
  [422, 'HttpStatus.UNPROCESSABLE_ENTITY'],
  [422, 'UnprocessableEntity'],
  [422, 'StatusUnprocessableEntity'],
];

function constantIn(code: number, place: string): string | null | undefined {
  return constants.get(code)?.[constantPlaces.findIndex(({ id }) => id === place)];
}

/** Spellings, case aside, that lead to more than one code. */
function ambiguous(spellings: Iterable<readonly [spelling: string, code: number]>): readonly string[] {
  const byName = Map.groupBy(spellings, ([spelling]) => spelling.toLowerCase());
  return [...byName].filter(([, uses]) => new Set(uses.map(([, code]) => code)).size > 1).map(([name]) => name);
}

function spelled(column: number): readonly (readonly [spelling: string, code: number])[] {
  return [...constants].flatMap(([code, row]) => {
    const cell = row[column];
    return typeof cell === 'string' ? [[cell, code] as const] : [];
  });
}

describe('the constants', () => {
  it('are those of thirteen places', () => {
    expect(constantPlaces.map(({ id }) => id)).toEqual(ids);
    expect(new Set(constantPlaces.map(({ title }) => title)).size).toBe(ids.length);
  });

  it('have one row for every registered code, in order, with a cell for every place', () => {
    expect([...constants.keys()]).toEqual(registered.map(({ code }) => code));
    expect([...constants.values()].filter((row) => row.length !== ids.length)).toEqual([]);
  });

  it.each(constantPlaces.map(({ title }, column) => [title, column] as const))(
    'of %s lead back to one code',
    (_, column) => {
      expect(spelled(column).length).toBeGreaterThan(40);
      expect(ambiguous(spelled(column))).toEqual([]);
    },
  );

  it('of all places together, former ones included, lead back to one code', () => {
    expect(ambiguous([...constantPlaces.flatMap((_, column) => spelled(column)), ...formerConstants])).toEqual([]);
  });

  it('of Node.js are those of the Node.js that runs this', () => {
    const theirs = registered.map(({ code }) => [code, STATUS_CODES[code] ?? null]);
    expect(registered.map(({ code }) => [code, constantIn(code, 'node')])).toEqual(theirs);
  });

  it.each(known)('of %i in %s is %s', (code, place, constant) => {
    expect(constantIn(code, place)).toBe(constant);
  });

  it.each(absent)('have none for %i in %s', (code, place) => {
    expect(constantIn(code, place)).toBeNull();
  });

  it.each(formerly)('of %i were or are also %s', (code, constant) => {
    expect(formerConstants.get(constant)).toBe(code);
  });

  it('of former times belong to registered codes, and no bare English word is among them', () => {
    const codes = new Set(registered.map(({ code }) => code));
    expect([...formerConstants.values()].filter((code) => !codes.has(code))).toEqual([]);
    for (const word of ['Moved', 'Redirect', 'Ambiguous', 'CHECKPOINT']) expect(formerConstants.has(word)).toBe(false);
  });

  it('are refused when one spelling leads to two codes', () => {
    expect(
      ambiguous([
        ['SC_GONE', 410],
        ['sc_gone', 404],
        ['SC_OK', 200],
      ]),
    ).toEqual(['sc_gone']);
  });
});
