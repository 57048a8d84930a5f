// When a process may log in, where several do: what is left of the day's logins is looked at in each turn.
import { expect, it } from 'vitest';
import { loginInTurn } from '../../../src/platforms/discord/login.ts';
import type { Turn } from '../../../src/port.ts';
import { createMemoryLog } from './memory-log.ts';

interface Logins {
  readonly total: number;
  readonly remaining: number;
  readonly reset_after: number;
  readonly max_concurrency: number;
}

/** What the library would ask for, of a Discord that tells of these logins, one after the other. */
async function turnOf(shard: number, told: readonly Partial<Logins>[], answers: number[] = []) {
  const log = createMemoryLog();
  let asked = 0;
  let turn: Turn | null = null;
  const build = loginInTurn({
    log: log.log,
    onWait: () => {},
    take: async (wanted) => {
      turn = wanted;
      while (asked < told.length) answers.push(await wanted.check());
    },
  });
  const fetchGatewayInformation = async (force?: boolean) => {
    // Without force, the library tells what it knew before.
    const logins = told[force ? asked++ : 0];
    return {
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1, ...logins },
    };
  };
  const throttler = await build({ fetchGatewayInformation } as never);
  await throttler.waitForIdentify(shard, new AbortController().signal);
  if (turn === null) throw new Error('no turn was taken');
  return { turn: turn as Turn, log };
}

it.each([
  [0, 1, '0'],
  [5, 1, '0'],
  [17, 16, '1'],
  [32, 16, '0'],
])('shard %i waits for others of its queue, of %i queues', async (shard, max_concurrency, queue) => {
  const { turn } = await turnOf(shard, [{ max_concurrency }]);
  expect(turn.queue).toBe(queue);
  expect(turn.pause).toBeGreaterThan(5_000);
});

it('it lets twenty logins of the day be, says so, and looks again within a minute', async () => {
  const answers: number[] = [];
  const { log } = await turnOf(
    0,
    [{ remaining: 20 }, { remaining: 19 }, { remaining: 3, reset_after: 5_000 }],
    answers,
  );
  expect(answers).toEqual([0, 60_000, 5_000]);
  expect(log.entries).toMatchObject([
    { level: 'error', fields: { reason: 'only 19 logins are left for today; wait 1440 minutes' } },
    { level: 'error', fields: { reason: 'only 3 logins are left for today; wait 1 minutes' } },
  ]);
});
