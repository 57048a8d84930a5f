// The body of a card: blocks as one piece of markdown that fits.
import type { Block } from '../../answer/answer.ts';
import { drawBars } from '../../answer/bars.ts';
import { cut, oneLine } from './cut.ts';
import { drawLine, drawText, fence, fenced } from './markdown.ts';
import { drawTable } from './table.ts';

/**
 * Characters as drawn: a paragraph, a list item or fact, a line of code. Ours: what somebody would still read on a phone;
 * of code more, since a line that was cut cannot be copied.
 */
const LONGEST = { paragraph: 1500, item: 500, heading: 150, code: 600 };
/** What begins like a paragraph. */
const LOOSE: readonly Block['kind'][] = ['text', 'facts', 'table', 'bars'];
const BLANK_ENDS = /^\s*\n|(?<!\s)\s+$/g;
const SHORTENED = '\n-# … shortened';

interface Drawn {
  readonly open: string;
  readonly lines: readonly string[];
  readonly close: string;
}

/** As many blocks as `room` characters hold; where something is left out, a closing line says so. */
export function drawBlocks(blocks: readonly Block[], room: number): string {
  let body = '';
  let above: Block | undefined;
  for (const block of blocks) {
    const drawn = drawBlock(block);
    if (drawn.lines.length === 0) continue;
    const gap = above === undefined ? '' : gapBetween(above, block);
    const { text, whole } = fill(drawn, room - SHORTENED.length - body.length - gap.length);
    if (text !== '') body += gap + text;
    if (!whole) return body + SHORTENED;
    above = block;
  }
  return body;
}

function drawBlock(block: Block): Drawn {
  switch (block.kind) {
    case 'text':
      return plain([drawText(block.text, LONGEST.paragraph)]);
    case 'heading':
      return plain(prefixed('### ', [drawLine([block.text], LONGEST.heading)]));
    case 'facts':
      return plain(block.facts.map(({ label, value }) => drawLine([{ strong: label }, ' ', ...value], LONGEST.item)));
    case 'list':
      return plain(
        prefixed(
          '- ',
          block.items.map((item) => drawLine(item, LONGEST.item)),
        ),
      );
    case 'table':
      return drawTable(block);
    case 'bars':
      return drawChart(block);
    case 'code':
      return block.source.trim() === '' ? plain([]) : { ...fence(block.language), lines: codeLines(block.source) };
    default:
      return block satisfies never;
  }
}

/** A chart as a code block, where all characters are equally wide. */
function drawChart({ title, bars, whole }: Extract<Block, { kind: 'bars' }>): Drawn {
  const { open, close } = fence();
  const name = drawLine([{ strong: title }], LONGEST.heading);
  return {
    open: name === '' ? open : `${name}\n${open}`,
    lines: drawBars(
      bars.map(({ label, value }) => ({ label: oneLine(label), value })),
      whole,
    ).map(fenced),
    close,
  };
}

function codeLines(source: string): readonly string[] {
  return source
    .replace(BLANK_ENDS, '')
    .split('\n')
    .map((line) => cut(line.trimEnd(), LONGEST.code, fenced));
}

function plain(lines: readonly string[]): Drawn {
  return { open: '', lines: lines.filter((line) => line.trim() !== ''), close: '' };
}

function prefixed(mark: string, lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '').map((line) => mark + line);
}

/** Headings, lists and code blocks bring their own margin; only between paragraphs is an empty line needed. */
function gapBetween(above: Block, below: Block): string {
  const loose = ({ kind }: Block) => LOOSE.some((one) => one === kind);
  return loose(above) && loose(below) ? '\n\n' : '\n';
}

function fill({ open, lines, close }: Drawn, room: number): { text: string; whole: boolean } {
  let left = room - open.length - close.length + 1;
  const kept: string[] = [];
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  const text = kept.length === 0 ? '' : open + kept.join('\n') + close;
  return { text, whole: kept.length === lines.length };
}
