// Several processes on Discord, over one PostgreSQL: each shard is one process's, and every question is answered once.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordRules, look, type SimulatedDiscord, startDiscord } from '../../src/playground/discord/discord.ts';
import { createLeases } from '../../src/store/leases.ts';
import { openStore } from '../../src/store/open.ts';
import { postgres, type TestDatabase } from '../store/engines.ts';
import { type DiscordProcess, LOGIN_PAUSE, startDiscordProcess, TERMS } from './discord-process.ts';

const GONE = 'the gateway is not connected';

let database: TestDatabase;
beforeEach(async () => {
  database = await postgres.lend();
  await (await openStore(database.url)).close();
});

const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
  await database?.drop();
});

/** Logins come no faster than Discord allows, at a tenth of its time. @param home which shard of two its first server is */
async function world(rules: DiscordRules = {}, home?: number): Promise<SimulatedDiscord> {
  for (;;) {
    const discord = await startDiscord({ loginEvery: 500, ...rules });
    const shard = Number((BigInt(discord.channels.general.server) >> 22n) % 2n);
    if (home === undefined || shard === home) {
      open.push(discord);
      return discord;
    }
    await discord.stop();
  }
}

async function join(
  discord: SimulatedDiscord,
  name: string,
  more: Partial<Parameters<typeof startDiscordProcess>[0]> = {},
): Promise<DiscordProcess> {
  const one = await startDiscordProcess({ name, database: database.url, discord, ...more });
  open.push(one);
  return one;
}

/** All that the bots say to one question, within a moment. */
async function ask(discord: SimulatedDiscord, where: 'server' | 'dm' = 'server'): Promise<readonly string[]> {
  const message = discord.person('ann').say('@Teapot 404', where);
  await pause(400);
  return discord.posts
    .filter(({ repliesTo, channel }) => repliesTo === message.id || (where === 'dm' && channel === message.channel))
    .map((post) => look(post).text.split('\n')[0] ?? '');
}

const until = (what: () => unknown, timeout = 15_000) => expect.poll(what, { timeout, interval: 25 });
const connected = ({ platform }: DiscordProcess) => platform.trouble?.() === null && platform.note?.() === null;
const tooFast = (discord: SimulatedDiscord) =>
  discord.happenings.filter((one) => one.kind === 'gateway' && one.what === 'too fast').length;

describe('two processes for one shard', { timeout: 40_000 }, () => {
  it('are one bot: one answers, the other stands by, is well and says so', async () => {
    const discord = await world();
    const one = await join(discord, 'one');
    await one.started;
    const other = await join(discord, 'other');
    await other.started;
    expect(discord.gateway.sessions()).toEqual([[0, 1]]);
    expect([other.platform.trouble?.(), other.platform.note?.()]).toEqual([
      null,
      'standing by: another process has shard 0 of 1',
    ]);
    expect(one.platform.note?.()).toBeNull();
    expect(await ask(discord)).toEqual(['one heard']);
    expect(await ask(discord, 'dm')).toEqual(['one heard']);
    const place = { platform: 'discord', team: 'T', channel: 'C' } as const;
    const answer = {
      title: '',
      tone: 'neutral',
      blocks: [],
      choices: [],
      links: [],
      audience: 'room',
      about: { kind: 'none', codes: [], class: null },
    } as const;
    await expect(other.platform.post(place, answer, 'k')).rejects.toMatchObject({ failure: 'unsent' });
    expect([one.replicas.standing('discord'), other.replicas.standing('discord')]).toEqual([{ index: 0, of: 1 }, null]);
  });

  it('change over when the first ends in order: nothing is answered twice, and soon everything again', async () => {
    const discord = await world();
    const one = await join(discord, 'one');
    await one.started;
    const other = await join(discord, 'other');
    await other.started;
    await one.stop();
    const since = performance.now();
    await until(() => connected(other)).toBe(true);
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(discord.gateway.sessions()).toEqual([[0, 1]]);
    expect(await ask(discord)).toEqual(['other heard']);
    expect(other.log.entries.map(({ message }) => message)).toContain('discord: took over');
    expect(tooFast(discord)).toBe(0);
  });

  it.each(['cut', 'frozen'] as const)(
    'whose first loses the database (%s): it is silent before the other answers, and no question has two answers',
    async (state) => {
      const discord = await world();
      const one = await join(discord, 'one');
      await one.started;
      const other = await join(discord, 'other');
      await other.started;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, discord.gateway.sessions().length);
      }, 5);
      one.wire.become(state);
      const since = performance.now();
      const answers: (readonly string[])[] = [];
      while (!connected(other)) {
        answers.push(await ask(discord));
        if (performance.now() - since > 15_000) throw new Error('nobody took over');
      }
      expect(performance.now() - since).toBeLessThan(TERMS.lease + 3_000);
      answers.push(await ask(discord));
      clearInterval(watch);
      expect(answers.at(0)).toEqual(['one heard']);
      expect(answers.at(-1)).toEqual(['other heard']);
      expect(Math.max(...answers.map(({ length }) => length))).toBe(1);
      expect(most).toBe(1);
      expect(one.platform.trouble?.()).toBe('gave up its shard: the database did not confirm it in time');
      one.wire.become('open');
      await until(() => one.platform.note?.()).toBe('standing by: another process has shard 0 of 1');
      expect(await ask(discord)).toEqual(['other heard']);
    },
  );
});

describe('a process alone', { timeout: 40_000 }, () => {
  it('whose database is away for long falls silent in time, says so, and comes back with it', async () => {
    const discord = await world();
    const one = await join(discord, 'one');
    await one.started;
    one.wire.become('cut');
    const since = performance.now();
    await until(() => discord.gateway.sessions().length).toBe(0);
    expect(performance.now() - since).toBeLessThan(TERMS.lease);
    expect(await ask(discord)).toEqual([]);
    await pause(TERMS.farewell);
    expect(one.platform.trouble?.()).not.toBeNull();
    one.wire.become('open');
    await until(() => connected(one)).toBe(true);
    expect(await ask(discord)).toEqual(['one heard']);
    expect(one.fatal).toEqual([]);
  });

  it('whose database is away while it waits for its turn to log in asks for both anew, and logs in once it may', async () => {
    const discord = await world();
    const leases = createLeases(database.url);
    open.push({ stop: leases.close });
    const turn = await leases.acquire(['discord login 0'], { owner: 'somebody', ms: 60_000 });
    const one = await join(discord, 'one');
    await until(() => one.replicas.standing('discord')).toEqual({ index: 0, of: 1 });
    await pause(500);
    one.wire.become('cut');
    await one.log.entry('could not be kept');
    one.wire.become('open');
    if (turn !== null) await leases.release(turn);
    await until(() => connected(one)).toBe(true);
    expect(await ask(discord)).toEqual(['one heard']);
  });

  it('that Discord throws out for a moment keeps its shard, and waits for its turn to log in anew', async () => {
    const discord = await world();
    const one = await join(discord, 'one');
    await one.started;
    for (let time = 0; time < 3; time += 1) {
      discord.gateway.invalidate(false);
      await until(() => one.platform.trouble?.()).toBe(GONE);
      await until(() => connected(one)).toBe(true);
    }
    expect(tooFast(discord)).toBe(0);
    expect(await ask(discord)).toEqual(['one heard']);
  });

  it('that cannot start says why as ever, and lets others try', async () => {
    const discord = await world();
    const one = await join(discord, 'one', { token: 'wrong' });
    await expect(one.started).rejects.toThrow('Discord refused the token: check DISCORD_BOT_TOKEN');
    await one.stop();
    const other = await join(discord, 'other');
    await other.started;
    expect(await ask(discord)).toEqual(['other heard']);
  });

  it('does not log in where hardly any logins are left, and does when there are again', async () => {
    const discord = await world();
    const one = await join(discord, 'one');
    await one.started;
    const other = await join(discord, 'other');
    await other.started;
    discord.loginsLeft(5);
    await one.stop();
    await other.log.entry('only 5 logins are left for today');
    expect(discord.gateway.sessions()).toEqual([]);
    expect(other.fatal).toEqual([]);
    discord.loginsLeft(100);
    expect(other.platform.trouble?.()).not.toBeNull();
    await until(() => discord.gateway.sessions(), 30_000).toEqual([[0, 1]]);
    await until(() => connected(other)).toBe(true);
  });
});

describe('shards', { timeout: 40_000 }, () => {
  it('each have one process, and every question is answered by the one whose it is', async () => {
    const discord = await world({}, 1);
    const zero = await join(discord, 'zero', { shard: { id: 0, count: 2 } });
    const one = await join(discord, 'one', { shard: { id: 1, count: 2 } });
    await Promise.all([zero.started, one.started]);
    expect([...discord.gateway.sessions()].sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(await ask(discord)).toEqual(['one heard']);
    expect(await ask(discord, 'dm')).toEqual(['zero heard']);
    await until(() => [zero, one].map(({ replicas }) => replicas.standing('discord')?.of)).toEqual([2, 2]);
  });

  it('that are taken as they come: each process has one, a spare process stands by and takes the first that is free', async () => {
    const discord = await world();
    const shard = { id: 'auto', count: 2 } as const;
    const all = await Promise.all(['a', 'b', 'c'].map((name) => join(discord, name, { shard })));
    await Promise.all(all.map(({ started }) => started));
    const [spare, ...more] = all.filter((one) => one.platform.note?.() !== null);
    expect([spare?.platform.note?.(), more]).toEqual(['standing by: other processes have all 2 shards', []]);
    expect([...discord.gateway.sessions()].sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    await all.find((one) => one !== spare)?.stop();
    await until(() => spare !== undefined && connected(spare)).toBe(true);
    expect([...discord.gateway.sessions()].sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('of another count wait until all of the old count are gone', async () => {
    const discord = await world();
    const old = await join(discord, 'old');
    await old.started;
    const shard = { id: 'auto', count: 2 } as const;
    const fresh = await Promise.all(['a', 'b'].map((name) => join(discord, name, { shard })));
    await Promise.all(fresh.map(({ started }) => started));
    expect(discord.gateway.sessions()).toEqual([[0, 1]]);
    await old.stop();
    await until(() => fresh.every(connected)).toBe(true);
    expect([...discord.gateway.sessions()].sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(await ask(discord)).toHaveLength(1);
  });

  it.each([1, 4])(
    'that start at once log in one after the other, in %i queues, and Discord refuses none',
    async (loginQueues) => {
      const discord = await world({ loginQueues });
      const times: number[] = [];
      discord.watch((one) => void (one.kind === 'gateway' && one.what === 'identify' && times.push(performance.now())));
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, id) => join(discord, `p${id}`, { shard: { id, count: 8 } })),
      );
      await Promise.all(all.map(({ started }) => started));
      expect(discord.gateway.sessions()).toHaveLength(8);
      expect([times.length, tooFast(discord)]).toEqual([8, 0]);
      expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan((8 / loginQueues - 1) * LOGIN_PAUSE * 0.95);
      await until(() => all.map(({ replicas }) => replicas.standing('discord')?.of)).toEqual(Array(8).fill(8));
    },
  );
});
