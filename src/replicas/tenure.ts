// Having something that only one process may have: taken when it is free, kept by renewing, and given up in time.
import { setTimeout as pause } from 'node:timers/promises';
import type { Log, Tenant, Tenure } from '../port.ts';
import type { Lease, Leases } from '../store/leasing.ts';
import { createSteadyClock } from './clock.ts';

export interface Terms {
  /** How long something is ours without a word from us: after a kill, others wait as long. */
  readonly lease: number;
  /** Between two renewals. */
  readonly renew: number;
  /** Before the lease ends, to fall silent in: what is ours must be over by then. */
  readonly farewell: number;
  /** Between two looks whether something is free. */
  readonly look: number;
}

/** In milliseconds. A database that is away for less than a dozen seconds costs nothing. */
export const TERMS: Terms = { lease: 15_000, renew: 3_000, farewell: 3_500, look: 1_000 };
/** After something could not be used, others have so long to try. */
const REST = 5_000;

export interface TenureOptions {
  readonly leases: Leases;
  /** What may be ours, the first that is free. */
  readonly names: readonly string[];
  /** What the names of everybody who shares with us begin with. */
  readonly prefix: string;
  /** Nothing with this prefix may be anybody's but these, before we take one; all may be, unless given. */
  readonly family?: readonly string[];
  /** Unique for the process. */
  readonly owner: string;
  readonly log: Log;
  /** Only tests have others. */
  readonly terms?: Terms;
}

/** Nothing is tried before `begin`. */
export function createTenure(options: TenureOptions): Tenure & {
  /** Proves to the database that it is ours; null where it is not. */
  lease(): Lease | null;
} {
  const { leases, names, prefix, family, owner, log, terms = TERMS } = options;
  const clock = createSteadyClock();
  const ending = new AbortController();
  let held: { readonly lease: Lease; readonly since: number; until: number } | null = null;
  let peers: readonly string[] = [];
  let running: Promise<void> | null = null;
  /** Whether what we have turned out to be of no use. */
  let declined = false;

  const holds = () => held !== null && clock() < held.until - terms.farewell;
  const sleep = (ms: number) => pause(ms, undefined, { signal: ending.signal }).catch(() => undefined);

  async function take(): Promise<boolean> {
    const before = clock();
    const among = family && { family: { prefix, siblings: family } };
    const lease = await leases.acquire(names, { owner, ms: terms.lease, ...among });
    if (lease === null) return false;
    peers = await leases.live(prefix);
    held = { lease, since: clock(), until: before + terms.lease };
    return true;
  }

  /** @returns false once it is ours no longer, or can be no longer in a moment */
  async function keep(): Promise<boolean> {
    while (held !== null && !declined && !ending.signal.aborted) {
      await sleep(Math.max(0, Math.min(terms.renew, held.until - terms.farewell - clock())));
      if (ending.signal.aborted || declined) return true;
      if (!holds()) return false;
      const before = clock();
      // What the database is asked for may be answered too late.
      const late = new AbortController();
      const left = held.until - terms.farewell - before;
      const renewed = await Promise.race([
        renew(held.lease).catch(() => null),
        pause(left, null, { signal: late.signal }).catch(() => null),
      ]).finally(() => late.abort());
      if (renewed === false) return false;
      if (renewed === null) {
        await sleep(Math.min(terms.renew / 4, Math.max(0, held.until - terms.farewell - clock())));
        continue;
      }
      held.until = before + terms.lease;
    }
    return true;
  }

  async function renew(lease: Lease): Promise<boolean> {
    if (!(await leases.renew(lease, terms.lease))) return false;
    peers = await leases.live(prefix);
    return true;
  }

  async function tenancy(tenant: Tenant): Promise<void> {
    const { lease } = held ?? {};
    if (lease === undefined) return;
    declined = false;
    log.info({ lease: lease.name }, 'replicas: taken');
    const using = tenant.gained(names.indexOf(lease.name)).catch(() => {
      declined = true;
    });
    const kept = await keep();
    const wasDeclined = declined;
    const lost = !kept;
    held = null;
    if (lost) log.warn({ lease: lease.name }, 'replicas: could not be kept, giving it up');
    await tenant.lost(lost);
    // Also where it may be somebody else's by now: then nothing is changed.
    await leases.release(lease).catch(() => undefined);
    if (ending.signal.aborted) return;
    await using;
    if (wasDeclined) await sleep(REST * (1 + Math.random()));
  }

  async function run(tenant: Tenant): Promise<void> {
    let waits = false;
    while (!ending.signal.aborted) {
      // Who cannot ask does not know whether others have it.
      const taken = await take().catch(() => null);
      // Ended while it was being taken.
      if (ending.signal.aborted) {
        if (held !== null) await leases.release(held.lease).catch(() => undefined);
        held = null;
        return;
      }
      if (taken === true) {
        waits = false;
        await tenancy(tenant);
        continue;
      }
      if (taken === false && !waits) tenant.waits?.();
      waits ||= taken === false;
      await sleep(terms.look * (0.75 + Math.random() / 2));
    }
  }

  return {
    begin: (tenant) => {
      running ??= run(tenant);
    },
    end: async () => {
      ending.abort();
      await running;
    },
    holds,
    lease: () => (holds() ? (held?.lease ?? null) : null),
    standing: () => {
      // Whoever has not heard of us yet has fallen silent by then: together, nobody counts on too large a part.
      const settled = held !== null && (peers.length < 2 || clock() - held.since > terms.lease);
      if (held === null || !holds() || !settled) return null;
      return { index: Math.max(0, peers.indexOf(held.lease.name)), of: Math.max(1, peers.length) };
    },
  };
}
