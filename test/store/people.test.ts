// What people may ask about themselves: to be hidden, shown what is kept, forgotten, on both engines.
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { answered, asked, card, HOUR, MORNING, person, place, quiz, schedule } from './sample.ts';

describe.each(engines)('a person on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  it('is hidden until they want to be seen again', async () => {
    const ann = person();
    expect(await store.people.hides(ann)).toBe(false);
    await store.people.hide(ann, true);
    await store.people.hide(ann, true);
    expect(await store.people.hides(ann)).toBe(true);
    expect(await store.people.hides({ ...ann, platform: 'discord' })).toBe(false);
    await store.people.hide(ann, false);
    expect(await store.people.hides(ann)).toBe(false);
  });

  it('gets all that is kept about them, and nothing of others', async () => {
    const [ann, bob] = [person(), person()];
    const at = place();
    const id = await asked(store, at);
    for (const who of [ann, bob]) {
      await answered(store, id, who, 1);
      await store.memory.practise(who, at.team, card('meaning:404'));
      await store.flags.raise(id, who, MORNING);
    }
    await store.people.hide(ann, true);
    await store.schedules.set(schedule(at, { setBy: ann.user, nextRunAt: null }));
    await store.channels.set(at, { passive: true }, ann.user, MORNING);
    await store.channels.set(place(), { passive: true }, bob.user, MORNING);
    const dossier = await store.people.export(ann);
    expect(dossier).toStrictEqual({
      person: ann,
      hidden: true,
      answers: await store.answers.ofPerson(ann),
      practice: [card('meaning:404')],
      flags: [{ delivery: id, at: MORNING }],
      schedules: [at],
      settings: [at],
      rules: [],
      installed: [],
    });
    expect(JSON.parse(JSON.stringify(dossier))).toStrictEqual(dossier);
    expect(JSON.stringify(dossier)).not.toContain(bob.user);
  });

  it('is forgotten without changing any distribution of a closed quiz', async () => {
    const [ann, bob, cid] = [person(), person(), person()];
    const at = place();
    const [closed, open] = [await asked(store, at), await asked(store, at)];
    for (const id of [closed, open]) {
      await answered(store, id, ann, 1);
      await answered(store, id, bob, 1);
      await answered(store, id, cid, 0);
    }
    await store.deliveries.close(closed, MORNING + HOUR);
    await store.memory.practise(ann, at.team, card('meaning:404'));
    await store.flags.raise(closed, ann, MORNING);
    await store.people.hide(ann, true);
    await store.schedules.set(schedule(at, { setBy: ann.user }));
    await store.schedules.disable(at, 'is_archived', ann.user);
    const before = await store.answers.tally(closed);

    await store.people.forget(ann);
    await store.people.forget(ann);

    expect(await store.answers.tally(closed)).toStrictEqual(before);
    expect(await store.answers.tally(open)).toStrictEqual([
      { delivery: open, choice: 0, correct: false, count: 1 },
      { delivery: open, choice: 1, correct: true, count: 1 },
    ]);
    expect(await store.people.export(ann)).toStrictEqual({
      person: ann,
      hidden: false,
      answers: [],
      practice: [],
      flags: [],
      schedules: [],
      settings: [],
      rules: [],
      installed: [],
    });
    expect(await store.schedules.takeNotices(ann, at.team)).toStrictEqual([]);
    expect(await store.people.export(bob)).toMatchObject({ answers: [{}, {}] });
    await store.people.forget(bob);
    expect(await store.answers.tally(closed)).toStrictEqual(before);
    // They may answer again, as somebody new.
    await answered(store, open, ann, 0);
  });

  it('is named in no reveal any more, whether that was surely posted or not', async () => {
    const ann = person();
    const parent = await asked(store, place());
    for (const settle of ['markSent', 'markUnknown'] as const) {
      const reveal = quiz(place(), { kind: 'reveal', parent, notBefore: MORNING });
      await store.deliveries.insert(reveal);
      const claimed = await store.deliveries.claim({ owner: 'me', now: MORNING, leaseMs: 1000, limit: 100 });
      expect(claimed.map(({ id }) => id)).toContain(reveal.id);
      const payload = { streaks: [{ user: ann.user, streak: 3 }] };
      await store.deliveries.begin(reveal.id, 'me', { item: null, payload }, MORNING);
      if (settle === 'markSent') await store.deliveries.markSent(reveal.id, 'me', '1', MORNING);
      else await store.deliveries.markUnknown(reveal.id, 'me', 'timeout', null);
      await store.people.forget(ann);
      expect(JSON.stringify(await store.deliveries.get(reveal.id))).not.toContain(ann.user);
    }
  });

  it('is forgotten on one platform only', async () => {
    const ann = person('slack');
    const twin: Person = { ...ann, platform: 'discord' };
    const [slack, discord] = [await asked(store, place('slack')), await asked(store, place('discord'))];
    await answered(store, slack, ann, 1);
    await answered(store, discord, twin, 1);
    await store.flags.raise(discord, twin, MORNING);
    await store.people.forget(ann);
    expect(await store.people.export(twin)).toMatchObject({ answers: [{ delivery: discord }], flags: [{}] });
  });
});
