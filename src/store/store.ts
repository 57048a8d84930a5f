// What Teapot remembers: the face of the store, the same over SQLite and PostgreSQL. `openStore` of open.ts makes one.
import type { House } from './house-records.ts';
import type { Installations } from './installations.ts';
import type { Claims, Leases } from './leasing.ts';
import type {
  Answered,
  Card,
  ChannelChange,
  ChannelSetting,
  Content,
  Correction,
  DateRange,
  Delivery,
  DeliveryKind,
  Dossier,
  Lesson,
  NewDelivery,
  Notice,
  OwnAnswer,
  Person,
  Place,
  PlaceMemory,
  Recorded,
  Schedule,
  Tally,
} from './records.ts';

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** The names of the migrations that opening it has run. */
  readonly migrated: readonly string[];
  readonly schedules: Schedules;
  readonly deliveries: Deliveries;
  readonly answers: Answers;
  readonly memory: Memory;
  readonly people: People;
  readonly flags: Flags;
  readonly channels: Channels;
  readonly house: House;
  readonly installations: Installations;
  readonly upkeep: Upkeep;
  /** Null where only one process may use the database: there is nobody to share with. */
  readonly leases: Leases | null;
  readonly claims: Claims | null;
  /** Resolves when the database answers. @throws StoreProblem */
  check(): Promise<void>;
  /** What keeps it from being used, in a few words without an address, once something has failed; null while all is well. */
  trouble(): string | null;
  /** What is wrong with the schema, which another release may change at any time; null when it is this release's. */
  schemaTrouble(): Promise<string | null>;
  /** Finishes what is under way, then lets go of the database. Calling it again does nothing. */
  close(): Promise<void>;
}

/** What comes of a schedule that is due. */
export interface Plan {
  /** Rows for the outbox, a quiz before its reveal. One whose slot is taken is left out, and so is its reveal. */
  readonly deliveries: readonly NewDelivery[];
  /** After now; null when nothing is to come. */
  readonly nextRunAt: number | null;
}

/** What is to become of a schedule. */
export interface Change {
  readonly schedule: Schedule;
  /** The slot of the next question so far: where it is written down already and still waits, it goes, to be planned anew. */
  readonly replanned: string | null;
}

export interface Schedules {
  get(place: Place): Promise<Schedule | null>;
  /** Inserts or replaces it, whatever it was; strikes are forgotten. */
  set(schedule: Schedule): Promise<void>;
  /**
   * Changes it in view of what it is, in one transaction: of two people who change different things at once, both do.
   * @param decide pure, and quick: it runs inside the transaction and must not use the store; perhaps more than once
   * @returns what was decided
   */
  change<Decided extends { readonly change: Change | null }>(
    place: Place,
    decide: (current: Schedule | null) => Decided,
  ): Promise<Decided>;
  /**
   * Plans what is due: the outbox rows and the schedules' next times are committed together, or not at all.
   * @param limit how many schedules at most
   * @param plan pure, and quick: it runs inside the transaction and must not use the store
   * @returns how many schedules were due, and the rows that are new
   */
  materialise(
    now: number,
    limit: number,
    plan: (schedule: Schedule) => Plan,
  ): Promise<{ readonly due: number; readonly inserted: readonly Delivery[] }>;
  /**
   * Computes the next time of everything not yet due again, so that a new release of the zones' rules heals itself.
   * Works in small transactions.
   * @returns how many had to move
   */
  recompute(now: number, next: (schedule: Schedule) => number | null): Promise<number>;
  /** When the next schedule is due, by an index look-up; null when none ever is. */
  earliestNextRun(): Promise<number | null>;
  /** How many of a platform are next due at exactly this time, counted up to `most`, by the index. */
  countDueAt(at: number, platform: Place['platform'], most: number): Promise<number>;
  /** Notes that posting failed on this local date. @returns on how many dates it has, since the last success */
  recordFailure(place: Place, date: string): Promise<number>;
  /** Posting worked again. */
  clearFailures(place: Place): Promise<void>;
  /**
   * Switches it off because posting there makes no sense, and calls off what is still to be posted there.
   * @param noticeFor who is to be told at their next command
   */
  disable(place: Place, reason: string, noticeFor: string | null): Promise<void>;
  /** What somebody is to be told about their schedules in this workspace or server; each is told once. */
  takeNotices(person: Person, team: string): Promise<readonly Notice[]>;
}

export interface Claim {
  /** Who works on the rows: unique for the process. */
  readonly owner: string;
  readonly now: number;
  /** Milliseconds until others may call the outcome unknown. */
  readonly leaseMs: number;
  readonly limit: number;
  readonly platform?: Place['platform'];
  /** How many rows at most of one workspace or server. */
  readonly perTeam?: number;
  /** Workspaces or servers to leave alone for now. */
  readonly except?: readonly string[];
  /** Of several processes, only those of the one with this number: every one belongs to exactly one. Not over SQLite. */
  readonly part?: { readonly index: number; readonly of: number };
}

/** Functions that take an owner change the row only while its lease is theirs, and say whether it was. */
export interface Deliveries {
  /** @returns whether it is new: its slot was free */
  insert(delivery: NewDelivery): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  /** The rows of a place whose date lies in the range, oldest first. */
  list(place: Place, range: DateRange, kinds?: readonly DeliveryKind[]): Promise<readonly Delivery[]>;
  /** The reveal of a quiz. */
  revealOf(quiz: string): Promise<Delivery | null>;
  /**
   * Takes pending rows whose time has come: quizzes before reveals before the rest, every workspace or server in turn.
   * Nobody else can take them.
   */
  claim(claim: Claim): Promise<readonly Delivery[]>;
  /** Takes unknown rows whose time to look again has come; they are `sending` then. */
  claimUnknown(claim: Claim): Promise<readonly Delivery[]>;
  /**
   * Writes down that a request for it begins, and what it says: from now on it may have been posted. What was written
   * first stays. @returns whether the row is theirs: otherwise nothing may be sent
   */
  begin(id: string, owner: string, content: Content, at: number): Promise<boolean>;
  markSent(id: string, owner: string, message: string, postedAt: number): Promise<boolean>;
  /** It may have been posted. @param lookAgainAt when to take it with `claimUnknown`; null: never */
  markUnknown(id: string, owner: string, error: string, lookAgainAt: number | null): Promise<boolean>;
  /** Back to pending: surely not sent. @returns how many were theirs */
  release(ids: readonly string[], owner: string): Promise<number>;
  /** Back to pending, but not before: surely not sent. */
  retryAt(id: string, owner: string, notBefore: number, error: string): Promise<boolean>;
  skip(id: string, owner: string, reason: string): Promise<boolean>;
  kill(id: string, owner: string, reason: string): Promise<boolean>;
  /** Makes rows unknown whose lease ran out. @returns how many */
  expireLeases(now: number): Promise<number>;
  /** A click on the message proves that it was posted. @returns whether that was news */
  healFromClick(id: string, message: string, at: number): Promise<boolean>;
  /** From now on no answer counts. @returns whether it was open */
  close(id: string, at: number): Promise<boolean>;
  /** From now on it counts for nobody, and a reveal that still waits is due, to say so. @returns whether it counted */
  void(id: string, at: number): Promise<boolean>;
  /** What is due and still pending; `oldest` is its earliest time. */
  backlog(now: number): Promise<{ readonly count: number; readonly oldest: number | null }>;
  /** Forgets the quizzes that were passed over though they are due only later: the clock was wrong. @returns how many */
  unskip(after: number): Promise<number>;
  /** The earliest time of a pending row, by an index look-up; only of one kind, where it is given. */
  earliest(kind?: DeliveryKind): Promise<number | null>;
}

export interface Answers {
  /** The first answer of a person counts. Safe under any number at once. */
  record(answer: {
    readonly delivery: string;
    readonly person: Person;
    readonly choice: number;
    readonly correct: boolean;
    readonly at: number;
  }): Promise<Recorded>;
  /** The distribution of one quiz. */
  tally(delivery: string): Promise<readonly Tally[]>;
  /** The distributions of a place's quizzes whose date lies in the range. */
  tallies(place: Place, range: DateRange): Promise<readonly Tally[]>;
  /** Who answered what in a place's quizzes whose date lies in the range, oldest first; voided quizzes included. */
  list(place: Place, range: DateRange): Promise<readonly Answered[]>;
  /** A person's own, oldest first. @param place only there */
  ofPerson(person: Person, place?: Place): Promise<readonly OwnAnswer[]>;
}

export interface Memory {
  /** @param since how far back `recent` goes */
  of(place: Place, since: number): Promise<PlaceMemory>;
  /** Keeps what a place learnt from a quiz, once for each quiz. @returns false when it had been learnt already */
  learn(quiz: string, lesson: Lesson): Promise<boolean>;
  /** Puts in place what it has learnt of an item, and of its pair, once a question does not count any more. */
  correct(place: Place, correction: Correction): Promise<void>;
  /** A person's own practice. */
  practice(person: Person): Promise<readonly Card[]>;
  /** Keeps a card of it. @param team where they practised, so that it goes when Teapot is removed there */
  practise(person: Person, team: string | null, card: Card): Promise<void>;
}

export interface People {
  /** Whether they are left out of boards. */
  hides(person: Person): Promise<boolean>;
  /** @param team where they asked for it, so that it goes when Teapot is removed there and they answer nowhere else */
  hide(person: Person, hidden: boolean, team?: string | null): Promise<void>;
  /**
   * Deletes all that is kept about a person. Answers to closed quizzes go on as anonymous counts, so that distributions
   * stay right; answers to open ones go altogether.
   */
  forget(person: Person): Promise<void>;
  export(person: Person): Promise<Dossier>;
}

export interface Flags {
  /** Somebody doubts a question; once a person. @returns how many people do; null when there is no such quiz */
  raise(delivery: string, person: Person, at: number): Promise<number | null>;
  /** The flagged quizzes of a place that are not voided, most doubted first. */
  list(place: Place): Promise<readonly { readonly delivery: Delivery; readonly count: number }[]>;
}

export interface Channels {
  get(place: Place): Promise<ChannelSetting | null>;
  /** Sets what is given and leaves the rest as it is. @param at epoch milliseconds */
  set(place: Place, change: ChannelChange, setBy: string, at: number): Promise<void>;
  /** The platform refused a reaction there, or takes them again (null). @param at epoch milliseconds */
  noteRefusal(place: Place, at: number | null): Promise<void>;
}

export interface Upkeep {
  /** The app was removed there: schedules stop and pending posts are called off at once; `purge` deletes later. */
  remove(platform: Place['platform'], team: string, at: number): Promise<void>;
  /** The workspaces and servers that have, or had, a quiz, and which of them Teapot was removed from. */
  teams(platform: Place['platform']): Promise<readonly { readonly team: string; readonly removed: boolean }[]>;
  /** The app is back before the purge: what is left stays. Schedules stay off. */
  readmit(platform: Place['platform'], team: string): Promise<void>;
  /**
   * Deletes everything of the workspaces and servers removed before; of what belongs to none of them (direct messages), what
   * is of people who answer nowhere else, and everything once nothing is left of the platform. @returns how many
   */
  purge(before: number): Promise<number>;
  /**
   * Turns answers given before into anonymous counts, and deletes what else is of people and that old: what they practised
   * last then, and whom a post names that may or may not have been posted. @returns how many answers
   */
  anonymise(before: number): Promise<number>;
}

/** Why the store cannot be used, in one line that a person can act upon. */
export interface StoreProblem extends Error {
  readonly name: 'StoreProblem';
}

/** What the store needs of a logger. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
