import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const movedPermanently: RegisteredStatus = {
  code: 301,
  name: 'Moved Permanently',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['permanently moved', 'redirect permanent', 'page moved permanently', 'http moved permanently'],
  meaning: 'This address has moved for good; the new one is in Location, and everybody should use that from now on.',
  use: [
    'A page or site has a new address and people and crawlers should learn it.',
    'You settle on one form of an address: https, with or without www, with or without the trailing slash.',
  ],
  avoid: [
    { text: 'The method must stay the same: a POST may come back as a GET after this code.', instead: [308] },
    { text: 'The move is only for now.', instead: [302, 307] },
    { text: 'You want to show the result of a POST on another page.', instead: [303] },
    { text: 'It is gone and has no successor.', instead: [410] },
  ],
  received: [
    'Go to the address in Location, and correct your bookmark, link or base URL.',
    'In API testing you rarely meet it: check for http instead of https, or a missing trailing slash.',
    'If your POST arrived as a GET with no body, this redirect is the reason: call the new address directly.',
    'If a browser keeps going to an old target, clear its cache: it remembers this redirect.',
  ],
  fault: 'nobody',
  provoke: [
    'Ask for the http:// address of a site that insists on https, with curl -I and without -L.',
    'Call a folder without its trailing slash on a static file server.',
  ],
  check: [
    'Location is there, is correct to the letter, and keeps path and query.',
    'One hop is enough: no chains and no loops.',
    'What happens to a POST: most clients turn it into a GET.',
    'Location cannot be steered to a foreign host by a parameter.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'The new address; without it nobody can follow.',
      source: rfc(9110, '15.4.2'),
    },
    {
      name: 'Cache-Control',
      on: 'response',
      level: 'MAY',
      why: 'Limits how long browsers remember the move, which is wise while you are not quite sure.',
      source: rfc(9110, '15.4.2'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Usually a short note with a link to the new address, for people whose client does not follow.',
    source: rfc(9110, '15.4.2'),
  },
  cache: {
    rule: 'default',
    note: 'Caches and browsers may remember it without being told, so a mistake can stick for long.',
    source: rfc(9110, '15.4.2'),
  },
  retry: { rule: 'changed', after: 'Send it to the address in Location, now and in future.' },
  example: {
    request: 'GET /blog/2019/tea HTTP/1.1\nHost: www.example.com\n\n',
    response:
      'HTTP/1.1 301 Moved Permanently\nLocation: https://www.example.com/articles/tea\nCache-Control: max-age=86400\nContent-Type: text/html; charset=utf-8\n\n<p>This page now lives at <a href="https://www.example.com/articles/tea">/articles/tea</a>.</p>',
  },
  situations: [
    {
      when: 'a page or site has a new address for good',
      said: [
        'page has a new url for good',
        'url changed forever',
        'the site has moved for good',
        'we moved to another domain permanently',
        'website got a new domain name',
        'the old address should never be used again',
        'we renamed the path and want old links to keep working',
        'old url replaced by a new one',
        'blog post got a new slug',
        'company rebranded and switched domains',
        'site restructured, old links must lead to the new pages',
        'resource was assigned a new url',
        'content was relocated for ever',
        'product page lives under another url now and will stay there',
        'shop migrated to another platform with different urls',
      ],
    },
    {
      when: 'search engines shall move their ranking to the new address',
      said: [
        'seo friendly redirect',
        'google should index the new url instead of the old one',
        'keep the page rank when changing urls',
        'pass link juice to the new page',
        'tell crawlers that the site has a new home',
        'merge two duplicate pages into one for search engines',
        'canonical domain for search engines',
      ],
    },
    {
      when: 'plain http, www or a trailing slash leads to the one proper form of the address',
      said: [
        'redirect http to https',
        'force https on the whole site',
        'www to non www',
        'naked domain to the www domain',
        'add a trailing slash to the url',
        'remove the trailing slash',
        'lower case urls lead to the canonical form',
        'nginx redirects a folder without slash',
        'index.html should lead to the folder url',
      ],
      rival: 308,
    },
    {
      when: 'a short link or vanity address always leads to the same target',
      said: [
        'link shortener with a target that never changes',
        'vanity url that always points to the same page',
        'short link without click tracking',
      ],
      rival: 302,
    },
    {
      when: 'a client meets it in an API call and the method or body got lost on the way',
      said: [
        'my post turns into a get after the redirect',
        'request body disappears because the base url is http instead of https',
        'browser keeps going to the old redirect from its cache',
        'curl shows only a redirect page instead of the api answer',
        'axios followed a redirect and the endpoint was called with get',
        'api moved its base path and tells the new location',
      ],
      rival: 308,
    },
  ],
  sources: [rfc(9110, '15.4.2'), mdn(301)],
  reviewed: '2026-11-25',
};
