// What went wrong with Discord, in words that are safe to log: errors of the SDK carry addresses with tokens in them.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Errors after which nothing more can be said: the interaction is gone, or was answered. docs: topics/opcodes-and-status-codes */
const FINAL: Readonly<Record<number | string, string>> = {
  10062: 'too late: Discord had given up on the interaction',
  40060: 'the interaction was answered already',
};

/** Gateway closes that no reconnect mends. docs: topics/opcodes-and-status-codes */
const CLOSED: Readonly<Record<number, string>> = {
  4004: 'Discord refused the token: check DISCORD_BOT_TOKEN',
  4010: 'Discord refused the shard: check DISCORD_SHARD_ID and DISCORD_SHARD_COUNT',
  4011: 'Discord wants more shards for so many servers: raise DISCORD_SHARD_COUNT',
  4012: 'Discord no longer speaks this version of the gateway: update Teapot',
  4013: 'Discord does not know the intents: update Teapot',
  4014: 'Discord refused disallowed intents: with DISCORD_PASSIVE=on, switch on the Message Content Intent in the developer portal, on the page Bot; without it Teapot needs none',
};

/** The same as the SDK tells them while logging in. */
const AT_LOGIN: readonly (readonly [string, number])[] = [
  ['Authentication failed', 4004],
  ['invalid token', 4004],
  ['Expected token', 4004],
  ['Invalid shard', 4010],
  ['Sharding is required', 4011],
  ['invalid API version', 4012],
  ['invalid intents', 4013],
  ['disallowed intents', 4014],
];

/** The one line for a gateway close code. */
export function whyClosed(code: number): string {
  return CLOSED[code] ?? `Discord closed the connection for good (${code})`;
}

/**
 * Why nothing at all is answered, of a 429 that the library waits for.
 * @param after seconds, as a header
 */
export function lockedOut(after: string | null): string {
  const wait = after === null ? 'a while' : `${Math.ceil(Number(after) / 60)} minutes`;
  return `Discord takes no requests from this address (429); wait ${wait}, and see who else uses the address or the token`;
}

/** Whether a start failed for a reason that no other attempt mends. */
export function isFinal(error: unknown): boolean {
  return error instanceof Error && Object.values(CLOSED).includes(error.message);
}

/** Whether the token is no longer good: the SDK forgets it after any 401 and then fails without asking. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && error.message.startsWith('Expected token');
}

/** Fields for a log line: a reason without addresses, bodies or tokens, and Discord's code or the HTTP status. */
export function describe(error: unknown): { readonly reason: string; readonly code?: number | string } {
  if (error instanceof DiscordAPIError) return { reason: FINAL[error.code] ?? brief(error.message), code: error.code };
  if (error instanceof RateLimitError) return { reason: 'rate limited', code: 429 };
  if (error instanceof HTTPError) return { reason: `HTTP ${error.status}`, code: error.status };
  return { reason: error instanceof Error ? brief(error.message || error.name) : 'unknown' };
}

/** Why the start failed, for the person at the console. */
export function startFailure(error: unknown): Error {
  const { reason } = describe(error);
  const code = isTokenRefused(error) ? 4004 : AT_LOGIN.find(([said]) => reason.includes(said))?.[1];
  return new Error(code === undefined ? `Discord cannot be used: ${reason}` : whyClosed(code), { cause: reason });
}

/** The first two lines: of a refused body, Discord's second line names the field and the rule, not its text. */
function brief(text: string): string {
  return text.split('\n', 2).join(': ');
}
