import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const proxyAuthenticationRequired: RegisteredStatus = {
  code: 407,
  name: 'Proxy Authentication Required',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'proxy authentication',
    'proxy auth required',
    'proxy login required',
    'proxy authorization required',
    'proxy authentication needed',
  ],
  meaning: 'A proxy between you and the server wants to know who you are before it passes the request on.',
  use: [
    'You run a forward proxy and the client sent no Proxy-Authorization.',
    'The proxy credentials are wrong or have expired.',
    'Only a proxy says this; an origin server or API gateway in front of your own service does not.',
  ],
  avoid: [
    { text: 'The server itself wants credentials.', instead: [401] },
    { text: 'A reverse proxy or API gateway checks users on behalf of the site.', instead: [401] },
    { text: 'The proxy knows the client, but its policy blocks the site.', instead: [403] },
    { text: 'A hotel or airport network wants a login page to be visited.', instead: [511] },
  ],
  received: [
    'The request never reached the site; do not look for the fault there.',
    'Check the proxy settings of this machine or tool: HTTP_PROXY, HTTPS_PROXY, NO_PROXY, user and password.',
    'Read Proxy-Authenticate: a proxy that asks for NTLM or Negotiate will not take Basic.',
    'If the host is internal, add it to NO_PROXY so that the proxy is not used at all.',
  ],
  fault: 'client',
  provoke: [
    'Send a request through an authenticating proxy without credentials, such as curl -x with no --proxy-user.',
    'Use the proxy with a wrong or expired password.',
  ],
  check: [
    'Proxy-Authenticate is present and names a scheme the clients support.',
    'Credentials for the proxy are not passed on to the origin server.',
    'CONNECT for HTTPS gets the same challenge as plain HTTP.',
  ],
  headers: [
    {
      name: 'Proxy-Authenticate',
      on: 'response',
      level: 'MUST',
      why: 'The challenge: which scheme the proxy accepts for this request.',
      source: rfc(9110, '15.5.8'),
    },
    {
      name: 'Proxy-Authorization',
      on: 'request',
      level: 'MAY',
      why: 'The client may repeat the request with credentials for the proxy in it.',
      source: rfc(9110, '15.5.8'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say that it is the proxy speaking, and whose; clients seldom show the body of a failed CONNECT.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Kept only when told; there is no good reason to.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Add credentials for the proxy, then send the same request again.' },
  example: {
    request: 'CONNECT api.example.com:443 HTTP/1.1\nHost: api.example.com:443',
    response:
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="Office proxy"\nContent-Type: text/plain\nContent-Length: 46\n\nThe office proxy needs your name and password.',
  },
  situations: [
    {
      when: 'a forward proxy got no credentials from the client',
      said: [
        'corporate proxy asks for a password',
        'behind the company proxy and npm install fails',
        'the proxy wants a login before it lets me out',
        'curl through the proxy without a proxy user',
        'proxy-authorization header is missing',
        'docker pull fails behind the office proxy',
        'git clone stops at the proxy because it does not know me',
        'tunnel connection failed at the proxy',
        'client must identify itself to the proxy',
        'web proxy needs a username',
      ],
    },
    {
      when: 'the credentials for the proxy are wrong, expired or of the wrong scheme',
      said: [
        'proxy password has expired',
        'wrong proxy username or password',
        'proxy wants ntlm but the tool sends basic',
        'special character in the proxy password breaks the login at the proxy',
        'scraping proxy rejects my account',
        'kerberos ticket for the proxy is stale',
      ],
    },
    {
      when: 'traffic goes through a proxy although it should not',
      said: [
        'internal host is sent through the proxy by mistake',
        'no_proxy is not set so the call lands at the proxy',
        'environment variable http_proxy points at a proxy that needs a login',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.8'), rfc(9110, '11.7.1'), mdn(407)],
  reviewed: '2026-11-25',
};
