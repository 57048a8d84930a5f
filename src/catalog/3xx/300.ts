import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const multipleChoices: RegisteredStatus = {
  code: 300,
  name: 'Multiple Choices',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['multiple-choices', 'multiple representations', 'several representations', 'http multiple choices'],
  meaning: 'The resource comes in several forms, each with its own address: choose one.',
  use: [
    'A document exists in several languages or formats, and the client shall pick.',
    'You cannot or do not want to choose by Accept headers.',
  ],
  avoid: [
    { text: 'You can choose well from the Accept headers: send the best form.', instead: [200] },
    { text: 'None of your forms fits what the client accepts.', instead: [406] },
    { text: 'There is just one place to go.', instead: [302, 303, 307] },
    { text: 'You answer with a list or search hits: that is an ordinary result.', instead: [200] },
  ],
  received: [
    'Read the list in the body and ask for the form you want at its own address.',
    'If there is a Location, it is the server’s favourite: you may go there directly.',
    'Do not count on an automatic redirect: there is no standard format for the list.',
  ],
  fault: 'nobody',
  provoke: [
    'On Apache with MultiViews or mod_speling, ask for a name that several files match.',
    'Let a mock server answer with a list of links.',
  ],
  check: [
    'Every address in the list works and leads to the form it promises.',
    'The client makes a choice, or shows the list, instead of failing.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'If the server prefers one of the choices: its address.',
      source: rfc(9110, '15.4.1'),
    },
    {
      name: 'Link',
      on: 'response',
      level: 'MAY',
      why: 'Can list the choices as rel=alternate, though few clients read it.',
      source: rfc(9110, '15.4.1'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'A list of the choices with their addresses, except in an answer to HEAD.',
    source: rfc(9110, '15.4.1'),
  },
  cache: {
    rule: 'default',
    note: 'A cache may keep it without being told.',
    source: rfc(9110, '15.4.1'),
  },
  retry: { rule: 'changed', after: 'Choose one of the addresses and ask for that one.' },
  example: {
    request: 'GET /handbook HTTP/1.1\nHost: docs.example.com\nAccept: */*\n\n',
    response:
      'HTTP/1.1 300 Multiple Choices\nLocation: /handbook.en.html\nContent-Type: text/html; charset=utf-8\n\n<ul>\n  <li><a href="/handbook.en.html">English, HTML</a></li>\n  <li><a href="/handbook.de.html">Deutsch, HTML</a></li>\n  <li><a href="/handbook.en.pdf">English, PDF</a></li>\n</ul>',
  },
  situations: [
    {
      when: 'one resource exists in several formats or languages and the client shall pick',
      said: [
        'the document exists in several languages and the user should pick',
        'let the client choose between pdf and html versions',
        'more than one representation and the server does not decide',
        'video is offered in different formats under different urls',
        'agent driven content negotiation',
        'reactive negotiation with a list of alternatives',
        'give the client a menu of links to pick a format from',
      ],
    },
    {
      when: 'the address is ambiguous and matches several resources',
      said: [
        'short id matches several objects and the client has to say which one',
        'apache mod_speling sees several similar file names',
        'ambiguous url with several possible targets',
        'docker style name lookup with more than one match',
        'several redirect targets are possible',
      ],
    },
  ],
  sources: [rfc(9110, '15.4.1'), mdn(300)],
  reviewed: '2026-11-25',
};
