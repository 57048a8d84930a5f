// The rows of clients: complete, sourced, and right about what people ask most.
import { describe, expect, it } from 'vitest';
import { clientNamed, clients, repeatRule } from '../../src/catalog/clients/index.ts';
import { methodNamed, methods } from '../../src/catalog/methods.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const SENTENCE = 200;

describe('a row of a client', () => {
  it.each(clients.map((client) => [client.name, client] as const))('%s is whole', (_, client) => {
    const { home, version, repeats, times, wait, note, sources, reviewed } = client;
    expect([home, version, note].every((text) => text.trim() !== '')).toBe(true);
    expect(note).toMatch(/\.$/);
    expect(note.length).toBeLessThanOrEqual(SENTENCE);
    expect(times > 0).toBe(repeats.length > 0);
    expect(wait !== '').toBe(repeats.length > 0);
    expect(wait).not.toMatch(/^[A-Z]|\.$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const { href } of sources) expect(new URL(href).protocol).toBe('https:');
    expect(reviewed).toMatch(day);
    for (const { codes, methods: which } of repeats) {
      for (const range of codes) {
        const [from, to] = typeof range === 'number' ? [range, range] : range;
        expect(from).toBeLessThanOrEqual(to);
        expect([from, to].every((code) => code >= 400 && code <= 599)).toBe(true);
      }
      if (which !== 'any') for (const name of which) expect(methodNamed(name), name).toBeDefined();
    }
  });

  it('has a name and other spellings that nobody else has', () => {
    const all = clients.flatMap(({ name, aliases }) => [name.toLowerCase(), ...aliases]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  it('is found by its name', () => {
    for (const client of clients) expect(clientNamed(client.name)).toBe(client);
    expect(clientNamed('nobody')).toBeUndefined();
  });
});

/** Who repeats it without more being needed, and who under a condition. */
function repeating(code: number, method?: string) {
  const rules = clients.map(
    (client) => [client.name, repeatRule(client, { code, ...(method === undefined ? {} : { method }) })] as const,
  );
  return {
    always: rules.filter(([, rule]) => rule !== undefined && rule.only === undefined).map(([name]) => name),
    sometimes: rules.filter(([, rule]) => rule?.only !== undefined).map(([name]) => name),
  };
}

describe('who repeats by default', () => {
  it.each([
    [504, 'POST', ['go-retryablehttp', '.NET resilience', 'AWS SDKs', 'boto3']],
    [509, 'GET', ['axios-retry', 'go-retryablehttp', '.NET resilience', 'boto3']],
    [
      504,
      'GET',
      ['axios-retry', 'got', 'ky', 'undici RetryAgent', 'go-retryablehttp', '.NET resilience', 'AWS SDKs', 'boto3'],
    ],
    [501, 'GET', ['axios-retry', '.NET resilience']],
    [429, 'POST', ['Apache HttpClient', 'go-retryablehttp', '.NET resilience', 'boto3']],
    [408, 'GET', ['got', 'ky', '.NET resilience']],
    [524, 'GET', ['axios-retry', 'got', 'go-retryablehttp', '.NET resilience']],
    [404, 'GET', []],
    [200, 'GET', []],
  ])('%i, %s', (code, method, always) => {
    expect(repeating(code, method).always).toEqual(always);
  });

  it('urllib3 needs a Retry-After, OkHttp one of 0', () => {
    expect(repeating(503, 'GET').sometimes).toEqual(expect.arrayContaining(['urllib3', 'OkHttp']));
    expect(repeating(503, 'POST').sometimes).not.toContain('urllib3');
    expect(repeating(503, 'POST').sometimes).toContain('OkHttp');
  });

  it('counts a client that repeats any method where the method is not known', () => {
    expect(repeating(504).always).toEqual(repeating(504, 'GET').always);
  });
});

describe('a method', () => {
  it('that is safe is idempotent', () => {
    expect(methods.filter(({ safe, idempotent }) => safe && !idempotent)).toEqual([]);
  });

  it.each([
    ['GET', true, true],
    ['HEAD', true, true],
    ['OPTIONS', true, true],
    ['TRACE', true, true],
    ['PUT', false, true],
    ['DELETE', false, true],
    ['POST', false, false],
    ['PATCH', false, false],
    ['CONNECT', false, false],
    ['PROPFIND', true, true],
    ['LOCK', false, false],
  ])('%s: safe %s, idempotent %s', (name, safe, idempotent) => {
    expect(methodNamed(name)).toMatchObject({ safe, idempotent });
  });
});
