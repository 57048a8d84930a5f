// What a team says itself: its rules for status codes, their history, and its own error codes.
import { type Blank, hot, hotList } from './hot.ts';
import type { House, HouseEvent, KeptCode, KeptRule, Team } from './house-records.ts';
import type { HouseTables } from './house-tables.ts';
import { addAll, apply, noteDown, removeCodes } from './house-writing.ts';
import type { Recall } from './recall.ts';
import type { Person } from './records.ts';
import type { Db } from './tables.ts';

export function createHouse(db: Db, engine: 'sqlite' | 'postgres', recall: Recall): House {
  const ruled = recall.of(
    ['house_rule'],
    hotList(db, (blank: Blank<Team>, codes: number[]) =>
      db
        .selectFrom('house_rule')
        .selectAll()
        .where('platform', '=', blank('platform'))
        .where('team', '=', blank('team'))
        .where('code', 'in', codes),
    ),
  );
  const anyOf = (table: 'house_rule' | 'house_code') =>
    recall.of(
      [table],
      hot(db, (blank: Blank<Team>) =>
        db
          .selectFrom(table)
          .select('set_at')
          .where('platform', '=', blank('platform'))
          .where('team', '=', blank('team'))
          .limit(1),
      ),
    );
  const [anyRule, anyCode] = [anyOf('house_rule'), anyOf('house_code')];
  const called = hotList(db, (blank: Blank<Team>, names: string[]) =>
    db
      .selectFrom('house_name')
      .innerJoin('house_code', (join) =>
        join
          .onRef('house_code.platform', '=', 'house_name.platform')
          .onRef('house_code.team', '=', 'house_name.team')
          .onRef('house_code.key', '=', 'house_name.key'),
      )
      .selectAll('house_code')
      .where('house_name.platform', '=', blank('platform'))
      .where('house_name.team', '=', blank('team'))
      .where('house_name.name', 'in', names),
  );
  return {
    isEmpty: async (team) => {
      const whose = columnsOf(team);
      return (await anyRule(whose)).length === 0 && (await anyCode(whose)).length === 0;
    },
    rulesFor: async (team, codes) => {
      if (codes.length === 0) return [];
      const rows = await ruled(columnsOf(team), codes);
      return rows.map(ruleOf).toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
    },
    codesCalled: async (team, keys) => {
      // Where there are none, nothing that somebody typed is looked up.
      if (keys.length === 0 || (await anyCode(columnsOf(team))).length === 0) return [];
      const rows = await called(columnsOf(team), keys);
      return [...new Map(rows.map((row) => [row.key, codeOf(row)])).values()];
    },
    rules: async (team) => (await rulesOf(db, team).orderBy('code').execute()).map(ruleOf),
    codes: async (team) => (await codesOf(db, team).orderBy('key').execute()).map(codeOf),
    history: async (team, subject, most) => {
      const rows = await db
        .selectFrom('house_event')
        .selectAll()
        .where((eb) => eb.and({ ...columnsOf(team), subject }))
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map(eventOf);
    },
    change: (team, code, doer, decide) =>
      db.transaction().execute(async (transaction) => {
        for (;;) {
          const row = await rulesOf(transaction, team)
            .where('code', '=', code)
            .$if(engine === 'postgres', (query) => query.forUpdate())
            .executeTakeFirst();
          const current = row === undefined ? null : ruleOf(row);
          const decided = decide(current);
          if (decided.change === null) return decided;
          if (await apply(transaction, team, { code, current, change: decided.change, doer })) return decided;
          // Somebody else set it at the same moment: now there is something to decide in view of.
        }
      }),
    add: (team, content, doer, most) =>
      db.transaction().execute((transaction) => addAll(transaction, team, content, doer, most)),
    removeCode: (team, key, doer) =>
      db.transaction().execute(async (transaction) => {
        const row = await codesOf(transaction, team).where('key', '=', key).executeTakeFirst();
        if (row === undefined) return null;
        await removeCodes(transaction, team, [key]);
        await noteDown(transaction, team, doer, [{ subject: key, what: 'remove', text: row.name, link: row.link }]);
        return codeOf(row);
      }),
    writtenBy: async ({ platform, user }) => {
      const mine = { platform, set_by: user };
      const rules = await db
        .selectFrom('house_rule')
        .select(['team', 'code', 'text', 'set_at as at'])
        .where((eb) => eb.and(mine))
        .orderBy('team')
        .orderBy('code')
        .execute();
      const codes = await db
        .selectFrom('house_code')
        .select(['team', 'code', 'meaning as text', 'set_at as at'])
        .where((eb) => eb.and(mine))
        .orderBy('team')
        .orderBy('key')
        .execute();
      return [...rules.map((rule) => ({ ...rule, code: String(rule.code) })), ...codes.map((code) => ({ ...code }))];
    },
  };
}

/** What somebody wrote stays, without their name. */
export async function forgetAuthor(transaction: Db, { platform, user }: Person): Promise<void> {
  for (const table of ['house_rule', 'house_code'] as const)
    await transaction
      .updateTable(table)
      .set({ set_by: null })
      .where((eb) => eb.and({ platform, set_by: user }))
      .execute();
  await transaction
    .updateTable('house_event')
    .set({ done_by: null })
    .where((eb) => eb.and({ platform, done_by: user }))
    .execute();
}

/** The columns that name a team, whatever else the record has. */
function columnsOf({ platform, team }: Team): Team {
  return { platform, team };
}

function rulesOf(db: Db, team: Team) {
  return db
    .selectFrom('house_rule')
    .selectAll()
    .where((eb) => eb.and(columnsOf(team)));
}

function codesOf(db: Db, team: Team) {
  return db
    .selectFrom('house_code')
    .selectAll()
    .where((eb) => eb.and(columnsOf(team)));
}

function ruleOf({ code, text, link, set_by: setBy, set_at: setAt }: HouseTables['house_rule']): KeptRule {
  return { code, text, link, setBy, setAt };
}

function codeOf({ code, name, meaning, status, link, ...row }: HouseTables['house_code']): KeptCode {
  const [advice, aliases] = [JSON.parse(row.advice), JSON.parse(row.aliases)];
  return { code, name, meaning, advice, status, link, aliases, setBy: row.set_by, setAt: row.set_at };
}

function eventOf({ subject, what, text, link, done_by: by, done_at: at }: HouseTables['house_event']): HouseEvent {
  return { subject, what, text, link, by, at };
}
