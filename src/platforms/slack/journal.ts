// How Slack's SDK and our replies speak to the log: one line each, ids and reasons only, no token and no address.
import type { Logger } from '@slack/bolt';
import { LogLevel, RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Log } from '../../port.ts';

/** Tokens (`xoxb-…`, `xapp-…`) and addresses: a response URL or a socket's ticket is as good as a password for a while. */
const SECRET = /\b(?:xox[a-z]|xapp)-[\w.-]+|\b(?:https?|wss?):\/\/\S+/g;
const LINE_END = /\r?\n/;

/** What the person who runs the bot can do about it. */
const HINTS: Readonly<Record<string, string>> = {
  account_inactive: 'the bot was removed or deactivated; install the app again',
  channel_not_found: 'the bot cannot see this channel; invite it',
  invalid_auth: 'the token is wrong or was revoked',
  is_archived: 'the channel is archived',
  missing_scope: 'install the app again with the current manifest',
  not_in_channel: 'invite the bot to the channel',
  restricted_action: 'a workspace setting forbids the bot to post here',
  token_revoked: 'install the app again and use its new token',
};

/** The one scope that an app-level token needs, and no manifest grants. */
const SOCKETS = 'connections:write';
const SOCKETS_HINT = `make a new app-level token with ${SOCKETS} and set it as SLACK_APP_TOKEN`;

/** The first line of whatever was thrown, and of what caused it, without secrets. */
function firstLine(thrown: unknown): string {
  const said = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
  const line = (said.split(LINE_END, 1)[0] ?? '').replace(SECRET, '[hidden]');
  // fetch says "fetch failed" and keeps the reason in its cause.
  return thrown instanceof Error && thrown.cause instanceof Error ? `${line}: ${firstLine(thrown.cause)}` : line;
}

/** Why a call to Slack failed, in a few words: Slack's own error name, an HTTP status, or the network's reason. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof WebAPIPlatformError) {
    const { error } = thrown.data;
    const hint = 'needed' in thrown.data && thrown.data.needed === SOCKETS ? SOCKETS_HINT : HINTS[error];
    return hint === undefined ? firstLine(error) : `${error}: ${hint}`;
  }
  if (thrown instanceof WebAPIRateLimitedError) return `ratelimited for ${thrown.retryAfter} s`;
  if (thrown instanceof WebAPIHTTPError) return `HTTP ${thrown.statusCode}`;
  if (thrown instanceof RespondError) return `the response URL said ${thrown.statusCode}`;
  if (thrown instanceof WebAPIRequestError) return firstLine(thrown.original);
  return firstLine(thrown);
}

function ignore(): void {}

/** For clients whose every failure is reported by whoever called them: a second line would say less. */
export const quiet: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  setName: ignore,
  getLevel: () => LogLevel.ERROR,
};

/** The SDK's warnings and errors in our log. Its debug lines hold whole messages and are never wanted. */
export function createJournal(log: Log): Logger {
  const line = (parts: unknown[]) => `slack sdk: ${parts.map(firstLine).join(' ')}`;
  return {
    ...quiet,
    warn: (...parts) => log.warn({}, line(parts)),
    error: (...parts) => log.error({}, line(parts)),
    getLevel: () => LogLevel.WARN,
  };
}
