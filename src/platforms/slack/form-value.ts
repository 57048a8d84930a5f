// A form on its way through Slack: in the value of a button, so that it opens after a restart and for ever.
import { z } from 'zod';
import type { Choice, Form } from '../../answer/answer.ts';
import { LIMITS, MODAL_LIMITS } from './limits.ts';

const Option = z.object({ label: z.string(), value: z.string() });

const Field = z.object({
  name: z.string().min(1).max(MODAL_LIMITS.name),
  label: z.string(),
  value: z.string().exactOptional(),
  hint: z.string().exactOptional(),
  optional: z.boolean().exactOptional(),
  multiline: z.boolean().exactOptional(),
  options: z.array(Option).exactOptional(),
});

const Carried = z.object({
  line: z.string(),
  form: z.object({
    title: z.string(),
    template: z.string(),
    fields: z
      .array(Field)
      .min(1)
      .max(MODAL_LIMITS.fields)
      .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length),
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
  const carried = Carried.safeParse(parse(value));
  return carried.success ? carried.data : null;
}

/** What a button with a form carries; null where there is no form, or it is more than a button can carry. */
export function formValue({ line, form }: Choice): string | null {
  if (form === undefined) return null;
  const value = JSON.stringify({ line, form } satisfies CarriedForm);
  return value.length <= LIMITS.form && readFormValue(value) !== null ? value : null;
}
