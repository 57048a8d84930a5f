// Token buckets: who has asked little lately may ask a lot at once, and in the long run everybody as much as the rest.

export interface Bucket {
  /** How many may come at once. */
  readonly size: number;
  /** How many may come for ever after. */
  readonly perSecond: number;
}

/** `first`: of those that are held back in a row, the one at which somebody may be told. */
export type Taken = 'free' | 'first' | 'held';

export interface Buckets {
  /**
   * Takes one from somebody’s bucket.
   * @param now milliseconds on any clock; one that goes back fills nothing
   */
  take(key: string, now: number): Taken;
}

/** How many buckets are kept: some two megabytes. */
const MOST = 20_000;

interface Level {
  left: number;
  at: number;
  told: boolean;
}

/**
 * A bucket for each key. Nothing runs by itself: a bucket fills when it is looked at. Beyond `most` of them, the one that
 * nobody took from the longest is forgotten, which is to say full.
 */
export function createBuckets({ size, perSecond }: Bucket, most = MOST): Buckets {
  // A Map keeps insertion order: whoever comes goes to its end.
  const levels = new Map<string, Level>();

  function levelOf(key: string, now: number): Level {
    const known = levels.get(key);
    levels.delete(key);
    const level = known ?? { left: size, at: now, told: false };
    levels.set(key, level);
    if (levels.size > most) levels.delete(levels.keys().next().value ?? key);
    return level;
  }

  return {
    take: (key, now) => {
      const level = levelOf(key, now);
      level.left = Math.min(size, level.left + (Math.max(0, now - level.at) / 1000) * perSecond);
      level.at = now;
      // Somebody who goes on gets one through now and then: the row ends with a break, not with that.
      if (level.left >= size / 2) level.told = false;
      if (level.left >= 1) {
        level.left -= 1;
        return 'free';
      }
      if (level.told) return 'held';
      level.told = true;
      return 'first';
    },
  };
}
