import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const uriTooLong: RegisteredStatus = {
  code: 414,
  name: 'URI Too Long',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'request-uri too long',
    'request uri too long',
    'request-uri too large',
    'request uri too large',
    'url too long',
    'uri too large',
  ],
  meaning: 'The address in the request line is longer than the server is willing to read.',
  use: [
    'The path and query together pass a length limit that you set on purpose.',
    'A redirect rule keeps adding to the address, and you cut the loop here.',
  ],
  avoid: [
    { text: 'The body is too big, not the address.', instead: [413] },
    { text: 'A header field such as Cookie or Authorization is too big.', instead: [431] },
    { text: 'The address has a good length but is malformed or has bad parameters.', instead: [400] },
  ],
  received: [
    'Move the long part, such as a filter or a list of ids, from the query string into a request body.',
    'Look for a form or client that sends with GET what was meant for POST.',
    'If the address grows with every redirect, fix the redirect rule.',
    'If it is your server, find which hop has the lowest limit: balancer, proxy or application.',
  ],
  fault: 'client',
  provoke: [
    'Append a query parameter of ten thousand characters to an address that works.',
    'Ask for a list by several hundred ids in one query string.',
  ],
  check: [
    'An address just under the limit works, and one just over it gives this answer instead of a cut query or a reset.',
    'The limit is at least 8000 bytes, the minimum that RFC 9110 §4.1 recommends.',
    'The same limit holds at every hop, so the answer does not depend on the route.',
  ],
  headers: [],
  body: {
    rule: 'optional',
    note: 'A short text that names the limit helps; servers often send a plain page before any application sees the request.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'default',
    note: 'A cache may keep it without being told: the same long address stays too long.',
    source: rfc(9110, '15.5.15'),
  },
  retry: { rule: 'changed', after: 'Shorten the address first; the same one is refused again.' },
  example: {
    request: 'GET /orders?id=10001,10002,10003,...,14999 HTTP/1.1\nHost: api.example.com\nAccept: application/json',
    response:
      'HTTP/1.1 414 URI Too Long\nContent-Type: application/problem+json\n\n{ "title": "Address too long", "status": 414, "detail": "At most 8000 bytes. Send the ids with POST /orders/search." }',
  },
  situations: [
    {
      when: 'the query string carries more than the server will read in an address',
      said: [
        'the query string is too long',
        'url with thousands of characters',
        'get request with a huge list of ids in the query',
        'too many query parameters make the address exceed the limit',
        'filter in the url is longer than the server allows',
        'the link is way too long for the server',
        'passing a whole json document as a query parameter',
        'search with hundreds of ids appended to the path',
        'address exceeds the maximum length',
        'max url length reached on nginx',
      ],
    },
    {
      when: 'a form or client puts into the address what belongs in a body',
      said: [
        'form submitted with get instead of post and the data went into the url',
        'base64 image in the query string',
        'client turned a post with lots of data into a get',
        'graphql query sent by get is too big for the address',
      ],
    },
    {
      when: 'an address grows with every step of a redirect loop',
      said: [
        'redirect loop keeps appending to the url until it is rejected',
        'the return url parameter nests itself again and again',
        'every redirect makes the address longer',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.15'), mdn(414)],
  reviewed: '2026-11-25',
};
