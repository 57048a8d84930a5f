import { grouped, json, lines, parsedBody, script, scriptHeaders } from './literals.ts';
import { fieldIn } from './message.ts';
import type { Trial } from './trial.ts';

/** Methods that MSW and Express have functions for; others are mocked with `all`. */
const ownFunction = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function functionFor(method: string): string {
  return ownFunction.includes(method) ? method.toLowerCase() : 'all';
}

export function msw({ method, origin, path, code, reply }: Trial): string {
  const parsed = parsedBody(reply.body, fieldIn(reply, 'Content-Type'));
  const init = lines(
    '{',
    `      status: ${code},`,
    reply.headers.length === 0 ? null : `      headers: ${scriptHeaders(reply.headers, 6)},`,
    '    }',
  );
  const content = reply.body === null ? 'null' : script(reply.body);
  const response =
    parsed === null ? `new HttpResponse(${content}, ${init})` : `HttpResponse.json(${json(parsed.value, 4)}, ${init})`;
  return lines(
    "import { HttpResponse, http } from 'msw';",
    '',
    'export const handlers = [',
    `  http.${functionFor(method)}(${script(origin + path)}, () =>`,
    `    ${response},`,
    '  ),',
    '];',
  );
}

export function express({ method, path, code, reply }: Trial): string {
  const parsed = parsedBody(reply.body, fieldIn(reply, 'Content-Type'));
  const end =
    parsed === null ? `.end(${reply.body === null ? '' : script(reply.body)})` : `.json(${json(parsed.value, 4)})`;
  return lines(
    "import express from 'express';",
    '',
    'const app = express();',
    '',
    `app.${functionFor(method)}(${script(path)}, (request, response) => {`,
    '  response',
    `    .status(${code})`,
    reply.headers.length === 0 ? null : `    .set(${scriptHeaders(reply.headers, 4)})`,
    `    ${end};`,
    '});',
    '',
    'app.listen(8080);',
  );
}

/** A stub mapping: a file in `mappings/`, or the body of a POST to `/__admin/mappings`. */
export function wiremock({ method, path, code, reply }: Trial): string {
  const parsed = parsedBody(reply.body, fieldIn(reply, 'Content-Type'));
  const headers = Object.fromEntries(grouped(reply.headers).map(({ name, value }) => [name, value]));
  return json({
    request: { method, urlPath: path },
    response: {
      status: code,
      ...(reply.headers.length === 0 ? {} : { headers }),
      ...(parsed === null ? (reply.body === null ? {} : { body: reply.body }) : { jsonBody: parsed.value }),
    },
  });
}
