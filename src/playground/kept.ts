// Keeping the newest of what comes without end.

/** Takes the oldest entries out until no more than `keep` are left, and gives back what they were. */
export function dropOldest<Key, Value>(kept: Map<Key, Value>, keep: number): readonly Value[] {
  const dropped: Value[] = [];
  for (const [key, value] of kept) {
    if (kept.size <= keep) break;
    kept.delete(key);
    dropped.push(value);
  }
  return dropped;
}

/** Adds to a list, and takes the oldest out where it has become longer than `keep`. */
export function pushKept<Value>(list: Value[], value: Value, keep: number): void {
  list.push(value);
  if (list.length > keep) list.splice(0, list.length - keep);
}
