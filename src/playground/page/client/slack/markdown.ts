// Standard Markdown, as Slack's `markdown` block takes it, read into the blocks that Slack makes of it. Pure, and linear
// in the length of the text. (docs: reference/block-kit/blocks/markdown-block)
import type { Json } from '../../protocol.ts';
import type { Around, Token } from './marks.ts';
import { applyMarks, around } from './marks.ts';
import { trimmed } from './mrkdwn.ts';
import type { Leaf, Part, Section } from './rich.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*)$/;
const CLOSING_HASHES = /[ \t]#+[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S)/;
const TASK = /^\[([ xX])\][ \t]+/;
const ROW = /^ {0,3}\|.*\|[ \t]*$/;
const ROW_RULE = /^[\s|:-]+$/;
const MOST_INDENT = 8;

/** An escape, code, a link (or an image, of which only the words are shown), an address, characters that style. */
const PIECE =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`|!?\[([^[\]\n]*)\]\(([^()\s]*)\)|<(https?:\/\/[^<>\s]+)>|https?:\/\/[^\s<>()[\]*]+|\*{1,3}|_{1,3}|~~/g;

function marksOf(run: string, { wordBefore, wordAfter, spaceBefore, spaceAfter }: Around): readonly Token[] {
  // Underscores inside a word are part of it: proxy_pass.
  const inWords = run.startsWith('_');
  const opens = !spaceAfter && !(inWords && wordBefore);
  const closes = !spaceBefore && !(inWords && wordAfter);
  if (run === '~~') return [{ mark: 'strike', written: run, opens, closes }];
  const strong = run.length > 1 ? [{ mark: 'bold' as const, written: run.slice(0, 2), opens, closes }] : [];
  return run.length === 2 ? strong : [...strong, { mark: 'italic', written: run.slice(0, 1), opens, closes }];
}

/** The styled pieces of a paragraph. */
export function markdownLeaves(text: string): readonly Leaf[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const found of text.matchAll(PIECE)) {
    const { 0: whole, 1: escaped, 2: code, 3: label, 4: target, 5: address, index } = found;
    const end = index + whole.length;
    if (index > done) tokens.push({ type: 'text', text: text.slice(done, index) });
    done = end;
    if (escaped !== undefined) tokens.push({ type: 'text', text: escaped });
    else if (code !== undefined) tokens.push({ type: 'text', text: code, style: { code: true } });
    else if (target !== undefined) tokens.push({ type: 'link', url: target, text: label || target });
    else if (address !== undefined) tokens.push({ type: 'link', url: address });
    else if (whole.startsWith('http')) {
      const url = trimmed(whole);
      tokens.push({ type: 'link', url }, { type: 'text', text: whole.slice(url.length) });
    } else tokens.push(...marksOf(whole, around(text, index, end)));
  }
  tokens.push({ type: 'text', text: text.slice(done) });
  return applyMarks(tokens);
}

function section(text: string): Section {
  return { type: 'rich_text_section', elements: markdownLeaves(text) };
}

function cellsOf(row: string): readonly Json[] {
  const inside = row.trim().slice(1, -1);
  return inside.split('|').map((cell) => ({ type: 'rich_text', elements: [section(cell.trim())] }));
}

/** Collects rich text, and puts it before any other block. */
function createPage() {
  const blocks: Json[] = [];
  let parts: Part[] = [];
  let paragraph: string[] = [];
  function endParagraph(): void {
    if (paragraph.length > 0) parts.push(section(paragraph.join('\n')));
    paragraph = [];
  }
  function add(part: Part): void {
    endParagraph();
    parts.push(part);
  }
  function addBlock(block: Json): void {
    endParagraph();
    if (parts.length > 0) blocks.push({ type: 'rich_text', elements: parts });
    parts = [];
    blocks.push(block);
  }
  return {
    blocks,
    add,
    addBlock,
    addLine: (line: string) => paragraph.push(line),
    endParagraph,
    finish: () => {
      endParagraph();
      if (parts.length > 0) blocks.push({ type: 'rich_text', elements: parts });
      return blocks;
    },
  };
}

interface Item {
  readonly style: 'bullet' | 'ordered';
  readonly indent: number;
  /** What it is counted as. */
  readonly number: number;
  readonly section: Section;
}

function itemIn(line: string): Item {
  const [marker = '', space = '', number] = ITEM.exec(line) ?? [];
  const said = line.slice(marker.length);
  const task = TASK.exec(said);
  const box = task === null ? '' : task[1] === ' ' ? '☐ ' : '☑ ';
  return {
    style: number === undefined ? 'bullet' : 'ordered',
    indent: Math.min(Math.floor(space.replaceAll('\t', '    ').length / 2), MOST_INDENT),
    number: Number(number ?? 1),
    section: section(box + said.slice(task?.[0].length ?? 0)),
  };
}

/** Items below each other: a list for each stretch of one kind and depth, as rich text has them. */
function lists(items: readonly Item[]): readonly Part[] {
  const parts: { readonly first: Item; readonly elements: Section[] }[] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last?.first.style === item.style && last.first.indent === item.indent) last.elements.push(item.section);
    else parts.push({ first: item, elements: [item.section] });
  }
  return parts.map(({ first: { style, indent, number }, elements }) => ({
    type: 'rich_text_list',
    style,
    indent,
    offset: Math.max(number - 1, 0),
    elements,
  }));
}

/** Where the first line from `start` on is that `fits`, or the end. */
function find(lines: readonly string[], start: number, fits: (line: string) => boolean): number {
  for (let at = start; at < lines.length; at += 1) if (fits(lines[at] ?? '')) return at;
  return lines.length;
}

function table(rows: readonly string[]): Json {
  return { type: 'table', rows: rows.filter((row, at) => at !== 1 || !ROW_RULE.test(row)).map(cellsOf) };
}

function header(words: string): Json {
  const said = markdownLeaves(words).map((leaf) => ('text' in leaf ? leaf.text : ''));
  return { type: 'header', text: { type: 'plain_text', text: said.join(''), emoji: false } };
}

/** Reads Markdown into blocks: headers, rich text, tables and dividers. */
export function readMarkdown(text: string): readonly Json[] {
  const lines = text.split('\n');
  const page = createPage();
  let at = 0;
  /** The lines from here on that are like this one; the next one to read is the first that is not. */
  function takeRun(like: RegExp): readonly string[] {
    const start = at;
    at = find(lines, start, (line) => !like.test(line));
    return lines.slice(start, at);
  }
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const heading = HEADING.exec(line)?.[1];
    if (fence !== undefined) {
      const end = find(lines, at + 1, (other) => other.trim().startsWith(fence));
      const source = lines.slice(at + 1, end).join('\n');
      page.add({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: source }] });
      at = end + 1;
    } else if (QUOTE.test(line)) {
      const quoted = takeRun(QUOTE).map((other) => other.replace(QUOTE, ''));
      page.add({ type: 'rich_text_quote', elements: markdownLeaves(quoted.join('\n')) });
    } else if (ROW.test(line) && ROW_RULE.test(lines[at + 1] ?? 'none')) page.addBlock(table(takeRun(ROW)));
    else if (ITEM.test(line) && !RULE.test(line)) for (const part of lists(takeRun(ITEM).map(itemIn))) page.add(part);
    else {
      if (RULE.test(line)) page.addBlock({ type: 'divider' });
      else if (heading !== undefined) page.addBlock(header(heading.replace(CLOSING_HASHES, '')));
      else if (line.trim() === '') page.endParagraph();
      else page.addLine(line.trim());
      at += 1;
    }
  }
  return page.finish();
}
