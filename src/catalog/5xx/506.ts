import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const variantAlsoNegotiates: RegisteredStatus = {
  code: 506,
  name: 'Variant Also Negotiates',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['variant negotiates', 'circular negotiation', 'negotiation loop'],
  meaning: 'The server’s content negotiation is set up in a circle: the chosen version starts to negotiate again.',
  use: [
    'Your server does transparent content negotiation, and the variant it picked is itself negotiated.',
    'Hardly ever otherwise: the scheme is experimental and almost nobody runs it.',
  ],
  avoid: [
    { text: 'None of your formats or languages pleases the client.', instead: [406] },
    { text: 'You want the client to pick one of several versions.', instead: [300] },
    { text: 'The server is misconfigured in any other way.', instead: [500] },
  ],
  received: [
    'Nothing in the request is wrong: report it to whoever runs the server.',
    'Try the address of one version directly, without negotiation.',
    'As the owner, follow the list of variants until one leads back to a negotiating address.',
  ],
  fault: 'server',
  provoke: [
    'List an address that negotiates itself as a variant of another one.',
    'With a stub, since common servers never send it.',
  ],
  check: [
    'The client shows an error and does not follow variants in a circle.',
    'Asking for one version directly still works.',
  ],
  headers: [
    {
      name: 'Negotiate',
      on: 'request',
      level: 'MAY',
      why: 'Tells the server that the client takes part in transparent content negotiation.',
      source: rfc(2295, '8.4'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say that the server’s negotiation is set up wrongly, except in an answer to HEAD.',
    source: rfc(9110, '15.6'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'pointless', after: 'The same answer will come until somebody corrects the server’s configuration.' },
  example: {
    request: 'GET /manual HTTP/1.1\nHost: www.example.com\nNegotiate: trans\nAccept-Language: en, fr;q=0.5',
    response:
      'HTTP/1.1 506 Variant Also Negotiates\nContent-Type: text/plain\n\nThe variant /manual.en is itself negotiated. Please tell the administrator.',
  },
  situations: [
    {
      when: 'the version that the server picked is itself set up to negotiate',
      said: [
        'content negotiation goes round in circles',
        'the chosen variant is itself a negotiated resource',
        'transparent content negotiation is misconfigured',
        'a variant points back to a list of variants',
        'the language version we selected starts negotiating again',
        'circular reference between variants of a page',
      ],
    },
    {
      when: 'the setup of variants on the server has a mistake inside',
      said: [
        'type map file lists a resource that has its own type map',
        'variant list contains a negotiating address',
        'internal mistake in the negotiation setup of the server',
        'negotiated variant is no proper end point',
      ],
    },
  ],
  sources: [rfc(2295, '8.1'), mdn(506)],
  reviewed: '2026-11-25',
};
