// Lines that tell of a code and doubt it: "is 404 right for an empty list?", "we send 200 although nothing was saved".
import type { Question } from '../question.ts';
import type { CodeRef, Reading } from '../reading.ts';
import { findSituations } from '../situations.ts';

/** "should I return 404 …", "is 200 ok …". */
const asksWhetherRight =
  /\b(?:should|shall|can|could|may|would|do) (?:i|we|it|you|my|our|the|an?|one)\b.{0,30}\b(?:return|use|send|respond|answer|be|give|throw)\b|\b(?:is|are|would|be) (?:an? |the |http |it )*\d{3} (?:the |an? |really |also |still )*(?:ok|okay|right|correct|appropriate|valid|fine|wrong|bad|better|suitable|proper|good|allowed)\b/;
/** What the case is, beside the code. */
const circumstance = /\b(?:when|if|for|in case|after|because|while|since|on|where)\b/;

/** "seems off", "is wrong", "not accurate". */
const finding =
  /\b(?:(?:seems?|feels?|looks?|sounds?|is|was|be|a bit|rather|quite|not) (?:an? |very |really |a bit |so |also |too |quite |most )*(?:off|wrong|odd|weird|strange|misleading|incorrect|inappropriate|inaccurate|confusing|unspecific|unhelpful|nonsense|right|correct|accurate|appropriate|ideal|honest|helpful|proper|sensible)\b|(?:un|not very |rather |so |too )(?:specific|helpful))\b/;
/** "shouldn't it be …", "it should say …", "expected?". */
const wish =
  /\bshould(?:n'?t| not)? (?:it|this|that|we|i|they|you|the \w+)?\s*(?:\w+ )?(?:be|return|respond|send|answer|say|give|use|get|have)\b|\b(?:expected|correct|right|intended)\s*\?|\bwouldn'?t\b|\bmakes? (?:no|more|little|any) sense\b|\b(?:more|most|better|best) \w* ?(?:code|status|response|one|choice|fit|answer)\b/;
/** "… when really our own code blew up". */
const contrary =
  /\b(?:really|actually|in fact|in reality|although|even though|neither|isn'?t (?:this|that|it)|instead(?! of))\b/;

/** Right before a code that somebody reports of a server: "dufs returned …", "backend says …". */
const told =
  /\b(?:returns?|returned|returning|sends?|sent|sending|answers?|answered|answering|responds?|responded|responding|repl(?:ies|ied)|gives?|gave|says?|said|throws?|threw|fails? with|failed with|results? in|resulted in|comes? back (?:as|with)|(?:should|shall|can|could|do) (?:i|we))(?: (?:an?|the|with|back|http|status|code|only|just|always|error|us|me))* ?[('"]?$/;
/** Somebody wants to know the code itself. */
const asksCause = /\b(?:why|what (?:does|is|causes)|how (?:do|can|to|should)|fix|means?|meaning|causes?|reason)\b/;

/** Similar enough to a case to speak of it; see findSituations for the scale. */
const CLEAR_CASE = 0.15;
/** Words of meaning beside the code that make a case of their own. */
const STORY_WORDS = 4;

/** Whether a code is told of and doubted, rather than asked about. */
function isDoubted({ cleaned, asksWhich }: Question, { without, story, before }: Told): boolean {
  if (asksWhetherRight.test(cleaned) && circumstance.test(without)) return true;
  if (story < STORY_WORDS) return false;
  if ([finding, wish, contrary].some((doubt) => doubt.test(without))) return true;
  return told.test(before) && (asksWhich || !asksCause.test(without));
}

/** A code in a line, and what stands around it. */
export interface Told {
  readonly code: CodeRef;
  /** What stands right before it. */
  readonly before: string;
  /** The line without it. */
  readonly without: string;
  /** How many words of meaning that has. */
  readonly story: number;
}

/**
 * The best code for the case beside the one that is doubted; null where none is, where the case is not clear, or where
 * the doubted code is the best one.
 */
export function readDoubt(question: Question, doubted: Told): Reading | null {
  if (!isDoubted(question, doubted)) return null;
  const { code: asked } = doubted.code;
  const [best] = findSituations(doubted.without).fits;
  if (best === undefined || best.code === asked || best.similarity <= CLEAR_CASE) return null;
  const { similarity: score } = best;
  return {
    kind: 'situation',
    contested: true,
    candidates: [
      { code: best.code, why: 'situation', score, reason: best.when },
      { code: asked, why: 'code', score, reason: 'you named it' },
    ],
  };
}
