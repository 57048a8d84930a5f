// Tables: Discord's markdown has none. Short cells become columns of a code block, the rest a line per attribute.
import { flatten, type Span, type Text } from '../../answer/answer.ts';
import { oneLine } from './cut.ts';
import { drawLine, fence, fenced } from './markdown.ts';

/** Columns of a code block on a narrow phone; longer lines wrap and the columns are lost. (Discord reference §4.) */
const GRID_WIDTH = 36;
/** An attribute with its values on one line, where that is about one line of a phone; else a list below it. */
const LINE_WIDTH = 60;
/** Characters of one cell as drawn. */
const CELL = 400;
/** Every character of these is one column wide in a code block. */
const ONE_COLUMN_EACH = /^[\x20-\x7e\u00a1-\u017f–—’…]*$/;

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Text[])[];
}

/** The lines of a table with what goes before and after them. The first column names the rows. */
export function drawTable(table: Table): { open: string; lines: readonly string[]; close: string } {
  const columns = grid(table);
  return columns === null
    ? { open: '', lines: table.rows.flatMap((row) => attribute(table.head, row)), close: '' }
    : { ...fence(), lines: columns };
}

/** Null where a cell needs what a code block cannot show. */
function grid({ head, rows }: Table): readonly string[] | null {
  if (rows.flat(2).some(isAlive)) return null;
  const cells = [head, ...rows.map((row) => row.map(flatten))].map((row) => row.map(oneLine));
  if (cells.flat().some((cell) => !ONE_COLUMN_EACH.test(cell))) return null;
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  if (widths.reduce((sum, width) => sum + width + 2, -2) > GRID_WIDTH) return null;
  return cells
    .map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
    .map((row) => fenced(row.trimEnd()))
    .filter((row) => row !== '');
}

/** Shown by Discord in its own way: a person by name, a moment in the reader's zone. */
function isAlive(span: Span): boolean {
  return typeof span !== 'string' && ('user' in span || 'time' in span);
}

function attribute(head: readonly string[], [first = [], ...rest]: readonly Text[]): readonly string[] {
  const name = drawLine(
    first.map((span) => (isAlive(span) ? span : { strong: flatten([span]) })),
    CELL,
  );
  const values = rest
    .map((cell, at) => ({ of: oneLine(head[at + 1] ?? ''), cell }))
    .filter(({ cell }) => drawLine(cell, CELL) !== '');
  const drawn = values.map(({ of, cell }) => drawLine(of === '' ? cell : [`${of}: `, ...cell], CELL));
  const line = [name, drawn.join(' · ')].filter((part) => part !== '').join(' ');
  if (line.length <= LINE_WIDTH) return line === '' ? [] : [line];
  return [name, ...drawn.map((value) => `- ${value}`)].filter((part) => part !== '');
}
