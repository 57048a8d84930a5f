import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const tooEarly: RegisteredStatus = {
  code: 425,
  name: 'Too Early',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['early data rejected', 'early data refused', 'unordered collection'],
  meaning: 'The request came in TLS early data, which an attacker could replay, and the server will not risk that.',
  use: [
    'A request arrived in TLS 1.3 early data (0-RTT), and doing it twice would do harm.',
    'A proxy forwarded it with Early-Data: 1, and you cannot wait for the handshake to end.',
  ],
  avoid: [
    { text: 'The client calls before a thing is ready, such as a job’s result.', instead: [202, 409] },
    { text: 'The client calls too often.', instead: [429] },
    { text: 'Your server is still starting up.', instead: [503] },
  ],
  received: [
    'Send the same request again after the TLS handshake is complete; browsers do this by themselves.',
    'If your client library does not retry, switch early data (0-RTT) off in it.',
    'If you run a proxy, pass the answer on when the request came to you with Early-Data; otherwise you may retry it.',
  ],
  fault: 'client',
  provoke: [
    'Resume a session with openssl s_client -early_data and a file with a POST in it.',
    'Send the header Early-Data: 1 to an origin that honours it.',
  ],
  check: [
    'It comes only for requests in early data or with Early-Data: 1; other clients may not know to retry.',
    'The retry goes out after the handshake, without early data, and succeeds.',
    'The request had no effect the first time.',
    'Safe requests such as GET may still be answered in early data.',
  ],
  headers: [
    {
      name: 'Early-Data',
      on: 'request',
      level: 'MUST',
      why: 'A proxy that forwards a request before its client’s handshake is done marks it with Early-Data: 1.',
      source: rfc(8470, '5.1'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'The client retries by itself; the content describes no resource.',
    source: rfc(8470, '5.2'),
  },
  cache: {
    rule: 'explicit',
    note: 'RFC 8470 says that it is not cacheable by default.',
    source: rfc(8470, '5.2'),
  },
  retry: { rule: 'any', after: 'At once, but only after the TLS handshake is complete, never in early data again.' },
  example: {
    request:
      'POST /transfers HTTP/1.1\nHost: bank.example.com\nEarly-Data: 1\nContent-Type: application/json\nContent-Length: 36\n\n{ "to": "DE00 1234", "amount": 250 }',
    response: 'HTTP/1.1 425 Too Early\nContent-Length: 0',
  },
  situations: [
    {
      when: 'a request that must not run twice arrives in TLS early data',
      said: [
        'request came in tls early data',
        'zero round trip request could be replayed',
        'post sent in early data before the handshake finished',
        'server is afraid of a replay attack on early data',
        'tls handshake is not complete yet',
        'payment request in the first flight of a resumed tls session',
        'quic resumption sends the request before the handshake is done',
        'do not want to run an unsafe request that might be replayed',
      ],
    },
    {
      when: 'a proxy marks the request as early data and the origin will not take the risk',
      said: [
        'early-data header is set and the origin does not want to risk it',
        'cdn forwards zero rtt requests to the origin',
        'cloudflare passes the early data header to my server',
        'haproxy wait for handshake or refuse',
      ],
    },
  ],
  sources: [rfc(8470, '5.2'), mdn(425)],
  reviewed: '2026-11-25',
};
