// Chance that can be repeated: the same seed gives the same numbers, on every machine and after every restart.

/** Numbers from 0 up to 1, the same for the same seed (mulberry32 over an FNV-1a hash). Never for secrets. */
export function seeded(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list; undefined of an empty one. */
export function pick<One>(list: readonly One[], random: () => number): One | undefined {
  return list[Math.floor(random() * list.length)];
}

/** The same things in another order (Fisher and Yates). */
export function shuffled<One>(list: readonly One[], random: () => number): readonly One[] {
  const left = [...list];
  return list.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** One of a list, the likelier the more it weighs; undefined when nothing weighs anything. */
export function pickWeighted<One>(
  list: readonly One[],
  weight: (one: One) => number,
  random: () => number,
): One | undefined {
  let left = random() * list.reduce((sum, one) => sum + weight(one), 0);
  for (const one of list) {
    left -= weight(one);
    if (left < 0) return one;
  }
  return undefined;
}
