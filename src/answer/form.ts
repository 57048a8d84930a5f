// What somebody filled into a form, as the line it stands for.
import type { Form } from './answer.ts';

const blank = /(\s?)\{([^{}]+)\}/g;
const spaces = /\s+/g;

/**
 * The line of a form.
 * @param values what was filled in, by the field's name; kept on one line
 * @returns the template with every `{name}` replaced; what is empty is left out with the space before it
 */
export function fillForm({ template }: Pick<Form, 'template'>, values: ReadonlyMap<string, string>): string {
  const filled = template.replace(blank, (_, space: string, name: string) => {
    const value = (values.get(name) ?? '').replace(spaces, ' ').trim();
    return value === '' ? '' : space + value;
  });
  return filled.trim();
}
