// "quiz off", "quiz on": pausing without forgetting what was set.
import type { Answer } from '../../answer/answer.ts';
import { note, say } from './note.ts';
import { change, sayNotSet } from './settings.ts';
import type { PlacedVisit } from './visit.ts';

/** An open question still gets its solution; what has not been posted yet is called off. */
export async function answerOff(visit: PlacedVisit): Promise<Answer> {
  const { store, place } = visit;
  const current = await store.schedules.get(place);
  if (current === null) return sayNotSet();
  if (!current.enabled)
    return note({
      title: 'The quiz is off already',
      blocks: [say('Everything you set is kept.')],
      choices: [{ label: 'Switch it on', line: 'quiz on' }],
    });
  const said = { title: 'The quiz is off', what: 'switched the daily quiz off' };
  const answer = await change(visit, current, { ...current, enabled: false }, said);
  await store.deliveries.callOff(place, ['quiz', 'digest', 'season'], 'the schedule was switched off');
  return { ...answer, choices: [{ label: 'Switch it on', line: 'quiz on' }] };
}

export async function answerOn(visit: PlacedVisit): Promise<Answer> {
  const current = await visit.store.schedules.get(visit.place);
  if (current === null) return sayNotSet();
  const title = current.enabled ? 'The quiz is on already' : 'The quiz is on';
  if (current.enabled) return note({ title, choices: [{ label: 'Show its times', line: 'quiz' }] });
  return change(visit, current, { ...current, enabled: true }, { title, what: 'switched the daily quiz on' });
}
