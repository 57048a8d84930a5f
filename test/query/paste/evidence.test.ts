import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../../src/query/paste/evidence.ts';

const codes = (text: string) =>
  findEvidence(text).map(({ code, sub }) => (sub === undefined ? `${code}` : `${code}.${sub}`));

describe('finding status codes in pasted text', () => {
  it.each([
    ['curl -i', 'HTTP/1.1 404 Not Found\ncontent-length: 500\n', ['404']],
    ['curl -v, HTTP/2', '< HTTP/2 503 \n< server: nginx\n< content-length: 190', ['503']],
    [
      'nginx access log',
      '10.2.4.200 - - [24/Nov/2026:10:15:32 +0000] "GET /a/404?x=500 HTTP/1.1" 502 157 "-" "curl/8.5.0"',
      ['502'],
    ],
    [
      'HAProxy',
      'haproxy[500]: 10.0.0.1:4040 [24/Nov/2026:10:15:32.500] fe be/srv 0/0/1/502/503 504 212 - - ---- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
      ['504'],
    ],
    [
      'AWS load balancer, balancer and target',
      'https 2026-11-24T10:15:32.404500Z app/lb/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:500 0.000 0.404 0.000 502 503 34 366 "GET https://x:443/ HTTP/1.1" "curl"',
      ['502', '503'],
    ],
    [
      'IIS with substatus',
      '#Fields: date time s-ip cs-method cs-uri-stem s-port sc-status sc-substatus sc-win32-status time-taken\n2026-11-24 10:15:32 10.0.0.5 GET /big 443 404 13 0 502',
      ['404.13'],
    ],
    [
      'nginx, several upstreams',
      'upstream: "10.0.0.1:80, 10.0.0.2:80" status=502, 503, 200 rt=0.404',
      ['502', '503', '200'],
    ],
    ['curl -v, a body that waited', '* Done waiting for 100-continue\n< HTTP/1.1 404 Not Found', ['404']],
    ['words with a letter that grows in lower case', 'İİİİ ftp reply code 530', []],
    ['boto', 'ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden', ['403']],
    ['Guzzle', 'ServerException: Server error: GET https://x.example resulted in a `520 ` response', ['520']],
    ['axios', 'AxiosError: Request failed with status code 422\n    at settle (axios.js:500:12)', ['422']],
    ['urllib3', "Max retries exceeded with url: /x (Caused by ResponseError('too many 503 error responses'))", ['503']],
    ['git', "fatal: unable to access 'https://git.example.com/': The requested URL returned error: 403", ['403']],
    ['npm', 'npm error code E404\nnpm error 404 Not Found - GET https://registry.example.com/nope', ['404']],
    ['Kubernetes', 'Readiness probe failed: HTTP probe failed with statuscode: 503', ['503']],
    ['.NET', 'Response status code does not indicate success: 401 (Unauthorized).', ['401']],
    ['Rails', 'Completed 422 Unprocessable Entity in 502ms (Views: 4.0ms)', ['422']],
    ['JSON log', '{"level":"error","status":500,"bytes":404,"duration_ms":503,"port":8080}', ['500']],
    [
      'Go, with a line number',
      '2026/11/24 12:00:00 main.go:201: unexpected status: 503 Service Unavailable (took 404ms)',
      ['503'],
    ],
    ['morgan', 'GET /users/404 304 5.502 ms - 200', ['304']],
    ['gin', '[GIN] 2026/11/24 - 10:00:00 | 404 |  502.1µs | 127.0.0.1 | GET "/x"', ['404']],
    [
      'Maven',
      'Could not transfer artifact a:b:jar:5.0.0 from/to repo (https://repo.example.com): status code: 401, reason phrase: Unauthorized (401)',
      ['401'],
    ],
    [
      'CloudFront, its tabs lost in a terminal',
      '2026-11-24  10:00:00  FRA2  404  10.0.0.1  GET  d1.cloudfront.net  /a/500  502  -  curl/8',
      ['502'],
    ],
    ['chrome console', 'Failed to load resource: the server responded with a status of 404 ()', ['404']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    ['ports and addresses', 'listening on 10.0.404.1:500, port 502'],
    ['durations and sizes', 'took 404ms, 500 bytes, 503 kb'],
    ['dates, versions, processes', 'v4.0.4 build 502 pid 500 at 2026-04-04 05:00:503'],
    ['exit codes', 'process exited with exit code 137'],
    ['errno', 'recv() failed (104: Connection reset by peer) while reading'],
    ['package managers', 'E: Sub-process /usr/bin/dpkg returned an error code (100)'],
    ['counts', 'received 200 rows, sent 404 records'],
  ])('finds nothing in %s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  it('quotes the line that proves it, at a readable length, and counts repeats', () => {
    const line = 'HTTP/1.1 404 Not Found';
    const [finding] = findEvidence(`start\n${'x'.repeat(500)} ${line} ${'y'.repeat(500)}\n${line}\nend`);
    expect(finding).toMatchObject({ code: 404, times: 2 });
    expect(finding?.proof).toContain(line);
    expect(finding?.proof.length).toBeLessThan(130);
  });
});
