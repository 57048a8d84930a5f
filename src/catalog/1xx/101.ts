import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const switchingProtocols: RegisteredStatus = {
  code: 101,
  name: 'Switching Protocols',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['switching protocol', 'switch protocols', 'protocol switch', 'protocols switched'],
  meaning:
    'The server agrees to the protocol the client asked for in Upgrade; from here on the connection speaks that one.',
  use: [
    'A WebSocket opening request over HTTP/1.1 is valid and you accept it.',
    'The client offered another protocol in Upgrade, and changing to it now is worth it.',
  ],
  avoid: [
    { text: 'You insist on another protocol, but the client has not offered it.', instead: [426] },
    { text: 'The WebSocket opening request is malformed or comes from a forbidden origin.', instead: [400, 403] },
    { text: 'You do not want to switch: ignore Upgrade and answer the request as usual.', instead: [200] },
    {
      text: 'The connection is HTTP/2 or HTTP/3, where this code does not exist; WebSocket uses extended CONNECT there.',
      instead: [200],
    },
  ],
  received: [
    'For a WebSocket this is the success you want: the connection is open, frames follow.',
    'Check that Upgrade names the protocol you offered, and for WebSocket that Sec-WebSocket-Accept fits your key.',
    'If the connection dies right after it, look for a proxy or balancer that does not let upgrades through.',
  ],
  fault: 'nobody',
  provoke: [
    'Open a WebSocket in the browser console and look at the request in the network tab.',
    'Send a GET with Upgrade: websocket, Connection: Upgrade, Sec-WebSocket-Key and Sec-WebSocket-Version: 13.',
  ],
  check: [
    'Sec-WebSocket-Accept is the right hash of the key that was sent.',
    'An opening request with a foreign Origin, a missing key or no credentials does not get this far.',
    'The same upgrade works through every proxy of the real path, and an idle connection survives as long as promised.',
  ],
  headers: [
    {
      name: 'Upgrade',
      on: 'response',
      level: 'MUST',
      why: 'Names the protocol that is spoken after this response.',
      source: rfc(9110, '15.2.2'),
    },
    {
      name: 'Connection',
      on: 'response',
      level: 'MUST',
      why: 'Has to contain “Upgrade”, so that a proxy does not pass the field on by mistake.',
      source: rfc(9110, '7.8'),
    },
    {
      name: 'Upgrade',
      on: 'request',
      level: 'MUST',
      why: 'A server may only switch to a protocol that the client has named here.',
      source: rfc(9110, '7.8'),
    },
  ],
  body: {
    rule: 'never',
    note: 'An interim response has no content; the bytes after it belong to the new protocol.',
    source: rfc(9110, '15.2'),
  },
  cache: {
    rule: 'never',
    note: 'A cache stores only final responses, and this one is interim.',
    source: rfc(9111, '3'),
  },
  retry: { rule: 'pointless', after: 'It worked: speak the new protocol on this connection.' },
  example: {
    request:
      'GET /chat HTTP/1.1\nHost: live.example.com\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 13\nOrigin: https://www.example.com\n\n',
    response:
      'HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n\n',
  },
  situations: [
    {
      when: 'a WebSocket connection is opened over HTTP/1.1',
      said: [
        'websocket handshake succeeded',
        'websocket connection established',
        'open a ws connection to the chat server',
        'http connection is upgraded to websocket',
        'successful wss handshake in the network tab',
        'socket io upgrade from polling to websocket worked',
        'live updates over a web socket, first answer from the server',
        'handshake response of a realtime connection',
        'signalr connects with websockets',
      ],
    },
    {
      when: 'the client offered another protocol and the server changes to it',
      said: [
        'client asked for an upgrade and the server agrees',
        'server agrees to change the protocol on this connection',
        'upgrade header was honoured',
        'change from plain http to another protocol on the same connection',
        'upgrading clear text http to h2c',
        'kubectl exec upgrades the connection to spdy',
        'docker attach hijacks the connection to a raw stream',
      ],
    },
  ],
  sources: [rfc(9110, '15.2.2'), mdn(101)],
  reviewed: '2026-11-25',
};
