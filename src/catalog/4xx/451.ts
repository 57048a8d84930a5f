import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const unavailableForLegalReasons: RegisteredStatus = {
  code: 451,
  name: 'Unavailable For Legal Reasons',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'unavailable due to legal demands',
    'unavailable for legal reason',
    'blocked for legal reasons',
    'legal reasons',
    'legally unavailable',
  ],
  meaning: 'A legal demand obliges somebody on the way to deny access to this resource.',
  use: [
    'A court order or an authority demands that this resource is not shown.',
    'A copyright or privacy claim had the resource taken down, and you want to say so.',
    'A law keeps you from serving people in this country.',
  ],
  avoid: [
    { text: 'Your own rules or the user’s rights forbid it, not a law.', instead: [403] },
    { text: 'You may not even say that the thing exists.', instead: [404] },
    { text: 'You removed it for good of your own accord.', instead: [410] },
    { text: 'You just do not offer the product in that country.', instead: [403] },
  ],
  received: [
    'Read the body: it should say who demands it, under which law, and for whom.',
    'Look at the Link header with rel="blocked-by": it names who does the blocking.',
    'If it is your content, ask the operator for the demand; that can be disputed.',
  ],
  fault: 'server',
  provoke: [
    'Call a geoblocked address through a test route from the country concerned.',
    'Set the takedown flag on a test item.',
  ],
  check: [
    'The body explains the demand, as far as that is allowed.',
    'Link with rel="blocked-by" names who blocks, not who demanded it.',
    'Clients outside the country concerned still get the resource, also through shared caches.',
    'Other items and lists no longer leak the blocked content.',
  ],
  headers: [
    {
      name: 'Link',
      on: 'response',
      level: 'SHOULD',
      why: 'With rel="blocked-by": identifies who carries out the blocking, such as a provider or a search engine.',
      source: rfc(7725, '4'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Says who demands it, which law applies, and which people and resources it covers.',
    source: rfc(7725, '3'),
  },
  cache: {
    rule: 'default',
    note: 'A cache may keep it without being told; send Cache-Control if the block depends on the visitor’s country.',
    source: rfc(7725, '3'),
  },
  retry: { rule: 'pointless', after: 'The same answer will come as long as the legal demand stands.' },
  example: {
    request: 'GET /films/brave-tea HTTP/1.1\nHost: video.example.com',
    response:
      'HTTP/1.1 451 Unavailable For Legal Reasons\nLink: <https://video.example.com>; rel="blocked-by"\nCache-Control: private\nContent-Type: text/plain\n\nThis film is not shown in your country: a court ordered us to block it on 4 May 2026.',
  },
  situations: [
    {
      when: 'a court order, an authority or a law demands that the resource is blocked',
      said: [
        'court order forces us to take the page down',
        'government censorship of a website',
        'authority demands that we block this content',
        'blocked by law in this country',
        'content is illegal in the country of the visitor',
        'internet provider must block the domain by order of a judge',
        'sanctions forbid serving users from that country',
      ],
    },
    {
      when: 'a copyright or privacy claim had the content taken down',
      said: [
        'dmca takedown',
        'copyright claim on an uploaded video',
        'repository disabled because of a copyright complaint',
        'right to be forgotten request removed the search result',
        'rights holder had the song blocked',
      ],
      rival: 410,
    },
    {
      when: 'a site shuts out a region because of its data protection law',
      said: [
        'news site blocks european visitors because of gdpr',
        'site does not serve the eu for privacy law reasons',
        'geo blocked because of local regulation',
        'age verification law keeps us from showing this here',
      ],
      rival: 403,
    },
  ],
  sources: [rfc(7725, '3'), mdn(451)],
  reviewed: '2026-11-25',
};
