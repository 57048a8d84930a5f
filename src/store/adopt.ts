// From a bot of one workspace to one of many: the people it knew get the names that they have among many.
import { sql } from 'kysely';
import type { Place } from './records.ts';
import type { Db } from './tables.ts';

/** Columns that name a person, in tables that name the workspace as well. */
const NAMED = [
  ['schedule', 'set_by'],
  ['schedule', 'notice_for'],
  ['channel_setting', 'set_by'],
  ['house_rule', 'set_by'],
  ['house_code', 'set_by'],
  ['house_event', 'done_by'],
] as const;

/** Among many workspaces, a person is called by theirs and by themselves: "T0123/U0123". */
const APART = '/';

/**
 * Renames whoever has no workspace in their name yet and belongs to this one. Where there is any, what people did in direct
 * messages is theirs as well: until then, the bot had no other workspace. Nothing is left to do the next time.
 */
export async function adopt(transaction: Db, platform: Place['platform'], team: string): Promise<void> {
  const name = `${team}${APART}`;
  let renamed = 0n;
  const run = async (query: ReturnType<typeof sql>) => {
    renamed += (await query.execute(transaction)).numAffectedRows ?? 0n;
  };
  const bare = (column: string) => sql`${sql.ref(column)} not like ${`%${APART}%`}`;
  for (const [table, column] of NAMED)
    await run(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${name} || ${sql.ref(column)}
      where platform = ${platform} and team = ${team} and ${bare(column)}`);
  // What has that name already stays apart: it cannot be the same row twice.
  for (const table of ['answer', 'flag'] as const)
    await run(sql`update ${sql.table(table)} set user_id = ${name} || user_id where ${bare('user_id')}
      and delivery_id in (select id from delivery where platform = ${platform} and team = ${team})
      and not exists (select 1 from ${sql.table(table)} same
        where same.delivery_id = ${sql.table(table)}.delivery_id and same.user_id = ${name} || ${sql.table(table)}.user_id)`);
  const ours = (where: ReturnType<typeof sql>) => [
    sql`update practice_card set user_id = ${name} || user_id where platform = ${platform} and ${where}
      and ${bare('user_id')} and not exists (select 1 from practice_card same where same.platform = practice_card.platform
        and same.item = practice_card.item and same.user_id = ${name} || practice_card.user_id)`,
    sql`update hidden_person set user_id = ${name} || user_id where platform = ${platform} and ${where}
      and ${bare('user_id')} and not exists (select 1 from hidden_person same
        where same.platform = hidden_person.platform and same.user_id = ${name} || hidden_person.user_id)`,
  ];
  for (const query of ours(sql`team = ${team}`)) await run(query);
  if (renamed > 0n) for (const query of ours(sql`team is null`)) await query.execute(transaction);
}
