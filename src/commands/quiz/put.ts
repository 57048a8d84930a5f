// Finding the question that somebody means, in their own channel and in no other.
import type { Answer } from '../../answer/answer.ts';
import { askedOf } from '../../delivery/history.ts';
import type { Asked } from '../../quiz/asked.ts';
import { addDays, localDate } from '../../quiz/calendar.ts';
import type { Delivery } from '../../store/records.ts';
import { type PlacedVisit, samePlace } from '../visit.ts';
import { note, say } from './note.ts';

/** A quiz whose question is fixed. */
export interface Put {
  readonly quiz: Delivery;
  readonly asked: Asked;
}

/** How far back somebody means the last question, in days. */
const LATELY = 60;

/** A question of this channel by its delivery's id; null for anybody else's, and for what is no question. */
export async function findPut({ store, place }: PlacedVisit, id: string): Promise<Put | null> {
  return putHere(await store.deliveries.get(id.toUpperCase()), place);
}

/** The last question that came in this channel. */
export async function lastPut({ store, place, now }: PlacedVisit): Promise<Put | null> {
  const today = localDate(now, 'UTC');
  const range = { from: addDays(today, -LATELY), to: addDays(today, 1) };
  const rows = await store.deliveries.list(place, range, ['quiz']);
  return putHere(rows.findLast(isOut) ?? null, place);
}

function putHere(quiz: Delivery | null, place: PlacedVisit['place']): Put | null {
  if (quiz === null || quiz.kind !== 'quiz' || !samePlace(quiz.place, place)) return null;
  const asked = askedOf(quiz);
  return asked === null ? null : { quiz, asked };
}

/** Whether people may have seen it. */
export function isOut({ status }: Delivery): boolean {
  return status === 'sent' || status === 'unknown' || status === 'sending';
}

export function sayNoQuestion(): Answer {
  return note({
    title: 'I know no such question here',
    blocks: [say('It may be from another channel, or too old. The next one comes as planned.')],
    choices: [{ label: 'Practise', line: 'quiz practice' }],
  });
}
