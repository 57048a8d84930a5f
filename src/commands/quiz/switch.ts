// "quiz off", "quiz on": pausing without forgetting what was set.
import type { Answer, Choice } from '../../answer/answer.ts';
import type { PlacedVisit } from '../visit.ts';
import { changeSet } from './change.ts';
import { note, say } from './note.ts';

const switchOn: Choice = { label: 'Switch it on', line: 'quiz on' };

/** An open question still gets its solution; what has not been posted yet stays away. */
export async function answerOff(visit: PlacedVisit): Promise<Answer> {
  return changeSet(visit, (current) =>
    current.enabled
      ? {
          settings: { ...current, enabled: false },
          title: 'The quiz is off',
          what: 'switched the daily quiz off',
          choices: [switchOn],
        }
      : note({
          title: 'The quiz is off already',
          blocks: [say('Everything you set is kept.')],
          choices: [switchOn],
        }),
  );
}

export async function answerOn(visit: PlacedVisit): Promise<Answer> {
  return changeSet(visit, (current) =>
    current.enabled
      ? note({ title: 'The quiz is on already', choices: [{ label: 'Show its times', line: 'quiz' }] })
      : { settings: { ...current, enabled: true }, title: 'The quiz is on', what: 'switched the daily quiz on' },
  );
}
