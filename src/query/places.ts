// Numbers for features, in the order in which they come.
import type { Feature } from './features.ts';

/**
 * A table with open addressing in two arrays: a `Map` of a quarter of a million numbers takes four times the memory, and
 * cannot be handed from thread to thread.
 */
export interface Places {
  /** The features by their numbers. */
  readonly features: Int32Array;
  /** By hash: a number; EMPTY where there is none. A power of two long, and at most half full, so that a look-up ends soon. */
  readonly slots: Int32Array;
}

const EMPTY = -1;
const FIRST_SLOTS = 1 << 16;

/** The number of a feature; -1 where it has none. */
export function placeOf(feature: Feature, { features, slots }: Places): number {
  return slots[slotOf(feature, features, slots)] as number;
}

/** Where a feature stands, or would. */
function slotOf(feature: Feature, features: Int32Array, slots: Int32Array): number {
  const mask = slots.length - 1;
  // The lowest three bits are the kind.
  let slot = (feature >>> 3) & mask;
  for (;;) {
    const place = slots[slot] as number;
    if (place === EMPTY || features[place] === feature) return slot;
    slot = (slot + 1) & mask;
  }
}

/** A table that grows. */
export function createPlaces() {
  let size = 0;
  let features = new Int32Array(FIRST_SLOTS / 2);
  let slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);

  function grow(): void {
    const before = features;
    features = new Int32Array(before.length * 2);
    features.set(before);
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    before.forEach((feature, place) => {
      slots[slotOf(feature, features, slots)] = place;
    });
  }

  return {
    /** The number of a feature, which is the next one where it has none yet. */
    add: (feature: Feature): number => {
      const known = placeOf(feature, { features, slots });
      if (known !== EMPTY) return known;
      if (size === features.length) grow();
      features[size] = feature;
      slots[slotOf(feature, features, slots)] = size;
      size += 1;
      return size - 1;
    },
    /** What has come so far. */
    table: (): Places => ({ features: features.slice(0, size), slots }),
  };
}
