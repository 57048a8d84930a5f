// The fields of a modal. docs: components/reference, label, text input, string select, radio group, checkbox
import type { VNode } from 'preact';
import type { Json, Modal } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asNumber, asText, objectsIn, own } from '../json.ts';
import type { FormLook } from '../look.ts';
import { typedIn } from '../typed.ts';
import { drawUndrawn } from '../undrawn.ts';
import { isMenu, type MenuOption, optionsOf, readOption } from './menus.ts';
import { drawMarkdown } from './words.ts';

const TYPE = { row: 1, input: 4, text: 10, label: 18, radio: 21, checkboxes: 22, checkbox: 23 } as const;
const PARAGRAPH = 2;

/** An input with all that is said about it. */
interface Field {
  readonly input: Json;
  /** Its `custom_id`. */
  readonly name: string;
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly error: string;
  /** What was put into it; undefined while nothing was. */
  readonly value: string | undefined;
}

/** The fields of a modal, without title and buttons. A checkbox is "true" or "false"; several choices stand in lines. */
export function drawModal(modal: Modal, look: FormLook): VNode {
  const parts = objectsIn(modal.payload['components']);
  return html`<div class="dc-form">${parts.map((part, at) => drawPart(part, `dc-field-${modal.id}-${at}`, modal, look))}</div>`;
}

function drawPart(part: Json, id: string, modal: Modal, look: FormLook): VNode {
  switch (part['type']) {
    case TYPE.text:
      return drawMarkdown(asText(part['content']), look);
    case TYPE.label:
      return drawField(readField(part, asJson(part['component']), id, modal, look), look);
    // Before labels, an input stood in a row and had its label with it.
    case TYPE.row: {
      const input = objectsIn(part['components'])[0] ?? {};
      return drawField(readField(input, input, id, modal, look), look);
    }
    default:
      return drawUndrawn(`Discord component ${asNumber(part['type'], 0)}`);
  }
}

function readField(told: Json, input: Json, id: string, { errors }: Modal, { values }: FormLook): Field {
  const name = asText(input['custom_id']);
  return {
    input,
    name,
    id,
    label: asText(told['label']),
    description: asText(told['description']),
    error: own(errors, name) ?? '',
    value: own(values, name),
  };
}

function drawField(field: Field, look: FormLook): VNode {
  const { type } = field.input;
  if (type === TYPE.input) return labelled(field, drawInput(field, look));
  if (isMenu(type)) return labelled(field, drawSelect(field, look));
  if (type === TYPE.checkbox) return drawCheckbox(field, look);
  if (type === TYPE.radio || type === TYPE.checkboxes) return drawGroup(field, look, type === TYPE.radio);
  return html`<div class="dc-field">${field.label}${drawUndrawn(`Discord component ${asNumber(type, 0)}`)}</div>`;
}

function labelled(field: Field, input: VNode): VNode {
  return html`
    <div class="dc-field">
      <label for=${field.id}>${field.label}${isRequired(field) && REQUIRED()}</label>
      ${drawNotes(field)}
      ${input}
      ${drawError(field)}
    </div>`;
}

function drawInput(field: Field, look: FormLook): VNode {
  const { input } = field;
  const attributes = {
    ...common(field),
    placeholder: asText(input['placeholder']),
    required: isRequired(field),
    minlength: lengthOf(input['min_length']),
    maxlength: lengthOf(input['max_length']) ?? 4000,
    value: field.value ?? asText(input['value']),
    onInput: (event: InputEvent) => look.onInput(field.name, typedIn(event)),
  };
  return input['style'] === PARAGRAPH
    ? html`<textarea ...${attributes} rows="4"></textarea>`
    : html`<input ...${attributes} type="text" autocomplete="off" />`;
}

function drawSelect(field: Field, look: FormLook): VNode {
  const { input } = field;
  const options = optionsOf(input, look.room);
  const chosen = field.value ?? options.find(({ isDefault }) => isDefault)?.value ?? '';
  const placeholder = asText(input['placeholder']) || 'Make a selection';
  return html`
    <select ...${common(field)} required=${isRequired(field)} value=${chosen} onChange=${(event: Event) => look.onInput(field.name, typedIn(event))}>
      <option value="" disabled=${isRequired(field)}>${placeholder}</option>
      ${options.map(({ label, value, description }) => html`<option value=${value}>${label}${description && ` – ${description}`}</option>`)}
    </select>`;
}

function drawCheckbox(field: Field, look: FormLook): VNode {
  const isChecked = field.value === undefined ? field.input['default'] === true : field.value === 'true';
  return html`
    <div class="dc-field">
      <label class="dc-choice" for=${field.id}>
        <input ...${common(field)} type="checkbox" checked=${isChecked} onChange=${() => look.onInput(field.name, `${!isChecked}`)} />
        <span>${field.label}</span>
      </label>
      ${drawNotes(field)}
      ${drawError(field)}
    </div>`;
}

function drawGroup(field: Field, look: FormLook, isRadio: boolean): VNode {
  const options = objectsIn(field.input['options']).map(readOption);
  const chosen = new Set(
    field.value?.split('\n') ?? options.filter(({ isDefault }) => isDefault).map(({ value }) => value),
  );
  const choose = ({ value }: MenuOption) => {
    const others = isRadio ? [] : options.filter((option) => option.value !== value && chosen.has(option.value));
    const isKept = isRadio || !chosen.has(value);
    look.onInput(field.name, [...others.map((option) => option.value), ...(isKept ? [value] : [])].join('\n'));
  };
  return html`
    <fieldset class="dc-field">
      <legend>${field.label}${isRequired(field) && REQUIRED()}</legend>
      ${drawNotes(field)}
      ${options.map(
        (option) => html`
        <label class="dc-choice">
          <input type=${isRadio ? 'radio' : 'checkbox'} name=${field.id} checked=${chosen.has(option.value)} onChange=${() => choose(option)} />
          <span>${option.label}${option.description && html`<small>${option.description}</small>`}</span>
        </label>`,
      )}
      ${drawError(field)}
    </fieldset>`;
}

function common({ id, error, description }: Field) {
  const notes = [description && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? 'true' : null, 'aria-describedby': notes || null };
}

function drawNotes({ id, description }: Field): VNode | null {
  return description === '' ? null : html`<p class="dc-note" id=${`${id}-note`}>${description}</p>`;
}

function drawError({ id, error }: Field): VNode | null {
  return error === '' ? null : html`<p class="dc-error" id=${`${id}-error`} role="alert">${error}</p>`;
}

/** Discord requires what is not said to be optional. */
function isRequired({ input }: Field): boolean {
  return input['required'] !== false;
}

const REQUIRED = (): VNode => html`<span class="dc-required" aria-hidden="true"> *</span>`;

function lengthOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}
