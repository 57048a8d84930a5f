import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../src/answer/fit.ts';

describe('shorten', () => {
  it.each([
    ['fits as it is', 14, 'fits as it is'],
    ['cut at the end of a word', 14, 'cut at the…'],
    ['anextremelylongwordthathasnospaces', 10, 'anextreme…'],
    ['ab🙂cd', 4, 'ab…'],
  ])('turns “%s” within %i into “%s”', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });

  it('never exceeds the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (text, limit) => {
        expect(shorten(text, limit).length).toBeLessThanOrEqual(limit);
        expect(shorten(text, limit).isWellFormed()).toBe(true);
      }),
    );
  });
});
