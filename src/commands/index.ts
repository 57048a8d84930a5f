// Everything a person can ask: which file answers which reading, and what platforms register.
import type { Answer } from '../answer/answer.ts';
import type { Ask, CommandSpec, MenuSpec } from '../port.ts';
import { verdictOnLine } from '../query/paste/read-paste.ts';
import type { Reading } from '../query/reading.ts';
import { answerChoice } from './choose.ts';
import { answerCompare } from './compare.ts';
import { answerCustomer } from './customer.ts';
import { answerPaste } from './explain.ts';
import { answerFamily } from './families.ts';
import { answerHelp, answerNone, guide } from './help.ts';
import { type Stack, seenFrom } from './in-stack.ts';
import { answerList } from './list.ts';
import { madeOnce } from './made-once.ts';
import { maskSecrets } from './mask.ts';
import { answerOther, answerUncoded } from './other-codes.ts';
import { quizCommand } from './quiz/parts.ts';
import { answerSelection } from './selection.ts';
import { answerSituation } from './situation.ts';
import { answerStatus } from './status.ts';
import { answerSuggest } from './suggest.ts';
import { answerUnassigned } from './unassigned.ts';
import { answerUnanswered, withVerdict } from './verdict.ts';

export { guide };

export const commands: readonly CommandSpec[] = [
  {
    name: 'status',
    description: 'Explain an HTTP status code',
    hint: '404 | 401 vs 403 | bad gateway | which code when … | quiz | help',
    where: 'anywhere',
  },
  quizCommand,
];

export const menu: MenuSpec = {
  name: 'Explain status codes',
  id: 'explain_status_codes',
  description:
    'Finds the HTTP status codes in a message or log and says what they mean and what to do; only you see it.',
};

/** Under which circumstances something is answered. */
export interface Circumstances {
  readonly ask: Ask;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What a request passes in the channel; empty where nobody has said. */
  readonly stack?: Stack;
}

/** Says what was read. A kind of reading that nobody answers does not compile. */
export function answer(read: Reading, circumstances: Circumstances): Answer {
  const { stack = [] } = circumstances;
  const reading = seenFrom(stack, read);
  return madeOnce(reading, stack, () => make(reading, stack, circumstances));
}

function make(reading: Reading, stack: Stack, { ask, now }: Circumstances): Answer {
  const said = ask.kind === 'line' ? ask.line : ask.text;
  switch (reading.kind) {
    case 'status':
      return answerStatus(reading, now, stack);
    case 'compare':
      return answerCompare(reading);
    case 'class':
      return reading.only === undefined ? answerList(reading) : answerSelection(reading.only);
    case 'situation':
      return answerSituation(reading, said);
    case 'paste':
      return answerPaste(reading, said, stack);
    case 'other':
      return withVerdict(answerOther(reading), reading.verdict ?? verdictOnLine(maskSecrets(said)));
    case 'family':
      return answerFamily(reading);
    case 'customer':
      return answerCustomer(reading);
    case 'suggest':
      return answerSuggest(reading);
    case 'unassigned':
      return answerUnassigned(reading);
    case 'choose':
      return answerChoice(reading, ask.by.platform);
    case 'help':
      return answerHelp(reading.topic);
    case 'none':
      if (reading.others !== undefined) return withVerdict(answerUncoded(reading.others), reading.verdict);
      return reading.verdict === undefined ? answerNone(reading, ask.kind) : answerUnanswered(reading.verdict);
    default:
      return reading satisfies never;
  }
}
