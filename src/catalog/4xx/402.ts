import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const paymentRequired: RegisteredStatus = {
  code: 402,
  name: 'Payment Required',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['payment needed', 'payment is required', 'payment required error'],
  meaning: 'Reserved for future use; in practice some APIs say with it that money is missing before they go on.',
  use: [
    'Your API documents it for one case, such as an unpaid bill or no credits left.',
    'A payment provider declined the card and your callers expect this code for it.',
    'Never rely on clients knowing it: the standard reserves it and gives it no behaviour.',
  ],
  avoid: [
    { text: 'The plan does not include the feature and you want a code every client understands.', instead: [403] },
    { text: 'Too many calls in a time window, on any plan.', instead: [429] },
    { text: 'The card number or amount in the body is not valid.', instead: [422] },
  ],
  received: [
    'Look at the billing page of the account: unpaid invoice, expired card, empty balance.',
    'Read the body for the provider’s reason, such as the decline code of a card.',
    'Look the code up in this API’s documentation; there is no common meaning to fall back on.',
  ],
  fault: 'client',
  provoke: [
    'Use an account whose credits are used up or whose subscription has lapsed.',
    'In a payment sandbox, pay with the test card that is always declined.',
  ],
  check: [
    'The body says what must be paid and where, in a form a program can read.',
    'After the payment the same request goes through.',
    'Nothing was charged or delivered by the refused request.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'The code has no agreed meaning, so the explanation has to carry it.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only when told; better not, since it changes the moment somebody pays.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Pay, top up or use another card first, then send the request again.' },
  example: {
    request:
      'POST /reports HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer 4f2c\nContent-Type: application/json\nContent-Length: 17\n\n{ "year": "all" }',
    response:
      'HTTP/1.1 402 Payment Required\nContent-Type: application/problem+json\n\n{ "title": "No credits left", "status": 402, "detail": "This report costs 5 credits; you have 2.", "balance": 2 }',
  },
  situations: [
    {
      when: 'the balance or the credits of the account do not cover the operation',
      said: [
        'not enough credits left',
        'insufficient funds',
        'wallet balance is too low for the order',
        'prepaid account has run out of money',
        'customer has no credit for another sms',
        'out of tokens and has to top up',
      ],
      rival: 403,
    },
    {
      when: 'the subscription is unpaid or has lapsed',
      said: [
        'subscription has expired',
        'the invoice was not paid',
        'trial period is over and the user must buy a plan',
        'customer stopped paying',
        'billing failed last month so the api is off',
        'content behind a paywall',
      ],
      rival: 403,
    },
    {
      when: 'a card or payment was declined by the payment provider',
      said: [
        'credit card was declined',
        'the bank rejected the charge',
        'payment did not go through',
        'stripe says the card has no money',
        'checkout fails because the payment provider said no',
      ],
      rival: 422,
    },
    {
      when: 'an agent or crawler must pay for each request',
      said: [
        'pay per request api',
        'micropayment before the content is served',
        'crawler must pay to read the article',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.3'), mdn(402)],
  reviewed: '2026-11-25',
};
