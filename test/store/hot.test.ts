// Queries that are put into words once, on both engines.
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { MORNING } from './sample.ts';

describe.each(engines)('hot queries on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  const codes = Array.from({ length: 70 }, (_, at) => 400 + at);
  const team = { platform: 'slack', team: 'T1' } as const;

  it('are filled in anew each time, with lists of any length', async () => {
    const rules = codes.map((code) => ({ code, text: `about ${code}`, link: null }));
    await store.house.add(team, { rules, codes: [] }, { user: 'U1', at: MORNING }, 9);
    // Back and forth, so that what an earlier list left behind would be seen.
    for (const length of [1, 70, 2, 4, 5, 17, 1, 16, 3]) {
      const wanted = codes.toReversed().slice(0, length);
      expect((await store.house.rulesFor(team, wanted)).map(({ code }) => code)).toEqual(wanted);
    }
    expect(await store.house.rulesFor({ platform: 'discord', team: 'T1' }, codes)).toEqual([]);
    expect(await store.house.rulesFor({ platform: 'slack', team: 'T2' }, codes)).toEqual([]);
  });
});
