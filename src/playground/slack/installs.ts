// Adding the app to a workspace: what Slack's own pages do, and the method that turns their code into a token.
import { randomUUID } from 'node:crypto';
import type { Payload } from './message.ts';
import { asText } from './message.ts';
import type { Workspace } from './workspace.ts';

/** In milliseconds. docs: authentication/installing-with-oauth, "Exchanging a temporary authorization code" */
const CODE_LIFETIME = 10 * 60_000;
const BASIC = /^Basic (.+)$/;

/** A workspace, as far as it takes to install an app there. */
export interface Installable {
  readonly workspace: Pick<Workspace, 'team' | 'appId' | 'bot'>;
  /** The token from now on: the same one, unless the app was removed since. */
  install(): string;
}

export interface Installs {
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * Somebody looks at the page that "Add to Slack" leads to, and allows it.
   * @returns where Slack sends their browser @throws Error where Slack shows no such page
   */
  allow(address: string, where: { readonly team: { readonly id: string } }, by: string): string;
  /** They decline. @returns where Slack sends their browser */
  decline(address: string): string;
  /** From now on, what is allowed is installed for the whole organisation. */
  forOrganisation: boolean;
  /** `oauth.v2.access`. */
  exchange(authorization: string | undefined, args: Payload): Payload;
}

/** @param now epoch milliseconds @param find a workspace by its id */
export function createInstalls(now: () => number, find: (team: string) => Installable | null): Installs {
  const clientId = '1234567890.9876543210';
  const clientSecret = randomUUID().replaceAll('-', '');
  const codes = new Map<
    string,
    { where: Installable; by: string; redirect: string; until: number; scope: string; used: boolean }
  >();

  function read(address: string) {
    const { pathname, searchParams } = new URL(address);
    const asked = (name: string) => searchParams.get(name) ?? '';
    if (pathname !== '/oauth/v2/authorize') throw new Error(`Slack has no page ${pathname}`);
    if (asked('client_id') !== clientId) throw new Error('Slack says: invalid_client_id');
    if (asked('scope') === '') throw new Error('Slack says: no scopes requested');
    return { back: new URL(asked('redirect_uri')), state: asked('state'), scope: asked('scope') };
  }

  function sendBack(back: URL, fields: Readonly<Record<string, string>>): string {
    for (const [name, value] of Object.entries(fields)) back.searchParams.set(name, value);
    return back.href;
  }

  function refuse(error: string): Payload {
    return { ok: false, error };
  }

  const installs: Installs = {
    clientId,
    clientSecret,
    forOrganisation: false,
    allow: (address, where, by) => {
      const { back, state, scope } = read(address);
      const place = find(where.team.id);
      if (place === null) throw new Error('Slack knows no such workspace');
      const code = `${randomUUID()}.${randomUUID()}`;
      codes.set(code, { where: place, by, redirect: back.href, until: now() + CODE_LIFETIME, scope, used: false });
      return sendBack(back, { code, state });
    },
    decline: (address) => {
      const { back, state } = read(address);
      return sendBack(back, { error: 'access_denied', state });
    },
    exchange: (authorization, args) => {
      const given = Buffer.from(BASIC.exec(authorization ?? '')?.[1] ?? '', 'base64').toString();
      const [id, secret] = given.split(':');
      if (id !== clientId) return refuse('invalid_client_id');
      if (secret !== clientSecret) return refuse('bad_client_secret');
      const code = codes.get(asText(args['code']));
      if (code === undefined || now() >= code.until) return refuse('invalid_code');
      if (code.used) return refuse('code_already_used');
      if (asText(args['redirect_uri']) !== code.redirect) return refuse('bad_redirect_uri');
      code.used = true;
      const { where, by, scope } = code;
      const organisation = installs.forOrganisation;
      return {
        ok: true,
        app_id: where.workspace.appId,
        authed_user: { id: by },
        scope,
        token_type: 'bot',
        access_token: where.install(),
        bot_user_id: where.workspace.bot.id,
        team: organisation ? null : { id: where.workspace.team.id, name: 'A workspace' },
        enterprise: organisation ? { id: 'E1', name: 'An organisation' } : null,
        is_enterprise_install: organisation,
      };
    },
  };
  return installs;
}
