// Modals: what Discord refuses of one, and what somebody sees and fills in. docs: components/reference, modals
import { SELECTS, TYPE } from './components.ts';
import { type Json, object, objects, string } from './json.ts';
import type { Problem } from './refusal.ts';
import { count, length, oneOf, type Path } from './rules.ts';

const MOST_FIELDS = 5;

/** A form as somebody sees it. */
export interface Sheet {
  readonly title: string;
  readonly fields: readonly SheetField[];
  /** As the bot sent it. */
  readonly body: Json;
}

export interface SheetField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  /** What stands in it at first. */
  readonly value: string;
  /** To choose one from; null where one types. */
  readonly options: readonly { readonly label: string; readonly value: string }[] | null;
}

/** Everything in a modal that Discord would refuse. */
export function checkModal(value: unknown): Problem[] {
  const modal = object(value);
  const labels = objects(modal['components']);
  const inputs = labels.map(({ component }) => object(component));
  const names = inputs.map((input) => input['custom_id']);
  return [
    ...length(['data', 'custom_id'], modal['custom_id'], 1, 100),
    ...length(['data', 'title'], modal['title'], 1, 45),
    ...count(['data', 'components'], labels, 1, MOST_FIELDS),
    ...labels.flatMap((label, at) => checkLabel(label, ['data', 'components', at])),
    ...(new Set(names).size === names.length
      ? []
      : [
          {
            path: ['data', 'components'],
            code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
            message: 'Component custom id cannot be duplicated',
          },
        ]),
  ];
}

/** A modal as somebody sees it. */
export function readModal(body: Json): Sheet {
  const fields = objects(body['components']).map((label): SheetField => {
    const input = object(label['component']);
    const options = objects(input['options']);
    const chosen = options.find((option) => option['default'] === true);
    const isSelect = input['type'] === TYPE.select;
    return {
      name: string(input['custom_id']),
      label: string(label['label']),
      hint: string(input['placeholder']),
      required: input['required'] !== false,
      value: string(isSelect ? chosen?.['value'] : input['value']),
      options: isSelect
        ? options.map((option) => ({ label: string(option['label']), value: string(option['value']) }))
        : null,
    };
  });
  return { title: string(body['title']), fields, body };
}

/**
 * What Discord tells of a filled form; what is not mentioned stays as it is.
 * @throws where Discord's app would not let it be sent: something required is empty, or there is no such field or option
 */
export function fillModal({ body, fields }: Sheet, given: Readonly<Record<string, string>>): Json {
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw new Error(`There is no field ${unknown}`);
  const components = fields.map((field, at) => {
    const value = given[field.name] ?? field.value;
    if (field.required && value === '') throw new Error(`${field.label} is required`);
    if (field.options === null) return filled(at, { type: TYPE.input, custom_id: field.name, value });
    if (value !== '' && !field.options.some((option) => option.value === value))
      throw new Error(`There is no option ${value}`);
    return filled(at, { type: TYPE.select, custom_id: field.name, values: value === '' ? [] : [value] });
  });
  return { custom_id: body['custom_id'], components };
}

/** What Discord would tell of a form that no bot has sent. */
export function forgeModal(customId: string, values: Readonly<Record<string, string>>): Json {
  const components = Object.entries(values).map(([name, value], at) =>
    filled(at, { type: TYPE.input, custom_id: name, value }),
  );
  return { custom_id: customId, components };
}

function filled(at: number, input: Json): Json {
  return { type: TYPE.label, id: 2 * at + 1, component: { id: 2 * at + 2, ...input } };
}

function checkLabel(label: Json, path: Path): Problem[] {
  const input = object(label['component']);
  const here = [...path, 'component'];
  return [
    ...oneOf([...path, 'type'], label['type'], [TYPE.label]),
    ...length([...path, 'label'], label['label'], 1, 45),
    ...length([...path, 'description'], label['description'], 0, 100),
    ...oneOf([...here, 'type'], input['type'], [TYPE.input, ...SELECTS]),
    ...length([...here, 'custom_id'], input['custom_id'], 1, 100),
    ...(input['type'] === TYPE.input ? checkInput(input, here) : []),
    ...(input['type'] === TYPE.select ? checkSelect(input, here) : []),
  ];
}

function checkInput(input: Json, path: Path): Problem[] {
  return [
    ...oneOf([...path, 'style'], input['style'], [1, 2]),
    ...length([...path, 'placeholder'], input['placeholder'], 0, 100),
    ...length([...path, 'value'], input['value'], 0, 4000),
  ];
}

function checkSelect(select: Json, path: Path): Problem[] {
  const options = objects(select['options']);
  const values = options.map(({ value }) => value);
  const message = 'The specified option value is already used';
  return [
    ...length([...path, 'placeholder'], select['placeholder'], 0, 150),
    ...count([...path, 'options'], options, 1, 25),
    ...options.flatMap((option, at) => [
      ...length([...path, 'options', at, 'label'], option['label'], 1, 100),
      ...length([...path, 'options', at, 'value'], option['value'], 1, 100),
    ]),
    ...(new Set(values).size === values.length
      ? []
      : [{ path: [...path, 'options'], code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message }]),
  ];
}
