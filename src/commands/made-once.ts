// Answers that follow from the catalog alone, made once: the same question gets the very same answer, and whoever draws it
// can keep what it looks like.
import type { Answer } from '../answer/answer.ts';
import { isOfCatalog } from '../query/of-catalog.ts';
import type { Reading } from '../query/reading.ts';
import type { Stack } from './in-stack.ts';

/** Answers kept, the last that were asked for: some kilobytes each. */
const KEPT = 300;

const kept = new Map<string, Answer>();

/** @param make pure: of the reading and the stack, and of nothing else */
export function madeOnce(reading: Reading, stack: Stack, make: () => Answer): Answer {
  if (!isOfCatalog(reading)) return make();
  const key = JSON.stringify([reading, stack]);
  const answer = kept.get(key) ?? make();
  // A Map keeps the order: what was not asked for the longest time stands in front, and goes.
  kept.delete(key);
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return answer;
}
