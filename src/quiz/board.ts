// Who leads: a board of a period, with the own place of whoever asks.
import type { Period } from './calendar.ts';
import type { Ledger } from './scoring.ts';

/** One line of a board. People with equal points share a place. */
export interface Rank {
  readonly place: number;
  readonly user: string;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
  readonly streak: number;
}

export interface Board {
  /** The first five. */
  readonly top: readonly Rank[];
  /** Whoever asks, wherever they stand; null when they have not answered in this period. */
  readonly own: Rank | null;
  /** How many are on the board. */
  readonly people: number;
}

const TOP = 5;

/**
 * The board of a period: by points, then by right answers, then by fewer answers needed.
 * @param period local dates; everything without it
 * @param hidden people who do not want to be shown: they see their own place and take nobody's
 */
export function boardOf(
  { entries, standings }: Ledger,
  me: string | null,
  hidden: ReadonlySet<string>,
  period?: Period,
): Board {
  const within = entries.filter(
    ({ quiz: { slot } }) => period === undefined || (period.from <= slot && slot <= period.to),
  );
  const sums = [...Map.groupBy(within, ({ user }) => user)].map(([user, own]) => ({
    user,
    points: own.reduce((sum, { points }) => sum + points, 0),
    right: own.filter(({ right }) => right).length,
    answered: own.length,
    streak: standings.get(user)?.streak ?? 0,
  }));
  const shown = sums.filter(({ user }) => !hidden.has(user));
  const placed = (one: Omit<Rank, 'place'>): Rank => ({
    place: 1 + shown.filter(({ points }) => points > one.points).length,
    ...one,
  });
  const mine = sums.find(({ user }) => user === me);
  return {
    top: shown.toSorted(byMerit).slice(0, TOP).map(placed),
    own: mine === undefined ? null : placed(mine),
    people: shown.length,
  };
}

function byMerit(a: Omit<Rank, 'place'>, b: Omit<Rank, 'place'>): number {
  return b.points - a.points || b.right - a.right || a.answered - b.answered || (a.user < b.user ? -1 : 1);
}
