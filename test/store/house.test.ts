// Rules and own codes, on both engines: whose they are, what was done to them, and who is named.
import { describe, expect, it } from 'vitest';
import type { Doer, KeyedCode, Team } from '../../src/store/house-records.ts';
import { newId } from '../../src/store/id.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { DAY, MORNING, person } from './sample.ts';

const team = (platform: Team['platform'] = 'slack', id = newId()): Team => ({ platform, team: id });
const by = (user: string | null, at = MORNING): Doer => ({ user, at });

function code(name: string, changes: Partial<KeyedCode['words']> = {}): KeyedCode {
  const words = {
    code: name,
    name: 'Card declined',
    meaning: 'The bank refused.',
    advice: ['Ask.'],
    status: 402,
    link: null,
    aliases: ['x y'],
  };
  return {
    key: name.toLowerCase(),
    words: { ...words, ...changes },
    names: [name.toLowerCase(), 'card declined', 'x y'],
  };
}

describe.each(engines)('house rules on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  const set = (at: Team, about: number, text: string, doer: Doer, link: string | null = null) =>
    store.house.change(at, about, doer, (current) => ({ change: { text, link }, current }));

  it('are kept, changed and removed, and everything is written down', async () => {
    const at = team();
    expect((await set(at, 422, 'first', by('ann'), 'https://a.example/')).current).toBeNull();
    expect((await set(at, 422, 'second', by('bob', MORNING + 1))).current).toEqual({
      code: 422,
      text: 'first',
      link: 'https://a.example/',
      setBy: 'ann',
      setAt: MORNING,
    });
    await set(at, 409, 'other', by('ann'));
    const rules = [
      { code: 409, text: 'other', link: null, setBy: 'ann', setAt: MORNING },
      { code: 422, text: 'second', link: null, setBy: 'bob', setAt: MORNING + 1 },
    ];
    expect(await store.house.rules(at)).toEqual(rules);
    expect(await store.house.rulesFor(at, [422, 404, 409])).toEqual(rules.toReversed());
    expect(await store.house.rulesFor(at, [])).toEqual([]);
    await store.house.change(at, 422, by('cid', MORNING + 2), () => ({ change: 'remove' }));
    await store.house.change(at, 422, by('cid', MORNING + 3), () => ({ change: 'remove' }));
    await store.house.change(at, 409, by('cid', MORNING + 3), () => ({ change: null }));
    expect(await store.house.rulesFor(at, [422])).toEqual([]);
    expect(await store.house.history(at, '422', 9)).toEqual([
      { subject: '422', what: 'remove', text: 'second', link: null, by: 'cid', at: MORNING + 2 },
      { subject: '422', what: 'edit', text: 'second', link: null, by: 'bob', at: MORNING + 1 },
      { subject: '422', what: 'set', text: 'first', link: 'https://a.example/', by: 'ann', at: MORNING },
    ]);
    expect(await store.house.history(at, '422', 1)).toHaveLength(1);
  });

  it('of two people at once are both decided in view of what is', async () => {
    const at = team();
    const seen: (string | null)[] = [];
    await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        store.house.change(at, 422, by(`u${number}`), (current) => {
          const text = `${current?.text ?? ''}x`;
          return { change: { text, link: null } };
        }),
      ),
    );
    seen.push((await store.house.rulesFor(at, [422]))[0]?.text ?? null);
    expect(seen).toEqual(['x'.repeat(8)]);
    const events = await store.house.history(at, '422', 99);
    expect(events.map(({ what }) => what).toSorted()).toEqual([...Array.from({ length: 7 }, () => 'edit'), 'set']);
  });

  it('that two people write first at the same moment are one after the other', async () => {
    const at = team();
    const seen: (string | undefined)[] = [];
    let other: Promise<unknown> = Promise.resolve();
    const decide = (mine: string) => (current: { readonly text: string } | null) => {
      seen.push(current?.text);
      // Asked while the first has looked and not yet written.
      if (mine === 'first' && seen.length === 1) other = store.house.change(at, 422, by('bob'), decide('second'));
      return { change: { text: mine, link: null } };
    };
    await store.house.change(at, 422, by('ann'), decide('first'));
    await other;
    expect(seen.at(-1)).toBe('first');
    expect((await store.house.rulesFor(at, [422]))[0]).toMatchObject({ text: 'second', setBy: 'bob' });
    expect((await store.house.history(at, '422', 9)).map(({ what }) => what).toSorted()).toEqual(['edit', 'set']);
  });

  it('remember fifty things for each code', async () => {
    const at = team();
    for (let turn = 0; turn < 53; turn += 1) await set(at, 422, `turn ${turn}`, by('ann', MORNING + turn));
    await set(at, 409, 'once', by('ann'));
    const events = await store.house.history(at, '422', 99);
    expect(events).toHaveLength(50);
    expect(events[0]?.text).toBe('turn 52');
    expect(events.at(-1)?.text).toBe('turn 3');
    expect(await store.house.history(at, '409', 99)).toHaveLength(1);
  });

  it('are taken in together with own codes; what is there already is not news', async () => {
    const at = team();
    await set(at, 422, 'old', by('ann'));
    await set(at, 410, 'kept', by('ann'));
    const content = {
      rules: [
        { code: 422, text: 'new', link: null },
        { code: 410, text: 'kept', link: null },
      ],
      codes: [code('E1'), code('E2', { name: 'Other', aliases: [] })],
    };
    expect(await store.house.add(at, content, by('bob', MORNING + 1), 9)).toEqual({ rules: 1, codes: 2 });
    expect(await store.house.add(at, content, by('cid', MORNING + 2), 9)).toEqual({ rules: 0, codes: 0 });
    expect((await store.house.rules(at)).map(({ text, setBy }) => [text, setBy])).toEqual([
      ['kept', 'ann'],
      ['new', 'bob'],
    ]);
    expect((await store.house.codes(at)).map(({ code: own, setBy }) => [own, setBy])).toEqual([
      ['E1', 'bob'],
      ['E2', 'bob'],
    ]);
    expect((await store.house.history(at, '422', 1))[0]).toMatchObject({ what: 'import', by: 'bob' });
    // A code that is called otherwise now is not found under its old names.
    const renamed = { ...code('E1', { name: 'New' }), names: ['e1', 'new'] };
    expect(await store.house.add(at, { rules: [], codes: [renamed] }, by('cid', MORNING + 3), 9)).toEqual({
      rules: 0,
      codes: 1,
    });
    expect(await store.house.codesCalled(at, ['x y'])).toHaveLength(1);
    expect(await store.house.codesCalled(at, ['new', 'e1', 'nobody'])).toEqual([
      { ...renamed.words, setBy: 'cid', setAt: MORNING + 3 },
    ]);
  });

  it('take no more own codes than there may be, and then nothing at all', async () => {
    const at = team();
    const codes = (from: number, count: number) =>
      Array.from({ length: count }, (_, number) => code(`E${from + number}`));
    expect(await store.house.add(at, { rules: [], codes: codes(0, 300) }, by('ann'), 300)).toEqual({
      rules: 0,
      codes: 300,
    });
    expect(
      await store.house.add(
        at,
        { rules: [{ code: 422, text: 'x', link: null }], codes: codes(300, 1) },
        by('ann'),
        300,
      ),
    ).toBeNull();
    expect(await store.house.rules(at)).toEqual([]);
    expect(await store.house.add(at, { rules: [], codes: codes(5, 1) }, by('ann'), 300)).not.toBeNull();
    expect(await store.house.codes(at)).toHaveLength(300);
    expect(
      await store.house.codesCalled(
        at,
        Array.from({ length: 1_000 }, (_, number) => `e${number}`),
      ),
    ).toHaveLength(300);
  });

  it('give back a code that is removed', async () => {
    const at = team();
    await store.house.add(at, { rules: [], codes: [code('E1')] }, by('ann'), 9);
    expect(await store.house.removeCode(at, 'e2', by('bob'))).toBeNull();
    expect(await store.house.removeCode(at, 'e1', by('bob', MORNING + 1))).toEqual({
      ...code('E1').words,
      setBy: 'ann',
      setAt: MORNING,
    });
    expect(await store.house.codesCalled(at, ['e1', 'card declined'])).toEqual([]);
    expect((await store.house.history(at, 'e1', 9)).map(({ what, by: user }) => [what, user])).toEqual([
      ['remove', 'bob'],
      ['import', 'ann'],
    ]);
  });

  it('of one workspace are nobody else’s, also where the ids are the same', async () => {
    const at = team();
    await set(at, 422, 'ours', by('ann'));
    await store.house.add(at, { rules: [], codes: [code('E1')] }, by('ann'), 9);
    for (const other of [
      team('discord', at.team),
      team('slack'),
      team('slack', `${at.team}x`),
      team('slack', '%'),
      team('slack', ''),
    ]) {
      expect(await store.house.rules(other)).toEqual([]);
      expect(await store.house.rulesFor(other, [422])).toEqual([]);
      expect(await store.house.codes(other)).toEqual([]);
      expect(await store.house.codesCalled(other, ['e1', 'card declined'])).toEqual([]);
      expect(await store.house.history(other, '422', 9)).toEqual([]);
      expect(await store.house.removeCode(other, 'e1', by('eve'))).toBeNull();
      await store.house.change(other, 422, by('eve'), () => ({ change: 'remove' }));
      await store.house.add(
        other,
        { rules: [{ code: 422, text: 'theirs', link: null }], codes: [code('E1', { name: 'Theirs' })] },
        by('eve'),
        9,
      );
    }
    expect(await store.house.rules(at)).toMatchObject([{ text: 'ours' }]);
    expect(await store.house.codes(at)).toMatchObject([{ name: 'Card declined' }]);
    expect(await store.house.history(at, '422', 9)).toHaveLength(1);
  });

  it('are shown to who wrote them, and keep no name of who is forgotten', async () => {
    const [ann, twin] = [person('slack'), person('discord')];
    const at = team();
    await set(at, 422, 'mine', by(ann.user));
    await store.house.add(at, { rules: [], codes: [code('E1')] }, by(ann.user), 9);
    const there = team('discord');
    await set(there, 422, 'theirs', by(ann.user));
    expect((await store.people.export(ann)).rules).toEqual([
      { team: at.team, code: '422', text: 'mine', at: MORNING },
      { team: at.team, code: 'E1', text: 'The bank refused.', at: MORNING },
    ]);
    expect((await store.people.export(twin)).rules).toEqual([]);
    await store.people.forget(ann);
    expect((await store.people.export(ann)).rules).toEqual([]);
    expect(await store.house.rules(at)).toMatchObject([{ text: 'mine', setBy: null }]);
    expect(await store.house.codes(at)).toMatchObject([{ setBy: null }]);
    expect((await store.house.history(at, '422', 9)).map(({ by: user }) => user)).toEqual([null]);
    // Another person, though the platforms give out the same id.
    expect(await store.house.rules(there)).toMatchObject([{ setBy: ann.user }]);
  });

  it('go with their workspace, and with no other', async () => {
    const [gone, kept] = [team(), team()];
    for (const at of [gone, kept]) {
      await set(at, 422, 'x', by('ann'));
      await store.house.add(at, { rules: [], codes: [code('E1')] }, by('ann'), 9);
    }
    expect(await store.upkeep.teams('slack')).toContainEqual({ team: gone.team, removed: false });
    await store.upkeep.remove('slack', gone.team, MORNING);
    expect(await store.house.rules(gone)).toHaveLength(1);
    await store.upkeep.purge(MORNING + DAY);
    const left = async (at: Team) => [
      (await store.house.rules(at)).length,
      (await store.house.codes(at)).length,
      (await store.house.codesCalled(at, ['e1'])).length,
      (await store.house.history(at, '422', 9)).length,
    ];
    expect(await left(gone)).toEqual([0, 0, 0, 0]);
    expect(await left(kept)).toEqual([1, 1, 1, 1]);
  });

  it('forget who did something long ago', async () => {
    const at = team();
    await set(at, 422, 'old', by('ann', MORNING - 401 * DAY));
    await set(at, 422, 'newer', by('bob', MORNING - 399 * DAY));
    await store.upkeep.anonymise(MORNING - 400 * DAY);
    expect((await store.house.history(at, '422', 9)).map(({ by: user }) => user)).toEqual(['bob', null]);
  });
});
