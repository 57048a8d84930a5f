import { rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const useProxy: RegisteredStatus = {
  code: 305,
  name: 'Use Proxy',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['use-proxy', 'useproxy', 'http use proxy'],
  meaning: 'Deprecated: it once told the client to fetch this resource through the proxy named in Location.',
  use: [
    'Never in anything new: it is deprecated, and browsers ignore it.',
    'Configure the proxy at the client, by its settings, a PAC file or environment variables.',
  ],
  avoid: [
    { text: 'The client shall go to another address.', instead: [302, 307] },
    { text: 'A proxy wants credentials.', instead: [407] },
    { text: 'The resource may only be reached from inside a network.', instead: [403] },
  ],
  received: [
    'Do not follow it automatically: a hostile server could lead your traffic through its own proxy.',
    'Find the very old server or the mock that sends it, and ask its owner which proxy is meant.',
    'If the proxy is legitimate, set it in your client’s configuration.',
  ],
  fault: 'nobody',
  provoke: [
    'Let a mock server send it; real servers have no reason to.',
    'Look for very old appliances that still know it.',
  ],
  check: [
    'Your client does not switch to the named proxy by itself.',
    'The client reports it clearly instead of hanging.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'In the old specification: the address of the proxy.',
      source: rfc(2616, '10.3.6'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Nothing is defined; a short explanation for people is the most useful content.',
    source: rfc(9110, '15.4.6'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless the response says so.', source: rfc(9110, '15.1') },
  retry: { rule: 'changed', after: 'Set up the proxy yourself if you trust it, then send the request through it.' },
  example: {
    request: 'GET /intranet HTTP/1.1\nHost: legacy.example.com\n\n',
    response:
      'HTTP/1.1 305 Use Proxy\nLocation: http://proxy.example.com:8080/\nContent-Type: text/plain\n\nPlease configure the proxy proxy.example.com:8080.',
  },
  situations: [
    {
      when: 'an old server demands that the resource is fetched through a proxy',
      said: [
        'server demands that the request goes through its proxy',
        'deprecated redirect to a proxy',
        'origin says the resource is only reachable through the proxy in the location header',
        'repeat this single request via the given proxy',
        'resource can only be fetched via an intermediary',
        'old http code that points the browser to a proxy',
      ],
    },
    {
      when: 'a mock or an old appliance still sends it',
      said: [
        'legacy appliance tells clients to go through a proxy',
        'browser ignores a redirect to a proxy',
        'why was redirecting clients to a proxy deprecated for security',
        'location header holds the address of a proxy',
      ],
    },
  ],
  sources: [rfc(9110, '15.4.6'), rfc(2616, '10.3.6')],
  reviewed: '2026-11-25',
};
