// The Web API clients for what we say by ourselves: they try once, and say at once what became of it.
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Meter } from '../../port.ts';
import { countingFetch } from './counted.ts';
import { quiet } from './journal.ts';
import type { Tokens } from './tokens.ts';

/** A Slack call that takes longer than this has gone wrong; the SDK's default is to wait for ever. */
export const CALL_TIMEOUT_MS = 10_000;

/** For what has to be known before somebody is answered: Slack waits three seconds for that. */
export const PROMPT_TIMEOUT_MS = 2_500;

export interface Access {
  readonly tokens: Tokens;
  readonly apiUrl: string;
  /** Told of every request. */
  readonly meter?: Meter;
}

/**
 * A client that does not retry by itself, because a call that timed out may have been done; that is for the caller to
 * weigh. One client lets 100 calls through at once, so what must not wait for others has its own. It has no token: each call
 * brings the one of its workspace, from `tokens.use`.
 */
export function createClient(
  { apiUrl, meter = () => {} }: Pick<Access, 'apiUrl' | 'meter'>,
  timeout: number = CALL_TIMEOUT_MS,
  fetch: NonNullable<WebClientOptions['fetch']> = globalThis.fetch,
): WebClient {
  return new WebClient(undefined, {
    slackApiUrl: apiUrl,
    timeout,
    fetch: countingFetch(fetch, meter),
    retryConfig: { retries: 0 },
    // Without it, one limited channel would stop every other call until its time has passed.
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}
