import { rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const switchProxy: RegisteredStatus = {
  code: 306,
  name: 'Switch Proxy',
  owner: 'IANA',
  standing: 'unused',
  common: false,
  aliases: ['switch-proxy', 'switchproxy', 'proxy switch', 'unused redirect code'],
  meaning:
    'No longer used: an early draft meant “send your next requests through another proxy”. The number stays reserved.',
  use: [
    'Never: the code is reserved and has no meaning today.',
    'Change the proxy in the client’s configuration instead.',
  ],
  avoid: [
    { text: 'The client shall go to another address.', instead: [302, 307] },
    { text: 'A proxy wants credentials.', instead: [407] },
    { text: 'You look for a free number for a meaning of your own: it is not free.', instead: [303, 400] },
  ],
  received: [
    'Something home-made or very old sends it: find out what it means there.',
    'A client that does not know the code may treat it like 300.',
    'Do not change your proxy because of it.',
  ],
  fault: 'nobody',
  provoke: ['Only with a mock server: no product should send it.', 'Check that your own code never produces it.'],
  check: ['The client does not crash on it and does not switch proxies.', 'The server never sends it.'],
  headers: [],
  body: { rule: 'optional', note: 'Nothing is defined for it.', source: rfc(9110, '15.4.7') },
  cache: { rule: 'explicit', note: 'Not kept unless the response says so.', source: rfc(9110, '15.1') },
  retry: {
    rule: 'pointless',
    after: 'The code has no meaning, so another try will not help: ask whoever runs the server.',
  },
  example: {
    request: 'GET /old HTTP/1.1\nHost: legacy.example.com\n\n',
    response:
      'HTTP/1.1 306 Switch Proxy\nContent-Type: text/plain\n\nReserved code from an old draft: no client acts on it.',
  },
  situations: [
    {
      when: 'somebody asks about the reserved redirect code that once was about changing proxies',
      said: [
        'reserved redirection code that is no longer used',
        'which redirect code was dropped from the specification',
        'old draft code for changing to another proxy',
        'the redirect code that nobody may use any more',
        'obsolete code from an early http draft about proxies',
      ],
    },
    {
      when: 'an old draft’s idea shows up: later requests go through another proxy',
      said: [
        'subsequent requests should go through another proxy',
        'server wants the client to change its proxy for the whole session',
        'tell the browser to change to a different proxy from now on',
        'move all later traffic to a new proxy',
        'set-proxy header from the nineties',
      ],
    },
  ],
  sources: [rfc(9110, '15.4.7')],
  reviewed: '2026-11-25',
};
