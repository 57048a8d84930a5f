// What Slack refuses of a modal.
import type { Say } from './checks.ts';
import { checkCount, checkLength, checkTextObject, hasDoubles } from './checks.ts';
import { checkBlock } from './limits.ts';
import type { Payload } from './message.ts';
import { asList, asPayload } from './message.ts';

/** Sources: @slack/types 3.2.0 (views.d.ts, block-elements.d.ts, composition-objects.d.ts). */
const MOST = {
  blocks: 100,
  button: 24,
  metadata: 3_000,
  id: 255,
  label: 2_000,
  options: 100,
  option: 75,
  placeholder: 150,
  typed: 3_000,
} as const;

/** Blocks that only messages take. */
const NOT_IN_MODALS: ReadonlySet<unknown> = new Set(['table', 'data_visualization']);

function checkOption(value: unknown, at: string, say: Say): void {
  const option = asPayload(value);
  checkTextObject(option['text'], ['plain_text'], MOST.option, `${at}/text`, say);
  checkLength(option['value'], MOST.option, `${at}/value`, say);
}

function checkSelect({ options, initial_option }: Payload, at: string, say: Say): void {
  const all = checkCount(options, MOST.options, `${at}/options`, say);
  for (const [index, option] of all.entries()) checkOption(option, `${at}/options/${index}`, say);
  const same = (option: unknown) => JSON.stringify(option) === JSON.stringify(initial_option);
  if (initial_option !== undefined && !all.some(same)) say(`${at}/initial_option`, 'must be one of the options');
}

function checkTyped({ initial_value }: Payload, at: string, say: Say): void {
  // An empty text to begin with is allowed here.
  if (initial_value) checkLength(initial_value, MOST.typed, `${at}/initial_value`, say);
}

function checkElement(value: unknown, at: string, say: Say): void {
  const element = asPayload(value);
  if (element['type'] === 'static_select') checkSelect(element, at, say);
  else if (element['type'] === 'plain_text_input') checkTyped(element, at, say);
  else say(`${at}/type`, 'unsupported element');
  checkLength(element['action_id'], MOST.id, `${at}/action_id`, say);
  if (element['placeholder'] !== undefined)
    checkTextObject(element['placeholder'], ['plain_text'], MOST.placeholder, `${at}/placeholder`, say);
}

function checkInput({ label, hint, element, block_id }: Payload, at: string, say: Say): void {
  checkTextObject(label, ['plain_text'], MOST.label, `${at}/label`, say);
  if (hint !== undefined) checkTextObject(hint, ['plain_text'], MOST.label, `${at}/hint`, say);
  if (block_id !== undefined) checkLength(block_id, MOST.id, `${at}/block_id`, say);
  checkElement(element, `${at}/element`, say);
}

function checkPart(block: Payload, at: string, say: Say): void {
  if (block['type'] === 'input') checkInput(block, at, say);
  else if (NOT_IN_MODALS.has(block['type'])) say(`${at}/type`, `unsupported type: ${block['type']}`);
  else checkBlock(block, { charts: false }, at, say);
}

/** Everything for which Slack would refuse this modal, each as one of its messages; empty when it would take it. */
export function checkModal(view: Payload): readonly string[] {
  const problems: string[] = [];
  const say: Say = (pointer, problem) => problems.push(`[ERROR] ${problem} [json-pointer:/view${pointer}]`);
  if (view['type'] !== 'modal') say('/type', 'must be modal');
  const blocks = checkCount(view['blocks'], MOST.blocks, '/blocks', say).map(asPayload);
  checkTextObject(view['title'], ['plain_text'], MOST.button, '/title', say);
  for (const name of ['submit', 'close'])
    if (view[name] !== undefined) checkTextObject(view[name], ['plain_text'], MOST.button, `/${name}`, say);
  if (view['submit'] === undefined && blocks.some(({ type }) => type === 'input'))
    say('/submit', 'missing required field');
  if (String(view['private_metadata'] ?? '').length > MOST.metadata)
    say('/private_metadata', `must be less than ${MOST.metadata + 1} characters`);
  if (view['callback_id'] !== undefined) checkLength(view['callback_id'], MOST.id, '/callback_id', say);
  for (const [index, block] of blocks.entries()) checkPart(block, `/blocks/${index}`, say);
  if (hasDoubles(asList(view['blocks']).flatMap((block) => asPayload(block)['block_id'] ?? [])))
    say('/blocks', 'block_id must be unique');
  return problems;
}
