// Many small questions as one.
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

  it('fails together, and only once', async () => {
    const { double } = doubling();
    const failed = await Promise.allSettled([12, 13].map(double));
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await double(12)).toBe(24);
  });
});
