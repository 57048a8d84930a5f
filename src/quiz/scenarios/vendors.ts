// The written questions about codes that vendors gave a meaning of their own.
import { page, rfc } from '../../catalog/sources.ts';
import type { Source } from '../../catalog/status.ts';
import type { Scenario } from '../item.ts';

const cloudflare = (code: number): Source =>
  page(
    `Cloudflare: error ${code}`,
    `https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-${code}/`,
  );
const aws = (title: string, anchor: string): Source =>
  page(
    `AWS: ${title}`,
    `https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#${anchor}`,
  );
const nginxCodes = page(
  'nginx source: ngx_http_request.h',
  'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_request.h',
);
const nginxReturn = page('nginx: return', 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return');
const nginxTls = page(
  'nginx: error processing in the SSL module',
  'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors',
);
const iisCodes = page(
  'Microsoft: HTTP status codes in IIS',
  'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
);
const laravelCsrf = page('Laravel: CSRF protection', 'https://laravel.com/docs/csrf');
const sslLabs = page(
  'SSL Labs API documentation',
  'https://github.com/ssllabs/ssllabs-scan/blob/master/ssllabs-api-docs-v3.md',
);
const arcgisTokens = page(
  'Esri: using token-based authentication',
  'https://resources.arcgis.com/en/help/soap/10.1/01vp/01vp00000097000000.htm',
);

const nginx: readonly Scenario[] = [
  {
    id: '499-passenger-closes-the-app',
    kind: 'situation',
    codes: [499],
    prompt:
      'A passenger searches for trains, loses patience after two seconds and closes the app. The backend was still searching. Which number does nginx write into its access log?',
    answer: 499,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'nginx was still willing to wait; it was the app that left.' },
      { option: 408, why: 'The request had arrived in full and in time.' },
      { option: 444, why: 'That is for connections nginx closes itself, by configuration.' },
    ],
    explanation:
      'The client hung up before nginx had an answer for it. A sudden rise of such lines usually means that the backend became slow.',
    source: nginxCodes,
    difficulty: 1,
  },
  {
    id: '499-thirty-seconds-on-the-dot',
    kind: 'situation',
    codes: [499, 504],
    prompt:
      'A partner’s client gives up after 30 s; nginx would wait 60 s for the backend. The access log shows request_time=30.001 again and again. With which number?',
    answer: 499,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'nginx had thirty seconds of patience left.' },
      { option: 408, why: 'The requests had arrived in full.' },
    ],
    explanation:
      'The client’s limit is the shorter one, so the client hangs up first. Equal times in the log point to a timeout and not to people.',
    source: nginxCodes,
    difficulty: 2,
    pair: [499, 504],
  },
  {
    id: '504-patient-browser-impatient-proxy',
    kind: 'pair',
    codes: [504, 499],
    prompt:
      'A browser waits for minutes. nginx waits 60 s for the backend, which needs 75 s. Which of the two does nginx log?',
    answer: 504,
    alsoAcceptable: [],
    lures: [{ option: 499, why: 'The browser is still there and receives nginx’s error page.' }],
    explanation: 'The proxy’s patience ended first. Its limit is proxy_read_timeout, 60 seconds unless set.',
    source: page(
      'nginx: proxy_read_timeout',
      'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout',
    ),
    difficulty: 1,
    pair: [499, 504],
  },
  {
    id: '408-body-arrives-drop-by-drop',
    kind: 'pair',
    codes: [408, 499],
    prompt:
      'A meter on a bad radio link sends its POST body in drops. For a minute nothing comes, and nginx’s client_body_timeout ends the wait; the meter is still connected. Which of the two?',
    answer: 408,
    alsoAcceptable: [],
    lures: [{ option: 499, why: 'The meter did not hang up; nginx stopped waiting for it.' }],
    explanation:
      'The server gave up waiting for the request. If the meter had closed the connection, the log would show the other number.',
    source: page(
      'nginx: client_body_timeout',
      'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_body_timeout',
    ),
    difficulty: 2,
    pair: [408, 499],
  },
  {
    id: '499-script-times-out-early',
    kind: 'pair',
    codes: [499, 408],
    prompt:
      'A script sends a small, complete request, waits one second and closes the connection. nginx had passed the request to the backend already. Which of the two does it log?',
    answer: 499,
    alsoAcceptable: [],
    lures: [{ option: 408, why: 'It needs a request that does not arrive in full, and this one did.' }],
    explanation:
      'The request was complete and the client left before the answer. The backend may have finished the work all the same.',
    source: nginxCodes,
    difficulty: 1,
    pair: [408, 499],
  },
  {
    id: '499-seen-by-the-browser',
    kind: 'myth',
    codes: [499],
    prompt: 'A visitor can see nginx’s 499 in the browser’s network panel.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'The visitor’s side has closed the connection, so there is nobody left to receive it.' },
    ],
    explanation: 'nginx only writes the number into its log. The browser shows a cancelled request without any status.',
    source: nginxCodes,
    difficulty: 1,
  },
  {
    id: '444-scanners-get-nothing',
    kind: 'situation',
    codes: [444],
    prompt:
      'Scanners ask your nginx for /wp-login.php all day. You want it to hang up without sending a single byte. Which number goes into the return directive?',
    answer: 444,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'It would send an answer, and the scanners would learn that something is there.' },
      { option: 404, why: 'It is a polite answer, with header fields and a page.' },
      { option: 499, why: 'It is logged when the client hangs up, not when nginx does.' },
    ],
    explanation:
      'nginx takes this number as an order to close the connection without an answer. The client sees an empty reply and never a number.',
    source: nginxReturn,
    difficulty: 1,
  },
  {
    id: '444-checker-asks-by-address',
    kind: 'situation',
    codes: [444, 499],
    prompt:
      'A new uptime checker asks by bare IP address and reports “empty reply from server”. The request fell into nginx’s catch-all server block, made against bots. Which number is in the log?',
    answer: 444,
    alsoAcceptable: [],
    lures: [
      { option: 499, why: 'The checker did not hang up; it was still waiting for an answer.' },
      { option: 403, why: 'The block sends no answer at all, not even a refusal.' },
    ],
    explanation:
      'The catch-all block closes the connection by configuration. Let the checker send the right Host field.',
    source: nginxReturn,
    difficulty: 2,
    pair: [444, 499],
  },
  {
    id: '494-after-three-years-of-cookies',
    kind: 'situation',
    codes: [494],
    prompt:
      'A shop’s cookies no longer fit into large_client_header_buffers. The client sees a plain 400. Which number of its own does nginx use inside, so that error_page can catch this case?',
    answer: 494,
    alsoAcceptable: [],
    lures: [
      { option: 431, why: 'It is the registered code for the same trouble, but nginx does not use it by itself.' },
      { option: 413, why: 'nginx sends it for large bodies.' },
      { option: 497, why: 'It is the inner number for plain HTTP on a TLS port.' },
    ],
    explanation:
      'nginx works with an inner number and turns it into 400 before answering. With error_page you can catch it and explain the cookies to people.',
    source: nginxCodes,
    difficulty: 3,
  },
  {
    id: '495-partner-certificate-expired',
    kind: 'pair',
    codes: [495, 496],
    prompt:
      'A partner’s client certificate ran out on Friday. It still sends it, and nginx with ssl_verify_client on turns it down. Which inner number is that?',
    answer: 495,
    alsoAcceptable: [],
    lures: [{ option: 496, why: 'It means that no certificate was sent at all.' }],
    explanation: 'A certificate came and did not pass the check. By default the client sees a plain 400.',
    source: nginxTls,
    difficulty: 2,
    pair: [495, 496],
  },
  {
    id: '496-curl-without-cert-and-key',
    kind: 'situation',
    codes: [496, 495],
    prompt:
      'A developer tries a mutual-TLS API with curl and forgets --cert and --key. Which number does nginx use inside?',
    answer: 496,
    alsoAcceptable: [],
    lures: [
      { option: 495, why: 'It means that a certificate was sent and failed the check.' },
      { option: 497, why: 'The developer did use TLS; only the certificate is missing.' },
    ],
    explanation:
      'nginx demands a certificate and none came. Like its neighbours the number can be caught with error_page.',
    source: nginxTls,
    difficulty: 2,
    pair: [495, 496],
  },
  {
    id: '497-port-443-without-tls',
    kind: 'situation',
    codes: [497, 400],
    prompt:
      'Somebody opens http://intranet.example.com:443. nginx expects TLS on that port and gets readable text. Which inner number can an error_page line catch, to redirect to https?',
    answer: 497,
    alsoAcceptable: [],
    lures: [
      { option: 426, why: 'It is the registered way to ask for another protocol, but nginx does not use it here.' },
      { option: 495, why: 'No certificate is involved; TLS has not even begun.' },
      { option: 421, why: 'The host is the right one; the way of speaking to it is not.' },
    ],
    explanation:
      'nginx has an inner number for plain HTTP on a TLS port and shows 400 by default. Catching it with error_page is the usual way to redirect on the same port.',
    source: nginxTls,
    difficulty: 2,
  },
];

const edge: readonly Scenario[] = [
  {
    id: '520-empty-answer-from-the-origin',
    kind: 'situation',
    codes: [520],
    prompt:
      'Cloudflare connects to a blog’s server and sends the request. The PHP process crashes, and the connection is reset in the middle of the header lines. What does Cloudflare show?',
    answer: 520,
    alsoAcceptable: [],
    lures: [
      { option: 521, why: 'The connection was accepted, so the server is not down.' },
      { option: 524, why: 'The reset came at once; nothing took too long.' },
      { option: 525, why: 'TLS was up before the request was sent.' },
    ],
    explanation:
      'The origin reacted, but with something Cloudflare cannot use. It is Cloudflare’s number for everything unexpected from the origin.',
    source: cloudflare(520),
    difficulty: 2,
  },
  {
    id: '521-apache-is-stopped',
    kind: 'pair',
    codes: [521, 522],
    prompt:
      'After an update Apache did not start again. The machine is up and answers Cloudflare’s connection attempts with a refusal. Which of the two?',
    answer: 521,
    alsoAcceptable: [],
    lures: [{ option: 522, why: 'It needs silence; here the refusal comes at once.' }],
    explanation:
      'Nothing listens on the port, so the connection is refused. Start the web server, or see whether a firewall rejects Cloudflare.',
    source: cloudflare(521),
    difficulty: 1,
    pair: [521, 522],
  },
  {
    id: '522-firewall-swallows-packets',
    kind: 'situation',
    codes: [522, 521],
    prompt:
      'A security plugin makes the origin’s firewall silently drop packets from Cloudflare’s addresses. No connection comes about, and no refusal either. What do visitors see?',
    answer: 522,
    alsoAcceptable: [],
    lures: [
      { option: 521, why: 'It means a refused connection; here nobody reacts at all.' },
      { option: 523, why: 'There is a route to the origin; its firewall swallows what arrives.' },
    ],
    explanation:
      'Cloudflare’s attempts to connect meet silence until time runs out. Allow Cloudflare’s address ranges at the origin.',
    source: cloudflare(522),
    difficulty: 2,
    pair: [521, 522],
  },
  {
    id: '524-payroll-export-too-slow',
    kind: 'pair',
    codes: [524, 522],
    prompt:
      'A payroll export behind Cloudflare needs three minutes. The connection to the origin is up and the request was delivered. Which of the two ends the wait?',
    answer: 524,
    alsoAcceptable: [],
    lures: [{ option: 522, why: 'It means that no connection came about, and here there is one.' }],
    explanation:
      'Cloudflare connected, but the answer did not come within its read timeout. Queue the export and let people fetch the result.',
    source: cloudflare(524),
    difficulty: 1,
    pair: [522, 524],
  },
  {
    id: '522-old-address-in-dns',
    kind: 'situation',
    codes: [522, 524],
    prompt:
      'A site has moved, but Cloudflare’s DNS record still holds the old address. The machine there is switched off, and Cloudflare’s SYN packets get no reply. What do visitors see?',
    answer: 522,
    alsoAcceptable: [],
    lures: [
      { option: 524, why: 'It needs an established connection on which the answer is late.' },
      { option: 523, why: 'The network still leads to that address; only nobody answers there.' },
    ],
    explanation: 'The handshake of TCP never completes. Compare the record with the server’s real address.',
    source: cloudflare(522),
    difficulty: 2,
    pair: [522, 524],
  },
  {
    id: '523-route-leads-nowhere',
    kind: 'situation',
    codes: [523],
    prompt:
      'A data centre stops announcing its IPv6 prefix. Cloudflare’s network has no route to the origin any more; it cannot even try to connect. What do visitors see?',
    answer: 523,
    alsoAcceptable: [],
    lures: [
      { option: 522, why: 'It means that packets were sent and time ran out; here there is no way to send them.' },
      { option: 521, why: 'Nobody is there to refuse a connection.' },
      { option: 530, why: 'It means that the origin’s name could not be resolved; here the address is known.' },
    ],
    explanation: 'The origin cannot be reached on the network level. Ask the data centre, and check the AAAA record.',
    source: cloudflare(523),
    difficulty: 3,
  },
  {
    id: '524-origin-logs-a-success',
    kind: 'exchange',
    codes: [524, 504],
    prompt: 'A customer sees Cloudflare’s error page, but the origin’s log looks fine. Which code is hidden?',
    exchange:
      'POST /import HTTP/1.1\nHost: crm.example.com\n\nHTTP/1.1 ???\nServer: cloudflare\nCF-RAY: 8f2a61c0d9e1-FRA\n\norigin log: POST /import 200 took=141.3s',
    answer: 524,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'Cloudflare uses a number of its own for an origin that is slow to answer.' },
      { option: 520, why: 'The origin’s answer was whole; it only came too late.' },
      { option: 499, why: 'That is what nginx logs; the client has a page in front of it.' },
    ],
    explanation:
      'After two minutes Cloudflare stopped waiting, and the origin finished later. So the import was done: do not start it again.',
    source: cloudflare(524),
    difficulty: 2,
    pair: [504, 524],
  },
  {
    id: '525-no-cipher-in-common',
    kind: 'pair',
    codes: [525, 526],
    prompt:
      'An old origin offers only cipher suites that Cloudflare does not support. The two cannot agree on a TLS connection. Which of the two codes?',
    answer: 525,
    alsoAcceptable: [],
    lures: [{ option: 526, why: 'The certificate was never judged, because the handshake already failed.' }],
    explanation:
      'The handshake fails before any certificate matters. Test it with openssl s_client and the right server name.',
    source: cloudflare(525),
    difficulty: 2,
    pair: [525, 526],
  },
  {
    id: '526-renewal-failed-in-strict-mode',
    kind: 'situation',
    codes: [526, 525],
    prompt:
      'The SSL mode is Full (strict). The origin’s certificate ran out yesterday because its renewal failed; otherwise TLS works. What does Cloudflare show?',
    answer: 526,
    alsoAcceptable: [],
    lures: [
      { option: 525, why: 'The two sides can speak TLS; it is the certificate that is not accepted.' },
      { option: 495, why: 'It is nginx’s number for the certificate of a client.' },
    ],
    explanation:
      'Strict mode checks dates, issuer and host name, and the date fails. A new certificate, public or from Cloudflare’s Origin CA, helps.',
    source: cloudflare(526),
    difficulty: 1,
    pair: [525, 526],
  },
  {
    id: '530-page-with-1016-below',
    kind: 'situation',
    codes: [530],
    prompt:
      'A campaign site is a CNAME to a hosting app that was deleted last month. Cloudflare’s page shows “Error 1016”. Which status code came with it?',
    answer: 530,
    alsoAcceptable: [],
    lures: [
      { option: 523, why: 'It needs an address to which no route leads, and here there is no address.' },
      { option: 404, why: 'Nobody could be asked for the page.' },
      { option: 521, why: 'No connection was tried that could be refused.' },
    ],
    explanation:
      'Cloudflare cannot resolve the origin’s name; the four-digit number tells the detail. Correct the CNAME or remove it.',
    source: cloudflare(530),
    difficulty: 3,
  },
  {
    id: '502-nginx-page-through-cloudflare',
    kind: 'layer',
    codes: [502],
    prompt: 'A site behind Cloudflare shows this. Which machine wrote the page?',
    exchange:
      'HTTP/2 502\nserver: cloudflare\ncf-ray: 8f2a61c0d9e1-AMS\ncontent-type: text/html\n\n<center><h1>502 Bad Gateway</h1></center>\n<hr><center>nginx/1.24.0 (Ubuntu)</center>',
    answer: 'The nginx in front of the application',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Cloudflare',
        why: 'It puts its name on everything it passes on, and its own page would look different.',
      },
      {
        option: 'The application',
        why: 'The page is nginx’s default, which it shows when the application gives no usable answer.',
      },
    ],
    explanation:
      'The body gives the author away: nginx at the origin got no usable answer from behind it. The Server field only names the last hop.',
    source: page(
      'Cloudflare: errors 502 and 504',
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
    ),
    difficulty: 3,
  },
  {
    id: '403-mitigated-challenge',
    kind: 'layer',
    codes: [403],
    prompt: 'A monitoring script is refused. The web server’s log does not show the request. Who answered?',
    exchange:
      'HTTP/2 403\nserver: cloudflare\ncf-mitigated: challenge\ncf-ray: 8f2a61c0d9e1-LHR\ncontent-type: text/html',
    answer: 'The CDN',
    alsoAcceptable: [],
    lures: [
      { option: 'The web server at the origin', why: 'Its log does not know the request.' },
      { option: 'The application', why: 'The request never got past the CDN.' },
    ],
    explanation:
      'cf-mitigated: challenge marks a page on which Cloudflare tests whether the visitor is a person. Let the script’s address through in a firewall rule.',
    source: page(
      'Cloudflare: detect a challenge page',
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    ),
    difficulty: 2,
  },
  {
    id: '520-unknown-to-the-client',
    kind: 'myth',
    codes: [520, 500],
    prompt: 'A client that has never heard of 520 should treat it like 500.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [
      {
        option: 'False',
        why: 'The first digit is enough: the standard tells clients to fall back to the x00 code of the class.',
      },
    ],
    explanation:
      'RFC 9110 wants clients to understand the class of every code, known or not. So vendors’ numbers do little harm.',
    source: rfc(9110, '15'),
    difficulty: 1,
  },
  {
    id: '503-first-byte-timeout-at-fastly',
    kind: 'layer',
    codes: [503],
    prompt:
      'A magazine’s search page fails after fifteen seconds. The application is still working on it. Who answered?',
    exchange:
      'HTTP/1.1 503 first byte timeout\nRetry-After: 0\nVia: 1.1 varnish\nX-Served-By: cache-fra-eddf8230044-FRA\n\n<h1>Error 503 first byte timeout</h1>',
    answer: 'The CDN',
    alsoAcceptable: [],
    lures: [
      { option: 'The application', why: 'It was still working and had sent nothing, which is what the words say.' },
      { option: 'The browser', why: 'The fields come from a cache node on the way.' },
    ],
    explanation:
      'Fastly uses one number for all its own faults and puts the reason into the words next to it. These mean that the origin sent nothing within 15 seconds.',
    source: page(
      'Fastly: synthetic errors in VCL',
      'https://www.fastly.com/documentation/guides/full-site-delivery/fastly-vcl/synthetic-errors-in-vcl',
    ),
    difficulty: 2,
  },
];

const clouds: readonly Scenario[] = [
  {
    id: '460-till-hangs-up-early',
    kind: 'situation',
    codes: [460, 504],
    prompt:
      'Tills in a supermarket wait five seconds for the price service behind an AWS Application Load Balancer, then close the connection. The balancer would wait sixty. What does its log show?',
    answer: 460,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'The balancer’s own limit is far away when the till hangs up.' },
      { option: 499, why: 'It is nginx’s number for the same event; AWS has one of its own.' },
    ],
    explanation:
      'The client closed the connection before the balancer’s idle timeout had passed. Compare the client’s timeout with the time the target needs.',
    source: aws('HTTP 460', 'http-460-issues'),
    difficulty: 2,
    pair: [460, 504],
  },
  {
    id: '504-balancer-idle-timeout',
    kind: 'pair',
    codes: [504, 460],
    prompt:
      'A tax calculation behind an AWS Application Load Balancer takes eighty seconds. The client is patient; the balancer’s idle timeout is sixty. Which of the two?',
    answer: 504,
    alsoAcceptable: [],
    lures: [{ option: 460, why: 'The client has not closed its connection.' }],
    explanation:
      'The target did not answer before the balancer’s idle timeout. Raise the timeout, or let the work run in the background.',
    source: aws('HTTP 504', 'http-504-issues'),
    difficulty: 1,
    pair: [460, 504],
  },
  {
    id: '463-thirty-hops-and-more',
    kind: 'situation',
    codes: [463],
    prompt:
      'A misconfigured proxy sends requests round in a circle, and every round adds an address to X-Forwarded-For. At more than thirty an AWS Application Load Balancer refuses. With which number?',
    answer: 463,
    alsoAcceptable: [],
    lures: [
      { option: 431, why: 'The field is not too large in bytes; AWS counts the addresses in it.' },
      { option: 508, why: 'The balancer does not look for loops, it only counts.' },
      { option: 400, why: 'AWS has a number of its own for exactly this.' },
    ],
    explanation:
      'The balancer takes at most thirty addresses in this field. So many are the mark of a loop or of a forged field.',
    source: aws('HTTP 463', 'http-463-issues'),
    difficulty: 3,
  },
  {
    id: '464-old-client-meets-grpc-group',
    kind: 'situation',
    codes: [464],
    prompt:
      'A target group of an AWS Application Load Balancer is set to gRPC. A health script calls it with HTTP/1.1. What does the balancer answer?',
    answer: 464,
    alsoAcceptable: [],
    lures: [
      { option: 505, why: 'The balancer speaks HTTP/1.1; only this target group does not fit it.' },
      { option: 426, why: 'The balancer names no protocol to change to.' },
      { option: 502, why: 'No target was asked, so none gave a bad answer.' },
    ],
    explanation:
      'The protocol of the request does not fit the protocol version of the target group. A gRPC group needs HTTP/2 and POST.',
    source: aws('HTTP 464', 'http-464-issues'),
    difficulty: 3,
  },
  {
    id: '000-huge-cookie-over-http2',
    kind: 'situation',
    codes: [0],
    prompt:
      'Over HTTP/2 a browser sends a cookie of 12 KB through an AWS Application Load Balancer. The balancer sends GOAWAY and closes the connection. What stands in its log as the status?',
    answer: 0,
    alsoAcceptable: [],
    lures: [
      { option: 431, why: 'No answer was sent at all, so no registered code could be logged.' },
      { option: 460, why: 'It was the balancer that closed the connection, not the client.' },
      { option: 400, why: 'The balancer did not answer, it closed the connection.' },
    ],
    explanation:
      'A header field above the limit for HTTP/2 ends the whole connection without a response. The log shows three zeros in place of a status.',
    source: aws('response code 000', 'response-code-000'),
    difficulty: 3,
  },
  {
    id: '561-identity-provider-refuses',
    kind: 'situation',
    codes: [561],
    prompt:
      'An AWS Application Load Balancer signs users in through an identity provider. The provider sends an error back because the client secret is outdated. What does the user get from the balancer?',
    answer: 561,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'AWS has a number of its own for an error that comes from the provider.' },
      { option: 502, why: 'The provider’s answer was proper; it only said no.' },
      { option: 511, why: 'No guest network wants a login here.' },
    ],
    explanation:
      'The sign-in was turned down by the identity provider and not by the application. Check the secret, scope and redirect address in the listener rule.',
    source: aws('HTTP 561', 'http-561-issues'),
    difficulty: 3,
  },
  {
    id: '403-stopped-by-the-web-firewall',
    kind: 'layer',
    codes: [403],
    prompt:
      'A comment with a piece of SQL in it is refused. This is the line of an AWS Application Load Balancer. Who said no?',
    exchange:
      'type=https elb=app/forum/7a1c target=-\nelb_status_code=403 target_status_code=-\n"POST https://forum.example.com/comments HTTP/1.1"\nactions_executed="waf"',
    answer: 'The firewall rules at the load balancer',
    alsoAcceptable: [],
    lures: [
      { option: 'The forum’s own code', why: 'Neither a target nor a status of one is logged, so it was not asked.' },
      { option: 'The database', why: 'The comment did not get that far.' },
    ],
    explanation:
      'The only action executed was the check by AWS WAF, and no target was chosen. Look in the WAF log for the rule.',
    source: page(
      'AWS: access logs of Application Load Balancers',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
    ),
    difficulty: 2,
  },
  {
    id: '308-google-upload-goes-on',
    kind: 'exchange',
    codes: [308],
    prompt:
      'A phone uploads a video to Google Cloud Storage in chunks. After the first chunk the server wants the rest. Which code is hidden?',
    exchange:
      'PUT /upload?upload_id=xa298 HTTP/1.1\nHost: storage.googleapis.com\nContent-Length: 524288\nContent-Range: bytes 0-524287/2000000\n\nHTTP/1.1 ???\nRange: bytes=0-524287\nContent-Length: 0',
    answer: '308 Resume Incomplete',
    alsoAcceptable: [],
    lures: [
      { option: 206, why: 'It is for parts that a server sends, not for parts it receives.' },
      { option: 202, why: 'Google keeps a number of its own for an unfinished upload.' },
      { option: 100, why: 'It invites the body of this very request, which has arrived already.' },
    ],
    explanation:
      'Google’s resumable uploads use this number for “so far, so good”, and Range says how much has arrived. Clients must not take it for a redirect.',
    source: page(
      'Google Cloud Storage: resumable uploads',
      'https://cloud.google.com/storage/docs/performing-resumable-uploads',
    ),
    difficulty: 3,
  },
];

const windows: readonly Scenario[] = [
  {
    id: '404-iis-upload-over-28-mb',
    kind: 'situation',
    codes: [404, 413],
    prompt:
      'On an IIS server an upload of 40 MB ends with the page for missing files, although the address works for small files. Which line of the IIS list explains it?',
    answer: '404.13 Content Length Too Large',
    alsoAcceptable: [],
    lures: [
      {
        option: '404.15 Query String Too Long',
        why: 'The address is the same for small files; only the body differs.',
      },
      { option: '404.7 File Extension Denied', why: 'Small files of the same kind are taken.' },
      { option: '404.3 MIME Type Restriction', why: 'That is about files IIS serves, not about uploads.' },
    ],
    explanation:
      'Request filtering takes about 28.6 MB by default and hides its refusal behind a missing page. Raise maxAllowedContentLength, and the limit of the application with it.',
    source: iisCodes,
    difficulty: 2,
  },
  {
    id: '500-iis-module-not-installed',
    kind: 'situation',
    codes: [500],
    prompt:
      'A site was copied to a new IIS server. Its web.config has a <rewrite> section, but URL Rewrite was never installed there. Which error does every page show?',
    answer: '500.19 Configuration Data Is Invalid',
    alsoAcceptable: [],
    lures: [
      {
        option: '500.30 ANCM In-Process Start Failure',
        why: 'It comes when an ASP.NET Core application fails while starting, which was not even tried.',
      },
      {
        option: '503.0 Application Pool Unavailable',
        why: 'The pool runs; it is the configuration that cannot be read.',
      },
      {
        option: '404.0 File or Directory Not Found',
        why: 'The files are there, but IIS does not get as far as looking.',
      },
    ],
    explanation:
      'IIS meets a section it does not know and refuses the whole configuration. The error page names the file and the line.',
    source: iisCodes,
    difficulty: 2,
  },
  {
    id: '403-iis-folder-without-start-page',
    kind: 'situation',
    codes: [403],
    prompt:
      'After a deploy to the wrong folder IIS finds no index.html at the address of the site, and listing folders is switched off. Which line of the IIS list do visitors meet?',
    answer: '403.14 Directory Listing Denied',
    alsoAcceptable: [],
    lures: [
      {
        option: '404.0 File or Directory Not Found',
        why: 'The folder exists; there is just nothing in it to show by default.',
      },
      { option: '401.3 Unauthorized Due to ACL on Resource', why: 'The file system’s rights are fine.' },
      { option: '403.4 SSL Required', why: 'The way of connecting is not the trouble.' },
    ],
    explanation:
      'The address is a folder without a default document, and IIS may not list it. Put the application where it belongs instead of switching listings on.',
    source: iisCodes,
    difficulty: 2,
  },
  {
    id: '500-iis-core-app-dies-at-start',
    kind: 'situation',
    codes: [500],
    prompt:
      'An ASP.NET Core app inside the IIS worker process cannot find its connection string and throws while starting. Which error does the first visitor see?',
    answer: '500.30 ANCM In-Process Start Failure',
    alsoAcceptable: [],
    lures: [
      {
        option: '500.19 Configuration Data Is Invalid',
        why: 'IIS could read web.config; it was the application that failed.',
      },
      { option: '502.5 ANCM Process Failure', why: 'It belongs to applications that run in a process of their own.' },
      { option: '503.2 Concurrent Request Limit Exceeded', why: 'This is the first request.' },
    ],
    explanation:
      'The module could load the application, but its start-up ended in an exception. The event log or the stdout log has the text.',
    source: page(
      'Microsoft: troubleshoot ASP.NET Core on IIS',
      'https://learn.microsoft.com/en-us/aspnet/core/test/troubleshoot-azure-iis',
    ),
    difficulty: 3,
  },
  {
    id: '503-windows-pool-is-stopped',
    kind: 'layer',
    codes: [503],
    prompt:
      'A Windows server answers like this. The IIS log of the site and the application’s log have no entry. Who answered?',
    exchange:
      'HTTP/1.1 503 Service Unavailable\nServer: Microsoft-HTTPAPI/2.0\nContent-Type: text/html; charset=us-ascii\n\n<h2>Service Unavailable</h2>\n\nSystem event log: Application pool ’Shop’ has been disabled.',
    answer: 'HTTP.sys, the part of Windows below IIS',
    alsoAcceptable: [],
    lures: [
      { option: 'The application', why: 'Its pool is disabled, so it does not run.' },
      {
        option: 'IIS, in the worker process of the site',
        why: 'It would call itself Microsoft-IIS and would have a log entry.',
      },
    ],
    explanation:
      'HTTP.sys takes the connections and answers by itself when no pool can take the request. Its own log, HTTPERR, names the pool and the reason.',
    source: page(
      'Microsoft: stopping an application pool',
      'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2003/cc736923(v=ws.10)',
    ),
    difficulty: 3,
  },
  {
    id: '440-mail-window-after-lunch',
    kind: 'situation',
    codes: [440],
    prompt:
      'After a long lunch somebody clicks on in Outlook on the web. Her session there has run out. Which number, known from that product, can turn up?',
    answer: 440,
    alsoAcceptable: [401],
    lures: [
      { option: 408, why: 'Her request arrived quickly; it was the session that ended.' },
      { option: 419, why: 'It is Laravel’s number for a missing or outdated form token.' },
      { option: 403, why: 'After a new login she may read her mail again.' },
    ],
    explanation:
      'It is Microsoft’s informal number for a session that ended, so that the client shows the login again. The registered code for a missing login would do as well.',
    source: page('Microsoft KB 941201', 'https://support.microsoft.com/en-us/help/941201'),
    difficulty: 3,
  },
];

const others: readonly Scenario[] = [
  {
    id: '419-form-open-overnight',
    kind: 'situation',
    codes: [419, 401],
    prompt:
      'A clerk leaves a form of a Laravel application open overnight and sends it in the morning. The form’s CSRF token belongs to a session that has ended. What does Laravel send?',
    answer: 419,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'Laravel checks the form’s token first, and that already fails.' },
      { option: 440, why: 'It is Microsoft’s informal number for a login that ran out.' },
    ],
    explanation: 'The token in the form no longer matches the session. Loading the form anew brings a fresh one.',
    source: laravelCsrf,
    difficulty: 2,
    pair: [401, 419],
  },
  {
    id: '401-laravel-api-without-a-token',
    kind: 'pair',
    codes: [401, 419],
    prompt:
      'A mobile app calls a Laravel API route that is free of CSRF checks, and forgets its bearer token. Which of the two?',
    answer: 401,
    alsoAcceptable: [],
    lures: [{ option: 419, why: 'It is about the token that protects forms, and this route does not use it.' }],
    explanation:
      'The credentials are missing, which is the registered meaning of this code. A CSRF token would not help an app without a session.',
    source: rfc(9110, '15.5.2'),
    difficulty: 2,
    pair: [401, 419],
  },
  {
    id: '419-fetch-without-the-token-header',
    kind: 'situation',
    codes: [419, 403],
    prompt:
      'A logged-in editor of a Laravel site presses “save”. The page’s JavaScript POSTs without the X-CSRF-TOKEN field. What comes back?',
    answer: 419,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'The editor may save; what is missing is the proof that the page sent the request.' },
      { option: 422, why: 'The content of the article was not checked yet.' },
    ],
    explanation:
      'Laravel finds no CSRF token in the request and refuses it. Send the token from the page’s meta tag with every call.',
    source: laravelCsrf,
    difficulty: 2,
    pair: [403, 419],
  },
  {
    id: '403-policy-says-no-to-the-intern',
    kind: 'pair',
    codes: [403, 419],
    prompt:
      'An intern deletes an article in a Laravel site. Session and CSRF token are fine, but the policy allows only editors to delete. Which of the two?',
    answer: 403,
    alsoAcceptable: [],
    lures: [{ option: 419, why: 'The form’s token passed its check.' }],
    explanation: 'The application knows who asks and refuses. Reloading the page will not change that.',
    source: rfc(9110, '15.5.4'),
    difficulty: 1,
    pair: [403, 419],
  },
  {
    id: '529-ssl-labs-is-full',
    kind: 'situation',
    codes: [529, 429],
    prompt:
      'A nightly job asks SSL Labs for one assessment. SSL Labs as a whole has more work than it can take, whoever asks. Which number does its API use?',
    answer: 529,
    alsoAcceptable: [],
    lures: [
      { option: 429, why: 'It is about the caller’s own limit, and this caller asked once.' },
      { option: 503, why: 'SSL Labs keeps it for maintenance and other outages.' },
    ],
    explanation:
      'SSL Labs uses a number of its own when the service itself has too much to do. Its documentation asks clients to pause for a good while, such as half an hour.',
    source: sslLabs,
    difficulty: 3,
    pair: [429, 529],
  },
  {
    id: '429-too-many-assessments-of-ours',
    kind: 'pair',
    codes: [429, 529],
    prompt:
      'A hosting company starts assessments at SSL Labs for all its customers at once, far beyond the number allowed to one client. Which of the two does the API use?',
    answer: 429,
    alsoAcceptable: [],
    lures: [{ option: 529, why: 'The service has room for others; this client is over its own limit.' }],
    explanation: 'The limit belongs to this client, and other clients are served. Start fewer at a time.',
    source: sslLabs,
    difficulty: 2,
    pair: [429, 529],
  },
  {
    id: '999-profile-checked-by-a-script',
    kind: 'situation',
    codes: [999],
    prompt:
      'A link checker reports a strange number for every LinkedIn profile on a company’s site. In a browser the profiles open. Which number is it?',
    answer: 999,
    alsoAcceptable: [],
    lures: [
      {
        option: 403,
        why: 'It would be the registered way to refuse, but LinkedIn answers robots in a way of its own.',
      },
      { option: 429, why: 'Even a single request from a script is refused.' },
      { option: 444, why: 'nginx uses it to send nothing at all.' },
    ],
    explanation:
      'LinkedIn refuses what looks automated with a number no standard knows. The addresses are usually fine.',
    source: page('http.dev: 999', 'https://http.dev/999'),
    difficulty: 1,
  },
  {
    id: '999-outside-of-all-classes',
    kind: 'myth',
    codes: [999],
    prompt:
      'A client that receives a number above 599, such as 999, should process the response as if it were a server error.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 9110 recommends exactly this for numbers outside 100 to 599.' }],
    explanation:
      'Such numbers are invalid, and the standard tells clients to treat them like a 5xx. Some libraries refuse them altogether.',
    source: rfc(9110, '15'),
    difficulty: 2,
  },
  {
    id: '509-traffic-of-the-month-used-up',
    kind: 'situation',
    codes: [509, 429],
    prompt:
      'A club’s site on shared cPanel hosting went viral. By the 20th its monthly transfer is used up, and every visitor, however new, gets an error. Which one?',
    answer: 509,
    alsoAcceptable: [],
    lures: [
      { option: 429, why: 'It would blame the single visitor, who may have asked only once.' },
      {
        option: 503,
        why: 'It is the registered choice, but this hosting software has a number of its own for used-up transfer.',
      },
    ],
    explanation:
      'The site itself has used up what its hosting plan includes. The number is a convention of hosting software and not registered.',
    source: page(
      'cPanel: limit bandwidth usage',
      'https://docs.cpanel.net/whm/account-functions/limit-bandwidth-usage/',
    ),
    difficulty: 2,
    pair: [429, 509],
  },
  {
    id: '508-hosting-account-out-of-processes',
    kind: 'situation',
    codes: [508],
    prompt:
      'Bots hammer the login of a blog on shared hosting with CloudLinux. All entry processes of the account are busy, so other visitors get an error. Which one?',
    answer: '508 Resource Limit Is Reached',
    alsoAcceptable: [],
    lures: [
      {
        option: '509 Bandwidth Limit Exceeded',
        why: 'It is about the transfer of the month; here processes have run out.',
      },
      {
        option: '508 Loop Detected',
        why: 'The registered meaning is about loops in WebDAV trees, which a blog does not have.',
      },
      { option: 429, why: 'The other visitors did not ask too often.' },
    ],
    explanation:
      'CloudLinux limits how many processes one account may run and refuses what comes on top. Stop the bots, or cache more pages.',
    source: page('CloudLinux: limits', 'https://docs.cloudlinux.com/cloudlinuxos/limits/'),
    difficulty: 3,
  },
  {
    id: '498-map-token-ran-out',
    kind: 'situation',
    codes: [498],
    prompt:
      'A city’s map viewer sends ArcGIS the token it got this morning. It expired an hour ago. Which number does ArcGIS put into its answer?',
    answer: '498 Invalid Token (ArcGIS)',
    alsoAcceptable: [],
    lures: [
      { option: '499 Token Required (ArcGIS)', why: 'It means that no token was sent.' },
      { option: 401, why: 'Other APIs would use it; ArcGIS has numbers of its own for tokens.' },
      { option: 403, why: 'With a fresh token the viewer may see the map.' },
    ],
    explanation:
      'ArcGIS tells an expired or wrong token from a missing one. Often the number stands only in the JSON of a response that is otherwise a success.',
    source: arcgisTokens,
    difficulty: 3,
  },
];

/** Written questions about vendors' codes, and about telling the vendors' layers apart. */
export const vendors: readonly Scenario[] = [...nginx, ...edge, ...clouds, ...windows, ...others];
