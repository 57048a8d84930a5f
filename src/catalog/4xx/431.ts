import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const requestHeaderFieldsTooLarge: RegisteredStatus = {
  code: 431,
  name: 'Request Header Fields Too Large',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'request header too large',
    'request headers too large',
    'header fields too large',
    'header too large',
    'headers too large',
    'headers too big',
    'header too big',
  ],
  meaning: 'One header field of the request, or all of them together, is larger than the server will read.',
  use: [
    'One field, such as Cookie, Authorization or Referer, passes your limit: say which.',
    'All the fields together pass your limit.',
  ],
  avoid: [
    { text: 'The body is too big.', instead: [413] },
    { text: 'The address in the request line is too long.', instead: [414] },
    { text: 'A header field has a good size but a bad value.', instead: [400] },
  ],
  received: [
    'Delete the cookies of the site and try again: they are the usual cause.',
    'Check the size of the token in Authorization; many groups or roles make it grow.',
    'If it is your server, store less in cookies, or raise the limit at every hop.',
    'In Node.js the limit for all headers is 16 KiB unless --max-http-header-size changes it.',
  ],
  fault: 'client',
  provoke: ['Send one made-up header of 20 KiB.', 'Set cookies until the Cookie header passes the server’s limit.'],
  check: [
    'Headers just under the limit work, and just over it give this answer, not a reset connection.',
    'When a single field is to blame, the body names it.',
    'With the cookies deleted, the same request succeeds.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'When a single field is too large, the content should say which one.',
    source: rfc(6585, '5'),
  },
  cache: {
    rule: 'never',
    note: 'A cache must not store it.',
    source: rfc(6585, '5'),
  },
  retry: { rule: 'changed', after: 'Make the header fields smaller first, for example by deleting cookies.' },
  example: {
    request:
      'GET /account HTTP/1.1\nHost: www.example.com\nCookie: session=9f2c41d7; cart=eyJpdGVtcyI6W3siaWQiOjEsIm4iOjJ9LHsiaWQiOjIs...',
    response:
      'HTTP/1.1 431 Request Header Fields Too Large\nContent-Type: text/plain\nConnection: close\n\nThe Cookie field is larger than 16 KiB. Delete the cookies of this site and try again.',
  },
  situations: [
    {
      when: 'the cookies of a site have grown past the limit',
      said: [
        'cookies are too big',
        'too many cookies in the request',
        'cookie header exceeds the server limit',
        'site works again after clearing cookies',
        'works in a private window but not in the normal one',
        'localhost dev server rejects the request because of old cookies',
      ],
      rival: 400,
    },
    {
      when: 'a token or another single field is too long',
      said: [
        'jwt in the authorization header is too long',
        'bearer token is huge because of all the groups in it',
        'kerberos token is too big for the header',
        'one header of the request is bigger than allowed',
        'referer header is extremely long',
      ],
    },
    {
      when: 'all header fields together pass the limit',
      said: [
        'total size of the request headers exceeds the limit',
        'too many headers in the request',
        'node max http header size exceeded',
        'the header section is larger than the server buffer',
        'headers sent by the client exceed eight kilobytes',
      ],
    },
  ],
  sources: [rfc(6585, '5'), mdn(431)],
  reviewed: '2026-11-25',
};
