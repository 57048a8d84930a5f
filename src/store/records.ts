// What is remembered, as plain records. Times are epoch milliseconds, dates `YYYY-MM-DD` in the schedule's zone.

/** A channel that is posted to. Ids are the platform's own. */
export interface Place {
  readonly platform: 'slack' | 'discord';
  /** Workspace or server. */
  readonly team: string;
  readonly channel: string;
}

/** Somebody who answers. Nothing else about a person is kept. */
export interface Person {
  readonly platform: Place['platform'];
  readonly user: string;
}

/** Local dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How long after its quiz a reveal comes: so many minutes, or at this local time (`HH:MM`). */
export type RevealTime = { readonly after: number } | { readonly at: string };

/** When a place is asked, and how. One a place. */
export interface Schedule {
  readonly place: Place;
  /** IANA id. */
  readonly zone: string;
  /** Local, `HH:MM`. */
  readonly time: string;
  readonly days: readonly Weekday[];
  /** Dates without a quiz, perhaps with a name: "winter break". */
  readonly skips: readonly (DateRange & { readonly name?: string })[];
  readonly level: 'common' | 'registered' | 'vendors';
  readonly reveal: RevealTime;
  /** Whether the weekly digest is wanted. */
  readonly digest: boolean;
  readonly enabled: boolean;
  /** Why Teapot switched it off by itself; null when it is on, or when a person switched it off. */
  readonly disabledReason: string | null;
  /** Who is still to be told of that. */
  readonly noticeFor: string | null;
  /** Who set it last; null once that person asked to be forgotten. */
  readonly setBy: string | null;
  /** When it is to be planned next; null when it is not enabled, or when nothing is to come. */
  readonly nextRunAt: number | null;
}

/** A schedule that was switched off, told once to whoever set it. */
export interface Notice {
  readonly place: Place;
  readonly reason: string;
}

export type DeliveryKind = 'quiz' | 'reveal' | 'digest' | 'season';

/**
 * `pending`: to be posted. `sending`: claimed, under a lease. `sent`: posted, `message` says where. `unknown`: it may have
 * been posted; never posted again blindly. `skipped`: missed or called off, nobody's fault. `dead`: surely never posted.
 */
export type DeliveryStatus = 'pending' | 'sending' | 'sent' | 'unknown' | 'skipped' | 'dead';

/** A post to be made. */
export interface NewDelivery {
  /** A ULID: see `newId`. */
  readonly id: string;
  readonly place: Place;
  readonly kind: DeliveryKind;
  /** The local date it belongs to; history and scores go by it. */
  readonly date: string;
  /**
   * What there can be only one of in a place and kind: the date of a scheduled quiz, the quiz's own id when somebody asked
   * for one now, its quiz's slot for a reveal, the week of a digest, the month of a season.
   */
  readonly slot: string;
  /** Not to be posted before. */
  readonly notBefore: number;
  /** The quiz that a reveal belongs to. */
  readonly parent?: string;
  /** `skipped` notes a missed slot. Default `pending`. */
  readonly status?: 'pending' | 'skipped';
  /** The question, when it is known already: see `deliveries.begin`. */
  readonly content?: Content;
}

/** What a delivery asks or says, fixed before it is first sent. */
export interface Content {
  /** The id of the quiz item; null where there is none. */
  readonly item: string | null;
  /** Anything that survives JSON. */
  readonly payload: unknown;
}

export interface Delivery extends Required<Pick<NewDelivery, 'id' | 'place' | 'kind' | 'date' | 'slot' | 'notBefore'>> {
  readonly parent: string | null;
  readonly status: DeliveryStatus;
  /** Claims so far that may have sent something. */
  readonly attempts: number;
  /**
   * When the first request for it began that may have posted it; null where surely none has. The window of Discord's nonce
   * counts from here.
   */
  readonly firstTriedAt: number | null;
  /** Null until a request began. */
  readonly content: Content | null;
  /** The platform's id of the posted message. */
  readonly message: string | null;
  readonly postedAt: number | null;
  /** Since when no answer counts any more. */
  readonly closedAt: number | null;
  /** Since when it counts for nobody's score. */
  readonly voidedAt: number | null;
  /** What went wrong last. */
  readonly error: string | null;
}

/** What became of an answer. The choice is the one that stands. */
export type Recorded =
  | { readonly outcome: 'counted' | 'already'; readonly choice: number }
  /** Too late; the choice is the one they had made in time, if any. */
  | { readonly outcome: 'closed'; readonly choice: number | null }
  /** There is no such quiz (any more). */
  | { readonly outcome: 'missing' };

export interface Answered {
  readonly delivery: string;
  readonly user: string;
  /** Index of the option. */
  readonly choice: number;
  readonly correct: boolean;
  readonly at: number;
  /** They do not want to be named on boards. */
  readonly hidden: boolean;
}

/** How many chose an option of a quiz, those included who asked to be forgotten or whose answers grew old. */
export interface Tally {
  readonly delivery: string;
  readonly choice: number;
  readonly correct: boolean;
  readonly count: number;
}

/** One answer of a person, beside what was asked. */
export interface OwnAnswer extends Pick<Answered, 'delivery' | 'choice' | 'correct' | 'at'> {
  readonly place: Place;
  readonly date: string;
  readonly content: Content | null;
  /** Before that, nobody may learn whether it is right. */
  readonly closed: boolean;
  readonly voided: boolean;
}

/** What a place, or a person, knows of one item. */
export interface Card {
  readonly item: string;
  /** The state of the spaced-repetition card; anything that survives JSON. */
  readonly state: unknown;
  readonly due: number;
  readonly askedAt: number;
  /** How it went last. */
  readonly outcome: 'again' | 'hard' | 'good' | 'easy';
}

/** A confusable pair that a place got wrong, waiting to come back as another item. */
export interface Waiting {
  readonly pair: readonly [number, number];
  /** The item that was answered wrong. */
  readonly item: string;
  readonly since: number;
  /** How many quizzes are to lie between. */
  readonly quizzes: number;
}

/** All that choosing the next question of a place depends on. */
export interface PlaceMemory {
  readonly cards: readonly Card[];
  readonly waiting: readonly Waiting[];
  /** The items of its quizzes since the asked time, newest first; skipped and dead ones are not among them. */
  readonly recent: readonly { readonly item: string; readonly at: number }[];
}

/** What a place learnt from one quiz. */
export interface Lesson {
  readonly card: Card;
  /** Comes to wait; one that waits for the same pair gives way. */
  readonly wait?: Waiting;
  /** No longer waits. */
  readonly settled?: readonly [number, number];
}

/** What a place knows of an item after all. */
export interface Correction {
  readonly item: string;
  /** Null where it knows nothing of it. */
  readonly card: Card | null;
  /** The pair that the item is about; it waits, or does not. */
  readonly pair?: readonly [number, number];
  readonly wait: Waiting | null;
}

/** What a channel has set beside its quiz. */
export interface ChannelSetting {
  readonly place: Place;
  /** What a request passes, from the client on: the words of products. */
  readonly stack: readonly string[];
  /** Whether messages that speak of a failure get a reaction. */
  readonly passive: boolean;
  /** When the platform refused such a reaction, in epoch milliseconds; null where none was refused lately. */
  readonly refusedAt: number | null;
  /** Null where whoever it was asked to be forgotten. */
  readonly setBy: string | null;
  readonly changedAt: number;
}

export type ChannelChange = Partial<Pick<ChannelSetting, 'stack' | 'passive'>>;

/** A rule or an own code, as whoever wrote it may see it. */
export interface Written {
  readonly team: string;
  /** "422", or "E1042". */
  readonly code: string;
  readonly text: string;
  readonly at: number;
}

/** All that is kept about a person; survives JSON. */
export interface Dossier {
  readonly person: Person;
  readonly hidden: boolean;
  readonly answers: readonly OwnAnswer[];
  readonly practice: readonly Card[];
  readonly flags: readonly { readonly delivery: string; readonly at: number }[];
  /** The places whose schedule they set last. */
  readonly schedules: readonly Place[];
  /** The places whose other settings they changed last. */
  readonly settings: readonly Place[];
  /** The rules and own codes that they wrote last. */
  readonly rules: readonly Written[];
  /** The workspaces in which they installed Teapot last. */
  readonly installed: readonly string[];
}
