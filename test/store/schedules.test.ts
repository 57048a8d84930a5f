// When each place is asked, on both engines.
import { describe, expect, it } from 'vitest';
import type { Place, Schedule } from '../../src/store/records.ts';
import type { Plan, Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { DAY, HOUR, MORNING, place, quiz, schedule } from './sample.ts';

/** Plans one quiz with its reveal, and the next one a day later. */
function daily({ place: at, nextRunAt }: Schedule): Plan {
  const asked = quiz(at);
  return {
    deliveries: [asked, quiz(at, { kind: 'reveal', parent: asked.id, notBefore: asked.notBefore + 6 * HOUR })],
    nextRunAt: (nextRunAt ?? 0) + DAY,
  };
}

describe.each(engines)('schedules on $engine', ({ create }) => {
  let store: Store;
  openForSuite(create, (opened) => {
    store = opened;
  });

  /** Everything due is planned, so that the next test finds nothing but its own. */
  async function settleAll(): Promise<void> {
    await store.schedules.materialise(Number.MAX_SAFE_INTEGER, 1000, () => ({ deliveries: [], nextRunAt: null }));
  }

  async function added(changes: Partial<Schedule> = {}, at: Place = place()): Promise<Place> {
    await store.schedules.set(schedule(at, changes));
    return at;
  }

  const settings: readonly [string, Partial<Schedule>][] = [
    ['as it was set', {}],
    ['with a reveal at a time and no skips', { reveal: { at: '16:00' }, skips: [], level: 'vendors', digest: false }],
    ['of a single day', { days: [7], setBy: null }],
    ['with nothing to come', { nextRunAt: null }],
    ['switched off', { enabled: false, disabledReason: 'channel_not_found', noticeFor: 'U1', nextRunAt: null }],
  ];
  it.each(settings)('come back %s', async (_, changes) => {
    const at = await added(changes);
    expect(await store.schedules.get(at)).toStrictEqual(schedule(at, changes));
  });

  it('are none where nobody set one', async () => {
    expect(await store.schedules.get(place())).toBeNull();
  });

  it('are replaced by the next setting, reasons and strikes included', async () => {
    const at = await added();
    await store.schedules.recordFailure(at, '2026-11-24');
    await store.schedules.disable(at, 'is_archived', 'U1');
    await added({ time: '17:00', setBy: 'U2' }, at);
    expect(await store.schedules.get(at)).toStrictEqual(schedule(at, { time: '17:00', setBy: 'U2' }));
    expect(await store.schedules.recordFailure(at, '2026-11-25')).toBe(1);
  });

  it('change in view of what is set, and stay as they are where that is decided', async () => {
    const at = await added();
    const seen: (Schedule | null)[] = [];
    const kept = await store.schedules.change(at, (current) => {
      seen.push(current);
      return { change: null, why: 'no reason' };
    });
    expect(kept.why).toBe('no reason');
    expect(await store.schedules.get(at)).toStrictEqual(schedule(at));
    await store.schedules.change(at, (current) => ({
      change: { schedule: { ...(current ?? schedule(at)), level: 'vendors' }, replanned: null },
    }));
    expect(seen).toStrictEqual([schedule(at)]);
    expect(await store.schedules.get(at)).toStrictEqual(schedule(at, { level: 'vendors' }));
  });

  it('change with the question that is planned anew: it goes with its reveal, and only while it waits', async () => {
    const at = await added();
    const [{ id: waiting }, other] = [quiz(at), quiz(at, { slot: '2026-11-26' })];
    await store.deliveries.insert(quiz(at, { id: waiting }));
    await store.deliveries.insert(quiz(at, { kind: 'reveal', parent: waiting }));
    await store.deliveries.insert(other);
    const again = () =>
      store.schedules.change(at, () => ({ change: { schedule: schedule(at), replanned: '2026-11-25' } }));
    await again();
    const left = async () =>
      (await store.deliveries.list(at, { from: '2026-11-01', to: '2026-12-01' })).map(({ id }) => id);
    expect(await left()).toStrictEqual([other.id]);
    await store.deliveries.insert(quiz(at, { id: waiting }));
    await store.deliveries.claim({ owner: 'me', now: MORNING, leaseMs: 1000, limit: 1000 });
    await again();
    expect(await left()).toContain(waiting);
  });

  it('are planned when due: the rows and the next time come together', async () => {
    await settleAll();
    const at = await added();
    const later = await added({ nextRunAt: MORNING + 1 });
    const { due, inserted } = await store.schedules.materialise(MORNING, 100, daily);
    expect(due).toBe(1);
    expect(inserted.map(({ kind, place: where }) => [kind, where])).toStrictEqual([
      ['quiz', at],
      ['reveal', at],
    ]);
    expect(inserted[1]?.parent).toBe(inserted[0]?.id);
    expect(await store.deliveries.revealOf(inserted[0]?.id ?? '')).toStrictEqual(inserted[1]);
    expect((await store.schedules.get(at))?.nextRunAt).toBe(MORNING + DAY);
    expect((await store.schedules.get(later))?.nextRunAt).toBe(MORNING + 1);
  });

  it('are planned in parts, the longest due first', async () => {
    await settleAll();
    const places = [];
    for (const late of [2, 3, 1]) places.push(await added({ nextRunAt: MORNING - late }));
    const first = await store.schedules.materialise(MORNING, 2, daily);
    expect(first.inserted.filter(({ kind }) => kind === 'quiz').map(({ place: at }) => at)).toStrictEqual([
      places[1],
      places[0],
    ]);
    expect((await store.schedules.materialise(MORNING, 2, daily)).due).toBe(1);
    expect((await store.schedules.materialise(MORNING, 2, daily)).due).toBe(0);
  });

  it('leave out a row whose slot is taken, and its reveal with it', async () => {
    await settleAll();
    const at = await added();
    await store.deliveries.insert(quiz(at, { status: 'skipped' }));
    const { due, inserted } = await store.schedules.materialise(MORNING, 100, daily);
    expect([due, inserted]).toStrictEqual([1, []]);
    expect((await store.schedules.get(at))?.nextRunAt).toBe(MORNING + DAY);
    expect(await store.deliveries.list(at, { from: '2026-11-25', to: '2026-11-25' })).toHaveLength(1);
  });

  it('stay as they were when a plan fails', async () => {
    await settleAll();
    const at = await added({ nextRunAt: MORNING - 1 });
    const broken = await added();
    const plan = (one: Schedule) => {
      if (one.place.channel === broken.channel) throw new Error('no such zone');
      return daily(one);
    };
    await expect(store.schedules.materialise(MORNING, 100, plan)).rejects.toThrow('no such zone');
    expect((await store.schedules.get(at))?.nextRunAt).toBe(MORNING - 1);
    expect(await store.deliveries.list(at, { from: '2026-11-25', to: '2026-11-25' })).toStrictEqual([]);
  });

  it('tell when the next one is due', async () => {
    await settleAll();
    expect(await store.schedules.earliestNextRun()).toBeNull();
    await added({ nextRunAt: MORNING + DAY });
    await added();
    await added({ enabled: false });
    expect(await store.schedules.earliestNextRun()).toBe(MORNING);
  });

  it('are counted that are due at one time, up to as many as matter', async () => {
    await settleAll();
    for (const [platform, nextRunAt] of [
      ['slack', MORNING],
      ['slack', MORNING],
      ['slack', MORNING],
      ['slack', MORNING + 1],
      ['discord', MORNING],
    ] as const)
      await added({ nextRunAt }, place(platform));
    const counts = [];
    for (const most of [2, 100]) counts.push(await store.schedules.countDueAt(MORNING, 'slack', most));
    expect([...counts, await store.schedules.countDueAt(MORNING, 'discord', 100)]).toStrictEqual([2, 3, 1]);
  });

  it('are computed anew, except what is due and what is off', async () => {
    await settleAll();
    const due = await added();
    const off = await added({ enabled: false });
    const moved = await added({ nextRunAt: MORNING + 2 });
    const right = await added({ nextRunAt: MORNING + HOUR });
    const woken = await added({ nextRunAt: null });
    for (let count = 0; count < 210; count += 1) await added({ nextRunAt: MORNING + HOUR });
    const asked: string[] = [];
    const next = ({ place: at }: Schedule) => {
      asked.push(at.channel);
      return MORNING + HOUR;
    };
    const before = await store.schedules.recompute(Number.MIN_SAFE_INTEGER, () => null);
    expect(before).toBeGreaterThan(0);
    for (const [at, nextRunAt] of [
      [due, MORNING],
      [moved, MORNING + 2],
      [right, MORNING + HOUR],
    ] as const)
      await added({ nextRunAt }, at);
    asked.length = 0;
    const count = await store.schedules.recompute(MORNING, next);
    expect(asked).not.toContain(due.channel);
    expect(asked).not.toContain(off.channel);
    expect(new Set(asked).size).toBe(asked.length);
    expect(count).toBe(asked.length - 1);
    for (const [at, expected] of [
      [due, MORNING],
      [off, null],
      [moved, MORNING + HOUR],
      [right, MORNING + HOUR],
      [woken, MORNING + HOUR],
    ] as const)
      expect((await store.schedules.get(at))?.nextRunAt).toBe(expected);
  });

  it('count failures by date, until one post works', async () => {
    const at = await added();
    const counts = [];
    for (const date of ['2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-25'])
      counts.push(await store.schedules.recordFailure(at, date));
    expect(counts).toStrictEqual([1, 1, 2, 3, 3]);
    await store.schedules.clearFailures(at);
    expect(await store.schedules.recordFailure(at, '2026-11-25')).toBe(1);
    expect(await store.schedules.recordFailure(place(), '2026-11-25')).toBe(0);
  });

  it('are switched off with a reason, and with what was still to be posted', async () => {
    await settleAll();
    const at = await added();
    const other = await added();
    await store.schedules.materialise(MORNING, 100, daily);
    await store.schedules.disable(at, 'channel_not_found', 'U1');
    expect(await store.schedules.get(at)).toMatchObject({
      enabled: false,
      disabledReason: 'channel_not_found',
      noticeFor: 'U1',
      nextRunAt: null,
    });
    const day = { from: '2026-11-25', to: '2026-11-25' };
    const statuses = async (where: Place) => (await store.deliveries.list(where, day)).map(({ status }) => status);
    expect(await statuses(at)).toStrictEqual(['skipped', 'skipped']);
    expect(await statuses(other)).toStrictEqual(['pending', 'pending']);
  });

  it('tell once why they were switched off, to whoever set them, wherever they ask in the workspace', async () => {
    const at = await added();
    await store.schedules.disable(at, 'is_archived', 'U1');
    const person = { platform: 'slack', user: 'U1' } as const;
    expect(await store.schedules.takeNotices({ platform: 'slack', user: 'U2' }, at.team)).toStrictEqual([]);
    expect(await store.schedules.takeNotices({ platform: 'discord', user: 'U1' }, at.team)).toStrictEqual([]);
    expect(await store.schedules.takeNotices(person, 'another team')).toStrictEqual([]);
    expect(await store.schedules.takeNotices(person, at.team)).toStrictEqual([{ place: at, reason: 'is_archived' }]);
    expect(await store.schedules.takeNotices(person, at.team)).toStrictEqual([]);
    expect((await store.schedules.get(at))?.disabledReason).toBe('is_archived');
  });
});
