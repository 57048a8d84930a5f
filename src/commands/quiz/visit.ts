// Somebody who asks something of the quiz, with all that an answer may need.
import type { Answer } from '../../answer/answer.ts';
import type { Asker, Place, Pressed } from '../../port.ts';
import type { Person } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

/** What became of a word to a whole channel. `unsure`: it may stand there. */
export type Announced = 'posted' | 'failed' | 'unsure';

/** Says something in a channel that nobody there asked for. Never rejects, and takes no longer than a command may. */
export type Announce = (place: Place, answer: Answer) => Promise<Announced>;

export interface Visit {
  readonly by: Asker;
  readonly person: Person;
  /** Null in direct messages. */
  readonly place: Place | null;
  readonly store: Store;
  readonly announce: Announce;
  /** Tells whoever posts that there is something to post at once. */
  readonly wake: () => void;
  /** What follows the part: of "quiz skip 2026-12-24" the date. */
  readonly words: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The post whose button was pressed. */
  readonly from: Pressed | null;
}

/** In a channel of a workspace or server. */
export interface PlacedVisit extends Visit {
  readonly place: Place;
}

export function isPlaced(visit: Visit): visit is PlacedVisit {
  return visit.place !== null;
}

export function samePlace(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.team === other.team && one.channel === other.channel;
}
