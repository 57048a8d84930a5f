// Whether work grows no faster than the text it is done on: a guard against regular expressions that backtrack.
import { threadCpuUsage } from 'node:process';

/** Twice the text is twice the work; four times as much would be a square. Between the two is room for chance. */
const MOST_GROWTH = 3.5;
/** Milliseconds: of less than this nothing can be concluded. */
const NEGLIGIBLE = 25;

/**
 * Whether the whole text takes about twice the work of its half.
 * @param text long enough that a square would show: some ten thousand characters
 */
export function isLinear(work: (text: string) => unknown, text: string): boolean {
  const half = text.slice(0, text.length / 2);
  work(half);
  return effort(work, text) < effort(work, half) * MOST_GROWTH + NEGLIGIBLE;
}

/** Milliseconds of work, the least of three. Work is counted, not time: a busy machine lets one wait. */
function effort(work: (text: string) => unknown, text: string): number {
  const once = () => {
    const before = threadCpuUsage();
    work(text);
    return threadCpuUsage(before).user / 1000;
  };
  return Math.min(once(), once(), once());
}
