// Adding Teapot to a workspace: from "Add to Slack" to a token that is kept. Ours and not the SDK's (@slack/oauth 4.0.0):
// its state can be used twice, its pages repeat what came with the request, and its store takes tokens unsealed.
import type { Log, Route, WebReply, WebRequest } from '../../../port.ts';
import { amongMany } from '../asker.ts';
import type { Access } from '../client.ts';
import type { Installations, ManyTokens } from '../installations.ts';
import { reasonOf } from '../journal.ts';
import { exchange } from './exchange.ts';
import { type Ending, sayEnding, sayInstalled, sendTo } from './pages.ts';
import { INSTALL_PATH, REDIRECT_PATH } from './paths.ts';
import { createStates, type Ticket } from './state.ts';

export interface InstallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Where this Teapot is reached, without a path: "https://teapot.example". */
  readonly publicUrl: string;
  readonly installations: Installations;
}

/** A code as Slack gives it out. */
const CODE = /^[\w.-]{1,300}$/;

/** Installations that end at a time. Whoever wants to keep us busy with invented ones gets no more of Slack than that. */
const ABREAST = 10;

/** `GET /slack/install` and `GET /slack/oauth_redirect`. */
export function createInstallRoutes(
  settings: InstallSettings,
  room: {
    readonly access: Access & { readonly tokens: ManyTokens };
    readonly scopes: readonly string[];
    /** The command that the last page names. */
    readonly command: string;
    readonly log: Log;
    readonly now?: () => number;
  },
): readonly Route[] {
  const { clientId, clientSecret, publicUrl, installations } = settings;
  const { access, scopes, command, log, now } = room;
  const { apiUrl, tokens } = access;
  const client = { ...access, clientId, clientSecret, redirectUri: new URL(REDIRECT_PATH, publicUrl).href };
  const states = createStates(settings.stateSecret, publicUrl.startsWith('https:'), now);

  let ending = 0;

  async function begin(request: WebRequest): Promise<WebReply> {
    const { state, cookie } = states.issue(request);
    const address = new URL('/oauth/v2/authorize', apiUrl);
    const asked = { client_id: clientId, scope: scopes.join(','), redirect_uri: client.redirectUri, state };
    address.search = new URLSearchParams(asked).toString();
    return sendTo(address.href, cookie);
  }

  async function finish(request: WebRequest): Promise<WebReply> {
    const query = new URLSearchParams(request.query);
    if (query.has('error')) return sayEnding(query.get('error') === 'access_denied' ? 'refused' : 'code');
    const ticket = states.check(query.get('state') ?? '', request);
    if (typeof ticket === 'string') return sayEnding(ticket);
    const code = query.get('code') ?? '';
    if (!CODE.test(code)) return sayEnding('code');
    if (ending >= ABREAST) return sayEnding('busy');
    ending += 1;
    return await end(code, ticket).finally(() => {
      ending -= 1;
    });
  }

  async function end(code: string, ticket: Ticket): Promise<WebReply> {
    // Before Slack is asked: of two requests with the same state, one goes on.
    if (!(await installations.useTicket(ticket.hash, ticket.expiresAt))) return sayEnding('used');
    const exchanged = await exchange(client, code);
    if ('failed' in exchanged) return fail(exchanged.failed, exchanged.reason);
    const { installation, by, app } = exchanged;
    const { team } = installation;
    await installations.keep({ ...installation, installedBy: amongMany(team, by) });
    tokens.drop(team);
    log.info({ team }, 'slack: installed in a workspace');
    return sayInstalled(app, command);
  }

  function fail(ending: Ending, reason: string): WebReply {
    log[ending === 'settings' ? 'error' : 'warn']({ reason }, 'slack: could not be installed');
    return sayEnding(ending);
  }

  return [
    { method: 'GET', path: INSTALL_PATH, answer: begin },
    {
      method: 'GET',
      path: REDIRECT_PATH,
      answer: (request) => finish(request).catch((thrown: unknown) => fail('failed', reasonOf(thrown))),
    },
  ];
}
