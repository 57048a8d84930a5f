// A form as a Slack modal, and what comes back from one.
import type { InputBlock, ModalView, PlainTextInput, PlainTextOption, StaticSelect } from '@slack/web-api';
import * as v from 'valibot';
import type { Form, FormField } from '../../answer/answer.ts';
import { fillForm } from '../../answer/form.ts';
import { plain } from './blocks.ts';
import { MODAL_LIMITS } from './limits.ts';
import { line } from './spans.ts';

/** The `callback_id` of every form, and the `action_id` of what is in its fields. */
export const MODAL = 'form';
const FILLED = 'filled';

/** Where a form was opened, so that the answer finds its way back. It travels in the modal, which only Slack can change. */
export interface Origin {
  readonly channel: string;
  /** The thread of the message that the form was opened from. */
  readonly thread?: string;
  /** The response URL of the click: it takes answers for thirty minutes, also where the bot is no member. */
  readonly url?: string;
  /** Opened on a page of ours: the channel that the Home tab shows, or nothing. The answer is shown in the form’s place. */
  readonly page?: string;
}

const Metadata = v.object({
  template: v.string(),
  channel: v.string(),
  thread: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
  page: v.exactOptional(v.string()),
});

/** Menu entries; one whose value does not fit is left out, because a shortened value would mean something else. */
function entries({ options = [] }: FormField): PlainTextOption[] {
  return options
    .filter(({ value }) => value !== '' && value.length <= MODAL_LIMITS.option)
    .slice(0, MODAL_LIMITS.options)
    .map(({ label, value }) => ({ text: plain(line(label, MODAL_LIMITS.option) || value), value }));
}

function select(options: PlainTextOption[], value: string | undefined): StaticSelect {
  const initial = options.find((option) => option.value === value);
  return { type: 'static_select', action_id: FILLED, options, ...(initial && { initial_option: initial }) };
}

function input({ value, multiline = false }: FormField): PlainTextInput {
  const most = multiline ? MODAL_LIMITS.typedLines : MODAL_LIMITS.typed;
  const fits = value !== undefined && value !== '' && value.length <= most;
  return {
    type: 'plain_text_input',
    action_id: FILLED,
    max_length: most,
    ...(multiline && { multiline }),
    ...(fits && { initial_value: value }),
  };
}

function drawField(field: FormField): InputBlock {
  const options = entries(field);
  const hint = line(field.hint ?? '', MODAL_LIMITS.hint);
  return {
    type: 'input',
    block_id: field.name,
    label: plain(line(field.label, MODAL_LIMITS.label) || field.name),
    ...(hint !== '' && { hint: plain(hint) }),
    optional: field.optional === true,
    element: options.length > 0 ? select(options, field.value) : input(field),
  };
}

/** Draws any form that `readFormValue` gave. */
export function drawModal(form: Form, origin: Origin): ModalView {
  return {
    type: 'modal',
    callback_id: MODAL,
    private_metadata: JSON.stringify({ template: form.template, ...origin } satisfies v.InferOutput<typeof Metadata>),
    title: plain(line(form.title, MODAL_LIMITS.title) || 'Details'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: form.fields.map(drawField),
  };
}

const State = v.record(
  v.string(),
  v.record(
    v.string(),
    v.object({ value: v.nullish(v.string()), selected_option: v.nullish(v.object({ value: v.string() })) }),
  ),
);

export interface Submission extends Origin {
  /** What somebody could have typed instead. */
  readonly line: string;
  /** The `block_id` of each field, which is its name; at least one. */
  readonly fields: readonly [string, ...string[]];
}

/** What we need of the view that Slack sends back. */
interface SentView {
  readonly private_metadata: string;
  readonly blocks: readonly { readonly block_id?: string }[];
  readonly state: { readonly values: unknown };
}

function metadataIn(text: string): v.InferOutput<typeof Metadata> | null {
  try {
    return v.parse(Metadata, JSON.parse(text));
  } catch {
    return null;
  }
}

/** What somebody filled in; null for a modal that is not one of ours. */
export function readSubmission(view: SentView): Submission | null {
  const metadata = metadataIn(view.private_metadata);
  const state = v.safeParse(State, view.state.values);
  const [first, ...others] = view.blocks.flatMap(({ block_id: name }) => (name === undefined ? [] : [name]));
  if (metadata === null || !state.success || first === undefined) return null;
  const { template, ...origin } = metadata;
  const values = Object.entries(state.output).map(([name, { [FILLED]: filled }]): [string, string] => [
    name,
    filled?.selected_option?.value ?? filled?.value ?? '',
  ]);
  return { ...origin, fields: [first, ...others], line: fillForm({ template }, new Map(values)) };
}
