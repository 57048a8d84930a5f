// How each kind of block is drawn in Block Kit.
import type { KnownBlock, RichTextBlock, RichTextSection, TableBlock } from '@slack/web-api';
import type { Block, Fact, Text } from '../../answer/answer.ts';
import { flatten } from '../../answer/answer.ts';
import { drawBars } from '../../answer/bars.ts';
import { chart } from './charts.ts';
import { LIMITS } from './limits.ts';
import { cut, line, mrkdwn, richText } from './spans.ts';

/** What became of one block; `whole` is false where something had to be left out. */
export interface Piece {
  readonly blocks: readonly KnownBlock[];
  readonly whole: boolean;
}

const nothing: Piece = { blocks: [], whole: true };

type TextField =
  | { type: 'mrkdwn'; text: string; verbatim: boolean }
  | { type: 'plain_text'; text: string; emoji: boolean };

/** Text that is shown as it stands: no emoji names, no markup. */
export function plain(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}

/** mrkdwn that Slack does not search for names and addresses to link. */
export function marked(text: string): { type: 'mrkdwn'; text: string; verbatim: true } {
  return { type: 'mrkdwn', text, verbatim: true };
}

function section(text: Text, most: number): RichTextSection[] {
  const elements = richText(text, most);
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
}

function paragraph(text: Text, most: number): Piece {
  const elements = section(text, most);
  if (elements.length === 0) return nothing;
  return { blocks: [{ type: 'rich_text', elements }], whole: flatten(text).length <= most };
}

function list(items: readonly Text[]): Piece {
  const elements: RichTextSection[] = [];
  let room: number = LIMITS.passage;
  for (const item of items) {
    if (room <= 0) break;
    elements.push(...section(item, room));
    room -= flatten(item).length;
  }
  if (elements.length === 0) return nothing;
  const bullets: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements }],
  };
  return { blocks: [bullets], whole: room >= 0 };
}

function code(source: string): Piece {
  const text = cut(source, LIMITS.passage);
  if (text.trim() === '') return nothing;
  const elements = [{ type: 'rich_text_preformatted' as const, elements: [{ type: 'text' as const, text }] }];
  return { blocks: [{ type: 'rich_text', elements }], whole: text === source };
}

function field({ label, value }: Fact): TextField {
  const name = line(label, LIMITS.label);
  const said = flatten(value);
  const short = cut(said, LIMITS.value);
  const text = name === '' ? [...value] : [{ strong: name }, '\n', ...value];
  const markup = short === said ? mrkdwn(text) : null;
  return markup !== null && markup.length <= LIMITS.field ? marked(markup) : plain(`${name}\n${short}`.trim());
}

function facts(all: readonly Fact[]): Piece {
  const said = all.filter(({ label, value }) => `${label}${flatten(value)}`.trim() !== '');
  const blocks: KnownBlock[] = [];
  for (let start = 0; start < said.length; start += LIMITS.fields)
    blocks.push({ type: 'section', fields: said.slice(start, start + LIMITS.fields).map(field) });
  return { blocks, whole: said.every(({ value }) => flatten(value).length <= LIMITS.value) };
}

type Cell = TableBlock['rows'][number][number];

function cell(text: Text, room: number): Cell {
  const said = cut(flatten(text), room);
  // Slack refuses a cell of no characters (vercel/chat#373).
  if (said.trim() === '') return { type: 'raw_text', text: ' ' };
  if (text.every((span) => typeof span === 'string')) return { type: 'raw_text', text: said };
  return { type: 'rich_text', elements: section(text, room) };
}

function table(head: readonly string[], rows: readonly (readonly Text[])[]): Piece {
  const width = Math.min(Math.max(head.length, ...rows.map((row) => row.length)), LIMITS.columns);
  if (width === 0) return nothing;
  const all = [head.map((title): Text => [title]), ...rows];
  const drawn: Cell[][] = [];
  let room: number = LIMITS.cells;
  for (const row of all.slice(0, LIMITS.rows)) {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? []);
    // A row that does not fit is left out whole, except the first: a table needs one.
    const size = cells.reduce((sum, text) => sum + Math.max(flatten(text).length, 1), 0);
    if (size > room && drawn.length > 0) break;
    const share = size > room ? Math.floor(room / width) : room;
    drawn.push(cells.map((text) => cell(text, share)));
    room -= Math.min(size, room);
  }
  const settings = Array.from({ length: width }, () => ({ align: 'left' as const, is_wrapped: true }));
  const whole = drawn.length === all.length && all.every((row) => row.length <= width) && room > 0;
  return { blocks: [{ type: 'table', rows: drawn, column_settings: settings }], whole };
}

/** A table where no table may stand: a row is a line, its first cell the name of the others. */
function rowsAsList(head: readonly string[], rows: readonly (readonly Text[])[]): Piece {
  const entry = (value: Text, column: number): Text => {
    const title = head[column]?.trim() ?? '';
    return title === '' ? [' ', ...value] : [` ${title}: `, ...value];
  };
  return list(
    rows.map((row): Text => {
      const [name, ...others] = row;
      const entries = others.flatMap((value, index) => [...(index > 0 ? [' ·'] : []), ...entry(value, index + 1)]);
      return [{ strong: flatten(name ?? []) }, ...entries];
    }),
  );
}

type Bars = Extract<Block, { kind: 'bars' }>;

/** Bars of characters under their title: where Slack draws no chart. */
function textBars({ title, bars, whole }: Bars): Piece {
  if (bars.length === 0) return nothing;
  const cut = bars.map(({ label, value }) => ({ label: line(label, LIMITS.label), value }));
  const lines = drawBars(cut, whole);
  const below = code(lines.join('\n'));
  const above = paragraph([{ strong: line(title, LIMITS.heading) }], LIMITS.heading);
  return { blocks: [...above.blocks, ...below.blocks], whole: below.whole };
}

function bars(block: Bars, allowed: boolean): Piece {
  const drawn = allowed ? chart(block) : null;
  return drawn === null ? textBars(block) : { blocks: [drawn], whole: true };
}

/** What there is room for in the message that a block is drawn for. */
export interface Room {
  /** A message has room for one table: a second one becomes a list. */
  readonly table: boolean;
  readonly chart: boolean;
}

/** Draws one block; empty blocks draw nothing. */
export function drawBlock(block: Block, room: Room): Piece {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text, LIMITS.passage);
    case 'heading':
      return paragraph([{ strong: line(block.text, LIMITS.heading) }], LIMITS.heading);
    case 'facts':
      return facts(block.facts);
    case 'list':
      return list(block.items);
    case 'table':
      return room.table ? table(block.head, block.rows) : rowsAsList(block.head, block.rows);
    case 'bars':
      return bars(block, room.chart);
    case 'code':
      return code(block.source);
    default:
      return block satisfies never;
  }
}
