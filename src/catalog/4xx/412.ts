import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const preconditionFailed: RegisteredStatus = {
  code: 412,
  name: 'Precondition Failed',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'precondition not met',
    'preconditions failed',
    'precondition failure',
    'precondition error',
    'etag mismatch',
    'if-match failed',
  ],
  meaning:
    'A condition that the client put into the request headers, such as If-Match, is not true, so nothing was done.',
  use: [
    'If-Match names an ETag that is no longer the current one.',
    'If-Unmodified-Since names a time after which the resource was changed.',
    'If-None-Match: * guards a create, and the resource exists already.',
  ],
  avoid: [
    { text: 'A GET or HEAD with If-None-Match or If-Modified-Since finds nothing new.', instead: [304] },
    { text: 'The condition is a rule of your business, not a header of the request.', instead: [409, 422] },
    { text: 'The client sent no condition, but you insist on one.', instead: [428] },
    { text: 'The version travels in the body, not in a header.', instead: [409] },
  ],
  received: [
    'Fetch the resource again, take its new ETag, apply your change to that, and send it with the new If-Match.',
    'Check the quotes: an ETag is sent back exactly as it came, quotation marks included.',
    'If-Match wants a strong ETag: one that starts with W/ never matches there.',
    'After a retry, your first attempt may have worked and changed the ETag: look before you repeat it.',
  ],
  fault: 'client',
  provoke: [
    'Send a PUT with If-Match and an invented ETag.',
    'Read a resource twice, change it with the first ETag, then change it with the same ETag again.',
    'PUT with If-None-Match: * to an address that exists.',
  ],
  check: [
    'The resource is unchanged after the refusal.',
    'With the current ETag the same request works, and the ETag changes.',
    'Two simultaneous updates with the same ETag give one success and one 412.',
    'Compression in a proxy does not weaken or change the ETag on the way.',
  ],
  headers: [
    {
      name: 'If-Match',
      on: 'request',
      level: 'MAY',
      why: 'Go on only if the current ETag is one of these; guards against lost updates.',
      source: rfc(9110, '13.1.1'),
    },
    {
      name: 'If-None-Match',
      on: 'request',
      level: 'MAY',
      why: 'With *, go on only if nothing exists here yet; if something does, a method other than GET and HEAD gets 412.',
      source: rfc(9110, '13.1.2'),
    },
    {
      name: 'If-Unmodified-Since',
      on: 'request',
      level: 'MAY',
      why: 'Go on only if nothing changed after this time; used where there is no ETag.',
      source: rfc(9110, '13.1.4'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say which condition failed; the present state or its version helps the client to go on.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Kept only when told; the condition may hold again with the next request.',
    source: rfc(9110, '15.1'),
  },
  retry: {
    rule: 'changed',
    after: 'Fetch the present state and its ETag, merge your change, then try with the new ETag.',
  },
  example: {
    request:
      'PUT /articles/12 HTTP/1.1\nHost: api.example.com\nIf-Match: "v7"\nContent-Type: application/json\nContent-Length: 28\n\n{ "title": "Tea for three" }',
    response:
      'HTTP/1.1 412 Precondition Failed\nContent-Type: application/problem+json\n\n{ "title": "Changed in the meantime", "status": 412, "detail": "The article is no longer at \\"v7\\"; fetch it again." }',
  },
  situations: [
    {
      when: 'If-Match names an ETag that is no longer current',
      said: [
        'if-match header does not match the current etag',
        'etag is outdated',
        'put with an old etag',
        'the etag the client sent is stale',
        'optimistic locking with etags and the tag has changed',
        'conditional update fails because the resource changed',
        'someone else saved first and my if-match is old',
        'delete with if-match but the document is newer',
        'patch carries an etag from an earlier version',
        'lost update prevented by the etag check',
        'entity tag differs from the one on the server',
        'second tab saves with the etag it loaded an hour ago',
        'client sends a weak etag in if-match',
        'if-match without the quotation marks',
      ],
      rival: 409,
    },
    {
      when: 'If-Unmodified-Since names a time after which the resource was changed',
      said: [
        'if-unmodified-since date is older than the last change',
        'resource was modified after the date in the header',
        'update only if nobody touched it since a given time',
        'conditional write by timestamp fails',
        'file changed since the date the client gave',
      ],
    },
    {
      when: 'If-None-Match: * guards a create and the resource exists already',
      said: [
        'if-none-match star on put and the object is already there',
        'create only if it does not exist yet using a header',
        'conditional put to s3 when the key is taken',
        'upload must not overwrite an existing file and says so with if-none-match',
        'guarded create hits an existing blob',
      ],
      rival: 409,
    },
    {
      when: 'any condition in the request headers is false, on any method that changes something',
      said: [
        'condition in the header evaluates to false',
        'a conditional request does not hold',
        'the if- header condition is not true on the server',
        'client side condition on a delete is not fulfilled',
        'header says only do it if and that is not the case',
        'conditional headers do not match the state of the resource',
        'storage api rejects the write because the generation does not match',
      ],
    },
    {
      when: 'a download is resumed or split, and the file changed since the first part',
      said: [
        'ranged download with if-match and the file has been replaced',
        'later chunk of a download no longer belongs to the same version',
        'parallel download notices that the file changed in between',
      ],
    },
    {
      when: 'a WebDAV COPY or MOVE may not overwrite its target',
      said: [
        'webdav move with overwrite f and the target exists',
        'webdav copy must not overwrite the destination',
        'webdav if header names the wrong lock token',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.13'), rfc(9110, '13.1'), rfc(4918, '10.6'), mdn(412)],
  reviewed: '2026-11-25',
};
