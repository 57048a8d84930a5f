// The tables as Kysely sees them, the same over both engines: times in epoch milliseconds, flags 0 or 1, JSON as text.
import type { Kysely } from 'kysely';
import type { HouseTables } from './house-tables.ts';
import type { Card, DeliveryKind, DeliveryStatus, Place, Schedule } from './records.ts';

export type Flag = 0 | 1;

export interface PlaceColumns {
  platform: Place['platform'];
  team: string;
  channel: string;
}

export interface ScheduleRow extends PlaceColumns {
  zone: string;
  local_time: string;
  /** The weekdays as digits: "12345". */
  days: string;
  skips: string;
  level: Schedule['level'];
  reveal: string;
  digest: Flag;
  enabled: Flag;
  disabled_reason: string | null;
  notice_for: string | null;
  set_by: string | null;
  next_run_at: number | null;
  /** Local dates in a row on which posting failed. */
  strikes: number;
  last_strike: string | null;
}

export interface DeliveryRow extends PlaceColumns {
  id: string;
  kind: DeliveryKind;
  slot_date: string;
  slot: string;
  status: DeliveryStatus;
  not_before: number;
  parent: string | null;
  lease_owner: string | null;
  lease_until: number | null;
  attempts: number;
  first_tried_at: number | null;
  /** When to look whether an unknown one was posted. */
  look_at: number | null;
  item: string | null;
  payload: string | null;
  message: string | null;
  posted_at: number | null;
  closed_at: number | null;
  voided_at: number | null;
  learnt_at: number | null;
  error: string | null;
}

export interface AnswerRow {
  delivery_id: string;
  user_id: string;
  choice: number;
  correct: Flag;
  answered_at: number;
}

/** Answers whose person is no longer known. */
export interface AnonymousRow {
  delivery_id: string;
  choice: number;
  correct: Flag;
  count: number;
}

export interface CardColumns {
  item: string;
  state: string;
  due: number;
  asked_at: number;
  outcome: Card['outcome'];
}

export interface WaitingRow extends PlaceColumns {
  /** The pair, its lower code first. */
  low: number;
  high: number;
  item: string;
  since: number;
  quizzes: number;
}

export interface PersonColumns {
  platform: Place['platform'];
  user_id: string;
}

export interface ChannelRow extends PlaceColumns {
  /** A list of products' words, as JSON. */
  stack: string;
  passive: Flag;
  /** When the platform refused a reaction; null where it did not, or was mended since. */
  refused_at: number | null;
  set_by: string | null;
  changed_at: number;
}

export interface InstallationRow {
  platform: Place['platform'];
  team: string;
  /** New with each installation. */
  id: string;
  enterprise: string | null;
  bot_user: string;
  /** With commas. */
  scopes: string;
  installed_by: string | null;
  /** The token, and the key that opens it. */
  sealed: string;
  key_id: string;
  /** By the platform's clock. */
  installed_at: number;
  sealed_at: number;
}

export interface Tables extends HouseTables {
  schedule: ScheduleRow;
  delivery: DeliveryRow;
  answer: AnswerRow;
  anonymous_answer: AnonymousRow;
  place_card: PlaceColumns & CardColumns;
  place_waiting: WaitingRow;
  practice_card: PersonColumns & CardColumns & { team: string | null };
  hidden_person: PersonColumns & { team: string | null };
  flag: { delivery_id: string; user_id: string; flagged_at: number };
  channel_setting: ChannelRow;
  installation: InstallationRow;
  /** What was good for one time, and has been used: by its hash. */
  used_ticket: { hash: string; expires_at: number };
  claim: { name: string; claimed_at: number };
  removal: { platform: Place['platform']; team: string; removed_at: number };
}

/** A database, or a transaction in it. */
export type Db = Kysely<Tables>;

/** A place as the columns that name it: `where((eb) => eb.and(columnsOf(place)))`. */
export function columnsOf({ platform, team, channel }: Place): PlaceColumns {
  return { platform, team, channel };
}

export function placeOf({ platform, team, channel }: PlaceColumns): Place {
  return { platform, team, channel };
}
