// "quiz skip 2026-12-24..2027-01-02 winter break": dates without a question.
import type { Answer } from '../../answer/answer.ts';
import { localDate } from '../../quiz/calendar.ts';
import { readSkips } from '../../quiz/dates.ts';
import { writeSkip } from '../../quiz/schedule.ts';
import type { Schedule } from '../../store/records.ts';
import type { PlacedVisit } from '../visit.ts';
import { changeSet, type Decision } from './change.ts';
import { note, say, sayProblem, whenRead } from './note.ts';
import { describe, sayNotSet } from './settings.ts';

/** Pauses kept at once: far more than a year has, and a bound on what is stored. */
const MOST = 50;

export async function answerSkip(visit: PlacedVisit): Promise<Answer> {
  const { store, place, words, now } = visit;
  if (words === '') {
    const current = await store.schedules.get(place);
    return current === null ? sayNotSet() : sayHow(visit, current);
  }
  return changeSet(visit, (current) => {
    if (words.toLowerCase() === 'none')
      return { settings: { ...current, skips: [] }, title: 'No pause any more', what: 'removed all pauses' };
    const today = localDate(now, current.zone);
    const add = (added: Schedule['skips']): Decision => {
      const skips = merged(current.skips, added).filter(({ to }) => to >= today);
      if (skips.length > MOST)
        return sayProblem({ problem: `More than ${MOST} pauses are too many for me.`, example: 'quiz skip none' });
      return {
        settings: { ...current, skips },
        title: 'I will be quiet then',
        what: `added a pause: ${added.map(writeSkip).join(', ')}`,
      };
    };
    return whenRead(readSkips(words, today), add, 'quiz skip');
  });
}

/** The same dates under a new name replace the old one. */
function merged(before: Schedule['skips'], added: Schedule['skips']): Schedule['skips'] {
  const kept = before.filter((old) => !added.some(({ from, to }) => old.from === from && old.to === to));
  return [...kept, ...added].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

async function sayHow({ store, now }: PlacedVisit, current: Schedule): Promise<Answer> {
  return note({
    title: 'Which dates shall I skip?',
    blocks: [
      ...(await describe(store, current, now)),
      say(
        'A date or a range, with a name if you like: ',
        { code: 'quiz skip 2026-12-24..2027-01-02 winter break' },
        '.',
      ),
    ],
    choices: current.skips.length === 0 ? [] : [{ label: 'Remove all pauses', line: 'quiz skip none' }],
  });
}
