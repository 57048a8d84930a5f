// What somebody filled into a form, as the line it stands for.
import type { Form } from './answer.ts';

const blank = /(\s?)\{([^{}:]+)(:lines)?\}/g;
const lineEnds = /\r\n?/g;
const spaces = /\s+/g;

/**
 * The line of a form.
 * @param values what was filled in, by the field's name; kept on one line, unless its blank says `:lines`
 * @returns the template with every `{name}` replaced; what is empty is left out with the space before it
 */
export function fillForm({ template }: Pick<Form, 'template'>, values: ReadonlyMap<string, string>): string {
  const filled = template.replace(blank, (_, space: string, name: string, lines?: string) => {
    const typed = values.get(name) ?? '';
    const value = lines === undefined ? typed.replace(spaces, ' ').trim() : typed.replace(lineEnds, '\n').trim();
    return value === '' ? '' : space + value;
  });
  return filled.trim();
}
