import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaces, placeOf } from '../../src/query/places.ts';

describe('places', () => {
  it('are those of a map, whatever features come in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (features) => {
        const [places, known] = [createPlaces(), new Map<number, number>()];
        for (const feature of features) {
          expect(placeOf(feature, places.table())).toBe(known.get(feature) ?? -1);
          if (!known.has(feature)) known.set(feature, known.size);
          expect(places.add(feature)).toBe(known.get(feature));
        }
        expect([...places.table().features]).toEqual([...known.keys()]);
      }),
    );
  });

  it('stay where they are when the table grows, also those that want the same slot', () => {
    const places = createPlaces();
    // Alike in the bits that choose the slot of the first table.
    const features = Array.from({ length: 100_000 }, (_, at) => (at % 2 === 0 ? at * 8 : (at << 19) | 1));
    const distinct = [...new Set(features)];
    for (const feature of features) places.add(feature);
    const table = places.table();
    expect([...table.features]).toEqual(distinct);
    expect(distinct.map((feature) => placeOf(feature, table))).toEqual([...distinct.keys()]);
  });
});
