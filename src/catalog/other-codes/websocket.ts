// Close codes of WebSocket: the protocol’s own, those registered with IANA, and those of Discord’s gateway.
import { page, rfc } from '../sources.ts';
import { type Family, type HttpLink, rowsWith } from './family.ts';

const registry = page('IANA: WebSocket close codes', 'https://www.iana.org/assignments/websocket/websocket.xhtml');
const protocol = {
  fault: 'server',
  http: [],
  sources: [rfc(6455, '7.4.1'), registry],
  reviewed: '2026-11-26',
} as const;
const close = rowsWith(protocol);
const registered = rowsWith({ ...protocol, sources: [registry] });
const gateway = rowsWith({
  ...protocol,
  fault: 'client',
  sources: [
    page(
      'Discord: gateway close codes',
      'https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes',
    ),
  ],
});

function like(code: number): readonly HttpLink[] {
  return [{ code, when: 'the one it is modelled on; on the wire is only the close code' }];
}

const again = 'Reconnect and resume; Discord allows it after this code.';
const stop = 'Do not reconnect by itself: it would close with the same code again.';

export const websocket: Family = {
  id: 'websocket',
  label: 'WebSocket',
  prefix: 'ws',
  is: 'A close code of WebSocket',
  many: 'Close codes of WebSocket',
  listLine: 'websocket close codes',
  note: 'The handshake is HTTP and succeeds with 101; afterwards there are no status codes, only these. 3000 to 3999 are registered with IANA; 4000 to 4999 are each application’s own, and those here are Discord’s.',
  without: 'none: the handshake was answered with 101 long before, or with the status code of its failure',
  carried: false,
  common: ['1006', '1000', '1001', '1008', '1011'],
  rows: [
    close(
      1000,
      'Normal closure',
      'The connection has done what it was opened for.',
      'One side called close().',
      'Nothing: this is the regular end. Reconnect only if you still need it.',
      { fault: 'nobody' },
    ),
    close(
      1001,
      'Going away',
      'One side leaves: a server that stops, or a page that is closed.',
      ['The user closed the tab or went to another page.', 'A deployment stopped the server.'],
      'Reconnect after a random pause, so that not all clients come at once.',
      { fault: 'nobody' },
    ),
    close(
      1002,
      'Protocol error',
      'A frame broke the rules of the protocol.',
      'A bug in a library, or a proxy that changes frames.',
      'Update the library; try once without the proxy, or over wss.',
      { fault: 'between' },
    ),
    close(
      1003,
      'Unsupported data',
      'The endpoint cannot accept this type of data.',
      'A binary message to an endpoint that takes only text, or the other way round.',
      'Send the type that the endpoint expects.',
      { fault: 'client' },
    ),
    close(
      1004,
      'Reserved',
      'Reserved, without a meaning; nobody should send it.',
      'An implementation that makes up its own codes.',
      'Look into the documentation of the server.',
      {},
    ),
    close(
      1005,
      'No status received',
      'The close frame had no code. It is never sent: your own library says so.',
      'The other side called close() without a code.',
      'Treat it like a normal end; let your own server send 1000.',
      { fault: 'nobody', aliases: ['no status rcvd'] },
    ),
    close(
      1006,
      'Abnormal closure',
      'The connection broke off without a close frame. It is never sent: your own library says so.',
      [
        'A proxy or balancer cut an idle connection, often after 60 seconds.',
        'The server crashed, or the network went away.',
        'The handshake itself failed; then the browser tells no more than this.',
      ],
      [
        'Send pings more often than the shortest idle timeout on the way.',
        'Look at the handshake in the network panel: its HTTP status says whether it ever opened.',
        'Reconnect with growing pauses.',
      ],
      { fault: 'between', aliases: ['abnormal closure', 'closed abnormally'] },
    ),
    close(
      1007,
      'Invalid frame payload data',
      'A message does not fit its type, such as text that is not UTF-8.',
      'Binary data sent as text, or text cut in the middle of a character.',
      'Send bytes as a binary message, and text as UTF-8.',
      { fault: 'client' },
    ),
    close(
      1008,
      'Policy violation',
      'A message broke a rule of the endpoint; a general code where no other fits.',
      [
        'A missing or expired token; many servers use 1008 for that.',
        'An origin that is not allowed, or too many messages.',
      ],
      ['Read the reason beside the code.', 'Renew the token before you reconnect.'],
      { fault: 'client' },
    ),
    close(
      1009,
      'Message too big',
      'A message is bigger than the endpoint can process.',
      'A limit of the library or server (maxPayload, max_size).',
      'Send smaller messages, or raise the limit on the receiving side.',
      { fault: 'client' },
    ),
    close(
      1010,
      'Mandatory extension',
      'The client needs an extension that the server did not agree to.',
      'The server, or a proxy on the way, does not know the extension.',
      'Compare Sec-WebSocket-Extensions of request and response.',
      { fault: 'server', aliases: ['mandatory ext'] },
    ),
    close(
      1011,
      'Internal error',
      'The server met a condition that kept it from going on.',
      'An exception in the server’s handler; in some libraries also a ping that nobody answered.',
      ['Look into the server’s log at that time.', 'Reconnect with growing pauses.'],
      { aliases: ['unexpected condition'] },
    ),
    registered(
      1012,
      'Service restart',
      'The server restarts.',
      'A deployment or a restart.',
      'Reconnect after a random pause of 5 to 30 seconds.',
      {},
    ),
    registered(
      1013,
      'Try again later',
      'The server is overloaded and sends clients away.',
      'Too much load on this server.',
      'Reconnect later, or to another address; on request of the user only.',
      {},
    ),
    registered(
      1014,
      'Bad gateway',
      'A gateway got an invalid response from the server behind it.',
      'The server behind is down, or does not speak WebSocket.',
      'Look at the gateway’s log for what the server behind said.',
      { fault: 'between', http: like(502) },
    ),
    close(
      1015,
      'TLS handshake failure',
      'The TLS handshake failed. It is never sent: your own library says so.',
      'A certificate that cannot be verified.',
      'Open the same host with https:// and read what the browser says of the certificate.',
      { fault: 'between' },
    ),
    registered(
      3000,
      'Unauthorized',
      'The client must prove who it is.',
      'No token, or one that is not valid.',
      'Log in, and connect again with a valid token.',
      { fault: 'client', http: like(401) },
    ),
    registered(
      3003,
      'Forbidden',
      'The client is known, but may not do this.',
      'A permission is missing.',
      'Ask for the permission; a new connection changes nothing.',
      { fault: 'client', http: like(403) },
    ),
    registered(
      3008,
      'Timeout',
      'The client took too long.',
      'A login or a message that did not come in time.',
      'Send it sooner, or connect again and repeat it.',
      { fault: 'client', http: like(408) },
    ),
    gateway(
      4000,
      'Discord: unknown error',
      'Discord does not know itself what went wrong.',
      'Trouble at Discord.',
      again,
      { fault: 'server' },
    ),
    gateway(
      4001,
      'Discord: unknown opcode',
      'An opcode, or the payload for it, was invalid.',
      'A bug in the library, or an opcode of another gateway version.',
      [again, 'Update the library.'],
    ),
    gateway(
      4002,
      'Discord: decode error',
      'A payload could not be decoded.',
      'No valid JSON or ETF, or more than 4096 bytes.',
      [again, 'Log what was sent right before.'],
    ),
    gateway(
      4003,
      'Discord: not authenticated',
      'Something was sent before Identify, or the session is no longer valid.',
      'A message before Identify was complete.',
      'Connect anew and identify first.',
    ),
    gateway(
      4004,
      'Discord: authentication failed',
      'The token sent with Identify is wrong.',
      'The token was reset, mistyped, or is a client secret.',
      ['Copy the bot token anew from the Developer Portal.', stop],
    ),
    gateway(
      4005,
      'Discord: already authenticated',
      'Identify was sent more than once on a connection.',
      'A bug in the code that reconnects.',
      again,
    ),
    gateway(
      4007,
      'Discord: invalid seq',
      'The sequence number in Resume was invalid.',
      'A session was mixed up with another one.',
      'Connect anew and identify; do not resume.',
    ),
    gateway(
      4008,
      'Discord: rate limited',
      'Too many payloads were sent to the gateway: 120 in 60 seconds are allowed.',
      'Many presence updates or member requests at once.',
      ['Queue what you send.', again],
    ),
    gateway(
      4009,
      'Discord: session timed out',
      'The session ran out.',
      'Missed heartbeats, often a blocked event loop.',
      'Connect anew and identify; look for what blocks the heartbeat.',
    ),
    gateway(
      4010,
      'Discord: invalid shard',
      'The shard in Identify was invalid.',
      'A shard id that is not below the shard count.',
      ['Count shards from 0.', stop],
    ),
    gateway(
      4011,
      'Discord: sharding required',
      'The session would have too many servers for one connection.',
      'The bot is in more than 2500 servers.',
      ['Use shards; Get Gateway Bot says how many.', stop],
    ),
    gateway(
      4012,
      'Discord: invalid API version',
      'The version in the gateway’s address is invalid.',
      'An old library.',
      ['Connect with v=10; update the library.', stop],
    ),
    gateway(4013, 'Discord: invalid intents', 'The number of the intents is invalid.', 'A wrong sum of bits.', [
      'Add the intents up again.',
      stop,
    ]),
    gateway(
      4014,
      'Discord: disallowed intents',
      'An intent was asked for that the bot has not switched on, or was not approved for.',
      'A privileged intent is off in the Developer Portal.',
      ['Switch it on under Bot, Privileged Gateway Intents, or ask for fewer intents.', stop],
    ),
  ],
};
