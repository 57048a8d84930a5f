// Many small questions as one.
import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/store/gather.ts';

describe('what is gathered', () => {
  /** Doubles numbers, and keeps the batches. */
  function doubling(most = 100) {
    const batches: number[][] = [];
    const double = gather(most, async (batch: readonly number[]) => {
      batches.push([...batch]);
      if (batch.includes(13)) throw new Error('unlucky');
      return batch.map((one) => one * 2);
    });
    return { batches, double };
  }

  it('is what arrives in one turn, and everybody gets their own', async () => {
    const { batches, double } = doubling();
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('comes in batches where it is much, in its order', async () => {
    const { batches, double } = doubling(2);
    expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('is also what comes one after the other, where it comes fast', async () => {
    const { batches, double } = doubling();
    const asked: Promise<number>[] = [];
    for (let one = 100; one < 400; one += 1) {
      asked.push(double(one));
      await breathe();
    }
    expect((await Promise.all(asked)).at(-1)).toBe(798);
    expect(batches.length).toBeLessThan(100);
    expect(batches.slice(0, 3)).toEqual([[100], [101], [102]]);
  });

  it('makes nobody wait who asks a few things alone', async () => {
    const { double } = doubling();
    const since = performance.now();
    for (const one of [1, 2, 3]) await double(one);
    expect(performance.now() - since).toBeLessThan(15);
  });

  it('fails together, and only once', async () => {
    const { double } = doubling();
    const failed = await Promise.allSettled([12, 13].map(double));
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await double(12)).toBe(24);
  });
});
