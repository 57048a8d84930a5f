import { describe, expect, it } from 'vitest';
import { select } from '../../src/catalog/selection.ts';
import { read } from '../../src/query/read.ts';

/** The codes of a list that a line asks for; null where it asks for something else. */
function listed(line: string): readonly number[] | null {
  const reading = read(line);
  if (reading.kind !== 'class' || reading.only === undefined) return null;
  return [...new Set(select(reading.only).map(({ code }) => code))];
}

describe('reading lists by a fact', () => {
  it.each([
    ['nginx codes', [444, 494, 495, 496, 497, 498, 499]],
    ['list cloudflare codes', [520, 521, 522, 523, 524, 525, 526, 527, 530]],
    ['which codes does cloudflare use', [520, 521, 522, 523, 524, 525, 526, 527, 530]],
    ['codes of the AWS load balancer', [0, 460, 463, 464, 561]],
    ['arcgis codes', [498, 499]],
    ['which codes are cacheable by default', [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501]],
    ['4xx cacheable codes', [404, 405, 410, 414, 451]],
    ['codes that must not be cached', [100, 101, 102, 103, 104, 428, 429, 431, 511]],
    ['which codes may I retry', [408, 421, 423, 425, 429, 500, 502, 503, 504, 511]],
    ['which client errors are retryable', [408, 421, 423, 425, 429]],
    ['which have no body', [100, 101, 102, 103, 104, 204, 205, 304]],
    ['codes without a body', [100, 101, 102, 103, 104, 204, 205, 304]],
    ['which need a WWW-Authenticate header', [401, 403]],
    ['which codes need Retry-After', [413, 429, 503]],
    ['codes from WebDAV', [102, 207, 208, 422, 423, 424, 507, 508]],
    ['codes added by RFC 6585', [428, 429, 431, 511]],
    ['rfc 7538', [308]],
    ['deprecated codes', [102, 305, 306, 418, 510]],
    ['common 5xx codes', [500, 501, 502, 503, 504]],
  ])('“%s” lists %j', (line, codes) => {
    expect(listed(line)).toEqual(codes);
  });

  it('puts the strongest rule first where a header is asked for', () => {
    expect(listed('which need a Location header')?.slice(0, 2)).toEqual([104, 201]);
    expect(listed('which need a Location header')?.at(-1)).toBe(202);
  });

  it('lists a vendor’s substatuses only for itself', () => {
    expect(listed('iis codes')).toContain(404);
    expect(listed('vendor codes')).not.toContain(404);
    expect(listed('vendor codes')).toEqual(expect.arrayContaining([0, 444, 520, 999]));
  });

  it.each([
    ['4xx'],
    ['all codes'],
    ['common codes'],
    ['error codes'],
    ['which code has no body'],
    ['which status code means that the client may retry'],
    ['what is the code for cacheable responses'],
    ['nginx errors when the upstream is slow'],
    ['nginx says upstream timed out'],
    ['rfc 2616'],
    ['the retry button is deprecated'],
  ])('“%s” is none of them', (line) => {
    expect(listed(line)).toBeNull();
  });
});
