// From text to a Reading: what somebody meant, in the order of certainty. Pure; knows no platform.
import { meaningsOf, written } from '../catalog/index.ts';
import { lineAround, looksPasted } from './paste/evidence.ts';
import { unmangle } from './paste/mangled.ts';
import { readFailure, readPaste } from './paste/read-paste.ts';
import { asksWhichCode, type Question, toQuestion } from './question.ts';
import { readChoice } from './readers/choices.ts';
import { readClass } from './readers/classes.ts';
import { readCodes, readOutOfRange } from './readers/codes.ts';
import { readComparison } from './readers/comparisons.ts';
import { readConcept } from './readers/concepts.ts';
import { readCustomer } from './readers/customers.ts';
import { readHelp } from './readers/help.ts';
import { readConstant, readMisspelled, readName, readNameInside, readSuggestion } from './readers/names.ts';
import { readOtherCode } from './readers/other-codes.ts';
import { readPageError } from './readers/page-errors.ts';
import { readRequested } from './readers/requests.ts';
import { readSelection } from './readers/selections.ts';
import { readSituation } from './readers/situations.ts';
import type { Finding, Reading } from './reading.ts';
import { QUESTION_LIMIT } from './words.ts';

const bareCode = /^\s*([1-5]\d{2})\s*$/;
type Reader = (question: Question) => Reading | null;

/** The most certain first: each says what it read, or passes. */
const readers: readonly Reader[] = [
  readCustomer,
  readHelp,
  readChoice,
  readRequested,
  readOtherCode,
  readPageError,
  readSelection,
  readClass,
  readConstant,
  readComparison,
  readName,
  readConcept,
  readCodes,
  readOutOfRange,
  readNameInside,
  readMisspelled,
  readSituation,
  readSuggestion,
];

/**
 * Reads a line or a paste.
 * @param typed anything, of any length; questions are read up to QUESTION_LIMIT characters, pastes in full
 */
export function read(typed: string): Reading {
  const text = unmangle(typed);
  const bare = bareCode.exec(text)?.[1];
  if (bare !== undefined && meaningsOf(Number(bare)).length > 0)
    return { kind: 'status', code: Number(bare), facet: 'overview', why: 'code' };
  const pasted = text.length > QUESTION_LIMIT || looksPasted(text, asksWhichCode);
  const copied = pasted ? readPaste(text) : null;
  if (copied) return copied;
  const failed = pasted && !asksWhichCode(text) ? readFailure(text) : null;
  // Whoever answered is named, and no code with it: its words are an error’s, not somebody’s case.
  if (failed?.others !== undefined || failed?.verdict?.producer === 'application') return failed;
  // Numbers in a log that nothing proves to be codes are errno, sizes and ids; its words may still tell a case.
  const question = pasted ? { ...toQuestion(text), codes: [] } : toQuestion(text);
  for (const reader of readers) {
    const reading = reader(question);
    if (reading) return reading;
  }
  return failed ?? { kind: 'none' };
}

/** Reads somebody else's message: only codes that it really contains count, never a guess from its words. */
export function readMessage(sent: string): Reading {
  const text = unmangle(sent);
  const copied = readPaste(text);
  if (copied) return copied;
  const question = toQuestion(text);
  const page = readPageError(question);
  if (page?.kind === 'other') return page;
  const other = readOtherCode(question);
  // What another protocol says proves no status code, whichever belongs to it.
  if (other?.kind === 'other' && other.beside === undefined)
    return { ...readFailure(text), kind: 'none', others: other.refs };
  const reading = readCodes(question);
  if (reading?.kind === 'status' || reading?.kind === 'compare') {
    const codes = reading.kind === 'status' ? [reading.code] : reading.codes;
    return {
      kind: 'paste',
      findings: codes.map((code): Finding => {
        // 4O4 with a letter is nowhere to be found as a number: then the first line is the proof.
        const at = Math.max(0, text.search(new RegExp(`(?<!\\d)${written(code)}(?!\\d)`)));
        return { code, proof: lineAround(text, at), at, times: 1 };
      }),
    };
  }
  return readFailure(text) ?? { kind: 'none' };
}
