// Forms: a button that asks a few things first. Discord's modals, opened and read.
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Answer, Choice, Form, FormField } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import { fillForm } from '../../answer/form.ts';
import { oneLine } from './cut.ts';
import { LIMITS } from './limits.ts';

/** A button has no room for a form, so it carries the line that answers with the form again. */
const ASKS_FIRST = 'form:';

/** What the button of a choice carries: its line, marked where a form comes first. A form that Discord would refuse is passed over. */
export function carriedBy({ line, form }: Choice): string {
  const marked = ASKS_FIRST + line;
  return form !== undefined && fits(form) && marked.length <= LIMITS.customId ? marked : line;
}

/** What a pressed button asks for. */
export function readButton(customId: string): { readonly line: string; readonly asksFirst: boolean } {
  const asksFirst = customId.startsWith(ASKS_FIRST);
  return { line: oneLine(asksFirst ? customId.slice(ASKS_FIRST.length) : customId), asksFirst };
}

/** The form that an answer offers in place of this line. */
export function formFor(line: string, answer: Answer | null): Form | undefined {
  const offered = answer?.choices.find((choice) => oneLine(choice.line) === line && choice.form !== undefined)?.form;
  return offered !== undefined && fits(offered) ? offered : undefined;
}

/** A form as a modal, which carries the template; the present values are filled in. */
export function drawForm({ title, template, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: template,
    title: shorten(oneLine(title) || '…', LIMITS.formTitle),
    components: fields.map(
      (field): APILabelComponent => ({
        type: ComponentType.Label,
        label: shorten(oneLine(field.label) || field.name, LIMITS.fieldLabel),
        component: field.options === undefined ? textInput(field) : select(field, field.options),
      }),
    ),
  };
}

/** The line that somebody's form stands for. */
export function readForm({ customId, fields }: ModalSubmitInteraction): string {
  const values = fields.fields.map((field): [string, string] => {
    if ('values' in field) return [field.customId, field.values[0] ?? ''];
    return [field.customId, 'value' in field && typeof field.value === 'string' ? field.value : ''];
  });
  return fillForm({ template: customId }, new Map(values)).slice(0, LIMITS.line);
}

function fits({ template, fields }: Form): boolean {
  return (
    isKey(template) &&
    fields.length > 0 &&
    fields.length <= LIMITS.fields &&
    areKeys(fields.map(({ name }) => name)) &&
    fields.every(({ options }) => options === undefined || areOptions(options))
  );
}

function areOptions(options: NonNullable<FormField['options']>): boolean {
  return options.length > 0 && options.length <= LIMITS.options && areKeys(options.map(({ value }) => value));
}

function areKeys(keys: readonly string[]): boolean {
  return keys.every(isKey) && new Set(keys).size === keys.length;
}

/** A custom_id, and an option's value too: they cannot be cut, as they are read again. */
function isKey(text: string): boolean {
  return text.trim() !== '' && text.length <= LIMITS.customId;
}

function textInput({ name, value, hint, optional = false, multiline = false }: FormField): APITextInputComponent {
  const present = (typed: string) => (multiline ? typed.slice(0, LIMITS.lines) : oneLine(typed).slice(0, LIMITS.value));
  return {
    type: ComponentType.TextInput,
    style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
    ...(multiline && { max_length: LIMITS.lines }),
    custom_id: name,
    required: !optional,
    ...placeholder(hint),
    ...(value === undefined ? {} : { value: present(value) }),
  };
}

function select(
  { name, value, hint, optional = false }: FormField,
  options: NonNullable<FormField['options']>,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: !optional,
    min_values: optional ? 0 : 1,
    max_values: 1,
    ...placeholder(hint),
    options: options.map((option) => ({
      label: shorten(oneLine(option.label) || oneLine(option.value), LIMITS.option),
      value: option.value,
      default: option.value === value,
    })),
  };
}

function placeholder(hint = ''): { placeholder?: string } {
  const text = shorten(oneLine(hint), LIMITS.placeholder);
  return text === '' ? {} : { placeholder: text };
}
