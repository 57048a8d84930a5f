import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, placesFor } from '../../src/query/places.ts';

const feature = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('places', () => {
  it('are the ranks of features, each counted once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(feature), fc.array(feature), (features, others) => {
        const ranked = [...new Set(features)].sort((a, b) => a - b);
        const places = placesFor(Int32Array.from(features));
        expect([...places]).toEqual(ranked);
        for (const one of [...features, ...others]) expect(placeOf(one, places)).toBe(ranked.indexOf(one));
      }),
    );
  });
});
