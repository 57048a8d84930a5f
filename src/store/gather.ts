// Many small questions to the database as one.

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (reason: unknown) => void;
}

/** In a crowd, what arrives within so much time goes together: a few that come with every turn would cost as much each. */
const SHORTEST_REST = 20;
/** A slow disk must not make anybody wait longer than this for their turn to come. Both in milliseconds. */
const LONGEST_REST = 100;
/** Others have so many times as long as the last batch took: a disk holds the process up a quarter of the time at most. */
const RESTS = 3;
/** So many batches right after one another are a crowd as well, though each of them is one person. */
const QUICK = 3;

/**
 * Gathers what arrives in one turn of the event loop; in a crowd, what arrives while others have their time. A query costs
 * a third of a millisecond, and a transaction waits for the disk, with SQLite all the process: for a thousand clicks at
 * once, that is what everybody waits for.
 * @param work a batch at a time, one after the other; its results in the order of its inputs
 * @param most inputs of a batch: so much is done before others get their turn
 */
export function gather<Input, Output>(
  most: number,
  work: (batch: readonly Input[]) => Promise<readonly Output[]>,
): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let planned = false;
  /** When the crowd's last batch was done, and how long others have their turn after it. */
  let last = { at: 0, rest: 0 };
  /** Batches in a row that came soon after the one before. */
  let quick = 0;

  function plan(): void {
    planned = true;
    const rest = last.rest - (performance.now() - last.at);
    if (rest < 1) setImmediate(next);
    else setTimeout(next, rest);
  }

  async function next(): Promise<void> {
    const since = performance.now();
    quick = since - last.at < SHORTEST_REST ? quick + 1 : 0;
    const batch = waiting.splice(0, most);
    await settle(batch);
    const at = performance.now();
    const isCrowd = batch.length > 1 || quick > QUICK;
    last = { at, rest: isCrowd ? Math.min(LONGEST_REST, Math.max(SHORTEST_REST, RESTS * (at - since))) : 0 };
    planned = false;
    if (waiting.length > 0) plan();
  }

  async function settle(batch: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await work(batch.map(({ input }) => input));
      for (const [index, { resolve }] of batch.entries()) resolve(outputs[index] as Output);
    } catch (thrown) {
      for (const { reject } of batch) reject(thrown);
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!planned) plan();
    });
}
