// Signs of clients that gave up by themselves: no response came, so nobody on the way answered.
import { page } from '../../../catalog/sources.ts';
import type { ProducerId } from '../producers.ts';
import type { Sign } from '../sign.ts';

const curl = page('curl: exit codes', 'https://curl.se/docs/manpage.html#EXIT');
const node = page('Node.js: common system errors', 'https://nodejs.org/api/errors.html#common-system-errors');
const undici = page('undici: errors', 'https://undici.nodejs.org/#/docs/api/Errors');
const python = page(
  'urllib3: exceptions',
  'https://urllib3.readthedocs.io/en/stable/reference/urllib3.exceptions.html',
);
const httpx = page('HTTPX: exceptions', 'https://www.python-httpx.org/exceptions/');
const java = page(
  'Java: java.net exceptions',
  'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/net/package-summary.html',
);
const go = page('Go: net errors', 'https://pkg.go.dev/net#OpError');
const dotnet = page(
  '.NET: HttpRequestException',
  'https://learn.microsoft.com/dotnet/api/system.net.http.httprequestexception',
);
const browser = page(
  'Chromium: net errors',
  'https://chromium.googlesource.com/chromium/src/+/main/net/base/net_error_list.h',
);
const git = page('git: http settings', 'https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpproxy');

/** The words of a client whose request got no response at all. */
function gaveUp(who: ProducerId, text: string, seen: string, source: Sign['source'], pattern?: RegExp): Sign {
  return { who, role: 'made', strength: 'hint', text, ...(pattern === undefined ? {} : { pattern }), seen, source };
}

export const clients: readonly Sign[] = [
  // 22 is the exit code of --fail: a response came.
  gaveUp(
    'curl',
    'curl: (',
    'curl ended with an exit code of its own: no usable response came.',
    curl,
    /\bcurl: \((?!22\))\d{1,2}\)/,
  ),
  gaveUp(
    'nodeClient',
    'econn',
    'Node.js reports an error of the socket, not a response.',
    node,
    /\bECONN(?:REFUSED|RESET|ABORTED)\b/,
  ),
  gaveUp('nodeClient', 'etimedout', 'Node.js reports an error of the socket, not a response.', node, /\bETIMEDOUT\b/),
  gaveUp(
    'nodeClient',
    'getaddrinfo',
    'The name could not be resolved: no request left.',
    node,
    /getaddrinfo (?:ENOTFOUND|EAI_AGAIN)/,
  ),
  gaveUp('nodeClient', 'socket hang up', 'The connection ended before a response came.', node),
  gaveUp('nodeClient', 'und_err_', 'fetch in Node.js reports an error of its own, not a response.', undici),
  gaveUp('nodeClient', 'timeout of ', 'axios stopped waiting.', node, /timeout of \d{1,9}ms exceeded/),
  gaveUp('pythonClient', 'newconnectionerror', 'urllib3 could not connect.', python),
  gaveUp(
    'pythonClient',
    'connecttimeout',
    'The client stopped waiting for a connection.',
    python,
    /\bConnectTimeout(?:Error)?\b/,
  ),
  gaveUp(
    'pythonClient',
    'readtimeout',
    'The client stopped waiting for the response.',
    python,
    /\bReadTimeout(?:Error)?\b/,
  ),
  gaveUp('pythonClient', 'remotedisconnected', 'The connection ended before a response came.', python),
  gaveUp(
    'pythonClient',
    'httpx.',
    'HTTPX reports an error of its own, not a response.',
    httpx,
    /httpx\.(?:Connect|Read|Write|Pool|RemoteProtocol)\w{0,20}(?:Error|Timeout)/,
  ),
  gaveUp(
    'javaClient',
    'java.net.',
    'Java reports an error of the socket, not a response.',
    java,
    /java\.net\.(?:ConnectException|SocketTimeoutException|UnknownHostException|SocketException|http\.Http\w{0,12}TimeoutException)/,
  ),
  gaveUp('javaClient', 'httphostconnectexception', 'Apache HttpClient could not connect.', java),
  gaveUp('javaClient', 'nohttpresponseexception', 'The connection ended before a response came.', java),
  gaveUp('goClient', 'dial tcp', 'Go could not connect.', go, /dial tcp .{1,120}: (?:connect: |i\/o timeout|lookup )/),
  gaveUp('goClient', 'context deadline exceeded', 'Go’s client stopped waiting.', go),
  gaveUp('goClient', 'client.timeout exceeded', 'Go’s client stopped waiting.', go),
  gaveUp('dotnetClient', 'httpclient.timeout', '.NET’s HttpClient stopped waiting.', dotnet),
  gaveUp(
    'dotnetClient',
    'system.net.sockets.socketexception',
    '.NET reports an error of the socket, not a response.',
    dotnet,
  ),
  gaveUp(
    'browser',
    'net::err_',
    'The browser reports an error of its own, not a response.',
    browser,
    /net::ERR_(?!HTTP_RESPONSE_CODE_FAILURE|ABORTED)[A-Z_]{3,60}/,
  ),
  gaveUp(
    'browser',
    'cors',
    'The browser withheld the response from the page.',
    browser,
    /has been blocked by CORS policy/,
  ),
  gaveUp('gitClient', 'could not resolve host', 'git could not resolve the name.', git, /fatal: unable to access/),
];
