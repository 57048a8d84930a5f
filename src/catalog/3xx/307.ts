import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const temporaryRedirect: RegisteredStatus = {
  code: 307,
  name: 'Temporary Redirect',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['temp redirect', 'temporary redirection', 'internal redirect', 'hsts redirect', 'http temporary redirect'],
  meaning: 'Send the same request, with the same method and body, to the address in Location; only this time.',
  use: [
    'An API request must go to another address for now, and a POST must stay a POST.',
    'Uploads or writes are handed to another server, region or the current leader of a cluster.',
  ],
  avoid: [
    { text: 'The move is for good.', instead: [308, 301] },
    { text: 'You have handled the POST and the client shall GET the result.', instead: [303] },
    { text: 'The service is simply down for a while.', instead: [503] },
    {
      text: 'A person shall be sent to a login page after a form post: it would be posted there again.',
      instead: [303, 302],
    },
  ],
  received: [
    'Repeat the request at Location with the same method, headers and body, and keep the old address for next time.',
    'Your client must be able to send the body again: a stream that was read cannot be.',
    'Clients drop Authorization when the host changes; send the request to the new host yourself if you trust it.',
    'Chrome shows “307 Internal Redirect” when it changes http to https by itself because of HSTS: no server sent that.',
  ],
  fault: 'nobody',
  provoke: [
    'POST to an address that redirects this way, once with and once without following redirects.',
    'Open the http:// address of a site with HSTS in Chrome and look at the network tab.',
  ],
  check: [
    'The method and the body arrive at the new address unchanged.',
    'Credentials do not travel to a foreign host.',
    'A second request goes to the old address again.',
    'The target does not redirect back: no loop.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'The address to which the same request shall be sent this time.',
      source: rfc(9110, '15.4.8'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Usually a short note with a link to the other address.',
    source: rfc(9110, '15.4.8'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless Cache-Control or Expires allow it.', source: rfc(9110, '15.1') },
  retry: {
    rule: 'changed',
    after: 'Send it, unchanged, to the address in Location; next time begin at the old address.',
  },
  example: {
    request:
      'POST /uploads HTTP/1.1\nHost: api.example.com\nContent-Type: text/csv\nContent-Length: 24\n\nid,name\n1,Ada\n2,Grace\n',
    response: 'HTTP/1.1 307 Temporary Redirect\nLocation: https://eu-1.api.example.com/uploads\nContent-Length: 0\n\n',
  },
  situations: [
    {
      when: 'a POST or PUT must go to another address for now and stay what it is',
      said: [
        'redirect a post and keep the method',
        'keep post as post when redirecting for a while',
        'method and body must not change on the redirect',
        'redirect a put request to another server for now',
        'short-lived redirect that preserves the http method',
        'resend the same request with its body to another url, this time only',
        'redirect without turning post into get',
        'repeat the request elsewhere with the same verb, but keep the old url',
        'post data should survive the redirect for the time being',
        'forward a delete call to another host for now',
        'keep the payload when sending the client somewhere else temporarily',
      ],
      rival: 308,
    },
    {
      when: 'another server, region or the leader of a cluster has to take this request',
      said: [
        'follower node sends writes to the leader',
        'cluster member sends the client to the current primary',
        'upload has to go to a regional server',
        's3 bucket is not yet known in dns and the request goes to a region endpoint',
        'send the client to a data node for writing the file',
        'webhdfs name node points to a data node',
        'load is moved to another data center during maintenance with the same method',
        'client should send the chunk to another storage node this time',
        'api gateway points the call to a tenant specific host for this request',
      ],
    },
    {
      when: 'the browser changes http to https by itself because of HSTS',
      said: [
        'chrome shows an internal jump from http to https',
        'hsts makes the browser switch to https before asking the server',
        'hsts is shown as the reason in the network tab',
        'browser upgrades my http url to https without contacting the server',
        'strict transport security rewrote the request',
      ],
    },
    {
      when: 'an API moved for a while, for maintenance or tests, and clients shall come back',
      said: [
        'api is served from a standby address for a few hours',
        'route write traffic to a backup system during maintenance',
        'canary version of the endpoint gets this call, same method',
        'temporarily point api clients to another version without changing their verb',
        'blue green switch by redirect for a short time, posts included',
        'failover by redirect that keeps the request body',
      ],
      rival: 302,
    },
    {
      when: 'a framework corrects the address of a request and has to keep its method',
      said: [
        'fastapi redirects because of a missing trailing slash',
        'framework adds the slash and repeats my post',
        'asp net https redirection middleware sends posts to https',
        'next.js redirect with permanent set to false',
      ],
      rival: 308,
    },
  ],
  sources: [rfc(9110, '15.4.8'), mdn(307)],
  reviewed: '2026-11-25',
};
