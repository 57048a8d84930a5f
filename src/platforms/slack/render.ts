// An `Answer` as a Slack message: a title, its blocks, sources, buttons, and the same in plain words beside it.
import type { ActionsBlock, Button, ContextBlock, KnownBlock } from '@slack/web-api';
import type { Answer, Block, Choice, Link } from '../../answer/answer.ts';
import { drawBlock, marked, plain } from './blocks.ts';
import { countCharts } from './charts.ts';
import { formValue } from './form-value.ts';
import { LIMITS } from './limits.ts';
import { cut, escaped, line, linkable, mentionable, mrkdwn, spoken } from './spans.ts';

export { LIMITS } from './limits.ts';

/** What a message is made of: `text` is the fallback for notifications and screen readers, already escaped. */
export interface Drawn {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export interface Extras {
  /** Offer to show a private answer to the channel; needs `answer.line`, which the button carries. */
  readonly share?: boolean;
  /** Say who showed this answer to the channel: a user id from Slack's signed payload, never from a button. */
  readonly sharedBy?: string;
  /** Most blocks; as many as a message has, unless given. */
  readonly blocks?: number;
  /** Whether a table may stand there: in a modal none may. */
  readonly tables?: boolean;
  /** What Slack calls the row of buttons, so that a click tells where it stood. */
  readonly buttons?: string;
  /** Draw bars as charts. Only where a refusal is told, because not every workspace takes them: see `sendDrawn`. */
  readonly charts?: boolean;
}

/** The `action_id` of "Share with channel"; the buttons of choices are `ask:0`, `ask:1`, …, those with a form `form:0`, … */
export const SHARE = 'share';
export const FORM = 'form:';

const shortened: KnownBlock = { type: 'context', elements: [plain('… shortened')] };

const WORDS: ReadonlySet<string> = new Set(['text', 'url', 'title', 'label', 'fallback']);

/** Every string that Slack counts or might count as a block's words. */
function weigh(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  let sum = 0;
  for (const [key, value] of Object.entries(part))
    if (typeof value !== 'string') sum += weigh(value);
    else if (WORDS.has(key)) sum += value.length;
  return sum;
}

function opening({ title, subtitle }: Answer): KnownBlock[] {
  const quiet = line(subtitle ?? '', LIMITS.subtitle);
  const header: KnownBlock = { type: 'header', text: plain(line(title, LIMITS.title) || 'Answer') };
  return quiet === '' ? [header] : [header, { type: 'context', elements: [plain(quiet)] }];
}

interface Space {
  readonly blocks: number;
  readonly words: number;
  readonly charts: number;
  readonly tables: boolean;
}

function body(blocks: readonly Block[], room: Space): KnownBlock[] {
  const drawn: KnownBlock[] = [];
  let words = 0;
  let whole = true;
  for (const block of blocks) {
    const piece = drawBlock(block, {
      table: room.tables && !drawn.some(({ type }) => type === 'table'),
      chart: countCharts(drawn) < room.charts,
    });
    const weight = weigh(piece.blocks);
    if (drawn.length + piece.blocks.length > room.blocks || words + weight > room.words) {
      whole = false;
      break;
    }
    drawn.push(...piece.blocks);
    words += weight;
    whole &&= piece.whole;
  }
  return whole ? drawn : [...drawn, shortened];
}

function source({ label, href }: Link): ContextBlock['elements'] {
  const name = line(label, LIMITS.button) || linkable(href) || '';
  if (name === '') return [];
  const link = mrkdwn([{ link: name, href }]);
  return [link === null ? plain(`${name} ${linkable(href) ?? ''}`.trim()) : marked(link)];
}

function sources(links: readonly Link[]): KnownBlock[] {
  const elements = links.slice(0, LIMITS.links).flatMap(source);
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

function button(choice: Choice, index: number, primary: boolean): Button {
  const form = formValue(choice);
  return {
    type: 'button',
    action_id: form === null ? `ask:${index}` : `${FORM}${index}`,
    text: plain(line(choice.label, LIMITS.button) || line(choice.line, LIMITS.button)),
    value: form ?? choice.line,
    ...(primary && { style: 'primary' as const }),
  };
}

function buttons(answer: Answer, share: boolean, name: string | undefined): KnownBlock[] {
  // A line that was cut would ask something else, so a choice whose line does not fit is left out.
  const fitting = answer.choices.filter((choice) => choice.line.trim() !== '' && choice.line.length <= LIMITS.line);
  const choices = fitting.slice(0, LIMITS.choices);
  const primary = choices.findIndex(({ style }) => style === 'primary');
  const elements = choices.map((choice, index) => button(choice, index, index === primary));
  const again = answer.line;
  if (share && again !== undefined && again.trim() !== '' && again.length <= LIMITS.line)
    elements.push({ type: 'button', action_id: SHARE, text: plain('Share with channel'), value: again });
  const actions: ActionsBlock = { type: 'actions', elements, ...(name !== undefined && { block_id: name }) };
  return elements.length === 0 ? [] : [actions];
}

function signature(sharedBy: string | undefined): KnownBlock[] {
  const user = mentionable(sharedBy ?? '');
  return user === null ? [] : [{ type: 'context', elements: [marked(`Shared by <@${user}>`)] }];
}

/** A block in words, escaped. */
function say(block: Block): string {
  switch (block.kind) {
    case 'text':
      return spoken(block.text);
    case 'heading':
      return escaped(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => `${escaped(label)}: ${spoken(value)}`).join('\n');
    case 'list':
      return block.items.map((item) => `• ${spoken(item)}`).join('\n');
    case 'table':
      return [block.head.map(escaped), ...block.rows.map((row) => row.map(spoken))]
        .map((row) => row.filter((cell) => cell.trim() !== '').join(' | '))
        .join('\n');
    case 'bars':
      return [block.title, ...block.bars.map(({ label, value }) => `${label}: ${value}`)].map(escaped).join('\n');
    case 'code':
      return escaped(block.source);
    default:
      return block satisfies never;
  }
}

/** What a cut leaves of an escape or a token. */
const CUT_OPEN = /(?:&\w*|<[^<>]*)…$/;

function fallback({ title, subtitle, blocks }: Answer): string {
  const said = [escaped(title), escaped(subtitle ?? ''), ...blocks.map(say)].filter((part) => part.trim() !== '');
  return cut(said.join('\n'), LIMITS.text).replace(CUT_OPEN, '…') || 'Answer';
}

/** Draws any answer within Slack's limits: what does not fit is cut after a word or left out, and said to be "… shortened". */
export function draw(answer: Answer, extras: Extras = {}): Drawn {
  const { share = false, sharedBy, charts = false, tables = true } = extras;
  const above = opening(answer);
  const below = [...sources(answer.links), ...signature(sharedBy), ...buttons(answer, share, extras.buttons)];
  const room = {
    blocks: (extras.blocks ?? LIMITS.blocks) - above.length - below.length - 1, // one for "… shortened"
    words: LIMITS.words - weigh([above, below]),
    charts: charts ? LIMITS.charts : 0,
    tables,
  };
  return { text: fallback(answer), blocks: [...above, ...body(answer.blocks, room), ...below] };
}
