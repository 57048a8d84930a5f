// Trying again what may work the next time.
import { setTimeout as pause } from 'node:timers/promises';

/** Does it until it works, `tries` times at most, with a pause of `after` milliseconds. Rejects as the last one did. */
export async function insist<Result>(work: () => Promise<Result>, tries: number, after: number): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (tries <= 1) throw thrown;
    await pause(after, undefined, { ref: false });
    return await insist(work, tries - 1, after);
  }
}
