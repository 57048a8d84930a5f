// YAML with the line of everything in it, and without what only machines write: anchors, aliases, tags.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

/** One thing that is wrong. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  /** Where in the document: "rules.422.text"; empty for the file as a whole. */
  readonly field: string;
  /** What is wrong, and what would be right: "is empty; say it in a few words". */
  readonly message: string;
}

/** A piece of a document. */
export type Piece =
  | { readonly kind: 'nothing'; readonly line: number }
  | { readonly kind: 'text'; readonly line: number; readonly text: string }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Piece[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly Entry[] };

export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: Piece;
}

/** Deeper than any file of rules. */
const DEEPEST = 8;
const TOO_DEEP = 'is nested too deeply; a rule needs three levels';

/**
 * Every document of a text.
 * @param report told of everything that is wrong; what is returned is worth nothing then
 */
export function readYaml(text: string, report: (problem: Problem) => void): readonly Piece[] {
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  try {
    // Keys are compared below: here each would be held against all others.
    const found = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
    const documents = 'empty' in found ? [] : found;
    const errors = documents.flatMap((document) => document.errors);
    // The reader ran out of stack, noted it, and went on: what else it found follows from that.
    if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return tooDeep(report);
    for (const { pos, message } of errors)
      report({ line: lineAt(pos[0]), field: '', message: `is not valid YAML: ${firstLine(message)}` });
    return documents.map(({ contents }) => pieceOf(contents, { lineAt, report, depth: 0, line: 1 }));
  } catch (thrown) {
    // Thousands of brackets inside each other.
    if (!(thrown instanceof RangeError)) throw thrown;
    return tooDeep(report);
  }
}

function tooDeep(report: (problem: Problem) => void): readonly Piece[] {
  report({ line: 1, field: '', message: TOO_DEEP });
  return [];
}

interface Walk {
  readonly lineAt: (offset: number) => number;
  readonly report: (problem: Problem) => void;
  readonly depth: number;
  /** The line of what stands around it. */
  readonly line: number;
}

function pieceOf(node: Node | null, walk: Walk): Piece {
  const line = node?.range ? walk.lineAt(node.range[0]) : walk.line;
  const refuse = (message: string): Piece => {
    walk.report({ line, field: '', message });
    return { kind: 'nothing', line };
  };
  if (node === null) return { kind: 'nothing', line };
  if (isAlias(node)) return refuse('repeats something by its name (*); write it out instead');
  if (node.anchor !== undefined) return refuse('has an anchor (&), which has no use here; leave it out');
  if (node.tag !== undefined) return refuse('has a tag (!), which has no use here');
  if (walk.depth > DEEPEST) return refuse(TOO_DEEP);
  const inner = { ...walk, depth: walk.depth + 1, line };
  if (isMap<Node, Node | null>(node))
    return { kind: 'map', line, entries: node.items.map(({ key, value }) => entryOf(key, value, inner)) };
  if (isSeq<Node>(node)) return { kind: 'list', line, items: node.items.map((item) => pieceOf(item, inner)) };
  return isScalar(node) ? textPiece(node, line) : { kind: 'nothing', line };
}

function entryOf(key: Node, value: Node | null, walk: Walk): Entry {
  const piece = pieceOf(key, walk);
  if (piece.kind === 'map' || piece.kind === 'list')
    walk.report({ line: piece.line, field: '', message: 'has a name that is no word; a name stands before a colon' });
  const { line } = piece;
  return { key: piece.kind === 'text' ? piece.text : '', line, value: pieceOf(value, { ...walk, line }) };
}

/** Numbers as they were typed: 1.10 and 007 are codes, too. */
function textPiece({ value, source }: { value: unknown; source?: string }, line: number): Piece {
  if (value === null) return { kind: 'nothing', line };
  return { kind: 'text', line, text: typeof value === 'string' ? value : (source ?? String(value)) };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
