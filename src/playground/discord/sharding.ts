// Which session hears of what, and how fast sessions may begin. docs: events/gateway, sharding
import type { Json } from './json.ts';

/** A session's part of the servers: its number, of how many. */
export type Shard = readonly [id: number, count: number];

const EVERYTHING: Shard = [0, 1];
const DIGITS = /^\d+$/;

/** As a bot names it when it logs in; all servers where it names none. */
export function shardOf(named: unknown): Shard {
  if (!Array.isArray(named)) return EVERYTHING;
  const [id, count] = named.map(Number);
  return [id ?? 0, count ?? 1];
}

/** Events of a server go to its shard, all others to the first. @param event its name tells whether its id is a server's */
export function hears([id, count]: Shard, event: string, { guild_id: guild, id: own }: Json): boolean {
  const server = event === 'GUILD_CREATE' || event === 'GUILD_DELETE' ? own : guild;
  return isServed([id, count], typeof server === 'string' ? server : '');
}

/** @param server its id; '' for what belongs to none, such as a direct message */
export function isServed([id, count]: Shard, server: string): boolean {
  const shard = DIGITS.test(server) ? Number((BigInt(server) >> 22n) % BigInt(count)) : 0;
  return shard === id;
}

/**
 * Whether a shard may log in now: one of each queue in so many milliseconds. What is turned away does not count.
 * @param queues `max_concurrency`: shards with the same remainder wait for each other
 */
export function createLogins(every: number, queues: number): (id: number) => boolean {
  const last = new Map<number, number>();
  return (id) => {
    const now = performance.now();
    const since = now - (last.get(id % queues) ?? Number.NEGATIVE_INFINITY);
    if (since < every) return false;
    last.set(id % queues, now);
    return true;
  };
}
