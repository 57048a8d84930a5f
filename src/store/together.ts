// Many small writes in one transaction.
import type { Db } from './tables.ts';

/** Writes in one transaction: about 15 ms of work (measured) before others get their turn. */
const AT_ONCE = 50;

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers the writes that arrive in one turn of the event loop. SQLite waits for the disk once a transaction, 0.6 ms or
 * more: a thousand answers at once would otherwise hold up everything else for the better part of a second.
 * @param write one of them; when it fails, only it fails
 */
export function together<Input, Output>(
  db: Db,
  write: (transaction: Db, input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let planned = false;

  function plan(): void {
    planned = true;
    setImmediate(async () => {
      await writeAll(waiting.splice(0, AT_ONCE));
      planned = false;
      if (waiting.length > 0) plan();
    });
  }

  async function writeAll(batch: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const settled = await db.transaction().execute(async (transaction) => {
        const done: (() => void)[] = [];
        for (const { input, resolve, reject } of batch) {
          try {
            const output = await write(transaction, input);
            done.push(() => resolve(output));
          } catch (thrown) {
            done.push(() => reject(thrown));
          }
        }
        return done;
      });
      // Only now is it true.
      for (const settle of settled) settle();
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
