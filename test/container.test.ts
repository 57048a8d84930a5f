// The image, without an engine to build it: what stands in its files, and the same steps in a plain folder.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = new URL('../', import.meta.url).pathname;
const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

function instructionsOf(text: string): readonly Instruction[] {
  const joined = text.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\\\n\s*/g, ' ');
  return joined
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ name: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

/** Those of the last stage. */
function finalStage(all: readonly Instruction[]): readonly Instruction[] {
  return all.slice(all.findLastIndex(({ name }) => name === 'FROM'));
}

type Rule = readonly [says: string, isBroken: (all: readonly Instruction[], last: readonly Instruction[]) => boolean];

const SECRET = /(?:TOKEN|SECRET|PASSWORD|KEYS?)\b/;
const rules: readonly Rule[] = [
  [
    'an image without a version',
    (all) => all.some(({ name, rest }) => name === 'ARG' && /IMAGE=(?!\S+:[\w.-]+$)/.test(rest)),
  ],
  ['the newest of an image', (all) => all.some(({ rest }) => /:latest\b/.test(rest))],
  ['an address or archive that is added', (all) => all.some(({ name }) => name === 'ADD')],
  [
    'a secret in the image',
    (all) => all.some(({ name, rest }) => (name === 'ENV' || name === 'ARG') && SECRET.test(rest)),
  ],
  [
    'root',
    (_, last) =>
      !/^\d+:\d+$/.test(last.findLast(({ name }) => name === 'USER')?.rest ?? '') ||
      /^0/.test(last.findLast(({ name }) => name === 'USER')?.rest ?? '0'),
  ],
  [
    'a shell between the process and its signals',
    (_, last) => last.some(({ name, rest }) => (name === 'ENTRYPOINT' || name === 'CMD') && !rest.startsWith('[')),
  ],
  [
    'no health check, or one in a shell',
    (_, last) => !/CMD \["/.test(last.find(({ name }) => name === 'HEALTHCHECK')?.rest ?? ''),
  ],
  [
    'packages for development',
    (_, last) => last.some(({ name, rest }) => name === 'COPY' && /node_modules|\/app \./.test(rest)),
  ],
  [
    'sources before packages',
    (all) =>
      all.findIndex(({ rest }) => rest.startsWith('src ')) < all.findIndex(({ rest }) => rest.includes('npm ci')),
  ],
  ['something run in the last stage', (_, last) => last.some(({ name }) => name === 'RUN')],
  ['no signal to stop by', (_, last) => !last.some(({ name, rest }) => name === 'STOPSIGNAL' && rest === 'SIGTERM')],
];

function problemsOf(text: string): readonly string[] {
  const all = instructionsOf(text);
  return rules.filter(([, isBroken]) => isBroken(all, finalStage(all))).map(([says]) => says);
}

/** A line of the file, and what it is made into. */
const faults: readonly (readonly [says: string, from: string | RegExp, to: string])[] = [
  ['an image without a version', /(ARG NODE_IMAGE=node):\S+/, '$1'],
  ['the newest of an image', /cc-debian13:nonroot/, 'cc-debian13:latest'],
  ['an address or archive that is added', 'COPY src ./src', 'ADD https://example.com/src.tar ./src\nCOPY src ./src'],
  ['a secret in the image', 'PORT=3000', 'PORT=3000 SLACK_BOT_TOKEN=xoxb-1'],
  ['root', /USER 65532:65532(?![\s\S]*USER)/, 'USER root'],
  ['a shell between the process and its signals', 'CMD ["main.mjs"]', 'CMD main.mjs'],
  ['no health check, or one in a shell', /HEALTHCHECK[\s\S]*?\n {2}CMD \[.*\]\n/, ''],
  ['packages for development', '/app/dist ./', '/app ./'],
  ['sources before packages', 'COPY package.json', 'COPY src ./src\nCOPY package.json'],
  ['something run in the last stage', 'VOLUME /data', 'RUN echo\nVOLUME /data'],
  ['no signal to stop by', 'STOPSIGNAL SIGTERM\n', ''],
];

describe('the Dockerfile', () => {
  it('keeps to the rules', () => expect(problemsOf(dockerfile)).toEqual([]));

  it.each(faults)('would be refused for %s', (says, from, to) => {
    const broken = dockerfile.replace(from, to);
    expect(broken).not.toBe(dockerfile);
    expect(problemsOf(broken)).toContain(says);
  });

  it('starts Teapot as npm run serve does, and as whoever has no container is told', () => {
    const [, ...args] = commandOf(dockerfile);
    expect(manifest.scripts.serve).toBe(`node ${args.join(' ').replace('main.mjs', 'dist/main.mjs')}`);
    expect(manifest.scripts.start).toBe(manifest.scripts.serve.replace('dist/main.mjs', 'src/main.ts'));
    expect(readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')).toContain(`\n${manifest.scripts.serve}\n`);
  });

  it('has the Node that the tests run on', () => {
    expect(dockerfile).toContain(`NODE_IMAGE=node:${manifest.devDependencies.node}-`);
  });

  it('copies what its steps and its command need: it answers, in sentences too, where nothing else is', () => {
    const [place, image] = ['build', 'image'].map((name) => mkdtempSync(join(tmpdir(), `teapot-${name}-`)));
    if (place === undefined || image === undefined) expect.unreachable();
    try {
      // As they are here; that these are the ones, npm ci sees to.
      symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
      for (const path of copied('')) cpSync(join(ROOT, path), join(place, path), { recursive: true });
      for (const { name, rest } of instructionsOf(dockerfile))
        if (name === 'RUN' && rest.startsWith('node ')) run(place, rest.split(' ').slice(1));
      for (const path of copied('--from=build /app/')) cpSync(join(place, path), image, { recursive: true });
      const asked = run(image, commandOf(dockerfile).slice(1), '404\nsigned in but not allowed to open this page\n');
      expect(asked).toContain('404 Not Found');
      expect(asked).toContain('403 Forbidden');
      expect(run(image, ['cli.mjs', '--version'])).toBe(`${manifest.version}\n`);
    } finally {
      for (const folder of [place, image]) rmSync(folder, { recursive: true, force: true });
    }
  });

  it('leaves out everything that is not named', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    expect(ignored.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      '*',
      '!package.json',
      '!package-lock.json',
      '!.npmrc',
      '!build.ts',
      '!src',
    ]);
  });
});

/** What it takes over from somewhere: paths there. */
function copied(from: string): readonly string[] {
  return instructionsOf(dockerfile).flatMap(({ name, rest }) => {
    const isFromThere = name === 'COPY' && (from === '' ? !rest.startsWith('--') : rest.startsWith(from));
    return isFromThere ? rest.slice(from.length).split(' ').slice(0, -1) : [];
  });
}

/** Runs Node in a folder as the image does. @returns what it prints */
function run(cwd: string, args: readonly string[], input = ''): string {
  const env = { NODE_ENV: 'production', DATABASE_URL: 'sqlite:/nowhere/teapot.db' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, input, env, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

function commandOf(text: string): readonly string[] {
  const last = finalStage(instructionsOf(text));
  const of = (name: string): string[] => JSON.parse(last.find((one) => one.name === name)?.rest ?? '[]');
  return [...of('ENTRYPOINT'), ...of('CMD')];
}

interface Service {
  readonly profiles: readonly string[];
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly init?: boolean;
  readonly stop_grace_period?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly environment: Readonly<Record<string, string>>;
  readonly deploy?: { readonly replicas: number };
}

describe('compose.yaml', () => {
  const composeFile = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');
  const services: Readonly<Record<string, Service>> = parse(composeFile, { merge: true }).services;

  it('has one process on SQLite, or two on PostgreSQL', () => {
    expect(Object.entries(services).map(([name, { profiles }]) => [name, profiles])).toEqual([
      ['teapot', ['sqlite']],
      ['replica', ['postgres']],
      ['postgres', ['postgres']],
    ]);
    expect(services['replica']?.deploy?.replicas).toBe(2);
    expect(services['replica']?.environment['REPLICAS']).toBe('2');
  });

  it.each(['teapot', 'replica', 'postgres'])('gives %s as few rights as it can', (name) => {
    const service = services[name] ?? expect.unreachable();
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
  });

  it.each(['teapot', 'replica'])('lets %s hear a signal at any time, and finish what is under way', (name) => {
    expect(services[name]?.init).toBe(true);
    expect(services[name]?.stop_grace_period).toBe('30s');
  });

  it('waits for the database itself, not for the server that only makes it and hears no TCP', () => {
    expect(services['postgres']?.healthcheck?.test).toContain('--host=127.0.0.1');
  });

  it('asks for a password only where there is a PostgreSQL', () => {
    // Compose reads the whole file before it looks at profiles: ${…:?} would refuse the SQLite one, too.
    expect(composeFile).not.toContain(':?');
  });

  it('holds no secret', () => {
    for (const { environment } of Object.values(services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|TOKEN|SECRET|KEYS/.test(name)) expect(value, name).toMatch(/^\$\{\w+:-\}$/);
  });
});
