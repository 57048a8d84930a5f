// Codes of others in pasted texts, as the programs write them.
import { describe, expect, it } from 'vitest';
import { findNeighbours } from '../../../src/query/other-codes/neighbours.ts';
import { read, readMessage } from '../../../src/query/read.ts';

function keysIn(text: string): readonly string[] {
  return findNeighbours(text).map(({ family, key }) => `${family} ${key}`);
}

describe('a pasted text', () => {
  it.each([
    [
      'an access log of Envoy',
      '[2026-11-24T10:00:00.000Z] "GET /api HTTP/1.1" 503 UF,URX upstream_reset_before_response_started 0 145 0 -',
      ['envoy UF', 'envoy URX'],
    ],
    ['a JSON log of Istio', '{"response_code":504,"response_flags":"UT","path":"/a"}', ['envoy UT']],
    ['long names of flags', '"response_flags_long": "NoHealthyUpstream"', ['envoy UH']],
    ['curl', 'curl: (6) Could not resolve host: shop.example', ['curl 6']],
    ['curl with its status', '* Closing connection\ncurl: (22) The requested URL returned error: 404', ['curl 22']],
    [
      'a trailer of gRPC',
      'HTTP/2 200\ncontent-type: application/grpc\ngrpc-status: 14\ngrpc-message: down',
      ['grpc 14'],
    ],
    ['gRPC in Go', 'rpc error: code = DeadlineExceeded desc = stream terminated', ['grpc 4']],
    [
      'gRPC in Python',
      'status = StatusCode.UNAVAILABLE\n\tdetails = "failed to connect to all addresses"',
      ['grpc 14'],
    ],
    ['gRPC in Java', 'io.grpc.StatusRuntimeException: PERMISSION_DENIED: no', ['grpc 7']],
    ['gRPC in Node', 'Error: 14 UNAVAILABLE: No connection established', ['grpc 14']],
    ['a WebSocket', 'WebSocket connection closed: code=1006 reason=', ['websocket 1006']],
    ['a gateway', 'Shard 0 disconnected from gateway with 4014', ['websocket 4014']],
    ['OpenSSL', 'error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40', ['tls 40']],
    ['Go’s TLS', 'remote error: tls: bad certificate', ['tls 42']],
    ['Node', 'Error: connect ECONNREFUSED 127.0.0.1:5432', ['socket ECONNREFUSED']],
    [
      'Node’s fetch',
      "cause: ConnectTimeoutError: … code: 'UND_ERR_CONNECT_TIMEOUT'",
      ['socket ETIMEDOUT', 'socket UND_ERR_CONNECT_TIMEOUT'],
    ],
    ['Go', 'Get "https://a.example": dial tcp 10.0.0.1:443: i/o timeout', ['socket i/o timeout']],
    ['Python', 'ConnectionResetError: [Errno 104] Connection reset by peer', ['socket ECONNRESET']],
    ['Java', 'java.net.UnknownHostException: db.internal', ['socket ENOTFOUND']],
    ['Chrome', 'GET https://a.example/ net::ERR_NAME_NOT_RESOLVED', ['browser ERR_NAME_NOT_RESOLVED']],
    ['discord.js', 'DiscordAPIError[50013]: Missing Permissions', ['discord 50013']],
    ['discord.py', '403 Forbidden (error code: 50001): Missing Access', ['discord 50001']],
    ['Discord’s JSON', '{"message": "Unknown interaction", "code": 10062}', ['discord 10062']],
    ['Slack’s JSON', '{"ok":false,"error":"channel_not_found"}', ['slack channel_not_found']],
    ['Slack’s SDK', 'Error: An API error occurred: not_in_channel', ['slack not_in_channel']],
    ['Cloudflare', 'HTTP/2 403\nserver: cloudflare\n\nerror code: 1020', ['cloudflare 1020']],
  ])('of %s is understood', (_, text, keys) => {
    expect(keysIn(text)).toEqual(keys);
  });

  it.each([
    ['another log', '10.0.0.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 503 DC 0'],
    ['words', 'EVERYBODY wants the new EOF marker, and OK is fine'],
    ['ports', 'listening on 1006, then closed the file with 1011 lines'],
    ['alerts of a monitor', 'alert 40 fired, alert number of today: many'],
    ['a code of its own', '{"error": {"code": 50013}}'],
  ])('of %s is left alone', (what, text) => {
    expect(keysIn(text), what).toEqual(what === 'another log' ? ['envoy DC'] : []);
  });

  it('names each once, in order, and four at most', () => {
    const text = 'ECONNREFUSED\nECONNRESET\nECONNREFUSED\nEPIPE\nENOTFOUND\nEHOSTUNREACH';
    expect(keysIn(text)).toEqual(['socket ECONNREFUSED', 'socket ECONNRESET', 'socket EPIPE', 'socket ENOTFOUND']);
    expect(findNeighbours(text)[1]).toEqual({ family: 'socket', key: 'ECONNRESET', at: 13, said: 'ECONNRESET' });
  });

  it('keeps them beside its status codes', () => {
    expect(read('[2026-11-24T10:00:00.000Z] "GET /api HTTP/1.1" 503 UF - 0 145 0 -')).toMatchObject({
      kind: 'paste',
      findings: [{ code: 503 }],
      others: [{ family: 'envoy', key: 'UF' }],
    });
  });

  it('without a status code says why there is none, and claims none', () => {
    const text = 'Error: connect ECONNREFUSED 127.0.0.1:3000\n    at TCPConnectWrap.afterConnect [as oncomplete]';
    for (const reading of [read(text), readMessage(text)])
      expect(reading).toMatchObject({ kind: 'none', others: [{ family: 'socket', key: 'ECONNREFUSED' }] });
  });
});
