// Answer → a card for a terminal: coloured by class, as wide as the screen.
import { styleText } from 'node:util';
import stringWidth from 'string-width';
import type { Answer, Block, Choice, Link, Text, Tone } from '../../answer/answer.ts';
import { clean } from './clean.ts';
import { drawTable, pad } from './table.ts';
import { hang, wrap } from './wrap.ts';

export interface Look {
  /** Columns of the screen. Code and addresses may be wider, because a broken one cannot be copied. */
  readonly width: number;
  readonly colour: boolean;
  /** How to ask on: buttons with numbers for a chat, the lines themselves where nothing waits for a number. */
  readonly choices?: 'numbers' | 'lines';
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const COLOURS = {
  informational: 'blue',
  success: 'green',
  redirection: 'cyan',
  client: 'yellow',
  server: 'red',
  neutral: 'magenta',
} as const satisfies Record<Tone, Style>;

/** Lines longer than this are hard to read, however wide the screen is. */
const WIDEST = 100;
/** A label column wider than this leaves too little for what it labels. */
const LABEL = 24;
const BETWEEN_CHOICES = '   ';

/** Draws an answer for a person at a terminal. Nothing in it can control the terminal. */
export function toTerminal(answer: Answer, { width: screen, colour, choices = 'numbers' }: Look): string {
  const width = Math.max(20, Math.min(screen, WIDEST));
  const paint: Paint = (style, text) =>
    // The stream is not asked: `colour` has decided, and NO_COLOR with it.
    colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  const title = wrap(paint([COLOURS[answer.tone], 'bold'], clean(answer.title)), width);
  const subtitle = answer.subtitle === undefined ? [] : wrap(paint('dim', clean(answer.subtitle)), width);
  const parts = [
    [...title, ...subtitle].join('\n'),
    ...answer.blocks.map((block) => drawBlock(block, width, paint)),
    drawLinks(answer.links, width, paint),
    choices === 'numbers' ? drawNumbers(answer.choices, width, paint) : drawLines(answer.choices, width, paint),
  ];
  return parts
    .map((part, at) => ({ part, gap: answer.blocks[at - 1]?.kind === 'heading' ? '\n' : '\n\n' }))
    .filter(({ part }) => part !== '')
    .map(({ part, gap }, at, all) => (at === all.length - 1 ? part : part + gap))
    .join('');
}

function drawBlock(block: Block, width: number, paint: Paint): string {
  switch (block.kind) {
    case 'text':
      return wrap(drawText(block.text, paint), width).join('\n');
    case 'heading':
      return wrap(paint('bold', clean(block.text)), width).join('\n');
    case 'facts': {
      const labels = block.facts.map(({ label }) => clean(label));
      const column = Math.min(LABEL, Math.max(0, ...labels.map((label) => stringWidth(label))));
      const rows = block.facts.map(({ value }, at) => ({ label: labels[at] ?? '', value: drawText(value, paint) }));
      return rows.flatMap(({ label, value }) => hang(`${paint('dim', pad(label, column))}  `, value, width)).join('\n');
    }
    case 'list':
      return block.items.flatMap((item) => hang('• ', drawText(item, paint), width)).join('\n');
    case 'table': {
      const head = block.head.map((cell) => paint('bold', clean(cell)));
      const rows = block.rows.map((row) => row.map((cell, at) => drawCell(cell, at, paint)));
      return drawTable(head, rows, width);
    }
    case 'code':
      return clean(block.source)
        .split('\n')
        .map((line) => `  ${line}`.trimEnd())
        .join('\n');
    default:
      return block satisfies never;
  }
}

/** The first column names the rows, so it stands back a little. */
function drawCell(cell: Text, column: number, paint: Paint): string {
  const text = drawText(cell, paint);
  return column === 0 ? paint('dim', text) : text;
}

function drawText(text: Text, paint: Paint): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return clean(span);
      if ('strong' in span) return paint('bold', clean(span.strong));
      if ('code' in span) return paint('cyan', clean(span.code));
      return span.link === span.href ? clean(span.href) : `${clean(span.link)} (${clean(span.href)})`;
    })
    .join('');
}

function drawLinks(links: readonly Link[], width: number, paint: Paint): string {
  const column = Math.min(LABEL, Math.max(0, ...links.map(({ label }) => stringWidth(clean(label)))));
  return links
    .flatMap(({ label, href }) => {
      const address = paint('underline', clean(href));
      const line = `${paint('dim', pad(clean(label), column))}  ${address}`;
      return stringWidth(line) <= width ? [line] : [...wrap(paint('dim', clean(label)), width), `  ${address}`];
    })
    .join('\n');
}

/** "1 For testers   2 Example": as many on a line as fit, none broken in two. */
function drawNumbers(choices: readonly Choice[], width: number, paint: Paint): string {
  return fill(
    choices.map(({ label }, at) => `${paint('bold', String(at + 1))} ${clean(label)}`),
    width,
  );
}

function drawLines(choices: readonly Choice[], width: number, paint: Paint): string {
  const lines = choices.map(({ line }) => paint('bold', clean(line)));
  return lines.length === 0 ? '' : fill([paint('dim', 'Ask on:'), ...lines], width);
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
