// Discord's ids: milliseconds since 2015, then a counter. Programs read the age of things from them.

/** 2015-01-01T00:00:00Z. docs: reference, snowflakes */
const EPOCH = 1_420_070_400_000n;
let counter = 0n;

/** A new id for something that happens at this time, in epoch milliseconds. */
export function newId(at = Date.now()): string {
  counter = (counter + 1n) % 4096n;
  return String(((BigInt(at) - EPOCH) << 22n) | counter);
}

/** When something with this id happened, in epoch milliseconds. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH);
}
