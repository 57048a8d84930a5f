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

/** A code that is told without being written. */
export interface Implied {
  readonly code: number;
  /** Where the first line that tells it has its words, in UTF-16 code units. */
  readonly at: number;
  /** How often the same words come. */
  readonly times: number;
}

/** The codes that lines of error logs and messages of tools tell without writing them, in the order they come, each once. */
export function impliedCodes(text: string): readonly Implied[] {
  const lower = inPlaceLower(text);
  const found = tellingLines.flatMap(({ text: words, pattern, implies }): readonly Implied[] => {
    const at = lower.indexOf(words);
    const told = at !== -1 && (pattern === undefined || pattern.test(text));
    return told ? [{ code: implies, at, times: lower.split(words).length - 1 }] : [];
  });
  const byCode = Map.groupBy(
    found.toSorted((a, b) => a.at - b.at),
    ({ code }) => code,
  );
  // One failure may be told in several lines, each in its own words.
  return [...byCode].flatMap(([code, [first, ...more]]) =>
    first === undefined
      ? []
      : [{ code, at: first.at, times: Math.max(first.times, ...more.map(({ times }) => times)) }],
  );
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
