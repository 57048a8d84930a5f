// An answer as plain text: for pipes, for notifications, and wherever nothing better can be drawn.

import { type Answer, type Block, flatten, type Text } from './answer.ts';
import { drawBars } from './bars.ts';

/** Columns of an ordinary terminal; a wider table becomes one paragraph for each of its rows. */
const TABLE_WIDTH = 80;
/** Escape sequences start with one of these; pasted logs carry them. */
const controls = /(?![\n\t])\p{Cc}/gu;
const lineBreaks = /(?<!\s)\s*\n\s*/g;

/**
 * The readable text of an answer, without marking, colour or control characters. Blocks are parted by an empty line and
 * nothing is wrapped. Choices are left out: they are shortcuts, not part of what is said.
 */
export function toPlain(answer: Answer): string {
  const head = [answer.title, ...(answer.subtitle === undefined ? [] : [answer.subtitle])].map(oneLine);
  const links = answer.links.map(({ label, href }) => `${oneLine(label)}: ${href}`);
  const parts = [head.join('\n'), ...paragraphs(answer.blocks), links.join('\n')];
  return parts
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .replace(controls, '');
}

/** A heading stays with what follows it; every other block is a paragraph of its own. */
function paragraphs(blocks: readonly Block[]): readonly string[] {
  const drawn: string[] = [];
  let heading = '';
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading += `${oneLine(block.text)}\n`;
      continue;
    }
    drawn.push(heading + drawBlock(block));
    heading = '';
  }
  return heading === '' ? drawn : [...drawn, heading.trimEnd()];
}

function drawBlock(block: Exclude<Block, { kind: 'heading' }>): string {
  switch (block.kind) {
    case 'text':
      return flatten(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => `${oneLine(label)}: ${asLine(value)}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${asLine(item)}`).join('\n');
    case 'table':
      return drawTable(block.head, block.rows);
    case 'bars':
      return [oneLine(block.title), ...drawBars(block.bars, block.whole)].join('\n');
    case 'code':
      return block.source
        .split('\n')
        .map((line) => `    ${line}`.trimEnd())
        .join('\n');
    default:
      return block satisfies never;
  }
}

function drawTable(head: readonly string[], rows: readonly (readonly Text[])[]): string {
  const cells = [head.map(oneLine), ...rows.map((row) => row.map(asLine))];
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const aligned = widths.reduce((sum, width) => sum + width + 2, -2) <= TABLE_WIDTH;
  if (!aligned) return rows.map((row) => attribute(head, row)).join('\n');
  return cells
    .map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
    .map((row) => row.trimEnd())
    .join('\n');
}

/** A row too wide to stand in columns: its name, and below it a line for each column. */
function attribute(head: readonly string[], [name = [], ...values]: readonly Text[]): string {
  const lines = values.map((value, at) => `  ${oneLine(head[at + 1] ?? '')}: ${asLine(value)}`);
  return [asLine(name), ...lines].join('\n');
}

function asLine(text: Text): string {
  return oneLine(flatten(text));
}

function oneLine(text: string): string {
  return text.replace(lineBreaks, ' ').trim();
}
