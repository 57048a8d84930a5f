// What becomes of the connection to Discord, and whether it lives.
import { type Client, Events, Status } from 'discord.js';
import type { Log } from '../../port.ts';
import type { Shard } from './client.ts';
import { describe } from './failure.ts';

/**
 * Discord acknowledges a heartbeat every 41 seconds, and the library connects anew where one is missing at the next (docs:
 * events/gateway, sending heartbeats). So long without one: not even that has worked. In milliseconds.
 */
const SILENCE = 100_000;

/** Discord locks out an address after 10,000 refusals in ten minutes. docs: topics/rate-limits */
export function warnOf(log: Log): (refused: { readonly count: number }) => void {
  return ({ count }) => log.warn({ count }, 'discord: many refused requests');
}

/**
 * Writes one line for each thing that happens to the connection: the client tries again twice a second, without end.
 * @returns what keeps events from arriving right now; null when nothing does
 */
export function watchConnection(client: Client, shard: Shard, log: Log): () => string | null {
  let away = false;
  let since = 0;
  let over = false;
  const goes = (id: number) => {
    if (!away) log.info({ shard: id }, 'discord: connection lost, trying again');
    away = true;
  };
  const comes = (id: number) => {
    if (away) log.info({ shard: id }, 'discord: connected again');
    away = false;
    since = Date.now();
  };
  client.on(Events.ShardReconnecting, goes);
  client.on(Events.ShardResume, comes);
  client.on(Events.ShardReady, comes);
  client.on(Events.ClientReady, ({ guilds }) => log.info({ servers: guilds.cache.size }, 'discord: connected'));
  // Only where it closed for good; the library tells it once more, as an error in other words.
  client.on(Events.ShardDisconnect, () => {
    over = true;
  });
  client.on(Events.ShardError, (error, id) => {
    if (!over) log.warn({ shard: id, ...describe(error) }, 'discord: connection error');
  });
  client.rest.on('invalidRequestWarning', warnOf(log));
  // Without a listener, an error event would end the process.
  client.on(Events.Error, (error) => log.error(describe(error), 'discord: client error'));

  return () => {
    const one = client.ws.shards.get(shard.id);
    if (one?.status !== Status.Ready) return 'the gateway is not connected';
    const heard = Math.max(since, one.lastPingTimestamp);
    return Date.now() - heard > SILENCE ? 'the gateway acknowledges no heartbeats' : null;
  };
}
