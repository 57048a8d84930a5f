import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

const wikipedia = page(
  'Wikipedia: list of HTTP status codes',
  'https://en.wikipedia.org/wiki/List_of_HTTP_status_codes',
);

// Proxies and delivery networks other than nginx, Cloudflare and AWS.
export const proxies: readonly VendorStatus[] = [
  // Some lists have a 462 of Fastly’s. Its documentation knows none, so that there is no row for it.
  {
    code: 503,
    name: 'Fastly-Generated Error',
    owner: 'Fastly',
    seen: 'response',
    aliases: [
      'first byte timeout',
      'backend read error',
      'backend write error',
      'all backends failed or unhealthy',
      'guru meditation',
    ],
    meaning: 'Fastly answers every fault of its own with 503; the words next to the number name the fault.',
    causes: [
      '“first byte timeout”: the origin sent nothing within the first-byte timeout, 15 seconds by default.',
      '“connection timed out” or “backend read error”: the connection to the origin failed.',
      '“all backends failed or unhealthy”: the health checks find no usable origin.',
    ],
    received: [
      'Read the reason text; over HTTP/2 it is not sent, so look in Fastly’s logs.',
      'Call the origin directly and measure the time to its first byte.',
      'Check the health check and the timeouts of the backend in Fastly.',
    ],
    fault: 'between',
    situations: [
      {
        when: 'Fastly gets no usable answer from the origin',
        said: () => [
          'fastly waits too long for the origin',
          'fastly health check marks the backend as sick',
          'varnish error page with an xid from fastly',
          'fastly cannot read from the backend',
          'time to first byte of the origin is over fifteen seconds behind fastly',
          'fastly error page with the name of a cache node',
          'fastly waits fifteen seconds for the first byte of the origin',
          'fastly ran out of time connecting to the origin',
          'fastly hostname doesnt match against certificate',
          'fastly max restarts or max connections reached',
          'fastly backend is unhealthy',
          'fastly says unknown domain for the service',
          'fastly cannot connect to the origin over tls',
          'fastly backend max_conn reached',
          'fastly shield cannot reach the origin',
          'fastly waited for the first byte of the origin and then made its own error page',
          'fastly says backend is unhealthy',
          'fastly: first byte failed no healthy backend',
          'fastly backend fetch failed page',
        ],
      },
    ],
    sources: [
      page(
        'Fastly: synthetic errors in VCL',
        'https://www.fastly.com/documentation/guides/full-site-delivery/fastly-vcl/synthetic-errors-in-vcl',
      ),
      page(
        'Fastly: bereq.first_byte_timeout',
        'https://www.fastly.com/documentation/reference/vcl/variables/backend-connection/bereq-first-byte-timeout',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 0,
    name: 'Response Code 0',
    owner: 'Envoy',
    seen: 'log',
    aliases: ['downstream connection termination', 'envoy response code zero'],
    meaning: 'Envoy never began a response, usually because the client disconnected first (response flag DC).',
    causes: [
      'The client closed the connection before Envoy had an answer.',
      'The stream was reset before any response header was sent.',
    ],
    received: [
      'Look at the response flags: DC means the client left.',
      'Compare the duration in the log with the client’s timeout.',
      'Make the upstream faster, or give the client more time.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the client leaves before Envoy or an Istio sidecar begins a response',
        said: () => [
          'envoy access log shows dc as response flag',
          'istio sidecar logs zero as the response code',
          'downstream went away before envoy replied',
          'envoy never sent response headers',
          'envoy logs no code after a downstream disconnect',
          'envoy dc response flag and no code',
          'istio proxy log zero because the client left',
          'envoy logs a zero when the downstream closes early',
          'response_flags dc in the envoy access log',
          'grpc client cancelled and envoy shows zero',
          'envoy gateway access log without a code',
          'istio ingress gateway: caller hung up and code is zero',
          'envoy log with no code, downstream left',
          'downstream_remote_disconnect with response code zero in sidecar log',
        ],
      },
    ],
    sources: [
      page(
        'Envoy: access logging',
        'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 0,
    name: 'Response Code 000 (Akamai)',
    owner: 'Akamai',
    seen: 'log',
    aliases: ['akamai 000', 'akamai client abort', 'err_client_abort'],
    meaning:
      'Akamai’s logs and reports count a request under 000 when the client left before everything was delivered.',
    causes: [
      'Somebody closed the page, stopped the player or cancelled the download.',
      'The client’s timeout is shorter than the time the edge or the origin needs.',
    ],
    received: [
      'Expect some: the edge did its part, often with a 200 or 206 that the client did not wait for.',
      'If they rise, compare the time to the first byte and the speed of delivery with the time before.',
      'For an error page with “Reference #”, use Akamai’s Translate Error String: the code on it is an ordinary one.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the client leaves before Akamai has delivered everything',
        said: () => [
          'akamai log delivery shows three zeros as the code',
          'akamai report counts client aborts',
          'edge hits in the akamai zero class',
          'akamai log line without a real code because the viewer left',
          'players stop the video early and akamai logs zeros',
          'akamai err_client_abort in the edge log',
          'akamai log line with zero as code as the visitor left',
        ],
      },
    ],
    sources: [
      page(
        'Stack Overflow: 000 in Akamai’s logs',
        'https://stackoverflow.com/questions/9791684/what-is-http-status-code-000',
      ),
      page('Akamai: Edge Diagnostics', 'https://techdocs.akamai.com/edge-diagnostics/reference'),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 598,
    name: 'Network Read Timeout Error',
    owner: 'Proxies',
    seen: 'response',
    aliases: ['network read timeout'],
    meaning:
      'An informal convention of some proxies: they waited too long for data from behind them. No standard defines it.',
    causes: [
      'The server behind the proxy took the connection and then sent nothing in time.',
      'A tool or library uses the number for its own timeouts.',
    ],
    received: [
      'Find out which program made the number: proxy, gateway or your own client.',
      'Look at the server behind it for slow work at that time.',
      'In a proxy of your own, send 504 instead.',
    ],
    fault: 'between',
    situations: [
      {
        when: 'a proxy gives up reading from the network behind it',
        said: () => [
          'informal proxy convention for a network read that ran out of time',
          'unofficial number some http proxies use to signal a read timeout to the client in front',
          'made up proxy code for a read timeout behind the proxy',
          'monitoring tool invents a code when the read from the host times out',
          'some proxies use a number outside the registry for a read that never ended',
          'not in any rfc: proxy signals a read that took too long with its own number',
          'custom client library reports a read timeout by an invented number',
          'unregistered number for a slow read behind a forward proxy',
          'microsoft http proxy unofficial read timeout number',
          'unspecified in rfcs but used by some proxies for slow reads',
          'corporate proxy could not read from the site in time, informal number',
          'proxy log with informal number for read timed out',
        ],
        rival: 504,
      },
    ],
    sources: [wikipedia],
    reviewed: '2026-11-25',
  },
  {
    code: 599,
    name: 'Network Connect Timeout Error',
    owner: 'Proxies',
    seen: 'response',
    aliases: ['network connect timeout', 'network connection timeout error'],
    meaning:
      'An informal convention of some proxies: they could not connect in time to what is behind them. No standard defines it.',
    causes: [
      'The server behind the proxy cannot be reached, or a firewall drops the packets.',
      'A tool or library uses the number when it got no HTTP response.',
    ],
    received: [
      'Find out which program made the number: proxy, gateway or your own client.',
      'Test the connection from the proxy’s machine to the server behind it.',
      'In a proxy of your own, send 504 or 502 instead.',
    ],
    fault: 'between',
    situations: [
      {
        when: 'a proxy cannot connect in time to the network behind it',
        said: () => [
          'monitoring tool reports a made up code when the host does not answer the connect',
          'informal proxy convention for a connect that ran out of time',
          'unofficial number some http proxies use to signal a connect timeout to the client in front',
          'made up proxy code for a connect timeout behind the proxy',
          'uptime checker shows an invented number since no connection was possible',
          'crawler writes an invented number if the host cannot be connected',
          'ahrefs or another seo crawler uses its own number for hosts that do not connect',
          'unregistered number for no connection behind a forward proxy',
          'not in any rfc: proxy signals a connect that took too long with its own number',

          'scrapy or monitoring exporter writes an invented number for unreachable hosts',
          'proxy log with informal number for connect timed out',
        ],
        rival: 504,
      },
    ],
    sources: [wikipedia],
    reviewed: '2026-11-25',
  },
];
