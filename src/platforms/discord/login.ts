// Logging in to the gateway where several processes do: Discord counts the logins of the whole bot.
import type { APIGatewaySessionStartLimit, WebSocketOptions } from 'discord.js';
import type { Log, TakeTurn } from '../../port.ts';

/**
 * Between two logins of one queue: five seconds (docs: events/gateway, rate limiting), and a little for the way there, which
 * takes longer for some. In milliseconds.
 */
const BETWEEN = 5_500;
/** Logins to leave unused: the last of 1000 a day ends all sessions and resets the token. docs: events/gateway */
const LOGINS_KEPT = 20;
/** Where there are too few: others may know of a new day earlier than Discord has said. */
const LOOK_AGAIN = 60_000;

type Throttler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/** Why it is better not to log in now; null where it is not. */
export function fewLogins({ remaining, reset_after }: APIGatewaySessionStartLimit): string | null {
  if (remaining >= LOGINS_KEPT) return null;
  return `only ${remaining} logins are left for today; wait ${Math.ceil(reset_after / 60_000)} minutes`;
}

/** Takes turns with the other processes, before each login and each one anew; how many are left is looked at in each turn. */
export function loginInTurn(room: {
  readonly take: TakeTurn;
  readonly onWait: () => void;
  readonly log: Log;
}): Throttler {
  const { take, onWait, log } = room;
  return async (gateway) => {
    // docs: events/gateway, max concurrency: so many may log in at a time, each queue by itself.
    const { session_start_limit: limit } = await gateway.fetchGatewayInformation();
    const check = async () => {
      const { session_start_limit: logins } = await gateway.fetchGatewayInformation(true);
      const reason = fewLogins(logins);
      if (reason === null) return 0;
      log.error({ reason }, 'discord: not logging in');
      return Math.min(LOOK_AGAIN, Math.max(1_000, logins.reset_after));
    };
    return {
      waitForIdentify: (shard, signal) =>
        take({ queue: `${shard % limit.max_concurrency}`, pause: BETWEEN, check, onWait, signal }),
    };
  };
}

/** When there was something to wait for. */
export function createWaiting(): { readonly note: () => void; readonly sinceLast: () => number } {
  let last = Number.NEGATIVE_INFINITY;
  return {
    note: () => {
      last = performance.now();
    },
    sinceLast: () => performance.now() - last,
  };
}
