// The playground's clock: real time, and ahead of it by as much as it was moved. Shared with another thread.

/** Milliseconds ahead of real time, in memory that threads share. */
export type Ahead = SharedArrayBuffer;

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Moves on to this time; never back. */
  moveTo(time: number): void;
  /** For a clock in another thread that shows the same. */
  readonly ahead: Ahead;
}

export function createClock(ahead: Ahead = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)): Clock {
  const by = new BigInt64Array(ahead);
  const now = () => Date.now() + Number(Atomics.load(by, 0));
  return {
    now,
    moveTo: (time) => void Atomics.add(by, 0, BigInt(Math.max(0, Math.ceil(time - now())))),
    ahead,
  };
}
