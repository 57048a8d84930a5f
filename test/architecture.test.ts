// The table "Rooms" of the design as data: who may import whom. Every arrow points from the outside in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../', import.meta.url).pathname;

interface Room {
  /** Files of the room: a folder ends in a slash. The first room that fits is the one. */
  readonly at: string;
  /** Rooms it may import besides itself. */
  readonly rooms: readonly string[];
  readonly packages?: readonly string[];
  /** Modules of Node: all, or these. What is pure needs none. */
  readonly node?: 'all' | readonly string[];
}

const ADAPTER = ['src/port.ts', 'src/answer/'];

const rooms: readonly Room[] = [
  { at: 'src/catalog/', rooms: [] },
  { at: 'src/query/', rooms: ['src/catalog/'], packages: ['fuse.js'] },
  { at: 'src/answer/', rooms: [] },
  { at: 'src/house/', rooms: ['src/catalog/'], packages: ['yaml'] },
  { at: 'src/port.ts', rooms: ['src/answer/'] },
  { at: 'src/quiz/', rooms: ['src/catalog/', 'src/answer/'], packages: ['temporal-polyfill', 'ts-fsrs'] },
  {
    at: 'src/commands/',
    rooms: [
      'src/port.ts',
      'src/answer/',
      'src/catalog/',
      'src/query/',
      'src/quiz/',
      'src/house/',
      'src/store/',
      // What a channel was asked, what is next and how long it is open: said once for whoever posts and answers.
      'src/delivery/choosing.ts',
      'src/delivery/history.ts',
      'src/delivery/learning.ts',
      'src/delivery/opening.ts',
    ],
  },
  {
    at: 'src/delivery/',
    rooms: ['src/port.ts', 'src/answer/', 'src/catalog/', 'src/quiz/', 'src/store/'],
    node: ['crypto', 'timers/promises'],
  },
  {
    at: 'src/replicas/',
    rooms: ['src/port.ts', 'src/store/leasing.ts', 'src/store/id.ts'],
    node: ['os', 'timers/promises'],
  },
  { at: 'src/store/', rooms: [], packages: ['kysely', 'pg'], node: 'all' },
  { at: 'src/cooldown/', rooms: ['src/port.ts', 'src/answer/'] },
  { at: 'src/anatomy.ts', rooms: [] },
  {
    at: 'src/bot.ts',
    rooms: [
      'src/anatomy.ts',
      'src/port.ts',
      'src/answer/',
      'src/house/',
      'src/query/',
      'src/commands/',
      'src/cooldown/',
      'src/understanding.ts',
      'src/store/records.ts',
    ],
    node: ['crypto'],
  },
  { at: 'src/understanding.ts', rooms: ['src/port.ts', 'src/query/', 'src/commands/'], node: ['crypto'] },
  {
    at: 'src/platforms/slack/',
    rooms: ADAPTER,
    packages: ['@slack/bolt', '@slack/web-api', 'undici', 'valibot'],
    node: 'all',
  },
  {
    at: 'src/platforms/discord/',
    rooms: ADAPTER,
    packages: ['discord.js'],
    node: 'all',
  },
  { at: 'src/platforms/terminal/', rooms: ADAPTER, packages: ['string-width', 'wrap-ansi'], node: 'all' },
  {
    at: 'src/playground/page/client/',
    rooms: ['src/playground/page/protocol.ts'],
    packages: ['preact', 'htm'],
  },
  // A Slack, a Discord and a page: what stands between them and the bot is the wire alone.
  { at: 'src/playground/', rooms: [], packages: ['valibot', 'ws'], node: 'all' },
  {
    at: 'src/playground.ts',
    rooms: ['src/playground/', 'src/house/', 'src/port.ts', 'src/config.ts', 'src/teapot-thread.ts'],
    node: ['fs/promises', 'os', 'path'],
  },
  {
    at: 'src/teapot-thread.ts',
    rooms: [
      'src/playground/clock.ts',
      'src/playground/runner.ts',
      'src/teapot.ts',
      'src/commands/',
      'src/config.ts',
      'src/house/',
      'src/platforms/slack/',
      'src/port.ts',
    ],
    node: ['worker_threads'],
  },
  {
    at: 'src/teapot.ts',
    rooms: [
      'src/config.ts',
      'src/metered.ts',
      'src/port.ts',
      'src/bot.ts',
      'src/commands/',
      'src/house/',
      'src/delivery/',
      'src/experience/',
      'src/replicas/',
      'src/store/',
      'src/platforms/slack/',
      'src/platforms/discord/',
    ],
    node: ['crypto', 'timers/promises'],
  },
  {
    at: 'src/experience/',
    rooms: ['src/query/'],
    node: ['fs', 'timers/promises'],
  },
  { at: 'src/house-file.ts', rooms: ['src/port.ts', 'src/config.ts', 'src/house/'], node: ['fs/promises', 'path'] },
  {
    at: 'src/rehearsal.ts',
    rooms: ['src/config.ts', 'src/port.ts', 'src/teapot.ts', 'src/ops/server.ts'],
    packages: ['undici'],
    node: ['crypto', 'timers/promises'],
  },
  {
    at: 'src/chat.ts',
    rooms: ['src/port.ts', 'src/bot.ts', 'src/experience/', 'src/house/', 'src/platforms/terminal/'],
    node: ['stream'],
  },
  { at: 'src/metered.ts', rooms: ['src/port.ts'] },
  { at: 'src/ops/', rooms: ['src/port.ts'], packages: ['pino', 'pino-pretty', 'prom-client'], node: 'all' },
  { at: 'src/config.ts', rooms: ['src/config/'], packages: ['valibot'], node: ['fs', 'process'] },
  { at: 'src/config/', rooms: [], packages: ['valibot'] },
  { at: 'src/main.ts', rooms: ['src/'], node: 'all' },
  {
    at: 'src/cli/',
    rooms: [
      'src/port.ts',
      'src/answer/',
      'src/config.ts',
      'src/house/',
      'src/house-file.ts',
      'src/store/',
      'src/platforms/terminal/',
      // What they tell the platforms of the app, and the names that Slack takes.
      'src/platforms/slack/manifest.ts',
      'src/platforms/slack/commands.ts',
      'src/platforms/discord/manifest.ts',
    ],
    node: ['fs/promises', 'stream', 'url', 'util'],
  },
  { at: 'src/cli.ts', rooms: ['src/', 'package.json'], node: 'all' },
];

/** Lines of code in a file. Rows of data do not count: catalog, written questions, signs, and lists of texts wherever they stand. */
const LONGEST = 320;
const ROWS = ['src/catalog/', 'src/quiz/scenarios/', 'src/query/producer/signs/'];
const rowOfText = /^\s*(['"`]).*\1,?$/;

const SOURCE = /\.[tj]s$/;
const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const staticImport = /^[ \t]*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"\n]+)['"]/gm;
const dynamicImport = /\b(?:import|require)\s*\(\s*['"`]([^'"`\n]+)['"`]/g;
const computedImport = /\b(?:import|require)\s*\(\s*(?!['"`])[^)]|\bcreateRequire\b|\bimport\s*\(\s*`[^`]*\$\{/;
const readsEnvironment =
  /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*(?:=\s*process\b|from\s*['"](?:node:)?process['"])/;
const packageOf = /^(?:@[^/]+\/)?[^/]+/;

function importsOf(source: string): readonly string[] {
  const code = source.replace(comments, '');
  return [...code.matchAll(staticImport), ...code.matchAll(dynamicImport)].flatMap(([, target]) => target ?? []);
}

function inside(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

function problemOfImport(file: string, room: Room, target: string): string | null {
  if (target.startsWith('.')) {
    const path = normalize(join(dirname(file), target));
    const allowed = inside(path, room.at) || room.rooms.some((place) => inside(path, place));
    return allowed ? null : `${file} may not import ${path}`;
  }
  if (isBuiltin(target)) {
    const name = target.replace('node:', '');
    const { node = [] } = room;
    return node === 'all' || node.includes(name) ? null : `${file} may not import node:${name}`;
  }
  const name = packageOf.exec(target)?.[0] ?? target;
  return room.packages?.includes(name) ? null : `${file} may not import the package ${name}`;
}

function problemsOf(file: string, source: string): readonly string[] {
  const room = rooms.find(({ at }) => inside(file, at));
  if (room === undefined) return [`${file} stands in no room`];
  const code = source.replace(comments, '');
  const problems = importsOf(source).flatMap((target) => problemOfImport(file, room, target) ?? []);
  if (computedImport.test(code)) problems.push(`${file} imports something that cannot be read here`);
  if (file !== 'src/config.ts' && readsEnvironment.test(code)) problems.push(`${file} reads the environment`);
  if (
    !ROWS.some((place) => file.startsWith(place)) &&
    source.split('\n').filter((line) => !rowOfText.test(line)).length > LONGEST + 1
  )
    problems.push(`${file} has more than ${LONGEST} lines`);
  return problems;
}

/** Packages that the table allows a room and nothing in the room imports. */
function unusedPackages(files: ReadonlyMap<string, string>): readonly string[] {
  return rooms.flatMap((room) => {
    const inRoom = [...files].filter(([file]) => rooms.find(({ at }) => inside(file, at)) === room);
    const used = new Set(
      inRoom.flatMap(([, source]) => importsOf(source)).map((target) => packageOf.exec(target)?.[0]),
    );
    return (room.packages ?? []).filter((name) => !used.has(name)).map((name) => `${room.at} does not import ${name}`);
  });
}

/** The first circle of imports, as the files along it; null when there is none. */
function circleIn(files: ReadonlyMap<string, string>): readonly string[] | null {
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): readonly string[] | null {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of importsOf(files.get(file) ?? '').filter((name) => name.startsWith('.'))) {
      const circle = visit(normalize(join(dirname(file), target)), [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  }
  for (const file of files.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}

const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => SOURCE.test(name));
const sources: ReadonlyMap<string, string> = new Map(
  names.map((name) => [`src/${name}`, readFileSync(join(ROOT, 'src', name), 'utf8')]),
);

describe('the rooms', () => {
  it('are all there', () => {
    for (const { at } of rooms) expect(existsSync(join(ROOT, at)), at).toBe(true);
    expect(sources.size).toBeGreaterThan(50);
  });

  it('import what the table allows, keep to a readable length and leave the environment to config.ts', () => {
    expect([...sources].flatMap(([file, source]) => problemsOf(file, source))).toEqual([]);
  });

  it('import every package they are allowed', () => {
    expect(unusedPackages(sources)).toEqual([]);
  });

  it('have no circle of imports', () => {
    expect(circleIn(sources)).toBeNull();
  });
});

/** One file that breaks a rule, and the words that say so. */
const planted: readonly [string, string, string, string][] = [
  [
    'the catalog looking up',
    'src/catalog/x.ts',
    `import { read } from '../query/read.ts';`,
    'may not import src/query/read.ts',
  ],
  ['the catalog reading files', 'src/catalog/x.ts', `import fs from 'node:fs';`, 'may not import node:fs'],
  [
    'query saying something',
    'src/query/x.ts',
    `import type { Answer } from '../answer/answer.ts';`,
    'may not import src/answer/answer.ts',
  ],
  ['answer knowing the port', 'src/answer/x.ts', `export * from '../port.ts';`, 'may not import src/port.ts'],
  [
    'an import over several lines',
    'src/answer/x.ts',
    `import {\n  one,\n  two,\n} from '../bot.ts';`,
    'may not import src/bot.ts',
  ],
  ['an import for its effect', 'src/commands/x.ts', `import '../main.ts';`, 'may not import src/main.ts'],
  [
    'a command knowing a platform',
    'src/commands/x.ts',
    `import { App } from '@slack/bolt';`,
    'may not import the package @slack/bolt',
  ],
  [
    'a command posting by itself',
    'src/commands/x.ts',
    `import { createDelivery } from '../delivery/delivery.ts';`,
    'may not import src/delivery/delivery.ts',
  ],
  [
    'delivery knowing a command',
    'src/delivery/x.ts',
    `import { answer } from '../commands/index.ts';`,
    'may not import src/commands/index.ts',
  ],
  [
    'a part of a package',
    'src/bot.ts',
    `import { x } from 'discord.js/something';`,
    'may not import the package discord.js',
  ],
  ['the port knowing the bot', 'src/port.ts', `export type X = import('./bot.ts').X;`, 'may not import src/bot.ts'],
  [
    'a platform knowing another',
    'src/platforms/slack/x.ts',
    `const x = await import('../discord/discord.ts');`,
    'may not import src/platforms/discord/discord.ts',
  ],
  [
    'a platform knowing the catalog',
    'src/platforms/discord/x.ts',
    `import { classOf } from '../../catalog/index.ts';`,
    'may not import src/catalog/index.ts',
  ],
  [
    'the playground knowing a platform',
    'src/playground/x.ts',
    `import { render } from '../platforms/slack/render.ts';`,
    'may not import src/platforms/slack/render.ts',
  ],
  [
    'the playground knowing the bot',
    'src/playground.ts',
    `import { createBot } from './bot.ts';`,
    'may not import src/bot.ts',
  ],
  [
    'the page in the browser knowing its server',
    'src/playground/page/client/x.ts',
    `import { startPage } from '../server.ts';`,
    'may not import src/playground/page/server.ts',
  ],
  [
    'the page in the browser reading files',
    'src/playground/page/client/x.ts',
    `import fs from 'node:fs';`,
    'may not import node:fs',
  ],
  [
    'Teapot knowing the playground',
    'src/teapot.ts',
    `import { createClock } from './playground/clock.ts';`,
    'may not import src/playground/clock.ts',
  ],
  [
    'ops knowing the config',
    'src/ops/x.ts',
    `import type { Config } from '../config.ts';`,
    'may not import src/config.ts',
  ],
  [
    'the config knowing a platform',
    'src/config.ts',
    `import { x } from './platforms/slack/commands.ts';`,
    'may not import src/platforms/slack/commands.ts',
  ],
  [
    'the store knowing the quiz',
    'src/store/x.ts',
    `import type { Item } from '../quiz/item.ts';`,
    'may not import src/quiz/item.ts',
  ],
  [
    'the quiz remembering by itself',
    'src/quiz/x.ts',
    `import { openStore } from '../store/open.ts';`,
    'may not import src/store/open.ts',
  ],
  ['the quiz reading a file', 'src/quiz/x.ts', `import fs from 'node:fs';`, 'may not import node:fs'],
  ['somebody importing a test', 'src/main.ts', `import { x } from '../test/x.ts';`, 'may not import test/x.ts'],
  ['an unknown package', 'src/query/x.ts', `import _ from 'lodash';`, 'may not import the package lodash'],
  ['a computed import', 'src/ops/x.ts', 'const x = await import(name);', 'cannot be read here'],
  ['an import from a template', 'src/ops/x.ts', `const x = await import(\`./\${name}.ts\`);`, 'cannot be read here'],
  ['a required module', 'src/query/x.ts', `const fs = require('fs');`, 'may not import node:fs'],
  ['the environment', 'src/ops/x.ts', 'const level = process.env.LOG_LEVEL;', 'reads the environment'],
  ['the environment in brackets', 'src/ops/x.ts', `const level = process['env'].LOG_LEVEL;`, 'reads the environment'],
  ['the environment taken apart', 'src/ops/x.ts', 'const { env } = process;', 'reads the environment'],
  ['the environment imported', 'src/ops/x.ts', `import { env } from 'node:process';`, 'reads the environment'],
  ['a long file', 'src/ops/x.ts', 'const x = 1;\n'.repeat(LONGEST + 1), 'has more than'],
  ['a file in no room', 'src/helpers/x.ts', '', 'stands in no room'],
];

describe('a guard of the rooms', () => {
  it.each(planted)('bites at %s', (_, file, source, words) => {
    const problems = problemsOf(file, source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it.each([
    ['src/catalog/x.ts', `import { rfc } from './sources.ts'; // from '../bot.ts'`],
    [
      'src/query/x.ts',
      `/* import '../bot.ts' */\nimport Fuse from 'fuse.js';\nimport { classOf } from '../catalog/index.ts';`,
    ],
    ['src/platforms/slack/x.ts', `import type { Bot } from '../../port.ts';\nimport { App } from '@slack/bolt';`],
    ['src/main.ts', `import { createBot } from './bot.ts';\nimport 'node:fs';`],
    ['src/ops/x.ts', 'const x = 1;\n'.repeat(LONGEST)],
    ['src/catalog/x.ts', 'const row = 1;\n'.repeat(LONGEST * 2)],
    ['src/quiz/scenarios/x.ts', 'const row = 1;\n'.repeat(LONGEST * 2)],
    ['src/query/x.ts', `const said = [\n${"  'good morning',\n".repeat(LONGEST * 2)}];\n`],
  ])('lets an honest file pass: %s', (file, source) => {
    expect(problemsOf(file, source)).toEqual([]);
  });

  it('bites at packages that nobody in the room imports', () => {
    const files = new Map([
      ['src/query/x.ts', `import Fuse from 'fuse.js';`],
      ['src/store/x.ts', `import { Migrator } from 'kysely/migration'; // from 'pg'`],
    ]);
    const unused = unusedPackages(files);
    expect(unused).not.toContain('src/query/ does not import fuse.js');
    expect(unused).not.toContain('src/store/ does not import kysely');
    expect(unused).toContain('src/store/ does not import pg');
  });

  it('bites at circles, also of types', () => {
    const circle = new Map([
      ['src/a.ts', `import './b.ts';`],
      ['src/b.ts', `export type { X } from './c.ts';`],
      ['src/c.ts', `import type { A } from './a.ts';`],
    ]);
    expect(circleIn(circle)).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts']);
    expect(circleIn(new Map([...circle, ['src/c.ts', '']]))).toBeNull();
  });
});
