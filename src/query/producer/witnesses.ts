// Looks for the signs in a text.

import { inPlaceLower } from '../words.ts';
import { responseFields } from './headers.ts';
import type { Sign, Witness } from './sign.ts';
import { clientSigns, signs, tellingLines } from './signs/index.ts';

/** Longest piece that is quoted, in characters. */
const PROOF_LIMIT = 120;

/**
 * @param code the code that is asked about; null where the text has none: then a client's own words count, too
 */
export function witnessesIn(text: string, code: number | null): readonly Witness[] {
  const lower = inPlaceLower(text);
  const fields = responseFields(text);
  const voided = (unless: string) => fields.has(unless) || lower.includes(unless);
  const rows = code === null ? [...signs, ...clientSigns] : signs;
  return rows.flatMap((sign): readonly Witness[] => {
    if (sign.codes !== undefined && (code === null || !sign.codes.includes(code))) return [];
    const proof = proofOf(sign, text, lower, fields);
    if (proof === null || (sign.unless !== undefined && voided(sign.unless))) return [];
    return [{ ...sign, proof }];
  });
}

/** The code that a line of an error log tells without writing it; the first such line. */
export function impliedCode(text: string): { readonly code: number; readonly at: number } | null {
  const lower = inPlaceLower(text);
  const found = tellingLines.flatMap(({ text: words = '', pattern, implies }) => {
    const at = lower.indexOf(words);
    return at === -1 || implies === undefined || (pattern !== undefined && !pattern.test(text))
      ? []
      : [{ code: implies, at }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

type Fields = ReturnType<typeof responseFields>;

function proofOf(
  { header, value, text: words, pattern }: Sign,
  text: string,
  lower: string,
  fields: Fields,
): string | null {
  if (words !== undefined && !lower.includes(words)) return null;
  if (pattern !== undefined && !pattern.test(text)) return null;
  if (header !== undefined) {
    const field = fields.get(header)?.find((known) => value === undefined || value.test(known.value));
    return field === undefined ? null : shorten(field.line);
  }
  const at = pattern === undefined ? lower.indexOf(words ?? '') : text.search(pattern);
  return lineAt(text, at);
}

/** The line at an offset; of a long one, the piece that begins there. */
function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end === -1 ? undefined : end).trim();
  return line.length <= PROOF_LIMIT ? line : shorten(text.slice(at, end === -1 ? undefined : end).trim());
}

function shorten(piece: string): string {
  return piece.length <= PROOF_LIMIT ? piece : `${piece.slice(0, PROOF_LIMIT).trimEnd()}…`;
}
