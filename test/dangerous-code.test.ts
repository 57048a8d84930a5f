// Nothing in the sources runs what is not in the sources: no code out of a text, no other program.
import { describe, expect, it } from 'vitest';
import { isNode, lineOf, nameOf, nodesOf, type SourceNode, sourceFiles } from './sources.ts';

/** Modules that run code or programs. */
const MODULES: ReadonlySet<string> = new Set([
  'vm',
  'child_process',
  'cluster',
  'inspector',
  'repl',
  'wasi',
  'worker_threads',
]);
const ALLOWED: Readonly<Record<string, string>> = {
  // Runs a file of ours, and only in the playground.
  'playground/runner.ts': 'worker_threads',
  'teapot-thread.ts': 'worker_threads',
};
/** Names that make code out of a text, or load it past the imports. */
const NAMES: ReadonlySet<string> = new Set(['eval', 'Function', 'WebAssembly', 'require']);
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate']);

function problemsIn(file: string, source: string): readonly string[] {
  return nodesOf(source).flatMap((node) => {
    const problem = problemOf(node, file);
    return problem === null ? [] : [`${file}:${lineOf(source, node)} ${problem}`];
  });
}

function problemOf(node: SourceNode, file: string): string | null {
  const { type } = node;
  if (type === 'ImportDeclaration' || type === 'ImportExpression' || type.startsWith('Export'))
    return importOf(node, file);
  if (type === 'NewExpression' || type === 'CallExpression') return callOf(node);
  if (type !== 'MemberExpression') return null;
  const object = nameOf(node['object']);
  const member = memberOf(node);
  if (object === 'globalThis' && member !== null && NAMES.has(member)) return `uses ${member}`;
  if (object === 'process' && ['binding', 'dlopen', '_linkedBinding', 'getBuiltinModule'].includes(member ?? ''))
    return `uses process.${member}`;
  return null;
}

/** The name after the dot, or in quotes in brackets. */
function memberOf({ property, computed }: SourceNode): string | null {
  if (computed !== true) return nameOf(property);
  return isNode(property) && typeof property['value'] === 'string' ? property['value'] : null;
}

function importOf(node: SourceNode, file: string): string | null {
  const { type, source } = node;
  if (!isNode(source)) return null;
  const { value } = source;
  if (typeof value !== 'string') return type === 'ImportExpression' ? 'imports what is only known later' : null;
  const name = value.replace('node:', '').split('/')[0] ?? '';
  if (!MODULES.has(name)) return null;
  return ALLOWED[file] === name ? null : `imports ${name}`;
}

function callOf(node: SourceNode): string | null {
  const { callee, arguments: given } = node;
  const name = nameOf(callee);
  const [first] = Array.isArray(given) ? given : [];
  if (name !== null && NAMES.has(name)) return `calls ${name}`;
  const isText = isNode(first) && (first.type === 'TemplateLiteral' || typeof first['value'] === 'string');
  if (name !== null && TIMERS.has(name) && isText) return `gives ${name} a text to run`;
  // ("").constructor.constructor("…")
  const isConstructor = isNode(callee) && callee.type === 'MemberExpression' && memberOf(callee) === 'constructor';
  return isConstructor ? 'calls a constructor by way of an object' : null;
}

describe('the sources', () => {
  it('run nothing that is not in them', () => {
    expect(sourceFiles.size).toBeGreaterThan(200);
    expect([...sourceFiles].flatMap(([file, source]) => problemsIn(file, source))).toEqual([]);
  });

  it('use what they are allowed', () => {
    const unused = Object.entries(ALLOWED).filter(([file, name]) => !sourceFiles.get(file)?.includes(`'node:${name}'`));
    expect(unused).toEqual([]);
  });
});

describe('the guard', () => {
  it.each([
    ['eval("1")', 'calls eval'],
    ['new Function("return 1")', 'calls Function'],
    ['Function("return 1")()', 'calls Function'],
    ['globalThis.eval("1")', 'uses eval'],
    ['globalThis["Function"]("1")', 'uses Function'],
    ['"".constructor.constructor("1")', 'calls a constructor'],
    ['setTimeout("1", 1)', 'a text to run'],
    ['setInterval(`1`, 1)', 'a text to run'],
    ['import vm from "node:vm"', 'imports vm'],
    ['import { exec } from "child_process"', 'imports child_process'],
    ['export * from "node:vm"', 'imports vm'],
    ['const x = await import("node:child_process")', 'imports child_process'],
    ['const x = await import(name)', 'only known later'],
    [`const x = await import(\`./\${name}.ts\`)`, 'only known later'],
    ['import { Worker } from "node:worker_threads"', 'imports worker_threads'],
    ['require("fs")', 'calls require'],
    ['process.binding("fs")', 'uses process.binding'],
  ])('bites at %s', (source, words) => {
    expect(problemsIn('x.ts', source).join()).toContain(words);
  });

  it.each([
    'const evaluate = (text: string) => text; evaluate("eval(1)"); // eval("1")',
    'setTimeout(() => {}, 1)',
    'const { store } = await import("./store.ts");',
    'type F = Function;',
    'class A { constructor() {} }',
  ])('lets %s pass', (source) => {
    expect(problemsIn('x.ts', source)).toEqual([]);
  });
});
