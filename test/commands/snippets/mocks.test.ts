// The mocks answer as the catalog says: Express and MSW are run, WireMock, nginx and OpenAPI are read by parsers.
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse as parseNginx } from 'nginx-conf';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { registered } from '../../../src/catalog/index.ts';
import { grouped } from '../../../src/commands/snippets/literals.ts';
import { fieldIn } from '../../../src/commands/snippets/message.ts';
import { tools } from '../../../src/commands/snippets/tools.ts';
import type { Trial } from '../../../src/commands/snippets/trial.ts';
import type { TestTool } from '../../../src/query/reading.ts';
import { startServers } from './servers.ts';
import { createWorkbench, type Sample, samples } from './workbench.ts';

const bench = createWorkbench();

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function write(tool: TestTool, { trial, status }: Sample): string {
  return tools[tool].write(trial, status);
}

/** Date is written by servers, not by mocks. */
function requiredOf({ checks, reply }: Trial) {
  return checks.filter(({ name }) => fieldIn(reply, name) !== undefined);
}

/** What differs between an answer and what the catalog's facts ask for. */
function problemsOf({ trial }: Sample, { status, headers, body }: Answered): readonly string[] {
  const problems: string[] = [];
  if (status !== trial.code) problems.push(`status ${status}`);
  for (const { name, pattern } of requiredOf(trial))
    if (!new RegExp(pattern).test(headers[name.toLowerCase()] ?? '')) problems.push(`no good ${name}`);
  for (const { name, value } of grouped(trial.reply.headers)) {
    const got = headers[name.toLowerCase()] ?? '';
    // Express adds the charset that it writes in.
    if (got !== value && !got.startsWith(`${value}; charset=`)) problems.push(`${name}: ${got}`);
  }
  const expected = trial.method === 'HEAD' ? '' : (trial.reply.body ?? '');
  if (squeezed(body) !== squeezed(expected)) problems.push(`body ${body}`);
  return problems;
}

const whitespace = /\s/g;

function squeezed(text: string): string {
  return text.replace(whitespace, '');
}

const withHttp = `
  import http from 'node:http';
  import https from 'node:https';
  function askWithHttp({ method, url }) {
    return new Promise((resolve, reject) => {
      const client = url.startsWith('https:') ? https : http;
      const request = client.get(url, { method, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part) => { body += part; });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
      request.on('error', reject);
    });
  }
`;

/** Of a 407, fetch makes a network error, as its standard says. */
const withFetch = `${withHttp}
  async function ask({ method, url }) {
    const response = await fetch(url, { method, redirect: 'manual' }).catch(() => null);
    if (response === null) return askWithHttp({ method, url });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  }
`;

/** Asks each address with the method of its sample, in a process of its own. */
async function ask(file: string, preparation: string, addresses: readonly string[]): Promise<readonly Answered[]> {
  const requests = samples.map(({ trial: { method, path, query } }, at) => ({
    method,
    url: `${addresses[at]}${path}${query}`,
  }));
  bench.write(
    file,
    `${preparation}
      const answers = [];
      for (const request of ${JSON.stringify(requests)}) answers.push(await ask(request));
      process.stdout.write(JSON.stringify(answers), () => process.exit());
    `,
  );
  const { stdout, stderr } = await bench.run(process.execPath, [file]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('Express and MSW', () => {
  const answers = new Map<string, readonly Answered[]>();

  beforeAll(async () => {
    const servers = await startServers(bench);
    answers.set(
      'express',
      await ask(
        'ask-express.mjs',
        withFetch,
        samples.map((sample) => servers.at(sample, 'right')),
      ),
    );
    const handlers = samples.map((sample, at) => {
      bench.write(
        `msw-${at}.mjs`,
        write('msw', sample).replace(sample.trial.origin, `https://sample-${at}.example.com`),
      );
      return `import { handlers as handlers${at} } from './msw-${at}.mjs';`;
    });
    const all = samples.map((_, at) => `...handlers${at}`).join(', ');
    answers.set(
      'msw',
      await ask(
        'ask-msw.mjs',
        `${withFetch}\nimport { setupServer } from 'msw/node';\n${handlers.join('\n')}
         setupServer(${all}).listen({ onUnhandledRequest: 'error' });`,
        samples.map((_, at) => `https://sample-${at}.example.com`),
      ),
    );
  });

  it.each(['express', 'msw'])('%s answers each code with its headers and body', (tool) => {
    const wrong = samples.flatMap((sample, at) => {
      const answered = answers.get(tool)?.[at];
      const problems = answered === undefined ? ['no answer'] : problemsOf(sample, answered);
      return problems.map((problem) => `${sample.name}: ${problem}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are refused where anything is wrong', () => {
    const [sample] = samples.filter(({ name }) => name === '429-GET');
    if (sample === undefined) return expect.unreachable('429 is a sample');
    const good = answers.get('msw')?.[samples.indexOf(sample)];
    if (good === undefined) return expect.unreachable('MSW answered');
    const { 'retry-after': _, ...headers } = good.headers;
    expect(problemsOf(sample, { ...good, status: 503 })).toEqual(['status 503']);
    expect(problemsOf(sample, { ...good, headers })).toEqual(['no good Retry-After', 'Retry-After: ']);
    expect(problemsOf(sample, { ...good, body: '' })).toEqual(['body ']);
  });
});

describe('WireMock', () => {
  it('gets stub mappings that hold the whole answer', () => {
    for (const sample of samples) {
      const { request, response } = JSON.parse(write('wiremock', sample));
      expect(Object.keys(response).every((key) => ['status', 'headers', 'body', 'jsonBody'].includes(key))).toBe(true);
      expect(request, sample.name).toEqual({ method: sample.trial.method, urlPath: sample.trial.path });
      const headers = Object.fromEntries(
        Object.entries<string>(response.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const body = response.jsonBody === undefined ? (response.body ?? '') : JSON.stringify(response.jsonBody);
      const problems = problemsOf(sample, {
        status: response.status,
        headers,
        body: sample.trial.method === 'HEAD' ? '' : body,
      });
      expect(problems, sample.name).toEqual([]);
    }
  });
});

interface Directive {
  readonly name: string;
  readonly value: string;
  readonly children: readonly Directive[] | null;
}

const returned = /^(\d{3})(?:\s+([\s\S]*))?$/;
const added = /^(\S+)\s+'([\s\S]*)'\s+always$/;

function parsedNginx(source: string): Directive {
  const parsed: Directive[] = [];
  parseNginx(source, (error, tree) => {
    if (error) throw error;
    if (tree) parsed.push(tree);
  });
  const [tree] = parsed;
  if (tree === undefined) throw new Error('nothing was parsed');
  return tree;
}

function within(directive: Directive | undefined, name: string): readonly Directive[] {
  return (directive?.children ?? []).filter((child) => child.name === name);
}

/** What a server of nginx answers: `return` with its text or address, and added fields. */
function readNginx(source: string): Answered & { readonly path: string } {
  const [location] = within(within(parsedNginx(source), 'server')[0], 'location');
  const directives = (name: string) => within(location, name).map(({ value }) => value);
  const [, status = '', rest = ''] = returned.exec(directives('return')[0] ?? '') ?? [];
  const fields = directives('add_header').map((field): [string, string] => {
    const [, name = '', value = ''] = added.exec(field) ?? [];
    return [name.toLowerCase(), unescaped(value)];
  });
  const quoted = rest.startsWith("'");
  return {
    path: (location?.value ?? '').replace('= ', ''),
    status: Number(status),
    headers: Object.fromEntries([
      ...fields,
      ...directives('default_type').map((type) => ['content-type', unescaped(type.slice(1, -1))]),
      ...(quoted || rest === '' ? [] : [['location', rest]]),
      ...directives('keepalive_timeout').map(() => ['connection', 'close']),
    ]),
    body: quoted ? unescaped(rest.slice(1, -1)) : '',
  };
}

const escapedCharacter = /\\(.)/g;

function unescaped(text: string): string {
  return text.replace(escapedCharacter, '$1');
}

/** nginx writes the body of a redirect itself, and its type with it. */
const redirects = [301, 302, 303, 307, 308];

describe('nginx', () => {
  it('gets servers that its parser reads and that answer with everything', () => {
    for (const sample of samples) {
      const { trial } = sample;
      const source = write('nginx', sample);
      // A dollar sign would begin a variable, and nginx has no way to write one.
      expect(source, sample.name).not.toContain('$');
      const { path, ...answered } = readNginx(source);
      expect(path, sample.name).toBe(trial.path);
      const own = redirects.includes(trial.code)
        ? {
            ...answered,
            body: trial.reply.body ?? '',
            headers: { 'content-type': fieldIn(trial.reply, 'Content-Type') ?? '', ...answered.headers },
          }
        : { ...answered, body: trial.method === 'HEAD' ? '' : answered.body };
      expect(problemsOf(sample, own), `${sample.name}\n${source}`).toEqual([]);
    }
  });
});

describe('OpenAPI', () => {
  const written = samples.map((sample) => ({ ...sample, responses: parseYaml(write('openapi', sample)) }));

  function documentOf(all: typeof written) {
    const paths = Object.fromEntries(all.map(({ name, responses }) => [`/${name}`, { get: { responses } }]));
    return { openapi: '3.1.0', info: { title: 'Teapot', version: '1' }, paths };
  }

  it('gets responses that are valid in version 3.1', async () => {
    const { valid, errors } = await new Validator().validate(documentOf(written));
    expect(valid, JSON.stringify(errors)).toBe(true);
    const [first, ...others] = written;
    if (first === undefined) return expect.unreachable('there are samples');
    const { description: _, ...silent } = first.responses[first.trial.code];
    const spoilt = { ...first, responses: { [first.trial.code]: silent } };
    expect((await new Validator().validate(documentOf([spoilt, ...others]))).valid).toBe(false);
  });

  it('gets required headers where the specification says MUST without a condition, and errors with the body of RFC 9457', () => {
    for (const { name: label, trial, responses } of written) {
      const response = responses[trial.code];
      for (const { name, required } of trial.checks)
        if (name !== 'Content-Type') expect(response.headers[name].required ?? false, label).toBe(required);
      const problem = response.content?.['application/problem+json'];
      expect(problem !== undefined, label).toBe(trial.code >= 400 && trial.body !== 'empty');
      if (problem !== undefined) expect(problem.example.status, label).toBe(trial.code);
    }
  });

  it('shows the body of the example as it is', () => {
    for (const { name, trial, responses } of written.filter(
      ({ trial: { code, body } }) => code < 400 && body !== 'empty',
    )) {
      const [content] = Object.values<{ example?: unknown }>(responses[trial.code].content ?? {});
      const example = content?.example;
      const text = typeof example === 'string' ? example : JSON.stringify(example ?? '');
      const wanted = trial.reply.body ?? '""';
      expect(squeezed(text), name).toBe(squeezed(wanted));
    }
  });

  it('leaves the body away where there is none', () => {
    const none = registered.filter(({ body }) => body.rule === 'never').map(({ code }) => code);
    for (const sample of samples.filter(({ status }) => none.includes(status.code)))
      expect(write('openapi', sample)).not.toContain('content:');
  });
});
