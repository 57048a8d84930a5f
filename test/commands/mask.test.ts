import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { maskSecrets } from '../../src/commands/mask.ts';
import { askExplain, askLine } from './ask.ts';

describe('maskSecrets', () => {
  it.each([
    ['Authorization: Bearer s3cret.value-1', 'Authorization: Bearer •••'],
    ['authorization: Basic dXNlcjpwYXNz', 'authorization: Basic •••'],
    ['< Proxy-Authorization: Digest username="me", response="abc"', '< Proxy-Authorization: Digest •••'],
    ['-H "Authorization: token abcdef" https://x.example', '-H "Authorization: token •••" https://x.example'],
    ['{"Authorization":"Bearer abc"}', '{"Authorization":"Bearer •••"}'],
    ['sent Bearer abcdefgh and got 401', 'sent Bearer ••• and got 401'],
    ['Cookie: session=abc; theme=dark', 'Cookie: •••'],
    ['authorization: Bearer abc, status: 401', 'authorization: Bearer •••, status: 401'],
    ['cookie=a=1;b=2 status=404', 'cookie=••• status=404'],
    [
      String.raw`"{\"Authorization\": \"Bearer abc\", \"apiKey\":\"x\"}"`,
      String.raw`"{\"Authorization\": \"Bearer •••\", \"apiKey\":\"•••\"}"`,
    ],
    ['set-cookie: sid=1; Path=/; HttpOnly', 'set-cookie: •••'],
    ['GET /a?token=abc&x=1 HTTP/1.1" 404', 'GET /a?token=•••&x=1 HTTP/1.1" 404'],
    ['GET /a?key=abc HTTP/1.1', 'GET /a?key=••• HTTP/1.1'],
    ['GET /a?sig=a%2Fb&se=1', 'GET /a?sig=•••&se=1'],
    ['?X-Amz-Credential=AKIA/2026&X-Amz-Signature=ff00', '?X-Amz-Credential=•••&X-Amz-Signature=•••'],
    ['access_token=abc refresh_token=def', 'access_token=••• refresh_token=•••'],
    ['{"accessToken": "abc", "user": 7}', '{"accessToken": "•••", "user": 7}'],
    ['x-api-key: 0f0f0f', 'x-api-key: •••'],
    ['password=hunter2&user=me', 'password=•••&user=me'],
    ['https://me:pw@git.example.com/x.git returned 403', 'https://•••@git.example.com/x.git returned 403'],
    ['user ann.smith+x@mail.example.com not found', 'user ••• not found'],
    ['jwt eyJhbGciOi.eyJzdWIi.c2ln here', 'jwt ••• here'],
    ['xoxb-123456789-abc failed', '••• failed'],
    ['ghp_abcdefghijklmnop', '•••'],
  ])('masks %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    'invalid token: 401',
    'Bearer token is missing',
    'Basic authentication failed with 401',
    'WWW-Authenticate: Bearer realm="api"',
    'the keyboard: blue, a monkey=3',
    'status=404 path=/users/9 bytes=512',
    'error code: 502 (upstream)',
    'HTTP/1.1 304 Not Modified',
  ])('leaves %s as it is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('changes nothing that is already masked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maskSecrets(maskSecrets(text))).toBe(maskSecrets(text));
      }),
    );
  });

  it.each([
    'a'.repeat(100_000),
    'a.'.repeat(50_000),
    '://'.repeat(30_000),
    'token'.repeat(20_000),
    'eyJ-'.repeat(25_000),
    'authorization: '.repeat(7_000),
    ' \t'.repeat(50_000),
  ])('stays fast on a long hostile text (%#)', (text) => {
    const half = text.slice(0, text.length / 2);
    const time = (said: string) => {
      const from = performance.now();
      maskSecrets(said);
      return performance.now() - from;
    };
    time(half);
    // Twice the text takes about twice the time; four times would be a square. The constant is for small numbers.
    expect(time(text)).toBeLessThan(time(half) * 3.5 + 25);
  });
});

const log = [
  'POST /login?token=topsecret1 HTTP/1.1" 401 17',
  'authorization: Bearer topsecret2',
  'HTTP/1.1 502 Bad Gateway cookie: topsecret3',
  `{"status":500,"password":"topsecret4","mail":"topsecret5@example.com","filler":"${'x'.repeat(200)}"}`,
  `GET /${'p'.repeat(90)}?sig=topsecret6${'a'.repeat(90)} HTTP/1.1" 403 12`,
].join('\n');

describe('a pasted log', () => {
  it.each([
    ['explained', askExplain],
    ['typed', askLine],
  ])('shows its codes and none of its secrets when %s', async (_, ask) => {
    const answer = await ask(log);
    expect(answer.about).toMatchObject({ kind: 'paste' });
    expect(answer.about.codes).toEqual(expect.arrayContaining([401, 502, 500, 403]));
    expect(JSON.stringify(answer)).not.toContain('topsecret');
    expect(toPlain(answer)).not.toContain('aaaa');
  });
});
