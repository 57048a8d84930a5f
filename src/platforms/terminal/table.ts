// Tables without boxes: aligned columns while they fit, wrapped cells while they stay readable, else a paragraph a row.
import stringWidth from 'string-width';
import { hang, wrap } from './wrap.ts';

/** Columns between two cells. */
const GAP = 2;
/** A wrapped cell that is narrower than about four words is worse than no column. */
const NARROWEST = 22;
const LINE_FEEDS = /(?<!\s)\s*\n\s*/g;

/**
 * Draws cells that may already carry colours. The first column names the rows.
 * @param width columns of the screen; no line is wider.
 */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replace(LINE_FEEDS, ' ')));
  const columns = Math.max(...cells.map((row) => row.length));
  const natural = Array.from({ length: columns }, (_, at) =>
    Math.max(...cells.map((row) => stringWidth(row[at] ?? ''))),
  );
  const widths = shareOut(natural, width);
  return widths === null ? paragraphs(cells, width) : grid(cells, widths);
}

/** Takes columns away from the widest cells until the row fits; null when one would become too narrow. */
function shareOut(natural: readonly number[], width: number): readonly number[] | null {
  let left = width - GAP * (natural.length - 1);
  const fitted: number[] = [...natural];
  const narrowFirst = [...natural.keys()].sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
  for (const [done, at] of narrowFirst.entries()) {
    const share = Math.floor(left / (natural.length - done));
    const wish = natural[at] ?? 0;
    if (wish > share && share < NARROWEST) return null;
    fitted[at] = Math.min(wish, share);
    left -= Math.min(wish, share);
  }
  return fitted;
}

function grid(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const rows = cells
    .map((row) => widths.map((width, at) => wrap(row[at] ?? '', width)))
    .filter((row) => row.some((lines) => lines.some((line) => line !== '')))
    .map((row) =>
      Array.from({ length: Math.max(...row.map((lines) => lines.length)) }, (_, line) => drawLine(row, widths, line)),
    );
  // Rows of several lines run into each other without air between them.
  return rows.map((lines) => lines.join('\n')).join(rows.some((lines) => lines.length > 1) ? '\n\n' : '\n');
}

function drawLine(row: readonly (readonly string[])[], widths: readonly number[], line: number): string {
  return row
    .map((lines, at) => pad(lines[line] ?? '', widths[at] ?? 0))
    .join(' '.repeat(GAP))
    .trimEnd();
}

/** Each row by itself: its name, then what each column says of it. */
function paragraphs([head = [], ...rows]: readonly (readonly string[])[], width: number): string {
  return rows
    .map(([name = '', ...values]) => {
      const said = values.map((value, at) => ({ of: head[at + 1] ?? '', value })).filter(({ value }) => value !== '');
      const named = name === '' ? [] : wrap(name, width);
      return [...named, ...said.flatMap(({ of, value }) => hang(of === '' ? '  ' : `  ${of}  `, value, width))].join(
        '\n',
      );
    })
    .filter((row) => row !== '')
    .join('\n\n');
}

/** Fills up with spaces to a width in columns, colours not counted. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
