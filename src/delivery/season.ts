// The end of a season: how the channel did in this month, and who leads its board.
import type { Answer, Span } from '../answer/answer.ts';
import { type Board, boardOf } from '../quiz/board.ts';
import { addDays, localDate, seasonAt } from '../quiz/calendar.ts';
import { frame } from '../quiz/frame.ts';
import { accuracyOf, channelStreakOf, type Share } from '../quiz/insights.ts';
import { keepLedger } from '../quiz/scoring.ts';
import type { Delivery } from '../store/records.ts';
import { type Composed, type Desk, skip } from './composed.ts';
import { historyOf, keptUntil } from './history.ts';
import { NOBODY } from './reveal.ts';
import { shareIn } from './summary.ts';

/** Days after which the end of a season is no news any more. */
const NEWS_DAYS = 3;
/** How long the summary waits at a time for the last questions of its season. In milliseconds. */
const OPEN_WAIT = 60 * 60_000;

export async function composeSeason({ store, now }: Desk, row: Delivery): Promise<Composed> {
  const schedule = await store.schedules.get(row.place);
  if (schedule === null || !schedule.enabled) return skip('the schedule was switched off');
  const { zone } = schedule;
  if (localDate(now(), zone) > addDays(row.date, NEWS_DAYS)) return skip('too late');
  const { from, to } = seasonAt(Date.parse(row.date), 'UTC');
  const history = await historyOf(store, row.place, keptUntil(to));
  const quizzes = history.quizzes.filter(({ slot }) => from <= slot);
  if (quizzes.some(({ state }) => state === 'open') && localDate(now(), zone) <= addDays(row.date, 1))
    return { act: 'wait', until: now() + OPEN_WAIT, reason: 'a question is still open' };
  const share = accuracyOf(quizzes, history.tallies);
  if (share.answered === 0) return skip(NOBODY);
  const ledger = keepLedger(history.quizzes, history.answers);
  const said = saySeason({
    name: new Date(row.date).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    share,
    streak: channelStreakOf(history.quizzes, history.tallies),
    board: boardOf(ledger, null, history.hidden, { from, to }),
  });
  return { act: 'post', content: { item: null, payload: said }, draw: (payload) => payload as Answer };
}

export function saySeason(season: {
  /** "November 2026" */
  readonly name: string;
  readonly share: Share;
  /** Questions in a row that somebody in the channel answered. */
  readonly streak: number;
  readonly board: Board;
}): Answer {
  const { name, share, streak, board } = season;
  return {
    ...frame(`${name} is over`, 'room'),
    blocks: [
      {
        kind: 'text',
        text: [`Together: ${shareIn(share)}.${streak > 1 ? ` ${streak} questions answered in a row.` : ''}`],
      },
      ...(board.top.length === 0
        ? []
        : [
            { kind: 'heading', text: 'The season’s board' } as const,
            {
              kind: 'list',
              items: board.top.map(({ place, user, points }): readonly Span[] => [
                `${place}. `,
                { user },
                ` ${points}`,
              ]),
            } as const,
          ]),
      { kind: 'text', text: ['A new season has begun: everybody starts at nought.'] },
    ],
    choices: [
      { label: 'All-time scores', line: 'quiz scores all' },
      { label: 'Practise', line: 'quiz practice' },
    ],
  };
}
