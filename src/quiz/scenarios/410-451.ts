// The written questions about the later client errors, 410 to 451.
import { page, rfc } from '../../catalog/sources.ts';
import type { Scenario } from '../item.ts';

const idempotencyKeys = page(
  'Draft: the Idempotency-Key header field',
  'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
);

const removed: readonly Scenario[] = [
  {
    id: '410-old-api-version',
    kind: 'situation',
    codes: [410],
    prompt:
      'Last spring a parcel service switched off /v1/parcels for good; nothing at v2 matches it. Scripts that still call it should learn that waiting is useless. What do they get?',
    answer: 410,
    alsoAcceptable: [],
    lures: [
      {
        option: 404,
        why: 'It leaves open whether the address was ever right or will work again, and here you want to say more.',
      },
      { option: 301, why: 'A redirect needs a new address for the same thing, and v2 has none.' },
      { option: 503, why: 'It promises a return, so the scripts would keep trying.' },
    ],
    explanation:
      'The endpoint was there, was taken away on purpose and will not return. That is the one thing this code says that a plain missing page does not.',
    source: rfc(9110, '15.5.11'),
    difficulty: 1,
  },
  {
    id: '410-used-reset-mail',
    kind: 'situation',
    codes: [410, 404],
    prompt:
      'The address in a password reset mail works once. A customer opens it a second time, and the shop still knows that the token existed and was used. What fits best?',
    answer: 410,
    alsoAcceptable: [404],
    lures: [
      { option: 401, why: 'Nobody asks for a login here; the address itself has served its purpose.' },
      { option: 409, why: 'There is no clash that the customer could resolve by changing the request.' },
    ],
    explanation:
      'The server knows that the resource was there and is over for good. Many sites prefer to answer as if it never existed, which is also fine.',
    source: rfc(9110, '15.5.11'),
    difficulty: 2,
  },
  {
    id: '410-sold-flat-crawlers',
    kind: 'pair',
    codes: [410, 404],
    prompt:
      'A property portal deletes the pages of sold flats on purpose and wants search engines to drop them quickly. Which of the two says that?',
    answer: 410,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'It does not say whether the page may come back, so a crawler may keep asking for longer.' },
    ],
    explanation:
      'The removal is deliberate and lasting, and the owner wants links to the page removed. That is the purpose this code was made for.',
    source: rfc(9110, '15.5.11'),
    difficulty: 1,
    pair: [404, 410],
  },
  {
    id: '404-mistyped-article',
    kind: 'pair',
    codes: [404, 410],
    prompt:
      'A reader mistypes the address of a newspaper article. The server has no record that anything ever stood there. Which of the two is honest?',
    answer: 404,
    alsoAcceptable: [],
    lures: [{ option: 410, why: 'It would claim that something was here and was removed, which nobody knows.' }],
    explanation:
      'The server only knows that it has nothing for this address. To claim a lasting removal it would have to know that something was there.',
    source: rfc(9110, '15.5.5'),
    difficulty: 1,
    pair: [404, 410],
  },
  {
    id: '410-cached-without-being-told',
    kind: 'myth',
    codes: [410],
    prompt: 'A shared cache may keep a 410 for a while although the response has neither Cache-Control nor Expires.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [
      { option: 'False', why: 'This code is on the short list of those that a cache may store by its own estimate.' },
    ],
    explanation:
      'RFC 9110 makes it heuristically cacheable, like 404 and 301. Send Cache-Control: no-store if a removal might be undone.',
    source: rfc(9110, '15.5.11'),
    difficulty: 2,
  },
  {
    id: '410-with-a-new-address',
    kind: 'repair',
    codes: [410, 301],
    prompt: 'A cookbook site has moved its recipes to a new host. What is wrong with its answer?',
    exchange:
      'GET /recipes/plum-cake HTTP/1.1\nHost: old.example.com\n\nHTTP/1.1 410 Gone\nLocation: https://new.example.com/recipes/plum-cake\nContent-Type: text/plain\n\nThis recipe has moved.',
    answer: 'The recipe has a new home, so the code should be 301 or 308',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Location must hold a path, not a full address',
        why: 'Location may hold a full address or a relative one; both are valid.',
      },
      { option: 'A response with this code must not have a body', why: 'A body is allowed and useful here.' },
    ],
    explanation:
      'This code says that no forwarding address is known, so clients will not follow Location. A permanent redirect takes readers and search engines along.',
    source: rfc(9110, '15.5.11'),
    difficulty: 2,
    pair: [301, 410],
  },
  {
    id: '410-sync-bookmark-expired',
    kind: 'situation',
    codes: [410],
    prompt:
      'A calendar app synchronises with a bookmark from months ago. Google Calendar has dropped that part of its change history and wants the app to start over with a full sync. What does it answer?',
    answer: 410,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'The bookmark marks a place in the history; it is no login and the app is signed in.' },
      { option: 409, why: 'The app only reads, so there is nothing to clash with.' },
      { option: 416, why: 'No Range field is involved; the bookmark is a query parameter.' },
    ],
    explanation:
      'The history behind this bookmark is deleted for good, so repeating the request is pointless. The app must throw its copy away and fetch everything.',
    source: page(
      'Google Calendar: synchronize resources',
      'https://developers.google.com/workspace/calendar/api/guides/sync',
    ),
    difficulty: 3,
  },
  {
    id: '410-member-left-by-choice',
    kind: 'situation',
    codes: [410, 404, 451],
    prompt:
      'A member of a hiking forum deletes her own account. Her old profile page is to say that it was there and will stay away. What does it answer?',
    answer: 410,
    alsoAcceptable: [404],
    lures: [
      { option: 451, why: 'No authority or court demanded this; the member did it herself.' },
      { option: 403, why: 'It would say that a profile is still kept and only withheld.' },
    ],
    explanation:
      'The page was removed on purpose and for good. A legal code would claim a legal demand that does not exist.',
    source: rfc(9110, '15.5.11'),
    difficulty: 2,
    pair: [410, 451],
  },
];

const sizes: readonly Scenario[] = [
  {
    id: '411-chunked-to-old-bank',
    kind: 'situation',
    codes: [411, 413],
    prompt:
      'An old bank gateway must know the size of a file before the first byte arrives. A mobile app streams it in chunks and never says how many bytes will come. What does the gateway answer?',
    answer: 411,
    alsoAcceptable: [],
    lures: [
      { option: 413, why: 'Nobody knows yet whether the file is too big; its size is what is missing.' },
      { option: 400, why: 'Chunks are correct HTTP, and a code exists for exactly the missing field.' },
      { option: 417, why: 'The app sent no Expect field that could be refused.' },
    ],
    explanation:
      'The request is valid, but the server refuses bodies of unknown size. The app can send the same file again with its size announced.',
    source: rfc(9110, '15.5.12'),
    difficulty: 2,
    pair: [411, 413],
  },
  {
    id: '411-what-to-add',
    kind: 'header',
    codes: [411],
    prompt: 'A weather station posts a reading and is refused. Which header field must its next attempt carry?',
    exchange:
      'POST /readings HTTP/1.1\nHost: iot.example.com\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n…\n\nHTTP/1.1 411 Length Required\nConnection: close',
    answer: 'Content-Length',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Range', why: 'It says which part of a larger content is sent, not how big the body is.' },
      { option: 'Expect', why: 'It asks for leave to send the body and does not tell the size.' },
      { option: 'Accept-Ranges', why: 'A server uses it to say that it can serve parts.' },
    ],
    explanation:
      'The server wants to know the size of the body in bytes beforehand. The next attempt drops the chunks and announces the size.',
    source: rfc(9110, '8.6'),
    difficulty: 1,
  },
  {
    id: '413-camera-announces-2-gb',
    kind: 'situation',
    codes: [413, 411],
    prompt:
      'A traffic camera announces Content-Length: 2147483648. The endpoint takes 100 MB at most and answers before reading the body. With what?',
    answer: 413,
    alsoAcceptable: [],
    lures: [
      { option: 411, why: 'The size was announced correctly; it is only far more than the server takes.' },
      { option: 417, why: 'The camera sent no Expect field that could be refused.' },
    ],
    explanation:
      'The size is known and over the limit, and the server may refuse without reading the body. If the size were missing, 411 would fit.',
    source: rfc(9110, '15.5.14'),
    difficulty: 1,
    pair: [411, 413],
  },
  {
    id: '413-avatar-over-limit',
    kind: 'situation',
    codes: [413],
    prompt:
      'A chat app takes profile pictures up to 5 MB. A user uploads a valid PNG of 40 MB. What should the server answer?',
    answer: 413,
    alsoAcceptable: [],
    lures: [
      { option: 415, why: 'PNG is accepted; the format is not the trouble.' },
      { option: 422, why: 'The picture is never looked at, because its size alone is reason enough.' },
      { option: 431, why: 'That is about header fields, and these are small.' },
    ],
    explanation:
      'The body is larger than the server is willing to take. The answer should name the limit so that the app can shrink the picture.',
    source: rfc(9110, '15.5.14'),
    difficulty: 1,
  },
  {
    id: '413-who-stopped-the-scan',
    kind: 'layer',
    codes: [413],
    prompt:
      'An insurance portal refuses a scanned form. The Java service behind it logged nothing at all. Who answered?',
    exchange:
      'HTTP/1.1 413 Request Entity Too Large\nServer: nginx/1.26.2\nContent-Type: text/html\n\n<center><h1>413 Request Entity Too Large</h1></center>\n\nerror.log: client intended to send too large body: 15728640 bytes',
    answer: 'The reverse proxy',
    alsoAcceptable: [],
    lures: [
      { option: 'The application', why: 'It logged nothing, because the request never got that far.' },
      { option: 'The CDN', why: 'No field of a CDN is in the answer, and the log line is from nginx itself.' },
    ],
    explanation:
      'The page and the log line are nginx’s own: its client_max_body_size is 1 MB unless set. Raising the limit of the application alone will not help.',
    source: page(
      'nginx: client_max_body_size',
      'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
    ),
    difficulty: 1,
  },
  {
    id: '413-sensor-readings-in-one-go',
    kind: 'situation',
    codes: [413, 431],
    prompt:
      'After a week offline an IoT hub posts 30 MB of readings as one JSON array. Its header fields are tiny. What will it get?',
    answer: 413,
    alsoAcceptable: [],
    lures: [
      { option: 431, why: 'It is for large header fields, and here the body is what is large.' },
      { option: 429, why: 'It is one single request, however big it is.' },
    ],
    explanation: 'The weight sits in the body. The hub should send several smaller batches.',
    source: rfc(9110, '15.5.14'),
    difficulty: 1,
    pair: [413, 431],
  },
  {
    id: '431-single-sign-on-cookie',
    kind: 'situation',
    codes: [431, 413],
    prompt:
      'After many group memberships a single-sign-on cookie has grown to 40 KB. Now even a plain GET without any body is refused. What does the server say?',
    answer: 431,
    alsoAcceptable: [],
    lures: [
      { option: 413, why: 'It is about the body, and a GET like this one has none.' },
      { option: 401, why: 'The login is valid; the cookie that carries it is too big.' },
    ],
    explanation:
      'Cookies travel in the header fields, and those are too large here. Making the cookie smaller or deleting it lets the same request through.',
    source: rfc(6585, '5'),
    difficulty: 1,
    pair: [413, 431],
  },
  {
    id: '413-film-over-fixed-cap',
    kind: 'pair',
    codes: [413, 507],
    prompt:
      'A photo cloud never takes a file above 2 GB, even into an empty account. A user drops in a 3 GB film. Which of the two?',
    answer: 413,
    alsoAcceptable: [],
    lures: [{ option: 507, why: 'There is plenty of room; this one file is over a fixed limit.' }],
    explanation:
      'The limit is about this one body, whatever space is free. Freeing space would not help, sending less would.',
    source: rfc(9110, '15.5.14'),
    difficulty: 2,
    pair: [413, 507],
  },
  {
    id: '413-hang-up-early',
    kind: 'myth',
    codes: [413],
    prompt: 'A server that answers 413 may close the connection before it has read all of the oversized body.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 9110 allows it, so that the client stops sending.' }],
    explanation:
      'It may end just this request where the protocol version allows that, and close the connection otherwise. A client still busy sending may then see a broken connection instead of the answer.',
    source: rfc(9110, '15.5.14'),
    difficulty: 2,
  },
  {
    id: '413-asked-before-sending',
    kind: 'exchange',
    codes: [413, 417],
    prompt: 'A backup tool asks for leave before it sends the archive. Which code stands in the answer?',
    exchange:
      'PUT /backups/monday.tar HTTP/1.1\nHost: store.example.com\nContent-Length: 8000000000\nExpect: 100-continue\n\nHTTP/1.1 ???\nContent-Type: application/problem+json\nConnection: close\n\n{"title": "Archives may have at most 5 GB", "limit": 5000000000}',
    answer: 413,
    alsoAcceptable: [],
    lures: [
      { option: 417, why: 'The server understands the expectation; it simply knows its final answer already.' },
      { option: 100, why: 'It would invite the tool to send eight gigabytes that will be refused.' },
      { option: 507, why: 'The body names a fixed limit, not a full disk.' },
    ],
    explanation:
      'A server that meets 100-continue may send its final status at once. This spares both sides the upload.',
    source: rfc(9110, '10.1.1'),
    difficulty: 2,
    pair: [413, 417],
  },
  {
    id: '417-hop-cannot-wait',
    kind: 'situation',
    codes: [417, 413],
    prompt:
      'An old proxy in a factory cannot handle “Expect: 100-continue”. It refuses a 2 KB order because of that field. What does it send?',
    answer: 417,
    alsoAcceptable: [],
    lures: [
      { option: 413, why: 'Two kilobytes are no trouble; the proxy objects to the Expect field.' },
      { option: 400, why: 'The request is well formed, and a code exists for just this field.' },
    ],
    explanation:
      'What cannot be met is the expectation, not the size. The client repeats the request without the Expect field.',
    source: rfc(9110, '15.5.18'),
    difficulty: 2,
    pair: [413, 417],
  },
  {
    id: '413-room-again-in-minutes',
    kind: 'header',
    codes: [413],
    prompt:
      'The import queue of a bookshop is nearly full. It refuses a 50 MB price list now but could take it in ten minutes. Which field should its 413 carry to say so?',
    answer: 'Retry-After',
    alsoAcceptable: [],
    lures: [
      { option: 'Expires', why: 'It says how long a stored copy stays fresh, not when to ask again.' },
      { option: 'Date', why: 'It is the time at which the answer was made.' },
      { option: 'Content-Range', why: 'It describes a part of content that is sent.' },
    ],
    explanation:
      'When the condition is temporary, the server should say in this field when to try again. Without it the client must take the limit as lasting.',
    source: rfc(9110, '15.5.14'),
    difficulty: 2,
  },
  {
    id: '413-batch-of-20000-rows',
    kind: 'situation',
    codes: [413, 400, 422],
    prompt:
      'An ERP system sends 20,000 small, valid rows in one call. The documented limit is 1,000 rows a call. What can the API answer?',
    answer: 413,
    alsoAcceptable: [400, 422],
    lures: [
      { option: 429, why: 'This is one single call, so the pace of calls is not the trouble.' },
      { option: 414, why: 'The address is short; the rows are in the body.' },
      { option: 507, why: 'The server has room; it only refuses batches of this size.' },
    ],
    explanation:
      'The content is more than the server takes in one request, counted in rows instead of bytes. Some APIs call it an invalid request, and that is defensible too.',
    source: rfc(9110, '15.5.14'),
    difficulty: 3,
  },
  {
    id: '414-filter-with-9000-ids',
    kind: 'situation',
    codes: [414, 431],
    prompt:
      'A stock report puts 9,000 product ids into the query string of a GET. The server gives up before it reads any header field. What does it answer?',
    answer: 414,
    alsoAcceptable: [],
    lures: [
      { option: 431, why: 'It is for header fields; the ids are in the request line.' },
      { option: 413, why: 'It is for the body, and this GET has none.' },
      { option: 400, why: 'The address is well formed, only longer than the server will read.' },
    ],
    explanation: 'Path and query together are too long. A POST with the ids in its body avoids the limit.',
    source: rfc(9110, '15.5.15'),
    difficulty: 1,
    pair: [414, 431],
  },
  {
    id: '414-login-return-address-grows',
    kind: 'situation',
    codes: [414],
    prompt:
      'Each failed visit to /login adds the whole current address to the “next” parameter again. After a dozen rounds the server refuses. Which code ends the spiral?',
    answer: 414,
    alsoAcceptable: [],
    lures: [
      { option: 508, why: 'That is for endless loops inside a WebDAV tree, found by the server itself.' },
      { option: 431, why: 'The growing part is in the address, not in a header field.' },
      { option: 429, why: 'Nobody counted the visits; the last address is simply too long.' },
    ],
    explanation:
      'RFC 9110 names this very case: redirects whose address contains the former one. The cure is in the code that builds the return address.',
    source: rfc(9110, '15.5.15'),
    difficulty: 2,
  },
  {
    id: '431-search-address-as-referer',
    kind: 'situation',
    codes: [431, 414],
    prompt:
      'A travel site tolerates its own very long search addresses. The browser sends such an address as Referer with every picture, and the picture server, whose own addresses are short, refuses. With what?',
    answer: 431,
    alsoAcceptable: [],
    lures: [
      { option: 414, why: 'The address that is asked for is short; the long one is in the Referer field.' },
      { option: 413, why: 'A GET for a picture has no body.' },
    ],
    explanation:
      'One header field, Referer, is too large. RFC 6585 lets the server say in the body which field it was.',
    source: rfc(6585, '5'),
    difficulty: 3,
    pair: [414, 431],
  },
  {
    id: '431-many-small-cookies',
    kind: 'situation',
    codes: [431, 400],
    prompt:
      'Every subdomain of a media house sets cookies for the whole domain. Since Monday readers with all of them are refused, while private windows work. What does the server say?',
    answer: 431,
    alsoAcceptable: [400],
    lures: [
      { option: 414, why: 'The addresses are as short as before.' },
      { option: 401, why: 'Nobody has to log in; private windows work without it.' },
      { option: 403, why: 'The readers may see the pages; their header fields are too big.' },
    ],
    explanation:
      'All header fields together are larger than the server reads. Some servers still answer with the general client error.',
    source: rfc(6585, '5'),
    difficulty: 2,
  },
  {
    id: '431-one-field-or-the-sum',
    kind: 'myth',
    codes: [431],
    prompt: '431 fits one oversized header field as well as many fields that are too large together.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 6585 names both cases.' }],
    explanation:
      'The code covers a single field as well as the total. When one field is at fault, the body should name it.',
    source: rfc(6585, '5'),
    difficulty: 1,
  },
  {
    id: '431-node-before-any-route',
    kind: 'layer',
    codes: [431],
    prompt:
      'A Node.js service is reached directly, without anything in front. No route handler ran. Who made this answer?',
    exchange:
      'HTTP/1.1 431 Request Header Fields Too Large\nConnection: close\n\nservice log: clientError code=HPE_HEADER_OVERFLOW bytesParsed=16384',
    answer: 'Node’s own HTTP server, below the framework',
    alsoAcceptable: [],
    lures: [
      {
        option: 'A route handler of the service',
        why: 'The parser gave up while reading the header fields, so no route was chosen yet.',
      },
      { option: 'A reverse proxy', why: 'There is none, and HPE_HEADER_OVERFLOW is the name Node’s parser uses.' },
    ],
    explanation:
      'Node’s parser stops at about 16 KB of header fields and its server answers by itself. The limit is the start option --max-http-header-size.',
    source: page('Node.js: clientError', 'https://nodejs.org/api/http.html#event-clienterror'),
    difficulty: 3,
  },
];

const conditions: readonly Scenario[] = [
  {
    id: '412-second-editor-of-the-wiki',
    kind: 'situation',
    codes: [412],
    prompt:
      'Two people open the same wiki page. The second one saves with If-Match and the tag both started from, after the first one has saved. What does the second one get?',
    answer: 412,
    alsoAcceptable: [],
    lures: [
      { option: 409, why: 'It is the code for clashes without a condition; here the client sent one and it failed.' },
      { option: 428, why: 'The condition is not missing, it was sent.' },
      { option: 304, why: 'A failed condition gives that only for reading, never for a save.' },
    ],
    explanation:
      'If-Match names a version that is no longer current, so nothing is written. The editor reloads, merges and saves with the new tag.',
    source: rfc(9110, '13.1.1'),
    difficulty: 1,
  },
  {
    id: '412-job-claims-the-marker',
    kind: 'pair',
    codes: [412, 409],
    prompt:
      'Two CI jobs each PUT the marker object “deploy.lock” with If-None-Match: *. The second one finds that it exists already. Which of the two does the HTTP standard give it?',
    answer: 412,
    alsoAcceptable: [],
    lures: [
      {
        option: 409,
        why: 'A clash it is, but the client put the condition into a header field, and that has its own code.',
      },
    ],
    explanation:
      'If-None-Match: * means “only if nothing is here yet”, and something is. For any method but GET and HEAD the failed condition gives this code.',
    source: rfc(9110, '13.1.2'),
    difficulty: 2,
    pair: [409, 412],
  },
  {
    id: '409-invoice-with-open-payments',
    kind: 'situation',
    codes: [409, 412],
    prompt:
      'An invoice may be closed only when every payment is booked; two are still open. “A precondition is not met”, says a colleague, but the request has no conditional header fields. What fits?',
    answer: 409,
    alsoAcceptable: [422],
    lures: [
      {
        option: 412,
        why: 'It is only about conditions the client put into its header fields, not about rules of bookkeeping.',
      },
      { option: 428, why: 'The server does not ask for a conditional request; it refuses the closing.' },
      { option: 423, why: 'Nobody holds a lock on the invoice; its state does not allow the step yet.' },
    ],
    explanation:
      'The request is fine but does not fit the present state of the invoice. The word precondition in the code’s name means header fields such as If-Match.',
    source: rfc(9110, '15.5.10'),
    difficulty: 2,
    pair: [409, 412],
  },
  {
    id: '412-price-changed-an-hour-ago',
    kind: 'situation',
    codes: [412, 428],
    prompt:
      'A price feed PATCHes a product with If-Unmodified-Since: yesterday noon. Somebody changed the product an hour ago. What does the feed get?',
    answer: 412,
    alsoAcceptable: [],
    lures: [
      { option: 428, why: 'It would ask for a condition, and the feed has sent one.' },
      { option: 409, why: 'The feed put a condition into a header field, and a failed one has a code of its own.' },
    ],
    explanation:
      'A condition by date was sent and does not hold any more. The feed must read the product again before it changes it.',
    source: rfc(9110, '13.1.4'),
    difficulty: 2,
    pair: [412, 428],
  },
  {
    id: '428-blind-overwrite-refused',
    kind: 'pair',
    codes: [428, 412],
    prompt:
      'A school’s timetable API takes changes only with a version tag, so that nobody overwrites a colleague. A script sends a bare PUT. Which of the two?',
    answer: 428,
    alsoAcceptable: [],
    lures: [{ option: 412, why: 'It says that a condition failed, and this request has none.' }],
    explanation:
      'The server insists on a conditional request and got an unconditional one. The answer should explain how to send it properly.',
    source: rfc(6585, '3'),
    difficulty: 1,
    pair: [412, 428],
  },
  {
    id: '428-delete-without-a-look',
    kind: 'exchange',
    codes: [428],
    prompt: 'A warehouse script deletes a shelf record without having read it. Which code is hidden?',
    exchange:
      'DELETE /shelves/b-17 HTTP/1.1\nHost: wms.example.com\nAuthorization: Bearer …\n\nHTTP/1.1 ???\nContent-Type: application/problem+json\n\n{"title": "Read the shelf first, then repeat this with its ETag in If-Match"}',
    answer: 428,
    alsoAcceptable: [],
    lures: [
      { option: 412, why: 'The request contains no condition that could have failed.' },
      { option: 401, why: 'A token was sent, and the body asks for something else.' },
      { option: 409, why: 'Nothing has clashed yet; the server wants to prevent it.' },
    ],
    explanation:
      'The server demands If-Match, and the request has none. With the current tag the same DELETE will go through.',
    source: rfc(6585, '3'),
    difficulty: 1,
  },
  {
    id: '403-terms-not-accepted-yet',
    kind: 'situation',
    codes: [403, 428],
    prompt:
      'A logged-in customer must accept the new terms before paying. The first draft of the API uses a code about required preconditions for that. What would be right?',
    answer: 403,
    alsoAcceptable: [409],
    lures: [
      { option: 428, why: 'It asks for a conditional header such as If-Match, which accepting terms is not.' },
      { option: 412, why: 'No condition in the header fields has failed.' },
      { option: 402, why: 'The customer is willing to pay; the terms are what is missing.' },
    ],
    explanation:
      'The server understood the request and refuses it until the customer has done something else. The code about required preconditions is only for conditional requests.',
    source: rfc(9110, '15.5.4'),
    difficulty: 3,
  },
  {
    id: '412-copy-must-not-replace',
    kind: 'situation',
    codes: [412],
    prompt:
      'A file manager copies a document by WebDAV and sends “Overwrite: F”. A document of that name is already at the destination. What does the server answer?',
    answer: 412,
    alsoAcceptable: [],
    lures: [
      { option: 409, why: 'For a COPY it means that a folder on the way to the destination is missing.' },
      { option: 423, why: 'Nobody holds a lock on the destination.' },
      { option: 204, why: 'That would mean the old document was replaced, which the client forbade.' },
    ],
    explanation:
      'Overwrite: F is a condition that the client sets, and it does not hold. RFC 4918 gives it the same code as the other failed conditions.',
    source: rfc(4918, '10.6'),
    difficulty: 3,
  },
  {
    id: '412-for-a-fresh-copy',
    kind: 'repair',
    codes: [412, 304],
    prompt: 'An app asks whether its stored logo is still good. It is. What is wrong with the answer?',
    exchange:
      'GET /logo.svg HTTP/1.1\nHost: www.example.com\nIf-None-Match: "v7"\n\nHTTP/1.1 412 Precondition Failed\nETag: "v7"',
    answer: 'For a GET with a matching If-None-Match the code is 304',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The answer must repeat the logo in its body',
        why: 'The app has a good copy; sending it again is what the condition avoids.',
      },
      { option: 'If-None-Match is not allowed on a GET', why: 'Reading is its most common use.' },
    ],
    explanation:
      'A matching If-None-Match means “your copy is good” when reading. Only for other methods does it stop the request.',
    source: rfc(9110, '13.1.2'),
    difficulty: 2,
    pair: [304, 412],
  },
  {
    id: '412-what-to-copy-into-if-match',
    kind: 'header',
    codes: [412],
    prompt:
      'After a failed save the editor fetches the article again. Which field of that answer goes into If-Match of the next attempt?',
    answer: 'ETag',
    alsoAcceptable: [],
    lures: [
      { option: 'Age', why: 'It tells how long a cache has kept the answer.' },
      { option: 'Content-Location', why: 'It names the address of what was sent, not its version.' },
      { option: 'Vary', why: 'It lists the request fields on which the answer depends.' },
    ],
    explanation: 'It names the version of the article that was just read. If-Match repeats it and so guards the save.',
    source: rfc(9110, '8.8.3'),
    difficulty: 1,
  },
  {
    id: '428-next-attempt-needs',
    kind: 'header',
    codes: [428],
    prompt:
      'A bare PUT was refused with 428. The client has read the contract and knows its version tag. Which request field makes the next PUT acceptable?',
    answer: 'If-Match',
    alsoAcceptable: [],
    lures: [
      { option: 'If-Modified-Since', why: 'It is for reading: “send it only if it has changed”.' },
      { option: 'If-Range', why: 'It guards the resumption of a download.' },
      { option: 'Prefer', why: 'It states wishes about the answer and guards nothing.' },
    ],
    explanation:
      'It says “change this only if it is still that version”. The server can then refuse the save when somebody else was faster.',
    source: rfc(9110, '13.1.1'),
    difficulty: 1,
  },
  {
    id: '428-four-that-are-never-stored',
    kind: 'myth',
    codes: [428, 429, 431, 511],
    prompt: '428, 429, 431 and 511 share one rule: a cache must not store them.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 6585 says it for each of the four that it defines.' }],
    explanation:
      'All four come from RFC 6585, and each of its sections forbids caches to store the response. They are about one client or one network, so they must not be served to others.',
    source: rfc(6585),
    difficulty: 2,
  },
];

const formats: readonly Scenario[] = [
  {
    id: '415-xml-to-a-json-api',
    kind: 'situation',
    codes: [415, 406],
    prompt: 'A supplier posts its invoice as XML. The billing API reads JSON only. What should it answer?',
    answer: 415,
    alsoAcceptable: [],
    lures: [
      { option: 406, why: 'It is about the format the client wants back, not the one it sends.' },
      { option: 422, why: 'The API cannot read the invoice at all, so it cannot judge what it says.' },
      { option: 400, why: 'The XML may be perfect; a code exists for formats that are not taken.' },
    ],
    explanation: 'The Content-Type of the body is one this address does not take. Name the formats that would do.',
    source: rfc(9110, '15.5.16'),
    difficulty: 1,
    pair: [406, 415],
  },
  {
    id: '406-pdf-wanted-back',
    kind: 'repair',
    codes: [406, 415],
    prompt:
      'An accounting tool wants its statement as PDF, which this server cannot make. What is wrong with the answer?',
    exchange:
      'GET /statements/2026-10 HTTP/1.1\nHost: bank.example.com\nAccept: application/pdf\n\nHTTP/1.1 415 Unsupported Media Type\nContent-Type: text/plain\n\nPDF is not available.',
    answer: 'The format wanted back is the trouble, so the code should be 406',
    alsoAcceptable: ['The server could also send JSON with 200 instead of an error'],
    lures: [
      {
        option: 'It must carry an Accept field',
        why: 'Accept in an answer would list formats for a body that is sent, and none was sent.',
      },
      { option: 'It should be 404, because no PDF exists', why: 'The statement exists, only not in this format.' },
    ],
    explanation:
      'The code in the answer is about the body of the request, and this request has none. What fails is the wish in Accept.',
    source: rfc(9110, '15.5.7'),
    difficulty: 2,
    pair: [406, 415],
  },
  {
    id: '415-curl-default-form',
    kind: 'exchange',
    codes: [415, 400],
    prompt: 'A tester tries “curl -d” against a JSON endpoint. Which code is hidden?',
    exchange:
      'POST /tickets HTTP/1.1\nHost: help.example.com\nContent-Type: application/x-www-form-urlencoded\n\n{"title": "Printer on fire"}\n\nHTTP/1.1 ???\nAccept: application/json\nContent-Length: 0',
    answer: 415,
    alsoAcceptable: [],
    lures: [
      { option: 400, why: 'The JSON is fine; the server goes by the Content-Type, which says form data.' },
      { option: 406, why: 'The Accept line here is the server’s and lists what it would have taken.' },
      { option: 422, why: 'The server did not read the body, so it found no bad value in it.' },
    ],
    explanation:
      'Without another wish curl labels a body as form data. The Accept field in the answer lists the type the server would take.',
    source: rfc(9110, '15.5.16'),
    difficulty: 2,
  },
  {
    id: '415-phone-photo-format',
    kind: 'situation',
    codes: [415, 422],
    prompt:
      'Claims adjusters upload photos as JPEG or PNG. A new phone sends a correct HEIC file and labels it so. What does it get?',
    answer: 415,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'It would mean that the photo was opened and its content found wanting.' },
      { option: 406, why: 'It is about the format of the answer, and nobody asked for a special one.' },
    ],
    explanation: 'The file may be perfect, but its format is not taken here. The app can convert it and try again.',
    source: rfc(9110, '15.5.16'),
    difficulty: 2,
    pair: [415, 422],
  },
  {
    id: '422-passport-photo-without-face',
    kind: 'pair',
    codes: [422, 415],
    prompt:
      'A passport office takes JPEG. The file opens without trouble, but the check finds no face in it. Which of the two?',
    answer: 422,
    alsoAcceptable: [],
    lures: [{ option: 415, why: 'JPEG is exactly the format that is asked for.' }],
    explanation:
      'The format is right and readable; what the picture shows breaks a rule. The applicant needs another photo, not another format.',
    source: rfc(9110, '15.5.21'),
    difficulty: 2,
    pair: [415, 422],
  },
  {
    id: '415-body-in-brotli',
    kind: 'header',
    codes: [415],
    prompt:
      'A log shipper compresses its request body with br; the server decodes gzip only and answers 415. Which response field should tell the shipper what would work?',
    answer: 'Accept-Encoding',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Encoding', why: 'It describes the body it travels with, not what would be welcome.' },
      { option: 'Vary', why: 'It tells caches on which request fields the answer depends.' },
      { option: 'Accept-Charset', why: 'It is about character sets and is deprecated.' },
    ],
    explanation:
      'In a response this field lists the codings the server takes in requests. It also shows that the coding was the trouble and not the media type.',
    source: rfc(9110, '12.5.3'),
    difficulty: 3,
  },
  {
    id: '415-patch-dialect',
    kind: 'header',
    codes: [415],
    prompt:
      'A client sends a merge patch; this address understands JSON Patch only and answers 415. Which response field lists the patch formats it takes?',
    answer: 'Accept-Patch',
    alsoAcceptable: [],
    lures: [
      { option: 'Allow', why: 'It lists methods, and PATCH is allowed here.' },
      { option: 'Content-Type', why: 'In the answer it describes the answer’s own body.' },
      { option: 'Accept-Ranges', why: 'It is about downloads in parts.' },
    ],
    explanation:
      'RFC 5789 made this field for PATCH: it names the patch documents a resource takes. The answer to a PATCH in another format should carry it.',
    source: rfc(5789, '2.2'),
    difficulty: 3,
  },
];

const ranges: readonly Scenario[] = [
  {
    id: '416-resumed-download-too-far',
    kind: 'situation',
    codes: [416, 206],
    prompt:
      'A game client resumes a download at byte 900,000. Meanwhile the file was replaced by one of 400,000 bytes, and the client sent no If-Range. What does the server answer?',
    answer: 416,
    alsoAcceptable: [],
    lures: [
      { option: 206, why: 'Not one byte of the wanted part exists, so there is no part to send.' },
      { option: 404, why: 'The file is there; only that part of it is not.' },
      { option: 412, why: 'The client sent no condition that could fail.' },
    ],
    explanation:
      'The part starts after the end of the file. Content-Range tells the real length, and If-Range would have brought the whole new file.',
    source: rfc(9110, '15.5.17'),
    difficulty: 2,
    pair: [206, 416],
  },
  {
    id: '206-part-runs-past-the-end',
    kind: 'situation',
    codes: [206, 416],
    prompt:
      'A video player asks a server that supports partial downloads for bytes 900-1999 of a clip. The clip has 1,500 bytes. What comes back?',
    answer: 206,
    alsoAcceptable: [],
    lures: [
      { option: 416, why: 'It is for parts of which nothing exists; here bytes 900 to 1499 do.' },
      { option: 200, why: 'It would bring the whole clip, and this server can send just the part.' },
    ],
    explanation:
      'A last position past the end is cut to the end of the file. The server sends what there is and says so in Content-Range.',
    source: rfc(9110, '14.1.2'),
    difficulty: 2,
    pair: [206, 416],
  },
  {
    id: '416-content-range-of-nothing',
    kind: 'repair',
    codes: [416],
    prompt: 'A podcast of 1,234 bytes was asked for a part past its end. What is wrong with the answer?',
    exchange:
      'GET /episode.mp3 HTTP/1.1\nHost: cast.example.com\nRange: bytes=5000-5999\n\nHTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes 5000-5999/1234\nContent-Length: 0',
    answer: 'Content-Range should read “bytes */1234”',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Content-Range does not belong into this answer at all',
        why: 'It should be there, with the length of the whole file.',
      },
      {
        option: 'The server should send the last 1,000 bytes instead',
        why: 'The client did not ask for the last bytes, and none of the wanted ones exist.',
      },
    ],
    explanation:
      'No part is sent, so an asterisk stands in place of the positions. The number after the slash tells the client how long the file is.',
    source: rfc(9110, '14.4'),
    difficulty: 2,
  },
  {
    id: '416-server-without-ranges',
    kind: 'myth',
    codes: [416, 200],
    prompt: 'A server that does not support partial downloads has to answer every Range field with 416.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      {
        option: 'True',
        why: 'Range is optional for servers: one that does not support it ignores the field and sends everything.',
      },
    ],
    explanation:
      'Such a server answers 200 with the whole file, as if Range were absent. Clients must be ready for that.',
    source: rfc(9110, '14.2'),
    difficulty: 2,
    pair: [200, 416],
  },
  {
    id: '200-page-past-the-last-one',
    kind: 'situation',
    codes: [200, 416],
    prompt:
      'GET /orders?page=900 is asked, but the list has twelve pages. A colleague remembers a code about unsatisfiable ranges. What is the usual answer?',
    answer: 200,
    alsoAcceptable: [404],
    lures: [
      { option: 416, why: 'It answers the Range header field, and a page number in the query is none.' },
      { option: 410, why: 'Page 900 never existed, so nothing was removed.' },
      { option: 204, why: 'A list answer has a body, if only to say that it is empty.' },
    ],
    explanation:
      'An empty list is a correct answer to a question about a list. Some APIs prefer to say that there is no such page.',
    source: rfc(9110, '15.3.1'),
    difficulty: 2,
    pair: [200, 416],
  },
];

const expectations: readonly Scenario[] = [
  {
    id: '417-made-up-expectation',
    kind: 'situation',
    codes: [417],
    prompt:
      'A test client sends “Expect: answer-in-200ms”. The server knows only 100-continue and will not ignore the field. What does it answer?',
    answer: 417,
    alsoAcceptable: [],
    lures: [
      { option: 412, why: 'That is for conditions such as If-Match, not for the Expect field.' },
      { option: 406, why: 'No Accept field is involved.' },
      { option: 504, why: 'Nobody waited for anything; the field itself is refused.' },
    ],
    explanation: 'The server cannot do what Expect asks for. Only 100-continue is defined as a value.',
    source: rfc(9110, '10.1.1'),
    difficulty: 2,
  },
  {
    id: '417-repeat-without-expect',
    kind: 'myth',
    codes: [417],
    prompt: 'A client whose “Expect: 100-continue” was answered with 417 should repeat the request without that field.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 9110 asks for exactly this repeat, since only the expectation was refused.' }],
    explanation:
      'The answer only shows that some hop does not support expectations, as old HTTP/1.0 servers may not. The request itself was not judged.',
    source: rfc(9110, '10.1.1'),
    difficulty: 2,
  },
  {
    id: '418-brew-in-the-wrong-pot',
    kind: 'situation',
    codes: [418],
    prompt:
      'An office appliance follows the coffee pot protocol of April 1998. It receives BREW for coffee, but it can only make tea. What does RFC 2324 have it answer?',
    answer: 418,
    alsoAcceptable: [],
    lures: [
      { option: 501, why: 'It knows the method BREW; it is the coffee it cannot do.' },
      { option: 503, why: 'Waiting will not turn it into a coffee machine.' },
      { option: 415, why: 'The message may be fine; the pot is the wrong one.' },
    ],
    explanation:
      'The April Fools’ RFC about coffee pots asks for this answer. In HTTP itself the number has no meaning.',
    source: rfc(2324, '2.3.2'),
    difficulty: 1,
  },
  {
    id: '418-free-to-hand-out',
    kind: 'myth',
    codes: [418],
    prompt: 'Because 418 began as a joke, IANA lists its number as free, and the next proposal may take it.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The registry lists it as reserved and unused, so it cannot be assigned for now.' }],
    explanation:
      'RFC 9110 reserves the number because the joke was deployed too often to reuse it. Only if numbers ran out could it get another meaning.',
    source: rfc(9110, '15.5.19'),
    difficulty: 1,
  },
  {
    id: '421-shared-connection-wrong-host',
    kind: 'situation',
    codes: [421],
    prompt:
      'A wildcard certificate lets a browser send requests for img.example.com over the HTTP/2 connection it has to www.example.com. That server does not serve img. What should it answer?',
    answer: 421,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'It would say that the picture does not exist, although the right server has it.' },
      { option: 502, why: 'The server is not acting as a gateway, and nothing behind it failed.' },
      { option: 400, why: 'The request is well formed; it only reached the wrong server.' },
    ],
    explanation:
      'The server cannot answer for this host over this connection. The browser opens a new connection and asks again.',
    source: rfc(9110, '15.5.20'),
    difficulty: 2,
  },
  {
    id: '421-names-do-not-agree',
    kind: 'exchange',
    codes: [421],
    prompt: 'Apache serves two hosts with different TLS settings. Which code does the client get?',
    exchange:
      'TLS handshake: server name shop.example.com\n\nGET /login HTTP/1.1\nHost: admin.example.com\n\nHTTP/1.1 ???\n\nerror_log: AH02032: Hostname shop.example.com provided via SNI and hostname admin.example.com provided via HTTP have no compatible SSL setup',
    answer: 421,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'The client’s rights were not looked at; the host does not fit the connection.' },
      { option: 404, why: 'Apache never looked for the path.' },
      { option: 526, why: 'That is Cloudflare’s word on an origin’s certificate, and the handshake here went well.' },
    ],
    explanation:
      'The connection was set up for one host and the request names another. On a new connection with the right name it can work.',
    source: rfc(9110, '15.5.20'),
    difficulty: 3,
  },
  {
    id: '421-post-again-elsewhere',
    kind: 'myth',
    codes: [421],
    prompt:
      'After a 421 a browser may send the same POST again over a new connection, even though POST is not idempotent.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [
      {
        option: 'False',
        why: 'The code says that the request was not handled, so the repeat cannot do anything twice.',
      },
    ],
    explanation:
      'RFC 9110 allows the repeat over another connection whatever the method. The server turned the request away before acting on it.',
    source: rfc(9110, '15.5.20'),
    difficulty: 2,
  },
  {
    id: '404-right-host-wrong-path',
    kind: 'pair',
    codes: [404, 421],
    prompt:
      'A request for docs.example.com reaches the server of that very host. Its path /giude exists nowhere. Which of the two?',
    answer: 404,
    alsoAcceptable: [],
    lures: [{ option: 421, why: 'The request is at the right server; only the path is unknown.' }],
    explanation: 'The host is the one this server answers for. What is missing is the page.',
    source: rfc(9110, '15.5.5'),
    difficulty: 1,
    pair: [404, 421],
  },
  {
    id: '421-stale-dns-after-a-move',
    kind: 'situation',
    codes: [421, 404],
    prompt:
      'After a move some clients still use the old IP address. The machine there serves other hosts now and refuses to answer for this name. What should it answer?',
    answer: 421,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'A client, or even a cache, would believe that the page does not exist anywhere.' },
      { option: 301, why: 'The machine does not know the new address, so it cannot point there.' },
    ],
    explanation:
      'The machine is not configured for this host, and that is what it says. The client can look the name up again and try elsewhere.',
    source: rfc(9110, '15.5.20'),
    difficulty: 3,
    pair: [404, 421],
  },
];

const content: readonly Scenario[] = [
  {
    id: '422-leaves-before-arriving',
    kind: 'situation',
    codes: [422, 400],
    prompt:
      'A hotel booking arrives as correct JSON. Check-out is 3 May, check-in is 7 May. What should the API answer?',
    answer: 422,
    alsoAcceptable: [400],
    lures: [
      { option: 409, why: 'It clashes with itself, not with any other booking.' },
      { option: 415, why: 'JSON is what the API reads.' },
      { option: 412, why: 'No condition in the header fields is involved.' },
    ],
    explanation:
      'The body can be read, but what it says makes no sense. Teams that use one code for all bad input choose the general one, and that is fine too.',
    source: rfc(9110, '15.5.21'),
    difficulty: 1,
  },
  {
    id: '422-iban-check-digits',
    kind: 'pair',
    codes: [422, 400],
    prompt:
      'A bank’s API keeps one code for messages it cannot parse and one for values that break a rule. An IBAN arrives in correct JSON, but its check digits are wrong. Which of the two?',
    answer: 422,
    alsoAcceptable: [],
    lures: [{ option: 400, why: 'This team keeps it for messages that cannot be parsed, and this one can.' }],
    explanation:
      'The syntax is right and the value is not. A separate code lets the client tell a broken message from a wrong account number.',
    source: rfc(9110, '15.5.21'),
    difficulty: 1,
    pair: [400, 422],
  },
  {
    id: '422-minus-three-pairs',
    kind: 'situation',
    codes: [422, 409],
    prompt:
      'A shop API gets an order for minus three pairs of shoes. The JSON is fine, and stock is plentiful. What fits?',
    answer: 422,
    alsoAcceptable: [400],
    lures: [
      { option: 409, why: 'No state of the shop would make this order valid, so nothing clashes.' },
      { option: 415, why: 'JSON is what the API takes.' },
    ],
    explanation:
      'The value is invalid whatever is stored. Ask whether the same request could succeed tomorrow: this one never will.',
    source: rfc(9110, '15.5.21'),
    difficulty: 1,
    pair: [409, 422],
  },
  {
    id: '409-branch-moved-on',
    kind: 'situation',
    codes: [409, 422],
    prompt:
      'A CI bot asks to merge a branch. Its request is complete and valid, but somebody has pushed since, and the merge no longer goes through cleanly. What fits?',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'Nothing in the request is invalid; an hour ago it would have worked.' },
      { option: 412, why: 'The bot sent no condition in its header fields.' },
    ],
    explanation:
      'The request is right but does not fit the present state. Once the branch is brought up to date the same request succeeds.',
    source: rfc(9110, '15.5.10'),
    difficulty: 2,
    pair: [409, 422],
  },
  {
    id: '422-idempotency-key-reused',
    kind: 'situation',
    codes: [422, 409],
    prompt:
      'A payment is sent with an Idempotency-Key that was already used for another amount. What does the IETF draft on that header suggest?',
    answer: 422,
    alsoAcceptable: [],
    lures: [
      {
        option: 409,
        why: 'The draft gives that to a repeat that arrives while the first request is still being worked on.',
      },
      { option: 200, why: 'That would hand out the result of the first payment for a different one.' },
      { option: 428, why: 'The key is there; it is only used for something else.' },
    ],
    explanation:
      'The key promises “this is the same request again”, and the content shows that it is not. The client needs a new key for a new payment.',
    source: idempotencyKeys,
    difficulty: 3,
  },
  {
    id: '422-unknown-warehouse-in-body',
    kind: 'situation',
    codes: [422, 404],
    prompt:
      'POST /transfers is the right address. The JSON names a warehouse, WH-99, that does not exist. What fits best?',
    answer: 422,
    alsoAcceptable: [400],
    lures: [
      { option: 404, why: 'It speaks about the address of the request, and /transfers exists.' },
      { option: 410, why: 'Nothing at this address was removed.' },
      { option: 424, why: 'No other step of the same request has failed.' },
    ],
    explanation:
      'The message is readable but refers to something that is not there. The client must correct a value in the body, not the address.',
    source: rfc(9110, '15.5.21'),
    difficulty: 2,
    pair: [404, 422],
  },
  {
    id: '422-for-a-missing-quote',
    kind: 'repair',
    codes: [422, 400],
    prompt: 'A feedback form has a small slip in its JSON. What is wrong with the answer?',
    exchange:
      'POST /feedback HTTP/1.1\nHost: www.example.com\nContent-Type: application/json\n\n{"stars": 5, "text: "Great"}\n\nHTTP/1.1 422 Unprocessable Content\nContent-Type: application/problem+json\n\n{"title": "JSON syntax error at position 20", "status": 422}',
    answer: 'The JSON does not parse, so the code should be 400',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Broken JSON is an unsupported format, so it should be 415',
        why: 'JSON is taken here; this piece of it is just not valid.',
      },
      {
        option: 'An answer of type problem+json may not repeat the status',
        why: 'It may, as long as it is the real one.',
      },
    ],
    explanation:
      'A quotation mark is missing after “text”, so the syntax is broken. RFC 9110 keeps the chosen code for bodies whose syntax is correct.',
    source: rfc(9110, '15.5.21'),
    difficulty: 2,
    pair: [400, 422],
  },
  {
    id: '422-body-tells-another-number',
    kind: 'repair',
    codes: [422],
    prompt: 'A validation error comes back to a sign-up form. What is wrong with this response?',
    exchange:
      'HTTP/1.1 422 Unprocessable Content\nContent-Type: application/problem+json\n\n{"type": "https://example.com/problems/age", "title": "Too young", "status": 400}',
    answer: 'The status member in the body must match the real status',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The type member must be a registered name',
        why: 'Any address will do, and authors are meant to define their own.',
      },
      {
        option: 'Validation errors must use plain application/json',
        why: 'The problem format was made for errors like this one.',
      },
    ],
    explanation:
      'RFC 9457 asks the maker to use the same number in both places. Otherwise logs and clients tell different stories.',
    source: rfc(9457, '3.1.2'),
    difficulty: 2,
  },
  {
    id: '422-outside-of-webdav',
    kind: 'myth',
    codes: [422],
    prompt: '422 began in WebDAV, but by today’s standard an ordinary JSON API may use it.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'Since 2022 it is part of the HTTP standard itself.' }],
    explanation:
      'RFC 9110 took the code over from WebDAV and defines it for HTTP in general. On that occasion it also got its present name.',
    source: rfc(9110, '15.5.21'),
    difficulty: 1,
  },
];

const locks: readonly Scenario[] = [
  {
    id: '423-colleague-has-the-report-open',
    kind: 'situation',
    codes: [423],
    prompt:
      'A colleague edits a report and by WebDAV her editor holds an exclusive lock on it. You save your own version by PUT, without a lock token. What does the server answer?',
    answer: 423,
    alsoAcceptable: [],
    lures: [
      { option: 409, why: 'It is for clashes with the state in general; for a held lock there is a code of its own.' },
      { option: 403, why: 'You may edit the report, only not while the lock is held.' },
      { option: 412, why: 'You sent no condition that could fail.' },
    ],
    explanation:
      'A lock is in force and your request does not carry its token. Wait until it is released, or save under another name.',
    source: rfc(4918, '11.3'),
    difficulty: 1,
  },
  {
    id: '423-contract-checked-out',
    kind: 'pair',
    codes: [423, 409],
    prompt:
      'In a contract archive people check documents out before editing. Somebody changes a contract that a colleague has checked out. Which of the two says most?',
    answer: 423,
    alsoAcceptable: [],
    lures: [{ option: 409, why: 'It would only speak of a clash and hide that waiting for the check-in is enough.' }],
    explanation:
      'A check-out is an explicit lock, so the code for locks tells the client what to wait for. It comes from WebDAV, but any API with locks may use it.',
    source: rfc(4918, '11.3'),
    difficulty: 2,
    pair: [409, 423],
  },
  {
    id: '423-payroll-run-freezes-records',
    kind: 'situation',
    codes: [423, 403],
    prompt:
      'While the payroll runs, all salary records are frozen for an hour. A personnel manager, who may change them at any other time, tries. What fits?',
    answer: 423,
    alsoAcceptable: [409],
    lures: [
      { option: 403, why: 'Her rights are sufficient; an hour later the same request will work.' },
      { option: 401, why: 'She is logged in and known.' },
    ],
    explanation: 'A temporary lock stands in the way, not a missing right. Say in the body until when it lasts.',
    source: rfc(4918, '11.3'),
    difficulty: 2,
    pair: [403, 423],
  },
  {
    id: '403-page-with-a-padlock',
    kind: 'pair',
    codes: [403, 423],
    prompt:
      'A company wiki shows a padlock on its start page, because only administrators may change it. A signed-in colleague from sales saves a change. Which of the two?',
    answer: 403,
    alsoAcceptable: [],
    lures: [{ option: 423, why: 'Nobody holds an editing lock that will be released; the padlock is about rights.' }],
    explanation:
      'The wiki knows her and refuses, now and later. Ask whether waiting would help: if not, it is a question of rights.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 423],
  },
  {
    id: '424-invoice-waits-for-customer',
    kind: 'situation',
    codes: [424],
    prompt:
      'One batch request creates a customer and then an invoice for that customer. The customer is refused, so the invoice is not even tried. Which code stands in the invoice’s entry?',
    answer: 424,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'Nothing is known to be wrong with the invoice itself.' },
      { option: 409, why: 'The invoice did not clash with anything; it was skipped.' },
      { option: 500, why: 'The server works; one step was refused and took another one along.' },
    ],
    explanation:
      'This step failed only because another step of the same request did. Correct the customer and send both again.',
    source: rfc(4918, '11.4'),
    difficulty: 2,
  },
  {
    id: '424-second-property-of-two',
    kind: 'exchange',
    codes: [424],
    prompt:
      'A WebDAV client sets two properties in one PROPPATCH, which works for all or for none. Which code is hidden?',
    exchange:
      'HTTP/1.1 207 Multi-Status\nContent-Type: application/xml\n\n<D:propstat>\n  <D:prop><D:getetag/></D:prop>\n  <D:status>HTTP/1.1 403 Forbidden</D:status>\n</D:propstat>\n<D:propstat>\n  <D:prop><Z:author/></D:prop>\n  <D:status>HTTP/1.1 ???</D:status>\n</D:propstat>',
    answer: 424,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'That is the reason of the first property; the second one was allowed.' },
      { option: 200, why: 'Nothing was set, because all changes stand or fall together.' },
      { option: 423, why: 'No lock is mentioned anywhere.' },
    ],
    explanation:
      'The author could have been set but fell with the protected property. Without that one the client can repeat its request.',
    source: rfc(4918, '9.2.1'),
    difficulty: 3,
  },
  {
    id: '502-map-service-sends-html',
    kind: 'pair',
    codes: [502, 424],
    prompt:
      'A delivery API asks a map service for coordinates and gets an HTML error page. “Our dependency failed”, says a colleague. Which of the two goes to the client?',
    answer: 502,
    alsoAcceptable: [],
    lures: [
      {
        option: 424,
        why: 'It is about another step of the same request, and blames the client’s side of the numbers.',
      },
    ],
    explanation:
      'A server behind this one gave an unusable answer, so it is a server error of a go-between. The other code is for steps that the client itself bundled.',
    source: rfc(9110, '15.6.3'),
    difficulty: 2,
    pair: [424, 502],
  },
];

const timing: readonly Scenario[] = [
  {
    id: '425-payment-in-the-first-flight',
    kind: 'situation',
    codes: [425],
    prompt:
      'A reconnecting phone sends a payment in TLS 1.3 early data (0-RTT). The bank will not risk that somebody replays it. What does the bank answer?',
    answer: 425,
    alsoAcceptable: [],
    lures: [
      { option: 429, why: 'It is a single payment, so nothing is too frequent.' },
      { option: 503, why: 'The bank works; it only wants a completed handshake.' },
      { option: 409, why: 'No second payment exists yet that this one could clash with.' },
    ],
    explanation:
      'Early data can be captured and sent again, so the server refuses to act on it. The phone repeats the payment once the handshake is complete.',
    source: rfc(8470, '5.2'),
    difficulty: 2,
  },
  {
    id: '425-mark-for-the-origin',
    kind: 'header',
    codes: [425],
    prompt:
      'A CDN passes a request on before its client’s TLS handshake is finished. Which field must it add, so that the origin may answer 425?',
    answer: 'Early-Data',
    alsoAcceptable: [],
    lures: [
      { option: 'Expect', why: 'It asks for an interim answer before the body is sent.' },
      { option: 'Upgrade', why: 'It offers another protocol for the connection.' },
      { option: 'Forwarded', why: 'It tells the client’s address and says nothing about the handshake.' },
    ],
    explanation:
      'Its value 1 tells the origin that the request might be a replay. The origin can then wait, take the risk or refuse.',
    source: rfc(8470, '5.1'),
    difficulty: 3,
  },
  {
    id: '425-same-way-again',
    kind: 'myth',
    codes: [425],
    prompt: 'A client that got 425 repeats the request, and to save time it may use early data again.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The repeat is right, but early data is just what the server refused.' }],
    explanation:
      'RFC 8470 asks the client to retry by itself but forbids early data for the retry. After the handshake the risk of a replay is over.',
    source: rfc(8470, '5.2'),
    difficulty: 2,
  },
  {
    id: '202-export-is-not-ready',
    kind: 'situation',
    codes: [202, 425],
    prompt:
      'A client polls its export job, which is still running. Somebody suggests a code whose name says that the client comes before its time. What is better?',
    answer: 202,
    alsoAcceptable: [200],
    lures: [
      { option: 425, why: 'It is only about TLS early data, not about jobs that need more time.' },
      { option: 503, why: 'The service works, and the job makes progress.' },
      { option: 408, why: 'The client was not slow in sending its request.' },
    ],
    explanation:
      'The work is accepted and not finished, and the body can tell how far it is. Code 425 speaks about replay attacks only.',
    source: rfc(9110, '15.3.3'),
    difficulty: 2,
  },
  {
    id: '429-score-widget-without-a-pause',
    kind: 'situation',
    codes: [429, 425],
    prompt:
      'A football widget asks for the score twenty times a second. The API serves everybody else and wants the widget to slow down. With what?',
    answer: 429,
    alsoAcceptable: [],
    lures: [
      { option: 425, why: 'It answers requests in TLS early data; the pace has nothing to do with it.' },
      { option: 503, why: 'Everybody else gets the score as usual.' },
    ],
    explanation:
      'One client asks too often and only has to slow down. The name of 425 sounds similar but is about replays.',
    source: rfc(6585, '4'),
    difficulty: 1,
    pair: [425, 429],
  },
  {
    id: '426-chat-address-in-a-browser',
    kind: 'situation',
    codes: [426, 400],
    prompt:
      'wss://chat.example.com/live speaks WebSocket only. A tester opens the same address in a browser tab as an ordinary page. What does the server answer?',
    answer: 426,
    alsoAcceptable: [400],
    lures: [
      { option: 101, why: 'A switch needs the client’s offer in an Upgrade field, and a page view sends none.' },
      { option: 505, why: 'The HTTP version is fine; another protocol is wanted.' },
      { option: 405, why: 'GET is the right method, even for a WebSocket handshake.' },
    ],
    explanation:
      'The server names in Upgrade the protocol it wants and goes no further without it. Many servers send the general client error instead.',
    source: rfc(9110, '15.5.22'),
    difficulty: 2,
    pair: [101, 426],
  },
  {
    id: '426-no-word-on-the-protocol',
    kind: 'repair',
    codes: [426],
    prompt: 'A smart-home hub turns away a client without a WebSocket handshake. What is wrong with the answer?',
    exchange:
      'GET /events HTTP/1.1\nHost: hub.example.com\n\nHTTP/1.1 426 Upgrade Required\nContent-Type: text/plain\n\nPlease use WebSocket here.',
    answer: 'It must name the wanted protocol in an Upgrade field',
    alsoAcceptable: [],
    lures: [
      {
        option: 'It must give a wss:// address in Location',
        why: 'Location is for redirects; this code asks for a change on the same address.',
      },
      { option: 'It must not explain itself in a body', why: 'A body is welcome, since people see it in the browser.' },
    ],
    explanation:
      'Upgrade is mandatory with this code, and in HTTP/1.1 Connection must list it as well. A sentence for people does not help the program.',
    source: rfc(9110, '15.5.22'),
    difficulty: 1,
  },
  {
    id: '426-printer-wants-tls-here',
    kind: 'pair',
    codes: [426, 301],
    prompt:
      'An office printer takes jobs only encrypted. By RFC 2817 the client can start TLS on the connection that is already open, at the same address. Which of the two asks for it?',
    answer: 426,
    alsoAcceptable: [],
    lures: [{ option: 301, why: 'It sends the client to another address; here the connection itself is to change.' }],
    explanation:
      'The address stays, and the protocol on the connection is to change. A web site would send people to its https address instead.',
    source: rfc(2817, '4.2'),
    difficulty: 3,
    pair: [301, 426],
  },
  {
    id: '426-newer-app-from-the-store',
    kind: 'myth',
    codes: [426],
    prompt: 'By the standard, 426 is meant for telling people to install a newer version of a phone app.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'Some APIs use it that way, but the standard means the protocol of the connection.' },
    ],
    explanation:
      'The code asks for another protocol, such as TLS or WebSocket, and must name it in Upgrade. The version of an app is no protocol, so a plain client error with a clear body is safer.',
    source: rfc(9110, '15.5.22'),
    difficulty: 2,
  },
  {
    id: '426-websocket-version-7',
    kind: 'header',
    codes: [426],
    prompt:
      'A set-top box opens a WebSocket in an old draft’s version 7; the server speaks 13 and answers 426. Which response field lists the versions it speaks?',
    answer: 'Sec-WebSocket-Version',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Sec-WebSocket-Accept',
        why: 'It proves in a successful handshake that the server understood the key.',
      },
      { option: 'Sec-WebSocket-Protocol', why: 'It picks a subprotocol such as mqtt, not a version.' },
      { option: 'Sec-WebSocket-Extensions', why: 'It agrees on extensions such as compression.' },
    ],
    explanation:
      'RFC 6455 wants the refusal to list the versions the server can speak. The client may try again with one of them.',
    source: rfc(6455, '4.2.2'),
    difficulty: 3,
  },
];

const limits: readonly Scenario[] = [
  {
    id: '429-login-attempts',
    kind: 'situation',
    codes: [429, 403],
    prompt:
      'Somebody has tried twelve passwords for one account within a minute. The bank wants a pause of fifteen minutes before the next try. What does it answer?',
    answer: 429,
    alsoAcceptable: [403],
    lures: [
      { option: 401, why: 'It would invite the next try with other credentials at once.' },
      { option: 423, why: 'It is about an editing lock on a resource, not about a pause for guessing.' },
      { option: 503, why: 'The service is fine for everybody else.' },
    ],
    explanation: 'The trouble is the number of tries, and waiting ends it. Retry-After tells how long.',
    source: rfc(6585, '4'),
    difficulty: 1,
  },
  {
    id: '429-one-tenant-hammers',
    kind: 'pair',
    codes: [429, 503],
    prompt:
      'A script of one tenant sends 400 requests a second to a CRM. All other tenants are served as usual. Which of the two does the script get?',
    answer: 429,
    alsoAcceptable: [],
    lures: [{ option: 503, why: 'It says that the service as a whole cannot take requests, and it can.' }],
    explanation: 'The limit is about this one client. Everybody else would be misled by an outage that does not exist.',
    source: rfc(6585, '4'),
    difficulty: 1,
    pair: [429, 503],
  },
  {
    id: '503-black-friday-sheds-load',
    kind: 'situation',
    codes: [503, 429],
    prompt:
      'On Black Friday a shop is overrun by honest customers. It turns every third one away, whoever it is, to stay alive. What do they get?',
    answer: 503,
    alsoAcceptable: [],
    lures: [
      { option: 429, why: 'These customers did nothing too often; the shop as a whole has too much to do.' },
      { option: 500, why: 'Nothing broke; there is only too much to do.' },
    ],
    explanation:
      'The service is overloaded, and nobody in particular caused it. Retry-After helps to spread the next tries.',
    source: rfc(9110, '15.6.4'),
    difficulty: 1,
    pair: [429, 503],
  },
  {
    id: '403-key-withdrawn-for-abuse',
    kind: 'pair',
    codes: [403, 429],
    prompt: 'After weeks of scraping a weather API has barred a key for good. The owner still calls. Which of the two?',
    answer: 403,
    alsoAcceptable: [],
    lures: [{ option: 429, why: 'It promises that waiting helps, and here it never will.' }],
    explanation:
      'The refusal does not end with time. Ask whether slowing down would help: if not, it is no rate limit.',
    source: rfc(9110, '15.5.4'),
    difficulty: 1,
    pair: [403, 429],
  },
  {
    id: '429-no-more-text-messages-today',
    kind: 'situation',
    codes: [429, 403],
    prompt:
      'A dating app sends at most five confirmation messages a day to one phone number. A user asks for a sixth. What fits?',
    answer: 429,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'The user may have a message, only not before tomorrow.' },
      { option: 400, why: 'The request is correct; it is only one too many for today.' },
    ],
    explanation: 'The block ends by waiting, so it is a limit on the pace. The body or Retry-After should say when.',
    source: rfc(6585, '4'),
    difficulty: 1,
    pair: [403, 429],
  },
  {
    id: '429-kept-for-everybody',
    kind: 'repair',
    codes: [429],
    prompt: 'A map API slows a client down. What is wrong with its response?',
    exchange:
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 60\nCache-Control: public, max-age=300\nContent-Type: text/plain\n\nSlow down, please.',
    answer: 'It invites caches to keep an answer they must not store',
    alsoAcceptable: [],
    lures: [
      { option: 'Retry-After must be a date here', why: 'A number of seconds is valid everywhere the field is.' },
      {
        option: 'It must list the limits in X-RateLimit fields',
        why: 'Such fields are a habit of many APIs, not a duty.',
      },
    ],
    explanation:
      'RFC 6585 forbids caches to store this code, so max-age has no place here. A shared cache would tell innocent clients to slow down.',
    source: rfc(6585, '4'),
    difficulty: 2,
  },
  {
    id: '429-plan-used-up-until-the-first',
    kind: 'situation',
    codes: [429, 402, 403],
    prompt:
      'A translation service includes 10,000 calls a month. A customer has used them all; on the 1st the count starts anew. What can the API answer?',
    answer: 429,
    alsoAcceptable: [402, 403],
    lures: [
      { option: 503, why: 'The service runs; only this customer’s count is used up.' },
      { option: 401, why: 'The key is valid and known.' },
      { option: 509, why: 'It is an informal code of web hosts for a site whose traffic is used up.' },
    ],
    explanation:
      'A quota is a rate limit with a long window, and waiting ends it. Services that mainly want to sell a bigger plan use one of the other two.',
    source: rfc(6585, '4'),
    difficulty: 2,
  },
  {
    id: '429-five-exports-at-once',
    kind: 'situation',
    codes: [429],
    prompt:
      'Each team may run five exports at the same time. One team has five running and starts a sixth; other teams are not affected. What fits best?',
    answer: 429,
    alsoAcceptable: [409],
    lures: [
      { option: 503, why: 'Other teams get their exports, so the service is available.' },
      { option: 423, why: 'No lock holds the sixth export; a count does.' },
      { option: 413, why: 'The request is small; it is one too many.' },
    ],
    explanation:
      'The limit is about how much one client may have at work at once. When one export ends, the next may start.',
    source: rfc(6585, '4'),
    difficulty: 2,
  },
  {
    id: '429-limit-at-the-gateway',
    kind: 'layer',
    codes: [429],
    prompt:
      'A partner is refused by an API on AWS. The Lambda function behind it shows no call at that time. Who answered?',
    exchange:
      'HTTP/2 429\nx-amzn-errortype: LimitExceededException\nx-amzn-requestid: 8f3c…\ncontent-type: application/json\n\n{"message":"Limit Exceeded"}',
    answer: 'The API gateway',
    alsoAcceptable: [],
    lures: [
      { option: 'The function', why: 'It was not called, so it cannot have answered.' },
      { option: 'The partner’s own network', why: 'The x-amzn fields are written by AWS.' },
    ],
    explanation:
      'A usage plan of API Gateway counts calls for each key and answers by itself once the quota is used up. The function never runs.',
    source: page(
      'AWS: gateway response types',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    ),
    difficulty: 2,
  },
  {
    id: '429-none-left-this-minute',
    kind: 'exchange',
    codes: [429],
    prompt: 'A price comparison site calls a shop’s API with a valid key. Which code is hidden?',
    exchange:
      'GET /v2/prices?sku=7781 HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer …\n\nHTTP/1.1 ???\nRetry-After: 30\nX-RateLimit-Limit: 60\nX-RateLimit-Remaining: 0\nContent-Length: 0',
    answer: 429,
    alsoAcceptable: [],
    lures: [
      { option: 503, why: 'Retry-After fits both, but the count that reached zero is this client’s own.' },
      { option: 401, why: 'A refused key would come with WWW-Authenticate, not with a count.' },
      { option: 403, why: 'The client may ask again in thirty seconds.' },
    ],
    explanation: 'Sixty calls were allowed and none is left for now. After the pause the same request works.',
    source: rfc(6585, '4'),
    difficulty: 1,
  },
];

const law: readonly Scenario[] = [
  {
    id: '451-court-order-at-the-provider',
    kind: 'situation',
    codes: [451],
    prompt:
      'A court orders an internet provider to stop access to a site with pirated films. A subscriber asks for a page there by plain HTTP. What does the provider’s proxy answer?',
    answer: 451,
    alsoAcceptable: [403],
    lures: [
      { option: 404, why: 'It would pretend that nothing is there and hide the reason.' },
      { option: 511, why: 'No login to the network would open the page.' },
      { option: 502, why: 'The site works; the proxy did not ask it.' },
    ],
    explanation:
      'A legal demand stands in the way, and this code says so openly. The body should tell who demands it and by which law.',
    source: rfc(7725, '3'),
    difficulty: 1,
  },
  {
    id: '451-gambling-authority-demands-it',
    kind: 'pair',
    codes: [451, 403],
    prompt:
      'A gambling authority orders a betting site to turn away visitors from one country. The site wants to be open about the reason. Which of the two?',
    answer: 451,
    alsoAcceptable: [],
    lures: [{ option: 403, why: 'It would look like a decision of the site itself.' }],
    explanation: 'The refusal follows a legal demand. The body can name the authority and the law.',
    source: rfc(7725, '3'),
    difficulty: 1,
    pair: [403, 451],
  },
  {
    id: '403-series-licensed-for-one-country',
    kind: 'situation',
    codes: [403, 451],
    prompt:
      'A broadcaster has bought a series for Switzerland only. By its own licence rules it turns viewers elsewhere away; no authority asked for it. What fits?',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 451, why: 'It reports a legal demand to block something, and nobody made one here.' },
      { option: 404, why: 'Viewers may know that the series exists; they may just not watch it.' },
    ],
    explanation:
      'The broadcaster decides by a contract of its own whom it serves. The legal code is for demands from outside, such as a court’s.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 451],
  },
  {
    id: '451-song-removed-after-a-claim',
    kind: 'situation',
    codes: [451, 410],
    prompt:
      'A music platform takes a song down after a copyright claim. It wants visitors to see that a claim is behind it. What fits?',
    answer: 451,
    alsoAcceptable: [],
    lures: [
      { option: 410, why: 'It says that the song was removed for good but keeps quiet about the reason.' },
      { option: 404, why: 'It would hide that a claim is behind it.' },
    ],
    explanation:
      'The reason is a legal demand, and the platform wants to say it. If the claim is withdrawn, the song may return.',
    source: rfc(7725, '3'),
    difficulty: 2,
    pair: [410, 451],
  },
  {
    id: '451-who-does-the-blocking',
    kind: 'header',
    codes: [451],
    prompt:
      'A 451 should identify who carries out the blocking, by the relation “blocked-by”. In which response field does that relation stand?',
    answer: 'Link',
    alsoAcceptable: [],
    lures: [
      { option: 'Location', why: 'It names where to go next, not who is responsible.' },
      { option: 'Via', why: 'It lists the proxies on the way, whether they block or not.' },
      { option: 'Server', why: 'It names software.' },
    ],
    explanation:
      'RFC 7725 asks for this field with rel="blocked-by". It points to the one who blocks, not to the one who ordered it.',
    source: rfc(7725, '4'),
    difficulty: 3,
  },
  {
    id: '451-from-a-provider',
    kind: 'myth',
    codes: [451],
    prompt: 'A provider or search engine on the way may send 451, although the content lies on somebody else’s server.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'RFC 7725 says that the server in question need not be the origin.' }],
    explanation:
      'Legal demands often reach providers and search engines, and they may answer with this code. So the number tells nothing about whether the content exists.',
    source: rfc(7725, '3'),
    difficulty: 2,
  },
];

/** Written questions about 410 to 451, with the codes they are confused with. */
export const clientErrorsLate: readonly Scenario[] = [
  ...removed,
  ...sizes,
  ...conditions,
  ...formats,
  ...ranges,
  ...expectations,
  ...content,
  ...locks,
  ...timing,
  ...limits,
  ...law,
];
