import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const found: RegisteredStatus = {
  code: 302,
  name: 'Found',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['moved temporarily', 'temporarily moved', 'temporary move', 'http found', 'object moved', 'redirect found'],
  meaning: 'A redirection for now: go to the URL in Location this time, but keep using the old address in future.',
  use: [
    'A visitor without a session is sent to the login page.',
    'A page is somewhere else for the moment, by language, campaign or device, and GET is all that matters.',
    'Your framework’s plain redirect: it is what most of them send.',
  ],
  avoid: [
    { text: 'The method and body must stay the same.', instead: [307] },
    { text: 'You answer a POST and want the browser to GET another page: say so clearly.', instead: [303] },
    { text: 'The move is for good.', instead: [301, 308] },
    { text: 'An API client is not signed in: it cannot use a login page.', instead: [401] },
  ],
  received: [
    'Go to the URL in Location, and keep the old address for the next time.',
    'If an API call lands here, you were probably sent to a login page: check token or session.',
    'If your POST arrived as a GET, this redirect did it: clients are allowed to change the method.',
  ],
  fault: 'nobody',
  provoke: [
    'Open a page that needs a login in a private window and look at the first response.',
    'Use curl -i without -L, or switch off “follow redirects” in your test tool.',
  ],
  check: [
    'Test without following redirects first, or you only see the last response.',
    'Location is right, and a return address in it cannot be set to a foreign site.',
    'There is no loop, and cookies set on the way survive.',
    'API routes give 401 instead of sending the client to an HTML login page.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'The URL to go to this time.',
      source: rfc(9110, '15.4.3'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Usually a short note with a link to the other address.',
    source: rfc(9110, '15.4.3'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless Cache-Control or Expires allow it.', source: rfc(9110, '15.1') },
  retry: { rule: 'changed', after: 'Follow Location this time; the next request goes to the old address again.' },
  example: {
    request: 'GET /account HTTP/1.1\nHost: www.example.com\nAccept: text/html\n\n',
    response:
      'HTTP/1.1 302 Found\nLocation: https://www.example.com/login?next=%2Faccount\nCache-Control: no-store\nContent-Type: text/html; charset=utf-8\n\n<p>Please <a href="/login?next=%2Faccount">sign in</a>.</p>',
  },
  situations: [
    {
      when: 'a visitor is sent to a login page or back from it',
      said: [
        'redirect to the login page when the visitor has no session',
        'web page sends anonymous visitors to sign in',
        'after login send the user back to the page he came from',
        'oauth authorization endpoint sends the browser back with a code',
        'single sign on sends the browser to the identity provider',
        'session expired and the website shows the login form via a redirect',
        'api call ends up at a html login page',
        'keycloak sends me to its login screen',
        'saml login bounces the browser around',
      ],
    },
    {
      when: 'the page is somewhere else for now and the old address stays valid',
      said: [
        'page is somewhere else for now',
        'temporarily lead visitors to another page',
        'short term redirect',
        'send visitors to another page for a while',
        'campaign page replaces the home page for a week',
        'the address may change again, keep using the old one',
        'redirect that should not be remembered by browsers',
        'url of the target changes every day',
        'old url stays valid but today it leads somewhere else',
        'a redirect that search engines should not follow forever',
        'out of stock item leads to its category page for the time being',
      ],
      rival: 307,
    },
    {
      when: 'visitors are sent to a page by language, country or device',
      said: [
        'send visitors to the page in their language',
        'redirect by country of the visitor',
        'mobile visitors go to the mobile site',
        'a b test sends half of the users to another page',
        'home page leads to the english or german version',
      ],
    },
    {
      when: 'a short link or download link leads to a changing target',
      said: [
        'link shortener that counts clicks',
        'the latest release link leads to a changing file',
        'short link whose target can be edited later',
        'random page link',
        'download link leads to a signed storage url',
        'tracking link in an email leads to the shop',
      ],
    },
    {
      when: 'a web framework sends its plain redirect',
      said: [
        'simple redirect from my framework',
        'servlet sendredirect',
        'response.redirect in express without a code',
        'php header location without anything else',
        'plain redirect helper in rails',
        'default kind of redirect',
        'flask redirect function',
      ],
    },
    {
      when: 'a form was posted and the browser is sent to another page the old way',
      said: [
        'classic web form submit that redirects afterwards',
        'submit a form and the browser loads another page with get, old style',
      ],
      rival: 303,
    },
  ],
  sources: [rfc(9110, '15.4.3'), mdn(302)],
  reviewed: '2026-11-25',
};
