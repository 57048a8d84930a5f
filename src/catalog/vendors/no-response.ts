import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

// What clients show in the place of a status code when no response came.
export const noResponse: readonly VendorStatus[] = [
  {
    code: 0,
    name: 'No Response',
    owner: 'curl',
    seen: 'client',
    aliases: ['curl 000', 'http_code 000'],
    meaning: 'curl -w "%{http_code}" prints 000 when no HTTP response came; the exit code says why.',
    causes: [
      'The name was not found (exit code 6), or the connection refused (7).',
      'The time was over (28), or the TLS handshake failed (35, 60).',
      'The server closed the connection without a word (52, 56).',
    ],
    received: [
      'Print the exit code, too: -w "%{http_code} %{exitcode} %{errormsg}", or echo $? after it.',
      'Ask me about it: “curl 7”, “curl 28”.',
      'In a script, count 000 as unreachable, not as an answer of the server.',
    ],
    fault: 'between',
    situations: [],
    sources: [page('curl: --write-out', 'https://curl.se/docs/manpage.html#-w')],
    reviewed: '2026-11-26',
  },
  {
    code: 0,
    name: 'Status 0',
    owner: 'Browsers',
    seen: 'client',
    aliases: ['xhr status 0', 'status 0 in the browser', 'opaque response'],
    meaning: 'A script in a page sees 0 when it gets no response, or may not look at it; why, it is not told.',
    causes: [
      'CORS: a response came, but without the headers that let this page read it.',
      'An ad blocker, no network, a refused connection, or a certificate that is not trusted.',
      'The request was cancelled: the page was left, or abort() called. Or fetch ran with mode “no-cors”.',
    ],
    received: [
      'Look into the console and the network panel: they name the reason, as CORS error or net::ERR_….',
      'Send the same request with curl: the real status is there.',
      'Make error pages of proxies send Access-Control-Allow-Origin, too.',
    ],
    fault: 'between',
    situations: [],
    sources: [
      page('Fetch Standard: network error', 'https://fetch.spec.whatwg.org/#concept-network-error'),
      page('MDN: XMLHttpRequest.status', 'https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest/status'),
    ],
    reviewed: '2026-11-26',
  },
];
