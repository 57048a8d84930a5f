// From an `Ask` to what is meant by it: what is read at all, what is masked before, and what need not be read again.
import { hash, randomBytes } from 'node:crypto';
import { maskSecrets } from './commands/mask.ts';
import type { Ask } from './port.ts';
import { isOfCatalog } from './query/of-catalog.ts';
import { read, readMessage } from './query/read.ts';
import type { Reading } from './query/reading.ts';
import { createRecent } from './query/recent.ts';

/** Characters that are read: as many as a message on Slack can have (docs: reference/methods/chat.postMessage). */
const MOST = 40_000;
/** Marks that turn the direction of reading: quoted, they would turn around what stands beside them as well. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What is read of it: no more than a platform would send, and nothing that only changes how the rest looks. */
export function readable(ask: Ask): Ask {
  const most = ask.by.platform === 'terminal' ? Number.POSITIVE_INFINITY : MOST;
  if (ask.kind === 'line') return { ...ask, line: ask.line.slice(0, most).replace(TURNS, '') };
  // What failed last stands last.
  return { ...ask, text: ask.text.slice(-most).replace(TURNS, '') };
}

/**
 * What is meant. Pastes are read with their secrets masked, so that no proof can show one. A question is read as it was typed.
 * @throws NotYetExperienced
 */
export function understand(ask: Ask): Reading {
  if (ask.kind === 'explain') return readMessage(maskSecrets(ask.text));
  const said = ask.kind === 'line' ? ask.line : ask.text;
  const reading = readOnce(said);
  return quotes(reading) ? read(maskSecrets(said)) : reading;
}

/** Whether an answer would quote the text: the proof of a code, or the evidence of who ended a request. */
function quotes(reading: Reading): boolean {
  return reading.kind === 'paste' || ('verdict' in reading && reading.verdict !== undefined);
}

/** Characters of a question that many ask: “401 vs 403”. */
const SHORT = 60;
/** So many of those are not read again. */
const KEPT = 500;
/** What was typed is not kept, only this of it, which nobody else can tell from a guess. */
const SALT = randomBytes(16).toString('base64');
const readBefore = createRecent<Reading>(KEPT);

function readOnce(said: string): Reading {
  if (said.length > SHORT) return read(said);
  const key = hash('sha256', SALT + said, 'base64');
  const before = readBefore.get(key);
  if (before !== undefined) return before;
  const reading = read(said);
  if (isOfCatalog(reading)) readBefore.set(key, reading);
  return reading;
}
