// What Slack refuses of a Home tab.
import type { Say } from './checks.ts';
import { checkCount, checkLength, checkTextObject, hasDoubles } from './checks.ts';
import { checkBlock } from './limits.ts';
import type { Payload } from './message.ts';
import { asList, asPayload } from './message.ts';

/** Sources: @slack/types 3.2.0 (views.d.ts, block-elements.d.ts); docs: methods/views.publish, "view_too_large". */
const MOST = { blocks: 100, bytes: 250_000, metadata: 3_000, id: 255, placeholder: 150 } as const;

const KINDS: ReadonlySet<unknown> = new Set(['im', 'mpim', 'private', 'public']);

function checkChooser(element: Payload, at: string, say: Say): void {
  checkTextObject(element['placeholder'], ['plain_text'], MOST.placeholder, `${at}/placeholder`, say);
  checkLength(element['action_id'], MOST.id, `${at}/action_id`, say);
  if (element['initial_conversation'] !== undefined)
    checkLength(element['initial_conversation'], MOST.id, `${at}/initial_conversation`, say);
  const { include } = asPayload(element['filter']);
  if (element['filter'] !== undefined && include !== undefined)
    for (const kind of checkCount(include, KINDS.size, `${at}/filter/include`, say))
      if (!KINDS.has(kind)) say(`${at}/filter/include`, 'must be one of: im, mpim, private, public');
}

function checkAccessory(value: unknown, at: string, say: Say): void {
  const element = asPayload(value);
  if (element['type'] === 'conversations_select') checkChooser(element, at, say);
  else say(`${at}/type`, 'unsupported element');
}

/** Everything for which Slack would refuse this page, each as one of its messages; empty when it would take it. */
export function checkHome(view: Payload): readonly string[] {
  const problems: string[] = [];
  const say: Say = (pointer, problem) => problems.push(`[ERROR] ${problem} [json-pointer:/view${pointer}]`);
  if (view['type'] !== 'home') say('/type', 'must be home');
  if (Buffer.byteLength(JSON.stringify(view)) > MOST.bytes) say('', 'view_too_large');
  if (String(view['private_metadata'] ?? '').length > MOST.metadata)
    say('/private_metadata', `must be less than ${MOST.metadata + 1} characters`);
  const blocks = checkCount(view['blocks'], MOST.blocks, '/blocks', say).map(asPayload);
  for (const [index, block] of blocks.entries()) {
    // Charts are rolled out in phases there as well.
    checkBlock(block, { charts: true }, `/blocks/${index}`, say);
    if (block['accessory'] !== undefined) checkAccessory(block['accessory'], `/blocks/${index}/accessory`, say);
  }
  if (hasDoubles(asList(view['blocks']).flatMap((block) => asPayload(block)['block_id'] ?? [])))
    say('/blocks', 'block_id must be unique');
  return problems;
}
