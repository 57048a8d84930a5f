import { describe, expect, it } from 'vitest';
import { read, readMessage } from '../../../src/query/read.ts';

const refs = (numbers: readonly number[]) => numbers.map((number) => ({ family: 'cloudflare', key: String(number) }));

describe('reading numbers of Cloudflare’s error pages', () => {
  it.each([
    ['cloudflare 1020', [1020]],
    ['cloudflare error 1016', [1016]],
    ['error 1020 cloudflare', [1020]],
    ['error code: 1020', [1020]],
    ['error 1015', [1015]],
    ['1020 access denied', [1020]],
    ['Error 1015 You are being rate limited', [1015]],
    ['why do I get error 1020', [1020]],
    ['cloudflare 1002 vs 1003', [1002, 1003]],
    ['what does Cloudflare’s 1033 mean?', [1033]],
  ])('“%s” asks for %j', (line, numbers) => {
    expect(read(line)).toMatchObject({ kind: 'other', refs: refs(numbers) });
  });

  it.each([
    ['1020', { kind: 'unassigned', code: 1020 }],
    ['http 1020', { kind: 'unassigned', code: 1020 }],
    ['cloudflare 1999', { kind: 'unassigned', code: 1999 }],
    ['csgo error 1001', { kind: 'none' }],
    ['order 1020 is late', { kind: 'none' }],
    ['1020 people', { kind: 'none' }],
    ['cloudflare took 1500 ms', { kind: 'none' }],
    ['mysql error 1045', { kind: 'none' }],
  ])('“%s” does not', (line, reading) => {
    expect(read(line)).toMatchObject(reading);
  });

  it('does not take what Cloudflare counts for one', () => {
    expect(read('cloudflare blocked 1020 requests').kind).not.toBe('other');
  });

  const page = '<h1>Error 1020</h1>\nAccess denied\ncloudflare Ray ID: 8f1';

  it('finds them in a pasted page', () => {
    expect(read(page)).toMatchObject({ kind: 'other', refs: refs([1020]) });
    expect(readMessage('our monitor says:\nerror code: 1016')).toMatchObject({ kind: 'other', refs: refs([1016]) });
  });

  it('keeps them beside the codes of a log', () => {
    expect(read(`HTTP/2 403\nserver: cloudflare\ncf-ray: 8f1\n\nerror code: 1020`)).toMatchObject({
      kind: 'paste',
      findings: [{ code: 403 }],
      others: refs([1020]),
    });
  });

  it('leaves such numbers alone in a log of somebody else', () => {
    expect(
      read('2026-11-24 10:00:00 worker error 1020 in job 7\nHTTP/1.1 500 Internal Server Error'),
    ).not.toHaveProperty('others');
  });
});
