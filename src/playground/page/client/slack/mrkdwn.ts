// Slack's own markup, read into rich text. Pure: text in, data out, in a time that grows with the text and no faster.
// (docs: messaging/formatting-message-text)
import type { Around, Mark, Token } from './marks.ts';
import { applyMarks, around, joined } from './marks.ts';
import type { Leaf, Part } from './rich.ts';

const ENTITY = /&(?:amp|lt|gt);/g;
const CHARACTERS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const FENCE = '```';
const FIRST_BREAK = /^\n/;
const LAST_BREAK = /\n$/;
const QUOTED = /^(?:>|&gt;) ?/;
const QUOTED_TO_THE_END = /^(?:>>>|&gt;&gt;&gt;) ?/;

/** Code, a token in angle brackets, an emoji's name, an address, characters that style. None can end but at the next of its kind. */
const PIECE =
  /`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+'-]+):(?::skin-tone-[2-6]:)?|https?:\/\/(?:[^\s<>|&]|&(?!lt;|gt;))+|[*_~]+/g;
const KINDS: Readonly<Record<string, Mark['mark']>> = { '*': 'bold', _: 'italic', '~': 'strike' };

/** What ends a sentence rather than an address. */
const PUNCTUATION: ReadonlySet<string> = new Set('.,;:!?\'")]}*_~');
const SECONDS = /^\d{1,11}$/;
const WEB = /^https?:\/\//i;

/** The three characters that Slack escapes. */
export function unescaped(text: string): string {
  return text.replace(ENTITY, (entity) => CHARACTERS[entity] ?? entity);
}

function plain(text: string): Leaf {
  return { type: 'text', text: unescaped(text) };
}

/** "aside" of "address|aside", and what stands before it. */
function halves(token: string): readonly [string, string | undefined] {
  const bar = token.indexOf('|');
  return bar < 0 ? [token, undefined] : [token.slice(0, bar), unescaped(token.slice(bar + 1))];
}

function dateLeaf(parts: readonly string[], fallback: string | undefined): Leaf | null {
  const [seconds = '', format = '', url] = parts;
  if (!SECONDS.test(seconds)) return null;
  return {
    type: 'date',
    timestamp: Number(seconds),
    format: unescaped(format),
    ...(url !== undefined && { url: unescaped(url) }),
    ...(fallback !== undefined && { fallback }),
  };
}

/** `<!here>`, `<!subteam^S1|@ops>`, `<!date^1771405200^{date}|fallback>`; null for what Slack does not know. */
function commandLeaf(command: string, label: string | undefined): Leaf | null {
  const [name = '', ...parts] = command.split('^');
  if (name === 'here' || name === 'channel' || name === 'everyone') return { type: 'broadcast', range: name };
  if (name === 'subteam') return { type: 'usergroup', usergroup_id: parts[0] ?? '', ...(label && { text: label }) };
  return name === 'date' ? dateLeaf(parts, label) : null;
}

/** What stands in angle brackets: a mention, a command or an address. Anything else stays as it is written. */
function tokenLeaf(token: string): Leaf {
  const [target, label] = halves(token);
  const id = target.slice(1);
  const named = label ? { text: label } : {};
  if (target.startsWith('@')) return { type: 'user', user_id: id };
  if (target.startsWith('#')) return { type: 'channel', channel_id: id, ...named };
  if (WEB.test(target)) return { type: 'link', url: unescaped(target), ...named };
  const command = target.startsWith('!') ? commandLeaf(id, label) : null;
  return command ?? (label ? { type: 'text', text: label } : plain(`<${token}>`));
}

/** An address in running text, without what ends the sentence around it. */
export function trimmed(address: string): string {
  let end = address.length;
  while (end > 0 && PUNCTUATION.has(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, end);
}

/** Characters that style, each of which may begin or end it; a doubled one does neither. */
function marksOf(run: string, { wordBefore, wordAfter, spaceBefore, spaceAfter }: Around): readonly Token[] {
  if (new Set(run).size !== run.length) return [plain(run)];
  const opens = !wordBefore && !spaceAfter;
  const closes = !wordAfter && !spaceBefore;
  return [...run].map((written) => ({ mark: KINDS[written] ?? 'bold', written, opens, closes }));
}

interface Reading {
  /** Whether Slack looks for addresses in the text. */
  readonly verbatim: boolean;
}

function lineLeaves(line: string, { verbatim }: Reading): readonly Leaf[] {
  const tokens: Token[] = [];
  let done = 0;
  const take = (until: number, ...next: readonly Token[]): void => {
    // What stands between two pieces.
    if (until > done) tokens.push(plain(line.slice(done, until)));
    tokens.push(...next);
  };
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(line); found !== null; found = PIECE.exec(line)) {
    const { 0: whole, 1: code, 2: token, 3: emoji, index } = found;
    const beside = around(line, index, index + whole.length);
    let length = whole.length;
    if (code !== undefined) {
      if (beside.wordBefore || beside.wordAfter) {
        PIECE.lastIndex = index + 1;
        continue;
      }
      take(index, { type: 'text', text: unescaped(code), style: { code: true } });
    } else if (token !== undefined) take(index, tokenLeaf(token));
    else if (emoji !== undefined) take(index, { type: 'emoji', name: whole.slice(1, -1) });
    else if (whole.startsWith('http')) {
      const address = trimmed(whole);
      length = address.length;
      take(index, verbatim ? plain(address) : { type: 'link', url: unescaped(address) });
    } else take(index, ...marksOf(whole, beside));
    done = index + length;
    PIECE.lastIndex = done;
  }
  take(line.length);
  return applyMarks(tokens);
}

const newline: Leaf = { type: 'text', text: '\n' };

/** Lines without fences: those that are quoted, and those that are not, in order. */
function lineParts(text: string, reading: Reading): readonly Part[] {
  const parts: Part[] = [];
  let leaves: Leaf[] = [];
  let quoting = false;
  let toTheEnd = false;
  function finish(): void {
    if (leaves.length > 0 || quoting)
      parts.push({ type: quoting ? 'rich_text_quote' : 'rich_text_section', elements: joined(leaves) });
    leaves = [];
  }
  for (const [at, line] of text.split('\n').entries()) {
    const starts: boolean = !toTheEnd && QUOTED_TO_THE_END.test(line);
    const quoted = toTheEnd || QUOTED.test(line);
    if (quoted !== quoting) finish();
    else if (at > 0) leaves.push(newline);
    quoting = quoted;
    const said = toTheEnd ? line : line.replace(starts ? QUOTED_TO_THE_END : QUOTED, '');
    toTheEnd ||= starts;
    for (const leaf of lineLeaves(said, reading)) leaves.push(leaf);
  }
  finish();
  return parts;
}

/** Reads mrkdwn. `verbatim`: addresses are not linked unless they stand in angle brackets. */
export function readMrkdwn(text: string, reading: Reading = { verbatim: false }): readonly Part[] {
  const pieces = text.split(FENCE);
  // A fence that nothing closes is three backticks.
  const open = pieces.length % 2 === 0 ? `${FENCE}${pieces.pop()}` : '';
  return pieces.flatMap((piece, at): readonly Part[] => {
    const last = at === pieces.length - 1;
    if (at % 2 === 1) {
      const code = unescaped(piece.replace(FIRST_BREAK, '').replace(LAST_BREAK, ''));
      return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] }];
    }
    // The break beside a fence is the end of a block, not an empty line.
    const above = at > 0 ? piece.replace(FIRST_BREAK, '') : piece;
    const said = (last ? above : above.replace(LAST_BREAK, '')) + (last ? open : '');
    return said === '' ? [] : lineParts(said, reading);
  });
}
