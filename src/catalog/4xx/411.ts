import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const lengthRequired: RegisteredStatus = {
  code: 411,
  name: 'Length Required',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['content length required', 'missing content length', 'no content length', 'length is required'],
  meaning: 'The server refuses a request whose body length is not announced in Content-Length.',
  use: [
    'A body arrives chunked, without Content-Length, and your server must know the size beforehand.',
    'A policy or a service behind you cannot take bodies of unknown length.',
  ],
  avoid: [
    { text: 'The length is announced and too large.', instead: [413] },
    { text: 'The length is announced but is not a valid number, or contradicts the framing.', instead: [400] },
    { text: 'Your server can read chunked bodies: simply take them.', instead: [200] },
  ],
  received: [
    'Send the body with a Content-Length, counted in bytes, not in characters.',
    'If your client streams, switch off chunked transfer or buffer the body first.',
    'For a POST without a body, send Content-Length: 0.',
    'If you do send it, look for a proxy on the way that turns the body into chunks.',
  ],
  fault: 'client',
  provoke: [
    'Send a POST with Transfer-Encoding: chunked to a server that refuses it.',
    'Send a POST with neither body nor Content-Length, such as curl -X POST without data, to a strict server.',
  ],
  check: [
    'The same body with a Content-Length is taken.',
    'Content-Length: 0 is enough for a POST without a body.',
    'Requests over HTTP/2, where the length is optional, get the same treatment.',
  ],
  headers: [
    {
      name: 'Content-Length',
      on: 'request',
      level: 'SHOULD',
      why: 'The size of the body in bytes; send it when the body is not chunked, and here even instead of chunks.',
      source: rfc(9110, '8.6'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say that Content-Length is missing.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Kept only when told; there is no good reason to.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Add a valid Content-Length and send the request again.' },
  example: {
    request:
      'POST /imports HTTP/1.1\nHost: api.example.com\nContent-Type: text/csv\nTransfer-Encoding: chunked\n\n5\na,b,c\n0\n\n',
    response:
      'HTTP/1.1 411 Length Required\nConnection: close\nContent-Type: application/problem+json\n\n{ "title": "Content-Length is missing", "status": 411, "detail": "Chunked bodies are not taken here." }',
  },
  situations: [
    {
      when: 'the body comes without Content-Length, usually chunked, and the server must know the size first',
      said: [
        'content-length header is missing on a post',
        'chunked upload is refused because the server wants the size',
        'server insists on knowing the body size in advance',
        'transfer-encoding chunked is not supported by the upload service',
        'stream of unknown size sent to a server that needs the size',
        'put to storage without stating how many bytes follow',
        'body size not announced',
        'client has to state how long the body is',
      ],
    },
    {
      when: 'a POST has no body and the client left Content-Length out',
      said: [
        'curl -x post without data is refused by the server',
        'empty post needs content-length zero',
        'post with an empty body lacks the content-length header',
        'fetch with method post and no body is turned away for its missing size',
      ],
    },
    {
      when: 'a proxy or client library turns the body into chunks on the way',
      said: [
        'http library switched to chunked by itself and the backend rejects it',
        'proxy strips content-length from the upload',
        'old wsgi server cannot read chunked bodies',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.12'), rfc(9112, '6.3'), mdn(411)],
  reviewed: '2026-11-25',
};
