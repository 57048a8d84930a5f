// From text to a Reading: what somebody meant, in the order of certainty. Pure; knows no platform.
import { meaningsOf } from '../catalog/index.ts';
import { findEvidence, looksPasted } from './evidence.ts';
import { asksWhichCode, type Question, toQuestion } from './question.ts';
import { readClass } from './readers/classes.ts';
import { readCodes, readOutOfRange } from './readers/codes.ts';
import {
  readComparison,
  readConstant,
  readMisspelled,
  readName,
  readNameInside,
  readSuggestion,
} from './readers/names.ts';
import { readSituation } from './readers/situations.ts';
import type { Finding, Reading } from './reading.ts';
import { clean, QUESTION_LIMIT } from './words.ts';

const bareCode = /^\s*([1-5]\d{2})\s*$/;
const asksForHelp =
  /^(?:(?:please|can you|could you|i need|i want|need|show|give|list|get|see|any|some|all|the|me|your|available|-{0,2}|\/) ?)*(?:help|\?+|-h|usage|commands?|man|manual|menu|instructions|examples?|options|guide|docs|documentation|info|start)(?: (?:me|out|please|menu|page|text|list|available|here|pls|with this|with that))*\W*$/;
/** "what can you do", "how do I use this bot", "who are you and what are you good for?" */
const asksAboutBot =
  /^(?:hey |hi |hello |hello, |hi, |so |ok |and |tell me |explain |(?:can|could) you (?:explain|tell me|show me) )*(?:what|how|who|which)\b.{0,24}\b(?:you|this bot|the bot|bot|teapot|this thing|this app|this work|it work|get started|to start|should i start|do i start|use this|(?:can|could|should|do|to) (?:i )?(?:ask|type|say|write)(?: here)?)\b.{0,32}$/;
const anyCode = /\d{3}|[1-5]xx|\b(?:status|http|code|return|error)\b/;

type Reader = (question: Question) => Reading | null;

/** The most certain first: each says what it read, or passes. */
const readers: readonly Reader[] = [
  readClass,
  readName,
  readConstant,
  readComparison,
  readCodes,
  readOutOfRange,
  readNameInside,
  readMisspelled,
  readSituation,
  readSuggestion,
];

/**
 * Reads a line or a paste.
 * @param text anything, of any length; questions are read up to QUESTION_LIMIT characters, pastes in full
 */
export function read(text: string): Reading {
  const bare = bareCode.exec(text)?.[1];
  if (bare !== undefined && meaningsOf(Number(bare)).length > 0)
    return { kind: 'status', code: Number(bare), facet: 'overview', why: 'code' };
  if (text.length > QUESTION_LIMIT || looksPasted(text, asksWhichCode)) {
    const findings = findEvidence(text);
    if (findings.length > 0) return { kind: 'paste', findings };
  }
  const question = toQuestion(text);
  if (isHelp(question.cleaned)) return { kind: 'help' };
  for (const reader of readers) {
    const reading = reader(question);
    if (reading) return reading;
  }
  return { kind: 'none' };
}

function isHelp(cleaned: string): boolean {
  if (cleaned === '' || asksForHelp.test(cleaned)) return true;
  return asksAboutBot.test(cleaned) && !anyCode.test(cleaned);
}

/** Reads somebody else's message: only codes that it really contains count, never a guess from its words. */
export function readMessage(text: string): Reading {
  const findings = findEvidence(text);
  if (findings.length > 0) return { kind: 'paste', findings };
  const reading = readCodes(toQuestion(text));
  if (reading?.kind === 'status' || reading?.kind === 'compare') {
    const codes = reading.kind === 'status' ? [reading.code] : reading.codes;
    return {
      kind: 'paste',
      findings: codes.map((code): Finding => ({ code, proof: clean(text).slice(0, 120), at: 0, times: 1 })),
    };
  }
  return { kind: 'none' };
}
