import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

const wikipedia = page(
  'Wikipedia: list of HTTP status codes',
  'https://en.wikipedia.org/wiki/List_of_HTTP_status_codes',
);

// Web servers and places where sites are hosted.
export const hosting: readonly VendorStatus[] = [
  {
    code: 218,
    name: 'This Is Fine',
    owner: 'Apache',
    seen: 'response',
    aliases: [],
    meaning:
      'A trick, not an Apache code: a 2xx number for errors, so that ProxyErrorOverride leaves their body alone.',
    causes: [
      'A backend behind Apache answers 218 instead of an error to keep its own error page.',
      'Only convention: Apache’s documentation does not name the number.',
    ],
    received: [
      'Read the body; although the number says success, it may describe an error.',
      'If you own the backend, send the true error and limit ProxyErrorOverride to chosen codes instead.',
    ],
    fault: 'server',
    situations: [
      {
        when: 'a backend hides its error pages from ProxyErrorOverride',
        said: ['apache replaces my api error bodies because of proxyerroroverride'],
      },
    ],
    sources: [
      page('Apache: ProxyErrorOverride', 'https://httpd.apache.org/docs/2.4/mod/mod_proxy.html#proxyerroroverride'),
      wikipedia,
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 509,
    name: 'Bandwidth Limit Exceeded',
    owner: 'Apache',
    seen: 'response',
    aliases: ['bandwidth exceeded', 'bandwidth limit reached'],
    meaning:
      'By convention: the site has used up the bandwidth it was given. It came with bandwidth modules for Apache.',
    causes: [
      'A bandwidth module or the hosting provider cut the site off.',
      'Some APIs use the number for “too many requests”; read their documentation.',
    ],
    received: [
      'If it is your site, look at the transfer statistics and ask the provider.',
      'If you only visit, come back later, often next month.',
      'In an API of your own use 429 for limits.',
    ],
    fault: 'server',
    situations: [
      {
        when: 'a site has used up the traffic its hosting allows',
        said: [
          'website used up its monthly traffic',
          'hosting plan ran out of transfer',
          'site cut off because it sent too many gigabytes this month',
          'data transfer quota of the web host is used up',
          'went viral and the shared host turned the site off',
          'too much traffic for the hosting package',
        ],
        rival: 429,
      },
    ],
    sources: [wikipedia],
    reviewed: '2026-11-25',
  },
  {
    code: 508,
    name: 'Resource Limit Is Reached',
    owner: 'cPanel',
    seen: 'response',
    aliases: ['resource limit reached', 'cloudlinux resource limit'],
    meaning: 'Shared hosting: the account runs as many processes as CloudLinux allows it, so this request was refused.',
    causes: [
      'Too many PHP requests at once: the limit of entry processes.',
      'Bots, a login attack or a slow plugin keep processes busy.',
    ],
    received: [
      'Open Resource Usage in cPanel and see which limit was hit.',
      'Block bots, cache pages and look for slow plugins or cron jobs.',
      'Ask for a bigger plan if the load is real.',
      'From a WebDAV server, 508 means something else: Loop Detected.',
    ],
    fault: 'server',
    situations: [
      {
        when: 'a shared hosting account has reached its process limit',
        said: [
          'shared hosting account hit its process limit',
          'cloudlinux entry processes maxed out',
          'wordpress on cpanel refuses visitors when many come at once',
          'too many php processes on my hosting account',
          'bots exhaust the lve limits of the cpanel account',
          'xmlrpc attack brings the shared host to its limits',
        ],
      },
    ],
    sources: [page('CloudLinux: limits', 'https://docs.cloudlinux.com/cloudlinuxos/limits/')],
    reviewed: '2026-11-25',
  },
  {
    code: 509,
    name: 'Bandwidth Limit Exceeded',
    owner: 'cPanel',
    seen: 'response',
    aliases: ['cpanel bandwidth limit exceeded'],
    meaning: 'The hosting account has used its monthly bandwidth, so cPanel serves an error instead of the site.',
    causes: ['The account’s monthly transfer limit is reached.', 'The limit of a reseller or package is set too low.'],
    received: [
      'Look at Bandwidth in cPanel to see what used it.',
      'Raise the limit in WHM, or ask the provider for it.',
      'Otherwise the counter starts again next month.',
    ],
    fault: 'server',
    situations: [
      {
        when: 'a cPanel account has used its monthly bandwidth',
        said: [
          'cpanel account went over its monthly transfer',
          'whm suspended the site until next month because of traffic',
        ],
      },
    ],
    sources: [
      page('cPanel: limit bandwidth usage', 'https://docs.cpanel.net/whm/account-functions/limit-bandwidth-usage/'),
      wikipedia,
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 530,
    name: 'Site Is Frozen',
    owner: 'Pantheon',
    seen: 'response',
    aliases: ['site frozen', 'pantheon frozen site'],
    meaning: 'The Pantheon sandbox site was frozen because nobody worked on it for months.',
    causes: ['A sandbox site without code commits or other Git activity for months.'],
    received: ['Open the site’s dashboard and choose “Unfreeze site”.', 'If unfreezing fails, ask Pantheon’s support.'],
    fault: 'server',
    situations: [
      {
        when: 'a Pantheon sandbox site was not used for a long time',
        said: [
          'pantheon sandbox site was inactive for months',
          'old drupal test site on pantheon is asleep',
          'how to unfreeze a pantheon site',
        ],
      },
    ],
    sources: [
      page(
        'Pantheon: platform and site info',
        'https://docs.pantheon.io/guides/platform-considerations/platform-site-info',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 494,
    name: 'REQUEST_HEADER_TOO_LARGE',
    owner: 'Vercel',
    seen: 'response',
    aliases: ['vercel request header too large'],
    meaning: 'The request’s headers are bigger than Vercel allows: 16 KB for one, 32 KB for all.',
    causes: ['Cookies grew too big.', 'A long token or custom header.'],
    received: ['Delete the site’s cookies and try again.', 'Keep sessions on the server and only an id in the cookie.'],
    fault: 'client',
    situations: [
      {
        when: 'cookies or headers are too big for Vercel',
        said: ['vercel complains about big cookies', 'next auth session cookie is too big on vercel'],
      },
    ],
    sources: [page('Vercel: REQUEST_HEADER_TOO_LARGE', 'https://vercel.com/docs/errors/REQUEST_HEADER_TOO_LARGE')],
    reviewed: '2026-11-25',
  },
];
