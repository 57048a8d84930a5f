import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const requestTimeout: RegisteredStatus = {
  code: 408,
  name: 'Request Timeout',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['request time-out', 'request timed out', 'client timeout', 'client timed out', 'request timeout error'],
  meaning: 'The server waited for the rest of the request, it did not arrive in time, and the server gave up waiting.',
  use: [
    'The client opened a connection and sent its headers or body too slowly, or not at all.',
    'You run a server or balancer that closes connections on which no complete request arrives.',
  ],
  avoid: [
    { text: 'The request arrived, but a server behind you took too long to answer.', instead: [504] },
    { text: 'The request arrived, but your own work took too long or the system is overloaded.', instead: [503] },
    { text: 'The work simply takes long by nature: take it in and report on it later.', instead: [202] },
  ],
  received: [
    'Send it again on a new connection; the server did not get the whole request.',
    'If it happens on uploads, look at the network’s speed, or send smaller pieces.',
    'Check that Content-Length is not larger than the body really sent, so that the server waits in vain.',
    'In a log without any request line: an idle or early-opened browser connection that was closed; harmless.',
  ],
  fault: 'client',
  provoke: [
    'Open a connection, send half of the headers, and wait.',
    'Announce a Content-Length larger than the body you send.',
    'Throttle an upload until it takes longer than the server’s read timeout.',
  ],
  check: [
    'The server closes the connection afterwards and frees what it held.',
    'Nothing of the half-received request was carried out.',
    'The client repeats it by itself, with a limit on the number of attempts.',
  ],
  headers: [
    {
      name: 'Connection',
      on: 'response',
      level: 'SHOULD',
      why: 'In HTTP/1.1, “close” says that the server is about to close this connection.',
      source: rfc(9112, '9.6'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'A short word that the request did not arrive in time; the client may no longer be reading.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Kept only when told; it says nothing about the resource.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'any', after: 'At once, on a new connection: the server never had the complete request.' },
  example: {
    request:
      'POST /orders HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nContent-Length: 48\n\n{ "item": "tea",',
    response:
      'HTTP/1.1 408 Request Timeout\nConnection: close\nContent-Type: application/problem+json\n\n{ "title": "Too slow", "status": 408, "detail": "The request was not complete after 30 seconds." }',
  },
  situations: [
    {
      when: 'the client sends its request too slowly or stops in the middle',
      said: [
        'client did not send the whole request in time',
        'upload stalls halfway and the server stops waiting',
        'slow mobile network and the body never arrives completely',
        'the client takes too long to send the body',
        'server got tired of waiting for the request to arrive',
        'headers trickle in too slowly',
        'slowloris attack is cut off',
        'sender went silent in the middle of the post',
        'content-length promises more bytes than the client sends',
      ],
    },
    {
      when: 'a connection is open but no request comes on it',
      said: [
        'idle keep-alive connection is closed by the server',
        'browser opened a connection in advance and never used it',
        'client connects and sends nothing',
        'telnet to the port and type nothing',
        'unused connection shows up in the haproxy log as a timeout on the client side',
      ],
    },
    {
      when: 'a balancer or framework stops reading from the client after its own limit',
      said: [
        'load balancer idle timeout hits while the client is still uploading',
        'client_body_timeout in nginx strikes',
        'reading the request body takes longer than the read timeout',
        'header read timeout of the server is exceeded by the client',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.9'), rfc(9112, '9.5'), mdn(408)],
  reviewed: '2026-11-25',
};
