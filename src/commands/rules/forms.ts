// Forms for rules. What is sent says what the form was filled with, so that nobody undoes unseen what another changed.
import type { Choice, FormField } from '../../answer/answer.ts';
import type { Rule } from '../../house/house.ts';
import { seeded } from '../../quiz/random.ts';
import type { KeptRule } from '../../store/house-records.ts';

const words: FormField = {
  name: 'text',
  label: 'What is the rule?',
  hint: 'Validation errors; see ADR-12',
  multiline: true,
};
const link: FormField = { name: 'link', label: 'A link to more', hint: 'https://wiki.example/adr-12', optional: true };

/** Where there is no rule. */
const NOTHING = '0';

/** Names what a rule said: a short word that a form carries. */
export function stampOf(rule: KeptRule | null): string {
  if (rule === null) return NOTHING;
  return Math.floor(seeded(JSON.stringify([rule.text, rule.link, rule.setAt]))() * 2 ** 32).toString(36);
}

/** A button that asks for the words of a rule, with its present ones filled in. */
export function editButton(code: number, rule: KeptRule | null): Choice {
  return {
    label: rule === null ? 'Write one' : 'Edit',
    line: `rule edit ${code}`,
    style: 'primary',
    form: {
      title: `House rule for ${code}`,
      template: `rule edit ${code} =${stampOf(rule)} "{text}" {link}`,
      fields: [filled(words, rule?.text), filled(link, rule?.link)],
    },
  };
}

/** A button that asks for the code as well. */
export const addButton: Choice = {
  label: 'Add a rule',
  line: 'rule add',
  form: {
    title: 'A house rule',
    template: `rule edit {code} =${NOTHING} "{text}" {link}`,
    fields: [{ name: 'code', label: 'Status code', hint: '422' }, words, link],
  },
};

export const importButton: Choice = {
  label: 'Import',
  line: 'rule import',
  form: {
    title: 'Import rules and codes',
    template: 'rule import {yaml:lines}',
    fields: [
      {
        name: 'yaml',
        label: 'Rules and own codes, as YAML',
        hint: 'rules: {422: see ADR-12}',
        multiline: true,
      },
    ],
  },
};

function filled(field: FormField, value: Rule['link'] | undefined): FormField {
  return value === null || value === undefined ? field : { ...field, value };
}
