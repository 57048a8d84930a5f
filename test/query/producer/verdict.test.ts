// Who answered: the layer that made the response wins over those that only passed it on.
import { describe, expect, it } from 'vitest';
import { readFailure, readPaste } from '../../../src/query/paste/read-paste.ts';

function verdictOn(text: string) {
  const reading = readPaste(text);
  if (reading?.kind !== 'paste' || reading.verdict === undefined) return expect.unreachable('it has a code');
  return reading.verdict;
}

const nginxPage = '<center><h1>502 Bad Gateway</h1></center>\n<hr><center>nginx/1.24.0</center>';
const time = '[26/Nov/2026:10:15:32 +0000]';
const haproxy = (code: number, state: string, server: string) =>
  `haproxy[1]: 10.0.0.1:1 [26/Nov/2026:10:15:32.500] fe be/${server} 0/0/1/-1/500 ${code} 212 - - ${state} 1/1/0/0/0 0/0 "GET / HTTP/1.1"`;
const alb = (code: number, target: string) =>
  `https 2026-11-26T10:15:32.404500Z app/lb/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.000 0.404 0.000 ${code} ${target} 34 366 "GET https://x:443/ HTTP/1.1" "curl"`;
const envoy = (code: number, flags: string) =>
  `[2026-11-26T10:15:32.500Z] "GET / HTTP/2" ${code} ${flags} 0 0 502 - "10.0.0.1" "curl" "id" "x.example" "10.0.0.2:80"`;

describe('the verdict', () => {
  it.each([
    ['an error of Cloudflare’s own', 'HTTP/2 522\nserver: cloudflare\ncf-ray: 1-FRA', 'cdn', 'Cloudflare', 'certain'],
    [
      'nginx’s page behind Cloudflare',
      `HTTP/2 502\nserver: cloudflare\ncf-ray: 1-FRA\n\n${nginxPage}`,
      'reverse-proxy',
      'nginx',
      'certain',
    ],
    [
      'an application behind Cloudflare',
      'HTTP/2 404\nserver: cloudflare\nx-powered-by: Express\n\n{"error":"no"}',
      'application',
      'Express',
      'likely',
    ],
    [
      'a cache that only missed',
      'HTTP/2 500\nx-cache: Miss from cloudfront\nvia: 1.1 x.cloudfront.net (CloudFront)\nserver: gunicorn',
      'application',
      'gunicorn',
      'likely',
    ],
    ['a balancer without a target', alb(502, '-'), 'load-balancer', 'AWS ALB', 'certain'],
    ['a balancer with a target', alb(502, '502'), 'application', null, 'likely'],
    ['a client that left the balancer', alb(460, '-'), 'client', null, 'certain'],
    ['Envoy without a healthy host', envoy(503, 'UH'), 'reverse-proxy', 'Envoy', 'certain'],
    ['Envoy without a connection', envoy(503, 'UF,URX'), 'reverse-proxy', 'Envoy', 'certain'],
    ['Envoy without a route', envoy(404, 'NR'), 'reverse-proxy', 'Envoy', 'certain'],
    ['Envoy that passed it on', envoy(503, '-'), 'application', null, 'likely'],
    [
      'an upstream of Envoy',
      'HTTP/1.1 503 Service Unavailable\nserver: envoy\nx-envoy-upstream-service-time: 12',
      'application',
      null,
      'likely',
    ],
    ['HAProxy without a server', haproxy(503, 'SC--', '<NOSRV>'), 'load-balancer', 'HAProxy', 'certain'],
    ['HAProxy and a slow server', haproxy(504, 'sH--', 'app1'), 'load-balancer', 'HAProxy', 'certain'],
    ['HAProxy that passed it on', haproxy(500, '----', 'app1'), 'application', null, 'likely'],
    ['a client that left HAProxy', haproxy(200, 'CD--', 'app1'), 'client', null, 'certain'],
    [
      'Kong itself',
      'HTTP/1.1 404 Not Found\nserver: kong/3.7\nx-kong-response-latency: 1\n\n{"message":"no Route matched with those values"}',
      'gateway',
      'Kong',
      'certain',
    ],
    [
      'Kong’s upstream',
      'HTTP/1.1 404 Not Found\nvia: kong/3.7\nx-kong-upstream-latency: 9\nserver: Werkzeug/3.0',
      'application',
      'Flask',
      'likely',
    ],
    [
      'a proxy that speaks RFC 9209',
      'HTTP/1.1 504 Gateway Timeout\nproxy-status: edge; error=connection_timeout',
      'reverse-proxy',
      null,
      'likely',
    ],
    [
      'the size of nginx’s page',
      `10.0.0.1 - - ${time} "GET / HTTP/1.1" 502 157 "-" "curl"`,
      'reverse-proxy',
      'nginx',
      'likely',
    ],
    ['a client that left nginx', `10.0.0.1 - - ${time} "GET / HTTP/1.1" 499 0 "-" "curl"`, 'client', null, 'certain'],
    ['only Cloudflare’s name', 'HTTP/2 404\nserver: cloudflare\ncf-ray: 1-FRA', 'unknown', null, 'unknown'],
    ['a bare status line', 'HTTP/1.1 404 Not Found', 'unknown', null, 'unknown'],
    ['a client’s message', 'AxiosError: Request failed with status code 502', 'unknown', null, 'unknown'],
    [
      'a log that two servers write alike',
      `10.0.0.1 - - ${time} "GET / HTTP/1.1" 404 5120 "-" "curl"`,
      'unknown',
      null,
      'unknown',
    ],
  ])('on %s', (_, text, producer, name, confidence) => {
    expect(verdictOn(text)).toMatchObject({ producer, name, confidence });
  });

  it('names who only passed it on, and says what to check next', () => {
    const verdict = verdictOn('HTTP/2 404\nserver: cloudflare\ncf-ray: 1-FRA');
    expect(verdict.passed).toEqual(['Cloudflare']);
    expect(verdict.next).toContain('behind Cloudflare');
  });

  it('is about the worst code, in its own exchange', () => {
    const chain = 'HTTP/1.1 301 Moved Permanently\nserver: nginx\n\nHTTP/2 404\nx-powered-by: Express\n\nCannot GET /';
    expect(verdictOn(chain)).toMatchObject({ producer: 'application', name: 'Express' });
    const log = [alb(502, '-'), alb(500, '500')].join('\n');
    const reading = readPaste(log);
    expect(reading?.kind === 'paste' && reading.findings.map(({ by }) => by?.producer)).toEqual([
      'load-balancer',
      'application',
    ]);
  });

  it('quotes what shows it', () => {
    expect(verdictOn(`HTTP/2 502\nserver: cloudflare\n\n${nginxPage}`).because[0]).toMatchObject({
      proof: '<hr><center>nginx/1.24.0</center>',
    });
  });

  it('does not take a field of the request for one of the response', () => {
    const text =
      'GET / HTTP/1.1\nHost: x\nX-Powered-By: Express\nServer: nginx\n\nHTTP/1.1 502 Bad Gateway\ndate: today';
    expect(verdictOn(text)).toMatchObject({ producer: 'unknown' });
    expect(verdictOn('> X-Powered-By: Express\n< HTTP/1.1 502 Bad Gateway')).toMatchObject({ producer: 'unknown' });
  });
});

describe('a line of an error log', () => {
  it.each([
    ['upstream prematurely closed connection while reading response header from upstream', 502],
    ['connect() failed (111: Connection refused) while connecting to upstream', 502],
    ['upstream timed out (110: Connection timed out) while reading response header from upstream', 504],
    ['client intended to send too large body: 20971520 bytes', 413],
    ['limiting requests, excess: 20.404 by zone "api"', 503],
  ])('tells the code that it does not write: %s', (words, code) => {
    const reading = readPaste(`2026/11/26 10:15:32 [error] 7#7: *1 ${words}, client: 10.0.0.1, server: x.example`);
    expect(reading).toMatchObject({
      kind: 'paste',
      findings: [{ code, implied: true }],
      verdict: { producer: 'reverse-proxy', name: 'nginx', confidence: 'certain' },
    });
  });

  it('does so only where no code is written', () => {
    const reading = readPaste(
      `upstream prematurely closed connection\n10.0.0.1 - - ${time} "GET / HTTP/1.1" 504 559 "-" "curl"`,
    );
    expect(reading?.kind === 'paste' && reading.findings.map(({ code }) => code)).toEqual([504]);
  });
});

describe('a request without an answer', () => {
  it.each([
    ['curl: (7) Failed to connect to x.example port 443: Connection refused', 'curl'],
    ['AxiosError: connect ECONNREFUSED 127.0.0.1:3000\n    at x (node:net:1)', 'Node.js'],
    ['httpx.ConnectTimeout: timed out', 'Python'],
  ])('was ended by the client: %s', (text, name) => {
    expect(readFailure(text)).toMatchObject({ kind: 'none', verdict: { producer: 'client', name } });
  });

  it('is nothing where the text says nothing of it', () => {
    expect(readFailure('the build is green')).toBeNull();
  });
});
