// What is offered while somebody types a line about rules, or a code of the team's own.
import type { Choice } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import { keyOf, type OwnCode, type Section } from '../../house/house.ts';
import { titleOfOwn } from './words.ts';

/** Discord's most characters of a name or value. */
const LENGTH = 100;
/** Own codes offered: what is typed may as well become a status code. */
const OWN = 8;

const RULES = /^\s*(?:house\s+)?rules?\s*$/i;
const OUR = /^\s*(?:our|own)(?:\s+c[a-z]*)?\s*$/i;

const lines: readonly Choice[] = [
  { label: 'All house rules', line: 'rules' },
  { label: 'Codes of our own', line: 'our codes' },
  { label: 'Add a house rule', line: 'rule add' },
  { label: 'House rules as YAML', line: 'rule export' },
  { label: 'House rules from YAML', line: 'rule import' },
];

/** "rule", "our codes"; nothing for any other beginning. */
export function completeRules(typed: string): readonly Choice[] {
  if (RULES.test(typed)) return lines;
  return OUR.test(typed) ? lines.filter(({ line }) => line === 'our codes') : [];
}

/** Own codes whose number begins like that, or in whose names a word does. */
export function completeOwn(typed: string, sections: readonly Section[]): readonly Choice[] {
  const key = keyOf(typed.slice(0, LENGTH));
  if (key === '') return [];
  const fits = (code: OwnCode) => Number(!keyOf(code.code).startsWith(key));
  return sections
    .flatMap(({ codes }) => codes)
    .filter(({ code, name, aliases }) => [code, name, ...aliases].some((one) => ` ${keyOf(one)}`.includes(` ${key}`)))
    .toSorted((one, other) => fits(one) - fits(other))
    .slice(0, OWN)
    .map((own) => ({ label: shorten(`${titleOfOwn(own)} — ${own.meaning}`, LENGTH), line: own.code }));
}
