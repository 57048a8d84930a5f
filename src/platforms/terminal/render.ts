// Answer → a card for a terminal: coloured by class, as wide as the screen.
import stringWidth from 'string-width';
import { type Answer, type Block, type Choice, flatten, type Link, type Text, type Tone } from '../../answer/answer.ts';
import { drawBars } from '../../answer/bars.ts';
import { createPen, type Pen, type Style } from './pen.ts';
import { drawTable, pad } from './table.ts';
import { hang, wrap } from './wrap.ts';

export interface Look {
  /** Columns of the screen. Code and addresses may be wider, because a broken one cannot be copied. */
  readonly width: number;
  readonly colour: boolean;
  /** How to ask on: buttons with numbers for a chat, the lines themselves where nothing waits for a number. */
  readonly choices?: 'numbers' | 'lines';
}

const COLOURS = {
  informational: 'blue',
  success: 'green',
  redirection: 'cyan',
  client: 'yellow',
  server: 'red',
  neutral: 'magenta',
} as const satisfies Record<Tone, Style>;

/** Lines longer than the one are hard to read, and shorter than the other there is no layout left. */
const WIDEST = 100;
const NARROWEST = 20;
/** A label column wider than this leaves too little for what it labels. */
const LABEL = 24;
const BETWEEN_CHOICES = '   ';

/** Draws an answer for a person at a terminal. Nothing in it can control the terminal. */
export function toTerminal(answer: Answer, { width: screen, colour, choices = 'numbers' }: Look): string {
  const width = Math.max(NARROWEST, Math.min(screen, WIDEST));
  const pen = createPen(colour);
  const head = [pen.write(answer.title, [COLOURS[answer.tone], 'bold']), pen.write(answer.subtitle ?? '', 'dim')];
  const parts = [
    head.flatMap((line) => (line === '' ? [] : wrap(line, width))).join('\n'),
    ...drawBlocks(answer.blocks, width, pen),
    drawLinks(answer.links, width, pen),
    choices === 'numbers' ? drawNumbers(answer.choices, width, pen) : drawLines(answer.choices, width, pen),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A heading stays with what follows it. */
function drawBlocks(blocks: readonly Block[], width: number, pen: Pen): readonly string[] {
  const parts: string[] = [];
  let heading = '';
  for (const block of blocks) {
    const drawn = heading + drawBlock(block, width, pen);
    heading = block.kind === 'heading' ? `${drawn}\n` : '';
    if (block.kind !== 'heading') parts.push(drawn);
  }
  return [...parts, heading.trimEnd()];
}

function drawBlock(block: Block, width: number, pen: Pen): string {
  switch (block.kind) {
    case 'text':
      return wrap(drawText(block.text, pen), width).join('\n');
    case 'heading':
      return wrap(pen.write(block.text, 'bold'), width).join('\n');
    case 'facts': {
      const column = labelColumn(block.facts);
      return block.facts
        .flatMap(({ label, value }) => hang(`${pen.write(pad(label, column), 'dim')}  `, drawText(value, pen), width))
        .join('\n');
    }
    case 'list':
      return block.items.flatMap((item) => hang('• ', drawText(item, pen), width)).join('\n');
    case 'table': {
      const head = block.head.map((cell) => pen.write(cell, 'bold'));
      const rows = block.rows.map((row) => row.map((cell) => drawText(cell, pen)));
      return drawTable(head, rows, width);
    }
    case 'bars':
      return [pen.write(block.title, 'bold'), ...drawBars(block.bars, block.whole).map((line) => pen.write(line))].join(
        '\n',
      );
    case 'code':
      return pen
        .write(block.source)
        .split('\n')
        .map((line) => `  ${line}`.trimEnd())
        .join('\n');
    default:
      return block satisfies never;
  }
}

function drawText(text: Text, pen: Pen): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return pen.write(span);
      if ('strong' in span) return pen.write(span.strong, 'bold');
      if ('code' in span) return pen.write(span.code, 'cyan');
      if ('link' in span) return pen.link(span.link, span.href);
      return pen.write(flatten([span]));
    })
    .join('');
}

function drawLinks(links: readonly Link[], width: number, pen: Pen): string {
  const column = labelColumn(links);
  return links
    .flatMap(({ label, href }) => {
      const address = pen.write(href, 'underline');
      const line = `${pen.write(pad(label, column), 'dim')}  ${address}`;
      return stringWidth(line) <= width ? [line] : [...wrap(pen.write(label, 'dim'), width), `  ${address}`];
    })
    .join('\n');
}

function labelColumn(labelled: readonly { readonly label: string }[]): number {
  return Math.min(LABEL, Math.max(0, ...labelled.map(({ label }) => stringWidth(label))));
}

/** "1 For testers   2 Example": as many on a line as fit, none broken in two. */
function drawNumbers(choices: readonly Choice[], width: number, pen: Pen): string {
  const items = choices.map(({ label }, at) => `${pen.write(String(at + 1), 'bold')} ${pen.write(label)}`);
  return fill(items, width);
}

/** "Ask on:   404 for testers   404 vs 403" */
function drawLines(choices: readonly Choice[], width: number, pen: Pen): string {
  if (choices.length === 0) return '';
  return fill([pen.write('Ask on:', 'dim'), ...choices.map(({ line }) => pen.write(line, 'bold'))], width);
}

function fill(items: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const longer = last === undefined ? item : last + BETWEEN_CHOICES + item;
    if (last !== undefined && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrap(item, width));
  }
  return lines.join('\n');
}
