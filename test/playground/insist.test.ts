import { describe, expect, it } from 'vitest';
import { insist } from '../../src/playground/insist.ts';

/** Fails so many times, and then says how often it was asked. */
function failing(times: number) {
  let asked = 0;
  return {
    asked: () => asked,
    work: async () => {
      asked += 1;
      if (asked <= times) throw new Error(`no ${asked}`);
      return `yes ${asked}`;
    },
  };
}

describe('what is insisted on', () => {
  it.each([
    [0, 3, 'yes 1'],
    [2, 3, 'yes 3'],
  ])('fails %d times of %d, and works', async (fails, tries, said) => {
    expect(await insist(failing(fails).work, tries, 0)).toBe(said);
  });

  it.each([
    [3, 3],
    [9, 1],
  ])('fails %d times, and is let go after %d', async (fails, tries) => {
    const { work, asked } = failing(fails);
    await expect(insist(work, tries, 0)).rejects.toThrow(`no ${tries}`);
    expect(asked()).toBe(tries);
  });
});
