// Several sessions of one bot on the simulated Discord: who hears of what, and how fast they may begin.
import { describe, expect, it } from 'vitest';
import { createLogins, hears, isServed, type Shard, shardOf } from '../../src/playground/discord/sharding.ts';

/** A server whose shard of two is this one. docs: events/gateway, sharding: (guild_id >> 22) % num_shards */
const serverOf = (shard: number) => `${BigInt(1_000_000 + shard) << 22n}`;

it.each<[unknown, Shard]>([
  [undefined, [0, 1]],
  [null, [0, 1]],
  [
    [3, 8],
    [3, 8],
  ],
])('a bot that names %j has the shard %j', (named, shard) => {
  expect(shardOf(named)).toEqual(shard);
});

describe('a session', () => {
  it.each([
    ['MESSAGE_CREATE', { guild_id: serverOf(0), id: serverOf(1) }, [true, false]],
    ['MESSAGE_CREATE', { guild_id: serverOf(1), id: serverOf(0) }, [false, true]],
    ['INTERACTION_CREATE', { id: serverOf(1) }, [true, false]],
    ['GUILD_CREATE', { id: serverOf(1) }, [false, true]],
    ['GUILD_DELETE', { id: serverOf(0) }, [true, false]],
  ])('hears %s of its servers, and the first one of direct messages: %j', (event, data, heard) => {
    expect([0, 1].map((id) => hears([id, 2], event, data))).toEqual(heard);
    expect(hears([0, 1], event, data)).toBe(true);
  });

  it('is one for each server, however many there are', () => {
    for (let count = 1; count <= 16; count += 1)
      for (const server of [serverOf(0), serverOf(5), serverOf(77), ''])
        expect(Array.from({ length: count }, (_, id) => isServed([id, count], server)).filter(Boolean)).toHaveLength(1);
  });
});

describe('logins', () => {
  it('of one queue are refused when they come too soon, and those of another are not', () => {
    const mayLogIn = createLogins(60_000, 2);
    expect([0, 2, 1, 3, 4].map(mayLogIn)).toEqual([true, false, true, false, false]);
  });

  it('are not limited where no time is given', () => {
    const mayLogIn = createLogins(0, 1);
    expect([0, 0, 0].map(mayLogIn)).toEqual([true, true, true]);
  });
});
