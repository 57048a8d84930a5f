// The written questions about server errors, 500 to 511.
import { page, rfc } from '../../catalog/sources.ts';
import type { Scenario } from '../item.ts';

const albLog = page(
  'AWS: access logs of Application Load Balancers',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
);
const envoyLog = page(
  'Envoy: access logging',
  'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
);
const heroku = page('Heroku: error codes', 'https://devcenter.heroku.com/articles/error-codes');
const haproxyLog = page(
  'HAProxy: session state at disconnection',
  'https://docs.haproxy.org/3.0/configuration.html#8.5',
);

const own: readonly Scenario[] = [
  {
    id: '500-coupon-without-end-date',
    kind: 'situation',
    codes: [500],
    prompt:
      'A coupon in the shop’s database has no end date. The checkout code did not expect that and throws, although the customer’s request was fine. What goes out?',
    answer: 500,
    alsoAcceptable: [],
    lures: [
      { option: 400, why: 'The customer did nothing wrong and cannot correct anything.' },
      { option: 503, why: 'Waiting will not help; somebody has to correct code or data.' },
      { option: 502, why: 'No server behind this one was involved.' },
    ],
    explanation:
      'Something unexpected broke inside the server, and no other code says it better. The details belong into the log, not into the answer.',
    source: rfc(9110, '15.6.1'),
    difficulty: 1,
  },
  {
    id: '500-migration-broke-the-table',
    kind: 'situation',
    codes: [500, 502],
    prompt:
      'A payment service cannot read its own table since last night’s migration and answers with an error. The proxy in front passes that answer on unchanged. What does the client see?',
    answer: 500,
    alsoAcceptable: [],
    lures: [
      { option: 502, why: 'The proxy got a valid answer and forwarded it; it has nothing to complain about.' },
      { option: 503, why: 'Nothing says that the trouble will pass by itself.' },
    ],
    explanation:
      'The service failed in its own data and said so itself. A proxy speaks up only when it got nothing usable.',
    source: rfc(9110, '15.6.1'),
    difficulty: 2,
    pair: [500, 502],
  },
  {
    id: '502-worker-dies-mid-answer',
    kind: 'pair',
    codes: [502, 500],
    prompt:
      'The process behind a proxy is killed by the kernel for using too much memory. The proxy’s connection breaks before the first header line. Which of the two does the client see?',
    answer: 502,
    alsoAcceptable: [],
    lures: [{ option: 500, why: 'The dead process can no longer say it, and the proxy itself works.' }],
    explanation:
      'The proxy asked the server behind it and got a broken connection instead of an answer. The reason stands in the logs of the dead process’s machine.',
    source: rfc(9110, '15.6.3'),
    difficulty: 2,
    pair: [500, 502],
  },
  {
    id: '500-typo-in-the-settings',
    kind: 'pair',
    codes: [500, 503],
    prompt:
      'A deploy brought a typing mistake in the tax settings. Every checkout now ends in an exception, and will until somebody corrects it. Which of the two?',
    answer: 500,
    alsoAcceptable: [],
    lures: [{ option: 503, why: 'It says that the trouble passes by itself, and clients would wait in vain.' }],
    explanation:
      'The server broke and needs a person, not time. The other code is for overload, maintenance and starting up.',
    source: rfc(9110, '15.6.1'),
    difficulty: 1,
    pair: [500, 503],
  },
  {
    id: '503-caches-still-loading',
    kind: 'situation',
    codes: [503, 500],
    prompt:
      'After a restart a route planner loads its maps for forty seconds. Requests that arrive meanwhile cannot be served. What do they get?',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 500, why: 'Nothing is broken; the planner will be ready in a moment.' },
      { option: 425, why: 'It is only about TLS early data, not about servers that are still starting.' },
    ],
    explanation: 'The condition is known and will pass. Retry-After: 40 would tell the clients how long.',
    source: rfc(9110, '15.6.4'),
    difficulty: 1,
    pair: [500, 503],
  },
  {
    id: '500-head-with-a-reason',
    kind: 'myth',
    codes: [500],
    prompt: 'When a HEAD request ends in 500, the server may add a JSON body so that the caller learns the reason.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'An answer to HEAD has no body, whatever its code.' }],
    explanation:
      'HEAD asks for the header fields only, and that holds for errors too. Bytes sent anyway could be taken for the next response.',
    source: rfc(9110, '9.3.2'),
    difficulty: 2,
  },
  {
    id: '500-never-stored',
    kind: 'myth',
    codes: [500],
    prompt: 'A cache must never store a 500, even if the response says Cache-Control: public, max-age=10.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      {
        option: 'True',
        why: 'No rule forbids it; the code only lacks the permission to be stored without being told.',
      },
    ],
    explanation:
      'A cache does not keep it by its own estimate, but an explicit lifetime is enough. Ten seconds of it can shield a struggling server.',
    source: rfc(9111, '3'),
    difficulty: 3,
  },
  {
    id: '500-tells-too-much',
    kind: 'repair',
    codes: [500],
    prompt: 'A public API fails, and a stranger receives this. What is the worst thing about the response?',
    exchange:
      'HTTP/1.1 500 Internal Server Error\nContent-Type: application/problem+json\n\n{"title": "SQL error", "detail": "SELECT * FROM users WHERE card=… at PgDao.java:88, host db-3.internal", "status": 500}',
    answer: 'It shows the inside of the server to strangers',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Server errors must not use problem+json',
        why: 'The problem format serves server errors as well as client errors.',
      },
      { option: 'A server error must carry Retry-After', why: 'It is optional, and seldom useful with this code.' },
    ],
    explanation:
      'Queries, file names and host names help attackers and nobody else. Log them, and give the caller a number to quote.',
    source: rfc(9457, '5'),
    difficulty: 1,
  },
  {
    id: '500-passed-on-by-nginx',
    kind: 'layer',
    codes: [500],
    prompt: 'A bakery’s order page fails. Who made this response?',
    exchange:
      'HTTP/1.1 500 Internal Server Error\nServer: nginx\nContent-Type: application/json\n\n{"error": "oven_not_found", "traceId": "4bf92f35"}\n\naccess.log: status=500 upstream_addr=10.0.3.7:8080 upstream_status=500 upstream_time=0.041',
    answer: 'The application',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The reverse proxy',
        why: 'It only stamped its name; upstream_status shows that the number came from behind it.',
      },
      { option: 'The browser', why: 'It shows errors but sends none, and the log has one from the server.' },
    ],
    explanation:
      'nginx logs the number it got from behind as upstream_status, and it is the same one. The Server field names the last hop and not the author.',
    source: page(
      'nginx: $upstream_status',
      'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#var_upstream_status',
    ),
    difficulty: 2,
  },
  {
    id: '500-surname-with-an-apostrophe',
    kind: 'situation',
    codes: [500, 422],
    prompt:
      'A guest named O’Neill registers for a conference. Her data follow every documented rule, but the apostrophe breaks the server’s query. What goes out?',
    answer: 500,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'Her name is valid, and she can hardly change it.' },
      { option: 400, why: 'The message is well formed and follows the documentation.' },
    ],
    explanation:
      'Good input broke the code, so the fault is the server’s. It is also a warning sign: values should never become part of a query’s text.',
    source: rfc(9110, '15.6.1'),
    difficulty: 2,
    pair: [422, 500],
  },
  {
    id: '500-error-dressed-as-success',
    kind: 'repair',
    codes: [500, 200],
    prompt: 'A monitoring tool never notices that this price service fails. What is wrong with the response?',
    exchange:
      'HTTP/1.1 200 OK\nCache-Control: max-age=600\nContent-Type: application/json\n\n{"ok": false, "error": "database connection lost"}',
    answer: 'It reports a failure with a success code; 500 or 503 is right',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The lifetime in Cache-Control is too long',
        why: 'Even ten seconds of a failure stored as a success would be wrong.',
      },
      { option: 'The error must be described in HTML', why: 'JSON is a good format for programs.' },
    ],
    explanation:
      'Caches, monitors and retry logic read the number, not the body. Here a cache would even keep the failure for ten minutes.',
    source: rfc(9110, '15'),
    difficulty: 1,
    pair: [200, 500],
  },
];

const abilities: readonly Scenario[] = [
  {
    id: '501-nobody-knows-purge',
    kind: 'pair',
    codes: [501, 405],
    prompt:
      'A tool sends PURGE to a small web server. The server knows no such method on any address. Which of the two?',
    answer: 501,
    alsoAcceptable: [],
    lures: [{ option: 405, why: 'It is for methods the server knows but this one resource does not offer.' }],
    explanation:
      'The server does not recognise the method, whatever the resource. An Allow list for this one address would miss the point.',
    source: rfc(9110, '15.6.2'),
    difficulty: 1,
    pair: [405, 501],
  },
  {
    id: '501-unknown-transfer-coding',
    kind: 'situation',
    codes: [501],
    prompt:
      'A message logger sends “Transfer-Encoding: lz9, chunked”. The server has never heard of lz9 and cannot unwrap the body. What does RFC 9112 suggest?',
    answer: 501,
    alsoAcceptable: [400],
    lures: [
      {
        option: 415,
        why: 'That is for media types and content codings; a transfer coding belongs to the message itself.',
      },
      { option: 411, why: 'The chunks tell where the body ends, so no length is missing.' },
      { option: 505, why: 'The HTTP version is fine.' },
    ],
    explanation:
      'The server lacks an ability that the request needs. It should say so with the code for things it does not support.',
    source: rfc(9112, '6.1'),
    difficulty: 3,
  },
  {
    id: '501-kept-by-a-cache',
    kind: 'myth',
    codes: [501],
    prompt: 'A cache may keep a 501 for a while without being told to.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [
      { option: 'False', why: 'It is the only server error on the list of codes that may be stored by estimate.' },
    ],
    explanation:
      'The idea is that an ability does not appear from one minute to the next. Send no-store while the feature is on its way.',
    source: rfc(9110, '15.6.2'),
    difficulty: 3,
  },
  {
    id: '501-scim-without-bulk',
    kind: 'situation',
    codes: [501],
    prompt:
      'An identity provider sends PATCH to a directory that follows SCIM (RFC 7644). The directory leaves out this optional operation altogether. Which code does SCIM list for that?',
    answer: 501,
    alsoAcceptable: [405],
    lures: [
      { option: 404, why: 'The user record exists; the operation does not.' },
      { option: 503, why: 'It would promise that PATCH comes back in a moment.' },
      { option: 426, why: 'Another protocol on the connection would change nothing.' },
    ],
    explanation:
      'SCIM names this code for operations that a provider does not support. An Allow list without PATCH tells the client much the same.',
    source: rfc(7644, '3.12'),
    difficulty: 3,
  },
  {
    id: '503-bookings-off-for-the-weekend',
    kind: 'pair',
    codes: [503, 501],
    prompt:
      'A ferry line switches its booking feature off for a weekend to move the data. On Monday it is back. Which of the two?',
    answer: 503,
    alsoAcceptable: [],
    lures: [{ option: 501, why: 'The feature is built and works; it is only off for now.' }],
    explanation:
      'The outage is planned and ends by itself. The other code may even be cached, so clients could miss the return.',
    source: rfc(9110, '15.6.4'),
    difficulty: 1,
    pair: [501, 503],
  },
  {
    id: '501-invoice-pdf-comes-in-spring',
    kind: 'situation',
    codes: [501, 503],
    prompt:
      'An API documents POST /invoices/pdf with the note “from spring on”. The address is there, the code is not written yet. What fits until then?',
    answer: 501,
    alsoAcceptable: [404],
    lures: [
      { option: 503, why: 'It says that the service is down for a moment, and clients would retry all winter.' },
      { option: 405, why: 'POST is the right method there; only its code is not written.' },
    ],
    explanation:
      'The operation is announced but the server cannot do it yet. Only an upgrade of the server changes that, not waiting.',
    source: rfc(9110, '15.6.2'),
    difficulty: 2,
    pair: [501, 503],
  },
];

const between: readonly Scenario[] = [
  {
    id: '502-nothing-listens-behind',
    kind: 'pair',
    codes: [502, 504],
    prompt:
      'The app behind nginx was started on port 3001, but nginx asks port 3000. The log says “connect() failed (111: Connection refused)”, after one millisecond. Which of the two?',
    answer: 502,
    alsoAcceptable: [],
    lures: [{ option: 504, why: 'Nobody waited; the refusal came at once.' }],
    explanation: 'The server behind was asked and the connection was refused. Time had nothing to do with it.',
    source: rfc(9110, '15.6.3'),
    difficulty: 1,
    pair: [502, 504],
  },
  {
    id: '504-annual-report-runs-long',
    kind: 'situation',
    codes: [504, 502],
    prompt:
      'An annual report takes ninety seconds. nginx is willing to wait sixty; then it logs “110: Connection timed out”, while it reads the response header from the app. What does the browser get?',
    answer: 504,
    alsoAcceptable: [],
    lures: [
      { option: 502, why: 'Nothing was refused or broken; the answer just did not come in time.' },
      { option: 408, why: 'The browser sent its request in full and in time.' },
    ],
    explanation: 'The proxy waited and time ran out. The report may still be running behind it.',
    source: rfc(9110, '15.6.5'),
    difficulty: 1,
    pair: [502, 504],
  },
  {
    id: '502-page-with-the-nginx-footer',
    kind: 'layer',
    codes: [502],
    prompt: 'A ticket shop shows a bare error page. Who wrote this page?',
    exchange:
      'HTTP/1.1 502 Bad Gateway\nServer: nginx/1.26.2\nContent-Type: text/html\n\n<center><h1>502 Bad Gateway</h1></center>\n<hr><center>nginx/1.26.2</center>\n\nerror.log: upstream prematurely closed connection while reading response header from upstream',
    answer: 'The reverse proxy',
    alsoAcceptable: [],
    lures: [
      { option: 'The application', why: 'It hung up before it had sent a single header line.' },
      { option: 'The browser', why: 'A browser’s own error page would not carry a server’s name and version.' },
    ],
    explanation:
      'nginx wrote its default page because the application closed the connection. The cause is in the application’s log at that second.',
    source: rfc(9110, '15.6.3'),
    difficulty: 1,
  },
  {
    id: '502-target-status-is-a-dash',
    kind: 'layer',
    codes: [502],
    prompt: 'An access log of an AWS Application Load Balancer. Who made the answer that the customer saw?',
    exchange:
      'type=https elb=app/shop/50dc6c target=10.0.1.12:8080\nrequest_processing_time=0.001 target_processing_time=-1 response_processing_time=-1\nelb_status_code=502 target_status_code=-\n"POST https://shop.example.com/cart HTTP/1.1"',
    answer: 'The load balancer',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The application on the target',
        why: 'Its own status would stand in target_status_code, and there is a dash.',
      },
      { option: 'The customer’s browser', why: 'Browsers send no status codes.' },
    ],
    explanation:
      'elb_status_code is what went to the client, target_status_code what the target said. A dash means that no proper answer came from the target.',
    source: albLog,
    difficulty: 2,
  },
  {
    id: '502-one-backend-talks-nonsense',
    kind: 'pair',
    codes: [502, 503],
    prompt:
      'The health checks of all targets are green. One of them answers a request with bytes that are no HTTP. Which of the two does the balancer send?',
    answer: 502,
    alsoAcceptable: [],
    lures: [{ option: 503, why: 'There was a target to ask, and it was asked.' }],
    explanation: 'A server behind was asked and answered nonsense. That is the core of this code.',
    source: rfc(9110, '15.6.3'),
    difficulty: 1,
    pair: [502, 503],
  },
  {
    id: '503-no-healthy-target-left',
    kind: 'situation',
    codes: [503, 502],
    prompt:
      'All three servers fail their health checks, so the balancer does not even try to pass the request on. What does it answer?',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 502, why: 'It would mean that a server behind was asked and gave a bad answer.' },
      { option: 504, why: 'Nobody was asked, so nobody was waited for.' },
    ],
    explanation:
      'Nobody was asked, because nobody can serve requests for now. As soon as one server is healthy again, the service is back.',
    source: rfc(9110, '15.6.4'),
    difficulty: 2,
    pair: [502, 503],
  },
  {
    id: '502-function-returns-a-bare-string',
    kind: 'situation',
    codes: [502],
    prompt:
      'A Lambda function behind a REST API of API Gateway (proxy integration) returns the bare string "done" instead of an object with statusCode and body. The function ran without an error. What does the caller get?',
    answer: 502,
    alsoAcceptable: [],
    lures: [
      { option: 500, why: 'The function did not fail; the gateway cannot make an answer of its result.' },
      { option: 200, why: 'Without a statusCode in the expected shape the gateway does not assume success.' },
      { option: 504, why: 'The result came quickly.' },
    ],
    explanation:
      'The gateway got something it cannot turn into a response. AWS documents this number for a malformed result, although its body reads “Internal server error”.',
    source: page(
      'AWS: Lambda errors with API Gateway',
      'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html',
    ),
    difficulty: 3,
  },
  {
    id: '502-reason-in-a-field',
    kind: 'header',
    codes: [502],
    prompt:
      'A gateway wants to add to its 502 that the server behind refused the connection, in a form that programs can read. Which response field was made for that?',
    answer: 'Proxy-Status',
    alsoAcceptable: [],
    lures: [
      { option: 'Via', why: 'It lists the hops but has no words for what went wrong.' },
      { option: 'Proxy-Authenticate', why: 'It asks the client for credentials for a proxy.' },
      { option: 'Server-Timing', why: 'It reports how long steps took.' },
    ],
    explanation:
      'RFC 9209 defines it: the name of the proxy and an error type such as connection_refused. It also shows which of several proxies gave up.',
    source: rfc(9209, '2'),
    difficulty: 3,
  },
  {
    id: '502-proxy-repeats-a-post',
    kind: 'myth',
    codes: [502],
    prompt: 'When the connection behind it breaks, a proxy should simply send a POST again before it answers 502.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'The server behind may already have acted, and the repeat could order or pay twice.' },
    ],
    explanation:
      'RFC 9110 forbids a proxy to retry non-idempotent requests by itself. The client has to find out first what became of the POST.',
    source: rfc(9110, '9.2.2'),
    difficulty: 2,
  },
  {
    id: '502-expired-certificate-behind',
    kind: 'situation',
    codes: [502],
    prompt:
      'A gateway checks the certificate of the server behind it. It expired at midnight, so the gateway breaks the connection off. What do visitors get by the HTTP standard?',
    answer: 502,
    alsoAcceptable: [],
    lures: [
      { option: 495, why: 'It is nginx’s inner number for a bad certificate of the client.' },
      { option: 526, why: 'Only Cloudflare uses it for this trouble.' },
      { option: 504, why: 'The server behind reacted in time; it just could not be trusted.' },
    ],
    explanation:
      'The gateway got no usable answer from the server behind it. Proxy-Status could add tls_certificate_error.',
    source: rfc(9209, '2.3'),
    difficulty: 2,
  },
  {
    id: '502-our-own-sms-key-expired',
    kind: 'situation',
    codes: [502, 401],
    prompt:
      'A shop calls your messaging API with a valid token. You call a text message provider, which refuses your own expired key with 401. What do you answer to the shop?',
    answer: 502,
    alsoAcceptable: [500],
    lures: [
      { option: 401, why: 'The shop would think that its own token is bad and would log in again.' },
      { option: 403, why: 'The shop may send messages; it is you who may not.' },
      { option: 407, why: 'No proxy wants credentials from the shop.' },
    ],
    explanation:
      'The shop did everything right, and a server behind yours gave you nothing usable. Never pass on a refusal that is meant for you.',
    source: rfc(9110, '15.6.3'),
    difficulty: 2,
  },
  {
    id: '422-gateway-passes-the-refusal-on',
    kind: 'situation',
    codes: [422, 502],
    prompt:
      'A gateway forwards a sign-up. The service behind it answers properly that the birthday lies in the future, and says so with the usual validation code. What should the gateway send to the client?',
    answer: 422,
    alsoAcceptable: [400],
    lures: [
      { option: 502, why: 'The answer from behind is valid and useful; nothing is broken.' },
      { option: 500, why: 'No server failed, and the client can correct the birthday.' },
    ],
    explanation:
      'A proper refusal of the client’s input belongs to the client. If the gateway hides it behind a server error, nobody can correct the input.',
    source: rfc(9110, '15.5.21'),
    difficulty: 2,
  },
  {
    id: '502-one-in-some-thousand',
    kind: 'situation',
    codes: [502],
    prompt:
      'The app closes idle connections after 60 s; the balancer keeps them for 120 s. Once in some thousand requests the balancer picks one that the app is just closing. What do those callers see?',
    answer: 502,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'The failure comes at once and not after a wait.' },
      { option: 408, why: 'The callers sent their requests in full and in time.' },
      { option: 503, why: 'The targets are healthy, and one was asked.' },
    ],
    explanation:
      'The balancer’s request meets a closing connection, so it gets a reset instead of an answer. Let the app keep connections longer than the balancer does.',
    source: page(
      'AWS: troubleshoot Application Load Balancers',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-502-issues',
    ),
    difficulty: 3,
  },
  {
    id: '502-two-proxies-in-a-circle',
    kind: 'pair',
    codes: [502, 508],
    prompt:
      'Two reverse proxies point at each other. One of them finds its own name in the Via field and stops the request. Which of the two does RFC 9209 recommend?',
    answer: 502,
    alsoAcceptable: [],
    lures: [
      { option: 508, why: 'It is about a loop inside a WebDAV tree, not about requests that travel in a circle.' },
    ],
    explanation:
      'Proxy-Status has the error proxy_loop_detected and recommends this number with it. The similar name of the other code misleads many.',
    source: rfc(9209, '2.3'),
    difficulty: 3,
    pair: [502, 508],
  },
];

const unavailable: readonly Scenario[] = [
  {
    id: '503-bank-maintenance-window',
    kind: 'situation',
    codes: [503],
    prompt:
      'Online banking is switched off every second Sunday from two to four for maintenance. What should it answer in that time?',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'Search engines and clients would believe that the pages are no more.' },
      { option: 500, why: 'Nothing failed; the outage is planned and will end.' },
      { option: 410, why: 'It would say that the pages never come back.' },
    ],
    explanation: 'The service cannot take requests for now and will again. Retry-After can name the end of the window.',
    source: rfc(9110, '15.6.4'),
    difficulty: 1,
  },
  {
    id: '503-breaker-is-open',
    kind: 'situation',
    codes: [503, 504],
    prompt:
      'The fraud check behind a payment API keeps failing. The circuit breaker opens, and new payments are refused at once without asking it. What do callers get?',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'Nobody was asked and nobody waited.' },
      { option: 429, why: 'The callers did nothing too often.' },
    ],
    explanation: 'The API declines for now, without any waiting. When the breaker closes, payments go through again.',
    source: rfc(9110, '15.6.4'),
    difficulty: 2,
    pair: [503, 504],
  },
  {
    id: '504-fraud-check-keeps-silent',
    kind: 'pair',
    codes: [504, 503],
    prompt:
      'A payment API asks the fraud check and waits three seconds, its limit. No answer comes. Which of the two does the shop get?',
    answer: 504,
    alsoAcceptable: [],
    lures: [{ option: 503, why: 'The API took the request and tried; it did not decline it.' }],
    explanation:
      'The API acted as a go-between and the server behind it was too slow. The payment may still have been checked, so look before you repeat it.',
    source: rfc(9110, '15.6.5'),
    difficulty: 2,
    pair: [503, 504],
  },
  {
    id: '503-friendly-page-wrong-number',
    kind: 'repair',
    codes: [503, 200],
    prompt: 'During an upgrade every page of a museum’s site answers like this. What is wrong with it?',
    exchange:
      'GET /opening-hours HTTP/1.1\nHost: museum.example.com\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<h1>We are upgrading our site. Please come back soon!</h1>',
    answer: 'It should be 503, since the page asked for is not there now',
    alsoAcceptable: [],
    lures: [
      {
        option: 'It should be 302 to a page about the upgrade',
        why: 'Crawlers would still take the notice for the content of the address.',
      },
      {
        option: 'It should be 404, since the opening hours are missing',
        why: 'They are only away for a while and must not be forgotten.',
      },
    ],
    explanation:
      'With a success code caches and search engines take the notice for the real page. The right code tells them to come back.',
    source: rfc(9110, '15.6.4'),
    difficulty: 1,
  },
  {
    id: '503-date-in-the-wrong-form',
    kind: 'repair',
    codes: [503],
    prompt: 'A game server announces the end of its maintenance. What is wrong with the response?',
    exchange:
      'HTTP/1.1 503 Service Unavailable\nRetry-After: 2026-12-24T06:00:00Z\nContent-Type: text/plain\n\nBack on Thursday morning.',
    answer: 'Retry-After takes seconds or an HTTP date, not this form',
    alsoAcceptable: [],
    lures: [
      { option: 'Retry-After may only be used with 429', why: 'It belongs to this code as well, and to redirects.' },
      { option: 'The response must not have a body', why: 'A few words for people are welcome.' },
    ],
    explanation:
      'Valid are a number such as 3600 or a date such as Thu, 24 Dec 2026 06:00:00 GMT. Clients will ignore what they cannot read.',
    source: rfc(9110, '10.2.3'),
    difficulty: 2,
  },
  {
    id: '503-without-a-time',
    kind: 'myth',
    codes: [503],
    prompt: 'A 503 without Retry-After breaks the HTTP standard.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The standard says that a server may send the field, not that it must.' }],
    explanation:
      'Often nobody knows when the service will be back. Without the field clients should retry with growing pauses.',
    source: rfc(9110, '15.6.4'),
    difficulty: 1,
  },
  {
    id: '503-not-ready-for-traffic',
    kind: 'situation',
    codes: [503],
    prompt:
      'Kubernetes asks a pod’s readiness address. The process runs, but its database pool is not up yet, so it wants no traffic for now. What should the address answer?',
    answer: 503,
    alsoAcceptable: [500],
    lures: [
      { option: 202, why: 'Any code from 200 to 399 counts as ready, and traffic would come.' },
      { option: 204, why: 'It is a success too, so the pod would get traffic.' },
      { option: 304, why: 'Codes below 400 count as ready here, whatever they mean.' },
    ],
    explanation:
      'The probe only asks whether the number is between 200 and 399. The code for a passing condition also tells people what is going on.',
    source: page(
      'Kubernetes: liveness, readiness and startup probes',
      'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    ),
    difficulty: 2,
  },
  {
    id: '503-app-crashed-h10',
    kind: 'layer',
    codes: [503],
    prompt: 'An app on Heroku shows an error page, and its own log is silent. Who answered?',
    exchange:
      'heroku[web.1]: State changed from starting to crashed\nheroku[router]: at=error code=H10 desc="App crashed" method=GET path="/" dyno= connect= service= status=503 bytes=',
    answer: 'The platform’s router',
    alsoAcceptable: [],
    lures: [
      { option: 'The application', why: 'It had crashed, and the empty dyno= shows that no process was asked.' },
      { option: 'The database', why: 'It does not speak HTTP to visitors.' },
    ],
    explanation:
      'The line comes from heroku[router] and carries a code of its own, H10. Look above it for the reason of the crash.',
    source: heroku,
    difficulty: 1,
  },
  {
    id: '503-router-waited-thirty-seconds',
    kind: 'exchange',
    codes: [503, 504],
    prompt: 'A report takes too long for Heroku’s router. Which code does this router send?',
    exchange:
      'heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/report" dyno=web.1 connect=1ms service=30000ms status=???',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      {
        option: 504,
        why: 'It is what the standard suggests, but this router sends one code for all its errors of this kind.',
      },
      { option: 408, why: 'The visitor was not slow; the dyno was.' },
      { option: 502, why: 'The dyno did not break off; it gave no answer at all.' },
    ],
    explanation:
      'Heroku’s router answers its own H errors alike, timeouts included. The H code in the log says what really happened.',
    source: heroku,
    difficulty: 3,
  },
  {
    id: '503-envoy-flag-uh',
    kind: 'layer',
    codes: [503],
    prompt:
      'In a service mesh the basket service gets an error from the stock service. The stock service’s own log is empty. Who answered?',
    exchange:
      'HTTP/1.1 503 Service Unavailable\nserver: envoy\ncontent-type: text/plain\n\nno healthy upstream\n\nsidecar log: "GET /stock/17 HTTP/1.1" 503 UH 0 19 0 - "outbound|80||stock"',
    answer: 'The sidecar proxy',
    alsoAcceptable: [],
    lures: [
      { option: 'The stock service', why: 'The flag UH says that there was no healthy host to ask.' },
      { option: 'The CDN', why: 'The call stays inside the mesh and meets no CDN.' },
    ],
    explanation:
      'Envoy answered by itself, and UH stands for “no healthy upstream”. Check why no pod of the stock service is ready.',
    source: envoyLog,
    difficulty: 2,
  },
  {
    id: '503-apache-cannot-connect',
    kind: 'exchange',
    codes: [503, 502],
    prompt: 'Apache is the reverse proxy, and the app behind it is not running. Which code does Apache choose?',
    exchange:
      'HTTP/1.1 ???\nServer: Apache/2.4.62\n\nerror_log: (111)Connection refused: AH00957: HTTP: attempt to connect to 127.0.0.1:8080 failed\nerror_log: AH01114: HTTP: failed to make connection to backend: 127.0.0.1',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 502, why: 'nginx would say so; Apache keeps it for answers it cannot use.' },
      { option: 504, why: 'The refusal came at once, so no time ran out.' },
      { option: 500, why: 'Apache itself works and knows what is missing.' },
    ],
    explanation:
      'Apache takes a backend that refuses connections out of service for a while and says that it is unavailable. So the same fault shows different numbers behind different proxies.',
    source: page('Apache: mod_proxy', 'https://httpd.apache.org/docs/2.4/mod/mod_proxy.html'),
    difficulty: 3,
  },
  {
    id: '503-old-copy-is-better-than-none',
    kind: 'myth',
    codes: [503],
    prompt:
      'With stale-if-error=86400 in Cache-Control, a cache may serve its outdated copy when the origin answers 503.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 5861 allows it for exactly such errors: 500, 502, 503 and 504.' }],
    explanation:
      'For a day after the copy has become stale, visitors get it instead of an error. For a news page or a catalogue that is often the better answer.',
    source: rfc(5861, '4'),
    difficulty: 3,
  },
  {
    id: '503-nginx-limiter-by-default',
    kind: 'exchange',
    codes: [503, 429],
    prompt:
      'nginx limits requests with limit_req, and nobody has set limit_req_status. Which code does an impatient client get?',
    exchange:
      'GET /search?q=lamp HTTP/1.1\nHost: www.example.com\n\nHTTP/1.1 ???\nServer: nginx\n\nerror.log: limiting requests, excess: 20.300 by zone "search"',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 429, why: 'It would say more, but nginx sends it only if limit_req_status asks for it.' },
      { option: 444, why: 'nginx closes without an answer only where the configuration says “return 444”.' },
      { option: 403, why: 'The client is not barred, only too fast.' },
    ],
    explanation:
      'The default of limit_req_status is older than the code for rate limits. Set it to that code, so that clients know that slowing down helps.',
    source: page(
      'nginx: limit_req_status',
      'https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req_status',
    ),
    difficulty: 3,
  },
];

const timeouts: readonly Scenario[] = [
  {
    id: '504-only-from-the-store',
    kind: 'exchange',
    codes: [504],
    prompt:
      'A train app without reception asks its cache only. The cache has nothing for this address. Which code is hidden?',
    exchange:
      'GET /timetable/4711 HTTP/1.1\nHost: api.example.com\nCache-Control: only-if-cached\n\nHTTP/1.1 ???\nDate: Tue, 03 Nov 2026 08:12:31 GMT\nContent-Length: 0',
    answer: 504,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'The timetable may well exist; the cache only has no copy.' },
      { option: 412, why: 'only-if-cached is a wish to the cache and no conditional header field.' },
      { option: 304, why: 'It would mean that the app’s own copy is good, and the app named none.' },
    ],
    explanation:
      'only-if-cached forbids the cache to ask the origin. RFC 9111 gives this code to a cache that then has nothing to offer.',
    source: rfc(9111, '5.2.1.7'),
    difficulty: 3,
  },
  {
    id: '504-request-complete-answer-late',
    kind: 'situation',
    codes: [504, 408],
    prompt:
      'A photo arrives completely. The image service behind the gateway then works on it longer than the gateway waits. What goes back to the client?',
    answer: 504,
    alsoAcceptable: [],
    lures: [
      { option: 408, why: 'The client sent everything in time.' },
      { option: 413, why: 'The photo was taken in full; its size is no trouble.' },
    ],
    explanation:
      'The gateway waited for a server behind it. The client did nothing wrong and should find out whether the work was done.',
    source: rfc(9110, '15.6.5'),
    difficulty: 1,
    pair: [408, 504],
  },
  {
    id: '504-so-nothing-happened',
    kind: 'myth',
    codes: [504],
    prompt:
      'When a payment ends in 504, no money can have moved, so the client may send the payment again without a check.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'Only the gateway stopped waiting; the server behind it may have finished the payment.' },
    ],
    explanation:
      'The code says nothing about what became of the work. Look the payment up first, or use an idempotency key.',
    source: rfc(9110, '9.2.2'),
    difficulty: 1,
  },
  {
    id: '202-render-without-holding-the-line',
    kind: 'pair',
    codes: [202, 504],
    prompt:
      'Video renders of three minutes keep running into the gateway’s limit of sixty seconds. The API is redesigned: it queues the job and answers at once. With which of the two?',
    answer: 202,
    alsoAcceptable: [],
    lures: [{ option: 504, why: 'It is the failure that the new design avoids.' }],
    explanation:
      'The request is accepted and the work goes on after the answer. The client gets an address where it can ask for the state.',
    source: rfc(9110, '15.3.3'),
    difficulty: 1,
    pair: [202, 504],
  },
  {
    id: '504-haproxy-letters-sh',
    kind: 'layer',
    codes: [504],
    prompt: 'A line from the log of HAProxy, which stands in front of two app servers. Who made the answer?',
    exchange:
      'haproxy[812]: 198.51.100.7:52114 [03/Nov/2026:08:12:01.114] www web/app2 0/0/1/-1/30002 504 194 - - sH-- 12/12/4/2/0 0/0 "GET /export HTTP/1.1"',
    answer: 'The load balancer',
    alsoAcceptable: [],
    lures: [
      { option: 'The server app2', why: 'The -1 shows that it never sent its header lines.' },
      { option: 'The client', why: 'It only received the answer; an abort by it would show as C.' },
    ],
    explanation:
      'A small s means that the time limit for the server ran out, and H that HAProxy was waiting for the header lines. So HAProxy answered by itself.',
    source: haproxyLog,
    difficulty: 3,
  },
  {
    id: '504-connection-timeout-in-a-field',
    kind: 'exchange',
    codes: [504, 502],
    prompt: 'An edge proxy tells what went wrong in a header field. Which code goes with it?',
    exchange:
      'GET /api/stock HTTP/1.1\nHost: www.example.com\n\nHTTP/1.1 ???\nProxy-Status: edge.example.net; error=connection_timeout\nContent-Length: 0',
    answer: 504,
    alsoAcceptable: [],
    lures: [
      { option: 502, why: 'It goes with connection_refused and connection_terminated, where there was a reaction.' },
      { option: 503, why: 'It goes with destination_unavailable, where nobody was asked.' },
      { option: 408, why: 'The client is not the one who was slow.' },
    ],
    explanation:
      'The proxy tried to connect and nobody picked up in time. RFC 9209 recommends a code for every error type it lists.',
    source: rfc(9209, '2.3'),
    difficulty: 3,
  },
];

const rare: readonly Scenario[] = [
  {
    id: '505-sensor-claims-http-3',
    kind: 'situation',
    codes: [505],
    prompt:
      'A home-made sensor writes “GET /data HTTP/3.0” as plain text to a web server. The line is well formed, but the server speaks 1.0 and 1.1 in this form only. What does it answer?',
    answer: 505,
    alsoAcceptable: [400],
    lures: [
      { option: 426, why: 'The server names no other protocol it wants instead.' },
      { option: 501, why: 'It is for methods and abilities; here the version is what is refused.' },
      { option: 406, why: 'No Accept field is involved.' },
    ],
    explanation:
      'The request names a major version of HTTP that the server does not speak. The answer should list those it does.',
    source: rfc(9110, '15.6.6'),
    difficulty: 2,
  },
  {
    id: '400-letters-swapped-in-http',
    kind: 'exchange',
    codes: [400, 505],
    prompt: 'A hand-written client has a slip in its first line. Which code does it get?',
    exchange: 'GET /rates HTPT/1.1\nHost: bank.example.com\n\nHTTP/1.1 ???\nConnection: close\nContent-Length: 0',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 505, why: 'It needs a readable version that the server does not speak, and HTPT is none.' },
      { option: 501, why: 'GET is known; the end of the line is what cannot be read.' },
      { option: 426, why: 'The server does not ask for another protocol.' },
    ],
    explanation:
      'The request line does not follow the grammar, so there is no version to support or refuse. That is a malformed request.',
    source: rfc(9112, '3'),
    difficulty: 2,
    pair: [400, 505],
  },
  {
    id: '404-version-nine-of-the-api',
    kind: 'situation',
    codes: [404, 505],
    prompt:
      'A client calls /v9/customers, but the API ends at /v4. “Wrong version”, says a colleague, and reaches for a code of the 500s. What is right?',
    answer: 404,
    alsoAcceptable: [400],
    lures: [
      { option: 505, why: 'It is about the version of HTTP, not about the version of an API.' },
      { option: 426, why: 'It asks for another protocol on the connection.' },
      { option: 501, why: 'The server is able to do everything; the address does not exist.' },
    ],
    explanation:
      'For HTTP the version in the path is only a part of an address, and nothing is there. The fault is the client’s, so it is no server error.',
    source: rfc(9110, '15.5.5'),
    difficulty: 1,
  },
  {
    id: '506-variants-in-a-circle',
    kind: 'situation',
    codes: [506],
    prompt:
      'A server picks the best variant of a page by transparent negotiation (RFC 2295). The variant it picks is set up to negotiate once more. What does it answer?',
    answer: 506,
    alsoAcceptable: [500],
    lures: [
      { option: 406, why: 'The client’s wishes are no trouble; the server’s own setup is.' },
      { option: 300, why: 'It offers the client a choice, and here no valid end of the choice exists.' },
      { option: 508, why: 'It is for loops in a WebDAV tree.' },
    ],
    explanation:
      'A chosen variant must be a plain page and no negotiation of its own. The code reports this mistake in the configuration; it is experimental and almost never met.',
    source: rfc(2295, '8.1'),
    difficulty: 3,
  },
  {
    id: '507-quota-of-the-cloud-folder',
    kind: 'situation',
    codes: [507, 413],
    prompt:
      'A family’s WebDAV cloud folder is full to the last byte. A photo of 3 MB, well below any limit for one file, is refused. With what?',
    answer: 507,
    alsoAcceptable: [],
    lures: [
      { option: 413, why: 'The photo is small; there is just no room left.' },
      { option: 403, why: 'The family may write there; space is what is missing.' },
    ],
    explanation: 'The store has no space for what is to be saved. After deleting something, the same photo fits.',
    source: rfc(4918, '11.5'),
    difficulty: 1,
    pair: [413, 507],
  },
  {
    id: '403-plan-allows-three-projects',
    kind: 'situation',
    codes: [403, 507],
    prompt:
      'The free plan of a design tool allows three projects. A user creates a fourth; the disks are half empty. What fits?',
    answer: 403,
    alsoAcceptable: [402],
    lures: [
      { option: 507, why: 'Nothing is full; the plan does not grant a fourth project.' },
      { option: 409, why: 'Nothing clashes with the new project; the plan simply ends at three.' },
    ],
    explanation: 'More space would not help, a bigger plan would. The refusal is about what this user is entitled to.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 507],
  },
  {
    id: '507-folder-shared-but-full',
    kind: 'pair',
    codes: [507, 403],
    prompt:
      'A student may write into the lab’s WebDAV share. Reading works, but since noon every save fails because the disk of the share is full. Which of the two?',
    answer: 507,
    alsoAcceptable: [],
    lures: [{ option: 403, why: 'The student has the right to write; the room is what is missing.' }],
    explanation: 'The server cannot store what the request needs stored. Rights would not help, free space would.',
    source: rfc(4918, '11.5'),
    difficulty: 1,
    pair: [403, 507],
  },
  {
    id: '507-repeat-by-itself',
    kind: 'myth',
    codes: [507],
    prompt: 'A sync client whose user’s save met 507 should repeat it every minute by itself until there is room.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'RFC 4918 forbids to repeat a user’s action until the user asks for it again.' }],
    explanation:
      'A full store seldom empties itself, and the user has to decide what to delete. The condition counts as temporary all the same.',
    source: rfc(4918, '11.5'),
    difficulty: 3,
  },
  {
    id: '508-folder-that-contains-itself',
    kind: 'situation',
    codes: [508, 208],
    prompt:
      'By a WebDAV binding the folder “archive” contains itself. A client that knows nothing of bindings asks for the whole tree with Depth: infinity. What does the server answer?',
    answer: 508,
    alsoAcceptable: [],
    lures: [
      { option: 208, why: 'It is a mark inside a listing, for clients that said they know bindings.' },
      { option: 502, why: 'No other server is involved.' },
      { option: 414, why: 'The address is short; the tree is endless.' },
    ],
    explanation:
      'The server would list the folder without end, so the whole operation fails. With “DAV: bind” the client would get a finite listing with marks.',
    source: rfc(5842, '7.2'),
    difficulty: 2,
    pair: [208, 508],
  },
];

const networks: readonly Scenario[] = [
  {
    id: '511-train-network-wants-a-seat',
    kind: 'pair',
    codes: [511, 407],
    prompt:
      'A passenger joins a train’s wireless network and opens a news page. A box on the way, which the browser knows nothing of, first wants her seat number. Which of the two does it send?',
    answer: 511,
    alsoAcceptable: [],
    lures: [{ option: 407, why: 'It is for a proxy that the client is set up to use.' }],
    explanation:
      'The network intercepts the request and wants a login of its own. The body should name the page where one can log in.',
    source: rfc(6585, '6'),
    difficulty: 1,
    pair: [407, 511],
  },
  {
    id: '407-office-proxy-in-the-settings',
    kind: 'situation',
    codes: [407, 511],
    prompt:
      'In an office every browser is set up to use proxy.corp.example. The proxy wants the employee’s password first. What does it send?',
    answer: 407,
    alsoAcceptable: [],
    lures: [
      { option: 511, why: 'It is for boxes on the way that the client does not know and has not chosen.' },
      { option: 401, why: 'The login is for the proxy and not for a site.' },
    ],
    explanation:
      'The client knows the proxy and can answer with Proxy-Authorization. The proxy must say in Proxy-Authenticate how.',
    source: rfc(9110, '15.5.8'),
    difficulty: 1,
    pair: [407, 511],
  },
  {
    id: '511-from-the-shop-itself',
    kind: 'repair',
    codes: [511, 401],
    prompt: 'A shop’s API notices that a customer’s token has expired. What is wrong with its answer?',
    exchange:
      'GET /orders HTTP/1.1\nHost: api.shop.example.com\nAuthorization: Bearer eyJ…\n\nHTTP/1.1 511 Network Authentication Required\nContent-Type: text/plain\n\nToken expired.',
    answer: 'An API should send 401 with WWW-Authenticate',
    alsoAcceptable: [],
    lures: [
      { option: 'It should be 407, because a token was involved', why: 'No proxy asks for credentials here.' },
      {
        option: 'It must redirect to the login page',
        why: 'Programs cannot fill in a page, and the code is the real trouble.',
      },
    ],
    explanation:
      'The chosen code is for the network on the way and should not come from an origin server. A client would think that the shop was never reached.',
    source: rfc(6585, '6'),
    difficulty: 2,
    pair: [401, 511],
  },
  {
    id: '511-login-form-in-the-answer',
    kind: 'myth',
    codes: [511],
    prompt: 'The best body for a 511 is the login form of the network itself, so that people can sign in right there.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The form would appear under the name of the site that was asked for.' }],
    explanation:
      'The body should carry a link to the login page and not be that page. Otherwise the browser shows the form as if the site had sent it.',
    source: rfc(6585, '6'),
    difficulty: 2,
  },
  {
    id: '511-thermostat-behind-a-portal',
    kind: 'exchange',
    codes: [511],
    prompt:
      'A thermostat in a holiday flat calls home by plain HTTP and meets the landlord’s guest portal. Which code spares it from taking the portal for its server?',
    exchange:
      'GET /config HTTP/1.1\nHost: thermo.example.com\n\nHTTP/1.1 ???\nCache-Control: no-store\nContent-Type: text/html\n\n<a href="http://portal.guest.example/login">Accept the terms of this network first</a>',
    answer: 511,
    alsoAcceptable: [],
    lures: [
      { option: 302, why: 'The thermostat would follow to the portal and take its page for the configuration.' },
      { option: 401, why: 'It would look as if its own server wanted a login.' },
      { option: 200, why: 'The portal’s page would be taken for the answer of the server.' },
    ],
    explanation:
      'Software can see from the number that the answer comes from the network. That is why the code was made.',
    source: rfc(6585, '6'),
    difficulty: 2,
  },
];

/** Written questions about 500 to 511, with the codes they are confused with. */
export const serverErrors: readonly Scenario[] = [
  ...own,
  ...abilities,
  ...between,
  ...unavailable,
  ...timeouts,
  ...rare,
  ...networks,
];
