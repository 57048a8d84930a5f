import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const nonAuthoritativeInformation: RegisteredStatus = {
  code: 203,
  name: 'Non-Authoritative Information',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'non authoritative information',
    'nonauthoritative information',
    'non-authoritative',
    'non authoritative',
    'non-authoritative answer',
    'partial information',
  ],
  meaning: 'It worked, but a proxy on the way has changed the body that the origin server sent.',
  use: [
    'You run a transforming proxy and want to tell clients that this is not the original content.',
    'A proxy shrank images, rewrote links or translated the page of a 200 answer.',
  ],
  avoid: [
    { text: 'You are the origin server: the content is yours, whatever you built it from.', instead: [200] },
    {
      text: 'The response carries Cache-Control: no-transform: then the content must not be changed at all.',
      instead: [200],
    },
    { text: 'A proxy only passes the answer on or serves it from its cache unchanged.', instead: [200] },
  ],
  received: [
    'Use it like a 200, knowing that the bytes may differ from the original.',
    'If you need the original, take a path without that proxy, or ask with Cache-Control: no-transform.',
    'Do not compare checksums or signatures of the original with this body.',
  ],
  fault: 'nobody',
  provoke: [
    'Load a page through a proxy that rewrites or compresses content, if you have one.',
    'Let a mock server return it and watch what your client does.',
  ],
  check: [
    'The client treats it as a success.',
    'A later conditional request over another path does not mix up the two versions.',
  ],
  headers: [
    {
      name: 'Cache-Control',
      on: 'response',
      level: 'MAY',
      why: 'An origin that writes no-transform forbids proxies to change the content, and so prevents this code.',
      source: rfc(9110, '7.7'),
    },
  ],
  body: { rule: 'expected', note: 'The changed content.', source: rfc(9110, '15.3.4') },
  cache: {
    rule: 'default',
    note: 'A cache may keep it without being told; its validators may only fit this path through these proxies.',
    source: rfc(9110, '15.3.4'),
  },
  retry: { rule: 'pointless', after: 'It worked; over the same path you get the changed content again.' },
  example: {
    request: 'GET /photos/cat.jpg HTTP/1.1\nHost: www.example.com\nAccept: image/*\n\n',
    response:
      'HTTP/1.1 203 Non-Authoritative Information\nVia: 1.1 mobile-proxy.example.com\nContent-Type: image/webp\nContent-Length: 18432\n\n(the picture, made smaller by the proxy)',
  },
  situations: [
    {
      when: 'a proxy changed the content before passing it on',
      said: [
        'proxy modified the response body',
        'transforming proxy recompressed the images',
        'the content was altered on the way by an intermediary',
        'gateway rewrote the html that came from the origin',
        'mobile carrier proxy shrinks pictures',
        'success but the body is not exactly what the origin server sent',
        'translation proxy changed the page',
        'intermediary injected something into the page',
      ],
    },
    {
      when: 'the answer comes from a copy or a third party, and the middleman wants to say so',
      said: [
        'data comes from a third party copy and not from the origin',
        'metadata was collected from another source than the origin server',
        'aggregating proxy answers with its own version of the resource',
      ],
      rival: 200,
    },
  ],
  sources: [rfc(9110, '15.3.4'), mdn(203)],
  reviewed: '2026-11-25',
};
