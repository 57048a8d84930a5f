import { page } from '../sources.ts';
import type { Source, VendorStatus } from '../status.ts';

const docs = (title: string, anchor: string): Source =>
  page(
    `AWS: ${title}`,
    `https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#${anchor}`,
  );

export const aws: readonly VendorStatus[] = [
  {
    code: 0,
    name: 'Response Code 000',
    owner: 'AWS ELB',
    seen: 'log',
    aliases: ['alb 000', 'elb 000'],
    meaning:
      'The Application Load Balancer closed an HTTP/2 connection without an answer, usually over a header bigger than 8 KB.',
    causes: [
      'One header, usually a cookie or a token, is bigger than 8 KB after HTTP/2 compression.',
      'More than 10,000 requests went over one HTTP/2 connection.',
      'The balancer sent GOAWAY and closed the connection, so there was no status to log.',
    ],
    received: [
      'Find the biggest request header, usually a cookie, and make it smaller.',
      'Try the same request with HTTP/1.1 to see whether only HTTP/2 is affected.',
      'A 000 printed by curl or a script is something else: there it means that no HTTP answer arrived.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the balancer drops an HTTP/2 connection because one header is too big',
        said: [
          'alb sends goaway and closes the http/2 connection',
          'aws load balancer log shows three zeros as the response code',
          'huge cookie over http/2 makes the alb drop the connection',
        ],
      },
    ],
    sources: [docs('response code 000', 'response-code-000')],
    reviewed: '2026-11-25',
  },
  {
    code: 460,
    name: 'Client Closed Connection to the Load Balancer',
    owner: 'AWS ELB',
    seen: 'log',
    aliases: ['elb client closed connection', 'alb client closed connection'],
    meaning: 'The client closed its connection to the load balancer before the balancer’s idle timeout ended.',
    causes: [
      'The client’s timeout is shorter than the time the target needs.',
      'Somebody cancelled the call or closed the page.',
    ],
    received: [
      'Compare the client’s timeout with the balancer’s idle timeout (60 seconds by default).',
      'Make the target answer sooner, or raise the client’s timeout.',
      'Look at target_processing_time in the access log to find the slow requests.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the client hangs up on an AWS load balancer before the target answers',
        said: [
          'aws alb access log shows the client disconnected early',
          'client gave up before the target behind the elb answered',
          'caller timeout shorter than the alb idle timeout',
          'lambda client closes its socket to the load balancer too soon',
          'elb four hundred error count rises because callers drop off',
          'mobile clients abort requests to the aws load balancer',
        ],
      },
    ],
    sources: [docs('HTTP 460', 'http-460-issues')],
    reviewed: '2026-11-25',
  },
  {
    code: 463,
    name: 'Too Many IP Addresses in X-Forwarded-For',
    owner: 'AWS ELB',
    seen: 'response',
    aliases: ['too many forwarded addresses', 'x-forwarded-for too long'],
    meaning: 'The load balancer got an X-Forwarded-For header with more than 30 IP addresses.',
    causes: [
      'The request runs in a loop through proxies, each adding its address.',
      'A client or scanner sends a forged, very long X-Forwarded-For.',
    ],
    received: [
      'Print the X-Forwarded-For of such a request and count who appears twice: that is the loop.',
      'Look for a proxy or CDN whose origin points back to the balancer.',
      'Strip X-Forwarded-For at the outermost proxy you trust.',
    ],
    fault: 'between',
    situations: [
      {
        when: 'an AWS load balancer receives a list of more than thirty forwarded addresses',
        said: [
          'x-forwarded-for has more than thirty ips',
          'alb refuses a request because of its forwarded for header',
          'proxy loop adds an address on every hop through the aws balancer',
          'elb blames the list of client ips in the header',
        ],
      },
    ],
    sources: [docs('HTTP 463', 'http-463-issues')],
    reviewed: '2026-11-25',
  },
  {
    code: 464,
    name: 'Incompatible Protocol Versions',
    owner: 'AWS ELB',
    seen: 'response',
    aliases: ['alb incompatible protocol', 'unsupported protocol version for target group'],
    meaning:
      'The request’s protocol does not fit the protocol version of the target group, for example HTTP/1.1 to a gRPC group.',
    causes: [
      'An HTTP/1.1 request for a target group that is set to HTTP/2 or gRPC.',
      'A gRPC request for a target group that is set to HTTP/1.1.',
      'A request to a gRPC target group that does not use POST.',
    ],
    received: [
      'Compare the client’s protocol with the target group’s protocol version.',
      'Make the client speak HTTP/2; many HTTP libraries speak only HTTP/1.1 unless told otherwise.',
      'For browsers and health probes, add a second target group that speaks HTTP/1.1.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the client speaks another protocol version than the AWS target group expects',
        said: [
          'http one client calls a grpc target group behind alb',
          'alb target group is set to http/2 but the client speaks http/1.1',
          'grpc call through an aws load balancer with the wrong protocol version',
          'get request to a grpc service behind alb',
          'load balancer and client disagree about http versions on aws',
        ],
      },
    ],
    sources: [docs('HTTP 464', 'http-464-issues')],
    reviewed: '2026-11-25',
  },
  {
    code: 561,
    name: 'Unauthorized (identity provider error)',
    owner: 'AWS ELB',
    seen: 'response',
    aliases: ['alb authentication error', 'idp returned an error'],
    meaning: 'A listener rule signs users in, and the identity provider answered the sign-in with an error.',
    causes: [
      'The provider refused the user, the client id or the redirect address.',
      'The scope or the client secret in the rule does not match the provider.',
    ],
    received: [
      'Read the error and error_description in the callback address /oauth2/idpresponse.',
      'Check client id, secret, scopes and the allowed callback address at the provider.',
      'Look at the error_reason field of the access log.',
    ],
    fault: 'between',
    situations: [
      {
        when: 'a load balancer signs users in and the identity provider reports an error',
        said: [
          'alb oidc login ends in an error from the identity provider',
          'cognito sends an error back to the load balancer during sign in',
          'idp rejects the user at the alb authenticate action',
          'okta callback to the aws load balancer fails',
        ],
        rival: 401,
      },
    ],
    sources: [docs('HTTP 561', 'http-561-issues')],
    reviewed: '2026-11-25',
  },
];
