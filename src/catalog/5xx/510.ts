import { mdn, page, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const notExtended: RegisteredStatus = {
  code: 510,
  name: 'Not Extended',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['extension required', 'http extension required', 'missing http extension'],
  meaning: 'The server wants the request to declare an HTTP extension first; its framework is historic and obsolete.',
  use: [
    'Do not use it in anything new: the extension framework it belongs to was retired as historic.',
    'Only in a system that still speaks RFC 2774: the request lacks an extension your policy demands.',
  ],
  avoid: [
    { text: 'A header your API requires is missing.', instead: [400] },
    { text: 'The request must be conditional.', instead: [428] },
    { text: 'The client must switch to another protocol.', instead: [426] },
    { text: 'A method is unknown to the server.', instead: [501] },
  ],
  received: [
    'Read the body: it should say which extension the server wants declared.',
    'If you never heard of RFC 2774, suspect an application that picked the number for something of its own.',
    'Ask whoever runs the server what they mean by it.',
  ],
  fault: 'server',
  provoke: [
    'With a stub: no common server sends it by itself.',
    'On a server with such a policy, send a plain GET instead of M-GET with the extension in Man.',
  ],
  check: [
    'The body says all that a client needs to send an extended request.',
    'The client shows the body or gives up; it does not repeat the same request.',
  ],
  headers: [
    {
      name: 'Man',
      on: 'request',
      level: 'MAY',
      why: 'Declares the mandatory extension in the next attempt, whose method then starts with “M-”.',
      source: rfc(2774, '5'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Tell the client everything it needs to declare the extension and ask again.',
    source: rfc(2774, '7'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Repeat it only with the extension that the answer asks for.' },
  example: {
    request: 'GET /archive/1999 HTTP/1.1\nHost: www.example.com',
    response:
      'HTTP/1.1 510 Not Extended\nContent-Type: text/plain\n\nRepeat the request as M-GET and declare the extension\n"https://www.example.com/extensions/audit" in Man.',
  },
  situations: [
    {
      when: 'the server’s policy demands an HTTP extension that the request does not declare',
      said: [
        'server demands an http extension that the request does not declare',
        'mandatory extension declaration is missing',
        'policy for accessing the resource asks for an extension',
        'the request lacks the man header of the extension framework',
        'http extension framework policy not met',
        'plain get where an m-get was needed',
      ],
    },
    {
      when: 'a client declares an extension in the historic framework and the server does not take it',
      said: [
        'the extension the client declared is not supported by the server',
        'proxy stripped the extension declaration on the way',
        'm-post request reaches a server that does not accept the extension',
        'upnp style extension header was lost',
      ],
    },
  ],
  sources: [
    rfc(2774, '7'),
    mdn(510),
    page(
      'Status change: HTTP experiments to Historic',
      'https://datatracker.ietf.org/doc/status-change-http-experiments-to-historic/',
    ),
  ],
  reviewed: '2026-11-25',
};
