// Access logs of reverse proxies and web servers: ingress-nginx, Traefik, and the common format of nginx and Apache.
import { page } from '../../../catalog/sources.ts';
import { type Groups, type LogFormat, type Said, said } from './format.ts';

const ingressLog = page(
  'ingress-nginx: log format',
  'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/',
);
const traefikLog = page('Traefik: access logs', 'https://doc.traefik.io/traefik/observability/access-logs/');
const nginxLog = page('nginx: log_format', 'https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format');
const nginxCodes = page(
  'nginx source: ngx_http_request.h',
  'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_request.h',
);
const nginxPages = page(
  'nginx source: ngx_http_special_response.c',
  'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c',
);
const apacheSource = page(
  'Apache httpd source: http_protocol.c',
  'https://github.com/apache/httpd/blob/trunk/modules/http/http_protocol.c',
);
const node = page('Node.js: server.listen', 'https://nodejs.org/api/net.html#serverlistenport-host-backlog-callback');

/** The last of the values that nginx lists for several attempts: "502, 200". */
function last(values: string | undefined): string {
  return (values ?? '-').split(',').at(-1)?.trim() ?? '-';
}

function judgeIngress({ upstream = '-', length, status }: Groups, code: number): readonly Said[] {
  if (code === 499) return [clientClosed];
  const reached = upstream !== '-' && upstream !== '';
  const came = last(status);
  const silent = ['0', '-', ''].includes(last(length));
  if (!reached)
    return [
      said(
        'ingressNginx',
        'made',
        'proof',
        'The upstream is “-”: the ingress answered itself.',
        ingressLog,
        code === 503 ? { here: 'The service behind this ingress has no ready endpoint.' } : {},
      ),
    ];
  if (silent && (code === 502 || code === 504))
    return [
      said(
        'ingressNginx',
        'made',
        'proof',
        `The upstream sent nothing (length ${last(length)}): the ingress made the ${code}.`,
        ingressLog,
        {
          here: code === 502 ? 'The pod refused or broke the connection.' : 'The pod did not answer in time.',
        },
      ),
    ];
  return [
    said('ingressNginx', 'behind', 'proof', `The upstream’s own status is ${came}: the pod answered.`, ingressLog),
  ];
}

const clientClosed = said(
  'hungUp',
  'made',
  'proof',
  '499 is nginx’s word for a client that closed the connection first.',
  nginxCodes,
);

function judgeTraefik({ router = '-', url = '-' }: Groups): readonly Said[] {
  if (url !== '-' && url !== '')
    return [said('traefik', 'passed', 'hint', `Traefik sent the request to ${url}.`, traefikLog)];
  return [
    said('traefik', 'made', 'proof', 'The service’s address is “-”: Traefik answered itself.', traefikLog, {
      here:
        router === '-'
          ? 'No router of Traefik fits the host and path.'
          : 'The router fits, but no server of its service was asked.',
    }),
  ];
}

function judgeTraefikUpstream(fields: Groups, code: number): readonly Said[] {
  const words = judgeTraefik(fields);
  const reached = words.some(({ role }) => role === 'passed');
  if (!reached) return words;
  // Without an OriginStatus a gateway code may be Traefik's own: it is what it says when the server cannot be reached.
  if (code === 502 || code === 504)
    return [
      said(
        'traefik',
        'made',
        'hint',
        `Traefik says ${code} itself when the server cannot be reached or is too slow.`,
        traefikLog,
      ),
    ];
  return [
    said('traefik', 'behind', 'strong', `The request was sent to ${fields['url'] ?? ''}, which answered.`, traefikLog),
  ];
}

/** Titles of nginx's own pages; the page is 115 characters, its title twice, and the name below the line. */
const titles: Readonly<Record<number, string>> = {
  301: '301 Moved Permanently',
  302: '302 Found',
  307: '307 Temporary Redirect',
  308: '308 Permanent Redirect',
  400: '400 Bad Request',
  401: '401 Authorization Required',
  403: '403 Forbidden',
  404: '404 Not Found',
  405: '405 Not Allowed',
  408: '408 Request Time-out',
  413: '413 Request Entity Too Large',
  414: '414 Request-URI Too Large',
  429: '429 Too Many Requests',
  500: '500 Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
};
const PAGE = 115;
/** Lengths of "nginx", "nginx/1.2.3" to "nginx/1.26.10", and those with " (Ubuntu)" or " (Debian)". */
const nameLengths = new Set([5, 11, 12, 13, 20, 21, 22]);

/** What nginx adds to its pages for browsers, so that they show them (msie_padding). */
const PADDING = 402;

/** Whether a body of this size is nginx's own page for the code. */
export function isNginxPage(code: number, bytes: number): boolean {
  const title = titles[code];
  if (title === undefined) return false;
  const name = bytes - PAGE - 2 * title.length;
  return nameLengths.has(name) || (code >= 400 && nameLengths.has(name - PADDING));
}

/** Sizes of Apache httpd's pages without a signature. */
const apachePages: Readonly<Record<number, number>> = { 403: 199, 404: 196 };
/** Codes that nginx alone writes, all of them of its own making. */
const onlyNginx = new Set([444, 494, 495, 496, 497]);
const ofProxy = new Set([502, 504]);
const ofServer = new Set([408, 413, 414]);
const mappedAddress = /^::ffff:/;

function judgeCommon({ bytes = '-', address = '', rest = '' }: Groups, code: number): readonly Said[] {
  if (code === 499) return [clientClosed];
  if (onlyNginx.has(code)) return [said('nginx', 'made', 'proof', `${code} is a code of nginx’s own.`, nginxCodes)];
  const upstream = upstreamStatus.exec(rest)?.groups?.['status'];
  if (upstream !== undefined)
    return [
      said(
        'nginx',
        'behind',
        'strong',
        `The line has an upstream status of ${upstream}: the upstream answered.`,
        nginxLog,
      ),
    ];
  if (isNginxPage(code, Number(bytes)))
    return [said('nginx', 'made', 'hint', `${bytes} bytes is the size of nginx’s own page for ${code}.`, nginxPages)];
  if (apachePages[code] === Number(bytes))
    return [
      said(
        'apache',
        'made',
        'hint',
        `${bytes} bytes is the size of Apache httpd’s own page for ${code}.`,
        apacheSource,
      ),
    ];
  if (mappedAddress.test(address))
    return [
      said(
        'node',
        'made',
        'hint',
        'An address of the form ::ffff:… is how Node.js sees IPv4: the application wrote this line.',
        node,
      ),
    ];
  if (ofProxy.has(code))
    return [said('someProxy', 'made', 'hint', `${code} is what a proxy says of what stands behind it.`, nginxLog)];
  if (ofServer.has(code))
    return [
      said(
        'someProxy',
        'made',
        'hint',
        `${code} is what the server that wrote this line says of the request.`,
        nginxLog,
      ),
    ];
  return [];
}

const upstreamStatus =
  /\b(?:us|upstream_status|ups_status)["']?[=:][ "']{0,2}(?:\d{3}, ){0,4}(?<status>(?!502|504)[1-5]\d\d)\b/;

const request = '"[^"\\n]{0,4000}"';
const clf = `(?<![\\w.:[\\]-])(?<address>[\\w.:[\\]-]{3,120})[ \\t]\\S{1,120}[ \\t][^\\[\\n]{1,120}\\[\\d{1,2}/[A-Z][a-z]{2}/\\d{4}[^\\]\\n]{5,30}\\][ \\t]${request}[ \\t]`;

export const proxyLogs: readonly LogFormat[] = [
  {
    name: 'ingress-nginx',
    has: ['[', '" '],
    pattern: new RegExp(
      `${clf}(?<code>\\d{3})[ \\t]\\d{1,15}[ \\t]"[^"\\n]{0,4000}"[ \\t]"[^"\\n]{0,2000}"[ \\t]\\d{1,12}[ \\t][\\d.]{1,16}[ \\t]\\[[^\\]\\n]{0,200}\\][ \\t](?:\\[[^\\]\\n]{0,200}\\][ \\t])?(?<upstream>[\\w.:[\\]/-]{1,120}(?:, [\\w.:[\\]/-]{1,120}){0,9})[ \\t](?<length>[\\d-]{1,12}(?:, [\\d-]{1,12}){0,9})[ \\t][\\d.-]{1,16}(?:, [\\d.-]{1,16}){0,9}[ \\t](?<status>[\\d-]{1,3}(?:, [\\d-]{1,3}){0,9})`,
      'd',
    ),
    judge: judgeIngress,
  },
  {
    name: 'Traefik',
    has: ['ms', '"'],
    pattern: new RegExp(
      `${clf}(?<code>\\d{3})[ \\t](?:\\d{1,15}|-)[ \\t]"[^"\\n]{0,4000}"[ \\t]"[^"\\n]{0,2000}"[ \\t]\\d{1,15}[ \\t]"(?<router>[^"\\n]{1,200})"[ \\t]"(?<url>[^"\\n]{1,400})"[ \\t]\\d{1,9}ms`,
      'd',
    ),
    judge: judgeTraefikUpstream,
  },
  {
    name: 'common log format',
    has: ['] "', '/'],
    pattern: new RegExp(`${clf}(?<code>\\d{3})[ \\t](?<bytes>\\d{1,15}|-)(?<rest>.{0,6000})`, 'd'),
    judge: judgeCommon,
  },
];
