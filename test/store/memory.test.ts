// What places and people have learnt, on both engines.
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/store/id.ts';
import type { Waiting } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { asked, card, DAY, MORNING, person, place, quiz } from './sample.ts';

describe.each(engines)('the memory of a place on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  it('is empty at first', async () => {
    expect(await store.memory.of(place(), 0)).toStrictEqual({ cards: [], waiting: [], recent: [] });
  });

  it('learns from each quiz once, and replaces what it knew of the item', async () => {
    const at = place();
    const [first, second] = [await asked(store, at), await asked(store, at)];
    expect(await store.memory.learn(first, { card: card('meaning:404') })).toBe(true);
    expect(await store.memory.learn(first, { card: card('meaning:404', { outcome: 'again' }) })).toBe(false);
    expect((await store.memory.of(at, 0)).cards).toStrictEqual([card('meaning:404')]);
    const better = card('meaning:404', { outcome: 'easy', due: MORNING + 30 * DAY, state: [1, null, 'x'] });
    await store.memory.learn(second, { card: better });
    await store.memory.learn(await asked(store, at), { card: card('meaning:410') });
    expect((await store.memory.of(at, 0)).cards).toStrictEqual([card('meaning:410'), better]);
    expect(await store.memory.learn(newId(), { card: card('meaning:404') })).toBe(false);
  });

  it('learns nothing from a quiz that was voided meanwhile, and is corrected item by item', async () => {
    const at = place();
    const voided = await asked(store, at);
    await store.deliveries.void(voided, MORNING);
    expect(await store.memory.learn(voided, { card: card('meaning:404') })).toBe(false);
    for (const item of ['meaning:404', 'meaning:410'])
      await store.memory.learn(await asked(store, at), { card: card(item) });
    const wait = { pair: [401, 403], item: 'pair:401-403:403', since: MORNING, quizzes: 2 } as const;
    const better = card('meaning:404', { outcome: 'easy' });
    await store.memory.correct(at, { item: 'meaning:404', card: better, pair: [403, 401], wait });
    expect(await store.memory.of(at, 0)).toMatchObject({ cards: [better, card('meaning:410')], waiting: [wait] });
    await store.memory.correct(at, { item: 'meaning:404', card: null, pair: [401, 403], wait: null });
    expect(await store.memory.of(at, 0)).toMatchObject({ cards: [card('meaning:410')], waiting: [] });
  });

  it('lets pairs wait and settles them, whichever code comes first', async () => {
    const at = place();
    const wait = (pair: readonly [number, number], item: string): Waiting => ({
      pair,
      item,
      since: MORNING,
      quizzes: 3,
    });
    const lesson = async (more: object) => store.memory.learn(await asked(store, at), { card: card('x'), ...more });
    await lesson({ wait: wait([403, 401], 'pair:401-403:1') });
    await lesson({ wait: wait([404, 410], 'pair:404-410:1') });
    await lesson({ wait: wait([401, 403], 'pair:401-403:2') });
    expect((await store.memory.of(at, 0)).waiting).toStrictEqual([
      wait([401, 403], 'pair:401-403:2'),
      wait([404, 410], 'pair:404-410:1'),
    ]);
    await lesson({ settled: [403, 401] });
    expect((await store.memory.of(at, 0)).waiting).toStrictEqual([wait([404, 410], 'pair:404-410:1')]);
  });

  it('knows what was asked lately: neither skipped nor dead quizzes, nor those without a question yet', async () => {
    const at = place();
    await asked(store, at, 'meaning:200', 31 * DAY);
    await asked(store, at, 'meaning:201', 2 * DAY);
    await asked(store, at, 'meaning:202', DAY);
    await asked(store, at, null);
    await asked(store, place(), 'meaning:203');
    await store.deliveries.insert(
      quiz(at, { status: 'skipped', content: { item: 'meaning:204', payload: {} }, slot: newId() }),
    );
    expect((await store.memory.of(at, MORNING - 30 * DAY)).recent).toStrictEqual([
      { item: 'meaning:202', at: MORNING - DAY },
      { item: 'meaning:201', at: MORNING - 2 * DAY },
    ]);
  });

  it('practice keeps a card of each item for each person', async () => {
    const [ann, bob] = [person(), person('discord')];
    await store.memory.practise(ann, 'T1', card('meaning:404'));
    await store.memory.practise(ann, null, card('meaning:404', { outcome: 'hard', due: MORNING + 9 * DAY }));
    await store.memory.practise(ann, 'T1', card('meaning:410'));
    await store.memory.practise(bob, 'T1', card('meaning:200'));
    expect(await store.memory.practice(ann)).toStrictEqual([
      card('meaning:410'),
      card('meaning:404', { outcome: 'hard', due: MORNING + 9 * DAY }),
    ]);
    expect(await store.memory.practice({ ...bob, platform: 'slack' })).toStrictEqual([]);
  });
});
