import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const unsupportedMediaType: RegisteredStatus = {
  code: 415,
  name: 'Unsupported Media Type',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'unsupported content type',
    'unsupported mime type',
    'unsupported media',
    'media type not supported',
    'content type not supported',
    'invalid content type',
    'wrong content type',
  ],
  meaning: 'The body you sent is in a format or a content coding that this address does not take.',
  use: [
    'The Content-Type is missing or names a format that this method on this address cannot read.',
    'The Content-Encoding of the request, such as br, is one you do not decode.',
    'You looked into the bytes and they are not the format that the header claims.',
    'A PATCH arrives in a patch format you do not implement.',
  ],
  avoid: [
    {
      text: 'It is the answer’s format that does not fit: the Accept header asks for one you cannot produce.',
      instead: [406],
    },
    { text: 'The format is right but the text in it does not parse, such as broken JSON.', instead: [400] },
    { text: 'The body parses, but a value in it breaks your rules.', instead: [422] },
    { text: 'The file has an allowed type but is too big.', instead: [413] },
  ],
  received: [
    'Compare the Content-Type you really sent with what the API’s documentation asks for.',
    'Look in the answer for Accept, Accept-Patch or Accept-Encoding: they list what would work.',
    'Check that your client library did not set text/plain or a form type by itself.',
    'With multipart/form-data, let the library write the header, so that the boundary is in it.',
  ],
  fault: 'client',
  provoke: [
    'Send a valid JSON body with Content-Type: text/plain.',
    'Send the body with no Content-Type at all.',
    'Send XML to an address that takes JSON only.',
    'Send Content-Encoding: br to a server that decodes gzip only.',
  ],
  check: [
    'Nothing was stored or changed.',
    'A charset parameter or other capital letters in Content-Type do not trigger it.',
    'The answer says which formats are taken, in a header or in the body.',
    'A wrong Accept header gives 406 or another format, never this code.',
  ],
  headers: [
    {
      name: 'Accept',
      on: 'response',
      level: 'MAY',
      why: 'Lists the media types that the body could have had.',
      source: rfc(9110, '15.5.16'),
    },
    {
      name: 'Accept-Encoding',
      on: 'response',
      level: 'SHOULD',
      why: 'Only when the content coding was the problem: lists the codings that would have been taken.',
      source: rfc(9110, '15.5.16'),
    },
    {
      name: 'Accept-Patch',
      on: 'response',
      level: 'SHOULD',
      why: 'Only in an answer to PATCH: lists the patch formats that this resource takes.',
      source: rfc(5789, '2.2'),
    },
    {
      name: 'Content-Type',
      on: 'request',
      level: 'SHOULD',
      why: 'Says what the body is; its absence is a usual cause of this code.',
      source: rfc(9110, '8.3'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Name the format that came and the formats that would work.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: {
    rule: 'changed',
    after: 'Send the body in a supported format, or correct the Content-Type, then try again.',
  },
  example: {
    request:
      'POST /users HTTP/1.1\nHost: api.example.com\nContent-Type: text/xml\nContent-Length: 29\n\n<user><name>Ada</name></user>',
    response:
      'HTTP/1.1 415 Unsupported Media Type\nAccept: application/json\nContent-Type: application/problem+json\n\n{ "title": "Send JSON", "status": 415, "detail": "This address takes application/json, not text/xml." }',
  },
  situations: [
    {
      when: 'the body has a format that this address does not take',
      said: [
        'client sent xml but the api only takes json',
        'posting xml to a json endpoint',
        'body is form encoded but we expect json',
        'the request body is in a format the server does not understand',
        'server only speaks json and got yaml',
        'request payload format is not supported',
        'sent text/plain instead of application/json',
        'soap envelope sent to a rest endpoint',
        'we only parse json bodies',
        'body is csv but the import endpoint wants json',
        'server refuses the format of the data i send',
      ],
    },
    {
      when: 'the request has a body but no Content-Type, or one that does not fit the body',
      said: [
        'content-type header is missing',
        'forgot to set the content type header in postman',
        'post request arrives without a content-type',
        'curl -d sends form data instead of json',
        'fetch sends text/plain because no header was set',
        'the content-type is application/x-www-form-urlencoded but the api wants json',
        'content type header does not match the body',
        'multipart upload without boundary in the header',
        'postman body type set to text instead of json',
        'axios post sends the wrong mime type',
      ],
      rival: 400,
    },
    {
      when: 'an uploaded file has a type that is not allowed here',
      said: [
        'user uploads a pdf but only images are allowed',
        'file type is not allowed',
        'upload an exe as profile picture',
        'avatar must be png or jpeg but a gif was sent',
        'uploaded file has the wrong extension or mime type',
        'only csv files can be imported and someone uploads excel',
        'reject file uploads that are not images',
        'video format is not one we take',
      ],
      rival: 422,
    },
    {
      when: 'the body is compressed in a way the server does not decode',
      said: [
        'request body is gzipped but the server cannot decompress it',
        'client compresses the upload with brotli and we do not support that',
        'content-encoding of the request is unknown to the server',
        'unknown compression on the incoming body',
      ],
    },
    {
      when: 'a PATCH comes in a patch format that is not implemented',
      said: [
        'patch sent as plain json but the server wants json patch',
        'server has no support for json merge patch',
        'server does not understand this patch format',
        'patch request needs application/merge-patch+json',
      ],
    },
    {
      when: 'the client asks for an API version in the media type that this address no longer reads',
      said: [
        'api version in the content-type of the body is not known',
        'vendor media type version of the request body is too old',
        'sending the body as a custom vnd json type the server does not know',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.16'), mdn(415)],
  reviewed: '2026-11-25',
};
