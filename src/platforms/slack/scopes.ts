// What the token may do, as Slack says with every answer; and what is missing where it may do less.
import type { WebClientOptions } from '@slack/web-api';
import type { Log } from '../../port.ts';
import type { botScopes } from './manifest.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;
type Scope = ReturnType<typeof botScopes>[number];

/** docs: authentication/installing-with-oauth; it comes with each answer of the Web API. */
const HEADER = 'x-oauth-scopes';

/** What there is not, without each of them. */
const WITHOUT: Readonly<Record<Scope, string>> = {
  'app_mentions:read': 'mentions are not heard',
  'chat:write': 'nothing can be posted: no quiz, and no reply to a mention',
  commands: 'there are no slash commands and no shortcut',
  'im:history': 'direct messages are not heard',
  'users:read': 'nobody counts as an admin',
  'channels:history': 'public channels are not listened to',
  'groups:history': 'private channels are not listened to',
  'reactions:read': 'nobody can ask for an answer by a reaction',
  'reactions:write': 'there are no reactions',
};

/** @param hear told of what the token may do, with each answer that says so */
export function hearingScopes(fetch: Fetch, hear: (granted: readonly string[]) => void): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const granted = response.headers.get(HEADER);
    if (granted !== null) hear(granted.split(',').map((scope) => scope.trim()));
    return response;
  };
}

/** One line for all that are missing: Slack itself says nothing of events that it does not send. */
export function warnOfMissing(wanted: readonly Scope[], granted: readonly string[], log: Log): void {
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return;
  const without = Object.fromEntries(missing.map((scope) => [scope, WITHOUT[scope]]));
  log.warn({ without }, 'slack: scopes are missing; install the app again with the current manifest');
}
