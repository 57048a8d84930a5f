import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpDate, writeHttpDate } from '../../src/query/http-date.ts';

const RFC_EXAMPLE = Date.UTC(1994, 10, 6, 8, 49, 37);

describe('a date of HTTP', () => {
  it.each([
    ['the form of today', 'sun, 06 nov 1994 08:49:37 gmt'],
    ['the form of RFC 850', 'sunday, 06-nov-94 08:49:37 gmt'],
    ['the form of asctime', 'sun nov 6 08:49:37 1994'],
  ])('is read in %s', (_, text) => {
    expect(readHttpDate(text)).toEqual({ time: RFC_EXAMPLE, length: text.length });
    expect(readHttpDate(`${text} and more`)?.length).toBe(text.length);
  });

  it.each([
    '',
    'soon',
    '120',
    '2026-11-25t09:00:00z',
    'wed, 31 feb 2026 09:00:00 gmt',
    'wed, 25 nov 2026 24:00:00 gmt',
    'wed, 25 nov 2026 09:60:00 gmt',
    'wed, 25 nov 2026 09:00:00 cet',
    'wed, 25 nov 2026',
  ])('is none: %j', (text) => {
    expect(readHttpDate(text)).toBeNull();
  });

  it('that was written is read as the same second', () => {
    const seconds = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        expect(readHttpDate(writeHttpDate(second * 1000).toLowerCase())?.time).toBe(second * 1000);
      }),
    );
  });
});
