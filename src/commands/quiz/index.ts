// The quiz, as a person can ask for it: which file answers which part, where, and who may.
import type { Answer } from '../../answer/answer.ts';
import type { Ask } from '../../port.ts';
import type { Desk, Spoken } from '../desk.ts';
import { isPlaced, type PlacedVisit, type Room, type Visit, visitOf } from '../visit.ts';
import { answerClick } from './click.ts';
import { answerExportMe } from './export.ts';
import { answerFlag } from './flag.ts';
import { answerHelp, sayNeedsChannel } from './help.ts';
import { answerMe } from './me.ts';
import { note, say } from './note.ts';
import { answerNow } from './now.ts';
import { isPart, readQuizLine, speaksToQuiz } from './parts.ts';
import { answerPractice } from './practice.ts';
import { answerPreview } from './preview.ts';
import { answerForgetMe, answerHideMe } from './privacy.ts';
import { answerDigest, answerLevel, answerSchedule } from './schedule.ts';
import { answerScores } from './scores.ts';
import { refuse } from './settings.ts';
import { answerSkip } from './skip.ts';
import { answerOff, answerOn } from './switch.ts';
import { answerVoid } from './void.ts';

/** About oneself: also in direct messages. */
const personal: ReadonlyMap<string, (visit: Visit) => Promise<Answer>> = new Map([
  ['me', answerMe],
  ['hide-me', answerHideMe],
  ['forget-me', answerForgetMe],
  ['export-me', answerExportMe],
]);

/** In a channel, for everybody. */
const shared: ReadonlyMap<string, (visit: PlacedVisit) => Promise<Answer>> = new Map([
  ['answer', answerClick],
  ['now', answerNow],
  ['flag', answerFlag],
  ['scores', answerScores],
]);

/** In a channel, for whoever may change what happens there. */
const managed: ReadonlyMap<string, (visit: PlacedVisit) => Promise<Answer>> = new Map([
  ['schedule', answerSchedule],
  ['skip', answerSkip],
  ['on', answerOn],
  ['off', answerOff],
  ['level', answerLevel],
  ['digest', answerDigest],
  ['preview', answerPreview],
  ['void', answerVoid],
]);

/** A line is for the quiz by its first word; a mention only where it names a part as well. */
export const quizDesk: Desk = {
  takes: (ask) => (ask.kind === 'line' ? readQuizLine(ask.line) !== null : speaksToQuiz(ask.text)),
  isInPassing: (ask) => {
    const read = ask.kind === 'line' ? readQuizLine(ask.line) : null;
    return read?.part === 'answer' || (read?.part === 'schedule' && read.words === '');
  },
  counts: (ask) => ask.kind === 'line' && readQuizLine(ask.line)?.part === 'answer',
  answer: answerQuiz,
};

async function answerQuiz(ask: Spoken, room: Room): Promise<Answer> {
  const { part, words } = readQuizLine(ask.kind === 'line' ? ask.line : ask.text) ?? { part: 'help', words: '' };
  if (isOverheard(ask)) return sayPrivately(part);
  const visit = visitOf(ask.by, words, ask.kind === 'line' ? (ask.from ?? null) : null, room);
  if (part === 'practice') return answerPractice(words, room.now(), visit, ask.by.platform === 'terminal');
  if (part === 'help') return answerHelp(visit);
  if (!isPart(part)) return answerHelp(visit, part);
  const own = personal.get(part);
  if (own !== undefined && visit !== null) return own(visit);
  if (visit === null || !isPlaced(visit)) return sayNeedsChannel();
  const common = shared.get(part);
  if (common !== undefined) return common(visit);
  if (!(await ask.by.manages())) return refuse(ask.by);
  return (managed.get(part) ?? answerHelp)(visit);
}

/** What Teapot replies to a message on a Discord server, everybody there reads; a command's answer only who asked. */
function isOverheard({ kind, by }: Ask): boolean {
  return kind === 'mention' && by.platform === 'discord' && by.team !== null;
}

function sayPrivately(part: string): Answer {
  return note({
    title: 'Use the command for that',
    blocks: [say('Type ', { code: `/quiz ${part}` }, ': then what is only for you, only you see.')],
  });
}
