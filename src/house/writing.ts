// Rules and own codes as a file that can be read again.
import { stringify } from 'yaml';
import type { House, OwnCode, Rule } from './house.ts';

/** Codes as names, what is empty left out; nothing at all where there is nothing to write. */
export function writeHouse({ rules, codes }: House): string {
  const written = {
    ...(rules.length > 0 && { rules: new Map(rules.map((rule) => [rule.code, fieldsOfRule(rule)])) }),
    ...(codes.length > 0 && { codes: new Map(codes.map((code) => [code.code, fieldsOfCode(code)])) }),
  };
  // Each value stays on its line, so that a long file can be shown in parts.
  return Object.keys(written).length === 0 ? '' : stringify(written, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** One code as a line that brings it back: "codes: {E1042: {name: …}}". */
export function writeCodeInLine(code: OwnCode): string {
  const written = { codes: new Map([[code.code, fieldsOfCode(code)]]) };
  return stringify(written, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trim();
}

function fieldsOfRule({ text, link }: Rule): object {
  return { text, ...(link !== null && { link }) };
}

function fieldsOfCode({ name, meaning, advice, status, link, aliases }: OwnCode): object {
  return {
    name,
    meaning,
    ...(advice.length > 0 && { do: advice }),
    ...(status !== null && { status }),
    ...(link !== null && { link }),
    ...(aliases.length > 0 && { aliases }),
  };
}
