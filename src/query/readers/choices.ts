// "choose", "choose yes no yes": the way to a code by answers with yes or no.
import type { YesNo } from '../../catalog/decisions.ts';
import type { Question } from '../question.ts';
import type { Reading } from '../reading.ts';

const opening =
  /^(?:please )?(?:help me (?:to )?)?choose(?: (?:an? |the |my )?(?:http )?(?:status |response )?code)?(?: |$)/;
/** Whoever does not know yet which case to tell: the questions ask for it. */
const undecided =
  /^(?:please )?(?:(?:which|what)(?: http)?(?: status| response)? code (?:should|do|shall|can|could|would|must) (?:i|we|you) (?:use|choose|pick|take|return|send|answer with|respond with)|(?:help me )?(?:pick|find|choose)(?: me)?(?: an?| the| my)?(?: right| best)?(?: http)?(?: status| response)? code)$/;

const answerWords: ReadonlyMap<string, YesNo> = new Map([
  ['yes', 'yes'],
  ['y', 'yes'],
  ['no', 'no'],
  ['n', 'no'],
]);
const attempts = new Set('maybe perhaps unsure dunno skip next idk both neither'.split(' '));
/** Takes the last answer back. */
const BACK = 'back';
/** Shows the record to the channel. */
const HERE = 'here';

/** Whoever goes on with other words ("choose between 401 and 403") asks for something else. */
export function readChoice({ words }: Question): Reading | null {
  const line = words.join(' ');
  if (undecided.test(line)) return { kind: 'choose', answers: [] };
  const found = opening.exec(line)?.[0];
  if (found === undefined) return null;
  const said = line.slice(found.length).split(' ').filter(Boolean);
  const [first, second] = said;
  // One other word alone is an attempt at an answer, such as "choose maybe".
  if (first !== undefined && !answerWords.has(first) && (second !== undefined || !attempts.has(first))) return null;
  const strange = said.some((word) => !answerWords.has(word) && word !== BACK && word !== HERE);
  return {
    kind: 'choose',
    answers: answersIn(said),
    ...(strange ? { strange } : {}),
    ...(said.includes(HERE) ? { here: true } : {}),
  };
}

function answersIn(said: readonly string[]): readonly YesNo[] {
  const answers: YesNo[] = [];
  for (const word of said) {
    const answer = answerWords.get(word);
    if (answer !== undefined) answers.push(answer);
    else if (word === BACK) answers.pop();
  }
  return answers;
}
