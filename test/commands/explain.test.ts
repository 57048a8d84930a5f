// A pasted text, explained: the codes, what they mean here, who answered, and what to check next.
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { askExplain, askLine, expectPromises } from './ask.ts';

const time = '[26/Nov/2026:10:15:32 +0000]';
const line = (code: number, bytes: number) =>
  `10.0.0.1 - - ${time} "GET /a HTTP/1.1" ${code} ${bytes} "-" "curl/8.5.0"`;
const upstreamClosed =
  '2026/11/26 10:15:32 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 10.0.0.1, server: x.example, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:3000/"';

describe('a paste', () => {
  it.each([
    ['says what a code means here', upstreamClosed, /^502 Bad Gateway\n[\s\S]*Here: nginx reached the upstream/],
    ['admits that the code stands nowhere in it', upstreamClosed, /No code stands in the text; with this line/],
    ['says who answered, and how sure that is', upstreamClosed, /Who answered: nginx, a proxy \(certain\)\n/],
    ['says what to check next', upstreamClosed, /Check next: Look for a crash, a restart or a worker timeout/],
    [
      'says who only passed it on',
      'HTTP/2 404\nserver: cloudflare\ncf-ray: 1-FRA\nx-powered-by: Express',
      /Who answered: Express, an application \(likely\)\n[\s\S]*Passed on by Cloudflare\./,
    ],
    [
      'says when nothing is proved',
      'HTTP/2 404\nserver: cloudflare\ncf-ray: 1-FRA',
      /Who answered: the text does not say\n[\s\S]*Check next: Ask the server behind Cloudflare directly/,
    ],
    [
      'sums several requests up, errors first',
      [line(200, 900), line(502, 157), line(502, 157), line(404, 5120)].join('\n'),
      /^3 status codes in this text\n[\s\S]*502 Bad Gateway +2 +nginx, a proxy\n404 Not Found +1 +the text does not say\n200 OK +1 /,
    ],
    [
      'repeats what the API says itself',
      'HTTP/1.1 403 Forbidden\n\n{"type":"https://x.example/p/credit","title":"Not enough credit","status":403,"detail":"You have 30.","instance":"/accounts/1"}',
      /What the API says\nProblem: Not enough credit\nThis time: You have 30\.\nIts kind: https:\/\/x\.example\/p\/credit\nIts id: \/accounts\/1\n/,
    ],
  ])('%s', async (_, text, wanted) => {
    const answer = await askExplain(text);
    expectPromises(answer);
    expect(answer.audience).toBe('asker');
    expect(toPlain(answer)).toMatch(wanted);
    expect(toPlain(await askLine(text))).toMatch(wanted);
  });

  it.each([
    [
      'kubectl',
      'Error from server (Forbidden): pods is forbidden: User "ci" cannot list pods',
      403,
      'Kubernetes API server',
    ],
    ['kubectl', 'Error from server (NotFound): deployments.apps "api" not found', 404, 'Kubernetes API server'],
    [
      'docker',
      'Error response from daemon: toomanyrequests: You have reached your pull rate limit.',
      429,
      'Docker registry',
    ],
    ['git', "remote: Repository not found.\nfatal: repository 'https://github.com/a/b.git/' not found", 404, 'GitHub'],
    ['git', "fatal: Authentication failed for 'https://git.example.com/a.git/'", 401, null],
    ['boto3', 'An error occurred (NoSuchKey) when calling the GetObject operation: no such key', 404, 'Amazon S3'],
  ])('knows the code that %s tells in words: %s', async (_, text, code, name) => {
    for (const ask of [askExplain, askLine]) {
      const answer = await ask(text);
      expectPromises(answer);
      expect(answer.about).toMatchObject({ kind: 'paste', codes: [code], producer: { name } });
      expect(toPlain(answer)).toContain('No code stands in the text');
    }
  });

  it('counts the codes that an error log tells', async () => {
    const refused = upstreamClosed.replace(
      'upstream prematurely closed connection',
      'upstream timed out (110: Connection timed out)',
    );
    const answer = await askExplain([upstreamClosed, upstreamClosed, refused].join('\n'));
    expect(answer.about.codes).toEqual([502, 504]);
    expect(toPlain(answer)).toMatch(/502 Bad Gateway +2 +nginx/);
  });

  it('knows who set a cookie by its name, and shows nothing of its value', async () => {
    const answer = await askExplain('HTTP/1.1 419 unknown status\nSet-Cookie: laravel_session=topsecret; path=/\n\n');
    expect(answer.about.producer).toEqual({ kind: 'application', name: 'Laravel' });
    expect(JSON.stringify(answer)).not.toContain('topsecret');
    expect(toPlain(answer)).toContain('laravel_session=•••');
  });

  it.each([
    ['real', '\u001b[0mGET /api/users/77 \u001b[33m404\u001b[0m 3.215 ms - 45\u001b[0m'],
    ['without their ESC', '[0mGET /api/users/77 [33m404[0m 3.215 ms - 45[0m'],
    ['written out in JSON', String.raw`{"log":"\u001b[0mGET /api/users/77 \u001b[33m404\u001b[0m 3.2 ms\n"}`],
  ])('is read through the colours of a terminal: %s', async (_, text) => {
    for (const ask of [askExplain, askLine])
      expect((await ask(text)).about).toMatchObject({ kind: 'paste', codes: [404] });
  });

  it('says who answered before what to do, and does not ask for it again', async () => {
    const text = toPlain(await askExplain(upstreamClosed));
    expect(text.indexOf('Who answered')).toBeLessThan(text.indexOf('Do now'));
    expect(text).not.toContain('Find out who said it');
    expect(toPlain(await askExplain('HTTP/1.1 502 Bad Gateway'))).toContain('Find out who said it');
  });

  it('of a number that several vendors own tells the meaning of the one whose line it is', async () => {
    const text = toPlain(await askExplain('10.0.0.1 - - [26/Nov/2026:10:15:32 +0000] "GET /a HTTP/1.1" 499 0 "-" "x"'));
    expect(text).toMatch(/\n- nginx, Client Closed Request: .*\n\nThe same number elsewhere: Azure/);
    expect(toPlain(await askExplain('status=499'))).toMatch(/- Esri, Token Required/);
  });

  it.each([
    [
      'a failed fetch that is told of something else',
      'failed to fetch oauth token: unexpected status 401 Unauthorized',
      'Failed to fetch',
    ],
    ['a timeout that is not curl’s', 'HTTP Error 502.3 - Bad Gateway\nThe operation timed out', 'curl'],
    ['curl’s --fail beside its code', 'curl: (22) The requested URL returned error: 404', 'curl 22'],
  ])('does not speak of %s', async (_, text, unwanted) => {
    expect(toPlain(await askExplain(text))).not.toContain(unwanted);
  });

  it('names what Heroku’s router says, and the proxy inside IIS', async () => {
    const heroku = await askExplain(
      'heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/" dyno=web.1 service=30001ms status=503',
    );
    expect(toPlain(heroku)).toContain('Here: The dyno took longer than 30 seconds');
    const arr = await askExplain('HTTP Error 502.3 - Bad Gateway\nModule\t ApplicationRequestRouting');
    expect(arr.about.producer).toEqual({ kind: 'reverse-proxy', name: 'IIS ARR' });
  });

  it('tells programs who answered', async () => {
    expect((await askExplain(upstreamClosed)).about).toMatchObject({
      kind: 'paste',
      codes: [502],
      producer: { kind: 'reverse-proxy', name: 'nginx' },
    });
    expect((await askExplain('HTTP/1.1 404 Not Found')).about.producer).toEqual({ kind: 'unknown', name: null });
    expect((await askLine('404')).about.producer).toBeUndefined();
  });

  it('without a code says who gave up', async () => {
    const answer = await askExplain('httpx.ConnectTimeout: timed out');
    expectPromises(answer);
    expect(answer.about).toMatchObject({ kind: 'none', codes: [], producer: { kind: 'client', name: 'Python' } });
    expect(toPlain(answer)).toContain('Who answered: nobody, Python gave up (likely)');
  });

  it.each([
    'AxiosError: connect ECONNREFUSED 10.0.0.1:443 token=topsecret1\n    at x (node:net:1)',
    'httpx.ConnectTimeout: timed out for https://x.example/?access_token=topsecret2\n  File "a.py", line 1',
    'curl: (28) Operation timed out for https://me:topsecret3@x.example',
  ])('without a code shows no secret in its evidence: %s', async (text) => {
    for (const ask of [askExplain, askLine]) {
      const answer = await ask(text);
      expect(answer.about.producer?.kind).toBe('client');
      expect(JSON.stringify(answer)).not.toContain('topsecret');
    }
  });

  it('shows no secret in its evidence, nor in what the API says', async () => {
    const answer = await askExplain(
      [
        'HTTP/1.1 500 Internal Server Error',
        'set-cookie: laravel_session=topsecret1; path=/',
        'x-powered-by: PHP/8.3 token=topsecret2',
        'content-type: application/problem+json',
        '',
        '{"title":"Oops","status":500,"detail":"no mail to topsecret3@example.com","instance":"/a?access_token=topsecret4"}',
      ].join('\n'),
    );
    expect(answer.about.producer?.kind).toBe('application');
    expect(JSON.stringify(answer)).not.toContain('topsecret');
  });
});
