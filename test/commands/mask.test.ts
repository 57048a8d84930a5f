import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { maskSecrets } from '../../src/commands/mask.ts';
import { isLinear } from '../linear.ts';
import { askExplain, askLine } from './ask.ts';

const pem = {
  begin: '-----BEGIN RSA PRIVATE KEY-----',
  body: `${'MIIEpAIBAAKCAQEA'.repeat(4)}\n${'abcdEFGH01234567'.repeat(4)}\nc2VjcmV0==`,
  end: '-----END RSA PRIVATE KEY-----',
};

describe('maskSecrets', () => {
  it.each([
    ['Authorization: Bearer s3cret.value-1', 'Authorization: Bearer •••'],
    ['authorization: Basic dXNlcjpwYXNz', 'authorization: Basic •••'],
    ['< Proxy-Authorization: Digest username="me", response="abc"', '< Proxy-Authorization: Digest •••'],
    ['-H "Authorization: token abcdef" https://x.example', '-H "Authorization: token •••" https://x.example'],
    ['{"Authorization":"Bearer abc"}', '{"Authorization":"Bearer •••"}'],
    ['sent Bearer abcdefgh and got 401', 'sent Bearer ••• and got 401'],
    ['sent Basic dXNlcjpwYXNz and got 401', 'sent Basic ••• and got 401'],
    ['redis://:hunter2@cache:6379', 'redis://•••@cache:6379'],
    ['Cookie: session=abc; theme=dark', 'Cookie: session=•••; theme=•••'],
    ['authorization: Bearer abc, status: 401', 'authorization: Bearer •••, status: 401'],
    ['cookie=a=1;b=2 status=404', 'cookie=a=•••; b=••• status=404'],
    [
      String.raw`"{\"Authorization\": \"Bearer abc\", \"apiKey\":\"x\"}"`,
      String.raw`"{\"Authorization\": \"Bearer •••\", \"apiKey\":\"•••\"}"`,
    ],
    ['set-cookie: sid=1; Path=/; HttpOnly', 'set-cookie: sid=•••'],
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
    ['github_pat_11ABCDEFG0abcdefgh_ijkl failed', '••• failed'],
    ['xoxe.xoxp-1-Mi0yLTEyMzQ1 failed', '••• failed'],
    [`npm error E401 npm_${'a1B2'.repeat(9)}`, 'npm error E401 •••'],
    ['curl -u admin:hunter2 https://x.example/a -> 401', 'curl -u ••• https://x.example/a -> 401'],
    ['curl -uadmin:hunter2 https://x.example', 'curl -u••• https://x.example'],
    [`curl -u 'admin:hunter 2' --fail`, 'curl -u ••• --fail'],
    ['curl --user "admin:hunter 2" --fail', 'curl --user ••• --fail'],
    ['curl --proxy-user=admin:hunter2 x', 'curl --proxy-user=••• x'],
    ['could not reach admin:hunter2@db.internal:5432', 'could not reach •••@db.internal:5432'],
    ['https://hooks.slack.com/services/T00/B00/XXXX 404', 'https://hooks.slack.com/services/••• 404'],
    ['POST https://discord.com/api/v10/webhooks/1/abc_d 401', 'POST https://discord.com/api/v10/webhooks/••• 401'],
    [`token of the bot ${'MTIz'.repeat(6)}.Gabcde.${'x1Y_'.repeat(8)} refused`, 'token of the bot ••• refused'],
    ['AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '••• •••'],
    ['AWS Secret Access Key [None]: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS Secret Access Key [None]: •••'],
    ['a JWE eyJhbGciOi.a1.b2.c3.d4 here', 'a JWE ••• here'],
    [`${pem.begin}\n${pem.body}\n${pem.end} HTTP 401`, `${pem.begin}••• HTTP 401`],
    [`"${pem.begin}\\n${pem.body.replaceAll('\n', '\\n')}\\n${pem.end}"`, `"${pem.begin}•••"`],
    [`${pem.begin}\n${pem.body.slice(0, 60)}\nHTTP/1.1 401`, `${pem.begin}•••\nHTTP/1.1 401`],
    ['{"name":"cookie","value":"sid=abc; theme=dark"}', '{"name":"cookie","value":"sid=•••; theme=•••"}'],
    ['{"name": "Authorization", "value": "Bearer abc.def"}', '{"name": "Authorization", "value": "•••"}'],
    ['{"name":"x-api-key","value":"0f0f"}', '{"name":"x-api-key","value":"•••"}'],
    [
      '"Authorization":["Bearer abc.def"],"Cookie":["a=b; c=d"]',
      '"Authorization":["Bearer •••"],"Cookie":["a=•••; c=•••"]',
    ],
    ['Cookie: s="in two words"; t="x"', 'Cookie: s=•••; t=•••'],
    ['Cookie: c2VjcmV0IG9mIG1pbmU==', 'Cookie: •••'],
    ['Cookie: a=1,c2VjcmV0==', 'Cookie: a=•••'],
    ['< Set-Cookie: a=1; expires=Thu, 26-Nov-2026 09:24:04 GMT; path=/, b=2; path=/', '< Set-Cookie: a=•••; b=•••'],
    ['"set-cookie":["a=b; Path=/","c=d"],"x":1', '"set-cookie":["a=•••; c=•••"],"x":1'],
    [`'set-cookie': [ 'a=b; Path=/', 'c=d' ]`, `'set-cookie': [ 'a=•••; c=•••' ]`],
    [String.raw`{\"Cookie\":[\"a=b\"]}`, String.raw`{\"Cookie\":[\"a=•••\"]}`],
    ['"cookies":[{"name":"x","value":"a"},{"value":"b"}]', '"cookies":[{"name":"x","value":"•••"},{"value":"•••"}]'],
    [`cookies={'sid': 'a', 'x': 'b'} 404`, `cookies={'sid': '•••', 'x': '•••'} 404`],
    [`curl -b 'a=1; b=2' -H 'Cookie: c=3; d=4' u`, `curl -b 'a=•••; b=•••' -H 'Cookie: c=•••; d=•••' u`],
    ['curl --cookie a=1 https://x.example', 'curl --cookie a=••• https://x.example'],
    ['<wsse:Password Type="x">hunter2</wsse:Password>', '<wsse:Password Type="x">•••</wsse:Password>'],
    [
      '{"key":"x-api-key","value":"0f"} {"key":"Cookie","value":"a=b"}',
      '{"key":"•••","value":"•••"} {"key":"•••","value":"a=•••"}',
    ],
    ['[HTTP_COOKIE] => a=b; c=d', '[HTTP_COOKIE] => a=•••; c=•••'],
    [`('authorization', 'Bearer abcd'), ('cookie', 'a=b')`, `('authorization', 'Bearer •••'), ('cookie', 'a=•••')`],
    ['Authorization: Bot MTIzabc', 'Authorization: Bot •••'],
    ['Authorization: SSWS 00abc', 'Authorization: SSWS •••'],
    ['Authorization: AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo=', 'Authorization: AWS •••'],
    ['Authorization: Acme abcdef0123', 'Authorization: ••• •••'],
    ['Authorization: Token token="abc", x', 'Authorization: Token •••, x'],
    ['{"password": "correct horse battery"}', '{"password": "•••"}'],
    ['mysql --password hunter2 -u root', 'mysql --password ••• -u root'],
    ['GET /u?email=ann%40example.com HTTP/1.1" 404', 'GET /u?email=••• HTTP/1.1" 404'],
    ['X-Hub-Signature-256: sha256=abc', 'X-Hub-Signature-256: •••'],
    ['Stripe-Signature: t=1492774577,v1=abc', 'Stripe-Signature: •••'],
    ['otp=123456 csrf=abc', 'otp=••• csrf=•••'],
    ['whsec_abcdefghijklm and dckr_pat_abcdefghijklm', '••• and •••'],
    ['Authorization: \u001b[32mBearer\u001b[0m abc', 'Authorization: Bearer •••'],
    ['AccountKey=abcdef==;EndpointSuffix=x', 'AccountKey=•••;EndpointSuffix=x'],
    ['GET /cb?code=4/0AY0e-g7abcdefghijk&state=1', 'GET /cb?code=•••&state=1'],
    ['SAMLResponse to /acs?SAMLResponse=PHNhbWxwOlJlc3BvbnNl%3D', 'SAMLResponse to /acs?SAMLResponse=•••'],
    ['key SG.abcdefghijklmnop.qrstuvwxyz0123456 401', 'key ••• 401'],
    [
      `POST https://api.telegram.org/bot123456789:${'Ab1-'.repeat(9)}/send 404`,
      'POST https://api.telegram.org/bot•••/send 404',
    ],
    [
      'https://s3.example/b/o?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=ab%2Fc&Expires=17',
      'https://s3.example/b/o?AWSAccessKeyId=•••&Signature=•••&Expires=17',
    ],
    ['pass\u202eword=hunter2 \u2066\u200f404', 'password=••• 404'],
  ])('masks %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    'invalid token: 401',
    'failed to fetch oauth token: unexpected status from POST: 401',
    'Token: expired',
    'password: is wrong',
    'git checkout -b "fix the login"',
    'Access-Control-Allow-Credentials: true',
    'a cookie: 404',
    'GET /list?code=404&page=2',
    '{"name":"status","value":"500"}',
    'Bearer token is missing',
    'Basic authentication failed with 401',
    'WWW-Authenticate: Bearer realm="api"',
    'the keyboard: blue, a monkey=3',
    'status=404 path=/users/9 bytes=512',
    'error code: 502 (upstream)',
    'HTTP/1.1 304 Not Modified',
    'git push -u origin main: 403',
    'python -u https://x.example/a:b',
    'upstream failed:502@backend',
    'image node:20@sha256:4f53cda18c2baa0c',
    'npm_config_registry=x npm_package_dependencies_something_long',
    'commit 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
    'open https://hooks.slack.com/ for more',
    '-----BEGIN CERTIFICATE-----',
    'org.springframework.web.client.HttpClientErrorException: 404',
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
    '-u a'.repeat(25_000),
    '-u "a:'.repeat(16_000),
    'a:'.repeat(50_000),
    'a:b!'.repeat(25_000),
    `${pem.begin} `.repeat(3_000),
    `${pem.begin}${'A'.repeat(30)}-`.repeat(1_600),
    `${pem.begin}${'\n'.repeat(99_000)}`,
    `${pem.begin}${'A- '.repeat(33_000)}`,
    'hooks.slack.com/services/'.repeat(4_000),
    'discord.com/api/webhooks/'.repeat(4_000),
    `${'M'.repeat(24)}.`.repeat(4_000),
    'aB1/'.repeat(25_000),
    'aB1/ '.repeat(20_000),
    '"name":"token","value":'.repeat(4_000),
    '"name": "a-'.repeat(9_000),
    'cookie: '.repeat(12_000),
    '"cookie":"'.repeat(10_000),
    'cookies={'.repeat(11_000),
    '"cookies":[{"value":"a"'.repeat(4_500),
    'set-cookie":["'.repeat(7_000),
    `-b '${'a'.repeat(90)}`.repeat(1_000),
    '--password '.repeat(9_000),
    '"password": "'.repeat(7_500),
    'a%40'.repeat(25_000),
    '<password>'.repeat(10_000),
    '<password '.repeat(10_000),
    `${'<a:'.repeat(10_000)}password>`,
  ])('takes no longer than a long hostile text is long (%#)', (text) => {
    expect(isLinear(maskSecrets, text)).toBe(true);
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

  it.each([
    ['explained', askExplain],
    ['typed', askLine],
  ])('is quoted without marks that turn the direction of reading when %s', async (_, ask) => {
    const answer = await ask('HTTP/1.1 502 from \u202egnp.exe\u2069 \u200f\u200e');
    expect(toPlain(answer)).toContain('HTTP/1.1 502 from gnp.exe');
    expect(JSON.stringify(answer)).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });
});
