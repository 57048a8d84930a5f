// What channels have set, on both engines.
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { DAY, HOUR, MORNING, person, place } from './sample.ts';

describe.each(engines)('settings of a channel on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  it('are none at first, and each is set without touching the other', async () => {
    const [at, elsewhere] = [place(), place()];
    expect(await store.channels.get(at)).toBeNull();
    await store.channels.set(at, { stack: ['alb', 'nginx'] }, 'U1', MORNING);
    expect(await store.channels.get(at)).toStrictEqual({
      place: at,
      stack: ['alb', 'nginx'],
      passive: false,
      refusedAt: null,
      setBy: 'U1',
      changedAt: MORNING,
    });
    await store.channels.set(at, { passive: true }, 'U2', MORNING + HOUR);
    await store.channels.set(at, { stack: [] }, 'U3', MORNING + DAY);
    expect(await store.channels.get(at)).toMatchObject({ stack: [], passive: true, setBy: 'U3' });
    expect(await store.channels.get({ ...at, team: elsewhere.team })).toBeNull();
    expect(await store.channels.get({ ...at, platform: 'discord' })).toBeNull();
  });

  it('changed by many at once are all changed', async () => {
    const at = place();
    const changes = [{ stack: ['nginx'] }, { passive: true }, { stack: ['nginx'] }, { passive: true }];
    await Promise.all(changes.map((change, index) => store.channels.set(at, change, `U${index}`, MORNING)));
    expect(await store.channels.get(at)).toMatchObject({ stack: ['nginx'], passive: true });
  });

  it('know of a refusal until it is over, or somebody switches', async () => {
    const at = place();
    await store.channels.noteRefusal(at, MORNING);
    expect(await store.channels.get(at)).toBeNull();
    const refused = async () => (await store.channels.get(at))?.refusedAt;
    await store.channels.set(at, { passive: true }, 'U1', MORNING);
    await store.channels.noteRefusal(at, MORNING);
    await store.channels.noteRefusal(at, MORNING + DAY);
    expect(await refused()).toBe(MORNING);
    await store.channels.noteRefusal(at, null);
    expect(await refused()).toBeNull();
    await store.channels.noteRefusal(at, MORNING);
    await store.channels.set(at, { stack: ['alb'] }, 'U1', MORNING);
    expect(await refused()).toBe(MORNING);
    await store.channels.set(at, { passive: true }, 'U1', MORNING);
    expect(await refused()).toBeNull();
  });

  it('name nobody once whoever set them is forgotten', async () => {
    const [at, twin] = [place(), place('discord')];
    const ann = person();
    await store.channels.set(at, { passive: true }, ann.user, MORNING);
    await store.channels.set(twin, { passive: true }, ann.user, MORNING);
    await store.people.forget(ann);
    expect(await store.channels.get(at)).toMatchObject({ passive: true, setBy: null });
    expect(await store.channels.get(twin)).toMatchObject({ setBy: ann.user });
    expect(await store.people.export(ann)).toMatchObject({ settings: [] });
  });

  it('stop listening when Teapot is removed, and go with everything else', async () => {
    const [gone, kept] = [place('discord'), place('discord')];
    for (const at of [gone, kept]) await store.channels.set(at, { stack: ['alb'], passive: true }, 'U1', MORNING);
    expect(await store.upkeep.teams('discord')).toContainEqual({ team: gone.team, removed: false });
    await store.upkeep.remove('discord', gone.team, MORNING);
    expect(await store.channels.get(gone)).toMatchObject({ stack: ['alb'], passive: false });
    await store.upkeep.readmit('discord', gone.team);
    expect(await store.channels.get(gone)).toMatchObject({ stack: ['alb'], passive: false });
    await store.upkeep.remove('discord', gone.team, MORNING);
    await store.upkeep.purge(MORNING + 1);
    expect(await store.channels.get(gone)).toBeNull();
    expect(await store.channels.get(kept)).toMatchObject({ stack: ['alb'], passive: true });
  });
});
