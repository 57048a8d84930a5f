import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const locked: RegisteredStatus = {
  code: 423,
  name: 'Locked',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['resource locked', 'resource is locked', 'file locked', 'webdav locked', 'webdav lock'],
  meaning: 'Somebody holds a lock on the resource, and the request did not show the key to it.',
  use: [
    'A WebDAV resource, or the one it would be copied or moved to, has a lock that the client does not hold.',
    'Your own API has explicit locks, such as check-out for editing, and another user has one.',
  ],
  avoid: [
    { text: 'Two edits collide, but nobody holds an explicit lock.', instead: [409] },
    { text: 'An If-Match shows that the client’s copy is old.', instead: [412] },
    { text: 'An account is disabled after too many failed logins.', instead: [403, 429] },
    { text: 'A row lock in your database timed out: that is your own trouble.', instead: [503] },
  ],
  received: [
    'Find out who has the lock: in WebDAV, ask for lockdiscovery with PROPFIND.',
    'If the lock is yours, send its token in the If header.',
    'Otherwise wait until it is released or runs out, then try again.',
    'A lock that a crashed client left behind can be removed by its owner or an administrator with UNLOCK.',
  ],
  fault: 'client',
  provoke: [
    'Take a lock with LOCK as one user, then PUT as another.',
    'PUT to a resource with your own lock, but leave the If header out.',
  ],
  check: [
    'The resource is unchanged.',
    'The body names the condition, such as lock-token-submitted, and the address that has the lock.',
    'After UNLOCK, or after the lock’s timeout, the same request succeeds.',
  ],
  headers: [
    {
      name: 'If',
      on: 'request',
      level: 'MUST',
      why: 'Carries the token of every lock that the change touches; one that is missing leads here.',
      source: rfc(4918, '7.5'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'WebDAV wants an XML error element with a condition such as lock-token-submitted or no-conflicting-lock.',
    source: rfc(4918, '11.3'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'any', after: 'It was not carried out: repeat it with the lock token, or once the lock is released.' },
  example: {
    request:
      'MOVE /drafts/plan.txt HTTP/1.1\nHost: dav.example.com\nDestination: https://dav.example.com/final/plan.txt\nIf: (<urn:uuid:150852e2-3847-42d5-8cbe-0f4f296f26cf>)',
    response:
      'HTTP/1.1 423 Locked\nContent-Type: application/xml; charset="utf-8"\n\n<?xml version="1.0" encoding="utf-8"?>\n<D:error xmlns:D="DAV:">\n  <D:lock-token-submitted><D:href>/final/plan.txt</D:href></D:lock-token-submitted>\n</D:error>',
  },
  situations: [
    {
      when: 'another client holds a WebDAV lock on the file or on its destination',
      said: [
        'somebody else has a lock on this file',
        'put to a webdav file that another user opened for editing',
        'lock token is missing',
        'move a file onto one that has a lock',
        'webdav client cannot save because another one holds the lock',
        'nextcloud sync fails because of a file lock',
      ],
    },
    {
      when: 'somebody has checked the thing out for editing and your API enforces that',
      said: [
        'document is checked out by another user',
        'record is being edited by somebody else right now',
        'exclusive edit lock is held by a colleague',
        'page in the cms is reserved by another editor',
        'pessimistic locking and the other user still has it',
        'terraform state has a lock',
      ],
      rival: 409,
    },
    {
      when: 'a long operation has frozen the resource and it cannot be changed until that ends',
      said: [
        'order cannot be edited while the invoice run holds it',
        'resource is frozen while a migration is running',
        'cannot write to it until the running job releases the lock',
      ],
      rival: 409,
    },
  ],
  sources: [rfc(4918, '11.3'), mdn(423)],
  reviewed: '2026-11-25',
};
