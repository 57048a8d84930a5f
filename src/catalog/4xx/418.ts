import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const imATeapot: RegisteredStatus = {
  code: 418,
  name: "I'm a Teapot",
  owner: 'IANA',
  standing: 'unused',
  common: false,
  aliases: ['teapot', 'im a teapot', 'i am a teapot', 'teapot error', 'teapot status', 'teapot code', 'htcpcp'],
  meaning: 'A joke from an April Fools’ RFC about coffee pots; the number is reserved and has no meaning in HTTP.',
  use: [
    'An Easter egg, a demo or a test double that nothing depends on.',
    'A coffee machine that speaks HTCPCP and finds that it is a pot for tea.',
  ],
  avoid: [
    { text: 'You want to turn away a bot or a scraper.', instead: [403, 429] },
    { text: 'You need a general refusal and no other code seems to fit.', instead: [400, 403] },
    { text: 'A feature is not built yet.', instead: [501] },
  ],
  received: [
    'Read the body: somebody chose this code on purpose, and its meaning is theirs.',
    'On a public site, suspect a firewall or anti-bot rule that does not like your client.',
    'Otherwise treat it like any other client error: as 400.',
  ],
  fault: 'client',
  provoke: [
    'Call the Easter egg, where a site has one; no standard request leads here.',
    'Make a mock server answer with it, to see how your client treats a code it does not know.',
  ],
  check: [
    'A client without a rule for it handles it as a general client error.',
    'No production code depends on it: some libraries have no constant for it.',
  ],
  headers: [],
  body: {
    rule: 'optional',
    note: 'Anything; RFC 2324 permits it to be short and stout.',
    source: rfc(2324, '2.3.2'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'pointless', after: 'A pot for tea will not brew coffee the next time either.' },
  example: {
    request:
      'BREW /pot-1 HTTP/1.1\nHost: kitchen.example.com\nContent-Type: application/coffee-pot-command\nContent-Length: 5\n\nstart',
    response: "HTTP/1.1 418 I'm a Teapot\nContent-Type: text/plain\n\nThis pot makes tea. Try /pot-2 for coffee.",
  },
  situations: [
    {
      when: 'coffee is asked of a pot that makes tea',
      said: [
        'brew coffee in a pot meant for tea',
        'asked the kettle for an espresso',
        'hyper text coffee pot control protocol',
        'the coffee machine can only make tea',
        'server refuses to brew coffee',
        'short and stout',
        'coffee is wanted but this is a pot for tea',
        'the pot refuses the bean drink',
        'coffee pot protocol client wants an espresso',
        'hot beverage protocol joke',
        'brew method on a pot for earl grey',
        'kettle connected to the internet',
      ],
    },
    {
      when: 'the answer is an Easter egg or a joke and nothing depends on it',
      said: [
        'april fools joke response',
        'easter egg endpoint',
        'a funny error for a joke route',
        'the joke http code about tea',
        'want to answer with something silly',
        'prank response in a demo api',
        'funny code about a pot',
        'april first rfc about coffee pots',
        'google has an easter egg page with a pot that pours',
        'which code is a joke',
        'the tea code',
        'silly code developers love',
        'node and go keep a joke constant',
        'save the joke code campaign',
        'russian ministry site once answered foreign visitors with a joke code',
        'some site answers bots with the coffee pot joke',
        'python requests gets the tea joke from a bot filter',
        'interviewer asks for the funniest code',
      ],
    },
  ],
  sources: [rfc(2324, '2.3.2'), rfc(7168, '2.3.3'), rfc(9110, '15.5.19'), mdn(418)],
  reviewed: '2026-11-25',
};
