// Numbers for features, in the order in which they come.
import type { Feature } from './features.ts';

export interface Places {
  readonly size: number;
  /** The number of a feature; -1 where it has none. */
  of(feature: Feature): number;
  /** The number of a feature, which is the next one where it has none yet. */
  add(feature: Feature): number;
  /** The features by their numbers. */
  all(): Int32Array;
}

/** Slots of the first table: a power of two, as all of them. */
const SLOTS = 1 << 16;
const EMPTY = -1;

/** A table with open addressing in two arrays: a `Map` of a quarter of a million numbers takes four times the memory. */
export function createPlaces(): Places {
  let size = 0;
  let features = new Int32Array(SLOTS / 2);
  let slots = new Int32Array(SLOTS).fill(EMPTY);

  /** Where a feature stands, or would. */
  function slotOf(feature: Feature): number {
    const mask = slots.length - 1;
    // The lowest three bits are the kind.
    let slot = (feature >>> 3) & mask;
    for (;;) {
      const place = slots[slot] as number;
      if (place === EMPTY || features[place] === feature) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** At most half of the slots are taken, so that a look-up ends soon. */
  function grow(): void {
    const before = features;
    features = new Int32Array(before.length * 2);
    features.set(before);
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    before.forEach((feature, place) => {
      slots[slotOf(feature)] = place;
    });
  }

  return {
    get size() {
      return size;
    },
    of: (feature) => slots[slotOf(feature)] as number,
    add: (feature) => {
      const known = slots[slotOf(feature)] as number;
      if (known !== EMPTY) return known;
      if (size === features.length) grow();
      features[size] = feature;
      slots[slotOf(feature)] = size;
      size += 1;
      return size - 1;
    },
    all: () => features.slice(0, size),
  };
}
