// The daily quiz: schedules, the outbox, answers and what is remembered from them.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('schedule')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('local_time', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('skips', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('reveal', 'text', (column) => column.notNull())
    .addColumn('digest', 'integer', (column) => column.notNull())
    .addColumn('enabled', 'integer', (column) => column.notNull())
    .addColumn('disabled_reason', 'text')
    .addColumn('notice_for', 'text')
    .addColumn('set_by', 'text')
    .addColumn('next_run_at', 'bigint')
    .addColumn('strikes', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_strike', 'text')
    .addPrimaryKeyConstraint('schedule_place', ['platform', 'team', 'channel'])
    .execute();
  await schema.createIndex('schedule_due').on('schedule').column('next_run_at').execute();
  await schema.createIndex('schedule_notice').on('schedule').columns(['notice_for', 'platform', 'team']).execute();

  await schema
    .createTable('delivery')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('slot_date', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('parent', 'text', (column) => column.references('delivery.id').onDelete('cascade'))
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('first_tried_at', 'bigint')
    .addColumn('look_at', 'bigint')
    .addColumn('item', 'text')
    .addColumn('payload', 'text')
    .addColumn('message', 'text')
    .addColumn('posted_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('voided_at', 'bigint')
    .addColumn('learnt_at', 'bigint')
    .addColumn('error', 'text')
    .addUniqueConstraint('delivery_slot', ['platform', 'team', 'channel', 'kind', 'slot'])
    .execute();
  await schema.createIndex('delivery_due').on('delivery').columns(['status', 'not_before']).execute();
  await schema
    .createIndex('delivery_history')
    .on('delivery')
    .columns(['platform', 'team', 'channel', 'slot_date'])
    .execute();
  await schema.createIndex('delivery_parent').on('delivery').column('parent').execute();

  await schema
    .createTable('answer')
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('delivery.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('choice', 'integer', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('answered_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_once', ['delivery_id', 'user_id'])
    .execute();
  await schema.createIndex('answer_person').on('answer').column('user_id').execute();
  await schema.createIndex('answer_age').on('answer').column('answered_at').execute();

  await schema
    .createTable('anonymous_answer')
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('delivery.id').onDelete('cascade'))
    .addColumn('choice', 'integer', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('anonymous_answer_choice', ['delivery_id', 'choice'])
    .execute();

  await schema
    .createTable('place_card')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('place_card_item', ['platform', 'team', 'channel', 'item'])
    .execute();

  await schema
    .createTable('place_waiting')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('low', 'integer', (column) => column.notNull())
    .addColumn('high', 'integer', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('quizzes', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('place_waiting_pair', ['platform', 'team', 'channel', 'low', 'high'])
    .execute();

  await schema
    .createTable('practice_card')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('team', 'text')
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('practice_card_item', ['platform', 'user_id', 'item'])
    .execute();
  await schema.createIndex('practice_card_team').on('practice_card').columns(['platform', 'team']).execute();

  await schema
    .createTable('hidden_person')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('team', 'text')
    .addPrimaryKeyConstraint('hidden_person_once', ['platform', 'user_id'])
    .execute();

  await schema
    .createTable('flag')
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('delivery.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('flagged_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('flag_once', ['delivery_id', 'user_id'])
    .execute();
  await schema.createIndex('flag_person').on('flag').column('user_id').execute();

  await schema
    .createTable('removal')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('removal_once', ['platform', 'team'])
    .execute();
}
