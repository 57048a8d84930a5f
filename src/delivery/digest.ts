// The weekly digest: how the channel is doing, what was hard, and what comes next.
import type { Answer, Fact, Text } from '../answer/answer.ts';
import { shorten } from '../answer/fit.ts';
import { addDays, localDate, nextDigest, weekAt } from '../quiz/calendar.ts';
import { frame } from '../quiz/frame.ts';
import { accuracyOf, hardestOf, mostConfusedOf, type Share, type Tally } from '../quiz/insights.ts';
import type { Quiz } from '../quiz/scoring.ts';
import { nextTheme } from '../quiz/themes.ts';
import type { DateRange, Delivery } from '../store/records.ts';
import { type Composed, type Desk, skip } from './composed.ts';
import { historyOf } from './history.ts';
import { NOBODY } from './reveal.ts';
import { shareIn } from './summary.ts';

/** Longer than from one digest to the next, whatever the clocks do. */
const OVER_A_WEEK = 8 * 24 * 60 * 60_000;
/** Local dates in which the questions of a digest can lie. */
const DAYS = 10;
/** Characters of a question that a digest quotes. */
const QUOTE = 120;

export async function composeDigest({ store, now }: Desk, row: Delivery): Promise<Composed> {
  const schedule = await store.schedules.get(row.place);
  if (schedule === null || !schedule.enabled || !schedule.digest) return skip('no digest is wanted');
  const { zone } = schedule;
  if (localDate(now(), zone) !== row.date) return skip('too late');
  const since = nextDigest(zone, row.notBefore - OVER_A_WEEK)?.at ?? 0;
  const range = { from: addDays(row.date, -DAYS), to: row.date };
  const history = await historyOf(store, row.place, range);
  const closed = await closedSince(store, row, range, since);
  const quizzes = history.quizzes.filter(({ id }) => closed.has(id));
  const share = accuracyOf(quizzes, history.tallies);
  if (share.answered === 0) return skip(NOBODY);
  const { name } = nextTheme(weekAt(row.notBefore, zone));
  const said = sayDigest({ share, quizzes, tallies: history.tallies, theme: name });
  return { act: 'post', content: { item: null, payload: said }, draw: (payload) => payload as Answer };
}

/** The questions whose answers came out since the last digest: one of Friday evening belongs to the next. */
async function closedSince(
  store: Desk['store'],
  { place }: Delivery,
  range: DateRange,
  since: number,
): Promise<ReadonlySet<string>> {
  const rows = await store.deliveries.list(place, range, ['quiz']);
  return new Set(rows.filter(({ closedAt }) => closedAt !== null && closedAt > since).map(({ id }) => id));
}

export function sayDigest(week: {
  readonly share: Share;
  readonly quizzes: readonly Quiz[];
  readonly tallies: readonly Tally[];
  readonly theme: string;
}): Answer {
  const { share, quizzes, tallies, theme } = week;
  const hardest = hardestOf(quizzes, tallies);
  const confused = mostConfusedOf(quizzes, tallies);
  const facts: readonly Fact[] = [
    { label: 'Right', value: [shareIn(share)] },
    ...(hardest === null
      ? []
      : [
          {
            label: 'Hardest',
            value: [
              `“${shorten(hardest.quiz.asked.prompt, QUOTE)}” – ${hardest.right} of ${hardest.answered} got it right`,
            ],
          },
        ]),
    ...(confused === null ? [] : [{ label: 'Most confused', value: pairIn(confused.pair, confused.count) }]),
    { label: 'Next week', value: [theme] },
  ];
  return {
    ...frame('This week’s questions', 'room'),
    blocks: [{ kind: 'facts', facts }],
    choices: [
      ...(confused === null ? [] : [compareChoice(confused.pair)]),
      { label: 'Practise', line: 'quiz practice' },
      { label: 'Scores', line: 'quiz scores week' },
    ],
  };
}

function pairIn([one, other]: readonly [number, number], count: number): Text {
  return [{ code: String(one) }, ' and ', { code: String(other) }, count === 1 ? ', once' : `, ${count} times`];
}

function compareChoice([one, other]: readonly [number, number]): Answer['choices'][number] {
  return { label: `${String(one)} or ${String(other)}?`, line: `${String(one)} vs ${String(other)}` };
}
