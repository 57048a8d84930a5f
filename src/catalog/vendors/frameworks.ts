import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

const springStatus = page(
  'Spring 6.2: HttpStatus',
  'https://docs.spring.io/spring-framework/docs/6.2.x/javadoc-api/org/springframework/http/HttpStatus.html',
);

// Frameworks that programs are built with.
export const frameworks: readonly VendorStatus[] = [
  {
    code: 419,
    name: 'Page Expired',
    owner: 'Laravel',
    seen: 'response',
    aliases: ['csrf token mismatch', 'token mismatch exception', 'tokenmismatchexception', 'authentication timeout'],
    meaning: 'The CSRF token of the form is missing, wrong or from a session that has ended.',
    causes: [
      'The form has no @csrf field, or the script sends no X-CSRF-TOKEN header.',
      'The page was open longer than the session lasts.',
      'The session cookie does not come back: wrong domain, SameSite, or secure over plain HTTP.',
      'Sessions cannot be stored, or several servers do not share them.',
    ],
    received: [
      'Reload the page and send the form again.',
      'Put @csrf into the form, or send X-CSRF-TOKEN or X-XSRF-TOKEN.',
      'Check SESSION_DOMAIN, SESSION_SECURE_COOKIE and that the session store can be written.',
      'For webhooks from outside, exclude the path from the check; for token APIs use the api routes.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'a Laravel form or call comes without a valid CSRF token',
        said: [
          'laravel form submit fails because the csrf token is missing',
          'forgot the csrf field in the blade form',
          'ajax post in laravel without the x-csrf-token header',
          'laravel session expired when submitting the form',
          'postman post to a laravel web route is refused',
          'livewire says this page has expired',
          'csrf check fails for a stripe webhook in laravel',
          'laravel sanctum spa login fails because the cookie domain is wrong',
          'left the laravel login page open overnight and now the form is rejected',
          'laravel form token no longer matches the session',
          'laravel session lifetime ran out before i pressed save',
          'laravel axios post without xsrf-token cookie',
          'verifycsrftoken middleware of laravel refuses the post',
          'laravel this page has expired, please refresh and try again',
          'laravel @csrf directive left out of the form',
          'inertia post in laravel after session ended',
          'laravel logout by post fails after being idle',
          'laravel session driver misconfigured and every form fails',
          'laravel works on localhost but every form is rejected on https',
          'session_domain wrong in laravel and login form is refused',
          'laravel nova or filament login form was open too long',
          'laravel webhook route must be excluded from csrf verification',
          'laravel sanctum csrf-cookie was not requested first',
          'laravel behind two servers without shared sessions rejects forms',
          'meta csrf-token tag missing for laravel ajax',
          'laravel storage sessions folder not writable and forms fail',
          'livewire component fails after a long pause',
          'laravel dusk or postman without the session cookie',
          'laravel _token field is empty',
          'app key rotated in laravel and open forms are refused',
          'laravel form left open over lunch, submit brings an error page about being too old',
          'csrf token missing in a laravel form',
          'laravel spa, sanctum cookie was not fetched before the first post',
          'laravel session driver changed and all open forms are stale',
          'livewire component says this page has expired',
          'livewire component was idle all night and asks to refresh',
          'blade template forgot its hidden token field',
          'laravel form sat open too long and its token is stale',
          'expired form token in a blade page',
          "laravel: a form left open over lunch isn't taken any more",
          'laravel shop form left open overnight, token stale on submit and the framework uses its own number',
        ],
        rival: 403,
      },
    ],
    sources: [
      page('Laravel: CSRF protection', 'https://laravel.com/docs/csrf'),
      page(
        'Laravel source: exception handler',
        'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Foundation/Exceptions/Handler.php',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 103,
    name: 'Checkpoint',
    owner: 'Spring',
    seen: 'response',
    aliases: ['resumable requests checkpoint'],
    meaning: 'Old: a proposal for resumable uploads, kept as a constant in Spring. Today 103 means Early Hints.',
    causes: [
      'Old code uses the deprecated constant HttpStatus.CHECKPOINT.',
      'It comes from a proposal for resumable requests that never became a standard.',
    ],
    received: ['Read a 103 you meet today as Early Hints.', 'Replace CHECKPOINT by EARLY_HINTS in Spring code.'],
    fault: 'nobody',
    situations: [],
    sources: [springStatus],
    reviewed: '2026-11-25',
  },
  {
    code: 420,
    name: 'Method Failure',
    owner: 'Spring',
    seen: 'response',
    aliases: ['webdav method failure'],
    meaning:
      'Old: a WebDAV draft’s code for a method that failed in one part, kept as a deprecated constant in Spring.',
    causes: [
      'Old code uses HttpStatus.METHOD_FAILURE; Spring never sends it by itself.',
      'The draft’s final RFC dropped it; 424 is a different code.',
    ],
    received: [
      'Read the body: only the application knows what it meant.',
      'In code of your own use 422, 424 or 500 instead.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'old Spring code uses its constant for the dropped WebDAV code',
        said: [
          'spring constant for a failed webdav method',
          'deprecated httpstatus enum of a webdav draft in spring code',
          "spring's httpstatus constant for failed method from old webdav",
        ],
      },
    ],
    sources: [
      springStatus,
      page(
        'IETF: draft-ietf-webdav-protocol-05',
        'https://datatracker.ietf.org/doc/html/draft-ietf-webdav-protocol-05',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 599,
    name: 'No HTTP Response Received',
    owner: 'Tornado',
    seen: 'log',
    aliases: ['tornado timeout', 'tornado httpclienterror'],
    meaning:
      'Tornado’s HTTP client got no response at all, for example because of a timeout. No server sent the number.',
    causes: [
      'The call timed out while connecting or waiting.',
      'The connection was closed or the name did not resolve.',
    ],
    received: [
      'Read the message of the exception: it says which timeout or error it was.',
      'Check connect_timeout and request_timeout of the call (20 seconds each by default).',
    ],
    fault: 'between',
    situations: [
      {
        when: 'Tornado’s HTTP client gets no response',
        said: [
          'tornado http client raises an error without any response',
          'asynchttpclient in tornado times out',
          'tornado simple_asynchttpclient timeout while connecting',
          'tornado fetch raises httperror timeout during request',
          'tornado curl client could not connect and invents a code',
          'tornado http client waits twenty seconds and raises',
          'jupyterhub proxy api call by tornado timed out',
          'tornado client saw the connection close before any reply',
          'salt or jupyter log with a timed out tornado call',
          'pycurl in tornado failed without a response',
          'tornado client could not connect at all, it makes its own number',
          'simple_httpclient timed out in tornado, made-up code in the exception',
        ],
      },
    ],
    sources: [
      page(
        'Tornado: HTTPClientError',
        'https://www.tornadoweb.org/en/stable/httpclient.html#tornado.httpclient.HTTPClientError',
      ),
    ],
    reviewed: '2026-11-25',
  },
];
