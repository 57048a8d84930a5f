// The sources as a syntax tree, for tests that read what stands in them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** A node of the tree, of any type. docs: github.com/estree/estree */
export interface SourceNode {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Every file of the sources: its path from `src/` on, and its text. */
export const sourceFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(SRC + name, 'utf8')]),
);

/** All nodes of a file, each before what is in it. */
export function nodesOf(source: string): readonly SourceNode[] {
  const nodes: SourceNode[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const item of part) visit(item);
    else if (isNode(part)) {
      nodes.push(part);
      for (const inner of Object.values(part)) visit(inner);
    }
  };
  visit(parseAst(source, { lang: 'ts', astType: 'js' }));
  return nodes;
}

export function isNode(part: unknown): part is SourceNode {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}

/** The name of an identifier; null for any other node. */
export function nameOf(part: unknown): string | null {
  return isNode(part) && part.type === 'Identifier' && typeof part['name'] === 'string' ? part['name'] : null;
}

/** The line that a node begins on, from 1. */
export function lineOf(source: string, { start }: SourceNode): number {
  return source.slice(0, Number(start)).split('\n').length;
}
