// The status codes of gRPC, 0 to 16, and the two mappings between them and HTTP, which are no inverse of each other.
import { page } from '../sources.ts';
import { type Family, type HttpLink, rowsWith } from './family.ts';

const guide = page('gRPC: status codes', 'https://grpc.io/docs/guides/status-codes/');
const codeProto = page('google.rpc.Code', 'https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto');
const fromHttp = page(
  'gRPC: HTTP to gRPC status mapping',
  'https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md',
);

const status = rowsWith({ fault: 'server', http: [], sources: [codeProto, guide], reviewed: '2026-11-26' });

/** By google.rpc.Code, which gRPC-Gateway, Envoy’s transcoder and Google’s APIs follow. */
function mapped(
  code: number,
  when = 'by google.rpc.Code, where the API is offered as JSON; gRPC itself answers 200',
): HttpLink {
  return { code, when };
}

export const grpc: Family = {
  id: 'grpc',
  label: 'gRPC',
  prefix: 'grpc',
  is: 'A status of gRPC',
  many: 'Status codes of gRPC',
  listLine: 'grpc codes',
  note: 'A gRPC answer comes with HTTP 200; its outcome is in the trailer grpc-status. The HTTP codes are those of google.rpc.Code.',
  without: 'none',
  carried: false,
  common: ['14', '4', '13', '12', '7'],
  fromHttp: {
    keys: new Map([
      [400, '13'],
      [401, '16'],
      [403, '7'],
      [404, '12'],
      [429, '14'],
      [431, '13'],
      [502, '14'],
      [503, '14'],
      [504, '14'],
    ]),
    otherwise: '2',
    source: fromHttp,
  },
  rows: [
    status(0, 'OK', 'The call succeeded.', 'Nothing went wrong.', 'Nothing to do: read the response message.', {
      fault: 'nobody',
      http: [mapped(200)],
    }),
    status(
      1,
      'CANCELLED',
      'The call was cancelled, typically by the caller.',
      [
        'The caller gave up: a closed page, a cancelled context, a deadline further up.',
        'A proxy or a shutdown reset the stream.',
      ],
      [
        'Compare the deadlines along the chain: the outermost one must be the longest.',
        'Do not count it as a fault of the server.',
      ],
      { fault: 'client', http: [mapped(499)], aliases: ['canceled'] },
    ),
    status(
      2,
      'UNKNOWN',
      'An error without a known status: usually an exception that nobody translated.',
      [
        'The handler threw something that is no gRPC status.',
        'A proxy answered in plain HTTP, with a code that has no mapping.',
      ],
      [
        'Look into the server’s log at the time of the call.',
        'As the author: turn exceptions into statuses before they leave the handler.',
      ],
      { http: [mapped(500)] },
    ),
    status(
      3,
      'INVALID_ARGUMENT',
      'An argument is wrong whatever the state of the system is.',
      'A field is missing, malformed or out of its fixed limits.',
      ['Correct the request; the same one will fail again.', 'Look for google.rpc.BadRequest in the error’s details.'],
      { fault: 'client', http: [mapped(400)] },
    ),
    status(
      4,
      'DEADLINE_EXCEEDED',
      'The deadline passed before the call was complete. It may have succeeded all the same.',
      [
        'The server, or something behind it, is slower than the deadline of the caller.',
        'The connection never came about within the deadline.',
      ],
      [
        'Find out which hop used up the time before giving the call more of it.',
        'Repeat only what is idempotent: the first attempt may have taken effect.',
      ],
      { fault: 'between', http: [mapped(504)] },
    ),
    status(
      5,
      'NOT_FOUND',
      'What was asked for does not exist, or the caller is not to know that it does.',
      'A wrong or outdated id; a resource that was deleted.',
      ['Check the name of the resource.', 'A method that does not exist is UNIMPLEMENTED, not NOT_FOUND.'],
      { fault: 'client', http: [mapped(404)] },
    ),
    status(
      6,
      'ALREADY_EXISTS',
      'What was to be created is there already.',
      'A retry of a call that had succeeded, or a name that is taken.',
      'Read what is there: after a retry it may be your own.',
      { fault: 'client', http: [mapped(409)] },
    ),
    status(
      7,
      'PERMISSION_DENIED',
      'The caller is known, but may not do this.',
      ['A role or scope is missing.', 'A proxy answered with a plain HTTP 403.'],
      [
        'Compare the caller’s roles with what the method needs; a new login changes nothing.',
        'Where no identity was sent at all, the right status is UNAUTHENTICATED.',
      ],
      { fault: 'client', http: [mapped(403)] },
    ),
    status(
      8,
      'RESOURCE_EXHAUSTED',
      'A quota, a rate limit or room is used up; also a message that is bigger than the limit.',
      ['Too many calls for the quota.', 'A message over the limit: 4 MiB for receiving, unless set otherwise.'],
      [
        'Wait as google.rpc.RetryInfo in the details says, else with growing pauses.',
        'If the text says “larger than max”, raise the message limit or send less.',
      ],
      { fault: 'client', http: [mapped(429)] },
    ),
    status(
      9,
      'FAILED_PRECONDITION',
      'The system is not in the state that this call needs.',
      'Something must be done first: the folder is not empty, the feature is off, the version has moved on.',
      'Do not repeat it before that state is changed.',
      {
        fault: 'client',
        http: [mapped(400), mapped(412, 'instead, where the request had ETag conditions')],
      },
    ),
    status(
      10,
      'ABORTED',
      'The call was given up over a conflict, such as a lost race between transactions.',
      'Two callers changed the same thing at once.',
      'Start again one level up: read anew, change, write.',
      { http: [mapped(409)] },
    ),
    status(
      11,
      'OUT_OF_RANGE',
      'The call went past the end of what is there now.',
      'Reading beyond the end, or a page after the last one.',
      'Stop there; unlike INVALID_ARGUMENT, it may work once there is more.',
      { fault: 'client', http: [mapped(400)] },
    ),
    status(
      12,
      'UNIMPLEMENTED',
      'The server does not have this method, or has it switched off.',
      [
        'Client and server were built from different versions of the .proto.',
        'The call reached something that speaks no gRPC and said 404.',
      ],
      [
        'Compare package, service and method with what the server registers (grpcurl list).',
        'Check that host, port and path of the proxy lead to the gRPC server.',
      ],
      { http: [mapped(501)] },
    ),
    status(
      13,
      'INTERNAL',
      'Something that must not happen has happened: in the server, or in the framing of gRPC itself.',
      [
        'A bug in the server or in a library.',
        'A proxy broke the HTTP/2 stream, or stripped the trailers.',
        'A proxy answered with a plain HTTP 400.',
      ],
      [
        'Look into the server’s log; where nothing is there, suspect the proxy between.',
        'Check that every hop speaks HTTP/2 and passes trailers on.',
      ],
      { http: [mapped(500)] },
    ),
    status(
      14,
      'UNAVAILABLE',
      'The service cannot be reached at the moment, or cannot take the call.',
      [
        'Connection refused or lost; no name, no healthy endpoint, a failed TLS handshake.',
        'The server is starting, stopping or overloaded.',
        'A proxy answered with a plain HTTP 429, 502, 503 or 504.',
      ],
      [
        'Repeat with growing pauses; what is not idempotent only if it surely was not processed.',
        'Read the text after it: “connection refused”, “name resolution” or “handshake” says which step failed.',
      ],
      { fault: 'between', http: [mapped(503)] },
    ),
    status(
      15,
      'DATA_LOSS',
      'Data is lost or damaged beyond repair.',
      'Storage that fails its checksums, or a cut-off upload.',
      'Do not repeat it: tell whoever runs the service.',
      { http: [mapped(500)] },
    ),
    status(
      16,
      'UNAUTHENTICATED',
      'The call has no valid credentials.',
      ['The token is missing, expired or of another service.', 'A proxy answered with a plain HTTP 401.'],
      ['Fetch a new token and send it as metadata “authorization”.', 'Compare the clocks if the token is fresh.'],
      { fault: 'client', http: [mapped(401)] },
    ),
  ],
};
