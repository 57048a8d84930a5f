import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../src/query/evidence.ts';
import { findOtherCodes } from '../../src/query/other-codes.ts';
import { read } from '../../src/query/read.ts';
import { codesOf } from '../questions/score.ts';

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
    ['errno 104', 'errno'],
    ['os error 111', 'errno'],
    ['grpc status 14', 'gRPC'],
    ['websocket closed with 1006', 'WebSocket'],
    ['mysql error 1045', 'database'],
  ])('“%s” is of %s, and no status code', (line, owner) => {
    expect(findOtherCodes(line)).toMatchObject([{ is: expect.stringContaining(owner) }]);
    expect(read(line)).toMatchObject({ kind: 'none', otherwise: expect.stringContaining(owner) });
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
