// What takes too long to be made in one go: made in steps beforehand, or at once where somebody is waiting for it.

export interface Stepwise<Value> {
  /** The value, made to the end first where it is not yet. */
  get(): Value;
  isMade(): boolean;
  /** Makes the next part, a few milliseconds' worth; false once nothing is left to do. */
  step(): boolean;
}

/** @param make yields wherever others may have their turn */
export function stepwise<Value>(make: () => Generator<void, Value>): Stepwise<Value> {
  let underWay: Generator<void, Value> | undefined;
  let made: { readonly value: Value } | undefined;
  function step(): boolean {
    if (made !== undefined) return false;
    underWay ??= make();
    const { done, value } = underWay.next();
    if (done === true) made = { value };
    return made === undefined;
  }
  return {
    isMade: () => made !== undefined,
    step,
    get: () => {
      while (made === undefined) step();
      return made.value;
    },
  };
}
