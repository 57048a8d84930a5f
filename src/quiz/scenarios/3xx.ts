import { page, rfc } from '../../catalog/sources.ts';
import type { Scenario } from '../item.ts';

const fetchRedirect = page('Fetch: HTTP-redirect fetch', 'https://fetch.spec.whatwg.org/#http-redirect-fetch');
const nginxRedirectPort = page(
  'nginx: port_in_redirect',
  'https://nginx.org/en/docs/http/ngx_http_core_module.html#port_in_redirect',
);

export const redirections: readonly Scenario[] = [
  // 300
  {
    id: '300-five-manuals',
    kind: 'situation',
    codes: [300, 200, 303],
    prompt:
      'A washing-machine manual exists in five languages. The server does not want to guess from Accept-Language and gives the visitor a list of the five addresses to pick from, as an answer to the address of the manual.',
    answer: 300,
    alsoAcceptable: [200],
    lures: [
      { option: 406, why: 'It says that nothing fits, while here all five are on offer.' },
      { option: 303, why: 'It names one address that the server has chosen.' },
      { option: 302, why: 'It sends everybody to one place without asking.' },
    ],
    explanation:
      'Several forms of one resource exist and the choice is left to the user. Browsers show such a list as any page, so many sites send it as a plain success.',
    source: rfc(9110, '15.4.1'),
    difficulty: 1,
  },
  {
    id: '300-one-format-for-lists',
    kind: 'myth',
    codes: [300],
    prompt: 'A program can pick from the list in a 300 answer, because HTTP defines the format of that list.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The list is meant to be understood, but no common format was ever agreed.' }],
    explanation: 'The standard leaves the format of the list open. That is one reason why the code is rarely seen.',
    source: rfc(9110, '15.4.1'),
    difficulty: 2,
  },
  {
    id: '300-reader-states-no-wish',
    kind: 'pair',
    codes: [300, 406],
    prompt:
      'A manual exists as PDF, HTML and plain text. The reader’s browser states no wish at all, and the server lists the three addresses to pick from.',
    answer: 300,
    alsoAcceptable: [],
    lures: [{ option: 406, why: 'It needs a client that rules out all three.' }],
    explanation:
      'Every form would do, and the choice is left to the reader. A refusal needs a wish that cannot be met.',
    source: rfc(9110, '15.4.1'),
    difficulty: 2,
    pair: [300, 406],
  },

  // 301
  {
    id: '301-blog-has-a-new-domain',
    kind: 'situation',
    codes: [301, 302, 308],
    prompt:
      'A baking blog moves to a new domain for good. Readers, bookmarks and search engines should all use the new addresses from now on.',
    answer: 301,
    alsoAcceptable: [308],
    lures: [
      { option: 302, why: 'It keeps the old addresses as the right ones to ask.' },
      { option: 410, why: 'The pages are not lost, and their new addresses are known.' },
      { option: 307, why: 'It is only for now, so nobody would update a bookmark.' },
    ],
    explanation:
      'The move is for good and the new addresses are known. Its sibling that keeps the method serves as well, since a blog is read with GET.',
    source: rfc(9110, '15.4.2'),
    difficulty: 1,
    pair: [301, 302],
  },
  {
    id: '301-renamed-product',
    kind: 'situation',
    codes: [301, 302],
    prompt:
      'A shop renames “winter-jacket-2” to “alpine-jacket”. The old address is printed in catalogues but will never be used again.',
    answer: 301,
    alsoAcceptable: [308],
    lures: [
      { option: 302, why: 'It would tell search engines to keep the old address in their index.' },
      { option: 410, why: 'The jacket is still sold, and its new address is known.' },
    ],
    explanation:
      'Nobody plans to use the old address again, so links should change to the new one. Only a detour with a return would be temporary.',
    source: rfc(9110, '15.4.2'),
    difficulty: 1,
    pair: [301, 302],
  },
  {
    id: '302-closed-for-stocktaking',
    kind: 'situation',
    codes: [302, 301],
    prompt:
      'For one weekend a wholesaler sends all visitors of its catalogue page to a “we count our stock” page. On Monday the old address is back.',
    answer: 302,
    alsoAcceptable: [307, 303],
    lures: [
      { option: 301, why: 'Browsers could remember it and still skip the catalogue on Monday.' },
      { option: 503, why: 'The site works and shows a page; nobody has to be told to come back.' },
    ],
    explanation: 'The old address stays the right one to ask. A detour must not be remembered for good.',
    source: rfc(9110, '15.4.3'),
    difficulty: 1,
    pair: [301, 302],
  },
  {
    id: '301-sign-up-comes-as-get',
    kind: 'exchange',
    codes: [301, 308, 302],
    prompt: 'A sign-up form still posts to the old host. Its server now sees only GETs. Which code is hidden?',
    exchange:
      'POST /signup HTTP/1.1\nHost: old.example.com\n\nHTTP/1.1 ???\nLocation: https://www.example.com/signup\n\nGET /signup HTTP/1.1\nHost: www.example.com\n\n(a week later the browser goes to www at once, without asking old)',
    answer: 301,
    alsoAcceptable: [],
    lures: [
      { option: 308, why: 'It forbids the change of method, so a POST would have arrived.' },
      { option: 302, why: 'The method could change too, but the browser would not remember the move.' },
      { option: 303, why: 'It asks for the GET, but is not remembered as the new home of the form.' },
    ],
    explanation:
      'Clients may turn a POST into a GET here, and the move may be remembered. Both together only fit this code.',
    source: rfc(9110, '15.4.2'),
    difficulty: 2,
    pair: [301, 308],
  },
  {
    id: '308-orders-endpoint-moves',
    kind: 'pair',
    codes: [308, 301],
    prompt:
      'POST /order becomes POST /orders for good. Cash registers in the field must reach the new address with method and body intact.',
    answer: 308,
    alsoAcceptable: [],
    lures: [{ option: 301, why: 'It lets a client turn the POST into a GET, and the sale would be lost.' }],
    explanation: 'Both say that the move is for good. Only this one forbids changing the method.',
    source: rfc(9110, '15.4.9'),
    difficulty: 1,
    pair: [301, 308],
  },
  {
    id: '301-visitors-with-old-browsers',
    kind: 'pair',
    codes: [301, 308],
    prompt:
      'A museum moves read-only pages for good. Its lobby terminals run a browser from 2012 that does not know the newer of the two codes.',
    answer: 301,
    alsoAcceptable: [],
    lures: [{ option: 308, why: 'It was defined later, and such a browser may not follow it at all.' }],
    explanation: 'For pages that are only read with GET both mean the same. The older code works with every client.',
    source: rfc(9110, '15.4.9'),
    difficulty: 2,
    pair: [301, 308],
  },
  {
    id: '301-slash-and-a-strange-port',
    kind: 'layer',
    codes: [301],
    prompt:
      'Visitors who leave out the last slash end up at a port that nobody can reach. A container with nginx and static files stands behind a load balancer. Who made this redirect?',
    exchange:
      'GET /docs HTTP/1.1\nHost: help.example.com\n\nHTTP/1.1 301 Moved Permanently\nServer: nginx/1.28.0\nLocation: http://help.example.com:8080/docs/\n\nnginx log: "GET /docs HTTP/1.1" 301 169',
    answer: 'nginx in the container, with its own port',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The load balancer, which listens on 8080',
        why: 'Server and the log line are nginx’s, so the request had passed the balancer.',
      },
      {
        option: 'The browser, which corrects the address',
        why: 'It got the port from Location and does not invent one.',
      },
      { option: 'DNS, which knows the port', why: 'An address record holds no port.' },
    ],
    explanation:
      'nginx redirects a directory without a slash and by default writes the port it listens on itself. With port_in_redirect off or relative redirects the port disappears.',
    source: nginxRedirectPort,
    difficulty: 2,
  },
  {
    id: '301-redirects-for-ever',
    kind: 'layer',
    codes: [301],
    prompt: 'TLS ends at the load balancer since yesterday, and browsers report too many redirects. Who sends them?',
    exchange:
      'balancer  https GET /  -> target http  301  (target status 301)\nbalancer  https GET /  -> target http  301  (target status 301)\napp       GET /  scheme=http  x-forwarded-proto=-  -> 301 https://shop.example.com/\napp       GET /  scheme=http  x-forwarded-proto=-  -> 301 https://shop.example.com/',
    answer: 'The app, which takes every request for plain http',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The load balancer, which redirects http to https',
        why: 'It passed the requests on and logs that the target answered 301.',
      },
      { option: 'The browser, because of HSTS', why: 'It already came by https, so it had nothing to change.' },
      { option: 'The certificate authority', why: 'It issues certificates and takes no part in requests.' },
    ],
    explanation:
      'The app sees http, sends everybody to https, and the next request arrives as http again. The balancer has to pass on X-Forwarded-Proto and the app has to trust it.',
    source: rfc(9110, '15.4'),
    difficulty: 2,
  },
  {
    id: '301-doc-page-has-a-new-home',
    kind: 'situation',
    codes: [301, 404, 410],
    prompt:
      'After a clean-up, the old address of a help page is called 300 times a day. The page lives on under a new address, which the team knows, and will stay there.',
    answer: 301,
    alsoAcceptable: [308],
    lures: [
      { option: 404, why: 'It leaves 300 visitors a day alone, though the server knows the way.' },
      { option: 410, why: 'It says that the page is gone and that nothing replaces it.' },
      { option: 302, why: 'It would keep search engines on the old address.' },
    ],
    explanation:
      'The new address is known and the move is for good. A helpful server says so instead of reporting a missing page.',
    source: rfc(9110, '15.4.2'),
    difficulty: 1,
    pair: [301, 404],
  },
  {
    id: '301-padlock-for-a-page',
    kind: 'situation',
    codes: [301, 426, 302],
    prompt:
      'A town hall serves its pages only by https from now on. Browsers that come by http should go to the same page with https, today and always.',
    answer: 301,
    alsoAcceptable: [308],
    lures: [
      {
        option: 426,
        why: 'It asks to change the protocol on this very connection, which browsers do not do for https.',
      },
      { option: 302, why: 'It would be asked by http again every time.' },
      { option: 403, why: 'It would turn visitors away instead of leading them to the secure page.' },
    ],
    explanation:
      'The https page has another address, and it replaces the old one for good. HSTS then keeps browsers from asking by http again.',
    source: rfc(9110, '15.4.2'),
    difficulty: 2,
    pair: [301, 426],
  },
  {
    id: '301-where-to',
    kind: 'repair',
    codes: [301],
    prompt: 'Browsers show an empty page instead of going on. What is wrong?',
    exchange: 'HTTP/1.1 301 Moved Permanently\nContent-Location: /new/prices\nContent-Length: 0',
    answer: 'A Location field is missing',
    alsoAcceptable: [],
    lures: [
      { option: 'The address must be absolute', why: 'A relative one would do, if it stood in the right field.' },
      {
        option: 'A redirection needs a body with a link',
        why: 'A note with a link is good style, but clients go by a field.',
      },
      { option: 'Cache-Control is missing', why: 'Without it the move may still be followed and remembered.' },
    ],
    explanation: 'A client follows Location only. Content-Location names the address of the enclosed content.',
    source: rfc(9110, '15.4.2'),
    difficulty: 1,
  },

  // 302
  {
    id: '302-please-sign-in',
    kind: 'situation',
    codes: [302, 401, 307],
    prompt:
      'Somebody opens /account in the browser without being signed in. The site wants to show its own sign-in page, which is another page of the site.',
    answer: 302,
    alsoAcceptable: [303, 307],
    lures: [
      { option: 401, why: 'It needs a WWW-Authenticate challenge and leaves a person in a browser without the page.' },
      { option: 301, why: 'The browser could remember it and skip the account for good.' },
      { option: 511, why: 'It is for networks that want a login before letting anybody through.' },
    ],
    explanation:
      'The visitor is led to another page for the moment, and the address of the account stays valid. For a GET the sibling codes for detours do the same.',
    source: rfc(9110, '15.4.3'),
    difficulty: 1,
    pair: [302, 401],
  },
  {
    id: '302-code-on-a-poster',
    kind: 'situation',
    codes: [302, 301],
    prompt:
      'A QR code on posters leads to /go/expo. Marketing changes its target every few weeks and wants every scan to reach the server, so that it can be counted.',
    answer: 302,
    alsoAcceptable: [307, 303],
    lures: [
      { option: 301, why: 'Phones could remember the first target and never ask again.' },
      { option: 308, why: 'It too is for good, so later targets would be missed.' },
      { option: 300, why: 'It would show a list instead of opening the page.' },
    ],
    explanation:
      'The short address stays the one to ask, and its target is only for now. Such an answer is not remembered unless it says so.',
    source: rfc(9110, '15.4.3'),
    difficulty: 1,
    pair: [301, 302],
  },
  {
    id: '302-link-for-five-minutes',
    kind: 'situation',
    codes: [302, 200, 301],
    prompt:
      'GET /invoices/8/pdf sends the client to a signed storage address that expires after five minutes. The next call will get a fresh one.',
    answer: 302,
    alsoAcceptable: [307, 303],
    lures: [
      { option: 301, why: 'A remembered address would be dead after five minutes.' },
      { option: 200, why: 'It would bring the PDF itself, while here only its place is told.' },
      { option: 201, why: 'Location would then name something that the request made.' },
    ],
    explanation:
      'For the moment the content is at another address, and the client should ask the old one again next time. That is a temporary redirection.',
    source: rfc(9110, '15.4.3'),
    difficulty: 2,
    pair: [200, 302],
  },
  {
    id: '302-front-door-by-language',
    kind: 'situation',
    codes: [302, 301],
    prompt:
      'A carmaker’s front page / sends each visitor to /de/, /fr/ or /en/, depending on Accept-Language. The next visitor may need another one.',
    answer: 302,
    alsoAcceptable: [303, 307],
    lures: [
      { option: 301, why: 'A browser or shared cache could remember one language for good.' },
      { option: 300, why: 'It would show a list, while the server has already chosen.' },
      { option: 406, why: 'Every visitor gets a page, so nothing is refused.' },
    ],
    explanation:
      'The target depends on the visitor, so the front page stays the right address to ask. If the answer may be stored at all, it needs Vary.',
    source: rfc(9110, '15.4.3'),
    difficulty: 2,
    pair: [301, 302],
  },
  {
    id: '302-lobby-wifi',
    kind: 'layer',
    codes: [302, 511],
    prompt: 'In a hotel lobby every http page looks like this until one logs in. Who answered?',
    exchange:
      'GET / HTTP/1.1\nHost: weather.example.com\n\nHTTP/1.1 302 Found\nLocation: http://10.0.0.1/welcome?room=\nServer: GuestGate\n\nlog of weather.example.com: (no line)',
    answer: 'The hotel’s network, posing as the site',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The weather site',
        why: 'It never saw the request and would not know a private address of the hotel.',
      },
      { option: 'The browser, to protect the visitor', why: 'It does not invent a Server field or a welcome page.' },
      {
        option: 'A CDN in front of the weather site',
        why: 'A CDN has no reason to send visitors to a private address.',
      },
    ],
    explanation:
      'A captive portal catches plain requests and pretends to be the site. The honest code for that is 511, which clients do not mistake for an answer of the site.',
    source: rfc(6585, '6'),
    difficulty: 2,
  },
  {
    id: '302-kept-by-default',
    kind: 'myth',
    codes: [302],
    prompt: 'Without Cache-Control or Expires, a cache may store a 302 answer just as it may store a 301.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'Only the permanent kinds of redirection, and 300, are on the list for guesses.' }],
    explanation:
      'A temporary redirection is only stored if the response says for how long. The permanent ones may be stored by default.',
    source: rfc(9110, '15.1'),
    difficulty: 2,
    pair: [301, 302],
  },
  {
    id: '302-relative-target',
    kind: 'myth',
    codes: [302],
    prompt: 'Location may hold a relative reference such as /login.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'That was the rule in 1999, and it was lifted long ago.' }],
    explanation:
      'A relative reference is resolved against the address of the request. Absolute addresses are fine too, but no duty.',
    source: rfc(9110, '10.2.2'),
    difficulty: 1,
  },
  {
    id: '302-newest-release',
    kind: 'pair',
    codes: [302, 303],
    prompt:
      'GET /download/latest leads to /download/4.2 today and to another version next month. It is the same download, only elsewhere for now.',
    answer: 302,
    alsoAcceptable: [],
    lures: [
      { option: 303, why: 'It points to something else, such as a result, and not to the same thing elsewhere.' },
    ],
    explanation:
      'The resource itself is at another address for the moment. The other code would call the target a different resource that answers the request indirectly.',
    source: rfc(9110, '15.4.3'),
    difficulty: 3,
    pair: [302, 303],
  },
  {
    id: '303-survey-then-results',
    kind: 'pair',
    codes: [303, 302],
    prompt:
      'A survey is posted by browsers and by a strict client library that changes no method unless it is told to. The answers are counted, and all callers should GET the results next.',
    answer: 303,
    alsoAcceptable: [],
    lures: [
      { option: 302, why: 'It only permits the change from POST to GET, so the strict library would post again.' },
    ],
    explanation:
      'This code prescribes a GET whatever came before. With the older one the next method is up to the client.',
    source: rfc(9110, '15.4.4'),
    difficulty: 2,
    pair: [302, 303],
  },

  // 303
  {
    id: '303-paid-twice-by-reload',
    kind: 'situation',
    codes: [303, 307, 201],
    prompt:
      'Shoppers who press reload on the thank-you page pay twice, because the browser repeats its form. After the payment, the browser should land on /orders/12/thanks with a plain GET.',
    answer: 303,
    alsoAcceptable: [302],
    lures: [
      { option: 307, why: 'It would send the payment form a second time, to the thank-you page.' },
      { option: 201, why: 'It leaves the browser on the answer to the form, which a reload repeats.' },
      { option: 200, why: 'The thank-you page would again be the answer to the POST.' },
    ],
    explanation:
      'The payment is done and the browser should GET another page, which can be reloaded safely. The older code is used for it too, as browsers turn its POST into a GET.',
    source: rfc(9110, '15.4.4'),
    difficulty: 1,
    pair: [303, 307],
  },
  {
    id: '303-photo-book-is-ready',
    kind: 'situation',
    codes: [303, 202, 302],
    prompt:
      'A client polls GET /jobs/9. The photo book is finished now and has its own address, /books/77, where the client should GET it.',
    answer: 303,
    alsoAcceptable: [200],
    lures: [
      { option: 202, why: 'It says that the work still waits or runs.' },
      { option: 301, why: 'The job has not turned into the book for good; it is only over.' },
      { option: 201, why: 'The poll itself made nothing new.' },
    ],
    explanation:
      'The result is another resource with an address of its own. A plain success whose body links to the book is common too.',
    source: rfc(9110, '15.4.4'),
    difficulty: 2,
    pair: [202, 303],
  },
  {
    id: '303-search-worth-keeping',
    kind: 'situation',
    codes: [303, 200, 201],
    prompt:
      'A flat hunter posts a form with forty search criteria. The hits should stand at an address of their own, /searches/k7, to which the browser goes by GET, so that they can be bookmarked and reloaded.',
    answer: 303,
    alsoAcceptable: [302],
    lures: [
      { option: 200, why: 'The hits would be the answer to the POST, which cannot be bookmarked.' },
      { option: 201, why: 'It names the new address, but no browser goes there by itself.' },
      { option: 307, why: 'It would post the forty criteria once more to the results.' },
    ],
    explanation:
      'The client is told where to GET the result, which then has its own address. The older code works too, since browsers turn its POST into a GET.',
    source: rfc(9110, '9.3.3'),
    difficulty: 2,
    pair: [200, 303],
  },
  {
    id: '303-after-a-delete',
    kind: 'situation',
    codes: [303, 302, 307],
    prompt:
      'A script in the browser sends DELETE /posts/5 by fetch. The server removes the post and wants the browser to GET the list /posts next.',
    answer: 303,
    alsoAcceptable: [],
    lures: [
      { option: 302, why: 'Browsers change only POST there, so the next request would be DELETE /posts.' },
      { option: 307, why: 'It keeps the method, so the list itself would be deleted.' },
      { option: 301, why: 'It too is followed with DELETE, and it is remembered on top.' },
    ],
    explanation:
      'Only this code turns every method except HEAD into a GET. With the others the DELETE goes on to the list.',
    source: fetchRedirect,
    difficulty: 3,
    pair: [302, 303],
  },
  {
    id: '303-put-becomes-get',
    kind: 'exchange',
    codes: [303, 307, 302],
    prompt: 'A client that follows the standard to the letter sends this. Which code is hidden?',
    exchange:
      'PUT /polls/3/vote HTTP/1.1\nHost: vote.example.com\nContent-Type: application/json\n\n{ "choice": "B" }\n\nHTTP/1.1 ???\nLocation: /polls/3/results\n\nGET /polls/3/results HTTP/1.1\nHost: vote.example.com\n\nHTTP/1.1 200 OK',
    answer: 303,
    alsoAcceptable: [],
    lures: [
      { option: 302, why: 'It permits the change for POST only, so a PUT would come again.' },
      { option: 307, why: 'It forbids any change of the method.' },
      { option: 201, why: 'Location would name the new thing, and no client follows it by itself.' },
    ],
    explanation: 'A PUT turned into a GET, and only one code asks for that. The vote itself is done.',
    source: rfc(9110, '15.4.4'),
    difficulty: 2,
    pair: [303, 307],
  },
  {
    id: '303-a-tower-is-no-document',
    kind: 'situation',
    codes: [303, 200, 301],
    prompt:
      'In a linked-data service, /id/tower stands for the real tower, which cannot be sent over the network. A GET should lead to a document that describes it.',
    answer: 303,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It would claim that the content is the tower’s own representation.' },
      { option: 301, why: 'The tower has no new address; the document is something else.' },
      { option: 300, why: 'There is one document to go to and no choice to make.' },
    ],
    explanation:
      'In answer to a GET the code says: I have no representation of this, but look there. It keeps the thing apart from the page about it.',
    source: rfc(9110, '15.4.4'),
    difficulty: 3,
  },

  // 304
  {
    id: '304-logo-has-not-changed',
    kind: 'exchange',
    codes: [304, 204, 200],
    prompt: 'A browser checks the logo in its cache. Which code is hidden?',
    exchange:
      'GET /logo.svg HTTP/1.1\nHost: www.example.com\nIf-None-Match: "a7"\n\nHTTP/1.1 ???\nETag: "a7"\nCache-Control: max-age=600\nDate: Mon, 08 Jun 2026 09:00:00 GMT',
    answer: 304,
    alsoAcceptable: [],
    lures: [
      { option: 204, why: 'It would say that the logo has no content, and the browser would show none.' },
      { option: 200, why: 'It would send the logo again.' },
      { option: 412, why: 'For a GET, a failed If-None-Match saves a download and is no error.' },
    ],
    explanation: 'The ETag in the condition is still the current one, so the cached copy is good. No body is sent.',
    source: rfc(9110, '15.4.5'),
    difficulty: 1,
    pair: [204, 304],
  },
  {
    id: '304-weak-against-strong',
    kind: 'exchange',
    codes: [304, 200, 412],
    prompt:
      'A proxy compressed a page and weakened its mark. The current mark at the origin is "v7". Which code is hidden?',
    exchange: 'GET /terms HTTP/1.1\nHost: www.example.com\nIf-None-Match: W/"v7"\n\nHTTP/1.1 ???\nETag: "v7"',
    answer: 304,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It would be right only if the two marks counted as different.' },
      { option: 412, why: 'That is for changes, or for If-Match, which compares strictly.' },
      { option: 400, why: 'A weak mark is well formed and allowed here.' },
    ],
    explanation:
      'If-None-Match uses the weak comparison, which ignores the W/ in front. The marks match, so the copy is still good.',
    source: rfc(9110, '13.1.2'),
    difficulty: 3,
    pair: [200, 304],
  },
  {
    id: '200-mark-says-new-date-says-old',
    kind: 'situation',
    codes: [200, 304, 412],
    prompt:
      'A GET carries both If-None-Match and If-Modified-Since. The ETag in it is outdated, but the file’s date has not moved, since two versions were saved within one second.',
    answer: 200,
    alsoAcceptable: [],
    lures: [
      { option: 304, why: 'The date says so, but it must be ignored as soon as an ETag condition is there.' },
      { option: 412, why: 'For a GET, these two conditions never lead to an error.' },
      { option: 400, why: 'Sending both is common, for the sake of old caches.' },
    ],
    explanation:
      'If If-None-Match is present, If-Modified-Since is ignored. The ETag differs, so the new content is sent.',
    source: rfc(9110, '13.1.3'),
    difficulty: 3,
    pair: [200, 304],
  },
  {
    id: '200-server-remembers-visitor',
    kind: 'pair',
    codes: [200, 304],
    prompt:
      'A server keeps a list of who has fetched the menu. A phone asks for it again, without any condition in the request, and the server would like to save traffic.',
    answer: 200,
    alsoAcceptable: [],
    lures: [{ option: 304, why: 'The phone asked without a condition, so it may have no copy any more.' }],
    explanation:
      'Only a conditional request can be told that the copy is still good. Caches get emptied, and the server cannot know.',
    source: rfc(9110, '15.4.5'),
    difficulty: 2,
    pair: [200, 304],
  },
  {
    id: '304-head-with-a-mark',
    kind: 'pair',
    codes: [304, 412],
    prompt: 'A sync tool sends HEAD with If-None-Match and the ETag of its copy. The file has not changed.',
    answer: 304,
    alsoAcceptable: [],
    lures: [{ option: 412, why: 'It fits when the same condition fails for a PUT or DELETE.' }],
    explanation:
      'When If-None-Match is false, GET and HEAD learn that the copy is good. Every other method is stopped with the other code.',
    source: rfc(9110, '13.1.2'),
    difficulty: 2,
    pair: [304, 412],
  },
  {
    id: '304-header-still-good',
    kind: 'header',
    codes: [304],
    prompt:
      'A train app holds a timetable with ETag "t5" and only wants to download it if there is a newer one. Which request field does it send?',
    answer: 'If-None-Match: "t5"',
    alsoAcceptable: [],
    lures: [
      { option: 'If-Match: "t5"', why: 'It asks to go on only if the version is still this one, as before a change.' },
      { option: 'ETag: "t5"', why: 'It is the response field in which the server tells the mark.' },
      { option: 'If-Range: "t5"', why: 'It only counts together with Range.' },
    ],
    explanation:
      'The field asks for content only if no known version matches. If "t5" is still current, a short answer without a body comes back.',
    source: rfc(9110, '13.1.2'),
    difficulty: 1,
  },
  {
    id: '304-header-goes-along',
    kind: 'header',
    codes: [304],
    prompt:
      'A 304 has no body. Which of these fields must it still carry, if a 200 to the same request would have had it?',
    answer: 'ETag',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Type', why: 'It describes the content, which the client has already.' },
      { option: 'Content-Encoding', why: 'It too describes the stored content, so it may be left out.' },
      { option: 'Server', why: 'It names the software and is always optional.' },
    ],
    explanation:
      'Needed are Content-Location, Date, ETag, Vary, Cache-Control and Expires. They let a cache find and refresh the right copy.',
    source: rfc(9110, '15.4.5'),
    difficulty: 2,
  },
  {
    id: '304-to-a-post',
    kind: 'repair',
    codes: [304],
    prompt: 'A developer answers a repeated form like this, since “nothing changed”. What is wrong?',
    exchange:
      'POST /newsletter HTTP/1.1\nHost: www.example.com\nContent-Type: application/x-www-form-urlencoded\n\nemail=ana%40example.com\n\nHTTP/1.1 304 Not Modified',
    answer: 'This code only answers a conditional GET or HEAD',
    alsoAcceptable: [],
    lures: [
      { option: 'A body that says “already subscribed” is missing', why: 'The code cannot have a body at all.' },
      { option: 'An ETag of the subscription is missing', why: 'It would not make the code fit a POST.' },
      {
        option: 'Location is missing, as in every redirection',
        why: 'This member of the class leads to a stored copy and needs none.',
      },
    ],
    explanation:
      'The code refers to a copy in the client’s cache, and a POST asks for none. A harmless repeat is an ordinary success, such as 200 or 204.',
    source: rfc(9110, '15.4.5'),
    difficulty: 2,
  },
  {
    id: '304-makes-fresh-again',
    kind: 'myth',
    codes: [304],
    prompt: 'The fields of a 304 can make an outdated copy in a cache fresh again.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'That is the very purpose: the copy lives on without a new download.' }],
    explanation:
      'The cache updates the stored fields with those it received, such as Cache-Control and Date. The lifetime then starts anew.',
    source: rfc(9111, '4.3.4'),
    difficulty: 2,
  },
  {
    id: '304-short-note-inside',
    kind: 'myth',
    codes: [304],
    prompt: 'A 304 may carry a short text in its body for people who look at it with a debugging tool.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The message ends at the blank line, so the text would corrupt the connection.' }],
    explanation: 'The response cannot contain content. Whatever follows the blank line is taken for the next response.',
    source: rfc(9110, '15.4.5'),
    difficulty: 1,
  },
  {
    id: '304-who-checked',
    kind: 'layer',
    codes: [304],
    prompt: 'A browser revalidates a script. Who told it that its copy is still good?',
    exchange:
      'GET /app.js HTTP/1.1\nHost: www.example.com\nIf-None-Match: "b2"\n\nHTTP/1.1 304 Not Modified\nETag: "b2"\nAge: 95\nX-Cache: HIT\n\norigin log: (no line for /app.js)',
    answer: 'The CDN, by comparing with its stored copy',
    alsoAcceptable: [],
    lures: [
      { option: 'The origin server', why: 'It was not asked, as its log shows.' },
      { option: 'The browser’s own cache', why: 'It asked the question, so it could not answer it.' },
      { option: 'The build server that made app.js', why: 'It is not on the way of the request.' },
    ],
    explanation:
      'A cache with a fresh copy may evaluate the condition itself. Age and the silent origin show that it did.',
    source: rfc(9111, '4.3.2'),
    difficulty: 2,
  },
  {
    id: '200-no-request-at-all',
    kind: 'layer',
    codes: [200, 304],
    prompt:
      'A tester reloads nothing and just opens the page again. DevTools show a success within 0 ms, while no server or CDN logs anything. Who delivered the picture?',
    exchange:
      'Name       Status  Size            Time\nhero.webp  200     (memory cache)  0 ms\n\nCDN log:    (no line)\norigin log: (no line)',
    answer: 'The browser, from what it kept',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The CDN edge nearest to the tester',
        why: 'It would have logged a request and needed some milliseconds.',
      },
      { option: 'The origin, over a kept-open connection', why: 'Even then a request would appear in its log.' },
      { option: 'A proxy of the company', why: 'A reply over the network takes time and has a size.' },
    ],
    explanation: 'A fresh copy may be reused without asking anybody. The status shown is that of the stored response.',
    source: rfc(9111, '4.2'),
    difficulty: 1,
  },

  // 305, 306
  {
    id: '305-intranet-of-1998',
    kind: 'situation',
    codes: [305, 306, 407],
    prompt:
      'An intranet server from 1998 answers with a code whose Location names a proxy through which to ask again. Today’s browsers ignore it, since any server could divert their traffic with it.',
    answer: 305,
    alsoAcceptable: [],
    lures: [
      { option: 306, why: 'It never got past a draft and is kept unused.' },
      { option: 407, why: 'It comes from a proxy that wants credentials, not from a server that names one.' },
      { option: 302, why: 'Its Location names another address for the resource and not a proxy.' },
    ],
    explanation:
      'The code was deprecated for security reasons. Proxies are set up in the client or its network instead.',
    source: rfc(9110, '15.4.6'),
    difficulty: 2,
  },
  {
    id: '305-should-be-obeyed',
    kind: 'myth',
    codes: [305],
    prompt: 'A modern client should fetch through the proxy that a 305 answer names.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [
      { option: 'True', why: 'It would let any server route the client’s traffic through a machine of its choice.' },
    ],
    explanation:
      'The code is deprecated because configuring a proxy from within a response is dangerous. Clients ignore it.',
    source: rfc(9110, '15.4.6'),
    difficulty: 1,
  },
  {
    id: '306-number-kept-free',
    kind: 'situation',
    codes: [306, 305],
    prompt:
      'Somebody looks for a free redirection number for an in-house protocol. One looks unassigned, but it stood in an early draft, about proxies for later requests, and the registry keeps it reserved.',
    answer: 306,
    alsoAcceptable: [],
    lures: [
      { option: 305, why: 'It did make it into the standard and is deprecated, not unused.' },
      { option: 300, why: 'It is in use, for lists of forms to choose from.' },
      { option: 308, why: 'It was once free, but has been a redirection since 2014.' },
    ],
    explanation:
      'The standard lists the number as unused and reserved. An in-house meaning belongs in the body or a field, not in a number.',
    source: rfc(9110, '15.4.7'),
    difficulty: 2,
  },

  // 307, 308
  {
    id: '307-payments-in-the-other-hall',
    kind: 'pair',
    codes: [307, 302],
    prompt:
      'During an outage, POST /payments is served by another data centre for an hour. Clients must send the payment there with method and body intact.',
    answer: 307,
    alsoAcceptable: [],
    lures: [{ option: 302, why: 'It lets a client turn the POST into a GET, and the payment would be dropped.' }],
    explanation: 'Both are detours for now. Only this one forbids changing the method.',
    source: rfc(9110, '15.4.8'),
    difficulty: 1,
    pair: [302, 307],
  },
  {
    id: '307-upload-to-another-node',
    kind: 'situation',
    codes: [307, 303, 308],
    prompt:
      'A storage cluster gets a PUT with a file on the wrong node. Nothing has been stored yet. This time the file belongs on node 4; next time the first node should be asked again.',
    answer: 307,
    alsoAcceptable: [],
    lures: [
      { option: 303, why: 'It would make the client GET something, as if the file were stored already.' },
      { option: 308, why: 'The client would go to node 4 for ever.' },
      { option: 421, why: 'It refuses a request that this server cannot answer for, without naming the right node.' },
    ],
    explanation:
      'The same request with its body has to be sent elsewhere, just this time. Method and body must not change.',
    source: rfc(9110, '15.4.8'),
    difficulty: 2,
    pair: [303, 307],
  },
  {
    id: '307-failover-until-tonight',
    kind: 'pair',
    codes: [307, 308],
    prompt:
      'Clinics upload scans by POST. Until tonight, uploads go to the backup region; tomorrow the usual address takes them again.',
    answer: 307,
    alsoAcceptable: [],
    lures: [{ option: 308, why: 'Clients could remember the backup region and keep uploading there.' }],
    explanation: 'Both keep method and body. This one is for now, so that the usual address is asked again.',
    source: rfc(9110, '15.4.8'),
    difficulty: 1,
    pair: [307, 308],
  },
  {
    id: '307-posted-again-tomorrow-too',
    kind: 'exchange',
    codes: [307, 308, 302],
    prompt: 'A ticket machine reports a sale, twice on two days. Which code is hidden?',
    exchange:
      'Mon  POST https://a.example.com/sales      < HTTP/1.1 ???\n                                          < Location: https://b.example.com/sales\nMon  POST https://b.example.com/sales      < HTTP/1.1 201 Created\nTue  POST https://a.example.com/sales      < HTTP/1.1 201 Created',
    answer: 307,
    alsoAcceptable: [],
    lures: [
      { option: 308, why: 'On Tuesday the machine could have gone to b at once.' },
      { option: 302, why: 'The machine would have been free to send a GET, and most clients do.' },
      { option: 303, why: 'It would have been followed by a GET.' },
    ],
    explanation:
      'The POST came again as a POST, and the next day the old address was asked first. That is a detour which keeps the method.',
    source: rfc(9110, '15.4.8'),
    difficulty: 2,
    pair: [307, 308],
  },
  {
    id: '307-before-it-left-the-browser',
    kind: 'layer',
    codes: [307],
    prompt: 'DevTools show a redirect to https within 1 ms, even with the network cable pulled. Who made it?',
    exchange:
      'Request URL:  http://bank.example.com/\nStatus Code:  307 Internal Redirect\nLocation: https://bank.example.com/\nNon-Authoritative-Reason: HSTS',
    answer: 'The browser itself, because of HSTS',
    alsoAcceptable: [],
    lures: [
      { option: 'The web server of the bank', why: 'No request reached it without a network.' },
      {
        option: 'The load balancer on port 80',
        why: 'It would need a connection, and it would not send Non-Authoritative-Reason.',
      },
      { option: 'The DNS resolver', why: 'It translates names and knows no redirects.' },
    ],
    explanation:
      'The site once sent Strict-Transport-Security, so the browser rewrites http to https before asking. It shows that as a redirect, but no server took part.',
    source: rfc(6797, '8.3'),
    difficulty: 2,
  },
  {
    id: '307-method-may-change',
    kind: 'myth',
    codes: [307],
    prompt: 'A client that follows a 307 automatically must not change its POST to a GET.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'This freedom exists with 301 and 302 only, for historical reasons.' }],
    explanation: 'The code was made because clients changed the method after 302. Method and body stay as they were.',
    source: rfc(9110, '15.4.8'),
    difficulty: 1,
    pair: [302, 307],
  },
  {
    id: '307-password-goes-on',
    kind: 'repair',
    codes: [307, 303],
    prompt: 'After each login the home page logs a POST that contains a password. What is wrong?',
    exchange:
      'POST /login HTTP/1.1\nHost: forum.example.com\n\nuser=ana&password=…\n\nHTTP/1.1 307 Temporary Redirect\nLocation: /home\n\nPOST /home HTTP/1.1\nHost: forum.example.com\n\nuser=ana&password=…',
    answer: 'The code repeats the POST with its body; 303 would make it a GET',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Location must be absolute so that the body is dropped',
        why: 'The form of the address has no influence on the body.',
      },
      { option: 'The browser is broken, it should have sent a GET', why: 'It did just what the code demands.' },
      {
        option: '308 should be sent, since the login is for good',
        why: 'It repeats the POST as well and may even be remembered.',
      },
    ],
    explanation:
      'Method and body are kept, so the password travels to the next page. After a form that is done, 303 leads on with a GET.',
    source: rfc(9110, '15.4.8'),
    difficulty: 2,
    pair: [303, 307],
  },
  {
    id: '308-thermostats-learn-address',
    kind: 'pair',
    codes: [308, 307],
    prompt:
      'A maker of thermostats moves its PATCH endpoint for good. Devices should store the new address and not come back to the old one.',
    answer: 308,
    alsoAcceptable: [],
    lures: [{ option: 307, why: 'It tells the devices to ask the old address first, every time.' }],
    explanation:
      'The move is for good, and method and body must stay. Clients ought to use the new address from then on.',
    source: rfc(9110, '15.4.9'),
    difficulty: 1,
    pair: [307, 308],
  },
  {
    id: '308-old-endpoint-replaced',
    kind: 'situation',
    codes: [308, 410, 307],
    prompt:
      'API version 1 is switched off. Every endpoint has a twin in version 2 that takes the same methods and bodies, and old clients should be led there for good.',
    answer: 308,
    alsoAcceptable: [],
    lures: [
      { option: 410, why: 'It says that nothing takes over, and clients would simply fail.' },
      { option: 301, why: 'It lets clients turn a POST into a GET on the way.' },
      { option: 307, why: 'It would keep them on version 1 as the first address to ask.' },
    ],
    explanation:
      'A new address takes over for good, and every method must survive the move. If the bodies differed, no redirection would help.',
    source: rfc(9110, '15.4.9'),
    difficulty: 1,
    pair: [308, 410],
  },
  {
    id: '308-post-goes-to-version-two',
    kind: 'exchange',
    codes: [308, 301, 307],
    prompt: 'A fleet tracker reports its position every hour. Which code is hidden?',
    exchange:
      '09:00  POST /v1/cars/7/positions  < HTTP/1.1 ???\n                                   < Location: /v2/cars/7/positions\n09:00  POST /v2/cars/7/positions  < HTTP/1.1 201 Created\n10:00  POST /v2/cars/7/positions  < HTTP/1.1 201 Created',
    answer: 308,
    alsoAcceptable: [],
    lures: [
      { option: 307, why: 'At ten o’clock the tracker would have asked /v1 again.' },
      { option: 301, why: 'Most clients would have come with a GET after it.' },
      { option: 202, why: 'It is final, so the tracker would not have repeated its report elsewhere.' },
    ],
    explanation:
      'The POST was repeated unchanged, and from then on the new address was used at once. Lasting and method kept: that is this code.',
    source: rfc(9110, '15.4.9'),
    difficulty: 2,
    pair: [307, 308],
  },
  {
    id: '308-mistake-that-sticks',
    kind: 'layer',
    codes: [308, 301],
    prompt:
      'For one hour a shop redirected /sale for good to a wrong page. The rule was removed a week ago, but some shoppers still land there. Who sends them?',
    exchange:
      'shopper   GET https://shop.example.com/sale  308 (disk cache)  -> /test\nshopper   GET https://shop.example.com/test  404\nedge log  GET /test 404\nedge log  (no line for /sale from this shopper)',
    answer: 'Their browsers, which remember the move',
    alsoAcceptable: [],
    lures: [
      { option: 'The edge, whose configuration was not rolled out', why: 'It sees no request for /sale from them.' },
      { option: 'DNS, which still holds the old record', why: 'The host has not changed, and DNS knows no paths.' },
      { option: 'The shop application', why: 'It is not asked for /sale either.' },
    ],
    explanation:
      'Permanent redirections may be stored without any Cache-Control. A short max-age on new ones keeps such mistakes small.',
    source: rfc(9110, '15.4.9'),
    difficulty: 2,
  },
];
