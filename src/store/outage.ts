// While the database cannot be used: said once, seen from outside, and looked at until it can be again.
import type { StoreLog, StoreProblem } from './store.ts';

/** Between two looks whether it can be used again. In milliseconds, as is the next. */
const LOOK = 1_000;
/** Whoever has not answered by then does not. */
const ANSWER_WITHIN = 3_000;

export interface Outage {
  /** What is wrong, in a few words without an address; null while all is well. */
  trouble(): string | null;
  /** A query, or the way to it, has failed. Whatever is no fault of the database is passed over. */
  noticed(thrown: unknown): void;
  /** Something seems to be wrong that nobody has waited for. */
  suspect(): void;
  /** Looks no more. */
  end(): void;
}

/** Nothing is looked at while all is well. */
export function createOutage(options: {
  /** What an error says of the database in a few words; null where it is about the query. */
  readonly wrong: (thrown: unknown) => string | null;
  readonly inWords: (thrown: unknown) => StoreProblem;
  /** Writes a little, changing nothing: reading says nothing of a full disk. */
  readonly probe: () => Promise<void>;
  readonly log?: StoreLog | undefined;
  /** Only tests are quicker. */
  readonly look?: number;
  readonly within?: number;
}): Outage {
  const { wrong, inWords, probe, log, look = LOOK, within = ANSWER_WITHIN } = options;
  let found: { readonly words: string; readonly since: number } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let probing = false;
  let ended = false;

  function noticed(thrown: unknown): void {
    const words = wrong(thrown);
    if (words === null || ended || found?.words === words) return;
    found = { words, since: found?.since ?? performance.now() };
    const { message: reason } = inWords(thrown);
    log?.error({ reason }, 'store: the database cannot be used, trying again until it can');
    timer ??= setInterval(() => void lookAgain(), look).unref();
  }

  async function lookAgain(): Promise<void> {
    if (probing || ended) return;
    probing = true;
    const silence = setTimeout(() => noticed(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), within);
    // One at a time, however long it takes: each that hangs has a connection.
    await probe()
      .then(well, noticed)
      .finally(() => {
        clearTimeout(silence);
        probing = false;
      });
  }

  function well(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
    if (found === null || ended) return;
    const seconds = Math.round((performance.now() - found.since) / 1000);
    found = null;
    log?.info({ seconds }, 'store: the database can be used again');
  }

  return {
    trouble: () => found?.words ?? null,
    noticed,
    suspect: () => void lookAgain(),
    end: () => {
      ended = true;
      if (timer !== null) clearInterval(timer);
    },
  };
}
