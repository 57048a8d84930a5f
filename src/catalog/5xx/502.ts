import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const badGateway: RegisteredStatus = {
  code: 502,
  name: 'Bad Gateway',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'gateway error',
    'proxy error',
    'invalid gateway',
    'invalid upstream response',
    'bad upstream response',
    'broken gateway',
  ],
  meaning:
    'A gateway or proxy asked the server behind it and got no usable answer: refused, cut off or not valid HTTP.',
  use: [
    'Your service is a gateway and the service behind it refused the connection or broke it off.',
    'The service behind you answered with something you cannot understand or use.',
    'The name or the certificate of the service behind you is wrong.',
  ],
  avoid: [
    { text: 'The service behind you did not answer in time.', instead: [504] },
    { text: 'There is no healthy server to send the request to, or you refuse it yourself for now.', instead: [503] },
    { text: 'The fault is in your own code and no other server is involved.', instead: [500] },
    { text: 'The service behind you refused the input your client sent: pass that on.', instead: [400, 422] },
  ],
  received: [
    'Find out who said it: the Server, Via or Proxy-Status field or the look of the page names the proxy.',
    'Read that proxy’s error log at that moment: “connection refused” and “prematurely closed” lead to different causes.',
    'Check that the app behind it runs and listens on the port and protocol the proxy uses.',
    'If it comes at random, compare keep-alive timeouts: the backend’s must be longer than the proxy’s.',
    'As a caller, wait a few seconds and repeat a GET; it is often a restart.',
  ],
  fault: 'between',
  provoke: [
    'Stop the app and leave the proxy in front of it running.',
    'Point the proxy at a port where nothing listens.',
    'Let a fake backend answer with garbage or close the connection without a word.',
  ],
  check: [
    'The error page shows no internal host names, addresses or software versions.',
    'Clients that expect JSON get JSON, not the proxy’s HTML page.',
    'It stops by itself once the backend is healthy again.',
    'A deploy causes none: connections are drained before a server stops.',
  ],
  headers: [
    {
      name: 'Proxy-Status',
      on: 'response',
      level: 'MAY',
      why: 'Names the proxy that made this answer and why, for example connection_refused.',
      source: rfc(9209, '2'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Say that a server further back failed and whether it will pass, except in an answer to HEAD.',
    source: rfc(9110, '15.6'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: {
    rule: 'idempotent',
    after: 'Wait a few seconds; the server behind may already have acted on a POST, so look before you repeat it.',
  },
  example: {
    request: 'GET /cart HTTP/1.1\nHost: shop.example.com\nAccept: application/json',
    response:
      'HTTP/1.1 502 Bad Gateway\nServer: nginx\nProxy-Status: proxy.example.com; error=connection_refused\nContent-Type: application/problem+json\n\n{ "title": "The shop service did not give a usable answer", "status": 502 }',
  },
  situations: [
    {
      when: 'the proxy cannot connect, because nothing accepts the connection behind it',
      said: [
        'nginx cannot connect to the app',
        'connection refused by the backend',
        'the app behind nginx is not running',
        'gunicorn is down behind the reverse proxy',
        'php-fpm is stopped',
        'php-fpm socket file is missing',
        'connect() failed (connection refused) while connecting to upstream',
        'wrong port in proxy_pass',
        'the container runs but the app listens on another port',
        'reverse proxy cannot reach the node process',
        'the app crashed behind the load balancer',
        'ingress gets connection refused from the pod',
        'tomcat is not started behind apache',
        'vite dev proxy cannot reach my local api econnrefused',
      ],
      rival: 503,
    },
    {
      when: 'the server behind the proxy breaks off the connection before its answer is complete',
      said: [
        'upstream prematurely closed connection while reading response header',
        'connection reset by peer while the proxy reads the response',
        'the worker was killed in the middle of the request',
        'backend closes idle keep-alive connections earlier than the load balancer',
        'random errors behind the alb although the app looks healthy',
        'oom killer took the worker while it was answering',
        'the target reset the connection to the load balancer',
        'unexpected eof from the origin',
      ],
    },
    {
      when: 'the answer from behind is not a valid or usable response',
      said: [
        'gateway received an invalid response from the inbound server',
        'upstream sent garbage instead of http',
        'malformed answer from the backend',
        'upstream sent too big header while reading response header',
        'api gateway cannot parse what the lambda returned',
        'malformed lambda proxy response',
        'invalid header in the upstream response',
        'content-length of the backend does not match what it sends',
        'proxy speaks plain http to the tls port of the backend',
      ],
    },
    {
      when: 'the proxy cannot find or trust the server behind it',
      said: [
        'tls handshake with the origin failed',
        'certificate of the backend expired and the proxy refuses it',
        'proxy cannot resolve the host name of the upstream',
        'dns error for the origin in the cdn',
        'cloudfront cannot connect to the origin over https',
      ],
    },
    {
      when: 'your API calls another service and gets an error or nonsense back',
      said: [
        'third party api returned an error',
        'the payment provider answers with an error and my api has to tell the client',
        'my service depends on an external api and that call fails',
        'stripe gave us an unexpected response',
        'microservice a calls b and b fails',
        'partner api sends invalid json',
        'upstream service returned an error to our bff',
        'one of the services we aggregate is broken',
        'graphql gateway gets an error from a subgraph',
        'external service answered nonsense',
        'the geocoder we call is broken',
      ],
      rival: 500,
    },
    {
      when: 'the service behind you is down as a whole',
      said: [
        'an external api we depend on is down',
        'the legacy system behind our api is offline',
        'upstream is unreachable',
      ],
      rival: 503,
    },
    {
      when: 'servers behind the balancer are replaced while they still get traffic',
      said: [
        'errors for a few seconds during every deploy',
        'rolling update drops requests',
        'pod is terminated while it still receives traffic',
        'right after a restart of the backend the site shows a gateway page',
      ],
    },
  ],
  sources: [rfc(9110, '15.6.3'), mdn(502), rfc(9209, '2.3')],
  reviewed: '2026-11-25',
};
