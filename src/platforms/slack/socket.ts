// We call Slack: a WebSocket over which commands, clicks and events come (Socket Mode).
import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Log, Meter } from '../../port.ts';
import { CALL_TIMEOUT_MS } from './client.ts';
import type { Connection } from './connection.ts';
import { atMost } from './connection.ts';
import { countingFetch } from './counted.ts';
import { quiet, reasonOf } from './journal.ts';
import { refusesToken } from './tokens.ts';

/** Slack says hello within a second; a connection that has not said it by now never will. */
const HELLO_MS = 15_000;

/** Before each further attempt. The first comes at once: Slack replaces connections every few hours, and people wait. */
const PAUSES_MS = [0, 250, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
const LONGEST_PAUSE_MS = 30_000;

/** A token that was refused so often in a row, over some eight seconds, was not refused by mistake. */
const MOST_REFUSALS = 5;
/** One that is down so long is worth another line, and each time it has been down for as long again. In milliseconds. */
const LONG = 10 * 60_000;

const STILL_AWAY =
  'slack: not connected for long, and nobody there is answered; see slack-status.com, and whether this machine reaches Slack';

/** A connection that held this long was a good one: the next loss starts over with the shortest pause. */
const STEADY_MS = 10_000;

/**
 * Keeps one connection open until `close`. Reconnecting is ours, not the SDK's: socket-mode 3.1.0 waits 5 s each time,
 * and where its attempt fails for good it rejects where nobody can catch it, and never tries again.
 */
export function createSocketConnection(options: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly meter?: Meter;
  /** Told once, where Slack takes the token no longer: no other attempt mends that. */
  readonly onRefused?: (reason: string) => void;
  /** Waits so many milliseconds, and rejects where the signal says so; only tests have another clock. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds on the same clock. */
  readonly clock?: () => number;
}): Connection {
  const { appToken, apiUrl, log, meter = () => {}, onRefused = () => {} } = options;
  const { sleep = (ms, signal) => pause(ms, undefined, { signal }), clock = () => performance.now() } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quiet,
    autoReconnectEnabled: false,
    installerOptions: {
      // Its own object: the SDK writes its retry settings into the one it gets.
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: CALL_TIMEOUT_MS,
        retryConfig: { retries: 0 },
        fetch: countingFetch(globalThis.fetch, meter),
      },
    },
  });
  const { client } = receiver;
  const closing = new AbortController();
  let opened = false;
  let connected = false;
  let reconnecting = false;
  /** Since the last connection that held. */
  let attempts = 0;
  let since = 0;
  /** Why Slack will have no more of the token. */
  let refused: string | null = null;

  async function connect(): Promise<void> {
    const hello = setTimeout(() => void client.disconnect(), HELLO_MS);
    try {
      await client.start();
    } catch (thrown) {
      // The SDK rejects with nothing when the connection ends before Slack has said hello.
      throw thrown ?? new Error('the connection ended before Slack said hello');
    } finally {
      clearTimeout(hello);
    }
    if (closing.signal.aborted) await atMost(client.disconnect());
  }

  async function reconnect(): Promise<void> {
    if (reconnecting) return;
    reconnecting = true;
    const lost = clock();
    let said = Number.NEGATIVE_INFINITY;
    let refusals = 0;
    while (!connected && !closing.signal.aborted && refused === null) {
      const wait = PAUSES_MS[attempts] ?? LONGEST_PAUSE_MS;
      attempts += 1;
      // Rejects only when closing, and then the loop ends.
      await sleep(wait, closing.signal).catch(() => undefined);
      if (closing.signal.aborted) break;
      const failure = await connect().then(
        () => null,
        (thrown: unknown) => ({ thrown, reason: reasonOf(thrown) }),
      );
      const seconds = Math.round((clock() - lost) / 1000);
      if (failure === null) {
        log.info({ attempts, seconds }, 'slack: connected again');
        continue;
      }
      refusals = refusesToken(failure.thrown) ? refusals + 1 : 0;
      if (refusals >= MOST_REFUSALS) refused = failure.reason;
      // Not each time: it is tried twice a minute, for as long as it takes.
      if (clock() - said < LONG) continue;
      const first = said === Number.NEGATIVE_INFINITY;
      said = clock();
      const { reason } = failure;
      if (first) log.warn({ attempts, reason }, 'slack: could not reconnect, trying again until it works');
      else log.error({ attempts, seconds, reason }, STILL_AWAY);
    }
    reconnecting = false;
    if (refused !== null) onRefused(`${refused} (SLACK_APP_TOKEN)`);
  }

  client.on('connected', () => {
    connected = true;
    since = clock();
  });
  client.on('disconnected', () => {
    if (connected && clock() - since > STEADY_MS) attempts = 0;
    connected = false;
    if (opened) void reconnect();
  });

  return {
    receiver,
    open: async () => {
      await connect();
      opened = true;
      log.info({}, 'slack: connected in Socket Mode');
      // It may have been lost again between the hello and this line.
      if (!connected) void reconnect();
    },
    close: async () => {
      closing.abort();
      await atMost(client.disconnect());
      connected = false;
    },
    // Where the other side is silent, the SDK says farewell first and gives up at its next ping; nothing arrives any more.
    trouble: () =>
      refused ?? (connected && client.websocket?.isActive() === true ? null : 'the socket is not connected'),
  };
}
