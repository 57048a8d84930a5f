import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const methodNotAllowed: RegisteredStatus = {
  code: 405,
  name: 'Method Not Allowed',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'method not supported',
    'request method not supported',
    'http method not allowed',
    'verb not allowed',
    'method not permitted',
    'wrong method',
  ],
  meaning: 'The server knows the method and the address, but this address does not support this method.',
  use: [
    'A GET arrives where POST is needed, or the other way round.',
    'A PUT, PATCH or DELETE is aimed at a read-only resource.',
    'The path matches a route, but no handler is registered for the method.',
  ],
  avoid: [
    { text: 'The server does not know the method at all, for any address.', instead: [501] },
    { text: 'The method is supported, but not for this user.', instead: [403] },
    { text: 'The method is supported, but not in the present state of the resource.', instead: [409] },
    { text: 'Nothing answers at this address with any method.', instead: [404] },
  ],
  received: [
    'Read the Allow header: it lists the methods that do work here.',
    'Compare method and path with the documentation; often the id is missing or one too many.',
    'Check whether a redirect turned your POST into a GET on the way.',
    'If the application supports it, look for a proxy, web server or module that blocks the method.',
  ],
  fault: 'client',
  provoke: [
    'Send DELETE or PUT to a resource that can only be read.',
    'Open a POST-only endpoint in the browser’s address bar.',
    'Send POST to a static HTML file.',
  ],
  check: [
    'Allow lists exactly the methods that work, and each of them really works.',
    'An unsupported method changes nothing.',
    'A path that does not exist gets 404, not 405.',
    'HEAD works wherever GET does.',
  ],
  headers: [
    {
      name: 'Allow',
      on: 'response',
      level: 'MUST',
      why: 'The methods this address supports right now; an empty value means none.',
      source: rfc(9110, '15.5.6'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say which methods are supported, for people who do not look at headers.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'default',
    note: 'May be kept without being told; in practice only answers to GET and HEAD are.',
    source: rfc(9110, '15.5.6'),
  },
  retry: { rule: 'changed', after: 'Use one of the methods in Allow; this one will keep failing here.' },
  example: {
    request:
      'PUT /exchange-rates HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nContent-Length: 15\n\n{ "EUR": 1.08 }',
    response:
      'HTTP/1.1 405 Method Not Allowed\nAllow: GET, HEAD, OPTIONS\nContent-Type: application/problem+json\n\n{ "title": "Read only", "status": 405, "detail": "Exchange rates can be read, not replaced." }',
  },
  situations: [
    {
      when: 'the address exists but wants another method',
      said: [
        'sent get to an endpoint that only takes post',
        'get where post is needed',
        'used put but the route only knows patch',
        'wrong http verb',
        'endpoint does not support delete',
        'no handler for this method on that route',
        'the route exists but not for this verb',
        'path matches but the method does not',
        'opening a post only endpoint in the browser address bar',
        'postman is set to get instead of post',
        'patch is not supported by this api',
        'webhook receiver only takes post but gets a get',
        'http method is not supported for the resource',
        'called with an unsupported method',
        'url is right but the verb is wrong',
      ],
    },
    {
      when: 'the resource can only be read',
      said: [
        'put on a read only resource',
        'trying to delete a resource that can only be read',
        'post to a report that is only for reading',
        'resource can be fetched but never changed',
        'delete on an audit log that only offers reading',
        'write to a read-only endpoint',
      ],
    },
    {
      when: 'the method fits a single item but not the collection, or the other way round',
      said: [
        'delete on the whole collection',
        'put to the list url instead of one item',
        'post to the url of a single item',
        'patch without an id in the path',
        'deleting all users at once is not offered',
      ],
    },
    {
      when: 'a web server or static host refuses the method before any application sees it',
      said: [
        'post to a static html page',
        'form submits to a plain file',
        'nginx refuses post on a static file',
        'static site hosting gets a post',
        'trace is switched off',
        'web server blocks put and delete',
        'iis webdav module swallows put and delete',
      ],
    },
    {
      when: 'a preflight, a HEAD or a redirect brings a method the route was not written for',
      said: [
        'options preflight is refused by the route',
        'preflight hits a route that has no options handler',
        'head is not supported by the handler',
        'post became get after a redirect and the route refuses it',
        'django view only takes post',
        'form lacks the method override so it arrives as post',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.6'), mdn(405)],
  reviewed: '2026-11-25',
};
