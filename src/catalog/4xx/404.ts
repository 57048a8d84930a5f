import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const notFound: RegisteredStatus = {
  code: 404,
  name: 'Not Found',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['page not found', 'resource not found', 'file not found', 'url not found', 'no such page'],
  meaning: 'The server has nothing at this address, or will not say that it has.',
  use: [
    'No resource answers to this path or id.',
    'The resource exists, but its existence is a secret to this client.',
  ],
  avoid: [
    { text: 'It was here and is gone for good, and you want clients and crawlers to forget it.', instead: [410] },
    { text: 'The client may know it exists but may not see it.', instead: [403] },
    { text: 'A search or list is merely empty: that is a success with nothing in it.', instead: [200, 204] },
    { text: 'The address exists, but not with this method.', instead: [405] },
    { text: 'An id inside the body points to nothing, while the address itself is fine.', instead: [422, 409] },
  ],
  received: [
    'Check the address letter by letter: host, path, version prefix, trailing slash, id.',
    'Check that the thing was created, and in this environment.',
    'If you are sure it exists, your account may not be allowed to see it.',
    'Look at the body: a proxy’s own page means the request never reached the application.',
  ],
  fault: 'client',
  provoke: [
    'Ask for an id that was never created.',
    'Misspell one segment of a path that works.',
    'Delete a resource, then ask for it again.',
  ],
  check: [
    'The error body has the shape of your API and does not name internals or file paths.',
    'Somebody else’s private resource and a missing one give the same answer, in about the same time.',
    'A page that says “not found” really carries 404, not 200.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'Say what was not found, except in an answer to HEAD.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'default',
    note: 'A cache may keep it without being told, so a new page can stay missing for a while.',
    source: rfc(9110, '15.5.5'),
  },
  retry: {
    rule: 'changed',
    after: 'Correct the address first; the same request will most likely get the same answer.',
  },
  example: {
    request: 'GET /users/9999 HTTP/1.1\nHost: api.example.com\nAccept: application/json',
    response:
      'HTTP/1.1 404 Not Found\nContent-Type: application/problem+json\n\n{ "title": "No such user", "status": 404, "detail": "There is no user 9999." }',
  },
  situations: [
    {
      when: 'the id in the address matches nothing',
      said: [
        'the user with that id does not exist',
        'no record with this id in the database',
        'get by id but there is no such item',
        'the repository returns null for this id',
        'no row matches the primary key in the url',
        'asking for an order that does not exist',
        'nonexistent product',
        'resource missing',
        'the thing the client asks for is not there',
        'cannot find the requested item',
        'no customer with this number',
        'uuid in the path is valid but belongs to nothing',
        'looking up a single entity that is not in the system',
      ],
    },
    {
      when: 'the path itself leads nowhere',
      said: [
        'the page is missing',
        'the url does not exist on this server',
        'route is not defined',
        'endpoint doesnt exist',
        'typo in the path',
        'wrong url',
        'unknown path under the api',
        'no controller matches the url',
        'visitor mistyped the address',
        'api version in the path never existed',
      ],
    },
    {
      when: 'a link is dead or a file is not where it should be',
      said: [
        'broken link',
        'dead link on our website',
        'image file does not exist',
        'missing favicon',
        'file was renamed and the old link leads nowhere',
        'static asset is missing after the deploy',
        'download of a file that is not on disk',
        'avatar picture is not there',
      ],
    },
    {
      when: 'a change is aimed at something that is not there',
      said: [
        'updating something that does not exist',
        'put to an id that does not exist and the api does not create it',
        'patch for a missing record',
        'editing an order nobody ever placed',
      ],
    },
    {
      when: 'a delete is aimed at something that is not there',
      said: [
        'trying to delete an item that was never there',
        'delete called twice for the same thing',
        'deleting a resource that was already deleted',
        'removing a nonexistent cart item',
      ],
      rival: 204,
    },
    {
      when: 'the resource must stay hidden from this client, even its existence',
      said: [
        'hide that the resource exists from users without permission',
        'not leak whether a private repository exists',
        'pretend it is not there if the user may not see it',
        'do not reveal that the document exists',
        'avoid letting strangers guess valid ids',
      ],
      rival: 403,
    },
    {
      when: 'the parent named in the path is not there',
      said: [
        'post a comment to an article that does not exist',
        'parent resource in the url is missing',
        'list the orders of a customer who does not exist',
        'add a member to a team that is not there',
        'nested route whose parent id is unknown',
      ],
    },
    {
      when: 'the application exists, but the proxy or deployment does not lead to it',
      said: [
        'ingress has no rule for this path',
        'proxy strips the prefix so the app does not know the route',
        'single page app route breaks on reload',
        'works locally but the route is missing in production',
        'the new endpoint is not deployed yet',
        'trailing slash breaks the route',
        's3 key does not exist',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.5'), mdn(404)],
  reviewed: '2026-11-25',
};
