// What people may ask about themselves: to be left out of boards, to be forgotten, to see what is kept.
import { foldPerson, forgetSaid } from './fold.ts';
import { forgetAuthor } from './house.ts';
import type { Person } from './records.ts';
import type { People, Store } from './store.ts';
import { type Db, placeOf } from './tables.ts';

export function createPeople(db: Db, { answers, memory, house }: Pick<Store, 'answers' | 'memory' | 'house'>): People {
  async function hides({ platform, user }: Person): Promise<boolean> {
    const row = await db
      .selectFrom('hidden_person')
      .select('user_id')
      .where((eb) => eb.and({ platform, user_id: user }))
      .executeTakeFirst();
    return row !== undefined;
  }

  return {
    hides,
    hide: async ({ platform, user }, hidden, team = null) => {
      if (hidden)
        await db
          .insertInto('hidden_person')
          .values({ platform, user_id: user, team })
          .onConflict((conflict) => conflict.columns(['platform', 'user_id']).doNothing())
          .execute();
      else await unhide(db, { platform, user });
    },
    forget: (person) => db.transaction().execute((transaction) => forget(transaction, person)),
    export: async (person) => {
      const { platform, user } = person;
      const flags = await db
        .selectFrom('flag')
        .innerJoin('delivery', 'delivery.id', 'flag.delivery_id')
        .select(['delivery_id as delivery', 'flagged_at as at'])
        .where((eb) => eb.and({ user_id: user, platform }))
        .orderBy('flagged_at')
        .execute();
      const schedules = await db
        .selectFrom('schedule')
        .select(['platform', 'team', 'channel'])
        .where((eb) => eb.and({ platform, set_by: user }))
        .orderBy('team')
        .orderBy('channel')
        .execute();
      const settings = await db
        .selectFrom('channel_setting')
        .select(['platform', 'team', 'channel'])
        .where((eb) => eb.and({ platform, set_by: user }))
        .orderBy('team')
        .orderBy('channel')
        .execute();
      const installed = await db
        .selectFrom('installation')
        .select('team')
        .where((eb) => eb.and({ platform, installed_by: user }))
        .orderBy('team')
        .execute();
      return {
        person: { platform, user },
        hidden: await hides(person),
        answers: await answers.ofPerson(person),
        practice: await memory.practice(person),
        flags: flags.map((row) => ({ ...row })),
        schedules: schedules.map(placeOf),
        settings: settings.map(placeOf),
        rules: await house.writtenBy(person),
        installed: installed.map(({ team }) => team),
      };
    },
  };
}

async function unhide(db: Db, { platform, user }: Person): Promise<void> {
  await db
    .deleteFrom('hidden_person')
    .where((eb) => eb.and({ platform, user_id: user }))
    .execute();
}

async function forget(transaction: Db, person: Person): Promise<void> {
  const { platform, user } = person;
  await foldPerson(transaction, person);
  await unhide(transaction, person);
  await transaction
    .deleteFrom('practice_card')
    .where((eb) => eb.and({ platform, user_id: user }))
    .execute();
  await transaction
    .deleteFrom('flag')
    .where('user_id', '=', user)
    .where('delivery_id', 'in', (eb) => eb.selectFrom('delivery').select('id').where('platform', '=', platform))
    .execute();
  await forgetSaid(transaction).where('platform', '=', platform).execute();
  await forgetAuthor(transaction, person);
  await transaction
    .updateTable('channel_setting')
    .set({ set_by: null })
    .where((eb) => eb.and({ platform, set_by: user }))
    .execute();
  await transaction
    .updateTable('installation')
    .set({ installed_by: null })
    .where((eb) => eb.and({ platform, installed_by: user }))
    .execute();
  for (const column of ['set_by', 'notice_for'] as const)
    await transaction
      .updateTable('schedule')
      .set({ [column]: null })
      .where((eb) => eb.and({ platform, [column]: user }))
      .execute();
}
