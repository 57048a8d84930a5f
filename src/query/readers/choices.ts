// "choose", "choose yes no yes": the way to a code by answers with yes or no.
import type { YesNo } from '../../catalog/decisions.ts';
import type { Question } from '../question.ts';
import type { Reading } from '../reading.ts';

const opening =
  /^(?:please )?(?:help me (?:to )?)?choose(?: (?:an? |the |my )?(?:http )?(?:status |response )?code)?(?: |$)/;
const answerWords: ReadonlyMap<string, YesNo> = new Map([
  ['yes', 'yes'],
  ['y', 'yes'],
  ['no', 'no'],
  ['n', 'no'],
]);
/** Takes the last answer back. */
const BACK = 'back';
/** Shows the record to the channel. */
const HERE = 'here';

/** Whoever goes on with other words ("choose between 401 and 403") asks for something else. */
export function readChoice({ words }: Question): Reading | null {
  const line = words.join(' ');
  const found = opening.exec(line)?.[0];
  if (found === undefined) return null;
  const said = line.slice(found.length).split(' ').filter(Boolean);
  const [first] = said;
  if (first !== undefined && !answerWords.has(first)) return null;
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
