// Whether the process turns, and whether it can do its work: what supervisors and load balancers ask.
import type { Log, Route, WebReply } from '../port.ts';

/** What is wrong with each thing that is needed, in a few words without a secret; null where it is well. */
export type Troubles = Readonly<Record<string, string | null>>;

/** However often somebody asks, what is needed is looked at once a second at most. In milliseconds. */
const KEPT = 1_000;
/** Whoever asks gives up after some seconds; a database that hangs must not take them along. In milliseconds. */
const LOOK_WITHIN = 2_000;

type Noted = Readonly<Record<string, string>>;

export interface Health {
  /** `GET /livez` and `GET /readyz`. */
  readonly routes: readonly Route[];
  /** What is wrong right now; never rejects. */
  look(): Promise<Troubles>;
  /** From now on not ready, whatever else is well. */
  stopping(): void;
}

/**
 * @param options.look what is needed, looked at anew each time
 * @param options.log told when ready turns to not ready, or back, in the eyes of whoever asks
 */
export function createHealth(options: {
  readonly look: () => Promise<Troubles>;
  /** What is said of a thing that is well, instead of "ok": that another process does its work. */
  readonly notes?: () => Noted;
  readonly log: Log;
  readonly within?: number;
}): Health {
  const { log, notes = (): Noted => ({}), within = LOOK_WITHIN } = options;
  let last: { readonly at: number; readonly troubles: Promise<Troubles>; readonly noted: Noted } | null = null;
  let isStopping = false;
  let wasReady: boolean | null = null;

  async function lookAnew(): Promise<Troubles> {
    const late = Promise.withResolvers<Troubles>();
    const timer = setTimeout(() => late.resolve({ process: 'it takes too long to look' }), within);
    const failed = (): Troubles => ({ process: 'it cannot be looked at' });
    return await Promise.race([options.look().catch(failed), late.promise]).finally(() => clearTimeout(timer));
  }

  async function look(): Promise<Troubles> {
    if (last === null || performance.now() - last.at > KEPT)
      last = { at: performance.now(), troubles: lookAnew(), noted: notes() };
    const troubles = await last.troubles;
    return isStopping ? { ...troubles, process: 'stopping' } : troubles;
  }

  async function readiness(): Promise<WebReply> {
    const troubles = await look();
    const ready = Object.values(troubles).every((trouble) => trouble === null);
    const checks = Object.fromEntries(
      Object.entries(troubles).map(([name, trouble]) => [name, trouble ?? last?.noted[name] ?? 'ok']),
    );
    if (wasReady !== null && wasReady !== ready && !isStopping)
      log[ready ? 'info' : 'warn'](ready ? {} : { checks }, ready ? 'ready again' : 'not ready');
    wasReady = ready;
    return {
      status: ready ? 200 : 503,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: `${JSON.stringify({ ready, checks })}\n`,
    };
  }

  return {
    routes: [
      { method: 'GET', path: '/livez', answer: async () => ({ status: 200, body: 'ok\n' }) },
      { method: 'GET', path: '/readyz', answer: readiness },
    ],
    look,
    stopping: () => {
      isStopping = true;
    },
  };
}
