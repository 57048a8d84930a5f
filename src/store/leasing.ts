// What the processes that share a database settle among themselves: types only.

/** What somebody has for a while. */
export interface Lease {
  readonly name: string;
  /** Unique for the process. */
  readonly owner: string;
  /** Grows each time that anybody takes it: one that was lost and taken again is another one. */
  readonly fence: number;
}

/**
 * Who has what, among the processes that share the database. Times are those of its clock. Every call rejects where the
 * database does not answer within some seconds: whether it was done is open then.
 */
export interface Leases {
  /**
   * Takes the first of these that is free, or whose time ran out, or that is theirs already.
   * @param wanted.ms for how long
   * @param wanted.family only while nobody has anything whose name begins so, but for the siblings
   * @param wanted.under only while they have this one as well
   * @returns null where there is none
   */
  acquire(
    names: readonly string[],
    wanted: {
      readonly owner: string;
      readonly ms: number;
      readonly family?: { readonly prefix: string; readonly siblings: readonly string[] };
      readonly under?: Lease;
    },
  ): Promise<Lease | null>;
  /** From now on for so many milliseconds, also fewer than were left. @returns false where it is no longer theirs */
  renew(lease: Lease, ms: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  /** The names beginning so that somebody has, in order. */
  live(prefix: string): Promise<readonly string[]>;
  /** Deletes what ran out long ago. */
  forget(): Promise<void>;
}

/** What is to be done once, by whichever process hears of it first. */
export interface Claims {
  /** @returns whether nobody had claimed any of these names */
  claim(names: readonly string[]): Promise<boolean>;
  /** Gives them back: it was not done after all. */
  release(names: readonly string[]): Promise<void>;
  /** Deletes what was claimed so many milliseconds ago, or earlier. @returns how many */
  forget(age: number): Promise<number>;
}
