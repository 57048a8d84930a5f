import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const networkAuthenticationRequired: RegisteredStatus = {
  code: 511,
  name: 'Network Authentication Required',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'captive portal',
    'captive portal login',
    'network login required',
    'network authentication',
    'wifi login required',
    'hotspot login required',
  ],
  meaning:
    'The network wants you to log in before it lets anything through; the site you asked for never saw the request.',
  use: [
    'You run the network, not the site: a proxy that catches requests until the user has signed in.',
    'Link in the body to the login page; do not put the login form itself there.',
    'Better than a redirect to the login page: software would take that for the answer of the site.',
  ],
  avoid: [
    { text: 'You are the site or API and want the user to log in.', instead: [401] },
    { text: 'You are a proxy the client knows about, and want its credentials.', instead: [407] },
    { text: 'The network refuses this address and no login would open it.', instead: [403] },
  ],
  received: [
    'Open a browser on that network and log in or accept the terms, then repeat the request.',
    'Do not store the body as data: it comes from the network, not from your API.',
    'If it happens to a server or device, ask the network’s owner to let it through.',
  ],
  fault: 'between',
  provoke: [
    'Join a guest network that uses it and send a plain http request before logging in.',
    'With a stub proxy that answers everything with it until a flag is set.',
  ],
  check: [
    'The body links to the login page and contains no form for the password.',
    'Nothing stores it, and after the login the real answer comes.',
    'The API client treats it as “no network” and not as an answer of the API.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'It should link to the page where one can log in, and should not be the login page itself.',
    source: rfc(6585, '6'),
  },
  cache: {
    rule: 'never',
    note: 'No cache may store it, because it does not come from the site that was asked.',
    source: rfc(6585, '6'),
  },
  retry: { rule: 'any', after: 'Log in to the network first; the request never reached its server.' },
  example: {
    request: 'GET /news HTTP/1.1\nHost: www.example.com',
    response:
      'HTTP/1.1 511 Network Authentication Required\nContent-Type: text/html\nCache-Control: no-store\n\n<title>Log in to the network</title>\n<p>Please <a href="https://login.example.net/">log in to the guest network</a> first.</p>',
  },
  situations: [
    {
      when: 'a guest network holds requests back until the user has logged in or accepted its terms',
      said: [
        'hotel wifi wants me to log in first',
        'airport wlan shows its own page before the internet works',
        'public hotspot with a terms and conditions page',
        'guest network asks to accept terms before browsing',
        'train wifi intercepts my requests',
        'user has to sign in to the network before getting access',
        'the coffee shop network answers instead of my api',
        'network asks for payment before it lets traffic through',
      ],
    },
    {
      when: 'a proxy of the network catches requests and must say that the answer is not the site’s',
      said: [
        'intercepting proxy of the campus network wants a login',
        'our access point must tell clients to authenticate to the network',
        'app in a company guest network gets html instead of json',
        'firewall wants the employee to log in before it opens the internet',
        'the network and not the website is asking for credentials',
      ],
    },
  ],
  sources: [rfc(6585, '6'), mdn(511)],
  reviewed: '2026-11-25',
};
