// Lines that tell of a code and doubt it: "is 404 right for an empty list?", "we send 200 although nothing was saved".
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

/** Similar enough to a case to speak of it; see findSituations for the scale. */
const CLEAR_CASE = 0.15;
/** Words of meaning beside the code that make a case of their own. */
const STORY_WORDS = 4;

/** Whether a code is told of and doubted, rather than asked about. `story`: words of meaning beside it. */
function isDoubted(cleaned: string, without: string, story: number): boolean {
  if (asksWhetherRight.test(cleaned) && circumstance.test(without)) return true;
  return story >= STORY_WORDS && [finding, wish, contrary].some((doubt) => doubt.test(without));
}

/**
 * The best code for the case beside the one that is doubted; null where none is, where the case is not clear, or where
 * the doubted code is the best one.
 * @param without the text without the code
 * @param story how many words of meaning that has
 */
export function readDoubt(cleaned: string, without: string, story: number, told: CodeRef): Reading | null {
  if (!isDoubted(cleaned, without, story)) return null;
  const [best] = findSituations(without).fits;
  if (best === undefined || best.code === told.code || best.similarity <= CLEAR_CASE) return null;
  const { similarity: score } = best;
  return {
    kind: 'situation',
    contested: true,
    candidates: [
      { code: best.code, why: 'situation', score, reason: best.when },
      { code: told.code, why: 'code', score, reason: 'you asked about it' },
    ],
  };
}
