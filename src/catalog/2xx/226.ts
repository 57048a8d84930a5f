import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const imUsed: RegisteredStatus = {
  code: 226,
  name: 'IM Used',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['im-used', 'instance manipulation used', 'instance manipulations used', 'delta encoding used'],
  meaning:
    'It worked, and the body is not the whole thing but, for example, only the difference to a version the client has.',
  use: [
    'A GET offers a delta format in A-IM and names its old version in If-None-Match, and you can send the difference.',
    'A feed server sends only entries that are new since the client’s version.',
  ],
  avoid: [
    { text: 'The client did not send A-IM.', instead: [200] },
    { text: 'Nothing has changed.', instead: [304] },
    { text: 'The client wants a range of bytes.', instead: [206] },
    { text: 'The difference would be bigger than the whole.', instead: [200] },
  ],
  received: [
    'Read IM: it names what was done to the content, such as vcdiff, feed or gzip.',
    'Apply the difference to your stored version to get the current one, and keep its ETag.',
    'If you have lost the old version, ask again without A-IM and without If-None-Match.',
  ],
  fault: 'nobody',
  provoke: [
    'Ask a feed with If-None-Match and A-IM: feed, where the server supports it; few do.',
    'Let a mock server answer with it and see whether your client copes.',
  ],
  check: [
    'Old version plus difference is byte for byte what a plain GET gives.',
    'A client without A-IM gets the full content.',
    'A cache that does not know the code does not serve the difference to other clients.',
  ],
  headers: [
    {
      name: 'A-IM',
      on: 'request',
      level: 'MUST',
      why: 'Lists the manipulations the client can undo; without it this code is not allowed.',
      source: rfc(3229, '10.4.1'),
    },
    {
      name: 'ETag',
      on: 'response',
      level: 'MUST',
      why: 'The version mark of the current full content.',
      source: rfc(3229, '10.4.1'),
    },
    {
      name: 'IM',
      on: 'response',
      level: 'SHOULD',
      why: 'Names the manipulations that were applied, in their order; without it nobody could undo them.',
      source: rfc(3229, '10.5.2'),
    },
    {
      name: 'If-None-Match',
      on: 'request',
      level: 'MAY',
      why: 'Names the version the client holds, against which a difference can be made.',
      source: rfc(3229, '5.2'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'The manipulated content, such as a difference to an older version.',
    source: rfc(3229, '10.4.1'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache that knows this code may use it under the usual expiry rules; others have to leave it alone.',
    source: rfc(3229, '10.4.1'),
  },
  retry: { rule: 'pointless', after: 'It worked; ask without A-IM if you need the full content.' },
  example: {
    request: 'GET /news.atom HTTP/1.1\nHost: www.example.com\nIf-None-Match: "monday"\nA-IM: feed\n\n',
    response:
      'HTTP/1.1 226 IM Used\nETag: "tuesday"\nIM: feed\nDate: Tue, 24 Nov 2026 10:15:00 GMT\nCache-Control: no-store\nContent-Type: application/atom+xml\n\n<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><!-- only the new entries --></feed>',
  },
  situations: [
    {
      when: 'the server sends only the difference to the version the client has',
      said: [
        'send only the diff to the version the client already has',
        'delta encoding of a document',
        'return just what changed since the etag the client sent, as a delta',
        'patch format instead of the whole document on a get',
        'vcdiff response',
        'binary diff of a file instead of the full download',
        'http delta updates to save bandwidth',
      ],
    },
    {
      when: 'a feed server sends only new entries',
      said: [
        'rss feed with only the entries that are new to this reader',
        'rfc3229 feed delta',
        'feed reader sends a-im feed',
        'atom feed returns only new entries',
      ],
    },
  ],
  sources: [rfc(3229, '10.4.1'), mdn(226)],
  reviewed: '2026-11-25',
};
