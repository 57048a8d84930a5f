// What Slack refuses: the limits of a message and of its blocks, written down a second time, apart from the bot's own.
import { checkChart } from './chart-limits.ts';
import type { Say } from './checks.ts';
import { checkCount, checkLength, checkTextObject, hasDoubles } from './checks.ts';
import type { Payload } from './message.ts';
import { asList, asPayload } from './message.ts';

export interface Refusal {
  /** Slack's name for it. */
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'msg_too_long' | 'no_text';
  /** What is wrong and where, as Slack's `response_metadata.messages` say it. */
  readonly message: string;
}

/** Sources: @slack/types 3.2.0 (blocks.d.ts, block-elements.d.ts), docs.slack.dev/reference/block-kit, slackapi/bolt-js#2509. */
export const MOST = {
  text: 40_000,
  blocks: 50,
  words: 12_000,
  header: 150,
  section: 3_000,
  fields: 10,
  field: 2_000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  id: 255,
  tables: 1,
  tableRows: 100,
  tableColumns: 20,
  tableWords: 10_000,
  charts: 2,
} as const;

const STYLES: ReadonlySet<unknown> = new Set([undefined, 'primary', 'danger']);
const RICH_PARTS: ReadonlySet<unknown> = new Set(['rich_text_section', 'rich_text_preformatted', 'rich_text_quote']);
const USER_ID = /^[UW][A-Z0-9]+$/;
const RICH_LEAVES: ReadonlySet<unknown> = new Set(['text', 'link', 'user', 'channel', 'emoji', 'date', 'broadcast']);

function checkButton(value: unknown, at: string, say: Say): void {
  const button = asPayload(value);
  if (button['type'] !== 'button') say(`${at}/type`, 'unsupported element');
  checkTextObject(button['text'], ['plain_text'], MOST.buttonText, `${at}/text`, say);
  if (button['value'] !== undefined) checkLength(button['value'], MOST.buttonValue, `${at}/value`, say);
  if (button['url'] !== undefined) checkLength(button['url'], MOST.url, `${at}/url`, say);
  if (button['action_id'] !== undefined) checkLength(button['action_id'], MOST.id, `${at}/action_id`, say);
  if (!STYLES.has(button['style'])) say(`${at}/style`, 'must be primary or danger');
}

function checkActions(elements: unknown, at: string, say: Say): void {
  const buttons = checkCount(elements, MOST.actionElements, at, say);
  for (const [index, button] of buttons.entries()) checkButton(button, `${at}/${index}`, say);
  const ids = buttons.map((button) => asPayload(button)['action_id']);
  if (hasDoubles(ids)) say(at, 'action_id must be unique');
}

function checkRichLeaf(value: unknown, at: string, say: Say): void {
  const leaf = asPayload(value);
  if (!RICH_LEAVES.has(leaf['type'])) say(`${at}/type`, 'unsupported element');
  if (leaf['type'] === 'text') checkLength(leaf['text'], Number.POSITIVE_INFINITY, `${at}/text`, say);
  if (leaf['type'] === 'link') {
    checkLength(leaf['url'], MOST.url, `${at}/url`, say);
    if (!URL.canParse(String(leaf['url']))) say(`${at}/url`, 'must be a valid URL');
  }
  if (leaf['type'] === 'user' && !USER_ID.test(String(leaf['user_id']))) say(`${at}/user_id`, 'invalid user id');
  if (leaf['type'] === 'date') {
    const { timestamp } = leaf;
    if (!Number.isSafeInteger(timestamp) || Number(timestamp) < 0)
      say(`${at}/timestamp`, 'must be a timestamp in seconds');
    checkLength(leaf['format'], Number.POSITIVE_INFINITY, `${at}/format`, say);
  }
}

function checkRichPart(value: unknown, at: string, say: Say): void {
  const part = asPayload(value);
  const elements = checkCount(part['elements'], Number.POSITIVE_INFINITY, `${at}/elements`, say);
  const isList = part['type'] === 'rich_text_list';
  if (!isList && !RICH_PARTS.has(part['type'])) say(`${at}/type`, 'unsupported element');
  if (isList && part['style'] !== 'bullet' && part['style'] !== 'ordered')
    say(`${at}/style`, 'must be bullet or ordered');
  for (const [index, element] of elements.entries())
    (isList ? checkRichPart : checkRichLeaf)(element, `${at}/elements/${index}`, say);
}

function checkRichText(block: Payload, at: string, say: Say): void {
  for (const [index, part] of checkCount(block['elements'], Number.POSITIVE_INFINITY, `${at}/elements`, say).entries())
    checkRichPart(part, `${at}/elements/${index}`, say);
}

function checkTable({ rows, column_settings }: Payload, at: string, say: Say): void {
  if (asList(column_settings).length > MOST.tableColumns) say(`${at}/column_settings`, 'no more than 20 items allowed');
  for (const [row, cells] of checkCount(rows, MOST.tableRows, `${at}/rows`, say).entries())
    for (const [column, value] of checkCount(cells, MOST.tableColumns, `${at}/rows/${row}`, say).entries()) {
      const cell = asPayload(value);
      const here = `${at}/rows/${row}/${column}`;
      if (cell['type'] === 'rich_text') checkRichText(cell, here, say);
      else checkTextObject(cell, ['raw_text', 'raw_number'], Number.POSITIVE_INFINITY, here, say);
    }
  if (countWords(rows) > MOST.tableWords) say(`${at}/rows`, `no more than ${MOST.tableWords} characters allowed`);
}

function checkSection({ text, fields }: Payload, at: string, say: Say): void {
  const kinds = ['mrkdwn', 'plain_text'];
  if (text === undefined && fields === undefined) say(at, 'missing required field: text or fields');
  if (text !== undefined) checkTextObject(text, kinds, MOST.section, `${at}/text`, say);
  if (fields === undefined) return;
  for (const [index, field] of checkCount(fields, MOST.fields, `${at}/fields`, say).entries())
    checkTextObject(field, kinds, MOST.field, `${at}/fields/${index}`, say);
}

function checkContext({ elements }: Payload, at: string, say: Say): void {
  for (const [index, element] of checkCount(elements, MOST.contextElements, `${at}/elements`, say).entries())
    checkTextObject(element, ['mrkdwn', 'plain_text'], MOST.section, `${at}/elements/${index}`, say);
}

/** The blocks that this Slack knows in a message; any other is refused. */
const CHECKS: ReadonlyMap<unknown, (block: Payload, at: string, say: Say) => void> = new Map([
  ['header', ({ text }, at, say) => checkTextObject(text, ['plain_text'], MOST.header, `${at}/text`, say)],
  ['section', checkSection],
  ['context', checkContext],
  ['actions', ({ elements }, at, say) => checkActions(elements, `${at}/elements`, say)],
  ['rich_text', checkRichText],
  ['table', checkTable],
  ['data_visualization', checkChart],
  ['divider', () => undefined],
] satisfies [string, (block: Payload, at: string, say: Say) => void][]);

/** Checks one block of a message. */
export function checkBlock(block: Payload, takes: Takes, at: string, say: Say): void {
  const check = CHECKS.get(block['type']);
  if (check === undefined || (!takes.charts && check === checkChart))
    say(`${at}/type`, `unsupported type: ${block['type']}`);
  else check(block, at, say);
  if (block['block_id'] !== undefined) checkLength(block['block_id'], MOST.id, `${at}/block_id`, say);
}

/** Characters in everything that is read. */
export function countWords(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : countWords(value)),
    0,
  );
}

/** What not every workspace takes. */
export interface Takes {
  /** Charts are rolled out in phases (docs: changelog 2026-06-16). */
  readonly charts: boolean;
}

/** Everything for which Slack would refuse this message; empty when it would take it. */
export function checkMessage(message: Payload, takes: Takes = { charts: true }): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const blocks = asList(message['blocks']).map(asPayload);
  const { text } = message;
  const say: Say = (pointer, problem) =>
    refusals.push({ error: 'invalid_blocks', message: `${problem} [json-pointer:${pointer}]` });

  if (blocks.length === 0 && (typeof text !== 'string' || text === ''))
    refusals.push({ error: 'no_text', message: 'no text' });
  if (typeof text === 'string' && text.length > MOST.text)
    refusals.push({ error: 'msg_too_long', message: `text has ${text.length} characters` });
  if (blocks.length > MOST.blocks) say('/blocks', `no more than ${MOST.blocks} items allowed`);
  if (blocks.filter(({ type }) => type === 'table').length > MOST.tables)
    say('/blocks', 'only one table block allowed');
  if (blocks.filter(({ type }) => type === 'data_visualization').length > MOST.charts)
    say('/blocks', `no more than ${MOST.charts} data_visualization blocks allowed`);
  for (const [index, block] of blocks.entries()) checkBlock(block, takes, `/blocks/${index}`, say);
  const ids = blocks.map((block) => block['block_id']).filter((id) => id !== undefined);
  if (hasDoubles(ids)) say('/blocks', 'block_id must be unique');
  const words = countWords(blocks);
  if (words > MOST.words) refusals.push({ error: 'msg_blocks_too_long', message: `${words} characters in blocks` });
  return refusals;
}

/** A date is written like a mention and notifies nobody. */
const PINGING = /<(?:!(?!date\^)[a-z]|@[UW]|#C)[^<>]*>/g;

/** Everybody whom a message would notify: `<!channel>`, `<@U1>`, and rich text's own mentions. */
export function findPings(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, text } = asPayload(part);
  if (type === 'broadcast' || type === 'user' || type === 'usergroup') return [JSON.stringify(part)];
  // Plain and rich text show these characters; only mrkdwn, and a message's own text, read them.
  const read = typeof text === 'string' && (type === 'mrkdwn' || type === undefined) ? (text.match(PINGING) ?? []) : [];
  return [...read, ...Object.values(part).flatMap(findPings)];
}
