// The assertions in JavaScript hold where the answer is as the catalog says, and fail where one thing is not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, cases, right, snippet, wanted } from './cases.ts';
import { k6Modules, k6Runner, postmanRunner } from './runners.ts';
import { type Servers, startServers } from './servers.ts';
import { createWorkbench } from './workbench.ts';

const bench = createWorkbench();
let servers: Servers;

beforeAll(async () => {
  servers = await startServers(bench);
});

function reportIn(file: string, otherwise: string) {
  const path = join(bench.folder, file);
  return JSON.parse(existsSync(path) ? readFileSync(path, 'utf8') : expect.unreachable(otherwise));
}

/** Runs a program of ours, which prints the labels of the cases that passed. */
async function passed(file: string): Promise<readonly string[]> {
  const { stdout, stderr } = await bench.run(process.execPath, [file]);
  const labels: readonly string[] = JSON.parse(stdout === '' ? expect.unreachable(stderr) : stdout);
  return labels.toSorted();
}

describe('supertest', () => {
  it('passes in Vitest where all is right, and only there', async () => {
    // In one file: their number is what takes the time.
    const imports = cases.map((one) => {
      bench.write(`${one.label}.supertest.mjs`, snippet(servers, 'supertest', one));
      return `describe('${one.label}', async () => { await import('./${one.label}.supertest.mjs'); });`;
    });
    bench.write('all.test.mjs', `import { describe } from 'vitest';\n${imports.join('\n')}`);
    bench.write('vitest.config.mjs', 'export default { test: { include: ["all.test.mjs"] } };');
    const options = ['run', '--root', bench.folder, '--reporter=json', '--outputFile=vitest.json'];
    const { stdout, stderr } = await bench.run(process.execPath, ['node_modules/vitest/vitest.mjs', ...options]);
    const report: { testResults: { assertionResults: { ancestorTitles: string[]; status: string }[] }[] } = reportIn(
      'vitest.json',
      stdout + stderr,
    );
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    expect(results).toHaveLength(cases.length);
    const good = results.filter(({ status }) => status === 'passed');
    expect(good.map(({ ancestorTitles }) => ancestorTitles[0]).toSorted()).toEqual(wanted);
  });
});

const ownTitle = /^test\('/m;

/** After each failure that was not expected, Playwright starts anew, which takes a second. */
function labelled(one: Case): string {
  const test = one.side === 'right' ? 'test' : 'test.fail';
  return snippet(servers, 'playwright', one).replace(ownTitle, `${test}('${one.label} `);
}

describe('Playwright', () => {
  it('passes where all is right, and only there', async () => {
    // One file that loads them all: Playwright takes its time for each.
    const imports = cases.map((one) => {
      bench.write(`${one.label}.playwright.mjs`, labelled(one));
      return `await import('./${one.label}.playwright.mjs');`;
    });
    bench.write('all.spec.mjs', imports.join('\n'));
    const config = { testMatch: 'all.spec.mjs', workers: 1, reporter: [['json', { outputFile: 'playwright.json' }]] };
    bench.write('playwright.config.mjs', `export default ${JSON.stringify(config)};`);
    const cli = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'playwright.config.mjs'];
    const { stdout, stderr } = await bench.run(process.execPath, cli);
    const report: { suites: { specs: { title: string; ok: boolean }[] }[] } = reportIn(
      'playwright.json',
      stdout + stderr,
    );
    const specs = report.suites.flatMap((suite) => suite.specs);
    expect(specs.map(({ title }) => title.split(' ')[0])).toEqual(cases.map(({ label }) => label));
    expect(specs.filter(({ ok }) => !ok)).toEqual([]);
    expect(right.length).toBeLessThan(specs.length);
  });
});

describe('k6', () => {
  it('passes where all is right, and only there', async () => {
    for (const [file, source] of Object.entries(k6Modules)) bench.write(file, source);
    for (const one of cases) bench.write(`${one.label}.k6.mjs`, snippet(servers, 'k6', one));
    bench.write('k6.json', JSON.stringify(cases.map(({ label }) => label)));
    bench.write('k6-runner.mjs', k6Runner);
    expect(await passed('k6-runner.mjs')).toEqual(wanted);
  });
});

describe('Postman', () => {
  it('passes in its sandbox where all is right, and only there', async () => {
    const requests = cases.map((one) => {
      bench.write(`${one.label}.postman.js`, snippet(servers, 'postman', one));
      const { method, path, query } = one.sample.trial;
      return { name: one.label, method, url: `${servers.at(one.sample, one.side)}${path}${query}` };
    });
    bench.write('postman.json', JSON.stringify(requests));
    bench.write('postman-runner.mjs', postmanRunner);
    expect(await passed('postman-runner.mjs')).toEqual(wanted);
  });
});
