// Tables, plain and of data.
import type { ComponentChild, VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asList, asNumber, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { drawParts } from './rich-text.ts';
import { drawStrange } from './text.ts';

const ALIGNMENTS: ReadonlySet<unknown> = new Set(['left', 'center', 'right']);
/** What a data table shows at a time, if it says nothing else (types: blocks.d.ts). */
const PAGE = 5;

interface Column {
  readonly align: string;
  readonly wrapped: boolean;
}

function cellWords(cell: Json, look: Look): ComponentChild {
  switch (cell['type']) {
    case 'rich_text':
      return drawParts(cell['elements'], look);
    case 'raw_text':
      return asText(cell['text']);
    case 'raw_number':
      return asText(cell['text']) || asNumber(cell['value'], 0);
    default:
      return drawStrange('element', cell['type']);
  }
}

/** A head of nothing names nothing, so it is none for whoever hears the table. */
function isBlank({ type, text }: Json): boolean {
  return type === 'raw_text' && asText(text).trim() === '';
}

interface Grid {
  readonly head: readonly Json[];
  readonly body: readonly (readonly Json[])[];
}

function gridOf(rows: unknown): Grid {
  const [head = [], ...body] = asList(rows).map(objectsIn);
  return { head, body };
}

/** Rows of cells below their head; `named` is the column that names a row. */
function drawGrid({ head, body }: Grid, column: (at: number) => Column, named: number | null, look: Look): VNode[] {
  const looks = (at: number) => {
    const { align, wrapped } = column(at);
    return `bk-${align} ${wrapped ? '' : 'bk-nowrap'}`;
  };
  const heads = head.map((cell, at) =>
    isBlank(cell)
      ? html`<td class=${looks(at)}></td>`
      : html`<th scope="col" class=${looks(at)}>${cellWords(cell, look)}</th>`,
  );
  const lines = body.map((row) => {
    const cells = row.map((cell, at) =>
      at === named
        ? html`<th scope="row" class=${looks(at)}>${cellWords(cell, look)}</th>`
        : html`<td class=${looks(at)}>${cellWords(cell, look)}</td>`,
    );
    return html`<tr>${cells}</tr>`;
  });
  return [html`<thead><tr>${heads}</tr></thead>`, html`<tbody>${lines}</tbody>`];
}

/** A table as wide as its message may be; what is wider can be scrolled, by keys as well. */
function drawFrame(label: string, inside: ComponentChild): VNode {
  return html`<div class="bk-table" role="group" aria-label=${label} tabindex="0">${inside}</div>`;
}

/** Draws a `table`: its first row is its head. */
export function drawTable({ rows, column_settings }: Json, look: Look): VNode {
  const settings = asList(column_settings).map(asJson);
  const column = (at: number): Column => {
    const { align, is_wrapped } = settings[at] ?? {};
    return { align: ALIGNMENTS.has(align) ? asText(align) : 'left', wrapped: is_wrapped === true };
  };
  return drawFrame('Table', html`<table>${drawGrid(gridOf(rows), column, null, look)}</table>`);
}

/** Draws a `data_table` whole; Slack shows a page of it at a time. */
export function drawDataTable({ caption, rows, page_size, row_header_column_index }: Json, look: Look): VNode {
  const title = asText(caption);
  const grid = gridOf(rows);
  // Slack sorts a column of nothing but numbers as numbers; it is set to the right.
  const counts = grid.head.map((_, at) => grid.body.every((row) => row[at]?.['type'] === 'raw_number'));
  const column = (at: number): Column => ({ align: counts[at] ? 'right' : 'left', wrapped: true });
  const page = asNumber(page_size, PAGE);
  const count = grid.body.length;
  const named = asNumber(row_header_column_index, 0);
  const note = count > page ? html`<p class="bk-note">Slack shows ${page} of these ${count} rows at a time.</p>` : null;
  const table = html`<table><caption>${title}</caption>${drawGrid(grid, column, named, look)}</table>`;
  return html`<div>${drawFrame(title || 'Table', table)}${note}</div>`;
}
