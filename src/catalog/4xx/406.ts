import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const notAcceptable: RegisteredStatus = {
  code: 406,
  name: 'Not Acceptable',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'no acceptable representation',
    'content negotiation failed',
    'not acceptable error',
    'accept header mismatch',
  ],
  meaning:
    'The resource exists, but not in any form the Accept headers of the request allow, and the server sends no default.',
  use: [
    'The Accept header asks only for formats this resource does not come in.',
    'Accept-Language or Accept-Encoding rules out everything you have, and a default would not help.',
    'The API version asked for in Accept does not exist.',
  ],
  avoid: [
    { text: 'The body that was sent is in a format you do not read.', instead: [415] },
    { text: 'A default format would serve the client well: the standard lets you ignore Accept.', instead: [200] },
    { text: 'The values in the request are not acceptable in the everyday sense.', instead: [400, 422] },
  ],
  received: [
    'Look at the Accept headers you really sent; libraries often add their own.',
    'Try Accept: */* to see what the server has, then ask for that.',
    'Check for a missing encoder on the server: frameworks say 406 when they cannot write the format asked for.',
    'On shared hosting, a security module such as ModSecurity may be answering instead of the application.',
  ],
  fault: 'client',
  provoke: [
    'Send Accept: application/xml to an API that only speaks JSON.',
    'Send Accept: image/png to an endpoint that returns text.',
    'Ask for a media type version that was never published.',
  ],
  check: [
    'The body lists the formats that are available.',
    'Accept: */* and a missing Accept header both get a normal answer.',
    'Quality values are respected: a type with q=0 is never sent.',
    'Clients that accept problem+json or JSON can read the error itself.',
  ],
  headers: [
    {
      name: 'Accept',
      on: 'request',
      level: 'MAY',
      why: 'The media types the client can use; Accept-Language and Accept-Encoding count in the same way.',
      source: rfc(9110, '12.5.1'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'List the available forms and their addresses, so that a person or program can choose one.',
    source: rfc(9110, '15.5.7'),
  },
  cache: {
    rule: 'explicit',
    note: 'Kept only when told; then Vary has to name the Accept headers it depends on.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Ask for a form the server has, or allow anything with Accept: */*.' },
  example: {
    request: 'GET /invoices/12 HTTP/1.1\nHost: api.example.com\nAccept: text/csv',
    response:
      'HTTP/1.1 406 Not Acceptable\nContent-Type: application/problem+json\n\n{ "title": "No such format", "status": 406, "detail": "This invoice comes as JSON or PDF.",\n  "available": ["application/json", "application/pdf"] }',
  },
  situations: [
    {
      when: 'the Accept header allows only formats the resource does not come in',
      said: [
        'client wants xml but the api only produces json',
        'accept header asks for something the server cannot produce',
        'caller asks for csv and we do not offer csv',
        'the accept header does not match any format we have',
        'server cannot answer in the requested format',
        'requested response format is not supported',
        'no representation fits the accept headers',
        'browser asks for html but the endpoint only returns json',
        'client only takes pdf and there is none',
        'asked for a png but only jpeg exists',
        'accept says yaml',
        'we can not deliver the media type the client expects back',
        'response type the client demands is not available',
        'negotiation of the format fails',
        'consumer insists on protobuf in the reply',
      ],
    },
    {
      when: 'no language, character set or encoding that the request allows is available',
      said: [
        'accept-language asks for a language we have no translation for',
        'page is not available in french and there is no fallback',
        'client rules out every encoding including identity',
        'accept-encoding only allows brotli and we cannot compress',
        'accept-charset the server cannot write',
        'content not available in the preferred language',
      ],
      rival: 200,
    },
    {
      when: 'the version asked for in the Accept header does not exist',
      said: [
        'api version in the accept header is unknown',
        'vendor media type with a version that does not exist',
        'client asks for an old version through the accept header',
        'versioning by media type and the version is not supported',
      ],
    },
    {
      when: 'the framework cannot write the answer in the form asked for',
      said: [
        'spring has no message converter for the accept type',
        'serializer for the requested format is missing on the classpath',
        'rails respond_to has no block for this format',
        'could not write the response in the type the client wants',
        'url ends in an extension that maps to a format we do not produce',
        'django rest framework has no renderer for the accept header',
      ],
    },
    {
      when: 'a security module on shared hosting objects to the request',
      said: [
        'mod_security on shared hosting rejects my wordpress page',
        'hosting rejects the user agent with an accept error',
        'modsecurity rule fires on the form',
      ],
      rival: 403,
    },
    {
      when: 'a streaming or event endpoint is called without accepting its stream type',
      said: [
        'client does not accept event stream',
        'sse endpoint called without text/event-stream in accept',
        'mcp client must take both json and event stream',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.7'), rfc(9110, '12.4.1'), mdn(406)],
  reviewed: '2026-11-25',
};
