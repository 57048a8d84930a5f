import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const expectationFailed: RegisteredStatus = {
  code: 417,
  name: 'Expectation Failed',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['expectation not met', 'expect failed', 'expect header failed', 'failed expectation'],
  meaning: 'The server, or a proxy on the way, cannot do what the Expect header of the request asks for.',
  use: [
    'The Expect header has a value other than 100-continue, the only one that is defined.',
    'A hop that you run cannot handle 100-continue and will not take the request with it.',
  ],
  avoid: [
    { text: 'You can handle 100-continue and want the body.', instead: [100] },
    { text: 'You can handle it and already know the final answer: send that one instead.', instead: [401, 413] },
    {
      text: 'An expectation of your business rules is not met; this code is only about the Expect header.',
      instead: [422, 409],
    },
    { text: 'A precondition such as If-Match is false.', instead: [412] },
  ],
  received: [
    'Send the request again without the Expect header.',
    'In curl, add -H "Expect:" to drop it; in .NET, set ExpectContinue to false.',
    'Look for an old proxy or HTTP/1.0 hop between you and the server.',
  ],
  fault: 'client',
  provoke: [
    'Send Expect: something-else with any request.',
    'Send Expect: 100-continue through a proxy that speaks HTTP/1.0 only.',
  ],
  check: [
    'The same request without Expect succeeds.',
    'The client repeats the request without Expect by itself, as RFC 9110 asks of it.',
    'A server that ignores unknown expectations is within the rules: refusing them is only allowed, not required.',
  ],
  headers: [
    {
      name: 'Expect',
      on: 'request',
      level: 'MAY',
      why: 'States the expectation that could not be met; 100-continue is the only defined value.',
      source: rfc(9110, '10.1.1'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'A line that says which expectation was refused is enough.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Repeat it at once without the Expect header.' },
  example: {
    request:
      'PUT /files/report.pdf HTTP/1.1\nHost: files.example.com\nContent-Type: application/pdf\nContent-Length: 5242880\nExpect: 100-continue',
    response:
      'HTTP/1.1 417 Expectation Failed\nContent-Type: text/plain\n\nThis server does not answer Expect: 100-continue. Send the file without it.',
  },
  situations: [
    {
      when: 'the Expect header asks for something the server cannot do',
      said: [
        'server cannot meet the expect header',
        'the expect header is not supported',
        'unknown value in the expect header',
        'server does not understand expect',
        'request header expect cannot be fulfilled',
      ],
    },
    {
      when: 'a proxy or old server on the way cannot handle Expect: 100-continue',
      said: [
        'upload fails because the client sends expect before the body',
        'old squid proxy rejects the expect header',
        'curl adds an expect header to large posts and the proxy refuses it',
        'dotnet webrequest sends expect and the server rejects it',
        'client waits for the go-ahead before sending the body but the server cannot give it',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.18'), mdn(417)],
  reviewed: '2026-11-25',
};
