// Answers that follow from the catalog alone, made once: the same question gets the very same answer, and whoever draws it
// can keep what it looks like.
import type { Answer } from '../answer/answer.ts';
import { isOfCatalog } from '../query/of-catalog.ts';
import type { Reading } from '../query/reading.ts';
import { createRecent } from '../query/recent.ts';
import type { Stack } from './in-stack.ts';

/** Answers kept, the last that were asked for: some kilobytes each. */
const KEPT = 300;

const kept = createRecent<Answer>(KEPT);

/** @param make pure: of the reading and the stack, and of nothing else */
export function madeOnce(reading: Reading, stack: Stack, make: () => Answer): Answer {
  if (!isOfCatalog(reading)) return make();
  const key = JSON.stringify([reading, stack]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const answer = make();
  kept.set(key, answer);
  return answer;
}
