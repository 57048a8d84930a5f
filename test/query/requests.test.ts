// Lines that ask what to do about a code: send the request again, test it, mock it.
import { describe, expect, it } from 'vitest';
import { clients } from '../../src/catalog/clients/index.ts';
import { methods } from '../../src/catalog/methods.ts';
import { read } from '../../src/query/read.ts';
import type { Reading } from '../../src/query/reading.ts';

type Status = Extract<Reading, { kind: 'status' }>;

const NOVEMBER_25 = Date.UTC(2026, 10, 25, 9, 0, 0);

const retries: readonly (readonly [string, Partial<Status>])[] = [
  ['retry 503 got', { code: 503, client: 'got' }],
  ['retry 503 POST axios-retry', { code: 503, request: { method: 'POST' }, client: 'axios-retry' }],
  ['retry 503 from nginx', { code: 503 }],
  ['retry 504', { code: 504 }],
  ['retry 504 POST', { code: 504, request: { method: 'POST' } }],
  ['retry 504 post', { code: 504, request: { method: 'POST' } }],
  ['Retry 504 get', { code: 504, request: { method: 'GET' } }],
  ['retry 502 PROPFIND', { code: 502, request: { method: 'PROPFIND' } }],
  ['retry 504 POST idempotency key', { code: 504, request: { method: 'POST', key: true } }],
  ['retry 504 POST with an Idempotency-Key', { code: 504, request: { method: 'POST', key: true } }],
  ['retry 504 POST without an idempotency key', { code: 504, request: { method: 'POST' } }],
  ['retry 503 GET Retry-After: 120', { code: 503, request: { method: 'GET', retryAfter: { seconds: 120 } } }],
  ['retry 503 retry-after=0', { code: 503, request: { retryAfter: { seconds: 0 } } }],
  ['retry 503 Retry-After: 503', { code: 503, request: { retryAfter: { seconds: 503 } } }],
  [
    'retry 503 Retry-After: Wed, 25 Nov 2026 09:00:00 GMT',
    { code: 503, request: { retryAfter: { date: NOVEMBER_25 } } },
  ],
  [
    'retry 503 Retry-After: Wednesday, 25-Nov-26 09:00:00 GMT',
    { code: 503, request: { retryAfter: { date: NOVEMBER_25 } } },
  ],
  ['retry 503 Retry-After: Wed Nov 25 09:00:00 2026', { code: 503, request: { retryAfter: { date: NOVEMBER_25 } } }],
  ['retry 503 Retry-After: tomorrow', { code: 503, request: { retryAfter: 'unreadable' } }],
  ['retry 503 Retry-After: 1.5', { code: 503, request: { retryAfter: 'unreadable' } }],
  ['retry 503 Retry-After: Wed, 31 Feb 2026 09:00:00 GMT', { code: 503, request: { retryAfter: 'unreadable' } }],
  ['retry 503 with Retry-After', { code: 503 }],
  ['retry gateway timeout POST', { code: 504, request: { method: 'POST' } }],
  ['retry 404.13', { code: 404, sub: 13 }],
  ['retry 520', { code: 520 }],
  ['retry 504 clients', { code: 504, client: 'all' }],
  ['can I retry a POST after 504', { code: 504, request: { method: 'POST' } }],
  ['can I retry a payment POST after the 504 from the gateway?', { code: 504, request: { method: 'POST' } }],
  ['can a PUT be repeated after 502', { code: 502, request: { method: 'PUT' } }],
  ['is it safe to resend a POST after a 500?', { code: 500, request: { method: 'POST' } }],
  ['should I retry a 404', { code: 404 }],
  ['503 retryable?', { code: 503 }],
  ['503 with Retry-After: 120, when may I retry?', { code: 503, request: { retryAfter: { seconds: 120 } } }],
  ['does axios-retry retry 429', { code: 429, client: 'axios-retry' }],
  ['does urllib3 retry 503 by default', { code: 503, client: 'urllib3' }],
  ['will the AWS SDK retry a 429', { code: 429, client: 'AWS SDKs' }],
  ['is 502 retried by nginx', { code: 502, client: 'nginx' }],
  ['which clients retry 503', { code: 503, client: 'all' }],
];

const tests: readonly (readonly [string, Partial<Status>])[] = [
  ['test 429', { code: 429 }],
  ['test 429 POST', { code: 429, request: { method: 'POST' } }],
  ['409 for testers', { code: 409 }],
  ['409 for testers PATCH', { code: 409, request: { method: 'PATCH' } }],
  ['test 429 tools', { code: 429, tool: 'all' }],
  ['test 429 POST curl', { code: 429, request: { method: 'POST' }, tool: 'curl' }],
  ['test 429 pytest', { code: 429, tool: 'requests' }],
  ['test 429 pytest-httpx', { code: 429, tool: 'httpx' }],
  ['test 429 rest-assured', { code: 429, tool: 'rest-assured' }],
  ['test 429 nginx', { code: 429, tool: 'nginx' }],
  ['mock 401 with msw', { code: 401, tool: 'msw' }],
  ['how do I mock a 429 with wiremock?', { code: 429, tool: 'wiremock' }],
  ['assert 404 with playwright', { code: 404, tool: 'playwright' }],
  ['k6 test for 503', { code: 503, tool: 'k6' }],
  ['postman test 201', { code: 201, tool: 'postman' }],
  ['vitest assertion for 204', { code: 204, tool: 'supertest' }],
  ['stub 206 in express', { code: 206, tool: 'express' }],
  ['openapi response for 422', { code: 422, tool: 'openapi' }],
];

describe('reading whether a request may be sent again', () => {
  it.each(retries)('%j', (line, wanted) => {
    expect(read(line)).toEqual({ kind: 'status', facet: 'retry', why: expect.any(String), ...wanted });
  });

  it('knows every client by its name', () => {
    for (const { name, aliases } of clients)
      for (const one of [name, ...aliases])
        expect(read(`does ${one} retry 503`), one).toMatchObject({ code: 503, facet: 'retry', client: name });
  });

  it('knows every method in capitals', () => {
    for (const { name } of methods)
      expect(read(`retry 503 ${name}`), name).toMatchObject({ code: 503, request: { method: name } });
  });
});

describe('reading what is to be tested', () => {
  it.each(tests)('%j', (line, wanted) => {
    expect(read(line)).toEqual({ kind: 'status', facet: 'testers', why: 'code', ...wanted });
  });
});

describe('a line without a code', () => {
  it.each([
    ['retry', 'retry'],
    ['retry POST', 'retry'],
    ['may I retry?', 'retry'],
    ['test POST', 'testers'],
    ['mock it with msw', 'testers'],
  ])('%j is told that one is missing', (line, lacksCode) => {
    expect(read(line)).toEqual({ kind: 'none', lacksCode });
  });
});

describe('what only sounds like it', () => {
  it.each([
    ['retry with', { kind: 'status', code: 449, facet: 'overview' }],
    ['retry 502 or 503', { kind: 'compare' }],
    ['retry 478', { kind: 'unassigned', code: 478 }],
    ['codes safe to retry', { kind: 'class' }],
    ['404', { facet: 'overview' }],
    ['nginx 503', { facet: 'overview' }],
  ])('%j', (line, wanted) => {
    expect(read(line)).toMatchObject(wanted);
  });

  it.each(['I will retry the 404 bus tomorrow', "let's test 300 people", 'test 200 users', 'test', 'testing, testing'])(
    '%j is chat',
    (line) => {
      expect(read(line)).toEqual({ kind: 'none' });
    },
  );
});
