import { mdn, page, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const httpVersionNotSupported: RegisteredStatus = {
  code: 505,
  name: 'HTTP Version Not Supported',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['version not supported', 'unsupported http version', 'http version unsupported', 'wrong http version'],
  meaning: 'The server does not speak, or refuses to speak, the major version of HTTP that the request was written in.',
  use: [
    'The request line names a major version of HTTP that the server cannot or will not speak.',
    'You shut out an old version on purpose and say which ones you take.',
  ],
  avoid: [
    { text: 'The request line is broken, so that there is no valid version in it.', instead: [400] },
    { text: 'You want the client to move to another protocol, and name it in Upgrade.', instead: [426] },
    { text: 'A version of your API in the path or a header is not supported.', instead: [400, 404, 406] },
  ],
  received: [
    'Look at the raw request line: a space in an unencoded address often pushes text into the place of the version.',
    'Force another version, such as curl --http1.1.',
    'Check what a proxy on the way speaks to the server.',
  ],
  fault: 'server',
  provoke: [
    'Write the request by hand: GET / HTTP/9.9, sent with nc or telnet.',
    'Send the request line GET / HTTP/2.0 as plain text to a server that expects 1.1.',
  ],
  check: [
    'The body names the versions the server does speak.',
    'A request in a supported version to the same address works.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'Say why the version is refused and which protocols the server supports.',
    source: rfc(9110, '15.6.6'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Send it again in a version of HTTP that the server speaks.' },
  example: {
    request: 'GET /orders HTTP/9.0\nHost: api.example.com',
    response:
      'HTTP/1.1 505 HTTP Version Not Supported\nContent-Type: application/problem+json\nConnection: close\n\n{ "title": "HTTP/9.0 is not spoken here", "status": 505, "detail": "Use HTTP/1.1 or HTTP/2." }',
  },
  situations: [
    {
      when: 'the request names a major version of HTTP that the server cannot speak',
      said: [
        'client uses a version of http the server does not speak',
        'the protocol version in the request line is too new for the server',
        'request line says http two but sent as plain text',
        'the server only speaks http one',
        'made up protocol version in the request',
        'invalid major version in the start line',
      ],
    },
    {
      when: 'the server refuses an outdated version on purpose',
      said: [
        'we refuse clients with an outdated http protocol',
        'ancient http clients are not welcome any more',
        'drop support for an old protocol version of http',
      ],
    },
    {
      when: 'a space in the address pushes text into the place of the version',
      said: [
        'unescaped space in the url confuses the request line',
        'url with a blank that was not encoded and the server complains about the protocol',
        'spaces in the query string and the server says the protocol is unknown',
      ],
      rival: 400,
    },
  ],
  sources: [
    rfc(9110, '15.6.6'),
    mdn(505),
    rfc(9110, '2.5'),
    page('nginx source: ngx_http_parse.c', 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_parse.c'),
  ],
  reviewed: '2026-11-25',
};
