import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const loopDetected: RegisteredStatus = {
  code: 508,
  name: 'Loop Detected',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['infinite loop detected', 'loop found', 'endless loop detected'],
  meaning: 'The server walked through a whole WebDAV tree, found itself in an endless loop and gave up the operation.',
  use: [
    'A WebDAV request with Depth: infinity meets a collection that contains itself through a binding.',
    'Some platforms also say it when requests or functions call each other in a circle.',
  ],
  avoid: [
    { text: 'The client has said in its DAV field that it knows bindings: list the member once.', instead: [208] },
    { text: 'The client tries to create such a loop, and you do not allow it.', instead: [409] },
    { text: 'Proxies send the request round in a circle.', instead: [502] },
    { text: 'An endless loop in your own code.', instead: [500] },
  ],
  received: [
    'Ask with Depth: 1 and walk the tree yourself, remembering what you have seen.',
    'Send DAV: bind if your client understands 208.',
    'On shared hosting it often means something else: the account has reached its resource limits.',
    'On a serverless platform, look for a function or rewrite that calls its own address.',
  ],
  fault: 'server',
  provoke: [
    'Bind a collection into itself with BIND, then send PROPFIND with Depth: infinity and no DAV field.',
    'Let a function on a platform that guards against loops call its own address.',
  ],
  check: [
    'The whole operation failed: no partial multi-status answer came.',
    'With DAV: bind the same request succeeds and lists the member as 208.',
  ],
  headers: [
    {
      name: 'Depth',
      on: 'request',
      level: 'MAY',
      why: 'Infinity asks for the whole tree, which is what runs into the loop.',
      source: rfc(5842, '7.2'),
    },
    {
      name: 'DAV',
      on: 'request',
      level: 'MAY',
      why: 'With “bind” the client says that it understands 208 and need not get this failure.',
      source: rfc(5842, '8.2'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say where the loop is, except in an answer to HEAD.',
    source: rfc(9110, '15.6'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Ask for less depth, or remove the loop first.' },
  example: {
    request: 'PROPFIND /projects/ HTTP/1.1\nHost: dav.example.com\nDepth: infinity',
    response:
      'HTTP/1.1 508 Loop Detected\nContent-Type: application/problem+json\n\n{ "title": "The collection contains itself", "status": 508, "detail": "/projects/old/ leads back to /projects/." }',
  },
  situations: [
    {
      when: 'a WebDAV request for a whole tree meets a collection that contains itself',
      said: [
        'webdav collection contains itself',
        'depth infinity runs in circles',
        'propfind on a folder that is bound into itself never ends',
        'recursive listing of folders never comes to an end',
        'endless recursion while walking the webdav tree',
        'symlink cycle when listing directories over webdav',
      ],
    },
    {
      when: 'requests call each other in a circle and the platform stops them',
      said: [
        'two services call each other forever',
        'the function fetches its own url again and again',
        'serverless function triggers itself endlessly',
        'rewrite rule sends the request back to itself inside the server',
        'proxy forwards to itself',
        'requests go round in a circle between two proxies',
      ],
      rival: 502,
    },
  ],
  sources: [rfc(5842, '7.2'), mdn(508)],
  reviewed: '2026-11-25',
};
