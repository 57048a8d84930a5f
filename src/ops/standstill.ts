// A process that stood still cannot say so while it does, and its supervisor sees no more than that it does not answer.
import type { Log } from '../port.ts';

/** Between two looks. In milliseconds, as is the next. */
const LOOK = 1_000;
/** Platforms wait three seconds for an answer: after two, many have waited in vain. */
const WORTH_A_LINE = 2_000;

/** Writes one line each time that nothing in the process had its turn for more than two seconds. */
export function watchStandstill(log: Pick<Log, 'warn'>): { stop(): Promise<void> } {
  let last = performance.now();
  const timer = setInterval(() => {
    const ms = Math.round(performance.now() - last - LOOK);
    last = performance.now();
    if (ms > WORTH_A_LINE)
      log.warn({ ms }, 'the process stood still, and who asked meanwhile has waited; give it more of a processor');
  }, LOOK);
  timer.unref();
  return { stop: async () => clearInterval(timer) };
}
