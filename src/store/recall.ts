// What nearly every question looks up, and hardly anybody changes, is read once and kept until its table is written.

/** Results of one query that are kept: some kilobytes for each thousand, since nearly all are empty. */
const MOST = 10_000;

export interface Recall {
  /**
   * The same query, which answers from memory what it was asked before.
   * @param tables all that it reads
   * @param query of values that JSON tells apart; nobody may change what it finds
   */
  of<Asked extends readonly unknown[], Found>(
    tables: readonly string[],
    query: (...asked: Asked) => Promise<Found>,
  ): (...asked: Asked) => Promise<Found>;
  /** Somebody has written to a table, or (null) to any. */
  wrote(table: string | null): void;
}

interface Kept {
  readonly found: unknown;
  readonly at: number;
}

/**
 * @param lasting milliseconds for which what was found holds: without end where nobody else writes to the database
 * @param now milliseconds on a clock that nobody turns
 */
export function createRecall(lasting: number, now: () => number = () => performance.now()): Recall {
  const forgetting = new Map<string, Set<() => void>>();

  return {
    of: (tables, query) => {
      const kept = new Map<string, Kept>();
      /** How often it was forgotten: what was being looked up meanwhile may be out of date. */
      let times = 0;
      const forget = () => {
        times += 1;
        kept.clear();
      };
      for (const table of tables) forgetting.set(table, (forgetting.get(table) ?? new Set()).add(forget));

      return async (...asked) => {
        const key = JSON.stringify(asked);
        const known = kept.get(key);
        if (known !== undefined && now() - known.at < lasting) return known.found as Awaited<ReturnType<typeof query>>;
        const [before, at] = [times, now()];
        const found = await query(...asked);
        if (before !== times) return found;
        // A Map keeps the order: what was looked up first stands in front, and goes.
        kept.delete(key);
        kept.set(key, { found, at });
        const [oldest] = kept.keys();
        if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
        return found;
      };
    },
    wrote: (table) => {
      const told = table === null ? [...forgetting.values()] : [forgetting.get(table) ?? []];
      for (const all of told) for (const forget of all) forget();
    },
  };
}
