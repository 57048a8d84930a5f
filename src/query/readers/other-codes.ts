// Lines about numbers of other protocols and systems: "ftp 530 login incorrect", "exit code 137".
import { findOtherCodes } from '../other-codes.ts';
import type { Question } from '../question.ts';
import type { Reading } from '../reading.ts';

/** Says what the number is, unless the line also has one of HTTP or asks which one to use. */
export function readOtherCode({ cleaned, codes, asksWhich }: Question): Reading | null {
  const [other] = findOtherCodes(cleaned);
  if (other === undefined || asksWhich || codes.some(({ otherwise }) => !otherwise)) return null;
  return { kind: 'none', otherwise: other.is };
}
