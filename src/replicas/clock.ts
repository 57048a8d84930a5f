// How long ago something was, on the safe side.

/**
 * Milliseconds that only grow. A machine that slept, or was stopped and moved, does not count that with its steady clock
 * (Linux, CLOCK_MONOTONIC); its clock of the day does, once it is set. So whichever went further counts: a lease may seem
 * to end too early, and never too late.
 */
export function createSteadyClock(
  steady: () => number = () => performance.now(),
  ofTheDay: () => number = () => Date.now(),
): () => number {
  let last = { steady: steady(), ofTheDay: ofTheDay() };
  let elapsed = 0;
  return () => {
    const now = { steady: steady(), ofTheDay: ofTheDay() };
    elapsed += Math.max(0, now.steady - last.steady, now.ofTheDay - last.ofTheDay);
    last = now;
    return elapsed;
  };
}
