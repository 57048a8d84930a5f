// Counting what happens, for Prometheus.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Happening, Meter, Route } from '../port.ts';
import { type Metric, metrics } from './metric-table.ts';

/** What can only be seen by looking, when somebody asks. Null where it cannot be seen right now. */
export interface Sight {
  /** `oldestMs`: how long the oldest has been due. */
  readonly backlog: () => Promise<{ readonly due: number; readonly oldestMs: number } | null>;
  /** Null for what is well. */
  readonly troubles: () => Promise<Readonly<Record<string, string | null>>>;
}

export interface Metrics {
  readonly meter: Meter;
  /** `GET /metrics` */
  readonly route: Route;
}

/** Whoever asks gives up after some seconds, a database that hangs does not. In milliseconds. */
const LOOK_WITHIN = 2_000;
/** Teapot uses a dozen methods of Slack’s, and six kinds of Discord’s. */
const MOST_CALLS = 40;

export function createMetrics(sight: Sight): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const answers = counter(metrics.answers, register);
  const answerTime = histogram(metrics.answerTime, register);
  const deliveries = counter(metrics.deliveries, register);
  const deliveryLag = histogram(metrics.deliveryLag, register);
  const calls = counter(metrics.calls, register);
  const callTime = histogram(metrics.callTime, register);
  const limited = counter(metrics.limited, register);
  const invalid = counter(metrics.invalid, register);
  const outboxDue = gauge(metrics.outboxDue, register);
  const outboxOldest = gauge(metrics.outboxOldest, register);
  const ready = gauge(metrics.ready, register);

  /** Each value of a label is a series that Prometheus keeps: whatever becomes of an address, there are few. */
  const callNames = new Set<string>();
  function known(call: string): string {
    if (callNames.size < MOST_CALLS) callNames.add(call);
    return callNames.has(call) ? call : 'other';
  }

  function meter(happening: Happening): void {
    const { platform } = happening;
    switch (happening.kind) {
      case 'answered': {
        const { ask, about, ms } = happening;
        answers.inc({ platform, ask, about });
        answerTime.observe({ platform, ask }, ms / 1000);
        return;
      }
      case 'delivered': {
        const { post, result, lateMs } = happening;
        deliveries.inc({ platform, post, result });
        if (lateMs !== undefined) deliveryLag.observe({ platform, post }, lateMs / 1000);
        return;
      }
      case 'called': {
        const { call, status, ms, limit } = happening;
        const named = known(call);
        calls.inc({ platform, call: named, status });
        callTime.observe({ platform, call: named }, ms / 1000);
        if (limit !== undefined) limited.inc({ platform, limit });
        if (happening.invalid) invalid.inc();
        return;
      }
      default:
        happening satisfies never;
    }
  }

  /** What cannot be seen is left out: an old figure would be taken for a new one. */
  async function look(): Promise<void> {
    const [backlog, troubles] = await Promise.all([within(sight.backlog()), within(sight.troubles())]);
    for (const one of [outboxDue, outboxOldest, ready]) one.reset();
    if (backlog === null) for (const one of [outboxDue, outboxOldest]) one.remove();
    else {
      outboxDue.set(backlog.due);
      outboxOldest.set(backlog.oldestMs / 1000);
    }
    for (const [check, trouble] of Object.entries(troubles ?? {})) ready.set({ check }, trouble === null ? 1 : 0);
  }

  return {
    meter,
    route: {
      method: 'GET',
      path: '/metrics',
      answer: async () => {
        await look();
        return { status: 200, headers: { 'content-type': register.contentType }, body: await register.metrics() };
      },
    },
  };
}

function optionsOf({ name, help, labels }: Metric, register: Registry) {
  return { name, help, labelNames: Object.keys(labels), registers: [register] };
}

function counter(metric: Metric, register: Registry): Counter {
  return new Counter(optionsOf(metric, register));
}

function gauge(metric: Metric, register: Registry): Gauge {
  return new Gauge(optionsOf(metric, register));
}

function histogram(metric: Metric, register: Registry): Histogram {
  return new Histogram({ ...optionsOf(metric, register), buckets: [...(metric.buckets ?? [])] });
}

/** Null where it fails, or takes too long. */
async function within<Seen>(looking: Promise<Seen>): Promise<Seen | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), LOOK_WITHIN);
  return await Promise.race([looking.catch(() => null), late.promise]).finally(() => clearTimeout(timer));
}
