// Slack's part of an installation: a code of one time becomes a token. docs.slack.dev/reference/methods/oauth.v2.access
import * as v from 'valibot';
import { type Access, CALL_TIMEOUT_MS } from '../client.ts';
import { countingFetch } from '../counted.ts';
import type { Installation } from '../installations.ts';

/** Why there is no token. `settings`: whoever runs Teapot has to mend it; the log says what. */
export type NoToken = 'code' | 'workspace' | 'organisation' | 'busy' | 'settings';

export type Exchanged =
  | { readonly installation: Omit<Installation, 'installedBy'>; readonly by: string; readonly app: string }
  | { readonly failed: NoToken; readonly reason: string };

const Granted = v.object({
  ok: v.literal(true),
  access_token: v.pipe(v.string(), v.startsWith('xoxb-')),
  scope: v.string(),
  bot_user_id: v.pipe(v.string(), v.nonEmpty()),
  app_id: v.pipe(v.string(), v.regex(/^A[A-Z0-9]+$/)),
  team: v.object({ id: v.pipe(v.string(), v.regex(/^T[A-Z0-9]+$/)) }),
  enterprise: v.nullish(v.object({ id: v.string() })),
  authed_user: v.object({ id: v.pipe(v.string(), v.regex(/^[UW][A-Z0-9]+$/)) }),
});

const OfOrganisation = v.object({ ok: v.literal(true), is_enterprise_install: v.literal(true) });
const Refused = v.object({ ok: v.literal(false), error: v.pipe(v.string(), v.regex(/^[a-z][a-z_]{1,60}$/)) });

/** Slack's names that are not about our settings. */
const FAILED: Readonly<Record<string, NoToken>> = {
  invalid_code: 'code',
  code_already_used: 'code',
  code_expired: 'code',
  invalid_team_for_non_distributed_app: 'workspace',
  no_permission: 'workspace',
  org_login_required: 'workspace',
  team_added_to_org: 'busy',
  ratelimited: 'busy',
  rate_limited: 'busy',
  request_timeout: 'busy',
  service_unavailable: 'busy',
  internal_error: 'busy',
  fatal_error: 'busy',
};

export interface Client extends Pick<Access, 'apiUrl' | 'meter'> {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The same address as at the beginning: Slack compares. */
  readonly redirectUri: string;
}

/** Asks Slack, once: a code is good for one time. Never rejects. */
export async function exchange(
  { apiUrl, clientId, clientSecret, redirectUri, meter = () => {} }: Client,
  code: string,
): Promise<Exchanged> {
  try {
    const response = await countingFetch(globalThis.fetch, meter)(new URL('oauth.v2.access', apiUrl).href, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ code, redirect_uri: redirectUri }).toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (!response.ok) return { failed: 'busy', reason: `HTTP ${response.status}` };
    // By Slack's clock, because what it tells of a removal is, too.
    return read(await response.json(), Date.parse(response.headers.get('date') ?? '') || Date.now());
  } catch (thrown) {
    return { failed: 'busy', reason: thrown instanceof Error ? thrown.name : 'unknown' };
  }
}

function read(said: unknown, installedAt: number): Exchanged {
  const refused = v.safeParse(Refused, said);
  if (refused.success) {
    const { error } = refused.output;
    return { failed: FAILED[error] ?? 'settings', reason: error };
  }
  if (v.safeParse(OfOrganisation, said).success) return { failed: 'organisation', reason: 'is_enterprise_install' };
  const granted = v.safeParse(Granted, said);
  if (!granted.success) return { failed: 'settings', reason: 'Slack did not grant a bot token' };
  const { team, enterprise, access_token, bot_user_id, scope, app_id, authed_user } = granted.output;
  const installation = {
    team: team.id,
    enterprise: enterprise?.id ?? null,
    botUser: bot_user_id,
    scopes: scope.split(',').filter((name) => name !== ''),
    token: access_token,
    installedAt,
  };
  return { installation, by: authed_user.id, app: app_id };
}
