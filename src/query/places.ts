// Numbers for features: each has its rank among all of them, so that a sorted array is the whole table.
import type { Feature } from './features.ts';

const NONE = -1;

/** @returns each feature once, in ascending order: what `placeOf` looks in */
export function placesFor(features: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const sorted = features.toSorted();
  let end = 0;
  for (const feature of sorted) {
    if (end > 0 && feature === sorted[end - 1]) continue;
    sorted[end] = feature;
    end += 1;
  }
  return sorted.slice(0, end);
}

/** The number of a feature, by halving; -1 where it has none. */
export function placeOf(feature: Feature, places: Int32Array): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((places[middle] as number) < feature) from = middle + 1;
    else to = middle;
  }
  return places[from] === feature ? from : NONE;
}
