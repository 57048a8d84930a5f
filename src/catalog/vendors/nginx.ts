import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

const requestSource = page(
  'nginx source: ngx_http_request.h',
  'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_request.h',
);
const sslErrors = page(
  'nginx: error processing in the SSL module',
  'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors',
);

// 494 to 497 are nginx’s inner names for a 400: ngx_http_special_response.c and the default of `error_page` both turn
// them into 400 before the answer goes out and is logged. They show only where the configuration asks for them.
export const nginx: readonly VendorStatus[] = [
  {
    code: 444,
    name: 'No Response',
    owner: 'nginx',
    seen: 'log',
    aliases: ['connection closed without response', 'close without response'],
    meaning: 'nginx was configured to close the connection and send nothing back.',
    causes: [
      'A “return 444” in the configuration, usually for unknown host names, scanners or bad bots.',
      'The catch-all server block took the request because no server_name matched the Host.',
    ],
    received: [
      'If you run the server: look for “return 444” and check which server block the request fell into.',
      'Compare the Host in the log with your server_name lines; health checks often ask by bare IP address.',
      'If you are the client you saw an empty reply or a closed connection, never this number.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'nginx drops a request on purpose and answers with nothing at all',
        said: [
          'nginx drops the connection and sends nothing back',
          'curl says empty reply from server behind nginx',
          'silently drop bots and scanners in nginx',
          'close the socket for unknown host names without telling them anything',
          'browser shows err_empty_response and nginx is in front',
          'hang up on bad user agents without an answer',
          'default server block should ignore requests by ip address',
          'log shows zero bytes sent and the connection was dropped on purpose',
        ],
        rival: 403,
      },
    ],
    sources: [
      page('nginx: return', 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return'),
      requestSource,
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 494,
    name: 'Request Header Too Large',
    owner: 'nginx',
    seen: 'response',
    aliases: ['request header or cookie too large'],
    meaning:
      'A request line or header was bigger than nginx’s buffers; clients get a plain 400 unless error_page says otherwise.',
    causes: [
      'Cookies grew too big, often from many subdomains or a session kept in the cookie.',
      'A long token in Authorization, such as a JWT or a Kerberos ticket with many groups.',
      'large_client_header_buffers is smaller than one of the header lines.',
    ],
    received: [
      'Delete the cookies of the site and try again; if that helps, make the cookies smaller.',
      'Raise large_client_header_buffers only if the headers really must be that big.',
      'Look for a 400 in the access log: this number appears only where error_page sends it.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the headers or cookies of a request do not fit into nginx’s buffers',
        said: [
          'nginx complains that the cookies are too big',
          'clearing cookies fixes the error page from nginx',
          'jwt in the authorization header exceeds nginx buffer',
          'large_client_header_buffers is too small',
          'client sent too long header line in the nginx error log',
          'sso login breaks in nginx because the user is in too many groups',
        ],
        rival: 431,
      },
    ],
    sources: [
      page(
        'nginx: large_client_header_buffers',
        'https://nginx.org/en/docs/http/ngx_http_core_module.html#large_client_header_buffers',
      ),
      requestSource,
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 495,
    name: 'SSL Certificate Error',
    owner: 'nginx',
    seen: 'response',
    aliases: ['client certificate verification failed', 'ssl client certificate error'],
    meaning: 'The client sent a certificate that nginx could not verify; by default the client sees a plain 400.',
    causes: [
      'The client certificate has expired, is revoked or is not valid yet.',
      'It was issued by an authority that is not in ssl_client_certificate.',
      'The chain is deeper than ssl_verify_depth allows.',
    ],
    received: [
      'Check the certificate’s dates and issuer, and that the whole chain is sent.',
      'On the server, read $ssl_client_verify: it says why the check failed.',
      'Compare the issuing authority with the file named in ssl_client_certificate.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'mutual TLS is on and the client’s certificate does not pass nginx’s check',
        said: [
          'mutual tls in nginx and the client certificate is expired',
          'nginx rejects the client cert because the issuer is unknown',
          'mtls handshake works but nginx says the cert could not be verified',
          'client certificate was signed by the wrong ca',
          'partner calls our api with a revoked client cert and nginx turns it down',
        ],
      },
    ],
    sources: [sslErrors, requestSource],
    reviewed: '2026-11-25',
  },
  {
    code: 496,
    name: 'SSL Certificate Required',
    owner: 'nginx',
    seen: 'response',
    aliases: ['no required ssl certificate was sent'],
    meaning: 'nginx requires a client certificate and none was sent; by default the client sees a plain 400.',
    causes: [
      'ssl_verify_client is on and the client has no certificate, or was not told to use it.',
      'A proxy in between ended the TLS connection, so the client’s certificate never arrived.',
    ],
    received: [
      'Send the certificate and key with the request, for example curl --cert and --key.',
      'Check that nothing between client and nginx terminates TLS.',
      'If only some paths need it, use ssl_verify_client optional and decide per location.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'nginx asks for a client certificate and the client sends none',
        said: [
          'mutual tls is on but the client sent no cert to nginx',
          'forgot to pass the client certificate in curl and nginx refused',
          'nginx wants a client cert and my script has none',
          'ssl_verify_client on and the browser has no certificate installed',
          'load balancer terminates tls so nginx never gets the client cert',
        ],
      },
    ],
    sources: [sslErrors, requestSource],
    reviewed: '2026-11-25',
  },
  {
    code: 497,
    name: 'HTTP Request Sent to HTTPS Port',
    owner: 'nginx',
    seen: 'response',
    aliases: ['the plain http request was sent to https port', 'plain http request sent to https port'],
    meaning: 'The client spoke plain HTTP to a port where nginx expects TLS; by default the client sees a plain 400.',
    causes: [
      'The address says http:// but names the TLS port, such as http://example.com:443.',
      'A proxy or balancer ends TLS and passes plain HTTP on to nginx’s TLS port.',
    ],
    received: [
      'Change the address to https://, or use the port for plain HTTP.',
      'Behind a balancer: let it speak HTTPS to nginx, or send it to the plain port.',
      'To help people, redirect: error_page 497 to the same address with https.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'plain HTTP arrives at a port where nginx expects TLS',
        said: [
          'talking http to the https port of nginx',
          'load balancer forwards unencrypted traffic to the tls port',
          'http url with port four four three',
          'client forgot tls on the secure port',
          'ingress backend protocol should have been https',
          'nginx received cleartext where it expected a tls handshake',
        ],
        rival: 400,
      },
    ],
    sources: [sslErrors, requestSource],
    reviewed: '2026-11-25',
  },
  {
    code: 498,
    name: 'Invalid Host (cancelled)',
    owner: 'nginx',
    seen: 'log',
    aliases: [],
    meaning:
      'Once set aside by nginx for requests with an invalid host name, then cancelled: no nginx sends or logs it.',
    causes: [
      'If you see it, something else made it: an application of your own, or Esri’s “Invalid Token”.',
      'A “return 498” written into the configuration by hand.',
    ],
    received: [
      'Look for the number in the application and in the nginx configuration; nginx itself does not use it.',
      'Read the body: it should tell which program answered.',
    ],
    fault: 'client',
    situations: [],
    sources: [requestSource],
    reviewed: '2026-11-25',
  },
  {
    code: 499,
    name: 'Client Closed Request',
    owner: 'nginx',
    seen: 'log',
    aliases: ['client closed connection', 'client closed the connection'],
    meaning: 'The client hung up before nginx had an answer for it.',
    causes: [
      'The client’s or a balancer’s own timeout is shorter than the time the backend takes.',
      'Somebody closed the page, navigated away or cancelled the call.',
      'A health check or crawler with a short patience.',
    ],
    received: [
      'Compare the request time in the log with the timeouts in front of nginx: equal times point at one of them.',
      'Make the slow backend call faster, or answer 202 and finish it later.',
      'A few are normal; a sudden rise usually means the backend became slow.',
      'Check what the backend did: it may have finished the work although nobody heard the answer.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the client gives up and closes the connection while nginx still waits for the backend',
        said: [
          'client disconnected before the server responded',
          'user closed the browser while the request was running',
          'caller gave up waiting and hung up',
          'the other side aborted the request halfway',
          'user navigated away before the page was ready',
          'mobile app cancelled the call',
          'frontend aborts the fetch and the access log fills with these',
          'the http client is less patient than the backend is slow',
          'nginx log shows the client went away while upstream was still working',
          'epipe because the caller is no longer there',
          'axios cancel token fired before the api answered',
          'the user hit stop in the browser',
          'log this when the requester drops the connection early',
          'context cancelled because the caller disconnected',
          'upload interrupted because the user left the page',
          'ingress logs say the client hung up on a slow endpoint',
        ],
        rival: 408,
      },
      {
        when: 'a balancer in front of nginx runs out of patience before the backend answers',
        said: [
          'load balancer idle timeout is shorter than proxy_read_timeout in nginx',
          'every request in nginx is cut off after exactly sixty seconds by the balancer in front',
          'cdn stops waiting and closes its connection to nginx',
        ],
      },
    ],
    sources: [
      requestSource,
      page(
        'nginx: proxy_ignore_client_abort',
        'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_ignore_client_abort',
      ),
      page(
        'Cloudflare: 499',
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/4xx-client-error/error-499/',
      ),
    ],
    reviewed: '2026-11-25',
  },
];
