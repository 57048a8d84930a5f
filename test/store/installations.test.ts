// Installations and their sealed tokens, on both engines: what replicas do at the same time, and what must never be lost.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/store/id.ts';
import { createSeal, newSealKey } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { createVault, findUnopenable, reseal, type Unsealed } from '../../src/store/vault.ts';
import { engines, openForSuite } from './engines.ts';
import { answered, asked, card, DAY, MORNING, person, place, quiz, schedule } from './sample.ts';

const [oldKey, newKey] = [
  { ...newSealKey(), id: 'old' },
  { ...newSealKey(), id: 'new' },
];
const before = createSeal([oldKey]);
const after = createSeal([newKey, oldKey]);

function installation(team: string, changes: Partial<Unsealed> = {}): Omit<Unsealed, 'id' | 'platform'> {
  return {
    team,
    enterprise: null,
    botUser: 'U0',
    scopes: ['chat:write', 'commands'],
    installedBy: `${team}/U1`,
    token: `xoxb-${randomUUID()}`,
    installedAt: MORNING,
    ...changes,
  };
}

describe.each(engines)('installations on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });
  const vault = (seal = before) => createVault('slack', store.installations, seal, () => MORNING);
  const team = () => `T${newId()}`;

  it('give back what was kept, and only to its own workspace', async () => {
    const [one, other] = [team(), team()];
    const kept = installation(one, { enterprise: 'E1' });
    await vault().keep(kept);
    expect(await vault().find(one)).toStrictEqual({ ...kept, platform: 'slack', id: expect.any(String) });
    expect(await vault().find(other)).toBeNull();
    const row = await store.installations.get('slack', one);
    expect(JSON.stringify(row)).not.toContain(kept.token);
    // As if somebody with access to the database moved a token to a workspace of theirs.
    await store.installations.put({ ...(row ?? expect.unreachable()), team: other }, MORNING);
    await expect(vault().find(other)).rejects.toThrow('does not open');
    expect(await vault().when(other)).toMatchObject({ installedAt: MORNING });
  });

  it('take the newer of two, in whichever order they come', async () => {
    const one = team();
    const newer = installation(one, { installedAt: MORNING + 1000 });
    await vault().keep(installation(one));
    await vault().keep(newer);
    await vault().keep(installation(one, { installedAt: MORNING + 999 }));
    expect((await vault().find(one))?.token).toBe(newer.token);
    await Promise.all([vault().keep(installation(one)), vault().keep(newer), vault().keep(installation(one))]);
    expect((await vault().find(one))?.token).toBe(newer.token);
  });

  it('remove the one that was meant, and never the one that has come since', async () => {
    const one = team();
    await vault().keep(installation(one));
    const first = (await vault().when(one)) ?? expect.unreachable();
    const second = installation(one, { installedAt: MORNING + 1000 });
    await vault().keep(second);
    expect(await vault().remove(one, first.id)).toBe(false);
    expect((await vault().find(one))?.token).toBe(second.token);
    const { id } = (await vault().when(one)) ?? expect.unreachable();
    expect(await Promise.all([vault().remove(one, id), vault().remove(one, id)])).toContain(true);
    expect(await vault().find(one)).toBeNull();
  });

  it('use a ticket once, however many ask at once, and forget it after its time', async () => {
    const hash = randomUUID();
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => store.installations.useTicket(hash, MORNING + 1000, MORNING)),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await store.installations.useTicket(hash, MORNING + 1000, MORNING + 1000)).toBe(false);
    expect(await store.installations.useTicket(randomUUID(), MORNING + 9000, MORNING + 1001)).toBe(true);
    expect(await store.installations.useTicket(hash, MORNING + 9000, MORNING + 1001)).toBe(true);
  });

  it('are forgotten with the workspace, and the name of who installed with the person', async () => {
    const [ann, gone] = [person(), team()];
    const stays = team();
    for (const one of [gone, stays]) await vault().keep(installation(one, { installedBy: ann.user }));
    expect((await store.people.export(ann)).installed).toEqual([gone, stays].sort());
    await store.people.forget(ann);
    expect((await store.people.export(ann)).installed).toEqual([]);
    expect(await vault().find(stays)).toMatchObject({ installedBy: null, team: stays });
    await store.upkeep.remove('slack', gone, MORNING);
    await store.upkeep.purge(MORNING + DAY);
    expect([await vault().when(gone), (await vault().when(stays)) !== null]).toEqual([null, true]);
  });

  it('that come after a removal are not purged', async () => {
    const at = place('slack', team());
    const row = quiz(at);
    await store.deliveries.insert(row);
    await store.upkeep.remove('slack', at.team, MORNING);
    await vault().keep(installation(at.team));
    await store.upkeep.purge(MORNING + DAY);
    expect([await store.deliveries.get(row.id), await vault().when(at.team)]).not.toContain(null);
  });

  it('of the workspace that the bot served alone take over its people, once, and nobody else’s', async () => {
    const [one, other] = [team(), team()];
    const [ann, bob, eve] = [person(), person(), person()];
    const [here, there] = [place('slack', one), place('slack', other)];
    const [asked1, asked2] = [await asked(store, here), await asked(store, there)];
    for (const id of [asked1, asked2]) await answered(store, id, ann, 1);
    await answered(store, asked2, bob, 1);
    await store.flags.raise(asked1, ann, MORNING);
    await store.schedules.set(schedule(here, { setBy: ann.user, nextRunAt: null }));
    await store.channels.set(here, { passive: true }, ann.user, MORNING);
    await store.memory.practise(ann, one, card('meaning:404'));
    await store.memory.practise(ann, null, card('meaning:410'));
    await store.people.hide(ann, true, one);
    await store.memory.practise(eve, other, card('meaning:404'));
    const before_ = await store.people.export(ann);
    const named = { ...ann, user: `${one}/${ann.user}` };
    for (const _ of [1, 2]) {
      await vault().keep(installation(one));
      const after_ = await store.people.export(named);
      expect(after_).toStrictEqual({
        ...before_,
        person: named,
        answers: before_.answers.filter(({ delivery }) => delivery === asked1),
      });
    }
    expect((await store.people.export(ann)).answers.map(({ delivery }) => delivery)).toEqual([asked2]);
    expect((await store.people.export(bob)).answers).toHaveLength(1);
    expect((await store.people.export(eve)).practice).toHaveLength(1);
    // A workspace that is new leaves alone what was done in direct messages elsewhere.
    await store.memory.practise(bob, null, card('meaning:410'));
    await vault().keep(installation(team()));
    expect((await store.people.export(bob)).practice).toHaveLength(1);
  });

  describe('are sealed anew', () => {
    async function keepSome(count: number): Promise<readonly Omit<Unsealed, 'id' | 'platform'>[]> {
      const some = Array.from({ length: count }, () => installation(team()));
      for (const one of some) await vault().keep(one);
      return some;
    }
    async function expectSealed(some: readonly Omit<Unsealed, 'id' | 'platform'>[], keyId: string): Promise<void> {
      for (const { team: one, token } of some) {
        expect((await vault(after).find(one))?.token).toBe(token);
        expect((await store.installations.get('slack', one))?.sealed.keyId).toBe(keyId);
      }
    }

    it('all of them, beyond a page, as often as one likes', async () => {
      const some = await keepSome(120);
      const { resealed, problems } = await reseal(store.installations, after, () => MORNING);
      expect(resealed).toBeGreaterThanOrEqual(120);
      await expectSealed(some, 'new');
      const again = await reseal(store.installations, after, () => MORNING);
      expect([again.resealed, again.problems]).toEqual([0, problems]);
    });

    it('by two at once, and beside a workspace that installs anew', async () => {
      const some = await keepSome(30);
      const [first] = some;
      const newer = installation(first?.team ?? '', { installedAt: MORNING + 5000 });
      const [one, other] = await Promise.all([
        reseal(store.installations, after, () => MORNING),
        reseal(store.installations, after, () => MORNING),
        vault().keep(newer),
      ]);
      expect(one.resealed + other.resealed).toBeGreaterThanOrEqual(29);
      await reseal(store.installations, after, () => MORNING);
      await expectSealed([newer, ...some.slice(1)], 'new');
    });

    it('but not what has changed since it was read', async () => {
      const [one] = await keepSome(1);
      const read = (await store.installations.get('slack', one?.team ?? '')) ?? expect.unreachable();
      const newer = installation(read.team, { installedAt: MORNING + 5000 });
      await vault().keep(newer);
      expect(await store.installations.reseal(read, after.seal('xoxb-old', read), MORNING)).toBe(false);
      expect((await vault(after).find(read.team))?.token).toBe(newer.token);
    });

    it('as far as they open; the rest stays as it is, and is named', async () => {
      const lost = team();
      await createVault('slack', store.installations, createSeal([{ ...newSealKey(), id: 'lost' }])).keep(
        installation(lost),
      );
      const some = await keepSome(2);
      const { problems } = await reseal(store.installations, after, () => MORNING);
      expect(problems.join('\n')).toContain(`${lost}: The key "lost" is not in ENCRYPTION_KEYS`);
      expect((await findUnopenable(store.installations, after)).join('\n')).toContain(lost);
      await expectSealed(some, 'new');
      expect(await store.installations.countByKey()).toContainEqual({ keyId: 'lost', count: 1 });
      const { id } = (await vault().when(lost)) ?? expect.unreachable();
      await vault().remove(lost, id);
    });
  });
});
