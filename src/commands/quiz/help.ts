// "quiz", "quiz help": what the quiz is, and how it stands in this channel.
import type { Answer, Block, Choice, Text } from '../../answer/answer.ts';
import type { Visit } from '../visit.ts';
import { note, say } from './note.ts';
import { describe, setUp } from './settings.ts';

const examples: readonly { readonly line: string; readonly gives: string }[] = [
  { line: 'quiz schedule 09:30 Europe/Berlin weekdays', gives: 'a question a day, at this channel’s own time' },
  { line: 'quiz now', gives: 'one for everybody, at once' },
  { line: 'quiz practice', gives: 'as many as you like, only for you' },
  { line: 'quiz scores', gives: 'the board, also of the week or of all time' },
  { line: 'quiz me', gives: 'what you know, and what you confuse' },
  { line: 'quiz skip 2026-12-24..2027-01-02', gives: 'dates without a question' },
  { line: 'quiz level vendors', gives: 'or common, or registered codes' },
  { line: 'quiz off', gives: 'a pause until quiz on' },
  { line: 'quiz digest on', gives: 'a summary every Friday' },
  { line: 'quiz preview', gives: 'the coming three questions, for whoever looks after them' },
  { line: 'quiz flag', gives: 'doubt the last question; quiz void takes one out' },
  { line: 'quiz hide-me, forget-me, export-me', gives: 'what I may know and show about you' },
];

/** @param unknown a part that there is not */
export async function answerHelp(visit: Visit | null, unknown?: string): Promise<Answer> {
  return note({
    title: unknown === undefined ? 'A question a day about HTTP status codes' : 'The quiz does not know that word',
    blocks: [
      say(
        'Everybody answers with a button, and the first answer counts. Some hours later comes the solution, with the reasons.',
      ),
      ...(await sayHere(visit)),
      { kind: 'heading', text: 'What you can ask' },
      { kind: 'list', items: examples.map(({ line, gives }): Text => [{ code: line }, ` – ${gives}`]) },
    ],
    choices: await choicesFor(visit),
  });
}

async function sayHere(visit: Visit | null): Promise<readonly Block[]> {
  if (visit === null || visit.place === null)
    return [say('It needs a channel on Slack or Discord; practising does not.')];
  const schedule = await visit.store.schedules.get(visit.place);
  if (schedule === null) return [say('This channel has no time for it yet.')];
  return [{ kind: 'heading', text: 'In this channel' }, ...(await describe(visit.store, schedule, visit.now))];
}

async function choicesFor(visit: Visit | null): Promise<readonly Choice[]> {
  const practise: Choice = { label: 'Practise', line: 'quiz practice' };
  if (visit === null || visit.place === null) return [practise];
  const schedule = await visit.store.schedules.get(visit.place);
  return [setUp(schedule), practise, { label: 'Scores', line: 'quiz scores' }];
}

/** Where nothing is remembered, or where there is no channel. */
export function sayNeedsChannel(): Answer {
  return note({
    title: 'The quiz needs a channel on Slack or Discord',
    blocks: [say('There I ask a team one question a day and keep its scores. Practising works everywhere.')],
    choices: [{ label: 'Practise', line: 'quiz practice', style: 'primary' }],
  });
}
