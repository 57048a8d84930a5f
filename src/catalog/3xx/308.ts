import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const permanentRedirect: RegisteredStatus = {
  code: 308,
  name: 'Permanent Redirect',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['perm redirect', 'permanent redirection', 'http permanent redirect'],
  meaning:
    'Moved for good: send the same request, with the same method and body, to the address in Location from now on.',
  use: [
    'An API endpoint has a new address for good, and POST, PUT or PATCH must keep method and body.',
    'You send all of http to https, API calls included.',
  ],
  avoid: [
    { text: 'The move is only for now.', instead: [307, 302] },
    { text: 'Only pages that are read with GET have moved, and very old clients matter.', instead: [301] },
    { text: 'The client shall GET a result after its POST.', instead: [303] },
    { text: 'The endpoint is gone and nothing replaces it.', instead: [410] },
  ],
  received: [
    'Repeat the request at Location with the same method and body, and change your configuration to the new address.',
    'If your client stops here, it is old or does not follow redirects for writes: call the new address directly.',
    'Clients drop Authorization when the host changes; set the new base URL instead of relying on the redirect.',
    'Google’s resumable upload APIs use this number in their own way, for “send the rest”: see their pages.',
  ],
  fault: 'nobody',
  provoke: [
    'POST to the http:// address of an API that redirects to https this way.',
    'Call a framework route with a wrong trailing slash, for example in Next.js.',
  ],
  check: [
    'Method, body and Content-Type arrive unchanged at the new address.',
    'Location is right and keeps path and query; one hop is enough.',
    'Credentials do not travel to a foreign host.',
    'Your oldest supported client follows it at all.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'The new address, for this request and all later ones.',
      source: rfc(9110, '15.4.9'),
    },
    {
      name: 'Cache-Control',
      on: 'response',
      level: 'MAY',
      why: 'Limits how long clients remember the move.',
      source: rfc(9110, '15.4.9'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Usually a short note with a link to the new address.',
    source: rfc(9110, '15.4.9'),
  },
  cache: {
    rule: 'default',
    note: 'Caches and browsers may remember it without being told, so a mistake can stick for long.',
    source: rfc(9110, '15.4.9'),
  },
  retry: { rule: 'changed', after: 'Send it, unchanged, to the address in Location, now and in future.' },
  example: {
    request:
      'POST /v1/orders HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\n\n{ "item": "kettle", "amount": 1 }',
    response:
      'HTTP/1.1 308 Permanent Redirect\nLocation: https://api.example.com/v2/orders\nCache-Control: max-age=86400\nContent-Length: 0\n\n',
  },
  situations: [
    {
      when: 'an endpoint has a new address for good and the method must stay the same',
      said: [
        'api endpoint has a new url for good and post must stay post',
        'url changed forever and the method has to be kept',
        'endpoint moved for good and the body must come along',
        'permanent move of an endpoint without changing the method',
        'lasting redirect that preserves the method and the body',
        'redirect for good without turning post into get',
        'moved for ever but clients must repeat the same verb',
        'rename an api path so that post requests still work',
        'write endpoint relocated to another host for ever',
        'put requests should follow to the new address from now on',
        'endpoint renamed and old clients still send posts to the old one',
        'method preserving redirect for a definitive move',
        'keep the request body when the endpoint has moved for ever',
        'new home of an endpoint that takes patch and delete calls',
      ],
      rival: 301,
    },
    {
      when: 'API versions or hosts were changed and every kind of request shall follow',
      said: [
        'old api version points to the new version including posts',
        'api got its own domain and all calls should go there from now on',
        'base url of the api changed and bodies must not get lost',
        'webhook receiver got another url for good, deliveries are posts',
        'migrate api clients to another hostname without breaking their writes',
        'retired path forwards every method to its successor',
        'graphql endpoint lives at a new path for good',
        'soap service was relocated and clients keep posting xml',
        'form action url changed for good and posts must arrive with their data',
      ],
    },
    {
      when: 'http calls, posts included, shall use https from now on',
      said: [
        'http to https for api calls with post',
        'force https and keep the post body',
        'api clients that post over plain http shall use https from now on',
        'ingress sends http to https and keeps the method',
        'nginx ingress ssl redirect of a post',
        'caddy redirects http to https',
        'kubernetes ingress forces tls for every method',
      ],
      rival: 301,
    },
    {
      when: 'a framework or host corrects slashes or names and keeps the method',
      said: [
        'next.js redirects because of a trailing slash',
        'next.js redirect with permanent set to true',
        'vercel sends the bare domain to the www domain',
        'framework normalises the url of a post for good',
        'strip the trailing slash of an api route without losing the post body',
      ],
      rival: 307,
    },
    {
      when: 'a redirect shall be remembered and must not change the request',
      said: [
        'clients should remember the redirect and keep the verb',
        'cacheable redirect that keeps the method',
        'strict version of the classic lasting redirect',
        'redirect to be cached by the client, posts stay posts',
      ],
    },
  ],
  sources: [rfc(9110, '15.4.9'), mdn(308)],
  reviewed: '2026-11-25',
};
