// What is deleted, and what stays, on both engines.
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Person } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { answered, asked, card, DAY, MORNING, person, place, quiz, schedule } from './sample.ts';

describe.each(engines)('upkeep on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  it('stops what was removed at once, and deletes it after its time', async () => {
    const [gone, kept] = [place(), place()];
    const ann = person();
    const ids = [];
    for (const at of [gone, kept]) {
      const id = await asked(store, at);
      ids.push(id);
      await store.schedules.set(schedule(at, { nextRunAt: MORNING + 10 * DAY }));
      await answered(store, id, ann, 1);
      await store.flags.raise(id, ann, MORNING);
      await store.deliveries.insert(quiz(at, { kind: 'reveal', parent: id }));
      await store.memory.learn(id, {
        card: card('meaning:404'),
        wait: { pair: [404, 410], item: 'x', since: MORNING, quizzes: 2 },
      });
      await store.memory.practise({ ...ann, user: `${ann.user}-${at.team}` }, at.team, card('meaning:404'));
    }
    const local = person();
    await answered(store, ids[0] ?? '', local, 1);
    for (const who of [ann, local]) await store.people.hide(who, true, gone.team);
    await store.upkeep.remove('slack', gone.team, MORNING);
    await store.upkeep.remove('slack', gone.team, MORNING + 20 * DAY);
    expect(await store.schedules.get(gone)).toMatchObject({ enabled: false, nextRunAt: null });
    expect(await store.schedules.get(kept)).toMatchObject({ enabled: true, nextRunAt: MORNING + 10 * DAY });
    const statuses = [];
    for (const id of ids) statuses.push((await store.deliveries.revealOf(id))?.status);
    expect(statuses).toStrictEqual(['skipped', 'pending']);

    expect(await store.upkeep.purge(MORNING)).toBe(0);
    expect(await store.schedules.get(gone)).not.toBeNull();
    expect(await store.upkeep.purge(MORNING + 1)).toBe(1);
    expect(await store.upkeep.purge(MORNING + 1)).toBe(0);
    expect(await store.schedules.get(gone)).toBeNull();
    expect(await store.deliveries.get(ids[0] ?? '')).toBeNull();
    expect(await store.memory.of(gone, 0)).toStrictEqual({ cards: [], waiting: [], recent: [] });
    expect(await store.memory.practice({ ...ann, user: `${ann.user}-${gone.team}` })).toStrictEqual([]);
    expect(await store.people.export(ann)).toMatchObject({ answers: [{ delivery: ids[1] }], flags: [{}] });
    // Ann answers in the other workspace, too.
    expect([await store.people.hides(ann), await store.people.hides(local)]).toStrictEqual([true, false]);
    expect((await store.memory.of(kept, 0)).waiting).toHaveLength(1);
    expect(await store.memory.practice({ ...ann, user: `${ann.user}-${kept.team}` })).toHaveLength(1);
  });

  it('deletes what was said in direct messages with the last workspace in which somebody answers', async () => {
    const [gone, kept] = [place(), place()];
    const [here, both, nowhere] = [person(), person(), person()];
    await answered(store, await asked(store, gone), here, 1);
    for (const at of [gone, kept]) await answered(store, await asked(store, at), both, 1);
    for (const who of [here, both, nowhere]) {
      await store.memory.practise(who, null, card('meaning:404'));
      await store.people.hide(who, true);
    }
    await store.upkeep.remove('slack', gone.team, MORNING);
    await store.upkeep.purge(MORNING + 1);
    const left = async (who: Person) => [(await store.memory.practice(who)).length, await store.people.hides(who)];
    expect(await Promise.all([here, both, nowhere].map(left))).toStrictEqual([
      [0, false],
      [1, true],
      [1, true],
    ]);
  });

  it('deletes all that is left of people once Teapot is nowhere on a platform', async () => {
    const { url, drop } = await create();
    const empty = await openStore(url);
    const teams = [place(), place()];
    const ann = person();
    await empty.memory.practise(ann, null, card('meaning:404'));
    for (const at of teams) await empty.schedules.set(schedule(at));
    const left = async () => (await empty.memory.practice(ann)).length;
    const seen = [];
    for (const [days, { team }] of teams.entries()) {
      await empty.upkeep.remove('slack', team, MORNING + days * DAY);
      await empty.upkeep.purge(MORNING + days * DAY + 1);
      seen.push(await left());
    }
    await empty.close();
    await drop();
    expect(seen).toStrictEqual([1, 0]);
  });

  it('knows where there is a quiz, and where Teapot was removed', async () => {
    const [here, gone] = [place('discord'), place('discord')];
    for (const at of [here, gone]) await store.schedules.set(schedule(at, { nextRunAt: null }));
    await store.upkeep.remove('discord', gone.team, MORNING);
    const teams = await store.upkeep.teams('discord');
    await store.upkeep.readmit('discord', gone.team);
    expect(teams.filter(({ team }) => team === here.team || team === gone.team)).toStrictEqual(
      [
        { team: here.team, removed: false },
        { team: gone.team, removed: true },
      ].toSorted((a, b) => (a.team < b.team ? -1 : 1)),
    );
  });

  it('forgets what was practised last that long ago, and whom a board names that may have been posted', async () => {
    const ann = person();
    await store.memory.practise(ann, null, card('meaning:404', { askedAt: MORNING - 401 * DAY }));
    await store.memory.practise(ann, null, card('meaning:410', { askedAt: MORNING - 399 * DAY }));
    const board = quiz(place(), {
      kind: 'season',
      notBefore: MORNING - 401 * DAY,
      content: { item: null, payload: { top: [ann.user] } },
    });
    await store.deliveries.insert(board);
    await store.upkeep.anonymise(MORNING - 400 * DAY);
    expect((await store.memory.practice(ann)).map(({ item }) => item)).toStrictEqual(['meaning:410']);
    expect((await store.deliveries.get(board.id))?.content).toBeNull();
  });

  it('leaves alone what came back', async () => {
    const at = place('discord');
    await store.schedules.set(schedule(at, { nextRunAt: null }));
    await store.upkeep.remove('discord', at.team, MORNING);
    await store.upkeep.readmit('discord', at.team);
    expect(await store.upkeep.purge(MORNING + DAY)).toBe(0);
    expect(await store.schedules.get(at)).toMatchObject({ enabled: false });
  });

  it('turns old answers into counts', async () => {
    const [ann, bob] = [person(), person()];
    const id = await asked(store);
    await answered(store, id, ann, 1, MORNING - 401 * DAY);
    await answered(store, id, bob, 1, MORNING - 399 * DAY);
    const before = await store.answers.tally(id);
    expect(await store.upkeep.anonymise(MORNING - 400 * DAY)).toBe(1);
    expect(await store.upkeep.anonymise(MORNING - 400 * DAY)).toBe(0);
    expect(await store.answers.tally(id)).toStrictEqual(before);
    expect(await store.answers.ofPerson(ann)).toStrictEqual([]);
    expect(await store.answers.ofPerson(bob)).toHaveLength(1);
  });
});
