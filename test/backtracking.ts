// Whether a regular expression can be made to backtrack: judged by what it is, not by trying texts.
import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import { isDisjointWith, JS, NFA } from 'refa';
import { analyse } from 'scslre';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** A quantifier that may take so many more than it must counts as one without an end: `\w{0,60}\w{0,60}` is a square too. */
const MANY = 30;

/**
 * What in a pattern can cost more work than the text is long; empty for one that is linear, whatever the text.
 * `exponential`: no text is short enough. `polynomial`: a square or worse, bearable where the text is short.
 * Sound but for one thing: lookarounds and backreferences are taken for less strict than they are, so it may be too strict.
 */
export function backtracking(pattern: Pattern): readonly string[] {
  const flags = pattern.flags.replace(/[dgy]/g, '');
  const anywhere = !pattern.flags.includes('y');
  const endless = withoutEnds(pattern.source, flags);
  return [
    ...within({ source: pattern.source, flags }, anywhere),
    ...(endless === pattern.source ? [] : within({ source: endless, flags }, false)),
    ...twoWays({ source: endless, flags }),
    ...(anywhere ? restarts({ source: pattern.source, flags }) : []),
  ];
}

/** Quantifiers that can take each other’s characters, inside one another or one after the other; and a first one that slides. */
function within(pattern: Pattern, anywhere: boolean): readonly string[] {
  return analyse(pattern, { reportTypes: { Move: anywhere } }).reports.map((report) => {
    const how = report.exponential ? 'exponential' : 'polynomial';
    const where = report.type === 'Trade' ? `${report.startQuant.raw} and ${report.endQuant.raw}` : report.quant.raw;
    return `${how}: ${where}`;
  });
}

/** The same pattern with every long quantifier made endless. */
function withoutEnds(source: string, flags: string): string {
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  visitRegExpAST(parse({ source, flags }).pattern, {
    onQuantifierEnter: ({ min, max, element, end, greedy }) => {
      if (max === Number.POSITIVE_INFINITY || max - min < MANY) return;
      edits.push({ from: element.end, to: end, text: `{${min},}${greedy ? '' : '?'}` });
    },
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: instead }) => text.slice(0, from) + instead + text.slice(to), source);
}

/** Alternatives of something repeated by which one text can be read in two ways. */
function twoWays(pattern: Pattern): readonly string[] {
  const { flags } = pattern;
  const found: string[] = [];
  const look = ({ alternatives, parent }: AST.Group | AST.CapturingGroup) => {
    const repeated = repeater(parent);
    if (repeated === null || alternatives.length < 2) return;
    const rest = `(?:${repeated.element.raw})*`;
    const read = alternatives.map(({ raw }) => language(`(?:${raw})${rest}`, flags));
    for (const [at, one] of read.entries())
      for (const [other, another] of read.entries())
        if (other > at && !isDisjointWith(one, another))
          found.push(`exponential: ${alternatives[at]?.raw} or ${alternatives[other]?.raw} in ${repeated.raw}`);
  };
  visitRegExpAST(parse(pattern).pattern, { onGroupEnter: look, onCapturingGroupEnter: look });
  return found;
}

function repeater(node: AST.Node | null): AST.Quantifier | null {
  if (node === null) return null;
  return node.type === 'Quantifier' && node.max > MANY ? node : repeater(node.parent);
}

/**
 * Endless quantifiers that run over further beginnings of the match: “foo.*bar” looks at all of “foo foo foo …” again from
 * each foo. Where nothing has to follow, the match is found and there is no further beginning.
 */
function restarts(pattern: Pattern): readonly string[] {
  const { flags } = pattern;
  const found: string[] = [];
  visitRegExpAST(parse(pattern).pattern, {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max !== Number.POSITIVE_INFINITY) return;
      const { before, after, isAnchored } = around(quantifier, flags);
      if (isAnchored || after.every((element) => isFree(element, quantifier))) return;
      const each = quantifier.element.raw;
      // Between letters and other characters, every place is the edge of a word.
      const slides = before.some(isEdge) && before.every(isWidthless) && hasEdges(each, flags);
      const beginning = language(before.map(({ raw }) => raw).join(''), flags);
      // With nothing before it, it is the beginning itself: then `within` has looked at it.
      if (slides || !isDisjointWith(beginning, language(`(?:${each})+`, flags)))
        found.push(`polynomial: ${quantifier.raw}, from every beginning`);
    },
  });
  return found;
}

/** Whether nothing is needed for it to match. After all letters that there are, a word surely ends. */
function isFree(element: AST.Element, after: AST.Quantifier): boolean {
  if (element.type === 'Quantifier') return element.min === 0;
  return isEdge(element) && after.greedy && after.element.raw === '\\w';
}

/** `\b` */
function isEdge(element: AST.Element): boolean {
  return element.type === 'Assertion' && element.kind === 'word' && !element.negate;
}

function isWidthless(element: AST.Element): boolean {
  return element.type === 'Assertion';
}

/** Whether texts of it can have an edge of a word inside. */
function hasEdges(each: string, flags: string): boolean {
  const text = language(`(?:${each})+`, flags);
  return ['\\w', '\\W'].every((kind) => !isDisjointWith(text, language(`[^]*${kind}[^]*`, flags)));
}
/** What stands before and after it on every level. */
function around(node: AST.Quantifier, flags: string) {
  const before: AST.Element[] = [];
  const after: AST.Element[] = [];
  let isAnchored = false;
  for (let inner: AST.Node = node; inner.parent !== null; inner = inner.parent) {
    const { parent } = inner;
    if (parent.type !== 'Alternative') continue;
    const at = parent.elements.findIndex(({ start }) => start === inner.start);
    before.unshift(...parent.elements.slice(0, at));
    after.push(...parent.elements.slice(at + 1));
    const [first] = parent.elements;
    isAnchored ||= first?.type === 'Assertion' && first.kind === 'start' && !flags.includes('m');
  }
  return { before, after, isAnchored };
}

function parse({ source, flags }: Pattern) {
  return JS.Parser.fromLiteral({ source, flags }).ast;
}

const GROUP_NAME = /\(\?<(?![=!])[^>]*>/g;
const BACKREFERENCE = /\\(?:k<[^>]*>|[1-9])/g;

/** All texts that a part of a pattern matches, or more. */
function language(source: string, flags: string): NFA {
  const alone = source.replace(GROUP_NAME, '(?:').replace(BACKREFERENCE, '[^]*');
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: alone, flags }).parse({
    assertions: 'ignore',
  });
  return NFA.fromRegex(expression, { maxCharacter }, { assertions: 'disable' });
}
