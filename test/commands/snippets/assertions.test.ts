// The assertions for a shell, Python and Java hold where the answer is as the catalog says, and fail where one thing is not.
import { createServer } from 'node:net';
import { parse as parseJava } from 'java-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { tools } from '../../../src/commands/snippets/tools.ts';
import { cases, right, shapes, snippet, wanted, wrong } from './cases.ts';
import { pythonRunner } from './runners.ts';
import { type Servers, startServers } from './servers.ts';
import { createWorkbench, interim, isThere, samples } from './workbench.ts';

const bench = createWorkbench();
const hasCurl = await isThere(bench, 'curl');
const hasPython = await isThere(bench, 'python3');
let servers: Servers;

beforeAll(async () => {
  servers = await startServers(bench);
});

describe.skipIf(!hasCurl)('curl (where it is installed)', () => {
  async function runScripts(scripts: readonly (readonly [string, string])[]): Promise<readonly string[]> {
    for (const [name, source] of scripts) bench.write(`${name}.sh`, source);
    const each = scripts.map(([name]) => `sh ${name}.sh > ${name}.log 2>&1 && echo ${name}`);
    const { stdout } = await bench.run('sh', ['-c', `${each.join('\n')}\ntrue`]);
    return stdout.split('\n').filter(Boolean);
  }

  it('passes where all is right, and only there', async () => {
    // A shell takes its time for each.
    const few = [...right.filter(({ sample }) => shapes.includes(sample)), ...wrong];
    const scripts = few.map((one) => [one.label, snippet(servers, 'curl', one)] as const);
    expect((await runScripts(scripts)).toSorted()).toEqual(shapes.map(({ name }) => `right-${name}`).toSorted());
  });

  it('gets scripts that a shell reads', async () => {
    for (const one of right) bench.write(`read-${one.label}.sh`, snippet(servers, 'curl', one));
    const each = right.map(({ label }) => `sh -n read-${label}.sh`);
    expect(await bench.run('sh', ['-c', each.join('\n')])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('sees interim responses', async () => {
    const answers = new Map(interim.map(({ status, trial }) => [trial.path, status.example.response]));
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        const path = String(data).split(' ')[1] ?? '';
        socket.end((answers.get(path) ?? 'HTTP/1.1 404 Not Found\n\n').replaceAll('\n', '\r\n'));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') return expect.unreachable('it has a port');
    const at = `http://127.0.0.1:${address.port}`;
    const scripts = interim.flatMap(({ name, status, trial }) => {
      const source = tools.curl.write(trial, status).replaceAll(trial.origin, at);
      return [[name, source] as const, [`other-${name}`, source.replaceAll(trial.path, '/nothing')] as const];
    });
    expect((await runScripts(scripts)).toSorted()).toEqual(interim.map(({ name }) => name));
    server.close();
  });
});

describe.skipIf(!hasPython)('pytest (where Python is installed)', () => {
  it.each(['requests', 'httpx'] as const)('with %s passes where all is right, and only there', async (tool) => {
    const snippets = cases.map((one) => [one.label, snippet(servers, tool, one)]);
    bench.write('runner.py', pythonRunner);
    const { stdout, stderr } = await bench.run('python3', ['runner.py'], JSON.stringify(snippets));
    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout).toSorted()).toEqual(wanted);
  });
});

describe('REST Assured', () => {
  it('gets classes that are Java and check code, headers and body', () => {
    for (const { name, trial, status } of samples) {
      const source = tools['rest-assured'].write(trial, status);
      expect(() => parseJava(source), `${name}\n${source}`).not.toThrow();
      expect(source).toContain(`.statusCode(${trial.code})`);
      for (const check of trial.checks) expect(source, name).toContain(`.header("${check.name}", matchesPattern(`);
    }
    expect(() => parseJava('class A { void a() { given( } }')).toThrow();
  });
});
