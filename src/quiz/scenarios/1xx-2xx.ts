import { page, rfc } from '../../catalog/sources.ts';
import type { Scenario } from '../item.ts';

// The draft and its registration are temporary; its sections may still be renumbered, so the whole document is named.
const resumableUpload = page(
  'draft-ietf-httpbis-resumable-upload',
  'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-resumable-upload',
);
const idempotencyKey = page(
  'draft-ietf-httpapi-idempotency-key-header',
  'https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header',
);
const nginxWebSocket = page('nginx: WebSocket proxying', 'https://nginx.org/en/docs/http/websocket.html');
const nginxBuffering = page(
  'nginx: proxy_request_buffering',
  'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_request_buffering',
);
const cloudflareHints = page(
  'Cloudflare: Early Hints',
  'https://developers.cloudflare.com/cache/advanced-configuration/early-hints/',
);
const fetchPreflight = page('Fetch: CORS-preflight fetch', 'https://fetch.spec.whatwg.org/#cors-preflight-fetch');

export const informationalAndSuccess: readonly Scenario[] = [
  // 100 to 104: before the answer
  {
    id: '100-backup-asks-first',
    kind: 'situation',
    codes: [100, 102, 417],
    prompt:
      'A backup agent sends only the header fields of an 80 GB upload, with Expect, and holds the body back. Token and quota are fine. What should the server send now?',
    answer: 100,
    alsoAcceptable: [],
    lures: [
      { option: 102, why: 'That is a sign of life during long work, and here the body has not even arrived.' },
      { option: 417, why: 'That would refuse the expectation, although the server can meet it.' },
      { option: 202, why: 'That is a final answer for a request that has been taken in, and there is no body yet.' },
    ],
    explanation:
      'The client waits for leave to send the body, and this interim answer gives it. The final answer follows once the body has been read.',
    source: rfc(9110, '10.1.1'),
    difficulty: 1,
    pair: [100, 417],
  },
  {
    id: '100-scanner-reads-first-line',
    kind: 'situation',
    codes: [100, 204, 202],
    prompt:
      'The home-made HTTP client of an office scanner stops reading at the first blank line. Small scans work, but large ones, sent with Expect, always seem to get an empty answer. Which code is it reading?',
    answer: 100,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'That is final and has no body by design, but the real answer here is still to come.' },
      { option: 202, why: 'Nothing says that the scan was queued; the client simply left too early.' },
      { option: 205, why: 'It would end the exchange, while this server goes on to send a second status line.' },
    ],
    explanation:
      'A request with Expect usually gets an interim answer first, which ends at its blank line. A client has to read on until a status line outside the 1xx class arrives.',
    source: rfc(9110, '15.2'),
    difficulty: 2,
  },
  {
    id: '100-wait-for-ever',
    kind: 'myth',
    codes: [100],
    prompt: 'A client that sent Expect: 100-continue must not send its body before the interim answer has arrived.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'Many servers never send the interim answer, so a client that waits for it would hang.' },
    ],
    explanation:
      'The client may send the body without waiting, and should not wait for an indefinite time. This keeps it working with servers that ignore the field.',
    source: rfc(9110, '10.1.1'),
    difficulty: 2,
  },
  {
    id: '100-body-already-there',
    kind: 'myth',
    codes: [100],
    prompt: 'A server may skip the interim answer to Expect: 100-continue if part of the body has already arrived.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'The question has answered itself: the client is already sending.' }],
    explanation:
      'The interim answer only tells a waiting client to go ahead. Once the server has some of the body, it may leave it out.',
    source: rfc(9110, '10.1.1'),
    difficulty: 3,
  },
  {
    id: '100-header-asks-leave',
    kind: 'header',
    codes: [100, 417],
    prompt:
      'A command-line client announces a 2 GB body and pauses for up to a second, hoping for a nod before it sends it. Which request field asks for that nod?',
    answer: 'Expect',
    alsoAcceptable: [],
    lures: [
      { option: 'Prefer', why: 'It states wishes that a server may ignore, such as an answer without waiting.' },
      { option: 'Upgrade', why: 'It offers another protocol for this connection.' },
      { option: 'If-Match', why: 'It sets a condition on the stored version and does not hold the body back.' },
    ],
    explanation:
      'Expect with the value 100-continue asks whether the body is welcome. It is the only expectation that the standard defines.',
    source: rfc(9110, '10.1.1'),
    difficulty: 1,
  },
  {
    id: '100-old-client',
    kind: 'repair',
    codes: [100],
    prompt: 'A label printer from 2004 chokes on this exchange. What did the server do wrong?',
    exchange:
      'POST /labels HTTP/1.0\nHost: print.example.com\nContent-Length: 512\n\n(512 bytes)\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 201 Created\nLocation: /labels/88',
    answer: 'It sent an interim response to an HTTP/1.0 client',
    alsoAcceptable: [],
    lures: [
      {
        option: 'It answered with HTTP/1.1 although the request said 1.0',
        why: 'A server states its own version, and that is fine.',
      },
      { option: 'Location must be an absolute address', why: 'A relative reference is allowed there.' },
      { option: 'A POST must not be answered with 201', why: 'That is the usual answer when the POST made something.' },
    ],
    explanation:
      'HTTP/1.0 knows no interim responses, so such a client takes the first status line for the answer. A server must not send any 1xx to it.',
    source: rfc(9110, '15.2'),
    difficulty: 3,
  },
  {
    id: '100-answered-while-app-slept',
    kind: 'layer',
    codes: [100],
    prompt: 'A 300 MB upload goes through nginx with its usual buffering to a Node app. Who sent the interim answer?',
    exchange:
      'client  10:00:00.000  > PUT /films/7 HTTP/1.1 (Expect: 100-continue)\nclient  10:00:00.004  < HTTP/1.1 100 Continue\nclient  10:00:41.310  < HTTP/1.1 201 Created\nnode    10:00:40.980  PUT /films/7 received, 300 MB',
    answer: 'nginx, before it asked the app',
    alsoAcceptable: [],
    lures: [
      { option: 'The Node app', why: 'Its log first sees the request 40 seconds after the interim answer.' },
      { option: 'The HTTP library of the client', why: 'It asks the question but cannot answer it itself.' },
      { option: 'The client’s network card', why: 'Hardware of that kind does not speak HTTP.' },
    ],
    explanation:
      'nginx reads the whole body before it passes the request on, so it gives leave to send by itself. The app cannot use Expect to refuse a large body early in this set-up.',
    source: nginxBuffering,
    difficulty: 3,
  },
  {
    id: '101-support-chat-opens',
    kind: 'exchange',
    codes: [101, 426, 200],
    prompt: 'The chat window of a bank opens its live connection. Which code is hidden?',
    exchange:
      'GET /support/live HTTP/1.1\nHost: chat.example.com\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\nHTTP/1.1 ???\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    answer: 101,
    alsoAcceptable: [],
    lures: [
      { option: 426, why: 'That demands another protocol, but the client has offered it and the server agrees.' },
      { option: 200, why: 'That would stay with HTTP; Sec-WebSocket-Accept shows that the handshake succeeded.' },
      { option: 100, why: 'That gives leave to send a body, and there is none.' },
    ],
    explanation:
      'The server repeats the offered protocol in Upgrade and proves with Sec-WebSocket-Accept that it understood. After the blank line this connection speaks WebSocket.',
    source: rfc(9110, '15.2.2'),
    difficulty: 1,
    pair: [101, 426],
  },
  {
    id: '101-header-names-protocol',
    kind: 'header',
    codes: [101],
    prompt: 'A server agrees to leave HTTP on this connection. Which response field must say what will be spoken next?',
    answer: 'Upgrade',
    alsoAcceptable: [],
    lures: [
      { option: 'Alt-Svc', why: 'It advertises another place for later connections and changes nothing on this one.' },
      { option: 'Via', why: 'It lists the proxies that a message passed.' },
      {
        option: 'Sec-WebSocket-Version',
        why: 'It belongs to one protocol only and tells its version, not what is spoken.',
      },
    ],
    explanation:
      'The switching server must send Upgrade with the protocol that takes effect after the blank line. Connection names the field too, since it only counts for this hop.',
    source: rfc(9110, '7.8'),
    difficulty: 2,
  },
  {
    id: '101-json-after-switch',
    kind: 'repair',
    codes: [101],
    prompt: 'A game server greets new players like this, and the browser closes the socket at once. What is wrong?',
    exchange:
      'HTTP/1.1 101 Switching Protocols\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\nContent-Type: application/json\nContent-Length: 19\n\n{"room": "lobby-7"}',
    answer: 'HTTP content follows the blank line',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The reason phrase must be “Upgraded”',
        why: 'The phrase is free text, and the one shown is the usual one.',
      },
      {
        option: 'Sec-WebSocket-Accept belongs in the request',
        why: 'It is the server’s proof and stands in the response.',
      },
      {
        option: 'The code must be 200 once the socket is open',
        why: 'Over HTTP/1.1 the handshake succeeds with the code that is shown.',
      },
    ],
    explanation:
      'No 1xx response has content, and here the bytes after the blank line are read as WebSocket frames. The greeting has to be sent as the first WebSocket message.',
    source: rfc(9110, '15.2'),
    difficulty: 2,
  },
  {
    id: '101-field-lost-on-the-way',
    kind: 'layer',
    codes: [101, 426, 400],
    prompt:
      'Live scores worked until a plain nginx proxy_pass was put in front. The browser sends all WebSocket fields, yet the app refuses. Where did they get lost?',
    exchange:
      'browser  > GET /live  Connection: Upgrade  Upgrade: websocket\nnginx    "GET /live HTTP/1.1" 426  proxy_pass http://app:3000\napp      GET /live  connection=close  upgrade=-  -> 426',
    answer: 'At nginx, which does not pass them on unless told to',
    alsoAcceptable: [],
    lures: [
      { option: 'In the browser, which dropped them for security', why: 'Its trace shows both fields leaving.' },
      { option: 'In the app, whose framework strips them', why: 'They were missing when the request reached it.' },
      {
        option: 'In DNS, which led to an old server',
        why: 'The same request shows up in the logs of the right machines.',
      },
    ],
    explanation:
      'Upgrade and Connection count for one hop only, so a proxy does not forward them by itself. In nginx both have to be set for the backend by configuration.',
    source: nginxWebSocket,
    difficulty: 2,
  },
  {
    id: '102-webdav-move-of-an-archive',
    kind: 'situation',
    codes: [102, 202, 100],
    prompt:
      'A WebDAV server moves a folder of 40,000 scans, which takes minutes. The client stays on the line for the outcome but gives up after 60 silent seconds. What can the server send meanwhile?',
    answer: 102,
    alsoAcceptable: [],
    lures: [
      { option: 202, why: 'That is a final answer and would end the exchange without the outcome.' },
      { option: 100, why: 'That asks for a body, and the request is already complete.' },
      { option: 103, why: 'That hints at fields of the final answer and says nothing about progress.' },
    ],
    explanation:
      'This interim answer tells that the complete request is being worked on. It may be sent again and again until the final answer is ready.',
    source: rfc(2518, '10.1'),
    difficulty: 2,
    pair: [102, 202],
  },
  {
    id: '102-instead-of-the-end',
    kind: 'myth',
    codes: [102],
    prompt: 'After an interim “still working on it”, the server need not send another answer if all went well.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'Every request gets one final answer, however many interim ones came before.' }],
    explanation: 'A 1xx answer never ends an exchange. The server must send a final response when the work is done.',
    source: rfc(2518, '10.1'),
    difficulty: 1,
  },
  {
    id: '102-two-status-lines-more',
    kind: 'exchange',
    codes: [102, 100, 103],
    prompt: 'A WebDAV COPY runs for 50 seconds. Which code is hidden, twice?',
    exchange:
      'COPY /projects/2025/ HTTP/1.1\nHost: dav.example.com\nDestination: https://dav.example.com/archive/2025/\nDepth: infinity\n\nHTTP/1.1 ???\n\n(20 seconds)\n\nHTTP/1.1 ???\n\n(20 seconds)\n\nHTTP/1.1 201 Created',
    answer: 102,
    alsoAcceptable: [],
    lures: [
      { option: 100, why: 'The client sent no Expect and has no body that it could hold back.' },
      { option: 103, why: 'That would carry Link or other fields of the answer to come.' },
      { option: 101, why: 'That would end HTTP on this connection, yet an HTTP answer follows.' },
    ],
    explanation:
      'Empty interim answers at intervals during long WebDAV work are signs of life. The request is complete, so no leave to send a body is needed.',
    source: rfc(2518, '10.1'),
    difficulty: 3,
    pair: [100, 102],
  },
  {
    id: '103-shop-page-takes-long',
    kind: 'situation',
    codes: [103, 200, 102],
    prompt:
      'The home page of a shop needs 600 ms in the database, but the server knows at once which style sheet and font it will use. What can it send in the meantime?',
    answer: 103,
    alsoAcceptable: [],
    lures: [
      { option: 102, why: 'That only says that work goes on and gives the browser nothing to load.' },
      { option: 100, why: 'That is about the body of the request, and a GET has none to wait for.' },
      { option: 200, why: 'That starts the final answer, which is not ready yet.' },
    ],
    explanation:
      'This interim answer carries Link fields so that the browser can load files while the page is being made. The real answer follows with its own status.',
    source: rfc(8297, '2'),
    difficulty: 1,
    pair: [103, 200],
  },
  {
    id: '200-page-is-ready-now',
    kind: 'pair',
    codes: [200, 103],
    prompt:
      'A news page lies finished in the cache and could go out this instant. The team wants the browser to learn of its style sheet as early as possible. What should the cache send first?',
    answer: 200,
    alsoAcceptable: [],
    lures: [{ option: 103, why: 'A hint pays off while the answer is being made, and here it is ready.' }],
    explanation:
      'The final answer can carry the same Link fields and leaves at the same moment. A hint before it saves nothing.',
    source: rfc(8297, '2'),
    difficulty: 2,
    pair: [103, 200],
  },
  {
    id: '103-header-preload',
    kind: 'header',
    codes: [103],
    prompt: 'Which field makes an interim answer useful to a browser that could already load the font of a page?',
    answer: 'Link: </inter.woff2>; rel=preload',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Location: /inter.woff2',
        why: 'It names a target to go to or a new resource, not a file to load early.',
      },
      { option: 'Content-Location: /inter.woff2', why: 'It says where the enclosed content lives, and there is none.' },
      { option: 'Refresh: 0; url=/inter.woff2', why: 'It would send the visitor away to the font.' },
    ],
    explanation:
      'Link with rel=preload names a file that the page will need. The browser can fetch it before the page arrives.',
    source: rfc(8297, '2'),
    difficulty: 1,
  },
  {
    id: '103-policy-in-the-hint',
    kind: 'myth',
    codes: [103],
    prompt: 'A Content-Security-Policy that stands only in the 103 answer also protects the page that follows.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The fields of a hint are not carried over into the final response.' }],
    explanation:
      'Hints may speed up loading but must not change how the final response is handled. What should hold for the page has to stand in the final response too.',
    source: rfc(8297, '2'),
    difficulty: 3,
  },
  {
    id: '103-html-in-the-hint',
    kind: 'repair',
    codes: [103],
    prompt: 'A framework streams its page like this, and browsers show nothing. What is wrong?',
    exchange:
      'HTTP/1.1 103 Early Hints\nLink: </main.css>; rel=preload; as=style\nContent-Type: text/html\n\n<!doctype html>\n<title>Timetable</title>\n<p>Next train: 12:04</p>',
    answer: 'The page stands in an interim response',
    alsoAcceptable: [],
    lures: [
      { option: 'rel=preload is not allowed with this code', why: 'It is just what the code is made for.' },
      {
        option: 'A Content-Length is missing',
        why: 'A length would not help, since this response cannot have content.',
      },
      { option: 'Link must come after the page', why: 'Fields always come before content, and early is the point.' },
    ],
    explanation:
      'A 1xx response ends with its fields. The page belongs in a final response, such as a 200, right after it.',
    source: rfc(9110, '15.2'),
    difficulty: 2,
  },
  {
    id: '103-who-hinted',
    kind: 'layer',
    codes: [103],
    prompt:
      'Browser, Cloudflare, origin: that is the way. The first status line comes 9 ms after the request. Who sent it?',
    exchange:
      'browser  +  9 ms  HTTP/2 103   link: </app.css>; rel=preload; as=style\nbrowser  +640 ms  HTTP/2 200   cf-cache-status: DYNAMIC\norigin   +120 ms  GET /account  request received\norigin   +610 ms  GET /account  200, one response sent',
    answer: 'Cloudflare, from earlier Link fields',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The origin, ahead of its page',
        why: 'It got the request after the hint was out and sent one response.',
      },
      {
        option: 'The browser, from its own cache',
        why: 'A browser does not make up status lines for what it remembers.',
      },
      {
        option: 'A service worker of the page',
        why: 'It answers with whole responses and not with interim ones from HTTP/2.',
      },
    ],
    explanation:
      'Cloudflare can remember the Link fields of earlier pages and send them as hints by itself. The origin saw the request only later and answered once.',
    source: cloudflareHints,
    difficulty: 3,
  },
  {
    id: '103-how-many-interim',
    kind: 'myth',
    codes: [103, 100],
    prompt: 'One request can get several interim responses before its final one.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'Only the number of final responses is limited to one.' }],
    explanation:
      'A client must be able to read one or more 1xx responses before the final response, even if it asked for none. It may ignore them.',
    source: rfc(9110, '15.2'),
    difficulty: 2,
  },
  {
    id: '104-phone-on-a-train',
    kind: 'exchange',
    codes: [104, 100, 201],
    prompt: 'A phone starts to upload a holiday video. Which code is hidden?',
    exchange:
      'POST /videos HTTP/1.1\nHost: photos.example.com\nContent-Type: video/mp4\nContent-Length: 123456789\nUpload-Complete: ?1\n\n(bytes are being sent)\n\nHTTP/1.1 ???\nLocation: https://photos.example.com/uploads/k3\nUpload-Limit: max-size=2000000000\n\n(more bytes)\n\nHTTP/1.1 200 OK',
    answer: 104,
    alsoAcceptable: [],
    lures: [
      { option: 100, why: 'The client did not ask for leave and is sending already.' },
      { option: 201, why: 'That is a final answer, and the final one comes later.' },
      { option: 103, why: 'Its hints are about fields of the final answer, not about resuming the upload.' },
    ],
    explanation:
      'Upload-Complete offers a resumable upload, and the interim answer names the address at which it can be resumed. The final answer ends the exchange as usual.',
    source: resumableUpload,
    difficulty: 3,
  },
  {
    id: '104-bytes-are-safe',
    kind: 'situation',
    codes: [104, 102, 206],
    prompt:
      'Both sides follow the new draft for uploads that survive a broken line. While the body is still coming in, the server wants to say that 23 of 120 MB are stored, in Upload-Offset. Which code carries it?',
    answer: 104,
    alsoAcceptable: [],
    lures: [
      { option: 102, why: 'It tells that a complete request is being worked on and knows no offset.' },
      { option: 206, why: 'It is the final answer to a download with Range, not news about an upload.' },
      { option: 202, why: 'It would be final, and the upload is still running.' },
    ],
    explanation:
      'The draft lets the server report its progress in interim answers of this code. The client may then forget the bytes that are safe.',
    source: resumableUpload,
    difficulty: 3,
  },
  {
    id: '104-header-last-piece',
    kind: 'header',
    codes: [104],
    prompt:
      'In the resumable-upload draft, which request field tells the server whether the bytes sent here end the upload or more pieces will follow?',
    answer: 'Upload-Complete',
    alsoAcceptable: [],
    lures: [
      { option: 'Upload-Offset', why: 'It tells at which byte this piece begins.' },
      { option: 'Content-Range', why: 'Other upload protocols borrow it, but the draft has a field of its own.' },
      { option: 'Transfer-Encoding', why: 'It is about the framing of one message, not about several requests.' },
    ],
    explanation:
      'The value ?1 says that the upload ends with this request, and ?0 that more will follow. Its presence also tells that the client can resume.',
    source: resumableUpload,
    difficulty: 3,
  },

  // 200
  {
    id: '200-banking-login',
    kind: 'situation',
    codes: [200, 201, 204],
    prompt:
      'A banking app POSTs name and PIN, and both are right. The reply holds a short-lived token, and nothing gets an address of its own.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 201, why: 'No new resource with an address came into being.' },
      { option: 204, why: 'The reply has a body: the token.' },
      { option: 202, why: 'The check is finished, so nothing is left to wait for.' },
    ],
    explanation:
      'The POST ran an action, and the body is its result. Making something with an address would be another matter.',
    source: rfc(9110, '15.3.1'),
    difficulty: 1,
    pair: [200, 201],
  },
  {
    id: '200-cancelled-with-refund',
    kind: 'situation',
    codes: [200, 204, 202],
    prompt:
      'DELETE /bookings/31 cancels a hotel room at once. The reply should tell the guest how much is refunded and when.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'It cannot have a body, and the refund has to be told.' },
      { option: 202, why: 'The booking is cancelled already and not merely queued for it.' },
      { option: 410, why: 'That refuses requests for something removed earlier, while this request did its job.' },
    ],
    explanation:
      'A successful DELETE that reports something needs a code with a body. Only a DELETE with nothing to say would leave the body out.',
    source: rfc(9110, '9.3.5'),
    difficulty: 1,
    pair: [200, 204],
  },
  {
    id: '200-profile-replaced',
    kind: 'exchange',
    codes: [200, 201, 204],
    prompt: 'A member of a gym changes her phone number. Her profile was there before. Which code is hidden?',
    exchange:
      'PUT /members/12 HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\n\n{ "name": "Ana", "phone": "+34 600 000 001" }\n\nHTTP/1.1 ???\nContent-Type: application/json\nETag: "v8"\n\n{ "id": 12, "name": "Ana", "phone": "+34 600 000 001" }',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'The response has a body, which that code forbids.' },
      { option: 201, why: 'The profile existed, so nothing new came into being.' },
      { option: 202, why: 'The new state and its ETag show that the change is done.' },
    ],
    explanation:
      'A PUT that changes an existing resource may answer with the new state. The body decides against the code without content.',
    source: rfc(9110, '9.3.4'),
    difficulty: 1,
    pair: [200, 204],
  },
  {
    id: '200-range-was-ignored',
    kind: 'exchange',
    codes: [200, 206, 416],
    prompt: 'An update client wants to resume the download of a 5 MB file. Which code is hidden?',
    exchange:
      'GET /firmware.bin HTTP/1.1\nHost: dl.example.com\nRange: bytes=3000000-\n\nHTTP/1.1 ???\nContent-Type: application/octet-stream\nContent-Length: 5000000\n\n(5000000 bytes)',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 206, why: 'It would have Content-Range and only the last two million bytes.' },
      { option: 416, why: 'The range is valid, and a refusal would not carry the whole file.' },
      { option: 207, why: 'That lists outcomes of several operations and has nothing to do with ranges.' },
    ],
    explanation:
      'All bytes came and there is no Content-Range, so the server ignored Range, as it may. The client has to start its file anew.',
    source: rfc(9110, '14.2'),
    difficulty: 2,
    pair: [200, 206],
  },
  {
    id: '200-file-changed-since',
    kind: 'situation',
    codes: [200, 206],
    prompt:
      'A podcast app resumes a download with Range, and If-Range holds the ETag of the half it has. The episode was re-edited meanwhile and has a new ETag.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 206, why: 'It would glue bytes of the new version to the half of the old one.' },
      { option: 416, why: 'The range is within the file, and If-Range turns it off rather than refusing it.' },
    ],
    explanation:
      'If-Range says: the part if the version is the same, otherwise everything. The ETag differs, so Range is ignored and the whole file is sent.',
    source: rfc(9110, '13.1.5'),
    difficulty: 2,
    pair: [200, 206],
  },
  {
    id: '200-only-the-fields',
    kind: 'exchange',
    codes: [200, 204, 304],
    prompt: 'A monitoring script checks the size of a report. Which code is hidden?',
    exchange:
      'HEAD /reports/may.pdf HTTP/1.1\nHost: files.example.com\n\nHTTP/1.1 ???\nContent-Type: application/pdf\nContent-Length: 48213\nLast-Modified: Tue, 02 Jun 2026 08:00:00 GMT',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'It must not have Content-Length, and it would say that there is no content at all.' },
      { option: 304, why: 'The request holds no condition that could show an unchanged copy.' },
      { option: 206, why: 'No Range was sent and no Content-Range came back.' },
    ],
    explanation: 'HEAD gets what GET would get, only without the body. The length tells what a GET would bring.',
    source: rfc(9110, '9.3.2'),
    difficulty: 2,
  },
  {
    id: '200-search-without-hits',
    kind: 'situation',
    codes: [200, 404, 204],
    prompt:
      'A reader searches the library catalogue for an author and mistypes the name. The search runs well and yields nothing.',
    answer: 200,
    alsoAcceptable: [204],
    lures: [
      { option: 404, why: 'The search itself is there and worked; only its list is empty.' },
      { option: 400, why: 'A name that nobody has is still a valid search term.' },
    ],
    explanation:
      'The address names a search, which exists, and an empty list is its result. Some APIs leave the body out instead, but most clients like an empty list better.',
    source: rfc(9110, '15.3.1'),
    difficulty: 1,
    pair: [200, 404],
  },
  {
    id: '200-served-from-a-cache',
    kind: 'pair',
    codes: [200, 203],
    prompt:
      'A CDN hands out a product picture from its cache, byte for byte as the origin once sent it. Which code belongs on it?',
    answer: 200,
    alsoAcceptable: [],
    lures: [{ option: 203, why: 'It marks content that a proxy changed on the way, and nothing was changed here.' }],
    explanation:
      'A cache repeats the stored response with its own status and adds Age. Only a change of the content would call for the other code.',
    source: rfc(9110, '15.3.4'),
    difficulty: 2,
    pair: [200, 203],
  },
  {
    id: '200-failure-in-disguise',
    kind: 'repair',
    codes: [200, 403],
    prompt: 'The error rate on the dashboard is zero, yet customers complain. What is wrong with this response?',
    exchange:
      'POST /transfers HTTP/1.1\nHost: bank.example.com\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "success": false, "reason": "account is frozen" }',
    answer: 'A refusal is reported as a success',
    alsoAcceptable: [],
    lures: [
      { option: 'A POST must be answered with 201', why: 'Only a POST that makes something new is.' },
      { option: 'The ETag is missing', why: 'Nothing here is to be fetched again, and the field is no duty.' },
      { option: 'JSON must not carry a reason in words', why: 'A reason is welcome; only the status contradicts it.' },
    ],
    explanation:
      'Caches, retries and dashboards read the status and not the body. The server refused, so a 4xx such as 403 has to say so.',
    source: rfc(9110, '15.3.1'),
    difficulty: 1,
  },
  {
    id: '200-post-and-caches',
    kind: 'myth',
    codes: [200],
    prompt: 'The answer to a POST can never be stored for later use, whatever its fields say.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'It is rare and few caches do it, but the standard describes just when it is allowed.' },
    ],
    explanation:
      'With explicit freshness and a Content-Location equal to the target address, the answer may be reused for a later GET. Without these a cache must leave it alone.',
    source: rfc(9110, '9.3.3'),
    difficulty: 3,
  },
  {
    id: '200-reason-phrase',
    kind: 'myth',
    codes: [200],
    prompt: 'HTTP/2 and HTTP/3 send the number of a status, but no words with it.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'Tools that show words look them up in a table of their own.' }],
    explanation: 'Only HTTP/1.1 has a reason phrase, as free text meant for people. Clients must not rely on it.',
    source: rfc(9113, '8.3.2'),
    difficulty: 1,
  },
  {
    id: '200-shared-cache-and-token',
    kind: 'myth',
    codes: [200],
    prompt: 'A CDN may by default store and share a successful answer to a GET that carried an Authorization field.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'This would hand one customer’s data to the next one without anybody having allowed it.' },
    ],
    explanation:
      'A shared cache must not reuse such an answer unless the response permits it, for example with public or s-maxage. A private cache, such as the browser’s, may.',
    source: rfc(9111, '3.5'),
    difficulty: 2,
  },
  {
    id: '200-header-two-languages',
    kind: 'header',
    codes: [200],
    prompt:
      'A museum serves /tickets in German or French, chosen by Accept-Language. Behind the CDN, French visitors now get German pages. Which response field is missing?',
    answer: 'Vary: Accept-Language',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Language: fr', why: 'It labels the page, but a cache does not choose by it.' },
      { option: 'ETag: "fr"', why: 'It marks a version, but does not keep two visitors apart.' },
      { option: 'Accept-Ranges: bytes', why: 'It is about partial downloads.' },
    ],
    explanation:
      'Vary names the request fields that shaped the answer. A cache then keeps one copy for each value instead of one for all.',
    source: rfc(9110, '12.5.5'),
    difficulty: 2,
  },
  {
    id: '200-header-bank-statement',
    kind: 'header',
    codes: [200],
    prompt: 'A bank statement must not stay on any disk on the way or in the browser. Which response field says so?',
    answer: 'Cache-Control: no-store',
    alsoAcceptable: [],
    lures: [
      { option: 'Cache-Control: no-cache', why: 'It permits storing and only demands a check before reuse.' },
      { option: 'Cache-Control: max-age=0', why: 'The copy is stale at once, but it may be kept.' },
      { option: 'Vary: Cookie', why: 'It keeps copies apart by cookie, yet they are kept.' },
    ],
    explanation:
      'The directive no-store forbids caches to keep any part of the answer. Its neighbour no-cache sounds stricter than it is.',
    source: rfc(9111, '5.2.2.5'),
    difficulty: 2,
  },
  {
    id: '200-header-save-as',
    kind: 'header',
    codes: [200],
    prompt:
      'GET /invoices/2026-17 should make the browser save the PDF as invoice-17.pdf instead of showing it. Which response field does that?',
    answer: 'Content-Disposition',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Type', why: 'It tells what the bytes are, not what to call the file.' },
      { option: 'Content-Location', why: 'It gives an address for the content, not a file name for the disk.' },
      { option: 'Content-Encoding', why: 'It names a compression that has to be undone.' },
    ],
    explanation:
      'With attachment and filename the field asks the browser to save under that name. It works with any successful answer that has a body.',
    source: rfc(6266, '4'),
    difficulty: 1,
  },
  {
    id: '200-old-price-on-the-shelf',
    kind: 'layer',
    codes: [200],
    prompt: 'A price was changed ten minutes ago, but shoppers see the old one. Who answered this request?',
    exchange:
      'GET /products/55 HTTP/1.1\nHost: shop.example.com\n\nHTTP/1.1 200 OK\nAge: 2710\nX-Cache: HIT\nCache-Control: public, max-age=3600\nVia: 1.1 edge-fra\n\norigin log: (no line for this request)',
    answer: 'The CDN edge, from its cache',
    alsoAcceptable: [],
    lures: [
      { option: 'The shop application', why: 'Its log has no line for the request.' },
      { option: 'The database replica', why: 'It does not speak HTTP, and Age shows a stored response.' },
      {
        option: 'The browser, from its own cache',
        why: 'Via and X-Cache show a reply that came over the network from an edge.',
      },
    ],
    explanation:
      'Age says that the response has been in a cache for 2,710 seconds, and the origin saw nothing. The hour in max-age permits just that.',
    source: rfc(9111, '5.1'),
    difficulty: 1,
  },
  {
    id: '200-pause-what-is-paused',
    kind: 'situation',
    codes: [200, 409, 304],
    prompt:
      'A PUT sets a newspaper subscription to “paused”. It is paused already, since the reader tapped twice. The end is just what the client wants.',
    answer: 200,
    alsoAcceptable: [204],
    lures: [
      { option: 409, why: 'Nothing clashes: the wanted state and the stored one are equal.' },
      { option: 304, why: 'That answers a conditional GET or HEAD and never a PUT.' },
    ],
    explanation:
      'PUT is idempotent, so doing it twice has the same effect as once. A harmless repeat deserves a success.',
    source: rfc(9110, '9.2.2'),
    difficulty: 2,
    pair: [200, 409],
  },
  {
    id: '200-patch-changed-nothing',
    kind: 'situation',
    codes: [200, 304, 204],
    prompt:
      'A PATCH without any condition sets a customer’s city to the value that is stored already. The record stays as it was and the API sends it back.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 304, why: 'It sounds right, but it only answers a conditional GET or HEAD.' },
      { option: 204, why: 'The record is sent back, so there is a body.' },
      { option: 409, why: 'Equal values do not clash.' },
    ],
    explanation:
      'The request worked, and the body shows the record. “Nothing changed” in the redirection class is about a copy that the client holds.',
    source: rfc(9110, '15.4.5'),
    difficulty: 2,
  },
  {
    id: '200-finnish-not-available',
    kind: 'situation',
    codes: [200, 406],
    prompt:
      'A traveller’s browser asks for Finnish only. The timetable exists in English and Swedish, and the team would rather show English than nothing.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 406, why: 'It is allowed, but it would show an error instead of the English page the team wants.' },
      { option: 300, why: 'It hands the choice to the visitor, while the team has chosen already.' },
      { option: 415, why: 'It is about the format of a body that was sent, and a GET sends none.' },
    ],
    explanation: 'A server may disregard Accept-Language and send a default. That is an ordinary success.',
    source: rfc(9110, '12.5.4'),
    difficulty: 2,
    pair: [200, 406],
  },
  {
    id: '200-job-still-running',
    kind: 'situation',
    codes: [200, 202, 404],
    prompt:
      'A client polls GET /jobs/9 of a photo lab. The job still runs, and the answer is a short JSON with its progress.',
    answer: 200,
    alsoAcceptable: [202],
    lures: [
      { option: 404, why: 'The job exists, even though its pictures do not yet.' },
      { option: 102, why: 'That is an interim answer, and here the poll is answered completely.' },
      { option: 503, why: 'The service works, and a running job is no outage.' },
    ],
    explanation:
      'The poll asked for the state of the job and got it in full. Many APIs also repeat the code of the first answer while a job runs.',
    source: rfc(9110, '15.3.1'),
    difficulty: 2,
    pair: [200, 202],
  },
  {
    id: '200-page-two-of-nine',
    kind: 'situation',
    codes: [200, 206, 207],
    prompt: 'GET /orders?page=2 returns the second of nine pages of a list, as JSON with links to its neighbours.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 206, why: 'It needs a Range request field, and page 2 is a complete resource of its own.' },
      { option: 207, why: 'There is one outcome and not one for each order.' },
      { option: 300, why: 'The links lead to other pages, not to other forms of this one.' },
    ],
    explanation:
      'The address with its query names just this page, and all of it is sent. A partial answer only exists for a request with Range.',
    source: rfc(9110, '15.3.7'),
    difficulty: 2,
    pair: [200, 206],
  },
  {
    id: '200-websocket-over-http2',
    kind: 'situation',
    codes: [200, 101],
    prompt:
      'A trading screen opens a WebSocket inside an HTTP/2 connection, with the extended CONNECT method. The server agrees.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 101, why: 'HTTP/2 has no such switch, because only one stream changes and not the connection.' },
      { option: 426, why: 'It demands another protocol, while the server agrees to what was offered.' },
      { option: 204, why: 'It would end the stream, on which the messages are to flow.' },
    ],
    explanation:
      'Over HTTP/2 the handshake is a CONNECT, and any success in the 2xx class opens the tunnel. The switch known from HTTP/1.1 is not used there.',
    source: rfc(8441, '5'),
    difficulty: 3,
  },
  {
    id: '200-offer-declined',
    kind: 'situation',
    codes: [200, 101, 426],
    prompt:
      'A library sends GET /prices over HTTP/1.1 and offers to move to another protocol in Upgrade. The server would rather stay and just send the prices.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 101, why: 'It agrees to the move, which the server does not want.' },
      { option: 426, why: 'It refuses to go on without a move.' },
      { option: 400, why: 'An offer that nobody takes up is no mistake in the request.' },
    ],
    explanation: 'A server may ignore Upgrade and answer as usual. The offer is not a demand.',
    source: rfc(9110, '7.8'),
    difficulty: 3,
  },
  {
    id: '200-difference-is-longer',
    kind: 'pair',
    codes: [200, 226],
    prompt:
      'A feed reader offers a difference format in A-IM and names its old version. Since then the whole feed was rewritten, and the difference would be longer than the feed.',
    answer: 200,
    alsoAcceptable: [],
    lures: [{ option: 226, why: 'It would send a difference, which is the larger of the two here.' }],
    explanation: 'The field only permits a difference and never demands it. Sending all of it is the better choice.',
    source: rfc(3229, '10.4.1'),
    difficulty: 3,
    pair: [200, 226],
  },
  {
    id: '200-dry-run',
    kind: 'situation',
    codes: [200, 201, 202],
    prompt:
      'POST /orders?dry-run=1 checks an order and works out its price. Nothing is stored, and the reply shows what the order would cost.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 201, why: 'The order was only imagined; no resource came out of it.' },
      { option: 202, why: 'No work is left to be done later.' },
      { option: 204, why: 'The price stands in the body.' },
    ],
    explanation:
      'The request computed something and made nothing. The same POST without the parameter would report a new resource.',
    source: rfc(9110, '9.3.3'),
    difficulty: 2,
    pair: [200, 201],
  },
  {
    id: '200-sensor-sends-twice',
    kind: 'situation',
    codes: [200, 208, 409],
    prompt:
      'A weather sensor loses the network and sends the same reading, with the same id, a second time. The server keeps one copy and is content.',
    answer: 200,
    alsoAcceptable: [204],
    lures: [
      { option: 208, why: 'Despite its name, it only appears inside WebDAV listings.' },
      { option: 409, why: 'It would make the sensor report a fault, though all is as it should be.' },
    ],
    explanation:
      'The repeat has the result that the sensor wants, so it is a success. The code whose name seems to fit has a meaning in WebDAV only.',
    source: rfc(5842, '7.1'),
    difficulty: 3,
  },

  // 201
  {
    id: '201-new-team-member',
    kind: 'exchange',
    codes: [201, 200, 303],
    prompt: 'A program adds a member to a team. Which code is hidden?',
    exchange:
      'POST /teams/7/members HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\n\n{ "user": "ana" }\n\nHTTP/1.1 ???\nLocation: /teams/7/members/ana\nContent-Type: application/json\n\n{ "user": "ana", "role": "reader" }',
    answer: 201,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It would hide that a resource with an address of its own came into being.' },
      { option: 303, why: 'It would send the program elsewhere, while the new member is described right here.' },
      { option: 202, why: 'The member is there already, with role and address.' },
    ],
    explanation:
      'The POST made a resource, and Location names it. This is the usual answer to a POST that makes something.',
    source: rfc(9110, '15.3.2'),
    difficulty: 1,
    pair: [200, 201],
  },
  {
    id: '201-first-put-of-a-thermostat',
    kind: 'situation',
    codes: [201, 204, 200],
    prompt:
      'A thermostat that was just switched on PUTs its settings to /devices/t-77/settings. Nothing was stored there before.',
    answer: 201,
    alsoAcceptable: [],
    lures: [
      {
        option: 204,
        why: 'It fits later PUTs, which replace something; this one has to tell that the resource is new.',
      },
      { option: 200, why: 'A PUT that brings a resource into being must say so with its own code.' },
      { option: 404, why: 'An empty address is no obstacle for a PUT that fills it.' },
    ],
    explanation:
      'If a PUT makes the resource, the origin server must tell the client with this code. Later PUTs to the same address get another success.',
    source: rfc(9110, '9.3.4'),
    difficulty: 2,
    pair: [201, 204],
  },
  {
    id: '201-name-was-still-free',
    kind: 'situation',
    codes: [201, 412, 409],
    prompt:
      'A game claims a clan name with PUT /clans/foxes and If-None-Match: *, so that an existing clan is never overwritten. The name is still free.',
    answer: 201,
    alsoAcceptable: [],
    lures: [
      { option: 412, why: 'The condition would fail only if a clan of that name existed.' },
      { option: 409, why: 'Nobody has the name, so nothing clashes.' },
      { option: 204, why: 'It would say that an existing clan was replaced.' },
    ],
    explanation:
      'The condition holds, since nothing is stored at the address, and the PUT makes the clan. A second player with the same idea would be stopped by it.',
    source: rfc(9110, '13.1.2'),
    difficulty: 2,
    pair: [201, 409],
  },
  {
    id: '201-lost-reply-comes-again',
    kind: 'situation',
    codes: [201, 409, 200],
    prompt:
      'A taxi app loses the reply to its POST /rides and sends the request again with the same Idempotency-Key. The ride had been booked the first time, and the API replays its stored answer.',
    answer: 201,
    alsoAcceptable: [],
    lures: [
      { option: 409, why: 'It would report a clash, though the key exists to make the repeat harmless.' },
      { option: 200, why: 'The replay is the first answer, status included, and that one reported a new ride.' },
      { option: 208, why: 'It is only used inside WebDAV listings.' },
    ],
    explanation:
      'With such a key, the repeat of a finished request gets the result of the first one. The client cannot tell the replay from the lost reply, and that is the point.',
    source: idempotencyKey,
    difficulty: 2,
    pair: [201, 409],
  },
  {
    id: '201-order-packed-tomorrow',
    kind: 'situation',
    codes: [201, 202],
    prompt:
      'A POST stores an order at /orders/881 before the answer leaves. The parcel will be packed tomorrow. Which code fits?',
    answer: 201,
    alsoAcceptable: [],
    lures: [
      { option: 202, why: 'The thing the POST was to make is there; packing is only its later life.' },
      { option: 200, why: 'It would hide that the order is new and has an address.' },
    ],
    explanation:
      'The order exists and has an address when the answer is sent. What happens to it afterwards is its state, not the outcome of this request.',
    source: rfc(9110, '15.3.2'),
    difficulty: 2,
    pair: [201, 202],
  },
  {
    id: '204-copy-over-an-old-file',
    kind: 'pair',
    codes: [204, 201],
    prompt:
      'A WebDAV COPY writes plan.txt over an older file of the same name, which Overwrite permitted. It worked, and there is nothing to add.',
    answer: 204,
    alsoAcceptable: [],
    lures: [{ option: 201, why: 'It would say that the destination was free before.' }],
    explanation:
      'The destination existed, so the copy replaced it. Onto a free name the same COPY would report a new resource.',
    source: rfc(4918, '9.8.5'),
    difficulty: 3,
    pair: [201, 204],
  },
  {
    id: '201-address-of-the-collection',
    kind: 'repair',
    codes: [201],
    prompt: 'Clients follow this response to open the new ticket and land on a list. What is wrong?',
    exchange:
      'POST /tickets HTTP/1.1\nHost: desk.example.com\n\nHTTP/1.1 201 Created\nLocation: /tickets\nContent-Type: application/json\n\n{ "id": 4711, "title": "Printer on fire" }',
    answer: 'Location names the collection, not the new ticket',
    alsoAcceptable: [],
    lures: [
      { option: 'The body is not allowed', why: 'A description of the new resource is welcome.' },
      {
        option: 'Location only belongs on redirections',
        why: 'Here it names the new resource, which is one of its two jobs.',
      },
      { option: 'The code should be 200, as a POST was sent', why: 'A ticket came into being, so the code is right.' },
    ],
    explanation: 'With this code Location identifies the primary resource that was made. It should be /tickets/4711.',
    source: rfc(9110, '10.2.2'),
    difficulty: 2,
  },
  {
    id: '201-without-location',
    kind: 'myth',
    codes: [201],
    prompt: 'A 201 response without a Location field is invalid.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'It is good style after a POST, but there is a rule for what its absence means.' }],
    explanation:
      'Without Location the target address of the request counts as the new resource. After a PUT that is just right.',
    source: rfc(9110, '15.3.2'),
    difficulty: 2,
  },
  {
    id: '201-header-where-is-it',
    kind: 'header',
    codes: [201],
    prompt:
      'A POST to /photos stored a picture as /photos/p8. Which response field should tell the client where it is?',
    answer: 'Location',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Content-Location',
        why: 'It says where the content of this response lives, which may be something else.',
      },
      { option: 'Link', why: 'It describes relations, and clients do not look there for the new resource.' },
      { option: 'Referer', why: 'It is a request field that names the page one came from.' },
    ],
    explanation:
      'The address of the primary new resource goes into Location. A server should send it when a POST made something.',
    source: rfc(9110, '9.3.3'),
    difficulty: 1,
  },
  {
    id: '201-partner-program-orders',
    kind: 'pair',
    codes: [201, 303],
    prompt:
      'A wholesaler’s program, not a browser, POSTs an order. It wants to hear which order came out of it and at which address, in this very response.',
    answer: 201,
    alsoAcceptable: [],
    lures: [{ option: 303, why: 'It suits a browser form, whose visitor should GET another page next.' }],
    explanation: 'A program is served best by the news itself and the address in Location. It needs no second request.',
    source: rfc(9110, '15.3.2'),
    difficulty: 1,
    pair: [201, 303],
  },

  // 202
  {
    id: '202-year-end-report',
    kind: 'situation',
    codes: [202, 200, 201],
    prompt:
      'A controller asks for the year-end report. It takes 20 minutes, so the API puts the wish into a queue and answers with an address for its progress.',
    answer: 202,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It would say that the report is finished.' },
      { option: 201, why: 'The report does not exist yet and may still fail.' },
      { option: 102, why: 'It is interim and keeps the caller on the line, while this answer ends the exchange.' },
    ],
    explanation:
      'The request was taken in, but the work is not done when the answer leaves. The body should tell how things stand and where to look.',
    source: rfc(9110, '15.3.3'),
    difficulty: 1,
    pair: [200, 202],
  },
  {
    id: '202-boss-has-to-approve',
    kind: 'situation',
    codes: [202, 403, 201],
    prompt:
      'An employee may claim expenses, but claims above 5,000 wait for a manager before anything is booked. The API has taken the claim in and says who will look at it.',
    answer: 202,
    alsoAcceptable: [201],
    lures: [
      { option: 403, why: 'The employee was allowed to send the claim; it is only undecided.' },
      { option: 409, why: 'Nothing stored stands in the way.' },
      { option: 402, why: 'The code about money is for callers who have to pay, not for claims.' },
    ],
    explanation:
      'The outcome depends on a person and comes later, so the answer promises nothing. If the claim itself gets an address at once, reporting a new resource is defensible too.',
    source: rfc(9110, '15.3.3'),
    difficulty: 2,
    pair: [201, 202],
  },
  {
    id: '202-bucket-emptied-tonight',
    kind: 'situation',
    codes: [202, 204],
    prompt:
      'DELETE on a 10 TB storage bucket only marks it. The files are removed during the night, and until then they can still be read.',
    answer: 202,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'It would say that the removal is done, while the files can still be read.' },
      { option: 410, why: 'It answers requests for something that was removed before, and the files are still there.' },
    ],
    explanation:
      'The DELETE will likely succeed but has not been carried out yet. The standard names this code for just that case.',
    source: rfc(9110, '9.3.5'),
    difficulty: 1,
    pair: [202, 204],
  },
  {
    id: '202-rather-not-wait',
    kind: 'exchange',
    codes: [202, 200, 303],
    prompt: 'A data team starts a long export. Which code is hidden?',
    exchange:
      'POST /exports HTTP/1.1\nHost: data.example.com\nPrefer: respond-async\nContent-Type: application/json\n\n{ "table": "sales", "year": 2025 }\n\nHTTP/1.1 ???\nPreference-Applied: respond-async\nLocation: /exports/e5/status\nRetry-After: 30',
    answer: 202,
    alsoAcceptable: [],
    lures: [
      { option: 303, why: 'It would say that the export is over and its result can be fetched.' },
      { option: 200, why: 'The client was told to come back in 30 seconds, so nothing is finished.' },
      { option: 503, why: 'Retry-After also goes with an outage, but here the wish was granted.' },
    ],
    explanation:
      'Preference-Applied says that the server answers without waiting for the work. The status address is the place to ask in 30 seconds.',
    source: rfc(7240, '4.1'),
    difficulty: 2,
    pair: [202, 303],
  },
  {
    id: '202-webhook-kept-for-later',
    kind: 'situation',
    codes: [202, 200, 204],
    prompt:
      'A payment provider posts an event and looks only for a 2xx within five seconds. The shop writes the raw event into a table and works on it a minute later. Which code tells it most exactly?',
    answer: 202,
    alsoAcceptable: [200, 204],
    lures: [
      { option: 201, why: 'The row in the table is internal and has no address for the sender.' },
      { option: 102, why: 'It is interim, so the provider would go on waiting for a final answer.' },
    ],
    explanation:
      'Taken in, not yet handled: that is what this code says. The provider takes any success, so the plainer ones are right too.',
    source: rfc(9110, '15.3.3'),
    difficulty: 2,
    pair: [202, 204],
  },
  {
    id: '202-stop-at-a-safe-point',
    kind: 'situation',
    codes: [202, 204, 409],
    prompt:
      'POST /renders/8/cancel asks a video renderer to stop. It will do so at the end of the present frame, if it is not finished by then, and the answer does not wait for that.',
    answer: 202,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'It would say that the renderer has stopped, and it is still at work.' },
      { option: 409, why: 'A running render is just the state in which it can be cancelled.' },
      { option: 201, why: 'The request makes nothing; it asks for an end.' },
    ],
    explanation:
      'The wish was noted but has not been carried out, and it may still come too late. That is what this noncommittal code is for.',
    source: rfc(9110, '15.3.3'),
    difficulty: 2,
    pair: [202, 204],
  },
  {
    id: '202-is-a-promise',
    kind: 'myth',
    codes: [202],
    prompt: 'After a 202 the client can count on the work being done sooner or later.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The work may still be refused or fail when it is finally looked at.' }],
    explanation:
      'The code is deliberately noncommittal, and HTTP cannot send a second status later. Only the status address can tell how it ended.',
    source: rfc(9110, '15.3.3'),
    difficulty: 1,
  },
  {
    id: '202-header-no-waiting',
    kind: 'header',
    codes: [202],
    prompt:
      'A client would like an answer at once and the result later, if the server can do that. Which request field states this wish?',
    answer: 'Prefer: respond-async',
    alsoAcceptable: [],
    lures: [
      { option: 'Expect: respond-async', why: 'Expect knows one value only, about sending the body.' },
      { option: 'Connection: close', why: 'It ends the connection after the answer and does not bring it sooner.' },
      { option: 'Cache-Control: max-stale', why: 'It permits an outdated copy and says nothing about slow work.' },
    ],
    explanation:
      'Prefer states a wish that the server may follow or ignore. If it does, it can say so in Preference-Applied.',
    source: rfc(7240, '4.1'),
    difficulty: 2,
  },
  {
    id: '202-no-way-to-follow',
    kind: 'repair',
    codes: [202],
    prompt: 'Support gets daily calls “did my import work?”. What does this response lack?',
    exchange:
      'POST /imports HTTP/1.1\nHost: crm.example.com\nContent-Type: text/csv\n\n(4,000 lines)\n\nHTTP/1.1 202 Accepted\nContent-Length: 0',
    answer: 'A pointer to a place to watch progress',
    alsoAcceptable: [],
    lures: [
      { option: 'The number of imported lines', why: 'Nobody knows it yet, since the work has only been queued.' },
      { option: 'An ETag for the import', why: 'A version mark does not tell the caller where to look.' },
      {
        option: 'A promise in Retry-After to send the result',
        why: 'The server cannot send a second answer to this request.',
      },
    ],
    explanation:
      'The body ought to describe the current state and point to a status monitor. Without it the caller can only guess.',
    source: rfc(9110, '15.3.3'),
    difficulty: 1,
  },

  // 203
  {
    id: '203-shrunk-pictures',
    kind: 'situation',
    codes: [203, 200, 206],
    prompt:
      'The proxy of a mobile network shrinks every photo on its way to the phone. It wants to be honest about that in the status of an otherwise successful answer.',
    answer: 203,
    alsoAcceptable: [200],
    lures: [
      { option: 206, why: 'Smaller is not partial: no range was asked for.' },
      { option: 226, why: 'It needs a client that offered such formats in A-IM.' },
      { option: 304, why: 'The phone gets content and is not told to use a copy.' },
    ],
    explanation:
      'The code says that a transforming proxy changed the content of a 200. Most such proxies keep the original code, which is allowed too.',
    source: rfc(9110, '15.3.4'),
    difficulty: 2,
    pair: [200, 203],
  },
  {
    id: '203-who-changed-the-page',
    kind: 'layer',
    codes: [203, 200],
    prompt: 'On one phone network the checksum of a price list never matches. Who made the status the phone sees?',
    exchange:
      'phone:   HTTP/1.1 203 Non-Authoritative Information\n         Via: 1.1 optimizer.mobile.example\n         Content-Length: 18204\norigin:  "GET /prices.html" 200  52110 bytes',
    answer: 'The transforming proxy of the phone network',
    alsoAcceptable: [],
    lures: [
      { option: 'The origin server', why: 'It logged another status and almost three times as many bytes.' },
      {
        option: 'A cache that kept an old version',
        why: 'The origin was asked just now, and a cache does not change the status.',
      },
      { option: 'The browser of the phone', why: 'It does not add Via or rewrite what it receives.' },
    ],
    explanation:
      'The origin sent a 200 with more bytes, and Via names a machine in between. Such a proxy changes status and content together.',
    source: rfc(9110, '7.7'),
    difficulty: 2,
  },
  {
    id: '203-header-hands-off',
    kind: 'header',
    codes: [203],
    prompt:
      'A clinic serves X-ray pictures and wants to forbid proxies on the way to recompress them. Which response field says so?',
    answer: 'Cache-Control: no-transform',
    alsoAcceptable: [],
    lures: [
      { option: 'Cache-Control: no-store', why: 'It forbids keeping the picture, not changing it.' },
      { option: 'Content-Encoding: identity', why: 'It names no compression, but does not forbid one.' },
      { option: 'Accept-Ranges: none', why: 'It says that the server serves no partial downloads.' },
    ],
    explanation:
      'A proxy must not transform the content of a message with no-transform. Over https only a proxy that ends TLS could do so at all.',
    source: rfc(9110, '7.7'),
    difficulty: 3,
  },

  // 204
  {
    id: '204-autosave',
    kind: 'situation',
    codes: [204, 205],
    prompt:
      'An editor saves a draft by PUT every ten seconds. It worked, there is nothing to send back, and the text should stay on the screen as it is.',
    answer: 204,
    alsoAcceptable: [],
    lures: [
      { option: 205, why: 'It asks the client to reset its view, and the writer would lose the text.' },
      { option: 200, why: 'It promises content, and there is nothing to send.' },
    ],
    explanation:
      'The user agent should keep its view, which is the very example that the standard gives: a “save” action. Resetting is for entering one record after the other.',
    source: rfc(9110, '15.3.5'),
    difficulty: 1,
    pair: [204, 205],
  },
  {
    id: '204-item-out-of-the-cart',
    kind: 'exchange',
    codes: [204, 200, 202],
    prompt: 'A shopper takes an article out of the cart. Which code is hidden?',
    exchange:
      'DELETE /cart/items/3 HTTP/1.1\nHost: shop.example.com\nAuthorization: Bearer eyJ…\n\nHTTP/1.1 ???\nDate: Mon, 08 Jun 2026 09:00:00 GMT\n\nGET /cart/items/3 HTTP/1.1\nHost: shop.example.com\n\nHTTP/1.1 404 Not Found',
    answer: 204,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It would have content or at least a length of zero to end the message.' },
      { option: 202, why: 'The next request shows that the article is already removed.' },
      { option: 205, why: 'It too needs a length of zero in HTTP/1.1, and no form is to be cleared.' },
    ],
    explanation:
      'There is neither a body nor a Content-Length, and this code alone ends the message at the blank line. The removal is done, as the following GET proves.',
    source: rfc(9112, '6.3'),
    difficulty: 2,
    pair: [200, 204],
  },
  {
    id: '204-may-i-ask-browser',
    kind: 'situation',
    codes: [204, 200, 405],
    prompt:
      'A browser sends OPTIONS before a cross-origin PUT. The API permits origin, method and headers and has nothing else to say.',
    answer: 204,
    alsoAcceptable: [200],
    lures: [
      { option: 405, why: 'It would refuse OPTIONS, and the browser would never send the PUT.' },
      { option: 202, why: 'Nothing was queued; the question has been answered.' },
      { option: 100, why: 'Leave to send a body is another mechanism, and a preflight needs a final success.' },
    ],
    explanation:
      'The permission stands in the Access-Control fields, so no body is needed. Any status from 200 to 299 makes the preflight succeed.',
    source: fetchPreflight,
    difficulty: 2,
  },
  {
    id: '204-nothing-to-do',
    kind: 'situation',
    codes: [204, 404, 200],
    prompt:
      'A print worker asks GET /queue/next for its next job. The queue works fine but is empty at the moment, and the API has decided to send no body then.',
    answer: 204,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'It would look as if the address were wrong, although the queue is there.' },
      { option: 304, why: 'The worker sent no condition and holds no copy.' },
      { option: 503, why: 'An empty queue is not an overloaded one.' },
    ],
    explanation: 'The request worked and there is nothing to deliver. A body such as null would need another success.',
    source: rfc(9110, '15.3.5'),
    difficulty: 2,
    pair: [204, 404],
  },
  {
    id: '204-with-a-body',
    kind: 'repair',
    codes: [204],
    prompt: 'On a kept-open connection, the request after this response fails strangely. What is wrong?',
    exchange: 'HTTP/1.1 204 No Content\nContent-Type: application/json\nContent-Length: 15\n\n{ "ok" : true }',
    answer: 'It has a body, which this code forbids',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Length is off by one', why: 'Even the right length would be wrong here.' },
      {
        option: 'The charset is missing from Content-Type',
        why: 'JSON needs none, and the field has nothing to describe here.',
      },
      { option: 'An ETag is missing', why: 'It is optional and would not hurt the next request.' },
    ],
    explanation:
      'The message ends at the blank line, so the client takes the fifteen bytes for the beginning of the next response. To send them, use 200.',
    source: rfc(9110, '15.3.5'),
    difficulty: 1,
    pair: [200, 204],
  },
  {
    id: '204-and-caches',
    kind: 'myth',
    codes: [204],
    prompt: 'A cache may store a 204 answer to a GET even if it carries no Cache-Control.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'An answer without content is still an answer that can be repeated.' }],
    explanation:
      'The code is heuristically cacheable, like 200 and 404. A cache may guess a lifetime unless told otherwise.',
    source: rfc(9110, '15.1'),
    difficulty: 3,
  },
  {
    id: '204-who-answered-options',
    kind: 'layer',
    codes: [204],
    prompt: 'A developer adds a CORS header in the app, but the browser still sees the old ones. Who answers this?',
    exchange:
      'OPTIONS /v1/cards HTTP/1.1\nOrigin: https://pay.example.com\n\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://pay.example.com\nAccess-Control-Max-Age: 600\nX-Gateway-Latency: 1\n\ngateway: OPTIONS /v1/cards 204 upstream=-\napp:     (no line)',
    answer: 'The API gateway, without asking the app',
    alsoAcceptable: [],
    lures: [
      { option: 'The app, which forgot to log', why: 'The gateway notes that it asked no upstream.' },
      { option: 'The browser, from its preflight cache', why: 'Then no request would have reached the gateway.' },
      { option: 'The identity provider', why: 'It has no part in a preflight, which carries no credentials.' },
    ],
    explanation:
      'The empty upstream in its log shows that the gateway answered the preflight by itself. The CORS rules have to be changed there.',
    source: fetchPreflight,
    difficulty: 2,
  },

  // 205
  {
    id: '205-parcel-after-parcel',
    kind: 'situation',
    codes: [205, 204, 200],
    prompt:
      'A clerk types one parcel after the other into the depot’s own desktop client. After each successful save the client should empty the form for the next one, and there is nothing to send.',
    answer: 205,
    alsoAcceptable: [204],
    lures: [
      { option: 200, why: 'It works, but does not ask for the reset, and it usually comes with a body.' },
      { option: 303, why: 'It suits a browser, which would GET a fresh page, while this client resets itself.' },
    ],
    explanation:
      'The code asks the client to reset the view that sent the request. Many teams leave that to the client and send the plainer code without content.',
    source: rfc(9110, '15.3.6'),
    difficulty: 2,
    pair: [204, 205],
  },
  {
    id: '205-sends-a-fresh-form',
    kind: 'repair',
    codes: [205],
    prompt: 'A survey tool wants its form cleared. What is wrong with the response?',
    exchange:
      'POST /answers HTTP/1.1\nHost: survey.example.com\n\nHTTP/1.1 205 Reset Content\nContent-Type: text/html\nContent-Length: 26\n\n<form>an empty form</form>',
    answer: 'This code must not bring any content',
    alsoAcceptable: [],
    lures: [
      { option: 'The form needs an ETag', why: 'A version mark would not make the body legal.' },
      { option: 'A POST must never be answered with this code', why: 'A sent form is the typical case for it.' },
      { option: 'Location must lead to the empty form', why: 'The code is no redirection and has no use for it.' },
    ],
    explanation:
      'The server must not generate content with this code. To send a form, use 200, or lead the browser to one with 303.',
    source: rfc(9110, '15.3.6'),
    difficulty: 2,
  },

  // 206
  {
    id: '206-a-thousand-bytes',
    kind: 'exchange',
    codes: [206, 200, 416],
    prompt: 'A video player jumps to the middle of a film. Which code is hidden?',
    exchange:
      'GET /films/7.mp4 HTTP/1.1\nHost: video.example.com\nRange: bytes=1000-1999\n\nHTTP/1.1 ???\nContent-Type: video/mp4\nContent-Range: bytes 1000-1999/52000\nContent-Length: 1000\n\n(1000 bytes)',
    answer: 206,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It would bring all 52,000 bytes.' },
      { option: 416, why: 'It refuses a range outside the file, and this one lies inside.' },
      { option: 207, why: 'It lists outcomes of several operations, not a piece of a file.' },
    ],
    explanation: 'Content-Range shows that just the wanted piece was sent. The client asked for it with Range.',
    source: rfc(9110, '15.3.7'),
    difficulty: 1,
    pair: [200, 206],
  },
  {
    id: '206-two-pieces-at-once',
    kind: 'exchange',
    codes: [206, 207, 200],
    prompt: 'A PDF viewer fetches two places of a document in one go. Which code is hidden?',
    exchange:
      'GET /manual.pdf HTTP/1.1\nHost: docs.example.com\nRange: bytes=0-499, 9000-9499\n\nHTTP/1.1 ???\nContent-Type: multipart/byteranges; boundary=X\n\n--X\nContent-Type: application/pdf\nContent-Range: bytes 0-499/20000\n\n(500 bytes)\n--X\nContent-Type: application/pdf\nContent-Range: bytes 9000-9499/20000\n\n(500 bytes)\n--X--',
    answer: 206,
    alsoAcceptable: [],
    lures: [
      { option: 207, why: 'Its parts are outcomes with a status of their own, while these are pieces of one file.' },
      { option: 200, why: 'It would bring the document as a whole.' },
      { option: 300, why: 'It offers forms to choose from and delivers none of the bytes asked for.' },
    ],
    explanation:
      'Several ranges come as multipart/byteranges, each part with its own Content-Range. The status is the same as for a single range.',
    source: rfc(9110, '15.3.7.2'),
    difficulty: 2,
  },
  {
    id: '206-which-bytes-are-these',
    kind: 'repair',
    codes: [206],
    prompt: 'A download manager throws this response away. What is missing?',
    exchange:
      'GET /backup.zip HTTP/1.1\nHost: dl.example.com\nRange: bytes=5000-9999\n\nHTTP/1.1 206 Partial Content\nContent-Type: application/zip\nContent-Length: 5000\n\n(5000 bytes)',
    answer: 'Content-Range, which says which bytes these are',
    alsoAcceptable: [],
    lures: [
      { option: 'Accept-Ranges, which permits partial answers', why: 'It is an advertisement and no duty.' },
      { option: 'Range, repeated in the response', why: 'Range is a request field.' },
      { option: 'A boundary in Content-Type', why: 'Only an answer with several ranges has one.' },
    ],
    explanation:
      'With a single range the server must send Content-Range. Without it the client cannot know where the bytes belong.',
    source: rfc(9110, '15.3.7.1'),
    difficulty: 1,
  },
  {
    id: '206-header-only-if-same',
    kind: 'header',
    codes: [206, 200],
    prompt:
      'A game launcher resumes a download: the rest, please, if the file is still the same version, otherwise all of it. Which request field joins Range?',
    answer: 'If-Range',
    alsoAcceptable: [],
    lures: [
      { option: 'If-Match', why: 'If the version differs, it leads to an error instead of the whole file.' },
      { option: 'If-None-Match', why: 'It asks the opposite: send only if the version is another one.' },
      { option: 'Accept-Ranges', why: 'It is a response field that tells whether ranges are served.' },
    ],
    explanation:
      'If-Range holds the ETag or date of the part at hand and saves a second request. A changed file comes whole, with 200.',
    source: rfc(9110, '13.1.5'),
    difficulty: 2,
  },
  {
    id: '206-header-can-it-resume',
    kind: 'header',
    codes: [206],
    prompt: 'A server wants to tell clients in advance that downloads can be resumed. Which response field says so?',
    answer: 'Accept-Ranges: bytes',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Range: bytes */5000', why: 'It belongs to a refused range and tells only the size.' },
      { option: 'Range: bytes=0-', why: 'It is what a client sends.' },
      { option: 'Transfer-Encoding: chunked', why: 'Chunks are about framing and do not make a download resumable.' },
    ],
    explanation:
      'The field advertises that the resource takes range requests in bytes. A client may try Range without it too.',
    source: rfc(9110, '14.3'),
    difficulty: 2,
  },
  {
    id: '206-has-to-honour-range',
    kind: 'myth',
    codes: [206, 200],
    prompt: 'A server that gets a valid Range field must answer with the part that was asked for.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'Range is optional for servers, so a client has to be ready for everything at once.' },
    ],
    explanation:
      'A server may ignore Range and send the whole content with 200. Clients must check the status before they append bytes.',
    source: rfc(9110, '14.2'),
    difficulty: 1,
    pair: [200, 206],
  },

  // 207, 208, 226
  {
    id: '207-price-tags',
    kind: 'situation',
    codes: [207, 200, 206],
    prompt:
      'A store sends 50 new prices in one request. 47 are stored and three refused, each for its own reason, and the caller needs every outcome.',
    answer: 207,
    alsoAcceptable: [200],
    lures: [
      { option: 206, why: 'It is about ranges of bytes and not about half a success.' },
      { option: 422, why: 'It would say that nothing was stored.' },
      { option: 400, why: 'The request as a whole was fine, and most of it has been done.' },
    ],
    explanation:
      'The body lists one outcome for each item, which this code announces. It comes from WebDAV, so many JSON APIs send a plain success with the same list.',
    source: rfc(4918, '13'),
    difficulty: 2,
    pair: [200, 207],
  },
  {
    id: '207-look-into-a-folder',
    kind: 'exchange',
    codes: [207, 200, 208],
    prompt: 'A file manager opens a network drive. Which code is hidden?',
    exchange:
      'PROPFIND /team/ HTTP/1.1\nHost: dav.example.com\nDepth: 1\n\nHTTP/1.1 ???\nContent-Type: application/xml\n\n<D:multistatus xmlns:D="DAV:">\n <D:response><D:href>/team/plan.txt</D:href>\n  <D:propstat>…<D:status>HTTP/1.1 200 OK</D:status></D:propstat>\n </D:response>\n</D:multistatus>',
    answer: 207,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It stands inside the list for one member; the answer as a whole has another code.' },
      { option: 208, why: 'It only appears inside such a list, never as the status of the response.' },
      { option: 206, why: 'No range was asked for, and the list is complete.' },
    ],
    explanation:
      'PROPFIND is answered with a list in which each member has its own status. The root element of the XML tells the same.',
    source: rfc(4918, '9.1'),
    difficulty: 2,
    pair: [207, 208],
  },
  {
    id: '207-one-file-stays',
    kind: 'situation',
    codes: [207, 423, 424],
    prompt:
      'A WebDAV DELETE on a folder removes 200 files, but one inside is locked by a colleague and stays. Which status does the response itself have?',
    answer: 207,
    alsoAcceptable: [],
    lures: [
      { option: 423, why: 'It stands inside the body, for the one file, since the error is not the folder’s own.' },
      { option: 204, why: 'It would say that everything was removed.' },
      {
        option: 424,
        why: 'It marks what failed because of another failure, and may even be left out for the parents.',
      },
    ],
    explanation:
      'If something other than the folder itself could not be deleted, the answer lists the failures. The single file gets its own status in that list.',
    source: rfc(4918, '9.6.1'),
    difficulty: 3,
    pair: [207, 424],
  },
  {
    id: '207-header-how-deep',
    kind: 'header',
    codes: [207],
    prompt:
      'A WebDAV client wants the properties of a folder and its direct members, but not of the whole tree. Which request field says so?',
    answer: 'Depth: 1',
    alsoAcceptable: [],
    lures: [
      { option: 'Range: members=1', why: 'Ranges cut one representation into pieces and know no folders.' },
      { option: 'Max-Forwards: 1', why: 'It limits the proxies that TRACE or OPTIONS may pass.' },
      {
        option: 'Prefer: depth-noroot',
        why: 'It leaves the folder itself out of the list and does not limit the levels.',
      },
    ],
    explanation: 'Depth takes 0, 1 or infinity. With 1 the server looks at the folder and its direct members.',
    source: rfc(4918, '10.2'),
    difficulty: 2,
  },
  {
    id: '207-unknown-to-the-client',
    kind: 'myth',
    codes: [207, 200],
    prompt: 'A client that has never heard of 207 has to treat it like 200.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'The first digit is enough to know the class, and this one means success.' }],
    explanation:
      'An unknown code counts as the x00 code of its class, so this one counts as 200. That lets new codes be added without breaking old clients.',
    source: rfc(9110, '15'),
    difficulty: 2,
  },
  {
    id: '208-folder-met-again',
    kind: 'exchange',
    codes: [208, 207, 508],
    prompt:
      'A client that knows bindings lists a tree in which the same folder hangs in two places. Which code is hidden at the second place?',
    exchange:
      'PROPFIND /coll/ HTTP/1.1\nHost: dav.example.com\nDepth: infinity\nDAV: bind\n\nHTTP/1.1 207 Multi-Status\nContent-Type: application/xml\n\n… /coll/a/    HTTP/1.1 200 OK, with all members\n… /coll/b/    HTTP/1.1 ???, same resource id, no members',
    answer: 208,
    alsoAcceptable: [],
    lures: [
      { option: 508, why: 'It fails the whole request and is for clients that did not announce bindings.' },
      { option: 200, why: 'It would make the server list the same members a second time.' },
      { option: 304, why: 'Nothing in the request was conditional, and no copy is involved.' },
    ],
    explanation:
      'The members were listed under the first binding, so they are not enumerated again. The server may use the code because the client sent DAV with bind.',
    source: rfc(5842, '7.1'),
    difficulty: 3,
    pair: [208, 508],
  },
  {
    id: '226-only-new-entries',
    kind: 'exchange',
    codes: [226, 200, 304],
    prompt: 'A feed reader asks for news. Which code is hidden?',
    exchange:
      'GET /blog/feed HTTP/1.1\nHost: news.example.com\nIf-None-Match: "v41"\nA-IM: feed\n\nHTTP/1.1 ???\nETag: "v43"\nIM: feed\nContent-Type: application/atom+xml\n\n(the two entries added since v41)',
    answer: 226,
    alsoAcceptable: [],
    lures: [
      { option: 304, why: 'The ETag is new, and entries were sent.' },
      { option: 200, why: 'It would bring the feed as a whole, without IM.' },
      { option: 206, why: 'It answers Range with Content-Range, and both are missing.' },
    ],
    explanation:
      'A-IM offered a way to send only the difference, and IM says that it was used. The old version is named in If-None-Match.',
    source: rfc(3229, '10.4.1'),
    difficulty: 3,
    pair: [200, 226],
  },
  {
    id: '226-header-can-undo',
    kind: 'header',
    codes: [226],
    prompt:
      'A server would like to send only the difference to an old version. Which request field must the client have sent?',
    answer: 'A-IM',
    alsoAcceptable: [],
    lures: [
      { option: 'IM', why: 'It is the server’s own statement in the response.' },
      { option: 'Accept-Encoding', why: 'It lists compressions of one and the same content.' },
      { option: 'Range', why: 'It asks for bytes by position and not for changes.' },
    ],
    explanation:
      'A-IM lists the manipulations that the client can undo. Without it the server must not send a difference.',
    source: rfc(3229, '10.5.3'),
    difficulty: 3,
  },
];
