// What stands in the place of a status code where there was no response: in browsers’ network panels and in logs. The
// number itself, 0 or 000, is among the codes of vendors.
import { page } from '../sources.ts';
import { type Family, rowsWith } from './family.ts';

const chrome = page('Chrome DevTools: network panel', 'https://developer.chrome.com/docs/devtools/network/reference');
const nothing = rowsWith({ fault: 'client', http: [], sources: [chrome], reviewed: '2026-11-26' });

export const noStatus: Family = {
  id: 'no-status',
  label: '',
  prefix: '',
  is: 'A word in the place of a status code',
  many: 'What stands in the place of a status code',
  listLine: 'no status',
  note: 'Where no response came there is no code. Browsers show a word in its place, scripts in a page see 0, curl prints 000, and balancers write “-” or -1.',
  without: 'none: that is what it says',
  carried: false,
  common: ['(failed)', 'CORS error', 'Failed to fetch', '(canceled)', '(pending)'],
  rows: [
    nothing(
      '(failed)',
      'The request failed in the network panel',
      'The browser got no response; the reason stands beside it, as net::ERR_….',
      ['The connection failed, or an extension blocked it.', 'CORS: the response is withheld from the page.'],
      ['Point at it: the full name is net::ERR_…; ask me about that.', 'Look into the console for a word on CORS.'],
      { fault: 'between' },
    ),
    nothing(
      '(canceled)',
      'The request was cancelled',
      'The page or the browser gave the request up before it was answered.',
      [
        'The page was left, or an element was removed.',
        'The script called abort(), or a form was sent during a fetch.',
      ],
      'Look at the initiator column; prevent the form’s own submit.',
      { also: ['(cancelled)'] },
    ),
    nothing(
      '(pending)',
      'The request waits',
      'There is no response yet.',
      ['A slow server, or a stream that stays open.', 'Six connections to the host are in use already (HTTP/1.1).'],
      'Look at the timing: “stalled” is the browser, “waiting” the server.',
      { fault: 'between' },
    ),
    nothing(
      '(blocked:other)',
      'Blocked, often by an extension',
      'Something in the browser kept the request from being sent.',
      'An ad blocker or a rule of the browser.',
      'Try in a private window without extensions.',
      { also: ['(blocked:devtools)'] },
    ),
    nothing(
      '(blocked:csp)',
      'Blocked by Content Security Policy',
      'The page’s Content-Security-Policy does not allow this address.',
      'connect-src, img-src or script-src without that host.',
      'Add the host to the policy; the console names the directive.',
      { fault: 'server' },
    ),
    nothing(
      '(blocked:mixed-content)',
      'Blocked as mixed content',
      'A page from https may not load this from http.',
      'An address with http:// in a page of https.',
      'Use https:// for it.',
      { fault: 'server' },
    ),
    nothing(
      '(blocked:origin)',
      'Blocked by its origin',
      'The browser does not let this origin ask for that.',
      'A private address from a public page, or a file.',
      'Serve both from one origin, or allow it there.',
      { fault: 'server' },
    ),
    nothing(
      '(blocked:CORP)',
      'Blocked by Cross-Origin-Resource-Policy',
      'The response forbids pages of other origins to use it.',
      'Cross-Origin-Resource-Policy: same-origin, or a page that demands COEP.',
      'Send cross-origin, if others may use it.',
      {
        fault: 'server',
        also: ['(blocked:NotSameOrigin)', '(blocked:NotSameSite)', '(blocked:COEP-frame-resource-needs-coep-header)'],
      },
    ),
    nothing(
      'CORS error',
      'The response is withheld from the page',
      'A response came, but without the headers that let a page of another origin read it.',
      [
        'Access-Control-Allow-Origin is missing, often on error pages of a proxy.',
        'The preflight (OPTIONS) was answered with an error.',
      ],
      [
        'Look at the same request with curl: the real status is there.',
        'Send the header with errors, too, and answer OPTIONS with 204.',
      ],
      {
        fault: 'server',
        sources: [page('MDN: CORS errors', 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS/Errors')],
        aliases: ['cors error'],
        without: 'that of the response; the network panel and curl show it',
      },
    ),
    nothing(
      'Failed to fetch',
      'fetch got no response',
      'fetch failed in a page or in Node.js; the error itself does not say why.',
      ['CORS, an ad blocker, no network, or a certificate that is not trusted.'],
      [
        'In a page, look into the console and the network panel: they know the reason.',
        'In Node.js, print err.cause: it holds the error of the socket.',
      ],
      {
        fault: 'between',
        sources: [
          page('MDN: fetch, exceptions', 'https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch#exceptions'),
        ],
        aliases: [
          'TypeError: Failed to fetch',
          'NetworkError when attempting to fetch resource',
          'TypeError: NetworkError when attempting to fetch resource',
          'fetch failed',
          'TypeError: fetch failed',
          'Network Error',
          'AxiosError: Network Error',
        ],
      },
    ),
    nothing(
      'haproxy -1',
      'HAProxy sent no response',
      'In HAProxy’s log -1 stands where no status was sent, because the connection ended before.',
      'The client left; the two letters of the termination state (CD, CC, CR …) say when.',
      'Read the termination state in the same line.',
      { sources: [page('HAProxy: session state', 'https://docs.haproxy.org/3.0/configuration.html#8.5')] },
    ),
    nothing(
      'target_status_code -',
      'The target of the balancer did not answer',
      'In the log of an AWS balancer “-” says that no target answered, so the balancer made the status itself.',
      ['The target is down, not healthy, or too slow.', 'The request did not fit, and was never sent to a target.'],
      [
        'elb_status_code is the balancer’s own: 502, 503 or 504 say what went wrong.',
        'Read the field error_reason or actions_executed.',
      ],
      {
        fault: 'server',
        sources: [
          page(
            'AWS: access logs of the ALB',
            'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
          ),
        ],
      },
    ),
  ],
};
