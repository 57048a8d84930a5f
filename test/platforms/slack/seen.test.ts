import { describe, expect, it } from 'vitest';
import { createSeen } from '../../../src/platforms/slack/seen.ts';

describe('what was seen', () => {
  it('is claimed once, until it is released', () => {
    const seen = createSeen();
    expect([seen.claim('a'), seen.claim('a'), seen.claim('b')]).toEqual([true, false, true]);
    seen.release('a');
    expect(seen.claim('a')).toBe(true);
  });

  it('is remembered for an hour', () => {
    let now = 0;
    const seen = createSeen(() => now);
    seen.claim('a');
    now = 60 * 60 * 1000 - 1;
    expect(seen.claim('a')).toBe(false);
    now += 1;
    expect(seen.claim('a')).toBe(true);
  });

  it('does not grow beyond its bound: the oldest goes first', () => {
    const seen = createSeen(() => 0, 3);
    for (const key of ['a', 'b', 'c', 'd']) seen.claim(key);
    expect(seen.claim('d')).toBe(false);
    expect(seen.claim('a')).toBe(true);
  });
});
