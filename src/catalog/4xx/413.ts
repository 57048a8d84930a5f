import { mdn, page, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const contentTooLarge: RegisteredStatus = {
  code: 413,
  name: 'Content Too Large',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'payload too large',
    'request entity too large',
    'entity too large',
    'request too large',
    'request body too large',
    'body too large',
    'file too large',
    'upload too large',
    'payload too big',
  ],
  meaning: 'The body of the request is larger than the server is willing or able to take.',
  use: [
    'An upload or JSON body exceeds the limit of this endpoint.',
    'Content-Length announces more than you take: refuse before reading it all.',
    'There is no room for so much just now; then say in Retry-After when to try again.',
  ],
  avoid: [
    { text: 'It is the address that is too long.', instead: [414] },
    { text: 'It is the headers or cookies that are too large.', instead: [431] },
    { text: 'A single field in the body is longer than your rules allow.', instead: [422, 400] },
    { text: 'The disk or quota of a WebDAV store is full.', instead: [507] },
    { text: 'There are too many requests, not too many bytes.', instead: [429] },
  ],
  received: [
    'Compare the size of your body with the documented limit; base64 makes a file a third larger.',
    'Send less: compress, split, page, or upload in parts to a storage address.',
    'Find out whose limit it is: CDN, proxy, framework and application each have one.',
    'In nginx it is client_max_body_size (1 MB by default), in Express the limit option of the body parser.',
  ],
  fault: 'client',
  provoke: [
    'Upload a file one byte larger than the limit.',
    'Send a large JSON array to an endpoint behind a default nginx.',
    'Announce a huge Content-Length together with Expect: 100-continue.',
  ],
  check: [
    'A body exactly at the limit is taken, one byte more is not.',
    'A chunked body, whose size is not announced, is stopped at the same limit.',
    'The limit is named in the error body, and every layer in front allows at least as much.',
    'No part of the refused upload stays behind.',
  ],
  headers: [
    {
      name: 'Retry-After',
      on: 'response',
      level: 'SHOULD',
      why: 'Only when the condition is temporary: when the client may try again.',
      source: rfc(9110, '15.5.14'),
    },
    {
      name: 'Connection',
      on: 'response',
      level: 'SHOULD',
      why: 'In HTTP/1.1, “close” when the server closes the connection instead of reading the rest of the body.',
      source: rfc(9112, '9.6'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Name the limit; but a client still busy sending may see a broken connection instead.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Kept only when told; there is no good reason to.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Send less; only with Retry-After may the same body be taken later.' },
  example: {
    request:
      'PUT /users/7/avatar HTTP/1.1\nHost: api.example.com\nContent-Type: image/png\nContent-Length: 52428800\nExpect: 100-continue\n\n',
    response:
      'HTTP/1.1 413 Content Too Large\nConnection: close\nContent-Type: application/problem+json\n\n{ "title": "Picture too large", "status": 413, "detail": "At most 5 MB, please.", "limitBytes": 5242880 }',
  },
  situations: [
    {
      when: 'an uploaded file is larger than the server takes',
      said: [
        'uploaded file is too big',
        'the file exceeds the upload limit',
        'user uploads a huge video',
        'avatar picture is bigger than allowed',
        'attachment is over the maximum size',
        'image upload fails because of its size',
        'pdf has more megabytes than we take',
        'form upload larger than the limit',
        'max upload size exceeded',
        'multipart file bigger than the configured maximum',
        'photo from the phone is too heavy',
        'backup archive is too big to upload',
      ],
    },
    {
      when: 'the JSON or form body is larger than the framework or endpoint allows',
      said: [
        'json body exceeds the body parser limit',
        'post data is too big for express',
        'the body is larger than the server is willing to process',
        'payload exceeds the maximum size',
        'body size limit of the api gateway is exceeded',
        'image embedded in the json makes it too big',
        'graphql query document is megabytes long',
        'content-length is above our limit',
        'form post exceeds post_max_size',
        'lambda cannot take such a big event',
        'prompt or document sent to the api has too many bytes',
      ],
    },
    {
      when: 'a proxy, ingress or CDN in front has a smaller limit than the application',
      said: [
        'client_max_body_size in nginx is too small',
        'ingress proxy-body-size is too small for the upload',
        'docker push of a big layer fails at the reverse proxy',
        'cdn limits the upload size on our plan',
        'client intended to send too large body in the nginx log',
        'works without nginx but the big upload fails behind it',
        'git push over https fails with a big pack behind the proxy',
        'iis request filtering limits the size of the upload',
      ],
    },
    {
      when: 'a batch has more items than one call may carry',
      said: [
        'bulk import with too many rows in one call',
        'batch contains more items than allowed',
        'too many records in a single bulk insert',
        'array in the body has more entries than the maximum',
        'too many log lines in one ingest call',
      ],
      rival: 400,
    },
    {
      when: 'the server has no room for so much just now',
      said: [
        'temporarily not enough room for such a large upload',
        'upload refused for now because the buffer disk is nearly full',
        'the big file can be sent again later when there is space',
      ],
      rival: 507,
    },
  ],
  sources: [
    rfc(9110, '15.5.14'),
    page(
      'nginx: client_max_body_size',
      'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
    ),
    mdn(413),
  ],
  reviewed: '2026-11-25',
};
