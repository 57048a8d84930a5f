// The documents say what is: links lead somewhere, commands and variables exist, tables are those of the sources.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { metricRows } from '../docs/metrics.ts';
import { Variables } from '../src/config/variables.ts';
import { openStore } from '../src/store/open.ts';

const ROOT = new URL('../', import.meta.url).pathname;
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'DESIGN.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const scripts: ReadonlySet<string> = new Set(Object.keys(JSON.parse(textOf('package.json')).scripts));

/** As GitHub makes them from headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function brokenLinks(name: string, text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(([, a, b]) => a ?? b ?? '');
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? name : normalize(join(dirname(name), path));
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(textOf(file)).has(anchor);
  });
}

/** What is no variable of ours: other people's, and words in capitals. */
const OTHERS = new Set(['CLIENT_ID', 'POSTGRES_PASSWORD', 'FC_SEED', 'SLACK_COMMANDS']);

describe.each(documents)('%s', (name) => {
  const text = textOf(name);

  it('links to what is there', () => expect(brokenLinks(name, text)).toEqual([]));

  it('names scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !scripts.has(script))).toEqual([]);
  });

  it('names variables that there are', () => {
    const named = [
      ...text.matchAll(/`((?:SLACK|DISCORD|PLAYGROUND|QUIZ|TEAPOT|DATABASE|ENCRYPTION|PUBLIC|LOG)_[A-Z_]+)/g),
    ];
    const known = new Set([...Object.keys(Variables.entries), ...OTHERS]);
    // Constants in the sources have such names as well.
    if (name === 'DESIGN.md') known.add('LOG_LEVEL');
    expect(named.map(([, variable = '']) => variable).filter((variable) => !known.has(variable))).toEqual([]);
  });
});

it('links that lead nowhere are found', () => {
  expect(brokenLinks('README.md', '[a](docs/nothing.md) [b](#nothing) [c](docs/slack.md#nothing)')).toHaveLength(3);
});

describe('tables', () => {
  it('of metrics are the ones that /metrics is made of: node docs/metrics.ts', () => {
    const operations = textOf('docs/operations.md');
    expect(
      metricRows()
        .split('\n')
        .filter((row) => !operations.includes(row)),
    ).toEqual([]);
  });

  it('of what is kept are those of the database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teapot-documents-'));
    const path = join(folder, 'teapot.db');
    try {
      await (await openStore(`sqlite:${path}`)).close();
      using database = new DatabaseSync(path, { readOnly: true });
      const found = database.prepare("select name from sqlite_schema where type = 'table'").all();
      const tables = found.map(({ name }) => String(name)).filter((name) => !/^(?:kysely|sqlite)_/.test(name));
      const told = [...textOf('docs/privacy.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, table]) => table);
      expect(told.toSorted()).toEqual(tables.toSorted());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
