// Doubts about questions, on both engines.
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/store/id.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { asked, MORNING, person, place } from './sample.ts';

describe.each(engines)('flags on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  it('flags count once a person and are listed until the quiz is voided', async () => {
    const at = place();
    const [one, two] = [await asked(store, at), await asked(store, at)];
    const [ann, bob] = [person(), person()];
    expect(await store.flags.raise(one, ann, MORNING)).toBe(1);
    expect(await store.flags.raise(two, ann, MORNING)).toBe(1);
    expect(await store.flags.raise(two, ann, MORNING)).toBe(1);
    expect(await store.flags.raise(two, bob, MORNING)).toBe(2);
    expect(await store.flags.raise(newId(), bob, MORNING)).toBeNull();
    expect(await store.flags.raise(one, { ...bob, platform: 'discord' }, MORNING)).toBeNull();
    const listed = async () => (await store.flags.list(at)).map(({ delivery, count }) => [delivery.id, count]);
    expect(await listed()).toStrictEqual([
      [two, 2],
      [one, 1],
    ]);
    await store.deliveries.void(two, MORNING);
    expect(await listed()).toStrictEqual([[one, 1]]);
  });
});
