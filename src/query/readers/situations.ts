// Lines that describe a case: "user is logged in but may not see this".
import { findNameInside } from '../names.ts';
import type { Question } from '../question.ts';
import type { Candidate, Reading } from '../reading.ts';
import { type Fit, findSituations } from '../situations.ts';

/** Scores below this share too little with any case to be named, even as a guess. */
const FLOOR = 0.1;
/** Without the question "which code …", so much is needed to take a sentence for a case at all. */
const UNASKED_FLOOR = 0.25;
/** The next candidate is close enough to be shown beside the first. */
const CLOSE = 0.8;
/** What a code's own name inside the sentence adds. */
const NAMED = 0.2;

function candidate({ code, sub, score, when }: Fit): Candidate {
  return { code, ...(sub === undefined ? {} : { sub }), why: 'situation', score: Math.min(1, score), reason: when };
}

export function readSituation(question: Question): Reading | null {
  const { cleaned, asksWhich, technical } = question;
  const named = findNameInside(cleaned);
  const fits = findSituations(cleaned)
    .map((fit) => (fit.code === named?.code ? { ...fit, score: fit.score + NAMED } : fit))
    .sort((a, b) => b.score - a.score);
  const [best] = fits;
  if (best === undefined || best.score < (asksWhich ? FLOOR : technical ? (FLOOR + UNASKED_FLOOR) / 2 : UNASKED_FLOOR)) return null;
  const rival = best.rival === undefined ? undefined : fits.find(({ code }) => code === best.rival);
  const close = fits.filter((fit) => fit !== best && fit.code !== best.code && fit.score >= best.score * CLOSE);
  const others = [...(rival === undefined ? [] : [rival]), ...close.filter((fit) => fit !== rival)];
  const shown = [best, ...others].filter((fit, i, all) => all.findIndex(({ code }) => code === fit.code) === i).slice(0, 3);
  return { kind: 'situation', candidates: shown.map(candidate), contested: best.rival !== undefined && shown[1]?.code === best.rival };
}
