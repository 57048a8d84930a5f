// So many at once, the others in line.

/** Makes a function that does what it is given as soon as fewer than `most` are under way, in the order they came. */
export function createGate(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const line: (() => void)[] = [];
  let underway = 0;
  return async (work) => {
    if (underway >= most) await new Promise<void>((resolve) => line.push(resolve));
    else underway += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes the place.
      const next = line.shift();
      if (next === undefined) underway -= 1;
      else next();
    }
  };
}
