// Markdown as Discord's app reads it, so that one can see what people see: in a test, or on a page.
// The rules are those of the app's parser, in its order: the first that matches at a place wins.

export interface Piece {
  readonly kind: 'text' | 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler' | 'code' | 'link' | 'mention';
  /** What is shown, without marks. */
  readonly text: string;
  readonly href?: string;
}

export interface Line {
  readonly kind: 'text' | 'heading' | 'small' | 'item' | 'quote' | 'code';
  readonly pieces: readonly Piece[];
  /** Of a code block. */
  readonly language?: string;
}

const CODE_BLOCK = /```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i;
const ONE_BREAK_BELOW = /\n$/;
const ONE_BREAK_ABOVE = /^\n/;
const LINES: readonly (readonly [Line['kind'], RegExp])[] = [
  ['heading', /^\s*#{1,3}\s+(?=\S)/],
  ['small', /^\s*-#\s+(?=\S)/],
  ['quote', /^\s*>(?:>>)?\s+/],
  ['item', /^\s*(?:[-*]|\d+\.)\s+(?=\S)/],
];

/** Rules that show their text as it is. */
const ATOMS: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['text', /\\(?<shown>[^0-9A-Za-z\s])/y],
  ['code', /(?<ticks>`+)(?<shown>[\s\S]*?[^`])\k<ticks>(?!`)/y],
  ['link', /\[(?<shown>(?:\[[^\]]*\]|[^[\]])+)\]\(<?(?<href>https?\\?:(?:\\.|[^\s<>\\])+?)>?\)/y],
  ['link', /<(?<shown>(?<href>https?:\/\/[^\s<>]+))>/y],
  ['link', /(?<shown>(?<href>(?:https?|discord):\/\/[^\s<]+[^<.,:;"'\]\s]))/y],
  ['mention', /(?<shown><(?:@[!&]?\d+|#\d+|id:\w+|\/[^:>]+:\d+|t:-?\d+(?::\w)?|a?:\w+:\d+)>)/y],
];
const PERSON = /^<@!?(\d+)>$/;
const MOMENT = /^<t:(-?\d+)(?::\w)?>$/;
/** Rules whose text is read again. */
const MARKS: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['strong', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  ['emphasis', /\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/y],
  ['emphasis', /_((?:\\[\s\S]|[^\\_])+?)_(?!\w)/y],
  ['strike', /~~((?:\\[\s\S]|[^\\])+?)~~/y],
  ['spoiler', /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y],
];

/** Markdown as lines of pieces. */
export function readMarkdown(source: string): readonly Line[] {
  const block = CODE_BLOCK.exec(source);
  if (block === null) return source === '' ? [] : source.split('\n').map(readLine);
  const [whole, language, code = ''] = block;
  const pieces: readonly Piece[] = [{ kind: 'code', text: code }];
  return [
    ...readMarkdown(source.slice(0, block.index).replace(ONE_BREAK_BELOW, '')),
    { kind: 'code', pieces, ...(language === undefined ? {} : { language }) },
    ...readMarkdown(source.slice(block.index + whole.length).replace(ONE_BREAK_ABOVE, '')),
  ];
}

/** What markdown shows, a line each. */
export function visibleText(source: string): string {
  return readMarkdown(source)
    .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    .join('\n');
}

function readLine(line: string): Line {
  for (const [kind, mark] of LINES) {
    const found = mark.exec(line);
    if (found !== null) return { kind, pieces: readPieces(line.slice(found[0].length)) };
  }
  return { kind: 'text', pieces: readPieces(line) };
}

function readPieces(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < source.length; ) {
    const { piece, size } = readPiece(source, at);
    const last = pieces.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text };
    else pieces.push(piece);
    at += size;
  }
  return pieces;
}

function readPiece(source: string, at: number): { piece: Piece; size: number } {
  for (const [kind, rule] of ATOMS) {
    rule.lastIndex = at;
    const found = rule.exec(source);
    if (found === null) continue;
    const { shown = '', href } = found.groups ?? {};
    const text =
      kind === 'link' && found[0].startsWith('[')
        ? flat(readPieces(shown))
        : kind === 'mention'
          ? nameOf(shown)
          : shown;
    return { piece: { kind, text, ...(href === undefined ? {} : { href }) }, size: found[0].length };
  }
  for (const [kind, rule] of MARKS) {
    rule.lastIndex = at;
    const found = rule.exec(source);
    if (found !== null) return { piece: { kind, text: flat(readPieces(found[1] ?? '')) }, size: found[0].length };
  }
  return { piece: { kind: 'text', text: source[at] ?? '' }, size: 1 };
}

/** What a mention shows: people by name in the app, by id here; moments in the reader's zone, which is UTC here. */
function nameOf(shown: string): string {
  const [, person] = PERSON.exec(shown) ?? [];
  if (person !== undefined) return `@${person}`;
  const [, seconds] = MOMENT.exec(shown) ?? [];
  const moment = new Date(Number(seconds) * 1000);
  return Number.isNaN(moment.getTime()) ? shown : `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function flat(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
