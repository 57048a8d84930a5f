// Somebody who asks for what is remembered, with all that an answer may need: the quiz, rules of the house, settings.
import type { Answer } from '../answer/answer.ts';
import type { Section } from '../house/house.ts';
import type { Asker, Place, Pressed } from '../port.ts';
import type { Person } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** What became of a word to a whole channel. `unsure`: it may stand there. */
export type Announced = 'posted' | 'failed' | 'unsure';

/** Says something in a channel that nobody there asked for. Never rejects, and takes no longer than a command may. */
export type Announce = (place: Place, answer: Answer) => Promise<Announced>;

/** What all that remembers works with. */
export interface Room {
  /** Null where nothing is remembered. */
  readonly store: Store | null;
  /** What the file of rules and own codes says at the moment; empty where there is none. */
  readonly house: () => readonly Section[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly announce: Announce;
  /** Tells whoever posts that there is something to post at once. */
  readonly wake: () => void;
  /** The platforms on which whoever runs Teapot lets it read what nobody wrote to it. */
  readonly hears: readonly Place['platform'][];
}

export interface Visit {
  readonly by: Asker;
  readonly person: Person;
  /** Null in direct messages. */
  readonly place: Place | null;
  readonly store: Store;
  readonly announce: Announce;
  /** Tells whoever posts that there is something to post at once. */
  readonly wake: () => void;
  /** Whether Teapot can read there what nobody wrote to it. */
  readonly hears: boolean;
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

/** Null where nothing is remembered: without a store, and in the terminal. */
export function visitOf(by: Asker, words: string, from: Pressed | null, room: Room): Visit | null {
  const { platform, team, channel, user } = by;
  const { store, now, announce, wake, hears } = room;
  if (store === null || platform === 'terminal') return null;
  const place = team === null || channel === null ? null : { platform, team, channel };
  return {
    by,
    person: { platform, user },
    place,
    store,
    announce,
    wake,
    hears: hears.includes(platform),
    words,
    now: now(),
    from,
  };
}

export function isPlaced(visit: Visit): visit is PlacedVisit {
  return visit.place !== null;
}

export function samePlace(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.team === other.team && one.channel === other.channel;
}
