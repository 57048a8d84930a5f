// The limit on all requests of a bot together. docs: topics/rate-limits, global rate limit

const SECOND = 1000;

export interface Rate {
  /** 0 where a request may pass; else the milliseconds after which one may. What is turned away does not count. */
  wait(): number;
}

/** So many requests within any second; all of them with Infinity. `clock`: milliseconds that only grow. */
export function createRate(perSecond: number, clock: () => number = () => performance.now()): Rate {
  const passed: number[] = [];
  return {
    wait: () => {
      if (perSecond === Number.POSITIVE_INFINITY) return 0;
      const now = clock();
      while (passed[0] !== undefined && passed[0] <= now - SECOND) passed.shift();
      const [oldest] = passed;
      if (oldest !== undefined && passed.length >= perSecond) return Math.ceil(oldest + SECOND - now);
      passed.push(now);
      return 0;
    },
  };
}
