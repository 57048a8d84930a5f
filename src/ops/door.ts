// The process as seen from outside: one server, with its health and its metrics, and whatever else is handed over.
import type { Log, Meter } from '../port.ts';
import { createHealth } from './health.ts';
import type { Sight } from './metrics.ts';
import { createWebServer, type WebServer } from './server.ts';

export interface Door extends WebServer {
  /** Counts from `count` on. */
  readonly meter: Meter;
  /** Begins to count, and to answer `GET /metrics`. */
  count(): Promise<void>;
  /** From now on not ready. */
  stopping(): void;
}

/** Opened, it answers `GET /livez` and `GET /readyz`. @param options.sight what is seen of whoever does the work */
export function createDoor(options: {
  readonly port: number;
  readonly log: Log;
  readonly sight: Sight;
  /** What is worth knowing of what is well. */
  readonly notes?: () => Readonly<Record<string, string>>;
}): Door {
  const { sight, notes = () => ({}), log } = options;
  const server = createWebServer(options);
  const health = createHealth({ look: sight.troubles, notes, log });
  let meter: Meter = () => {};
  server.serve(health.routes);
  return {
    ...server,
    meter: (happening) => meter(happening),
    count: async () => {
      // Loaded once people are answered: it takes some fifty milliseconds, and Prometheus comes later anyway.
      const { createMetrics } = await import('./metrics.ts');
      const metrics = createMetrics({ ...sight, troubles: health.look });
      meter = metrics.meter;
      server.serve([metrics.route]);
    },
    stopping: health.stopping,
  };
}
