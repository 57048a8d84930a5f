// Answers, on both engines.
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/store/id.ts';
import type { Person, Place, Recorded } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { HOUR, MORNING, place, quiz } from './sample.ts';

describe.each(engines)('answers on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  const ann: Person = { platform: 'slack', user: 'U-ann' };
  const bob: Person = { platform: 'slack', user: 'U-bob' };

  async function asked(at: Place = place(), date = '2026-11-25'): Promise<string> {
    const row = quiz(at, { date, content: { item: 'meaning:404', payload: { right: [1] } } });
    await store.deliveries.insert(row);
    return row.id;
  }

  function answer(delivery: string, person: Person, choice: number, at = MORNING + HOUR): Promise<Recorded> {
    return store.answers.record({ delivery, person, choice, correct: choice === 1, at });
  }

  it('count once a person: the first stands', async () => {
    const id = await asked();
    expect(await answer(id, ann, 1)).toStrictEqual({ outcome: 'counted', choice: 1 });
    expect(await answer(id, ann, 2)).toStrictEqual({ outcome: 'already', choice: 1 });
    expect(await answer(id, bob, 2)).toStrictEqual({ outcome: 'counted', choice: 2 });
    expect(await store.answers.tally(id)).toStrictEqual([
      { delivery: id, choice: 1, correct: true, count: 1 },
      { delivery: id, choice: 2, correct: false, count: 1 },
    ]);
  });

  it('count once a person, also where both arrive in one moment', async () => {
    const id = await asked();
    const twice = [answer(id, ann, 1), answer(id, bob, 0), answer(id, ann, 2)];
    expect(await Promise.all(twice)).toStrictEqual([
      { outcome: 'counted', choice: 1 },
      { outcome: 'counted', choice: 0 },
      { outcome: 'already', choice: 1 },
    ]);
  });

  it('are too late once the quiz is closed', async () => {
    const id = await asked();
    await answer(id, ann, 1);
    await store.deliveries.close(id, MORNING + HOUR);
    expect(await answer(id, bob, 1)).toStrictEqual({ outcome: 'closed', choice: null });
    expect(await answer(id, ann, 2)).toStrictEqual({ outcome: 'closed', choice: 1 });
    expect(await store.answers.tally(id)).toHaveLength(1);
  });

  it('go nowhere without their quiz', async () => {
    const id = await asked();
    const digest = quiz(place(), { kind: 'digest' });
    await store.deliveries.insert(digest);
    for (const [delivery, person] of [
      [newId(), ann],
      [digest.id, ann],
      [id, { platform: 'discord', user: ann.user }],
    ] as const)
      expect(await answer(delivery, person, 1)).toStrictEqual({ outcome: 'missing' });
    expect(await store.answers.tally(id)).toStrictEqual([]);
  });

  it('are listed by place and date, oldest first, with who hides', async () => {
    const at = place();
    const [first, second] = [await asked(at, '2026-11-24'), await asked(at)];
    await answer(await asked(), ann, 1);
    await answer(second, bob, 0, MORNING + 3);
    await answer(second, ann, 1, MORNING + 2);
    await answer(first, ann, 2, MORNING + 1);
    await store.people.hide(bob, true);
    const all = await store.answers.list(at, { from: '2026-11-01', to: '2026-11-30' });
    expect(all).toStrictEqual([
      { delivery: first, user: ann.user, choice: 2, correct: false, at: MORNING + 1, hidden: false },
      { delivery: second, user: ann.user, choice: 1, correct: true, at: MORNING + 2, hidden: false },
      { delivery: second, user: bob.user, choice: 0, correct: false, at: MORNING + 3, hidden: true },
    ]);
    const today = { from: '2026-11-25', to: '2026-11-25' };
    expect(await store.answers.list(at, today)).toStrictEqual(all.slice(1));
    expect(await store.answers.tallies(at, today)).toStrictEqual(await store.answers.tally(second));
    await store.people.hide(bob, false);
    expect((await store.answers.list(at, today)).some(({ hidden }) => hidden)).toBe(false);
  });

  it('are a person’s own, with what was asked', async () => {
    const person: Person = { platform: 'slack', user: newId() };
    const [here, there] = [place(), place()];
    const [first, second] = [await asked(here), await asked(there)];
    await answer(first, person, 1, MORNING + 1);
    await answer(second, person, 0, MORNING + 2);
    await answer(second, ann, 1);
    await store.deliveries.close(second, MORNING + HOUR);
    await store.deliveries.void(second, MORNING + HOUR);
    const content = { item: 'meaning:404', payload: { right: [1] } };
    const all = await store.answers.ofPerson(person);
    expect(all).toStrictEqual([
      {
        delivery: first,
        place: here,
        date: '2026-11-25',
        content,
        choice: 1,
        correct: true,
        at: MORNING + 1,
        closed: false,
        voided: false,
      },
      {
        delivery: second,
        place: there,
        date: '2026-11-25',
        content,
        choice: 0,
        correct: false,
        at: MORNING + 2,
        closed: true,
        voided: true,
      },
    ]);
    expect(await store.answers.ofPerson(person, there)).toStrictEqual(all.slice(1));
    expect(await store.answers.ofPerson({ platform: 'discord', user: person.user })).toStrictEqual([]);
  });
});
