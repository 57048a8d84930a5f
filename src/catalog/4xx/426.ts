import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const upgradeRequired: RegisteredStatus = {
  code: 426,
  name: 'Upgrade Required',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['protocol upgrade required', 'upgrade needed', 'upgrade to websocket required'],
  meaning: 'The server will not answer over this protocol, but would over the one that its Upgrade header names.',
  use: [
    'A WebSocket address is called with a plain GET, or with a WebSocket version you do not speak.',
    'The client must move to TLS or to a newer HTTP version on this connection before you go on.',
  ],
  avoid: [
    { text: 'The same thing is at an https address: send the client there.', instead: [301, 308] },
    { text: 'The client’s app is too old and needs an update from the store.', instead: [400, 403] },
    { text: 'The client’s plan does not include the feature.', instead: [402, 403] },
    { text: 'The server does not speak the HTTP version of the request at all.', instead: [505] },
  ],
  received: [
    'Read the Upgrade header: it names the protocol to use.',
    'For a WebSocket, connect with a WebSocket client and ws:// or wss://, not with a plain GET.',
    'Behind a proxy, check that it passes the Upgrade and Connection headers on.',
  ],
  fault: 'client',
  provoke: [
    'Open the address of a WebSocket in curl or a browser tab.',
    'Start a WebSocket handshake with Sec-WebSocket-Version: 8.',
  ],
  check: [
    'Upgrade is in the answer, and Connection lists it.',
    'With the named protocol the same address works.',
    'A refused WebSocket version comes with Sec-WebSocket-Version and the versions that work.',
  ],
  headers: [
    {
      name: 'Upgrade',
      on: 'response',
      level: 'MUST',
      why: 'Names the protocol or protocols that the server asks for.',
      source: rfc(9110, '15.5.22'),
    },
    {
      name: 'Connection',
      on: 'response',
      level: 'MUST',
      why: 'Lists upgrade, so that no hop passes the Upgrade field on by mistake.',
      source: rfc(9110, '7.8'),
    },
    {
      name: 'Sec-WebSocket-Version',
      on: 'response',
      level: 'MUST',
      why: 'Only when a WebSocket version was the problem: lists the versions that the server speaks.',
      source: rfc(6455, '4.2.2'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say in words which protocol is needed; people see this when they open the address in a browser.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Switch to the protocol that the Upgrade header names, then ask again.' },
  example: {
    request:
      'GET /live HTTP/1.1\nHost: ws.example.com\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 8',
    response:
      'HTTP/1.1 426 Upgrade Required\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nContent-Type: text/plain\n\nUse version 13 of the WebSocket protocol.',
  },
  situations: [
    {
      when: 'a WebSocket address is called without a WebSocket handshake or with an unknown version',
      said: [
        'plain get on a websocket endpoint',
        'opened the websocket url in the browser',
        'client calls the ws endpoint without an upgrade header',
        'websocket version is not supported by the server',
        'nginx does not forward the upgrade header to the websocket backend',
        'socket endpoint called with normal http',
      ],
    },
    {
      when: 'the server wants TLS or another protocol version on this connection before it goes on',
      said: [
        'client must switch to tls before the server answers',
        'server insists on a newer protocol',
        'must speak http two to use this endpoint',
        'client has to change the protocol first',
        'istio or envoy rejects http one point zero requests',
      ],
    },
    {
      when: 'an API turns away an app that is too old, and stretches this code to say so',
      said: ['force the mobile app to update', 'client version is too old and must be updated'],
      rival: 400,
    },
  ],
  sources: [rfc(9110, '15.5.22'), mdn(426)],
  reviewed: '2026-11-25',
};
