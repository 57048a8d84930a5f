import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const misdirectedRequest: RegisteredStatus = {
  code: 421,
  name: 'Misdirected Request',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['misdirected', 'mis-directed request', 'request misdirected'],
  meaning: 'The request came over a connection to a server that cannot answer for this host name.',
  use: [
    'The host asked for is not one that this server, or this connection, is set up to answer for.',
    'A client reused an HTTP/2 or HTTP/3 connection for a second host that needs another backend.',
    'The host in the request and the name in the TLS handshake belong to different virtual hosts.',
  ],
  avoid: [
    { text: 'You are a proxy: a proxy must not generate this code.', instead: [502] },
    { text: 'The host is right and only the path is unknown.', instead: [404] },
    { text: 'The host moved and you know where to.', instead: [301, 308] },
    { text: 'The Host header is missing or malformed.', instead: [400] },
  ],
  received: [
    'Send the request again over a fresh connection to the right host; this is allowed for every method.',
    'Check that DNS for this name points to the server that has it.',
    'If two hosts share a certificate and an address, configure both on every server behind it.',
    'In a reverse proxy, check that the name sent in TLS (SNI) and the Host header agree.',
  ],
  fault: 'between',
  provoke: [
    'Connect to a server by its name, but send the Host header of another site: curl -H "Host: other.example.com".',
    'Open an HTTP/2 connection to one host of a wildcard certificate and ask for another host over it.',
  ],
  check: [
    'The client repeats the request on a new connection and then succeeds.',
    'A proxy in the path never makes up this code by itself.',
    'The request had no effect on the server that refused it.',
  ],
  headers: [
    {
      name: 'Host',
      on: 'request',
      level: 'MUST',
      why: 'Names the host asked for (:authority in HTTP/2 and HTTP/3); the server compares it with what it serves.',
      source: rfc(9110, '7.2'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Browsers retry without showing it; a line that names the unexpected host helps in logs.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'any', after: 'At once, over another connection, whatever the method: it was not processed.' },
  example: {
    request: 'GET /status HTTP/1.1\nHost: shop.example.com\nAccept: application/json',
    response:
      'HTTP/1.1 421 Misdirected Request\nContent-Type: text/plain\n\nThis connection was opened for blog.example.com and does not serve shop.example.com.',
  },
  situations: [
    {
      when: 'a client reuses one connection for a second host that this server does not serve',
      said: [
        'browser reuses the http2 connection for another domain',
        'connection coalescing with a wildcard certificate sends the request to the wrong server',
        'two subdomains share a certificate but live on different servers',
        'safari sends requests for a second site over the first connection',
        'request ended up at a server that is not responsible for this domain',
        'request was sent over the wrong connection',
      ],
    },
    {
      when: 'the name in the TLS handshake and the Host header do not agree',
      said: [
        'sni does not match the host header',
        'apache says the client needs a new connection for this host',
        'proxy connects with one server name and sends a different host',
        'tls server name differs from the requested host',
        'reverse proxy without sni gets an error from the backend since an apache update',
      ],
    },
    {
      when: 'the server is not configured for the host that is asked for',
      said: [
        'server does not serve this hostname',
        'virtual host is not configured on this machine',
        'this server cannot answer for that domain',
        'dns points to a server that does not know the domain',
      ],
      rival: 404,
    },
  ],
  sources: [rfc(9110, '15.5.20'), mdn(421)],
  reviewed: '2026-11-25',
};
