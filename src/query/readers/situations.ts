// Lines that describe a case: "user is logged in but may not see this".
import { findNameInside } from '../names.ts';
import type { Question } from '../question.ts';
import type { Candidate, Reading } from '../reading.ts';
import { type Fit, findSituations, type Likeness } from '../situations.ts';

/** Scores below this share too little with any case to be named, even as a guess. */
const FLOOR = 0.1;
/** The next candidate is close enough to be shown beside the first. */
const CLOSE = 0.05;
const SHOWN = 3;
/** What a code's own name inside the sentence adds. */
const NAMED = 0.15;

// How likely a sentence asks about a status code: a logistic regression over the questions used for tuning.
const SIMILARITY = 12.5;
const CHATTER = -18;
const SURENESS = 2.6;
/** Each word that the catalog, which knows its own field, has never met. */
const STRANGE = -1.25;
const ASKS_WHICH = 1.8;
const TECHNICAL = 2;
/** By the logarithm of the number of words: a long text is less like any one line. */
const LENGTH = 1.5;
const SILENCE = -4.5;
/** Below this it is more likely chat; up to `DOUBTFUL` it is answered with "did you mean". */
const CHAT = -0.3;
const DOUBTFUL = 0.3;

function likelihood({ words, asksWhich, technical }: Question, likeness: Likeness): number {
  return (
    SIMILARITY * (likeness.fits[0]?.similarity ?? 0) +
    CHATTER * likeness.chat +
    SURENESS * likeness.sureness +
    STRANGE * likeness.strange +
    (asksWhich ? ASKS_WHICH : 0) +
    (technical ? TECHNICAL : 0) +
    LENGTH * Math.log(1 + words.length) +
    SILENCE
  );
}

function candidate({ code, sub, similarity, when }: Fit): Candidate {
  return {
    code,
    ...(sub === undefined ? {} : { sub }),
    why: 'situation',
    score: Math.min(1, similarity),
    reason: when,
  };
}

export function readSituation(question: Question): Reading | null {
  const { cleaned, codes } = question;
  const mentioned = codes.filter(({ otherwise }) => !otherwise).map(({ code }) => code);
  const named = findNameInside(cleaned);
  const likeness = findSituations(cleaned);
  const fits = likeness.fits
    // A code that the question mentions without asking about it is one it does not want: "instead of 200".
    .filter(({ code }) => !mentioned.includes(code))
    .map((fit) => (fit.code === named?.code ? { ...fit, score: fit.score + NAMED } : fit))
    .sort((a, b) => b.score - a.score);
  const [best] = fits;
  if (best === undefined || best.similarity < FLOOR) return null;
  const likely = likelihood(question, likeness);
  if (likely < CHAT) return null;

  const rival = fits.find(({ code }) => code === best.rival);
  const close = fits.filter((fit) => fit !== best && fit !== rival && fit.score >= best.score - CLOSE);
  const shown = [best, ...(rival === undefined ? [] : [rival]), ...close];
  const candidates = shown
    .filter(({ code }, i) => shown.findIndex((fit) => fit.code === code) === i)
    .slice(0, SHOWN)
    .map(candidate);
  if (likely < DOUBTFUL) return { kind: 'suggest', candidates };
  return { kind: 'situation', candidates, contested: rival !== undefined };
}
