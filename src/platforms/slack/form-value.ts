// A form on its way through Slack: in the value of a button, so that it opens after a restart and for ever.
import * as v from 'valibot';
import type { Choice, Form } from '../../answer/answer.ts';
import { LIMITS, MODAL_LIMITS } from './limits.ts';

const Option = v.object({ label: v.string(), value: v.string() });

const Field = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MODAL_LIMITS.name)),
  label: v.string(),
  value: v.exactOptional(v.string()),
  hint: v.exactOptional(v.string()),
  optional: v.exactOptional(v.boolean()),
  multiline: v.exactOptional(v.boolean()),
  options: v.exactOptional(v.array(Option)),
});

const Carried = v.object({
  line: v.string(),
  form: v.object({
    title: v.string(),
    template: v.string(),
    fields: v.pipe(
      v.array(Field),
      v.minLength(1),
      v.maxLength(MODAL_LIMITS.fields),
      v.check((fields) => new Set(fields.map(({ name }) => name)).size === fields.length),
    ),
  }),
});

/** A form, and the line that says how to type what it asks. */
export interface CarriedForm {
  readonly line: string;
  readonly form: Form;
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** The form in a button's value; null for any other value, whoever made it. */
export function readFormValue(value: string): CarriedForm | null {
  const carried = v.safeParse(Carried, parse(value));
  return carried.success ? carried.output : null;
}

/** What a button with a form carries; null where there is no form, or it is more than a button can carry. */
export function formValue({ line, form }: Choice): string | null {
  if (form === undefined) return null;
  const value = JSON.stringify({ line, form } satisfies CarriedForm);
  return value.length <= LIMITS.form && readFormValue(value) !== null ? value : null;
}
