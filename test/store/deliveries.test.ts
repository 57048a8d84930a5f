// The outbox, on both engines.
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '../../src/store/id.ts';
import { openStore } from '../../src/store/open.ts';
import type { Delivery, NewDelivery, Place } from '../../src/store/records.ts';
import type { Claim, Store } from '../../src/store/store.ts';
import { engines, openForSuite } from './engines.ts';
import { HOUR, MINUTE, MORNING, place, quiz, schedule } from './sample.ts';

const ME = 'process-1';
const OTHER = 'process-2';

function wanted(changes: Partial<Claim> = {}): Claim {
  return { owner: ME, now: MORNING, leaseMs: MINUTE, limit: 100, ...changes };
}

describe.each(engines)('deliveries on $engine', ({ create }) => {
  let store: Store;
  let url: string;
  openForSuite(create, (opened, address) => {
    store = opened;
    url = address;
  });
  // Claims go over the whole table, so every test starts with nothing to claim.
  beforeEach(async () => {
    await store.deliveries.expireLeases(Number.MAX_SAFE_INTEGER);
    for (const status of ['pending', 'unknown'] as const) {
      const all = wanted({ owner: 'cleaner', now: Number.MAX_SAFE_INTEGER - MINUTE, limit: 10_000 });
      const found = await (status === 'pending' ? store.deliveries.claim(all) : store.deliveries.claimUnknown(all));
      for (const { id } of found) await store.deliveries.kill(id, 'cleaner', 'another test');
    }
  });

  async function added(changes: Partial<NewDelivery> = {}, at: Place = place()): Promise<string> {
    const row = quiz(at, changes);
    expect(await store.deliveries.insert(row)).toBe(true);
    return row.id;
  }

  async function claimed(changes: Partial<NewDelivery> = {}, at: Place = place()): Promise<string> {
    const id = await added(changes, at);
    await store.deliveries.claim(wanted());
    return id;
  }

  async function found(id: string): Promise<Delivery> {
    const row = await store.deliveries.get(id);
    if (row === null) throw new Error(`no delivery ${id}`);
    return row;
  }

  it('come back as they were put in', async () => {
    const at = place('discord');
    const content = {
      item: 'meaning:404',
      payload: { options: ['404 Not Found', '“410” Gone'], right: [0], more: null },
    };
    const row = quiz(at, { content });
    await store.deliveries.insert(row);
    expect(await store.deliveries.get(row.id)).toStrictEqual({
      ...row,
      parent: null,
      status: 'pending',
      attempts: 0,
      firstTriedAt: null,
      content,
      message: null,
      postedAt: null,
      closedAt: null,
      voidedAt: null,
      error: null,
    });
    expect(await store.deliveries.get(newId())).toBeNull();
  });

  it('fill a slot of a place and kind once', async () => {
    const at = place();
    await added({}, at);
    expect(await store.deliveries.insert(quiz(at))).toBe(false);
    expect(await store.deliveries.insert(quiz(at, { kind: 'digest' }))).toBe(true);
    expect(await store.deliveries.insert(quiz(at, { slot: newId() }))).toBe(true);
    expect(await store.deliveries.insert(quiz({ ...at, channel: 'another' }))).toBe(true);
  });

  it('are listed by place, date and kind, oldest first', async () => {
    const at = place();
    const later = await added({ date: '2026-11-26', slot: '2026-11-26', notBefore: MORNING + 24 * HOUR }, at);
    const first = await added({ date: '2026-11-24', slot: '2026-11-24', notBefore: MORNING - 24 * HOUR }, at);
    const digest = await added({ date: '2026-11-26', kind: 'digest', notBefore: MORNING + 30 * HOUR }, at);
    await added();
    const ids = async (from: string, to: string, kinds?: readonly Delivery['kind'][]) =>
      (await store.deliveries.list(at, { from, to }, kinds)).map(({ id }) => id);
    expect(await ids('2026-11-24', '2026-11-26')).toStrictEqual([first, later, digest]);
    expect(await ids('2026-11-25', '2026-11-26', ['quiz'])).toStrictEqual([later]);
    expect(await ids('2026-11-25', '2026-11-25')).toStrictEqual([]);
  });

  it('are claimed once, when their time has come', async () => {
    const due = await added();
    const tomorrow = await added({ notBefore: MORNING + 1 });
    await added({ status: 'skipped' });
    const rows = await store.deliveries.claim(wanted());
    expect(rows.map(({ id }) => id)).toStrictEqual([due]);
    expect(rows[0]).toMatchObject({ status: 'sending', attempts: 1, firstTriedAt: null });
    expect(await store.deliveries.claim(wanted({ owner: OTHER }))).toStrictEqual([]);
    const next = await store.deliveries.claim(wanted({ now: MORNING + 1 }));
    expect(next.map(({ id }) => id)).toStrictEqual([tomorrow]);
  });

  it('are claimed from every workspace in turn, quizzes first', async () => {
    const [large, small] = [place(), place()];
    const in_ = (at: Place, changes: Partial<NewDelivery> = {}) => added(changes, { ...at, channel: newId() });
    const digest = await in_(large, { kind: 'digest', notBefore: MORNING - HOUR });
    const quizzes = [];
    for (const early of [4, 3, 2]) quizzes.push(await in_(large, { notBefore: MORNING - early }));
    const only = await in_(small, { notBefore: MORNING - 1 });
    const take = async (changes: Partial<Claim>) =>
      new Set((await store.deliveries.claim(wanted(changes))).map(({ id }) => id));
    expect(await take({ limit: 2 })).toStrictEqual(new Set([quizzes[0], only]));
    expect(await take({ perTeam: 1 })).toStrictEqual(new Set([quizzes[1]]));
    expect(await take({ except: [large.team] })).toStrictEqual(new Set());
    expect(await take({})).toStrictEqual(new Set([quizzes[2], digest]));
  });

  it('are claimed for one platform', async () => {
    const slack = await added({}, place('slack'));
    const discord = await added({}, place('discord'));
    const take = async (platform: Place['platform']) =>
      (await store.deliveries.claim(wanted({ platform }))).map(({ id }) => id);
    expect(await take('discord')).toStrictEqual([discord]);
    expect(await take('slack')).toStrictEqual([slack]);
  });

  it('keep the first question they begin with, and when that was', async () => {
    const id = await claimed();
    const first = { item: 'meaning:404', payload: { right: [1] } };
    const other = { item: 'meaning:410', payload: {} };
    expect(await store.deliveries.begin(id, OTHER, first, MORNING)).toBe(false);
    expect(await found(id)).toMatchObject({ content: null, firstTriedAt: null });
    expect(await store.deliveries.begin(id, ME, first, MORNING)).toBe(true);
    expect(await store.deliveries.begin(id, ME, other, MORNING + 1)).toBe(true);
    expect(await found(id)).toMatchObject({ content: first, firstTriedAt: MORNING });
    const digest = await claimed({ kind: 'digest' });
    const nothing = { item: null, payload: { week: 48 } };
    await store.deliveries.begin(digest, ME, nothing, MORNING);
    await store.deliveries.begin(digest, ME, first, MORNING);
    expect((await found(digest)).content).toStrictEqual(nothing);
  });

  it('have not begun any more once they surely were not posted, and say the same again', async () => {
    const id = await claimed();
    const content = { item: 'meaning:404', payload: { right: [1] } };
    await store.deliveries.begin(id, ME, content, MORNING);
    await store.deliveries.retryAt(id, ME, MORNING, 'ratelimited');
    const [again] = await store.deliveries.claim(wanted());
    expect(again).toMatchObject({ id, status: 'sending', firstTriedAt: null, content });
  });

  const settlements: readonly [
    string,
    (of: Store['deliveries'], id: string, owner: string) => Promise<boolean>,
    object,
  ][] = [
    [
      'sent',
      (of, id, owner) => of.markSent(id, owner, '1764.5', MORNING + 3),
      { status: 'sent', message: '1764.5', postedAt: MORNING + 3, error: null, attempts: 1 },
    ],
    [
      'unknown',
      (of, id, owner) => of.markUnknown(id, owner, 'timeout', null),
      { status: 'unknown', error: 'timeout', firstTriedAt: MORNING },
    ],
    [
      'to be tried again',
      (of, id, owner) => of.retryAt(id, owner, MORNING + HOUR, 'ratelimited'),
      { status: 'pending', notBefore: MORNING + HOUR, attempts: 1, firstTriedAt: null, error: 'ratelimited' },
    ],
    ['skipped', (of, id, owner) => of.skip(id, owner, 'too late'), { status: 'skipped', error: 'too late' }],
    ['dead', (of, id, owner) => of.kill(id, owner, 'is_archived'), { status: 'dead', error: 'is_archived' }],
    [
      'released',
      async (of, id, owner) => (await of.release([id], owner)) === 1,
      { status: 'pending', notBefore: MORNING, attempts: 0, firstTriedAt: null },
    ],
  ];
  it.each(settlements)('end up %s, but only by who holds the lease', async (_, settle, expected) => {
    const id = await claimed();
    await store.deliveries.begin(id, ME, { item: null, payload: {} }, MORNING);
    const before = await found(id);
    expect(await settle(store.deliveries, id, OTHER)).toBe(false);
    expect(await found(id)).toStrictEqual(before);
    expect(await settle(store.deliveries, id, ME)).toBe(true);
    expect(await found(id)).toMatchObject(expected);
    expect(await settle(store.deliveries, id, ME)).toBe(false);
  });

  it('become unknown when a lease runs out, never pending', async () => {
    const id = await claimed();
    expect(await store.deliveries.expireLeases(MORNING + MINUTE - 1)).toBe(0);
    expect(await store.deliveries.expireLeases(MORNING + MINUTE)).toBe(1);
    expect((await found(id)).status).toBe('unknown');
    expect(await store.deliveries.markSent(id, ME, '1', MORNING)).toBe(false);
    expect(await store.deliveries.claim(wanted({ now: MORNING + HOUR }))).toStrictEqual([]);
  });

  it('are looked at again only when that was asked for', async () => {
    const [expired, again, never] = [await claimed(), await claimed(), await claimed()];
    await store.deliveries.begin(again, ME, { item: null, payload: {} }, MORNING);
    await store.deliveries.markUnknown(again, ME, 'timeout', MORNING + 30_000);
    await store.deliveries.markUnknown(never, ME, 'timeout', null);
    await store.deliveries.expireLeases(MORNING + MINUTE);
    const look = async (now: number) =>
      (await store.deliveries.claimUnknown(wanted({ owner: OTHER, now }))).map(({ id, attempts, firstTriedAt }) => ({
        id,
        attempts,
        firstTriedAt,
      }));
    expect(await look(MORNING)).toStrictEqual([]);
    expect(await look(MORNING + 30_000)).toStrictEqual([{ id: again, attempts: 2, firstTriedAt: MORNING }]);
    expect(await look(MORNING + HOUR)).toStrictEqual([{ id: expired, attempts: 2, firstTriedAt: null }]);
    expect(await store.deliveries.markSent(expired, OTHER, '1', MORNING)).toBe(true);
  });

  const unsent: readonly [string, (id: string) => Promise<unknown>][] = [
    ['unknown', (id) => store.deliveries.markUnknown(id, ME, 'timeout', MORNING)],
    ['sending', async () => {}],
    ['pending', (id) => store.deliveries.release([id], ME)],
    ['dead', (id) => store.deliveries.kill(id, ME, 'refused')],
  ];
  it.each(unsent)('heal from a click while they are %s', async (_, prepare) => {
    const id = await claimed();
    await prepare(id);
    expect(await store.deliveries.healFromClick(id, '1764.5', MORNING + HOUR)).toBe(true);
    expect(await found(id)).toMatchObject({ status: 'sent', message: '1764.5', error: null });
    expect(await store.deliveries.healFromClick(id, '1764.6', MORNING + HOUR)).toBe(false);
    expect((await found(id)).message).toBe('1764.5');
    expect(await store.deliveries.claimUnknown(wanted({ now: MORNING + HOUR }))).toStrictEqual([]);
  });

  it('close and are voided once', async () => {
    const id = await claimed();
    expect(await store.deliveries.close(id, MORNING + HOUR)).toBe(true);
    expect(await store.deliveries.close(id, MORNING + 2 * HOUR)).toBe(false);
    expect(await store.deliveries.void(id, MORNING + 3 * HOUR)).toBe(true);
    expect(await store.deliveries.void(id, MORNING + 4 * HOUR)).toBe(false);
    expect(await found(id)).toMatchObject({ closedAt: MORNING + HOUR, voidedAt: MORNING + 3 * HOUR });
    expect(await store.deliveries.close(newId(), MORNING)).toBe(false);
  });

  it('tell what waits and since when', async () => {
    expect(await store.deliveries.backlog(MORNING)).toStrictEqual({ count: 0, oldest: null });
    expect(await store.deliveries.earliest()).toBeNull();
    await added({ notBefore: MORNING - 5 });
    await added({ notBefore: MORNING - 9 });
    await added({ notBefore: MORNING + 1 });
    expect(await store.deliveries.backlog(MORNING)).toStrictEqual({ count: 2, oldest: MORNING - 9 });
    expect(await store.deliveries.earliest()).toBe(MORNING - 9);
    await added({ kind: 'digest', notBefore: MORNING - 20 });
    expect(await store.deliveries.earliest()).toBe(MORNING - 20);
    expect(await store.deliveries.earliest('quiz')).toBe(MORNING - 9);
    expect(await store.deliveries.earliest('reveal')).toBeNull();
  });

  it('survive the end of the process: what was sent stays sent, what was under way is unknown', async () => {
    const at = place();
    await store.schedules.set(schedule(at, { nextRunAt: MORNING + HOUR }));
    const [sent, sending] = [await claimed({}, at), await claimed()];
    const pending = await added();
    await store.deliveries.markSent(sent, ME, '1', MORNING);
    await store.close();
    store = await openStore(url);
    onTestFinished(() => store.close());
    expect(store.migrated).toStrictEqual([]);
    await store.deliveries.expireLeases(MORNING + HOUR);
    const statuses = [];
    for (const id of [sent, sending, pending]) statuses.push((await found(id)).status);
    expect(statuses).toStrictEqual(['sent', 'unknown', 'pending']);
    expect((await store.schedules.get(at))?.nextRunAt).toBe(MORNING + HOUR);
  });
});
