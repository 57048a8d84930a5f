import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuckets } from '../../src/cooldown/buckets.ts';

describe('a bucket', () => {
  it('gives what is in it, then as much as flows in', () => {
    const { take } = createBuckets({ size: 3, perSecond: 2 });
    const at = (now: number) => take('ada', now);
    expect([at(0), at(0), at(0), at(0), at(0)]).toEqual(['free', 'free', 'free', 'first', 'held']);
    expect([at(499), at(500), at(501)]).toEqual(['held', 'free', 'held']);
  });

  it('is everybody’s own', () => {
    const { take } = createBuckets({ size: 1, perSecond: 1 });
    expect([take('ada', 0), take('ada', 0), take('grace', 0)]).toEqual(['free', 'first', 'free']);
  });

  it('tells once for each burst, also while one gets through now and then, and again after a break', () => {
    const { take } = createBuckets({ size: 10, perSecond: 1 });
    const told = (from: number, to: number) => {
      let first = 0;
      for (let now = from; now < to; now += 10) if (take('ada', now) === 'first') first += 1;
      return first;
    };
    expect(told(0, 60_000)).toBe(1);
    // Three seconds are no break, five are.
    expect(told(63_000, 70_000)).toBe(0);
    expect(told(75_100, 90_000)).toBe(1);
  });

  it('is filled by no clock that goes back, and not beyond its size by one that jumps', () => {
    const { take } = createBuckets({ size: 2, perSecond: 1 });
    expect([take('ada', 1e12), take('ada', 0), take('ada', 0)]).toEqual(['free', 'free', 'first']);
    expect([take('ada', 1e15), take('ada', 1e15), take('ada', 1e15)]).toEqual(['free', 'free', 'first']);
  });

  it('is forgotten where there are too many, the one that nobody used the longest', () => {
    const { take } = createBuckets({ size: 1, perSecond: 0.001 }, 3);
    for (const key of ['a', 'b', 'c']) take(key, 0);
    expect(take('a', 0)).toBe('first');
    take('d', 0);
    // b went, a was used since.
    expect([take('a', 0), take('b', 0)]).toEqual(['held', 'free']);
  });

  it('lets through no more than it holds and what flows in, whenever somebody comes', () => {
    const steps = fc.array(fc.integer({ min: -50, max: 2_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (waits, size, perSecond) => {
        const { take } = createBuckets({ size, perSecond });
        let now = 0;
        let forward = 0;
        let free = 0;
        for (const wait of waits) {
          now += wait;
          forward += Math.max(0, wait);
          if (take('ada', now) === 'free') free += 1;
        }
        expect(free).toBeLessThanOrEqual(size + (forward / 1000) * perSecond + 1e-6);
      }),
    );
  });
});
