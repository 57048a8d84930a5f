// Which number of a log line is the status, whatever else stands in it.
import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../../src/query/paste/evidence.ts';
import { isNginxPage } from '../../../src/query/paste/logs/proxies.ts';

const codes = (text: string) =>
  findEvidence(text).map(({ code, sub }) => (sub === undefined ? `${code}` : `${code}.${sub}`));

const time = '[26/Nov/2026:10:15:32 +0000]';

describe('the status of a log line', () => {
  it.each([
    [
      'is not in its address',
      `10.0.0.1 - - ${time} "GET /find?status=500&code=404 HTTP/1.1" 200 503 "-" "curl/8.5.0"`,
      ['200'],
    ],
    [
      'is not in its referrer or browser',
      `10.0.0.1 - - ${time} "GET / HTTP/1.1" 304 0 "https://x.example/?error=502" "checker (HTTP 404)"`,
      ['304'],
    ],
    [
      'is what IIS calls sc-status, in any order of fields',
      '#Fields: time-taken sc-win32-status sc-substatus sc-status cs-uri-stem date time\n404 500 14 403 /a/502 2026-11-26 10:15:32',
      ['403.14'],
    ],
    [
      'is what CloudFront calls sc-status, in any order of fields',
      '#Fields: date time sc-status x-edge-location sc-bytes time-taken\n2026-11-26\t10:15:32\t504\tFRA2\t404\t0.502',
      ['504'],
    ],
    [
      'is none where HAProxy had none to send',
      'haproxy[1]: 10.0.0.1:1 [26/Nov/2026:10:15:32.500] fe be/app 0/0/1/-1/500 -1 0 - - CD-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
      [],
    ],
    [
      'is none where Envoy sent none',
      '[2026-11-26T10:15:32.500Z] "GET / HTTP/2" 0 DC 0 0 502 - "10.0.0.1" "curl" "id" "x.example" "10.0.0.2:80"',
      [],
    ],
    [
      'is not the upstream’s of an ingress',
      `10.0.0.1 - - ${time} "GET / HTTP/1.1" 200 157 "-" "curl" 404 0.500 [shop-80] [] 10.1.1.1:80, 10.1.1.2:80 0, 157 0.001, 0.502 502, 200 abc`,
      ['200'],
    ],
    [
      'is HAProxy’s in the common log format as well',
      `10.0.0.1 - - ${time} "GET / HTTP/1.1" 503 217 "" "" 59794 528 "fe~" "be" "app1" 0 0 -1 -1 3 SC-- 4 1 0 0 0 0 0 "" "" ""`,
      ['503'],
    ],
    [
      'is not the process number of Spring’s log',
      '2026-11-26T10:15:32Z ERROR 404 --- [nio-8080] x : HTTP 500',
      ['500'],
    ],
    ['is not in an address of a message', 'could not load https://x.example/list?status=500 (HTTP 503)', ['503']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('a HAR', () => {
  const entry = (status: number) => ({
    startedDateTime: '2026-11-26T10:15:32Z',
    request: { method: 'GET', url: 'https://x.example/?status=500', queryString: [{ name: 'status', value: '500' }] },
    response: { status, statusText: '', headers: [], content: { text: '{"status":418,"code":404}' } },
  });

  it('has the codes of its responses and of nothing else', () => {
    const har = JSON.stringify({ log: { entries: [entry(200), entry(502), entry(200)] } });
    expect(findEvidence(har)).toMatchObject([
      { code: 200, times: 2 },
      { code: 502, times: 1 },
    ]);
    expect(codes(JSON.stringify({ log: { entries: [entry(404)] } }, null, 2))).toEqual(['404']);
  });

  it('may be cut off', () => {
    const har = JSON.stringify({ log: { entries: [entry(503), entry(200)] } });
    expect(codes(har.slice(0, har.length - 60))).toEqual(['503', '200']);
  });
});

describe('how often a code came', () => {
  it('is counted in responses, not in words about them', () => {
    const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
    expect(findEvidence(`HTTP/1.1 502 Bad Gateway\nserver: nginx\n\n${page}`)).toMatchObject([{ code: 502, times: 1 }]);
  });
});

describe('the size of nginx’s own pages', () => {
  it.each([
    [502, 150, true],
    [502, 157, true],
    [502, 166, true],
    [404, 146, true],
    [404, 153, true],
    [502, 559, true],
    [404, 157, false],
    [200, 157, false],
  ])('of %i is %i: %s', (code, bytes, expected) => {
    expect(isNginxPage(code, bytes)).toBe(expected);
  });
});
