// What a channel has set beside its quiz: what a request passes there, and whether Teapot listens.
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('channel_setting')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('stack', 'text', (column) => column.notNull())
    .addColumn('passive', 'integer', (column) => column.notNull())
    .addColumn('refused_at', 'bigint')
    .addColumn('set_by', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_setting_place', ['platform', 'team', 'channel'])
    .execute();
}
