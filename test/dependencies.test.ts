// What Teapot is made of: every package is pinned, sealed by a hash, free to use, and runs nothing when it is installed.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Json = Readonly<Record<string, unknown>>;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const ROOT = new URL('../', import.meta.url);
const jsonIn = (path: string): Json => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

const manifest = jsonIn('package.json');
const locked = Object.entries(jsonIn('package-lock.json')['packages'] as Readonly<Record<string, Locked>>);

/** Licences that ask for no more than to be named. */
const FREE: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
]);
/** Asks to publish changes of its own files: for tools, of which nothing is handed on. */
const FOR_TOOLS: ReadonlySet<string> = new Set(['MPL-2.0']);

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const HASH = /^sha512-[A-Za-z\d+/]{86}==$/;

/** What is wrong with how a package is locked. */
function problemsOf([path, { integrity = '', resolved, link }]: readonly [string, Locked]): readonly string[] {
  if (path === '') return [];
  return [
    ...(HASH.test(integrity) && link !== true ? [] : [`${path} is sealed by no sha512`]),
    // From the registry that npm is set to, whichever: the hash says whether it is the same package.
    ...(resolved === undefined ? [] : [`${path} names where it comes from: ${resolved}`]),
  ];
}

/** “MIT OR CC0-1.0” leaves the choice. */
function isFree(license: string, allowed: ReadonlySet<string>): boolean {
  return license
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((one) => allowed.has(one));
}

/** As the package itself says; the lock file knows those that are for other machines. */
function licenceOf(path: string, { license }: Locked): string {
  const own = `${path}/package.json`;
  const said = existsSync(new URL(own, ROOT)) ? jsonIn(own)['license'] : license;
  return typeof said === 'string' ? said : 'none';
}

describe('every package', () => {
  it('is locked with a hash, and comes from no address of its own', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.flatMap(problemsOf)).toEqual([]);
  });

  it('that is asked for is asked for in one version', () => {
    const asked = { ...(manifest['dependencies'] as object), ...(manifest['devDependencies'] as object) };
    expect(Object.entries(asked).filter(([, version]) => !EXACT.test(String(version)))).toEqual([]);
  });

  it('may be used by anybody', () => {
    const problems = locked.flatMap(([path, one]) => {
      if (path === '') return [];
      const licence = licenceOf(path, one);
      const isTool = one.dev === true && isFree(licence, FOR_TOOLS);
      return isFree(licence, FREE) || isTool ? [] : [`${path}: ${licence}`];
    });
    expect(problems).toEqual([]);
  });

  it('that runs something when it is installed is named in package.json', () => {
    const allowed = Object.keys(manifest['allowScripts'] as object);
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = running.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(names.toSorted()).toEqual(allowed.toSorted());
    // None of them is in what is shipped.
    expect(running.filter(([, { dev }]) => dev !== true)).toEqual([]);
  });
});

describe('the guard', () => {
  const sealed = `sha512-${'a'.repeat(86)}==`;

  it.each<[string, Locked]>([
    ['no hash', {}],
    ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['an address', { integrity: sealed, resolved: 'https://registry.example/a.tgz' }],
    ['a repository', { resolved: 'git+ssh://git@github.com/a/b.git#1' }],
    ['a link', { integrity: sealed, link: true }],
  ])('bites at a package with %s', (_, one) => {
    expect(problemsOf(['node_modules/a', one])).not.toEqual([]);
  });

  it.each(['GPL-3.0', 'AGPL-3.0 OR SSPL-1.0', 'UNLICENSED', 'none', 'MPL-2.0'])(
    'bites at the licence %s',
    (licence) => {
      expect(isFree(licence, FREE)).toBe(false);
    },
  );

  it.each(['^1.2.3', '~1.2.3', '*', 'latest', '1.x', 'github:a/b', 'file:../a'])(
    'bites at the version %s',
    (version) => {
      expect(EXACT.test(version)).toBe(false);
    },
  );
});
