import { describe, expect, it } from 'vitest';
import type { FamilyId } from '../../../src/catalog/other-codes/index.ts';
import { findOtherCodes } from '../../../src/query/other-codes/find.ts';
import { findEvidence } from '../../../src/query/paste/evidence.ts';
import { read, readMessage } from '../../../src/query/read.ts';
import { codesOf } from '../../questions/score.ts';

describe('numbers of others', () => {
  it.each([
    ['ftp 530 login incorrect', 'FTP'],
    ['550 smtp relay denied', 'SMTP'],
    ['smtp server returned 421', 'SMTP'],
    ['sip 486 busy here', 'SIP'],
    ['exit code 137', 'exit code'],
    ['the container exited with 137', 'exit code'],
    ['exit status: 1', 'exit code'],
    ['killed by signal 9', 'signal'],
    ['errno 12', 'errno'],
    ['os error 2', 'errno'],
    ['mysql error 1045', 'database'],
    ['grpc 99', 'gRPC'],
    ['ws 4999', 'WebSocket'],
  ])('“%s” is of %s, and no status code', (line, owner) => {
    expect(findOtherCodes(line)).toMatchObject([{ is: expect.stringContaining(owner) }]);
    expect(read(line)).toMatchObject({ kind: 'none', otherwise: expect.stringContaining(owner) });
  });

  it.each<[string, FamilyId, ...string[]]>([
    ['grpc 14', 'grpc', '14'],
    ['grpc status 14', 'grpc', '14'],
    ['what is grpc error code 4', 'grpc', '4'],
    ['grpc 14 vs 4', 'grpc', '14', '4'],
    ['curl 28', 'curl', '28'],
    ['exit code 28 from curl', 'curl', '28'],
    ['curl exited with 7', 'curl', '7'],
    ['curl: (28) Operation timed out after 5001 milliseconds', 'curl', '28'],
    ['curl exit code 6 or 7', 'curl', '6', '7'],
    ['ws 1006', 'websocket', '1006'],
    ['websocket closed with 1006', 'websocket', '1006'],
    ['why does my websocket close with code 1011?', 'websocket', '1011'],
    ['discord 4014', 'websocket', '4014'],
    ['discord 50013', 'discord', '50013'],
    ['DiscordAPIError 10062', 'discord', '10062'],
    ['tls alert 40', 'tls', '40'],
    ['SSL alert number 48', 'tls', '48'],
    ['errno 104', 'socket', 'ECONNRESET'],
    ['os error 111', 'socket', 'ECONNREFUSED'],
    ['WinError 10061', 'socket', 'ECONNREFUSED'],
    ['grpc fourteen', 'grpc', '14'],
    ['curl exit code twenty-eight', 'curl', '28'],
    ['tls alert forty', 'tls', '40'],
    ['ws ten oh six', 'websocket', '1006'],
    ['websocket close code ten eleven', 'websocket', '1011'],
    ['close code 1011', 'websocket', '1011'],
    ['discord json error 40001', 'discord', '40001'],
    ['websocket closed abnormally', 'websocket', '1006'],
  ])('“%s” is about %s %s', (line, family, ...keys) => {
    expect(read(line)).toEqual({ kind: 'other', refs: keys.map((key) => ({ family, key })) });
  });

  it.each([
    ['our ftp upload page returns 500', 500],
    ['the script exits with 404', 404],
    ['mysql is down and we get 503', 503],
    ['the smtp settings page gives a 404', 404],
  ])('“%s” still has the status code %i', (line, code) => {
    expect(codesOf(read(line))).toEqual([code]);
  });

  it('points at the number', () => {
    const [other] = findOtherCodes('got ftp error code 530');
    expect(other?.at).toBe('got ftp error code '.length);
  });

  it.each([
    ['process exited with exit status 137'],
    ['smtp error 550: relay denied'],
    ['ERROR ftp server returned 530'],
  ])('is no evidence in a log: %s', (line) => {
    expect(findEvidence(line)).toEqual([]);
  });
});

describe('names of others', () => {
  it.each<[string, FamilyId, string]>([
    ['UF', 'envoy', 'UF'],
    ['uf', 'envoy', 'UF'],
    ['what does UF mean', 'envoy', 'UF'],
    ['response flag UT', 'envoy', 'UT'],
    ['envoy uf', 'envoy', 'UF'],
    ['what does URX mean in envoy', 'envoy', 'URX'],
    ['UpstreamConnectionFailure', 'envoy', 'UF'],
    ['ECONNREFUSED', 'socket', 'ECONNREFUSED'],
    ['econnreset', 'socket', 'ECONNRESET'],
    ['why ETIMEDOUT from redis?', 'socket', 'ETIMEDOUT'],
    ['ConnectionRefusedError', 'socket', 'ECONNREFUSED'],
    ['UND_ERR_CONNECT_TIMEOUT', 'socket', 'UND_ERR_CONNECT_TIMEOUT'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'socket', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['connection reset by peer', 'socket', 'ECONNRESET'],
    ['i/o timeout', 'socket', 'i/o timeout'],
    ['context deadline exceeded', 'socket', 'context deadline exceeded'],
    ['broken pipe', 'socket', 'EPIPE'],
    ['ERR_FILE_NOT_FOUND', 'browser', 'ERR_FILE_NOT_FOUND'],
    ['net::ERR_CONNECTION_RESET', 'browser', 'ERR_CONNECTION_RESET'],
    ['err_cert_date_invalid in chrome', 'browser', 'ERR_CERT_DATE_INVALID'],
    ['UNAVAILABLE', 'grpc', '14'],
    ['DEADLINE_EXCEEDED grpc', 'grpc', '4'],
    ['DEADLINE_EXCEEDED', 'grpc', '4'],
    ['grpc permission denied', 'grpc', '7'],
    ['what http code is grpc not_found', 'grpc', '5'],
    ['tls handshake_failure', 'tls', '40'],
    ['ssl unknown ca', 'tls', '48'],
    ['invalid_auth', 'slack', 'invalid_auth'],
    ['slack ratelimited', 'slack', 'ratelimited'],
    ['slack says not_in_channel', 'slack', 'not_in_channel'],
    ['(failed)', 'no-status', '(failed)'],
    ['ws going away', 'websocket', '1001'],
  ])('“%s” is about %s %s', (line, family, key) => {
    expect(read(line)).toEqual({ kind: 'other', refs: [{ family, key }] });
  });

  it.each([
    ['NOT_FOUND', 404],
    ['PERMISSION_DENIED', 403],
    ['permission denied', 403],
    ['UNAUTHENTICATED', 401],
    ['already exists', 409],
    ['rate_limited', 429],
    ['ratelimited', 429],
    ['OK', 200],
    ['connection timed out', 522],
    ['curl 404', 404],
    ['curl 100', 100],
    ['websocket 401', 401],
    ['discord 429', 429],
    ['status 0', 0],
    ['http 000', 0],
    ['ECONNREFUSED from the orders service, which status should my gateway answer?', 502],
  ])('“%s” is still the status code %i', (line, code) => {
    expect(codesOf(read(line))[0]).toBe(code);
  });

  it.each([
    ['do', 'ur'],
    ['si', 'nc'],
    ['DO NOT ENTER', 'we live in DC now'],
    ['going away for the weekend', 'broken pipe in the bathroom, plumber comes at 5'],
    ['she was aborted by the meeting', 'the unknown soldier'],
  ])('are not seen in “%s” and “%s”', (...lines) => {
    for (const line of lines) expect(read(line).kind, line).not.toBe('other');
  });
});

describe('lists and mappings of others', () => {
  it.each<[string, FamilyId]>([
    ['grpc codes', 'grpc'],
    ['list all grpc status codes', 'grpc'],
    ['websocket close codes', 'websocket'],
    ['ws codes', 'websocket'],
    ['envoy flags', 'envoy'],
    ['what are envoy response flags?', 'envoy'],
    ['which flags does envoy have', 'envoy'],
    ['curl exit codes', 'curl'],
    ['tls alerts', 'tls'],
    ['socket errors', 'socket'],
    ['net errors', 'browser'],
    ['chrome error codes', 'browser'],
    ['discord error codes', 'discord'],
    ['slack errors', 'slack'],
    ['cloudflare 1xxx errors', 'cloudflare'],
    ['no status', 'no-status'],
  ])('“%s” asks for all of %s', (line, family) => {
    expect(read(line)).toEqual({ kind: 'family', family });
  });

  it('leave lists of status codes alone', () => {
    expect(read('cloudflare codes')).toMatchObject({ kind: 'class', only: { owners: ['Cloudflare'] } });
    expect(read('status codes').kind).toBe('class');
    expect(read('error codes').kind).toBe('class');
  });

  it.each([
    ['grpc code for 404', 404],
    ['404 in grpc', 404],
    ['grpc 404', 404],
    ['which grpc status is http 503', 503],
    ['map 429 to grpc', 429],
  ])('“%s” asks what gRPC makes of %i', (line, from) => {
    expect(read(line)).toEqual({ kind: 'family', family: 'grpc', from });
  });

  it.each([
    ['grpc 14 vs 503', { refs: [{ family: 'grpc', key: '14' }], beside: [503] }],
    ['difference between ECONNREFUSED and 502', { refs: [{ family: 'socket', key: 'ECONNREFUSED' }], beside: [502] }],
    [
      'envoy UF vs UH',
      {
        refs: [
          { family: 'envoy', key: 'UF' },
          { family: 'envoy', key: 'UH' },
        ],
      },
    ],
  ])('“%s” holds them beside each other', (line, reading) => {
    expect(read(line)).toEqual({ kind: 'other', ...reading });
  });

  it('claims no status code for somebody else’s message', () => {
    expect(readMessage('the shop got grpc 14 again')).toMatchObject({
      kind: 'none',
      others: [{ family: 'grpc', key: '14' }],
    });
  });
});
