import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const notModified: RegisteredStatus = {
  code: 304,
  name: 'Not Modified',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['not-modified', 'notmodified', 'http not modified', 'resource not modified', 'content not modified'],
  meaning: 'Nothing has changed since the version you named: use your stored copy. Like 204 it has an empty body.',
  use: [
    'A GET or HEAD has If-None-Match, and the ETag in it is still the current one.',
    'A GET or HEAD has If-Modified-Since, no If-None-Match, and nothing changed since then.',
  ],
  avoid: [
    { text: 'The client sent no condition: send the content.', instead: [200] },
    { text: 'A PUT, PATCH or DELETE was made on condition, and the condition fails.', instead: [412] },
    { text: 'An update changed nothing because the data was the same.', instead: [200, 204] },
    { text: 'There is nothing to send, and no stored copy is meant.', instead: [204] },
  ],
  received: [
    'Take the body from your cache; its freshness is renewed by the headers of this answer.',
    'If you have no stored copy, ask again without If-None-Match and If-Modified-Since.',
    'In the browser it is a sign of good caching, not an error; “Disable cache” in the developer tools avoids it.',
  ],
  fault: 'nobody',
  provoke: [
    'GET a resource, then GET it again with its ETag in If-None-Match.',
    'Send If-Modified-Since with the Last-Modified value you got.',
    'Reload a page in the browser and look at its images and scripts.',
  ],
  check: [
    'There is no body at all.',
    'ETag, Cache-Control, Vary and Date are those a 200 would have had.',
    'After a change of the resource the same conditional GET gives 200 with a new ETag.',
    'If-None-Match wins when both conditions are sent.',
  ],
  headers: [
    {
      name: 'If-None-Match',
      on: 'request',
      level: 'MAY',
      why: 'Asks for the content only if none of the named ETags is current; the client sends this condition or a date.',
      source: rfc(9110, '13.1.2'),
    },
    {
      name: 'If-Modified-Since',
      on: 'request',
      level: 'MAY',
      why: 'Asks for the content only if it changed after this date; ignored when If-None-Match is there.',
      source: rfc(9110, '13.1.3'),
    },
    {
      name: 'ETag',
      on: 'response',
      level: 'MUST',
      why: 'If a 200 would have had it: tells which stored version is still good.',
      source: rfc(9110, '15.4.5'),
    },
    {
      name: 'Cache-Control',
      on: 'response',
      level: 'MUST',
      why: 'If a 200 would have had it, as also Expires: says how long the copy is fresh from now on.',
      source: rfc(9110, '15.4.5'),
    },
    {
      name: 'Vary',
      on: 'response',
      level: 'MUST',
      why: 'If a 200 would have had it, as also Content-Location: says for which requests the copy is good.',
      source: rfc(9110, '15.4.5'),
    },
    {
      name: 'Date',
      on: 'response',
      level: 'MUST',
      why: 'If a 200 would have had it: the time from which freshness counts.',
      source: rfc(9110, '15.4.5'),
    },
  ],
  body: {
    rule: 'never',
    note: 'The response ends with its headers; the content is the copy the client already has.',
    source: rfc(9110, '15.4.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'It is not stored itself: a cache uses it to refresh the copy it already has.',
    source: rfc(9111, '4.3.4'),
  },
  retry: { rule: 'pointless', after: 'Use the stored copy; without one, ask again without the conditions.' },
  example: {
    request: 'GET /logo.svg HTTP/1.1\nHost: www.example.com\nIf-None-Match: "33a64df5"\n\n',
    response:
      'HTTP/1.1 304 Not Modified\nDate: Wed, 25 Nov 2026 10:15:00 GMT\nETag: "33a64df5"\nCache-Control: max-age=3600\nVary: Accept-Encoding\n\n',
  },
  situations: [
    {
      when: 'the ETag in If-None-Match is still the current one',
      said: [
        'etag still matches',
        'if-none-match matches the current etag',
        'client sends the etag it knows and it is up to date',
        'version tag of the client equals the one on the server on a get',
        'hash of the file is the same as the client has',
        'conditional get and nothing is new',
        'conditional request with a current etag',
      ],
    },
    {
      when: 'nothing changed since the date in If-Modified-Since',
      said: [
        'if-modified-since and the resource did not change',
        'unchanged since the last request',
        'file has not been touched since the given date',
        'nothing changed since last time the client asked',
        'last-modified date is the same as before',
        'no changes since the timestamp the client sent',
        'feed has no new entries since the last poll with if-modified-since',
      ],
    },
    {
      when: 'the client shall use the copy in its cache',
      said: [
        'client may use its cached copy',
        'browser cache is still valid',
        'use the cached version instead of downloading again',
        'cached data is still fresh after asking the server',
        'save bandwidth because the client already has the latest version',
        'no need to send the body again, the client has it',
        'revalidation of a stale cache entry succeeded',
        'cdn asks the origin whether its copy is still good and it is',
        'tell the client that its local copy is current',
        'server says that my cached response is the latest',
        'polling an api for changes and there are none, client has the current version',
      ],
    },
    {
      when: 'it shows up in browser tools, logs or tests after a reload',
      said: [
        'reloading the page shows an empty response for images in the network tab',
        'static files come from the browser cache after revalidation',
        'express answers my second get without a body',
        'second identical request returns an empty body in the browser',
        'how do i stop the browser from using cached css after asking the server',
        'access log shows zero bytes for repeated requests of the same image',
        'ajax get returns nothing on the second call because of caching',
      ],
    },
    {
      when: 'an API client polls on condition to save its rate limit',
      said: [
        'github api conditional requests do not count against the quota',
        'poll with an etag and get an empty answer when there is nothing new',
        'mobile app syncs and the server has no newer data than the etag sent',
        'config client asks whether its configuration is still current',
      ],
    },
  ],
  sources: [rfc(9110, '15.4.5'), mdn(304)],
  reviewed: '2026-11-25',
};
