// What can be filled in: fields to type in, menus, boxes to tick. What was chosen of several is a list in JSON.
import type { ComponentChild, VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asList, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { typedIn } from '../typed.ts';
import { drawText } from './rich-text.ts';
import { plainWords } from './text.ts';

/** One field as it is now. */
export interface Filling {
  /** The id in the page, which a label may point at. */
  readonly id: string | undefined;
  /** What it is called, where no label points at it. */
  readonly label: string | undefined;
  /** What was filled in; its initial value where nothing was. */
  readonly value: string | undefined;
  readonly describedBy: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly disabled: boolean;
  onInput(value: string): void;
}

interface Option {
  readonly value: string;
  /** A text object. */
  readonly text: unknown;
  readonly description: unknown;
}

/** Fields of one line, by the type that the browser has for them, and where Slack has their initial value. */
const TYPED: ReadonlyMap<unknown, readonly [type: string, initial: string]> = new Map([
  ['plain_text_input', ['text', 'initial_value']],
  ['email_text_input', ['email', 'initial_value']],
  ['url_text_input', ['url', 'initial_value']],
  ['number_input', ['number', 'initial_value']],
  ['datepicker', ['date', 'initial_date']],
  ['timepicker', ['time', 'initial_time']],
]);
const MENUS: ReadonlySet<unknown> = new Set([
  'static_select',
  'users_select',
  'channels_select',
  'conversations_select',
]);
const BOXES: ReadonlySet<unknown> = new Set([
  'checkboxes',
  'radio_buttons',
  'multi_static_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
]);

export function isInput(type: unknown): boolean {
  return TYPED.has(type) || MENUS.has(type) || BOXES.has(type);
}

/** Whether it is a group of boxes, which have labels of their own. */
export function isGroup(type: unknown): boolean {
  return BOXES.has(type);
}

function optionOf({ value, text, description }: Json): Option {
  return { value: asText(value), text, description };
}

function named(id: string, name: string): Option {
  return { value: id, text: { type: 'plain_text', text: name, emoji: false }, description: undefined };
}

/** What can be chosen: the options that were sent, or the people or channels there are. */
function optionsOf({ type, options, option_groups }: Json, { room }: Look): readonly Option[] {
  if (asText(type).includes('users')) return room.members.map(({ id, name }) => named(id, name));
  if (asText(type).includes('channels') || asText(type).includes('conversations'))
    return room.channels.filter(({ aloneWith }) => aloneWith === null).map(({ id, name }) => named(id, `#${name}`));
  return [...objectsIn(options), ...objectsIn(option_groups).flatMap((group) => objectsIn(group['options']))].map(
    optionOf,
  );
}

/** What is chosen before anybody has changed it. */
function initial(element: Json): readonly string[] {
  const one = ['initial_user', 'initial_channel', 'initial_conversation'].map((name) => element[name]);
  const some = ['initial_users', 'initial_channels', 'initial_conversations'].flatMap((name) => asList(element[name]));
  const options = [element['initial_option'], ...asList(element['initial_options'])].map(
    (option) => asJson(option)['value'],
  );
  return [...one, ...some, ...options].map(asText).filter((value) => value !== '');
}

/** The values in what a group of boxes was filled with. */
export function chosenIn(value: string): readonly string[] {
  try {
    return asList(JSON.parse(value)).map(asText);
  } catch {
    return [];
  }
}

function attributes({ id, label, describedBy, required, invalid, disabled, onInput }: Filling) {
  return {
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    required,
    disabled,
    onInput: (event: Event) => onInput(typedIn(event)),
  };
}

function numberOr(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function drawTyped(element: Json, [type, from]: readonly [string, string], filling: Filling): VNode {
  const value = filling.value ?? asText(element[from]);
  const shared = {
    ...attributes(filling),
    class: 'bk-field',
    value,
    placeholder: plainWords(element['placeholder']),
    minlength: numberOr(element['min_length']),
    maxlength: numberOr(element['max_length']),
  };
  return element['multiline'] === true
    ? html`<textarea ...${shared} rows="4"></textarea>`
    : html`<input ...${shared} type=${type} step=${element['is_decimal_allowed'] === true ? 'any' : undefined} autocomplete="off" />`;
}

function drawOption({ value, text }: Option, chosen: string): VNode {
  return html`<option value=${value} selected=${value === chosen}>${plainWords(text)}</option>`;
}

function drawMenu(element: Json, filling: Filling, look: Look): VNode {
  const chosen = filling.value ?? initial(element)[0] ?? '';
  const groups = objectsIn(element['option_groups']);
  const options: ComponentChild =
    groups.length > 0
      ? groups.map(
          ({ label, options }) =>
            html`<optgroup label=${plainWords(label)}>${objectsIn(options).map((option) => drawOption(optionOf(option), chosen))}</optgroup>`,
        )
      : optionsOf(element, look).map((option) => drawOption(option, chosen));
  const prompt = plainWords(element['placeholder']) || 'Select an option';
  return html`<select ...${attributes(filling)} class="bk-field" value=${chosen}>
    <option value="" selected=${chosen === ''} hidden=${filling.required}>${prompt}</option>
    ${options}
  </select>`;
}

function drawBoxes(element: Json, filling: Filling, look: Look): VNode {
  const single = element['type'] === 'radio_buttons';
  const { value, id, disabled, onInput } = filling;
  const before = value === undefined ? initial(element) : single ? [value] : chosenIn(value);
  const options = optionsOf(element, look);
  const change = (clicked: string) => {
    if (single) return onInput(clicked);
    const chosen = options.map((option) => option.value).filter((one) => before.includes(one) !== (one === clicked));
    onInput(chosen.length === 0 ? '' : JSON.stringify(chosen));
  };
  const boxes = options.map(
    (option) => html`<label class="bk-box">
      <input
        type=${single ? 'radio' : 'checkbox'} name=${id} value=${option.value} disabled=${disabled}
        checked=${before.includes(option.value)} onInput=${() => change(option.value)}
      />
      <span>${drawText(option.text, look)}${option.description !== undefined && html`<small>${drawText(option.description, look)}</small>`}</span>
    </label>`,
  );
  return html`<div class="bk-boxes">${boxes}</div>`;
}

/** Draws something to fill in, of a type that `isInput`. */
export function drawInput(element: Json, filling: Filling, look: Look): VNode {
  const typed = TYPED.get(element['type']);
  if (typed !== undefined) return drawTyped(element, typed, filling);
  return MENUS.has(element['type']) ? drawMenu(element, filling, look) : drawBoxes(element, filling, look);
}
