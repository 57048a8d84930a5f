// Whose token is used where. A bot of one workspace has one token; one that anybody can install has one a workspace.
import { WebAPIPlatformError } from '@slack/web-api';

/** What is known of an installation where its token is used. */
export interface Held {
  readonly token: string;
  /** The bot's own user there. */
  readonly botUser?: string;
}

export interface Tokens {
  /** Null where Teapot is not installed. @throws TokenProblem where it cannot be told */
  find(team: string): Promise<Held | null>;
  /**
   * Does something with a workspace's token. Where Slack takes that token no longer, and there is a newer one, once more
   * with that: a call whose token was refused has done nothing.
   * @throws TokenProblem where there is no token to use, so that nothing was sent; otherwise what `call` throws
   */
  use<Result>(team: string, call: (token: string) => Promise<Result>): Promise<Result>;
}

/** Why there is no token. `missing`: Teapot is not installed there; somebody there can mend that. */
export interface TokenProblem extends Error {
  readonly name: 'TokenProblem';
  readonly missing: boolean;
}

/** Slack's names for a token that is worth nothing any more (docs: methods/auth.test). */
const REMOVED: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked']);
const REFUSED: ReadonlySet<string> = new Set([...REMOVED, 'invalid_auth', 'not_authed', 'token_expired']);

/**
 * The one token of a bot of one workspace, whichever workspace is asked for: Slack tells it where it is wrong.
 * @param onRefused told each time that Slack did nothing because of the token
 */
export function oneToken(token: string, onRefused: () => void = () => {}): Tokens {
  return {
    find: async () => ({ token }),
    use: (_team, call) =>
      call(token).catch((thrown: unknown) => {
        if (refusesToken(thrown)) onRefused();
        throw thrown;
      }),
  };
}

export function tokenProblem(missing: boolean, cause?: unknown): TokenProblem {
  const said = missing
    ? 'Teapot is not installed in this workspace'
    : `the token cannot be looked up: ${cause instanceof Error ? cause.message : String(cause)}`;
  return Object.assign(new Error(said), { name: 'TokenProblem' as const, missing });
}

export function isTokenProblem(thrown: unknown): thrown is TokenProblem {
  return thrown instanceof Error && thrown.name === 'TokenProblem';
}

/** Whether Slack did nothing because of the token. */
export function refusesToken(thrown: unknown): boolean {
  return thrown instanceof WebAPIPlatformError && REFUSED.has(thrown.data.error);
}

/**
 * Whether Slack says that the app was removed. A token that it does not know at all (`invalid_auth`) is a mistake of
 * whoever runs Teapot, and tells nothing.
 */
export function saysRemoved(thrown: unknown): boolean {
  return thrown instanceof WebAPIPlatformError && REMOVED.has(thrown.data.error);
}
