// "quiz now": a question in between, at once. "quiz now 10m": with its solution ten minutes later.
import type { Answer } from '../../answer/answer.ts';
import { isScheduled } from '../../delivery/history.ts';
import { addDays, localDate, revealAt } from '../../quiz/calendar.ts';
import type { Read } from '../../quiz/reading.ts';
import { defaults, type Reveal } from '../../quiz/schedule.ts';
import { readReveal } from '../../quiz/times.ts';
import { newId } from '../../store/id.ts';
import type { Delivery } from '../../store/records.ts';
import type { PlacedVisit } from '../visit.ts';
import { note, say, whenRead } from './note.ts';

const REVEAL = /^(?:reveal\s+)?(?:at\s+|after\s+|in\s+)?/i;
const DAY = 24 * 60 * 60_000;

/** One at a time, so that nobody can flood a channel. */
export async function answerNow(visit: PlacedVisit): Promise<Answer> {
  const { store, place, words, now } = visit;
  const schedule = await store.schedules.get(place);
  const zone = schedule?.zone ?? 'UTC';
  const put = async (reveal: Reveal): Promise<Answer> => {
    const date = localDate(now, zone);
    const open = await openInBetween(visit, date);
    if (open !== null) return sayOneIsOpen(visit, open);
    const quiz = newId(now);
    const solution = revealAt(reveal, zone, now);
    const row = { place, date, slot: quiz };
    await store.deliveries.insert({ ...row, id: quiz, kind: 'quiz', notBefore: now });
    await store.deliveries.insert({ ...row, id: newId(now), kind: 'reveal', parent: quiz, notBefore: solution });
    visit.wake();
    return note({
      title: 'A question is on its way',
      blocks: [
        say(
          'It comes to this channel in a moment, and its solution ',
          { time: solution },
          '. It counts for points, not for streaks.',
        ),
      ],
    });
  };
  return whenRead(readWish(words, schedule?.reveal ?? defaults.reveal), put, 'quiz now');
}

function readWish(words: string, otherwise: Reveal): Read<Reveal> {
  const wish = words.replace(REVEAL, '');
  return wish === '' ? { value: otherwise } : readReveal(wish);
}

/** A question in between that still waits for answers, or to be posted. */
async function openInBetween({ store, place, now }: PlacedVisit, date: string): Promise<Delivery | null> {
  const rows = await store.deliveries.list(place, { from: addDays(date, -1), to: addDays(date, 1) }, ['quiz']);
  const open = rows.findLast(
    (row) =>
      !isScheduled(row) &&
      row.closedAt === null &&
      row.voidedAt === null &&
      row.status !== 'skipped' &&
      row.status !== 'dead' &&
      now - row.notBefore < DAY,
  );
  return open ?? null;
}

async function sayOneIsOpen({ store }: PlacedVisit, open: Delivery): Promise<Answer> {
  const reveal = await store.deliveries.revealOf(open.id);
  return note({
    title: 'One question in between is still open',
    blocks: [
      reveal === null
        ? say('The next one can come after its solution.')
        : say('Its solution comes ', { time: reveal.notBefore }, '; then there is room for the next one.'),
    ],
    choices: [{ label: 'Practise', line: 'quiz practice' }],
  });
}
