import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const earlyHints: RegisteredStatus = {
  code: 103,
  name: 'Early Hints',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['early hint', 'preload hints', 'link preload hints'],
  meaning:
    'A first response with Link headers, so the browser can load styles and scripts while the server still builds the page.',
  use: [
    'The page takes the server noticeable time, and you already know which styles, fonts or scripts it needs.',
    'A CDN knows the hints from earlier responses and can send them before the origin answers.',
  ],
  avoid: [
    { text: 'The final answer is ready: put the Link headers right into it.', instead: [200] },
    { text: 'You want to send progress of a long job.', instead: [202] },
    {
      text: 'The client is an old HTTP/1.1 client that may mistake it for the final answer: skip the hints.',
      instead: [200],
    },
  ],
  received: [
    'Treat the headers as hints only; the final response decides.',
    'Start loading or connecting to what Link names, if you are a browser; an API client may ignore it.',
    'If it shows up as the result of a call, your HTTP client does not handle interim responses.',
  ],
  fault: 'nobody',
  provoke: [
    'Turn the feature on at the CDN or server and load a slow page over HTTP/2 or HTTP/3.',
    'In Node, call response.writeEarlyHints() before the real response.',
    'Ask with curl -v and look for a second header block.',
  ],
  check: [
    'Every hint is repeated in the final response, or no longer needed there.',
    'Hints do not leak anything that only signed-in users may know.',
    'A redirect or an error can still follow, and the client copes with it.',
  ],
  headers: [
    {
      name: 'Link',
      on: 'response',
      level: 'MAY',
      why: 'Usually names what to load (rel=preload) or which host to connect to (rel=preconnect) ahead of time.',
      source: rfc(8297, '2'),
    },
  ],
  body: { rule: 'never', note: 'An interim response ends with its headers.', source: rfc(9110, '15.2') },
  cache: {
    rule: 'never',
    note: 'A cache stores only final responses, and this one is interim.',
    source: rfc(9111, '3'),
  },
  retry: { rule: 'pointless', after: 'The final response is on its way: wait for it.' },
  example: {
    request: 'GET /shop HTTP/1.1\nHost: www.example.com\nAccept: text/html\n\n',
    response:
      'HTTP/1.1 103 Early Hints\nLink: </style.css>; rel=preload; as=style\nLink: <https://cdn.example.com>; rel=preconnect\n\nHTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nLink: </style.css>; rel=preload; as=style\n\n<!doctype html><title>Shop</title>',
  },
  situations: [
    {
      when: 'the browser can start loading assets while the server still prepares the page',
      said: [
        'let the browser preload css and js while the server is still thinking',
        'send link headers before the final response',
        'start fetching fonts before the html is ready',
        'speed up page load by telling the browser about assets ahead of time',
        'preconnect to a cdn before the page has been rendered',
        'replacement for http2 server push',
        'hint which stylesheets will be needed',
        'give the browser a head start on critical resources',
        'improve largest contentful paint while the backend is slow',
        'cdn sends preload links before the origin answers',
      ],
    },
    {
      when: 'an informational response with Link headers shows up before the final one',
      said: [
        'informational answer with rel preload links',
        'extra header block with link headers before the html response',
        'node writeearlyhints sends which response',
      ],
    },
  ],
  sources: [rfc(8297, '2'), mdn(103)],
  reviewed: '2026-11-25',
};
