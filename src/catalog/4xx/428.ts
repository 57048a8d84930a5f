import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const preconditionRequired: RegisteredStatus = {
  code: 428,
  name: 'Precondition Required',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['precondition needed', 'missing precondition', 'precondition missing', 'conditional request required'],
  meaning: 'The server takes this change only with a condition such as If-Match, and the request has none.',
  use: [
    'You want to rule out lost updates, and a PUT, PATCH or DELETE comes without If-Match.',
    'A create must not overwrite, and a PUT comes without If-None-Match: *.',
  ],
  avoid: [
    { text: 'A condition was sent and is false.', instead: [412] },
    { text: 'Two changes collide, and conditions play no part in it.', instead: [409] },
    { text: 'A field or parameter is missing, not a condition.', instead: [400, 422] },
    { text: 'A step of your process must be done first, such as accepting the terms.', instead: [403, 409] },
  ],
  received: [
    'GET the resource first and keep its ETag.',
    'Send the change again with If-Match and that ETag.',
    'If that gives 412, somebody was faster: read the new state, merge, and try again.',
  ],
  fault: 'client',
  provoke: [
    'Send a PUT or DELETE without If-Match to an API that asks for it.',
    'Take a change that works with If-Match, and send it again without that header.',
  ],
  check: [
    'The resource is unchanged.',
    'The body says which condition to send.',
    'With the current ETag the change succeeds, and with an old one it gives 412.',
    'A GET of the resource does carry an ETag or a Last-Modified date.',
  ],
  headers: [
    {
      name: 'If-Match',
      on: 'request',
      level: 'MAY',
      why: 'The condition most servers want here: change it only if this is still its ETag.',
      source: rfc(9110, '13.1.1'),
    },
    {
      name: 'If-Unmodified-Since',
      on: 'request',
      level: 'MAY',
      why: 'The same by date, for resources that have no ETag.',
      source: rfc(9110, '13.1.4'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Explains how to send the request so that it succeeds (a SHOULD of RFC 6585).',
    source: rfc(6585, '3'),
  },
  cache: {
    rule: 'never',
    note: 'A cache must not store it.',
    source: rfc(6585, '3'),
  },
  retry: { rule: 'changed', after: 'Read the resource, then repeat the change with its ETag in If-Match.' },
  example: {
    request:
      'PUT /articles/7 HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nContent-Length: 27\n\n{ "title": "Second draft" }',
    response:
      'HTTP/1.1 428 Precondition Required\nContent-Type: application/problem+json\n\n{ "title": "Send If-Match", "status": 428, "detail": "GET the article first and send its ETag in If-Match." }',
  },
  situations: [
    {
      when: 'a change comes without If-Match, and the server guards against lost updates',
      said: [
        'put without if-match header',
        'if-match header is missing',
        'client must send the etag when updating',
        'force clients to send an etag for optimistic locking',
        'update request has no etag',
        'delete without an if-match is not allowed here',
        'prevent the lost update problem by insisting on conditional headers',
        'require clients to make their updates conditional',
        'optimistic concurrency is mandatory and the version header was not sent',
        'patch came without the if-unmodified-since header we insist on',
      ],
      rival: 400,
    },
    {
      when: 'a PUT that creates must say that it does not mean to overwrite',
      said: [
        'put to create without if-none-match',
        'client must promise not to overwrite an existing object',
        'avoid accidental overwrite by demanding if-none-match star',
      ],
    },
  ],
  sources: [rfc(6585, '3'), mdn(428)],
  reviewed: '2026-11-25',
};
