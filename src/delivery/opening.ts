// How long a question stays open.
import { closesAt } from '../quiz/calendar.ts';
import type { Delivery } from '../store/records.ts';

/** When a quiz may be closed that was, or would be, posted at a moment: as planned, unless it came too late for that. */
export function opensUntil(quiz: Delivery, reveal: Delivery, posted: number): number {
  return closesAt(quiz.notBefore, reveal.notBefore, posted);
}
