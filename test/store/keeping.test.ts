// What is learnt, doubted, hidden, forgotten and deleted, on both engines.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/id.ts';
import { openStore } from '../../src/store/open.ts';
import type { Person, Place, Waiting } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type TestDatabase } from './engines.ts';
import { card, DAY, HOUR, MORNING, place, quiz, schedule } from './sample.ts';

describe.each(engines)('on $engine', ({ create }) => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await create();
    store = await openStore(database.url);
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });

  const person = (platform: Person['platform'] = 'slack'): Person => ({ platform, user: newId() });

  async function asked(at: Place = place(), item: string | null = 'meaning:404', early = 0): Promise<string> {
    const row = quiz(at, {
      slot: newId(),
      notBefore: MORNING - early,
      ...(item && { content: { item, payload: {} } }),
    });
    await store.deliveries.insert(row);
    return row.id;
  }

  async function answered(delivery: string, who: Person, choice: number, at = MORNING): Promise<void> {
    const { outcome } = await store.answers.record({ delivery, person: who, choice, correct: choice === 1, at });
    expect(outcome).toBe('counted');
  }

  describe('the memory of a place', () => {
    it('is empty at first', async () => {
      expect(await store.memory.of(place(), 0)).toStrictEqual({ cards: [], waiting: [], recent: [] });
    });

    it('learns from each quiz once, and replaces what it knew of the item', async () => {
      const at = place();
      const [first, second] = [await asked(at), await asked(at)];
      expect(await store.memory.learn(first, { card: card('meaning:404') })).toBe(true);
      expect(await store.memory.learn(first, { card: card('meaning:404', { outcome: 'again' }) })).toBe(false);
      expect((await store.memory.of(at, 0)).cards).toStrictEqual([card('meaning:404')]);
      const better = card('meaning:404', { outcome: 'easy', due: MORNING + 30 * DAY, state: [1, null, 'x'] });
      await store.memory.learn(second, { card: better });
      await store.memory.learn(await asked(at), { card: card('meaning:410') });
      expect((await store.memory.of(at, 0)).cards).toStrictEqual([card('meaning:410'), better]);
      expect(await store.memory.learn(newId(), { card: card('meaning:404') })).toBe(false);
    });

    it('learns nothing from a quiz that was voided meanwhile, and is corrected item by item', async () => {
      const at = place();
      const voided = await asked(at);
      await store.deliveries.void(voided, MORNING);
      expect(await store.memory.learn(voided, { card: card('meaning:404') })).toBe(false);
      for (const item of ['meaning:404', 'meaning:410'])
        await store.memory.learn(await asked(at), { card: card(item) });
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
      const lesson = async (more: object) => store.memory.learn(await asked(at), { card: card('x'), ...more });
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
      await asked(at, 'meaning:200', 31 * DAY);
      await asked(at, 'meaning:201', 2 * DAY);
      await asked(at, 'meaning:202', DAY);
      await asked(at, null);
      await asked(place(), 'meaning:203');
      await store.deliveries.insert(
        quiz(at, { status: 'skipped', content: { item: 'meaning:204', payload: {} }, slot: newId() }),
      );
      expect((await store.memory.of(at, MORNING - 30 * DAY)).recent).toStrictEqual([
        { item: 'meaning:202', at: MORNING - DAY },
        { item: 'meaning:201', at: MORNING - 2 * DAY },
      ]);
    });
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

  it('flags count once a person and are listed until the quiz is voided', async () => {
    const at = place();
    const [one, two] = [await asked(at), await asked(at)];
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

  describe('a person', () => {
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
      const id = await asked(at);
      for (const who of [ann, bob]) {
        await answered(id, who, 1);
        await store.memory.practise(who, at.team, card('meaning:404'));
        await store.flags.raise(id, who, MORNING);
      }
      await store.people.hide(ann, true);
      await store.schedules.set(schedule(at, { setBy: ann.user, nextRunAt: null }));
      const dossier = await store.people.export(ann);
      expect(dossier).toStrictEqual({
        person: ann,
        hidden: true,
        answers: await store.answers.ofPerson(ann),
        practice: [card('meaning:404')],
        flags: [{ delivery: id, at: MORNING }],
        schedules: [at],
      });
      expect(JSON.parse(JSON.stringify(dossier))).toStrictEqual(dossier);
      expect(JSON.stringify(dossier)).not.toContain(bob.user);
    });

    it('is forgotten without changing any distribution of a closed quiz', async () => {
      const [ann, bob, cid] = [person(), person(), person()];
      const at = place();
      const [closed, open] = [await asked(at), await asked(at)];
      for (const id of [closed, open]) {
        await answered(id, ann, 1);
        await answered(id, bob, 1);
        await answered(id, cid, 0);
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
      });
      expect(await store.schedules.takeNotices(ann, at.team)).toStrictEqual([]);
      expect(await store.people.export(bob)).toMatchObject({ answers: [{}, {}] });
      await store.people.forget(bob);
      expect(await store.answers.tally(closed)).toStrictEqual(before);
      // They may answer again, as somebody new.
      await answered(open, ann, 0);
    });

    it('is named in no reveal any more, whether that was surely posted or not', async () => {
      const ann = person();
      const parent = await asked(place());
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
      const [slack, discord] = [await asked(place('slack')), await asked(place('discord'))];
      await answered(slack, ann, 1);
      await answered(discord, twin, 1);
      await store.flags.raise(discord, twin, MORNING);
      await store.people.forget(ann);
      expect(await store.people.export(twin)).toMatchObject({ answers: [{ delivery: discord }], flags: [{}] });
    });
  });

  describe('upkeep', () => {
    it('stops what was removed at once, and deletes it after its time', async () => {
      const [gone, kept] = [place(), place()];
      const ann = person();
      const ids = [];
      for (const at of [gone, kept]) {
        const id = await asked(at);
        ids.push(id);
        await store.schedules.set(schedule(at, { nextRunAt: MORNING + 10 * DAY }));
        await answered(id, ann, 1);
        await store.flags.raise(id, ann, MORNING);
        await store.deliveries.insert(quiz(at, { kind: 'reveal', parent: id }));
        await store.memory.learn(id, {
          card: card('meaning:404'),
          wait: { pair: [404, 410], item: 'x', since: MORNING, quizzes: 2 },
        });
        await store.memory.practise({ ...ann, user: `${ann.user}-${at.team}` }, at.team, card('meaning:404'));
      }
      const local = person();
      await answered(ids[0] ?? '', local, 1);
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
      await answered(await asked(gone), here, 1);
      for (const at of [gone, kept]) await answered(await asked(at), both, 1);
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
      const id = await asked();
      await answered(id, ann, 1, MORNING - 401 * DAY);
      await answered(id, bob, 1, MORNING - 399 * DAY);
      const before = await store.answers.tally(id);
      expect(await store.upkeep.anonymise(MORNING - 400 * DAY)).toBe(1);
      expect(await store.upkeep.anonymise(MORNING - 400 * DAY)).toBe(0);
      expect(await store.answers.tally(id)).toStrictEqual(before);
      expect(await store.answers.ofPerson(ann)).toStrictEqual([]);
      expect(await store.answers.ofPerson(bob)).toHaveLength(1);
    });
  });
});
