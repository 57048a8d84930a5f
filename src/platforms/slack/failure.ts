// Why a post failed, in terms of what to do about it.
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { FailureKind, PostFailure } from '../../port.ts';
import { reasonOf } from './journal.ts';
import { isTokenProblem } from './tokens.ts';

/** Slack's own names (docs: methods/chat.postMessage, chat.update); one that is not here was refused for good. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  channel_not_found: 'gone',
  is_archived: 'gone',
  account_inactive: 'gone',
  token_revoked: 'gone',
  // A mistake of whoever runs Teapot, or a token that was changed: the process ends, and the next one has a better one.
  token_expired: 'unsent',
  invalid_auth: 'unsent',
  not_authed: 'unsent',
  team_not_found: 'gone',
  not_in_channel: 'repairable',
  missing_scope: 'repairable',
  no_permission: 'repairable',
  access_denied: 'repairable',
  ekm_access_denied: 'repairable',
  team_access_not_granted: 'repairable',
  org_login_required: 'repairable',
  ratelimited: 'busy',
  rate_limited: 'busy',
  message_limit_exceeded: 'busy',
  service_unavailable: 'unsent',
  request_timeout: 'unsent',
  team_added_to_org: 'unsent',
  // Here Slack says itself that some of it may have been done.
  internal_error: 'unknown',
  fatal_error: 'unknown',
};

/** One name with many endings: `restricted_action_read_only_channel`, `restricted_action_thread_only_channel`, … */
const RESTRICTED = /^restricted_action/;
/** Slack's names look like this; anything else is a page or half an answer, and nobody knows what became of the post. */
const NAME = /^[a-z][a-z_]+$/;

/** The request never left, or no connection came to be: Node's codes for addresses, routes, connects and certificates. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Slack says how long after almost every 429; where it does not, a minute is what its limits are counted in. */
const UNTOLD_WAIT_MS = 60_000;

/** The SDK has no class for a 429 without `Retry-After`, only this text. */
const UNTOLD_429 = /^Retry header did not contain a valid timeout/;

/** The nearest code: fetch keeps it in the cause of its error. */
function codeOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return undefined;
  return 'code' in thrown ? thrown.code : codeOf(thrown.cause);
}

function kindOfName(name: unknown): FailureKind {
  // The SDK takes whatever stands there for a name, or nothing.
  if (typeof name !== 'string') return 'unknown';
  if (RESTRICTED.test(name)) return 'repairable';
  return KINDS[name] ?? (NAME.test(name) ? 'refused' : 'unknown');
}

function kindOf(thrown: unknown): FailureKind {
  // Without a token nothing was sent. Not `gone`: a removal is told of by itself, and whoever installs Teapot mends it.
  if (isTokenProblem(thrown)) return thrown.missing ? 'repairable' : 'unsent';
  if (thrown instanceof WebAPIRateLimitedError) return 'busy';
  if (thrown instanceof WebAPIPlatformError) return kindOfName(thrown.data.error);
  if (thrown instanceof WebAPIRequestError) return NEVER_SENT.has(codeOf(thrown.original)) ? 'unsent' : 'unknown';
  if (thrown instanceof Error && UNTOLD_429.test(thrown.message)) return 'busy';
  return 'unknown';
}

/** What a call to Slack rejected with, as a `PostFailure`. Its message is fit for the log: no token, no address. */
export function failureOf(thrown: unknown): PostFailure {
  const failure = kindOf(thrown);
  const wait = thrown instanceof WebAPIRateLimitedError ? thrown.retryAfter * 1000 : UNTOLD_WAIT_MS;
  return Object.assign(new Error(reasonOf(thrown)), {
    name: 'PostFailure' as const,
    failure,
    ...(failure === 'busy' && { retryAfter: wait }),
  });
}
