// "quiz schedule 09:30 Europe/Berlin weekdays level common reveal 6h": when a channel is asked, and about what.
import type { Answer } from '../../answer/answer.ts';
import { localDate } from '../../quiz/calendar.ts';
import { parseSchedule, readLevel } from '../../quiz/schedule-line.ts';
import type { Schedule } from '../../store/records.ts';
import type { PlacedVisit } from '../visit.ts';
import { change, changeSet } from './change.ts';
import { note, say, sayProblem, whenRead } from './note.ts';
import { describe, setUp, stampOf } from './settings.ts';

/** What a form adds to its line: the settings that it was filled with. */
const STAMP = /\sas (\w+)$/;

export async function answerSchedule(visit: PlacedVisit): Promise<Answer> {
  const { store, place, words, now } = visit;
  if (words === '') return sayHow(visit, await store.schedules.get(place));
  const stamp = STAMP.exec(words)?.[1];
  const line = words.replace(STAMP, '');
  return change(visit, (current) => {
    if (stamp !== undefined && stamp !== stampOf(current)) return sayChangedMeanwhile();
    return whenRead(parseSchedule(line, current ?? undefined), (said) => {
      const today = localDate(now, said.zone);
      const skips = said.skips.filter(({ to }) => to >= today);
      return {
        settings: { ...said, skips, digest: current?.digest ?? false, enabled: true },
        title: 'The quiz is set',
        what: current === null ? 'set up a daily quiz here' : 'changed the daily quiz',
      };
    });
  });
}

function sayChangedMeanwhile(): Answer {
  return sayProblem({
    problem: 'Somebody has changed the quiz since this form was made: please ask for a new one',
    example: 'quiz',
  });
}

async function sayHow({ store, now }: PlacedVisit, current: Schedule | null): Promise<Answer> {
  return note({
    title: current === null ? 'When shall I ask?' : 'When I ask here',
    blocks: [
      ...(current === null ? [] : await describe(store, current, now)),
      say('Type it in one line, for example ', { code: 'quiz schedule 09:30 Europe/Berlin weekdays' }, '.'),
      say(
        'You can add ',
        { code: 'level common' },
        ' (or registered, vendors) and ',
        { code: 'reveal 6h' },
        ' (or 16:00).',
      ),
    ],
    choices: [setUp(current)],
  });
}

/** "quiz level vendors" */
export async function answerLevel(visit: PlacedVisit): Promise<Answer> {
  return changeSet(visit, (current) =>
    whenRead(
      readLevel(visit.words),
      (level) => ({
        settings: { ...current, level },
        title: 'The level is set',
        what: `set the quiz to the level ${level}`,
      }),
      'quiz level',
    ),
  );
}

/** "quiz digest on" */
export async function answerDigest(visit: PlacedVisit): Promise<Answer> {
  const word = visit.words.toLowerCase();
  return changeSet(visit, (current) => {
    if (word !== 'on' && word !== 'off')
      return sayProblem({ problem: 'Should the Friday digest be on or off?', example: 'quiz digest on' });
    return {
      settings: { ...current, digest: word === 'on' },
      title: `The Friday digest is ${word}`,
      what: `switched the Friday digest ${word}`,
    };
  });
}
