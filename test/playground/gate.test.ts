import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/playground/gate.ts';

describe('a gate', () => {
  it('lets in so many at once, and the others in the order they came', async () => {
    const gate = createGate(2);
    const begun: number[] = [];
    const ends = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
    const all = ends.map(({ promise }, index) =>
      gate(async () => {
        begun.push(index);
        await promise;
        return index;
      }),
    );
    expect(begun).toEqual([0, 1]);
    ends[1]?.resolve();
    await all[1];
    await expect.poll(() => begun).toEqual([0, 1, 2]);
    for (const { resolve } of ends) resolve();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('goes on after what failed', async () => {
    const gate = createGate(1);
    const failed = gate(() => Promise.reject(new Error('no')));
    const next = gate(async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
