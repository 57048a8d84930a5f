// What is to be done once a day, by one of however many processes.
import { newId } from '../store/id.ts';
import type { Leases } from '../store/leasing.ts';

/** For the work: whoever dies over it has kept others from it for so long. In milliseconds. */
const WORKING = 30 * 60_000;
/** Afterwards nobody has to for most of a day: the next one is to find it free at about the same time. */
const REST = 23 * 60 * 60_000;

/**
 * Does it, unless another process does or has today. Where it fails it is free again.
 * @param leases null where there is only this process, which is to come once a day
 */
export async function daily(leases: Leases | null, name: string, work: () => Promise<void>): Promise<void> {
  if (leases === null) return await work();
  // A name for this once: what this process has done today is done for itself as well.
  const lease = await leases.acquire([name], { owner: newId(), ms: WORKING });
  if (lease === null) return;
  try {
    await work();
  } catch (thrown) {
    await leases.release(lease).catch(() => undefined);
    throw thrown;
  }
  await leases.renew(lease, REST);
}
