import { grouped, json, lines, parsedBody } from './literals.ts';
import { fieldIn } from './message.ts';
import type { Trial } from './trial.ts';

/** With these, `return` takes an address in place of a text (nginx.org, ngx_http_rewrite_module, return). */
const redirects = [301, 302, 303, 307, 308];
/** nginx sends these without a body by itself; with others, an empty text keeps its error page away. */
const bare = [204, 304];
const special = /[\\']/g;

/** A server that answers one address with the code, whatever the method: `return` comes before any content. */
export function nginx({ path, code, reply }: Trial): string {
  const location = redirects.includes(code) ? fieldIn(reply, 'Location') : undefined;
  const type = fieldIn(reply, 'Content-Type');
  const parsed = parsedBody(reply.body, type);
  const text = parsed === null ? (reply.body ?? '') : json(parsed.value);
  const closes = fieldIn(reply, 'Connection') === 'close';
  const headers = grouped(reply.headers).filter(
    ({ name }) =>
      name !== 'Content-Type' && !(name === 'Location' && location !== undefined) && !(name === 'Connection' && closes),
  );
  return lines(
    'server {',
    '    listen 8080;',
    '',
    `    location = ${path} {`,
    type === undefined || location !== undefined ? null : `        default_type ${word(type)};`,
    closes ? '        keepalive_timeout 0;' : null,
    ...headers.map(({ name, value }) => `        add_header ${name} ${word(value)} always;`),
    `        return ${[code, location ?? (bare.includes(code) ? undefined : word(text))].filter((part) => part !== undefined).join(' ')};`,
    '    }',
    '}',
  );
}

function word(text: string): string {
  return `'${text.replace(special, '\\$&')}'`;
}
