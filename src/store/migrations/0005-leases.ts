// What several processes settle among themselves: who has what for how long, and what is taken care of already.
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    // By the database's clock.
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('claim')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('claim_age').on('claim').column('claimed_at').execute();
}
