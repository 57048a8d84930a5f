// What channels have set beside their quiz.
import { type Blank, hot } from './hot.ts';
import type { Recall } from './recall.ts';
import type { ChannelSetting, Place } from './records.ts';
import type { Channels } from './store.ts';
import { type ChannelRow, columnsOf, type Db, placeOf } from './tables.ts';

export function createChannels(db: Db, recall: Recall): Channels {
  const found = recall.of(
    ['channel_setting'],
    hot(db, (blank: Blank<Place>) =>
      db
        .selectFrom('channel_setting')
        .selectAll()
        .where('platform', '=', blank('platform'))
        .where('team', '=', blank('team'))
        .where('channel', '=', blank('channel')),
    ),
  );
  return {
    get: async (place) => {
      const [row] = await found(columnsOf(place));
      return row === undefined ? null : read(row);
    },
    set: async (place, { stack, passive }, setBy, at) => {
      const changed = {
        ...(stack !== undefined && { stack: JSON.stringify(stack) }),
        // Whoever switches it has mended what was refused, or wants to know.
        ...(passive !== undefined && { passive: passive ? (1 as const) : (0 as const), refused_at: null }),
        set_by: setBy,
        changed_at: at,
      };
      // Only what was decided: of two people who change different things at once, both do.
      await db
        .insertInto('channel_setting')
        .values({ ...columnsOf(place), stack: '[]', passive: 0, refused_at: null, ...changed })
        .onConflict((conflict) => conflict.columns(['platform', 'team', 'channel']).doUpdateSet(changed))
        .execute();
    },
    noteRefusal: async (place, at) => {
      await db
        .updateTable('channel_setting')
        .set({ refused_at: at })
        .where((eb) => eb.and({ ...columnsOf(place), passive: 1 }))
        .where('refused_at', at === null ? 'is not' : 'is', null)
        .execute();
    },
  };
}

function read(row: ChannelRow): ChannelSetting {
  return {
    place: placeOf(row),
    stack: JSON.parse(row.stack),
    passive: row.passive === 1,
    refusedAt: row.refused_at,
    setBy: row.set_by,
    changedAt: row.changed_at,
  };
}
