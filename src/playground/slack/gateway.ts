// Where a bot's HTTP calls arrive: the Web API and the response URLs, with the faults that were asked for.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text as readBody } from 'node:stream/consumers';
import type { Fault, FaultBox } from './faults.ts';
import type { Installs } from './installs.ts';
import { asPayload, asText } from './message.ts';
import type { Tenant } from './tenant.ts';
import type { Call } from './web-api.ts';
import { readForm } from './web-api.ts';

const BEARER = /^Bearer (.+)$/;

function reply(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

function replyStatus(response: ServerResponse, { status, retryAfter }: Extract<Fault, { kind: 'status' }>): void {
  reply(response, status, '', retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

/** Answers `/api/<method>` and `/response/<key>`; `onCall` hears of every Web API call that was dealt with. */
export function createGateway(rooms: {
  /** The first takes what is nobody's. */
  readonly tenants: readonly Tenant[];
  readonly installs: Pick<Installs, 'exchange'>;
  readonly faults: FaultBox;
  readonly onCall: (call: Call) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}): RequestListener {
  const { tenants, installs, faults, onCall, now } = rooms;

  /** By the number in front of its last part. */
  function useResponseUrl(address: string, body: string, fault: Fault | null, response: ServerResponse): void {
    const [number, key = ''] = address.split('.');
    const responseUrls = tenants[Number(number)]?.responseUrls;
    if (responseUrls === undefined) {
      reply(response, 404, '');
      return;
    }
    if (fault?.kind === 'expired') responseUrls.expire(key);
    const used = responseUrls.use(key, asPayload(JSON.parse(body)));
    if (fault?.kind === 'lost') response.destroy();
    else reply(response, used.status, used.body);
  }

  function callMethod(
    method: string,
    token: string | null,
    body: string,
    fault: Fault | null,
    response: ServerResponse,
  ) {
    const { token: sent, ...args } = readForm(body);
    const given = token ?? (asText(sent) || null);
    const owner = tenants.find((tenant) => given !== null && tenant.refusalOf(given) !== undefined);
    const dead = given === null ? null : owner?.refusalOf(given);
    const webApi = (owner ?? tenants[0])?.webApi;
    if (webApi === undefined) return reply(response, 500, '');
    const wait = webApi.limited(method, args);
    if (wait !== null) return replyStatus(response, { kind: 'status', status: 429, retryAfter: wait });
    const error = fault?.kind === 'error' ? fault.error : dead;
    const needed = fault?.kind === 'error' && fault.needed !== undefined ? { needed: fault.needed } : {};
    const result = error ? { ok: false, error, ...needed } : webApi.call(method, given, args);
    onCall({ method, arguments: args, error: asText(asPayload(result)['error']) || null });
    if (fault?.kind === 'lost') response.destroy();
    else reply(response, 200, JSON.stringify(result), owner === undefined ? {} : { 'x-oauth-scopes': owner.scopes });
  }

  function exchange(authorization: string | undefined, body: string, fault: Fault | null, response: ServerResponse) {
    const refused = fault?.kind === 'error' ? { ok: false, error: fault.error } : null;
    const result = refused ?? installs.exchange(authorization, readForm(body));
    onCall({ method: 'oauth.v2.access', arguments: {}, error: asText(asPayload(result)['error']) || null });
    if (fault?.kind === 'lost') response.destroy();
    else reply(response, 200, JSON.stringify(result), { date: new Date(now()).toUTCString() });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, place, name = ''] = (request.url ?? '').split('/');
    const body = await readBody(request);
    const fault = faults.take(place === 'response' ? 'response_url' : name);
    if (fault?.kind === 'hang') return faults.hold(() => response.destroy());
    if (fault?.kind === 'late') await new Promise<void>(faults.hold);
    if (fault?.kind === 'status') return replyStatus(response, fault);
    if (place === 'response') return useResponseUrl(name, body, fault, response);
    if (name === 'oauth.v2.access') return exchange(request.headers.authorization, body, fault, response);
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;
    callMethod(name, token, body, fault, response);
  }

  return (request, response) => {
    handle(request, response).catch(() => reply(response, 400, 'invalid_payload'));
  };
}
