import { describe, expect, it } from 'vitest';
import { stepwise } from '../../src/query/stepwise.ts';

function counted(parts: number) {
  let begun = 0;
  const made = stepwise(function* () {
    for (let part = 0; part < parts; part += 1) {
      begun += 1;
      yield;
    }
    return { parts };
  });
  return { made, begun: () => begun };
}

describe('something made in steps', () => {
  it('is not begun before anybody wants it', () => {
    expect(counted(3).begun()).toBe(0);
  });

  it('gets a part further with each step, and says when nothing is left', () => {
    const { made, begun } = counted(2);
    expect([made.step(), begun()]).toEqual([true, 1]);
    expect([made.step(), begun()]).toEqual([true, 2]);
    expect([made.step(), begun()]).toEqual([false, 2]);
    expect(made.step()).toBe(false);
  });

  it('is made to the end for whoever cannot wait, from where it stands, and only once', () => {
    const { made, begun } = counted(3);
    made.step();
    const value = made.get();
    expect(value).toEqual({ parts: 3 });
    expect(begun()).toBe(3);
    expect(made.get()).toBe(value);
    expect(made.step()).toBe(false);
  });
});
