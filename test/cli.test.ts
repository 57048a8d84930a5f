import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { run } from '../src/cli.ts';

const CLI = new URL('../src/cli.ts', import.meta.url).pathname;
const controls = /(?!\n)\p{Cc}/u;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function teapot(args: readonly string[], input: string | Iterable<string> = '', environment = {}): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const [out, err] = [readAll(stdout), readAll(stderr)];
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const code = await run(args, { stdin, stdout, stderr }, environment);
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

function objects(out: string): Record<string, unknown>[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('teapot ask', () => {
  it('answers in plain text when piped', async () => {
    const { code, out, err } = await teapot(['ask', '401', 'vs', '403']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('401 Unauthorized vs 403 Forbidden');
    expect(out).not.toMatch(controls);
    expect(out.endsWith('\n')).toBe(true);
  });

  it('reads what comes in as one paste', async () => {
    const { out } = await teapot(
      ['ask', '-'],
      '10.0.0.1 - - "GET /a HTTP/1.1" 502 150\n\u001b[31m10.0.0.1 - - "GET /b HTTP/1.1" 404 12\u001b[0m\n',
    );
    expect(out).toContain('502 Bad Gateway');
    expect(out).not.toContain('[31m');
    expect(out).toContain('404 Not Found');
  });

  it.each([
    ['404', 'status', [404], 4],
    ['401 vs 403', 'compare', [401, 403], 4],
    ['299', 'unassigned', [299], 2],
    ['help', 'help', [], null],
  ])('prints one object with --json: %s', async (question, kind, codes, statusClass) => {
    const { out } = await teapot(['ask', question, '--json']);
    const [object, ...others] = objects(out);
    expect(others).toEqual([]);
    expect(Object.keys(object ?? {})).toEqual(['kind', 'codes', 'class', 'producer', 'producer_name', 'title', 'text']);
    expect(object).toMatchObject({ kind, codes, class: statusClass });
    expect(object?.['text']).toContain(object?.['title']);
  });

  it('reads a question with colours in it', async () => {
    const { out } = await teapot(['ask', '\u001b[31m404\u001b[0m', '--json']);
    expect(objects(out)).toMatchObject([{ kind: 'status', codes: [404] }]);
    const each = await teapot(['--jsonl'], `${JSON.stringify('\u001b[1m502\u001b[0m')}\n`);
    expect(objects(each.out)).toMatchObject([{ codes: [502] }]);
  });

  it('keeps the tabs of a log', async () => {
    const { out } = await teapot(['ask', '-', '--json'], '2026-11-24\tFRA2\t500\tGET\td1.example\t/a\t502\t-\n');
    expect(objects(out)).toMatchObject([{ kind: 'paste', codes: [502] }]);
  });

  it('prints an object of a paste', async () => {
    const { out } = await teapot(['ask', '-', '--json'], 'HTTP/1.1 503 Service Unavailable\nRetry-After: 120\n');
    expect(objects(out)).toMatchObject([{ kind: 'paste', codes: [503], class: 5 }]);
  });
});

describe('teapot ask --stack', () => {
  it('sees a question and a paste from what a request passes', async () => {
    expect((await teapot(['ask', '--stack', 'shopify', '530'])).out).toContain('Shopify (in your stack)');
    const paste = await teapot(
      ['ask', '-', '--stack', 'alb,nginx,rails'],
      '<hr><center>nginx</center>\n502 Bad Gateway\n',
    );
    expect(paste.out).toContain('your stack has Rails');
    const each = await teapot(['ask', '--jsonl', '--stack', 'shopify'], '"530"\n');
    expect(JSON.parse(each.out)).toMatchObject({ title: expect.stringContaining('Origin DNS Error') });
  });
});

describe('teapot --jsonl', () => {
  it('says of a paste who answered, and of everything else that it is unknown', async () => {
    const lines = [
      'HTTP/2 522\nserver: cloudflare\ncf-ray: 1-FRA',
      'curl: (28) Operation timed out after 5000 milliseconds',
      'HTTP/1.1 404 Not Found',
      '404',
    ];
    const { out } = await teapot(['ask', '--jsonl'], lines.map((text) => `${JSON.stringify(text)}\n`).join(''));
    expect(objects(out)).toMatchObject([
      { kind: 'paste', codes: [522], producer: 'cdn', producer_name: 'Cloudflare' },
      { codes: [], producer: 'client', producer_name: 'curl' },
      { kind: 'paste', codes: [404], producer: 'unknown', producer_name: null },
      { kind: 'status', producer: 'unknown', producer_name: null },
    ]);
  });

  it('answers each line, with its id or its number', async () => {
    const { code, out } = await teapot(
      ['ask', '--jsonl'],
      '"404"\n{"id":"b","text":"4xx"}\r\n\n{"id":7,"text":"401 vs 403"}\n{"text":"418"}',
    );
    expect(code).toBe(0);
    expect(objects(out)).toMatchObject([
      { id: 1, kind: 'status', codes: [404], class: 4, title: '404 Not Found' },
      { id: 'b', kind: 'class', class: 4 },
      { id: 7, kind: 'compare', codes: [401, 403] },
      { id: 5, kind: 'status', codes: [418] },
    ]);
    expect(Object.keys(objects(out)[0] ?? {})).toEqual([
      'id',
      'kind',
      'codes',
      'class',
      'producer',
      'producer_name',
      'title',
      'text',
    ]);
  });

  it.each([
    ['not json', { id: 1, error: expect.stringContaining('not JSON') }],
    ['{"id":"x"}', { id: 'x', error: expect.stringContaining('no text') }],
    ['{"id":"x","text":404}', { id: 'x', error: expect.stringContaining('no text') }],
    ['[1]', { id: 1, error: expect.stringContaining('no text') }],
    ['null', { id: 1, error: expect.stringContaining('no text') }],
  ])('says what is wrong with a line and goes on: %s', async (line, expected) => {
    const { code, out } = await teapot(['--jsonl'], `${line}\n"404"\n`);
    expect(code).toBe(0);
    expect(objects(out)).toEqual([expected, expect.objectContaining({ id: 2, kind: 'status' })]);
  });

  it('ends lines at line feeds only, and starts after a byte order mark', async () => {
    const { out } = await teapot(
      ['--jsonl'],
      '\uFEFF{"id":1,"text":"404\u2028\u2029"}\n{"id":2,"text":"GET /\\nHTTP/1.1 502 Bad Gateway"}\n',
    );
    expect(objects(out)).toMatchObject([
      { id: 1, codes: [404] },
      { id: 2, kind: 'paste', codes: [502] },
    ]);
  });

  it('puts lines together again that arrive in pieces', async () => {
    const { out } = await teapot(['--jsonl'], ['{"id":1,', '"text":"4', '04"}\n"50', '0"', '\n']);
    expect(objects(out)).toMatchObject([
      { id: 1, codes: [404] },
      { id: 2, codes: [500] },
    ]);
  });

  it('answers ten thousand lines, no faster than they are read', async () => {
    let typed = 0;
    function* lines() {
      for (; typed < 10_000; typed += 1) yield `"${400 + (typed % 18)}"\n`;
    }
    const stdout = new PassThrough();
    const done = run(['--jsonl'], { stdin: Readable.from(lines()), stdout, stderr: new PassThrough() });
    // Nobody reads: the producer has to stop soon.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(typed).toBeLessThan(1_000);
    let answered = 0;
    stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) answered += 1;
    });
    expect(await done).toBe(0);
    expect(answered).toBe(10_000);
  });
});

describe('teapot', () => {
  it.each([[[]], [['help']], [['--help']], [['ask', '-h']]])('shows how it is used: %j', async (args) => {
    const { code, out } = await teapot(args);
    expect(code).toBe(0);
    expect(out).toContain('teapot ask <question>');
  });

  it('knows its version', async () => {
    expect(await teapot(['--version'])).toEqual({ code: 0, out: `${about.version}\n`, err: '' });
  });

  it.each([
    [['brew'], 'There is no command "brew". To ask about it: teapot ask "brew"'],
    [['404', 'please'], 'To ask about it: teapot ask "404 please"'],
    [['ask', '404', '--loud'], "Unknown option '--loud'"],
    [['ask', '-404'], 'There is no option "-404". To ask about the code: teapot ask "404"'],
    [['ask', '401', '-403'], 'To ask about the code: teapot ask "401 403"'],
    [['ask'], 'What would you like to ask?'],
    [['ask', '404', '--jsonl'], 'leave out the words'],
    [['ask', '404', '--check'], '--check belongs to manifests'],
    [['ask', '--stack', 'alb,ngins', '502'], '--stack: there is no product "ngins"; perhaps nginx'],
    [['ask', '--stack', 'a*b\u001b[1m', '502'], '--stack: there is no product "b"'],
    [['chat', '--stack', 'alb'], '--stack belongs to ask'],
    [['migrate', '--stack', 'alb'], '--stack belongs to ask'],
    [['manifests', 'slack'], 'manifests takes --check and nothing else'],
    [['chat', '404'], 'chat takes nothing else'],
  ])('says kindly what it did not understand: %j', async (args, line) => {
    const { code, out, err } = await teapot(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n')[0]).toContain(line);
    expect(err).toContain('Usage:');
  });
});

describe('teapot chat', () => {
  it('answers line by line, until the input ends', async () => {
    const { code, out, err } = await teapot(['chat'], '401 vs 403\n418\n');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('For example, 404:');
    expect(out).toContain('401 Unauthorized vs 403 Forbidden');
    expect(out.indexOf('418')).toBeGreaterThan(out.indexOf('401 Unauthorized vs'));
  });
});

describe('teapot manifests --check', () => {
  it('is content with what is there', async () => {
    expect(await teapot(['manifests', '--check'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('names the files that other commands would change', async () => {
    const { code, err } = await teapot(['manifests', '--check'], '', { SLACK_COMMANDS: '/code' });
    expect(code).toBe(1);
    expect(err).toBe(
      'manifests/slack.json is out of date: run npm run manifests\nmanifests/slack-http.json is out of date: run npm run manifests\n',
    );
  });

  it('says what is wrong with the commands', async () => {
    const { code, err } = await teapot(['manifests'], '', { SLACK_COMMANDS: '/status' });
    expect(code).toBe(1);
    expect(err).toContain('SLACK_COMMANDS: "/status" belongs to Slack');
  });
});

describe('the process', () => {
  function start(args: readonly string[]) {
    const child = spawn(process.execPath, [CLI, ...args], { stdio: 'pipe' });
    return { child, out: readAll(child.stdout), err: readAll(child.stderr), ended: once(child, 'exit') };
  }

  it('reads the end of ten megabytes, and says so', async () => {
    const { child, out, err, ended } = start(['ask', '-']);
    const noise = '2026-11-25 12:00:00 INFO all is well in the kitchen\n'.repeat(20_000);
    for (let count = 0; count < 10; count += 1) if (!child.stdin.write(noise)) await once(child.stdin, 'drain');
    child.stdin.end('"GET /a HTTP/1.1" 504 0\n');
    expect(await ended).toEqual([0, null]);
    expect(await err).toBe('That is a lot: reading its last 1 MiB only.\n');
    expect(await out).toContain('504 Gateway Timeout');
  });

  it('ends quietly when nobody reads on', async () => {
    const { child, out, err, ended } = start(['--jsonl']);
    out.catch(() => 'its reader left, as planned');
    child.stdin.on('error', () => undefined);
    const more = setInterval(() => child.stdin.write('"404"\n'.repeat(100)), 5);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await ended).toEqual([0, null]);
    clearInterval(more);
    expect(await err).toBe('');
  });

  it('passes its exit code on', async () => {
    const { ended } = start(['brew']);
    expect(await ended).toEqual([2, null]);
  });
});
