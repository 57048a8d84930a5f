// Who takes care of something, among processes that Slack tells the same.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createFirst } from '../../../src/platforms/slack/first.ts';
import { createSeen } from '../../../src/platforms/slack/seen.ts';
import type { Claims } from '../../../src/port.ts';
import { createLog } from './stage.ts';

/** What processes share, in memory. */
function shared(): Claims & { readonly names: Set<string>; asked: number } {
  const names = new Set<string>();
  return {
    names,
    asked: 0,
    async claim(wanted) {
      this.asked += 1;
      await pause(1);
      const free = wanted.every((name) => !names.has(name));
      for (const name of wanted) names.add(name);
      return free;
    },
    release: async (given) => {
      for (const name of given) names.delete(name);
    },
  };
}

describe('of two processes', () => {
  it('the first that asks takes care of it, and gives it back to whoever asks next', async () => {
    const claims = shared();
    const [one, other] = [1, 2].map(() => createFirst(createSeen(), claims, createLog()));
    const got = await Promise.all([
      one?.claim('event Ev1', 'mention C1 1.2'),
      other?.claim('event Ev1', 'mention C1 1.2'),
    ]);
    expect([...got].sort()).toEqual([false, true]);
    // An edit of the same message: another event.
    for (const each of [one, other]) expect(await each?.claim('event Ev2', 'mention C1 1.2')).toBe(false);
    const winner = got[0] === true ? one : other;
    await winner?.release('mention C1 1.2');
    const loser = winner === one ? other : one;
    expect(await loser?.claim('event Ev3', 'mention C1 1.2')).toBe(true);
  });

  it('neither asks the database about what it has seen itself', async () => {
    const claims = shared();
    const one = createFirst(createSeen(), claims, createLog());
    expect([await one.claim('event Ev1'), await one.claim('event Ev1')]).toEqual([true, false]);
    expect(claims.asked).toBe(1);
  });
});

describe('without the database', () => {
  it.each<[string, Claims['claim'], string]>([
    ['fails', () => Promise.reject(new Error('connection refused')), 'connection refused'],
    ['hangs', () => new Promise<boolean>(() => {}), 'the database takes too long'],
  ])('that %s, a process goes by what it has seen itself, and says so', async (_, claim, reason) => {
    const log = createLog();
    const first = createFirst(createSeen(), { claim, release: async () => {} }, log);
    const since = performance.now();
    expect([await first.claim('event Ev1'), await first.claim('event Ev1')]).toEqual([true, false]);
    expect(performance.now() - since).toBeLessThan(2_500);
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { reason } }]);
  });

  it('a process alone needs none', async () => {
    const first = createFirst(createSeen(), undefined, createLog());
    expect([await first.claim('share'), await first.claim('share')]).toEqual([true, false]);
    await first.release('share');
    expect(await first.claim('share')).toBe(true);
  });
});
