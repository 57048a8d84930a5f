// Why a post failed, in terms of what to do about it.
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { FailureKind, PostFailure } from '../../port.ts';
import { describe, isTokenRefused } from './failure.ts';

/** docs: topics/opcodes-and-status-codes, JSON error codes. Every other refusal would meet the same post again. */
const KINDS: ReadonlyMap<unknown, FailureKind> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.UnknownGuild, 'gone'],
  [RESTJSONErrorCodes.MissingAccess, 'repairable'],
  [RESTJSONErrorCodes.MissingPermissions, 'repairable'],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'repairable'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'repairable'],
  [RESTJSONErrorCodes.ThreadLocked, 'repairable'],
  [RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit, 'busy'],
  [RESTJSONErrorCodes.ChannelWriteRateLimit, 'busy'],
  [RESTJSONErrorCodes.ServerWriteRateLimit, 'busy'],
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, 'busy'],
]);

/** Failures before anything was sent: no address, no connection. docs: Node errors, undici errors */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** @param reason safe to be logged and kept */
export function postFailure(failure: FailureKind, reason: string, retryAfter?: number): PostFailure {
  const said = { name: 'PostFailure', failure, ...(retryAfter === undefined ? {} : { retryAfter }) } as const;
  return Object.assign(new Error(reason), said);
}

/** What an error of the SDK means for the post. */
export function readFailure(error: unknown): PostFailure {
  const { reason } = describe(error);
  if (!(error instanceof RateLimitError)) return postFailure(kindOf(error), reason);
  return postFailure('busy', reason, Math.max(0, Math.ceil(error.retryAfter || error.timeToReset)));
}

function kindOf(error: unknown): FailureKind {
  // The process ends, and the next one has a better token.
  if (isTokenRefused(error)) return 'unsent';
  // A refusal without a code comes from something in front of Discord, and passes.
  if (error instanceof DiscordAPIError) return KINDS.get(error.code) ?? (isCode(error.code) ? 'refused' : 'unsent');
  // A broken server may have posted before it broke.
  if (error instanceof HTTPError) return 'unknown';
  return error instanceof Error && 'code' in error && NOT_CONNECTED.has(error.code) ? 'unsent' : 'unknown';
}

function isCode(code: unknown): boolean {
  return typeof code === 'number';
}
