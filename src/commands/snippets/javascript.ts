import { lines, script, scriptHeaders, scriptPattern } from './literals.ts';
import type { Check, Trial } from './trial.ts';

export function playwright(trial: Trial): string {
  const { method, origin, path, query, sent, code, checks, body } = trial;
  return lines(
    "import { expect, test } from '@playwright/test';",
    '',
    `test(${script(titleOf(trial))}, async ({ request }) => {`,
    `  const response = await request.fetch(${script(origin + path + query)}, {`,
    `    method: ${script(method)},`,
    sent.headers.length === 0 ? null : `    headers: ${scriptHeaders(sent.headers, 4)},`,
    sent.body === null ? null : `    data: ${script(sent.body)},`,
    '    maxRedirects: 0,',
    '  });',
    `  expect(response.status()).toBe(${code});`,
    ...checks.map(
      (check) =>
        `  expect(response.headers()[${script(check.name.toLowerCase())}]).toMatch(${scriptPattern(check.pattern)}); // ${check.asked}`,
    ),
    body === 'empty' ? '  expect(await response.body()).toHaveLength(0);' : null,
    body === 'some' ? '  expect(await response.body()).not.toHaveLength(0);' : null,
    '});',
  );
}

export function supertest(trial: Trial): string {
  const { method, origin, path, query, sent, code, checks, body } = trial;
  // superagent sets fields after Node has sent the head, which Expect makes it do at once.
  const headers = sent.headers.filter(({ name }) => name !== 'Expect');
  return lines(
    "import request from 'supertest';",
    "import { expect, test } from 'vitest';",
    '',
    `const api = request(${script(origin)}); // or your app`,
    '',
    `test(${script(titleOf(trial))}, async () => {`,
    '  const response = await api',
    `    .${method.toLowerCase()}(${script(path + query)})`,
    headers.length === 0 ? null : `    .set(${scriptHeaders(headers, 4)})`,
    sent.body === null ? '    .redirects(0);' : `    .redirects(0)\n    .send(${script(sent.body)});`,
    `  expect(response.status).toBe(${code});`,
    ...checks.map(
      (check) =>
        `  expect(response.headers[${script(check.name.toLowerCase())}]).toMatch(${scriptPattern(check.pattern)}); // ${check.asked}`,
    ),
    body === 'empty' ? "  expect(response.text ?? '').toHaveLength(0);" : null,
    body === 'some' ? '  expect(response.text ?? response.body).not.toHaveLength(0);' : null,
    '});',
  );
}

export function k6(trial: Trial): string {
  const { method, origin, path, query, sent, code, checks, body } = trial;
  return lines(
    "import { check } from 'k6';",
    "import http from 'k6/http';",
    '',
    'export default function () {',
    `  const response = http.request(${script(method)}, ${script(origin + path + query)}, ${sent.body === null ? 'null' : script(sent.body)}, {`,
    sent.headers.length === 0 ? null : `    headers: ${scriptHeaders(sent.headers, 4)},`,
    '    redirects: 0,',
    `    responseCallback: http.expectedStatuses(${code}),`,
    '  });',
    '  check(response, {',
    `    'status is ${code}': (r) => r.status === ${code},`,
    ...checks.map(
      (one) =>
        `    ${script(saying(one))}: (r) => ${scriptPattern(one.pattern)}.test(r.headers[${script(canonical(one.name))}] || ''),`,
    ),
    body === 'empty' ? "    'no body': (r) => !r.body," : null,
    body === 'some' ? "    'a body': (r) => Boolean(r.body)," : null,
    '  });',
    '}',
  );
}

export function postman(trial: Trial): string {
  const { method, origin, path, query, sent, code, checks, body } = trial;
  return lines(
    '// Scripts > Post-response. Settings: do not follow redirects.',
    ...`${method} ${origin}${path}${query}`.split('\n').map((line) => `// ${line}`),
    ...sent.headers.map(({ name, value }) => `// ${name}: ${value}`),
    ...(sent.body ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => `// ${line}`),
    `pm.test('status is ${code}', () => pm.response.to.have.status(${code}));`,
    ...checks.map((one) =>
      lines(
        `pm.test(${script(saying(one))}, () =>`,
        // Chai would match the word undefined.
        `  pm.expect(pm.response.headers.get(${script(one.name)}) ?? '').to.match(${scriptPattern(one.pattern)}));`,
      ),
    ),
    body === 'empty' ? "pm.test('no body', () => pm.expect(pm.response.responseSize).to.equal(0));" : null,
    body === 'some' ? "pm.test('a body', () => pm.expect(pm.response.responseSize).to.be.above(0));" : null,
  );
}

function titleOf({ method, path, code }: Trial): string {
  return `${method} ${path} answers ${code}`;
}

function saying({ name, asked }: Check): string {
  return `${name} (${asked})`;
}

const afterHyphen = /(^|-)([a-z])/g;

/** k6 is written in Go, which writes field names its own way: "Www-Authenticate". */
function canonical(name: string): string {
  return name.toLowerCase().replace(afterHyphen, (letters) => letters.toUpperCase());
}
