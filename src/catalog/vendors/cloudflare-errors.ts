// Cloudflare's 1xxx errors: the number stands in the page (or as "error code: 1020" in the body), never in the status line.
//
// The status of 1015, 1018 and 1023 is documented; Cloudflare says of the others only that 403, 409, 429 and 530 occur.
// They are given as they are seen on the wire, and null where that is not clear.
import { page } from '../sources.ts';
import type { PageError } from '../status.ts';

const support = 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes';

type Told = Pick<PageError, 'name' | 'status' | 'meaning' | 'received' | 'fault'>;

function documented(numbers: readonly [number, ...number[]], told: Told): PageError {
  const [first] = numbers;
  const source = page(`Cloudflare: error ${first}`, `${support}/cloudflare-1xxx-errors/error-${first}/`);
  return { ...told, numbers, owner: 'Cloudflare', sources: [source], reviewed: '2026-11-25' };
}

/** Told only in the list of what Workers can run into. */
function ofWorkers(number: number, told: Told): PageError {
  const source = page('Cloudflare Workers: errors', 'https://developers.cloudflare.com/workers/observability/errors/');
  return { ...told, numbers: [number], owner: 'Cloudflare', sources: [source], reviewed: '2026-11-25' };
}

const askOwner = 'As a visitor: ask the website’s owner and give them the Ray ID of the page.';
const findEvent = 'As the owner: look up the Ray ID under Security, Events; it names the rule that blocked.';

export const cloudflareErrors: readonly PageError[] = [
  documented([1000], {
    name: 'DNS Points to Prohibited IP',
    status: 403,
    meaning: 'The DNS record leads back to Cloudflare, or the request carries a header that only Cloudflare may set.',
    received: [
      'Point the A record at the origin’s own address, not at one of Cloudflare’s.',
      'Look for a reverse proxy at the origin that sends the request to Cloudflare a second time.',
      'Send neither CF-Connecting-IP nor a second or overlong X-Forwarded-For.',
    ],
    fault: 'server',
  }),
  documented([1001], {
    name: 'DNS Resolution Error',
    status: null,
    meaning: 'Cloudflare cannot resolve the requested host name.',
    received: [
      'Check that the domain and its records exist in the Cloudflare account.',
      'After a change of DNS, wait some minutes for it to spread.',
      'With a CNAME to another Cloudflare domain: the owner of that domain has to allow it.',
    ],
    fault: 'server',
  }),
  documented([1002], {
    name: 'DNS Points to Prohibited IP, or Restricted',
    status: 403,
    meaning: 'The DNS record leads to an address that Cloudflare does not serve, such as a local or private one.',
    received: ['Correct the record: it needs the public address of the origin.'],
    fault: 'server',
  }),
  documented([1003], {
    name: 'Direct IP Access Not Allowed',
    status: 403,
    meaning: 'The request names an address of Cloudflare instead of a host name.',
    received: [
      'Use the website’s name in the URL and in Host.',
      'In a Worker: fetch a host name, never a bare IP address.',
    ],
    fault: 'client',
  }),
  documented([1004], {
    name: 'Host Not Configured to Serve Web Traffic',
    status: null,
    meaning: 'Cloudflare does not proxy this host: it was switched off, or its DNS has not spread yet.',
    received: [
      'Wait five minutes after a change of DNS.',
      'Check that no A record points at one of Cloudflare’s addresses; if it stays, ask Cloudflare’s support.',
    ],
    fault: 'server',
  }),
  documented([1005], {
    name: 'Access Denied: Autonomous System Banned',
    status: 403,
    meaning: 'The website’s owner banned the whole network (ASN) that the request comes from.',
    received: [askOwner, findEvent],
    fault: 'client',
  }),
  documented([1006, 1007, 1008, 1106], {
    name: 'Access Denied: Your IP Address Has Been Banned',
    status: 403,
    meaning: 'The website’s owner banned the address that the request comes from.',
    received: [
      askOwner,
      'As the owner: look through IP access rules and Zone Lockdown.',
      'Cloudflare’s support cannot lift it.',
    ],
    fault: 'client',
  }),
  documented([1009], {
    name: 'Access Denied: Country or Region Banned',
    status: 403,
    meaning: 'The website’s owner banned the country or region that the request comes from.',
    received: [askOwner, findEvent],
    fault: 'client',
  }),
  documented([1010], {
    name: 'Access Denied: Browser Signature Banned',
    status: 403,
    meaning: 'The browser integrity check refused the client by what it says of itself, usually User-Agent.',
    received: [
      'Send the User-Agent of your program honestly and in full; an empty or scraper-like one is refused.',
      askOwner,
      'As the owner: switch the Browser Integrity Check off for this path.',
    ],
    fault: 'client',
  }),
  documented([1011], {
    name: 'Access Denied: Hotlinking Denied',
    status: 403,
    meaning: 'The file was embedded in another website, and its owner allows no hotlinking.',
    received: [
      'Keep a copy of the file on your own site, or ask its owner.',
      'As the owner: allow the Referer, or move the file where hotlink protection does not reach.',
    ],
    fault: 'client',
  }),
  documented([1012], {
    name: 'Access Denied: Harmful Behaviour Detected',
    status: 403,
    meaning: 'The website’s owner refuses clients that look infected or send harmful traffic.',
    received: ['Look for malware on the machine or network that asks.', askOwner],
    fault: 'client',
  }),
  documented([1013], {
    name: 'Host Name and TLS SNI Mismatch',
    status: null,
    meaning: 'The name in the TLS handshake (SNI) is not the one in Host.',
    received: [
      'Let the client use one name for both.',
      'Look for a proxy that opens TLS on the way and changes one of them.',
    ],
    fault: 'client',
  }),
  documented([1014], {
    name: 'CNAME Cross-User Banned',
    status: 403,
    meaning: 'The CNAME leads to a domain in another Cloudflare account, which does not allow it.',
    received: [
      'Let the target’s owner set the name up as a custom hostname (Cloudflare for SaaS, Pages or R2).',
      'If both domains are yours, keep them in one account.',
    ],
    fault: 'server',
  }),
  documented([1015], {
    name: 'You Are Being Rate Limited',
    status: 429,
    meaning: 'The client sent more requests than the website’s owner allows in this time.',
    received: [
      'Wait before the next request; asking on at once makes the block longer.',
      'Slow the client down and spread its requests.',
      'As the owner: look at the rate limiting rules and their period.',
    ],
    fault: 'client',
  }),
  documented([1016], {
    name: 'Origin DNS Error',
    status: 530,
    meaning: 'Cloudflare cannot resolve the address of the origin.',
    received: [
      'Resolve the CNAME’s target or the load balancer’s origin by hand, and correct the record.',
      'With custom hostnames: check the fallback origin and that the hostname is active.',
    ],
    fault: 'server',
  }),
  documented([1018], {
    name: 'Could Not Find Host',
    status: 409,
    meaning: 'Cloudflare’s edge does not know this domain yet, or not any more.',
    received: [
      'A domain added just now: wait some minutes.',
      'With a hosting partner: ask whether their DNS works, then Cloudflare’s support with the Ray ID.',
    ],
    fault: 'server',
  }),
  documented([1019], {
    name: 'Compute Server Error',
    status: null,
    meaning: 'A Worker calls itself, directly or over other Workers, until the limit of 16 is reached.',
    received: ['Let the Worker fetch an address that does not run the same Worker.'],
    fault: 'server',
  }),
  documented([1020], {
    name: 'Access Denied',
    status: 403,
    meaning: 'A firewall rule of the website’s owner blocked the request.',
    received: [askOwner, findEvent],
    fault: 'client',
  }),
  ofWorkers(1021, {
    name: 'Worker Requested a Host It Cannot Access',
    status: null,
    meaning: 'A Worker tried to reach a host that is closed to it.',
    received: ['Look at which address the Worker fetches.'],
    fault: 'server',
  }),
  ofWorkers(1022, {
    name: 'Request Could Not Be Routed to the Worker',
    status: null,
    meaning: 'Cloudflare did not get the request to the Worker.',
    received: ['Look at Cloudflare’s status page, and try again.'],
    fault: 'server',
  }),
  documented([1023], {
    name: 'Could Not Find Host',
    status: 503,
    meaning: 'Cloudflare’s edge has no settings for this domain yet, or they are wrong.',
    received: [
      'A domain added just now: wait some minutes.',
      'With a hosting partner: ask whether their DNS works, then Cloudflare’s support with the Ray ID.',
    ],
    fault: 'server',
  }),
  ofWorkers(1024, {
    name: 'Worker Cannot Reach an Address of Cloudflare',
    status: null,
    meaning: 'A Worker tried to fetch from an IP address that belongs to Cloudflare.',
    received: ['Fetch a host name whose origin is not Cloudflare itself.'],
    fault: 'server',
  }),
  documented([1025], {
    name: 'Please Check Back Later',
    status: null,
    meaning: 'The domain has used up what its Workers plan allows.',
    received: ['As the owner: look at the plan’s limits, or move to a paid one.', 'As a visitor: come back later.'],
    fault: 'server',
  }),
  ofWorkers(1027, {
    name: 'Worker Exceeded the Daily Request Limit',
    status: 429,
    meaning: 'The Workers free plan’s requests of the day are used up.',
    received: ['Wait until midnight UTC, when the count starts again.', 'As the owner: move to the paid plan.'],
    fault: 'server',
  }),
  documented([1033], {
    name: 'Cloudflare Tunnel Error',
    status: 530,
    meaning: 'The host belongs to a Cloudflare Tunnel (formerly Argo Tunnel) that is not connected.',
    received: [
      'Check that cloudflared runs and reaches the network.',
      'Check that the DNS record names the tunnel that really runs.',
    ],
    fault: 'server',
  }),
  documented([1034], {
    name: 'Edge IP Restricted',
    status: 403,
    meaning: 'The domain leads to an address of Cloudflare that does not serve it, such as 1.1.1.1.',
    received: [
      'Point the record at an address of your own; without an origin, at 192.0.2.0 or 100::.',
      'With a provider behind Cloudflare: check that the domain is set up there.',
    ],
    fault: 'server',
  }),
  documented([1035], {
    name: 'Invalid Request Rewrite: Invalid URI Path',
    status: null,
    meaning: 'A rewrite rule made a path that is not valid.',
    received: ['Look at the URL rewrite rules: the new path must begin with a slash and hold valid characters.'],
    fault: 'server',
  }),
  documented([1036], {
    name: 'Invalid Request Rewrite: Maximum Length Exceeded',
    status: null,
    meaning: 'A rewrite rule made a path or query that is too long.',
    received: ['Shorten the value or expression of the rewrite rule.'],
    fault: 'server',
  }),
  documented([1037], {
    name: 'Invalid Rewrite Rule: Failed to Evaluate Expression',
    status: null,
    meaning: 'A rewrite rule uses something that this request does not have, such as a header.',
    received: ['Let the rule apply only where every part of its expression is there.'],
    fault: 'server',
  }),
  documented([1040], {
    name: 'Invalid Request Rewrite: Header Modification Not Allowed',
    status: null,
    meaning: 'A transform rule changes a header field that Cloudflare reserves.',
    received: ['Take the reserved field out of the rule.'],
    fault: 'server',
  }),
  documented([1041], {
    name: 'Invalid Request Rewrite: Invalid Header Value',
    status: null,
    meaning: 'A transform rule sets a header value that is too long or holds characters that are not allowed.',
    received: ['Shorten the value, and keep to the characters that header fields allow.'],
    fault: 'server',
  }),
  ofWorkers(1042, {
    name: 'Worker Fetched Another Worker of Its Zone',
    status: null,
    meaning: 'A Worker tried to fetch from another Worker of the same zone by its address.',
    received: ['Use a service binding to call the other Worker.'],
    fault: 'server',
  }),
  documented([1101], {
    name: 'Rendering Error: Worker Threw an Exception',
    status: 500,
    meaning: 'A Worker threw a JavaScript exception that nobody caught.',
    received: [
      'Read the Worker’s logs (or wrangler tail) for the exception.',
      'Run the Worker locally with the same request.',
    ],
    fault: 'server',
  }),
  documented([1102], {
    name: 'Worker Exceeded Resource Limits',
    status: 503,
    meaning: 'A Worker needed more CPU time or memory than it may.',
    received: [
      'Look at the CPU time in the Worker’s logs, and profile what costs it.',
      'Stream large bodies instead of keeping them in memory.',
      'On the paid plan, the CPU limit can be raised.',
    ],
    fault: 'server',
  }),
  documented([1104], {
    name: 'Variation of the Email Address Is Taken',
    status: null,
    meaning: 'Of Cloudflare’s own accounts: another one already uses a variation of this e-mail address.',
    received: ['Log in with the other account and change its address, or use one that is no variation of it.'],
    fault: 'client',
  }),
  documented([1200], {
    name: 'Cache Connection Limit',
    status: 503,
    meaning: 'Too many requests wait at Cloudflare’s edge for the origin’s answer.',
    received: [
      'Find out why the origin answers slowly, and let it take connections faster.',
      'Cache more at the edge, so that fewer requests reach the origin.',
    ],
    fault: 'server',
  }),
];
