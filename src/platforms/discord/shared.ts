// Discord with several processes: each shard is one process's at a time, and whoever has none stands by.
import type { Broadcaster, Log, TakeTurn, Tenure } from '../../port.ts';
import { createDiscord, type Discord, type DiscordOptions } from './discord.ts';
import { isFinal } from './failure.ts';
import { postFailure } from './post-failure.ts';

export interface SharedOptions extends Omit<DiscordOptions, 'shard' | 'among'> {
  /** The shards this process may take, in the order of the tenure's numbers. */
  readonly shards: readonly number[];
  /** Of all servers. */
  readonly count: number;
  readonly tenure: Tenure;
  readonly login: TakeTurn;
}

/**
 * Discord as a platform that is connected while a shard is ours. `start` resolves once it is connected or stands by; it
 * rejects as that of one process does. A later failure that no other attempt mends is told to `onFatal`.
 */
export function createSharedDiscord(options: SharedOptions): Broadcaster {
  const { shards, count, tenure, login, log, onFatal } = options;
  let current: Discord | null = null;
  let note: string | null = null;
  let trouble: string | null = 'not started';
  let begun = false;

  const among = { isOurs: tenure.holds, processes: () => tenure.standing()?.of ?? count, login };
  const speak = (): Broadcaster => {
    if (current === null) throw postFailure('unsent', 'another process has the connection');
    return current;
  };

  function take(id: number): Discord {
    note = null;
    trouble = null;
    current = createDiscord({ ...options, shard: { id, count }, among });
    return current;
  }

  async function lost(soon: boolean): Promise<void> {
    const one = current;
    current = null;
    if (soon) trouble = 'gave up its shard: the database did not confirm it in time';
    await (soon ? one?.quit() : one?.stop());
  }

  return {
    name: 'discord',
    start: async (bot) => {
      const first = Promise.withResolvers<void>();
      let settled = false;
      begun = true;
      tenure.begin({
        gained: async (index) => {
          const one = take(shards[index] ?? 0);
          try {
            await one.start(bot);
            if (settled) log.info({ shard: shards[index] }, 'discord: took over');
            first.resolve();
          } catch (thrown) {
            // Lost before it was of use: that is no failure, and it is tried again as soon as there is one.
            if (begun && current !== one) throw thrown;
            trouble = 'could not take over, trying again';
            if (settled) giveUp(thrown, log, onFatal);
            else first.reject(thrown);
            settled = true;
            throw thrown;
          }
          settled = true;
        },
        lost,
        waits: () => {
          note = standingBy(shards, count);
          trouble = null;
          log.info({ shards, count }, 'discord: others answer, standing by');
          settled = true;
          first.resolve();
        },
      });
      await first.promise;
    },
    stop: async () => {
      const ends = begun;
      begun = false;
      if (ends) await tenure.end();
      trouble = 'not started';
      note = null;
    },
    post: async (...what) => await speak().post(...what),
    edit: async (...what) => await speak().edit(...what),
    whereabouts: async (servers) => (await current?.whereabouts?.(servers)) ?? [],
    trouble: () => current?.trouble?.() ?? trouble,
    note: () => (current === null ? note : null),
  };
}

function standingBy(shards: readonly number[], count: number): string {
  return shards.length === 1
    ? `standing by: another process has shard ${shards[0]} of ${count}`
    : `standing by: other processes have all ${count} shards`;
}

/** After the start: it is tried again, here or elsewhere, unless that cannot help. */
function giveUp(thrown: unknown, log: Log, onFatal: SharedOptions['onFatal']): void {
  const reason = thrown instanceof Error ? thrown.message : 'unknown';
  if (isFinal(thrown)) {
    log.error({ reason }, 'discord: turned away');
    onFatal?.(reason);
  } else log.warn({ reason }, 'discord: could not take over, trying again');
}
