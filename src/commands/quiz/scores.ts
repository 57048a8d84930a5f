// "quiz scores": how the channel is doing, then its first five, then the place of whoever asks.
import type { Answer, Block, Choice, Text } from '../../answer/answer.ts';
import { historyOf, keptUntil } from '../../delivery/history.ts';
import { type Board, boardOf, type Rank } from '../../quiz/board.ts';
import { addDays, localDate, type Period, seasonAt, weekAt } from '../../quiz/calendar.ts';
import { accuracyOf, channelStreakOf, type Share } from '../../quiz/insights.ts';
import { countedOf, keepLedger } from '../../quiz/scoring.ts';
import type { PlacedVisit } from '../visit.ts';
import { counted, note, say, sayProblem } from './note.ts';

const spans = ['week', 'season', 'all'] as const;
type Span = (typeof spans)[number];

const titles: Readonly<Record<Span, string>> = {
  week: 'This week’s scores',
  season: 'This month’s scores',
  all: 'Scores of all time',
};
const labels: Readonly<Record<Span, string>> = { week: 'This week', season: 'This month', all: 'All time' };

export async function answerScores({ store, place, person, words, now }: PlacedVisit): Promise<Answer> {
  const span = spans.find((one) => one === (words.toLowerCase() || 'season'));
  if (span === undefined)
    return sayProblem({ problem: 'I keep scores by week, season (a month) and all.', example: 'quiz scores week' });
  const zone = (await store.schedules.get(place))?.zone ?? 'UTC';
  // A day ahead: dates are those of the zone in which a question was asked.
  const history = await historyOf(store, place, keptUntil(addDays(localDate(now, zone), 1)));
  const period = periodOf(span, now, zone);
  const within = history.quizzes.filter(({ slot }) => period === undefined || inside(period, slot));
  const board = boardOf(keepLedger(history.quizzes, history.answers), person.user, history.hidden, period);
  const share = accuracyOf(within, history.tallies);
  return note({
    title: titles[span],
    blocks:
      share.answered === 0
        ? [say('No solution has come out in this time: scores follow the solutions.')]
        : [
            sayTogether(share, countedOf(within).length, channelStreakOf(history.quizzes, history.tallies)),
            ...sayBoard(board),
            sayOwn(board, history.hidden.has(person.user)),
          ],
    choices: [
      ...spans.filter((one) => one !== span).map((one): Choice => ({ label: labels[one], line: `quiz scores ${one}` })),
      { label: 'About me', line: 'quiz me' },
      { label: 'Practise', line: 'quiz practice' },
    ],
  });
}

function periodOf(span: Span, now: number, zone: string): Period | undefined {
  switch (span) {
    case 'week':
      return weekAt(now, zone);
    case 'season':
      return seasonAt(now, zone);
    case 'all':
      return undefined;
    default:
      return span satisfies never;
  }
}

function inside({ from, to }: Period, date: string): boolean {
  return from <= date && date <= to;
}

function sayTogether({ answered, right }: Share, questions: number, streak: number): Block {
  const together = `Together: ${percent(right, answered)} right in ${counted(answered, 'answer')} to ${counted(questions, 'question')}.`;
  return say(together, streak > 1 ? ` ${streak} questions answered in a row.` : '');
}

/** "67 %" */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part * 100) / whole)} %`;
}

function sayBoard({ top, people }: Board): readonly Block[] {
  if (top.length === 0) return [];
  return [
    {
      kind: 'table',
      head: ['', 'Who', 'Points', 'Right', 'Streak'],
      rows: top.map(({ place, user, points, right, answered, streak }): readonly Text[] => [
        [`${place}.`],
        [{ user }],
        [String(points)],
        [`${right} of ${answered}`],
        [String(streak)],
      ]),
    },
    ...(people > top.length ? [say(`${counted(people, 'person', 'people')} in all.`)] : []),
  ];
}

function sayOwn({ own, people }: Board, hidden: boolean): Block {
  if (own === null) return say('You have not answered in this time yet. The next question is a good moment.');
  return say({ strong: 'You' }, `: ${sayRank(own)}`, hidden ? ', hidden from the others.' : ` of ${people}.`);
}

function sayRank({ place, points, streak }: Rank): string {
  const running = streak > 1 ? `, streak ${streak}` : '';
  return `${counted(points, 'point')}${running}, place ${place}`;
}
