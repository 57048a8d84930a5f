// What a process that is gone has left behind.
import type { Delivery } from '../store/records.ts';
import type { Store } from '../store/store.ts';

const AT_ONCE = 200;
/** How long a row is ours: longer than taking it, waiting for its turn and three attempts of ten seconds. */
export const LEASE = 60_000;

/** A row was surely never sent when no request for it began: that is written down before its last byte leaves. */
export function hasBegun({ firstTriedAt }: Delivery): boolean {
  return firstTriedAt !== null;
}

/**
 * Takes over every row under a lease, without waiting for the leases to run out: nobody else uses a file of SQLite. What
 * had not begun is pending again; what had is to be looked at now.
 */
export async function takeOver(store: Store, owner: string, now: number): Promise<void> {
  const { deliveries } = store;
  // Leases are counted from the clock of whoever took them, and their rows are to be looked at when they run out.
  const later = now + LEASE;
  await deliveries.expireLeases(later);
  const left: Delivery[] = [];
  for (;;) {
    const rows = await deliveries.claimUnknown({ owner, now: later, leaseMs: LEASE, limit: AT_ONCE });
    if (rows.length === 0) break;
    left.push(...rows);
  }
  const fresh = left.filter((row) => !hasBegun(row)).map(({ id }) => id);
  await deliveries.release(fresh, owner);
  for (const { id, error } of left.filter(hasBegun))
    await deliveries.markUnknown(id, owner, error ?? 'taken over', now);
}
