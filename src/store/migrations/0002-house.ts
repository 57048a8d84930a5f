// What a team says itself: rules for status codes with their history, and error codes of its own.
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  const table = <Name extends string>(name: Name) =>
    schema
      .createTable(name)
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull());

  await table('house_rule')
    .addColumn('code', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('set_by', 'text')
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('house_rule_code', ['platform', 'team', 'code'])
    .execute();
  await schema.createIndex('house_rule_person').on('house_rule').columns(['platform', 'set_by']).execute();

  await table('house_code')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('meaning', 'text', (column) => column.notNull())
    .addColumn('advice', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('link', 'text')
    .addColumn('aliases', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text')
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('house_code_key', ['platform', 'team', 'key'])
    .execute();
  await schema.createIndex('house_code_person').on('house_code').columns(['platform', 'set_by']).execute();

  await table('house_name')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('house_name_of', ['platform', 'team', 'name', 'key'])
    .execute();

  await table('house_event')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('done_by', 'text')
    .addColumn('done_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('house_event_of').on('house_event').columns(['platform', 'team', 'subject', 'id']).execute();
  await schema.createIndex('house_event_person').on('house_event').columns(['platform', 'done_by']).execute();
}
