// What was taken care of already: Slack delivers some events twice, and people double-click.

/** Slack's last redelivery comes about 6 minutes after the event; an hour leaves room for slow networks and edits. */
const KEEP_MS = 60 * 60 * 1000;

/** 30,000 events an hour is the most that Slack delivers for a workspace (docs: events/app_rate_limited). */
const MOST = 30_000;

export interface Seen {
  /** True for the first who asks, false for everybody after. */
  claim(key: string): boolean;
  /** Gives a claim back, for what was not taken care of after all. */
  release(key: string): void;
}

/** Remembers claims for an hour, the newest 30,000 of them. `now` is in milliseconds. */
export function createSeen(now: () => number = Date.now, most = MOST): Seen {
  // A Map keeps insertion order, so the oldest claims stand in front.
  const claims = new Map<string, number>();

  function forgetOld(): void {
    const horizon = now() - KEEP_MS;
    for (const [key, at] of claims) {
      if (at > horizon && claims.size < most) return;
      claims.delete(key);
    }
  }

  return {
    claim: (key) => {
      forgetOld();
      if (claims.has(key)) return false;
      claims.set(key, now());
      return true;
    },
    release: (key) => {
      claims.delete(key);
    },
  };
}
