// What was used last is kept; of too many, what nobody has used for the longest time goes.

export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** @param most how many are kept */
export function createRecent<Value>(most: number): Recent<Value> {
  // A Map keeps the order in which keys came.
  const kept = new Map<string, Value>();
  function set(key: string, value: Value): void {
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }
  return {
    get: (key) => {
      const value = kept.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
  };
}
