// How long a question stays open.
import type { Delivery } from '../store/records.ts';

/** At least this long, unless it was meant to be open for less. In milliseconds. */
const SHORTEST_OPEN = 30 * 60_000;

/** When a quiz may be closed that was, or would be, posted at a moment: as planned, unless it came too late for that. */
export function opensUntil(quiz: Delivery, reveal: Delivery, posted: number): number {
  return Math.max(reveal.notBefore, posted + Math.min(reveal.notBefore - quiz.notBefore, SHORTEST_OPEN));
}
