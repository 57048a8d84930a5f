// "quiz schedule 09:30 Europe/Berlin weekdays level common reveal 6h": when a channel is asked, and about what.
import type { Answer } from '../../answer/answer.ts';
import { localDate } from '../../quiz/calendar.ts';
import { parseSchedule, readLevel } from '../../quiz/schedule-line.ts';
import type { Schedule } from '../../store/records.ts';
import { note, say, sayProblem, whenRead } from './note.ts';
import { change, describe, sayNotSet, setUp } from './settings.ts';
import type { PlacedVisit } from './visit.ts';

export async function answerSchedule(visit: PlacedVisit): Promise<Answer> {
  const { store, place, words, now } = visit;
  const current = await store.schedules.get(place);
  if (words === '') return sayHow(visit, current);
  return whenRead(parseSchedule(words, current ?? undefined), (said) => {
    const today = localDate(now, said.zone);
    const skips = said.skips.filter(({ to }) => to >= today);
    return change(
      visit,
      current,
      { ...said, skips, digest: current?.digest ?? false, enabled: true },
      { title: 'The quiz is set', what: current === null ? 'set up a daily quiz here' : 'changed the daily quiz' },
    );
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
  const current = await visit.store.schedules.get(visit.place);
  if (current === null) return sayNotSet();
  return whenRead(readLevel(visit.words), (level) =>
    change(
      visit,
      current,
      { ...current, level },
      { title: 'The level is set', what: `set the quiz to the level ${level}` },
    ),
  );
}

/** "quiz digest on" */
export async function answerDigest(visit: PlacedVisit): Promise<Answer> {
  const current = await visit.store.schedules.get(visit.place);
  if (current === null) return sayNotSet();
  const word = visit.words.toLowerCase();
  if (word !== 'on' && word !== 'off')
    return sayProblem({ problem: 'Should the Friday digest be on or off?', example: 'quiz digest on' });
  return change(
    visit,
    current,
    { ...current, digest: word === 'on' },
    { title: `The Friday digest is ${word}`, what: `switched the Friday digest ${word}` },
  );
}
