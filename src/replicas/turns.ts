// Doing something one process at a time, with a pause between two of them.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, TakeTurn } from '../port.ts';
import type { Lease, Leases } from '../store/leasing.ts';

/** For the check, and for a process that dies meanwhile. In milliseconds. */
const CHECKING = 10_000;
/** Between two looks. */
const LOOK = 300;
/** After a check that failed. */
const REST = 1_000;

/**
 * @param options.under what a process must have to take its turn: by the database's word, at the moment of taking it
 * @param options.name what the turns are about; each queue is a lease of its own
 */
export function createTurns(options: {
  readonly leases: Leases;
  readonly owner: string;
  readonly name: string;
  readonly under: () => Lease | null;
  readonly log: Log;
}): TakeTurn {
  const { leases, owner, name, under, log } = options;
  return async ({ queue, pause, check, onWait, signal }) => {
    const lease = `${name} ${queue}`;

    /** @returns 0 when it is our turn; else the milliseconds after which to try again */
    async function attempt(): Promise<number> {
      const mine = under();
      if (mine === null) return LOOK;
      const turn = await leases.acquire([lease], { owner, ms: CHECKING, under: mine }).catch(() => null);
      if (turn === null) return LOOK;
      const wait = await check().catch((thrown: unknown) => {
        log.warn({ lease, reason: thrown instanceof Error ? thrown.message : 'unknown' }, 'replicas: not our turn yet');
        return REST;
      });
      // The pause counts from now and not from before the check.
      const ours = wait === 0 && (await leases.renew(turn, pause).catch(() => false));
      if (ours) return 0;
      await leases.release(turn).catch(() => undefined);
      return wait || LOOK;
    }

    for (let wait = await attempt(); wait > 0; wait = await attempt()) {
      onWait();
      await sleep(wait * (0.75 + Math.random() / 2), undefined, { signal });
    }
    signal.throwIfAborted();
  };
}
