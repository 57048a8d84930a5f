// Where a bot's HTTP calls arrive: the Web API and the response URLs, with the faults that were asked for.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text as readBody } from 'node:stream/consumers';
import type { Fault, FaultBox } from './faults.ts';
import { asPayload, asText } from './message.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Call, WebApi } from './web-api.ts';
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
  readonly webApi: WebApi;
  readonly responseUrls: ResponseUrls;
  readonly faults: FaultBox;
  readonly onCall: (call: Call) => void;
}): RequestListener {
  const { webApi, responseUrls, faults, onCall } = rooms;

  function useResponseUrl(key: string, body: string, fault: Fault | null, response: ServerResponse): void {
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
    const args = readForm(body);
    const wait = webApi.limited(method, args);
    if (wait !== null) return replyStatus(response, { kind: 'status', status: 429, retryAfter: wait });
    const result = fault?.kind === 'error' ? { ok: false, error: fault.error } : webApi.call(method, token, args);
    onCall({ method, arguments: args, error: asText(asPayload(result)['error']) || null });
    if (fault?.kind === 'lost') response.destroy();
    else reply(response, 200, JSON.stringify(result));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, place, name = ''] = (request.url ?? '').split('/');
    const body = await readBody(request);
    const fault = faults.take(place === 'response' ? 'response_url' : name);
    if (fault?.kind === 'hang') return faults.hold(() => response.destroy());
    if (fault?.kind === 'late') await new Promise<void>(faults.hold);
    if (fault?.kind === 'status') return replyStatus(response, fault);
    if (place === 'response') return useResponseUrl(name, body, fault, response);
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;
    callMethod(name, token, body, fault, response);
  }

  return (request, response) => {
    handle(request, response).catch(() => reply(response, 400, 'invalid_payload'));
  };
}
