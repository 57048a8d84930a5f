// Whether work grows no faster than the text it is done on: a guard against regular expressions that backtrack.
import { threadCpuUsage } from 'node:process';

/** Twice the text is twice the work; four times as much would be a square. Between the two is room for chance. */
const MOST_GROWTH = 3.5;
/** Milliseconds: of less than this nothing can be concluded. */
const NEGLIGIBLE = 25;

/** Of less growth than this, one look is enough: a square would have to be measured at two thirds of what it takes. */
const PLAIN_GROWTH = 2.5;

/**
 * Whether the whole text takes about twice the work of its half.
 * @param text long enough that a square would show: some ten thousand characters
 * @param quick milliseconds in which it is fine, however it grows
 */
export function isLinear(work: (text: string) => unknown, text: string, quick = NEGLIGIBLE): boolean {
  const half = text.slice(0, text.length / 2);
  work(half);
  let [whole, part] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const growth of [PLAIN_GROWTH, PLAIN_GROWTH, MOST_GROWTH]) {
    whole = Math.min(whole, effort(work, text));
    if (whole <= quick) return true;
    part = Math.min(part, effort(work, half));
    if (whole < part * growth + NEGLIGIBLE) return true;
  }
  return false;
}

/** Milliseconds of work. Work is counted, not time: a busy machine lets one wait. */
export function effort(work: (text: string) => unknown, text: string): number {
  const before = threadCpuUsage();
  work(text);
  return threadCpuUsage(before).user / 1000;
}
